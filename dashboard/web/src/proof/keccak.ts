// Keccak-256 as Ethereum has it: the padding of the competition's submission (0x01), not that of SHA-3 (0x06).
import type { Bytes } from './hex';

const rate = 136; // bytes of a block: 1600 bits less twice 256

// A lane of 64 bits is two words of 32, the low one first. Lane x, y is at 2 * (x + 5y).
const constants = roundConstants();
const rotation = new Uint8Array(25);
const target = new Uint8Array(25);

// Rho and pi: where each lane goes and how far it turns, along the walk of the specification.
for (let t = 0, x = 1, y = 0; t < 24; t++) {
  rotation[x + 5 * y] = (((t + 1) * (t + 2)) / 2) % 64;
  [x, y] = [y, (2 * x + 3 * y) % 5];
}
for (let x = 0; x < 5; x++) for (let y = 0; y < 5; y++) target[x + 5 * y] = y + 5 * ((2 * x + 3 * y) % 5);

/** The round constants come out of a shift register of 8 bits. */
function roundConstants(): Uint32Array {
  const out = new Uint32Array(48);
  for (let round = 0, register = 1; round < 24; round++) {
    for (let j = 0; j < 7; j++) {
      if (register & 1) {
        const bit = 2 ** j - 1;
        out[2 * round + (bit >> 5)]! |= 1 << (bit & 31);
      }
      register = (register << 1) ^ (register & 0x80 ? 0x171 : 0);
    }
  }
  return out;
}

// Chi mixes each word with the next two lanes of its row: where those are, so that the loop needs no remainders.
const next1 = new Uint8Array(50);
const next2 = new Uint8Array(50);
for (let i = 0; i < 50; i++) {
  const row = i - (i % 10);
  next1[i] = row + ((i + 2) % 10);
  next2[i] = row + ((i + 4) % 10);
}

const b = new Uint32Array(50);
const c = new Uint32Array(10);

function permute(s: Uint32Array): void {
  for (let round = 0; round < 24; round++) {
    for (let i = 0; i < 10; i++) c[i] = s[i]! ^ s[i + 10]! ^ s[i + 20]! ^ s[i + 30]! ^ s[i + 40]!; // theta
    for (let x = 0; x < 10; x += 2) {
      const next = x === 8 ? 0 : x + 2;
      const before = x === 0 ? 8 : x - 2;
      const low = c[before]! ^ ((c[next]! << 1) | (c[next + 1]! >>> 31));
      const high = c[before + 1]! ^ ((c[next + 1]! << 1) | (c[next]! >>> 31));
      for (let i = x; i < 50; i += 10) {
        s[i] = s[i]! ^ low;
        s[i + 1] = s[i + 1]! ^ high;
      }
    }
    for (let i = 0; i < 25; i++) {
      const by = rotation[i]! & 31;
      const swap = rotation[i]! >> 5; // turning by 32 exchanges the words
      const low = s[2 * i + swap]!;
      const high = s[2 * i + 1 - swap]!;
      const to = 2 * target[i]!;
      // A shift by 32 would be one by 0: a lane that does not turn goes as it is.
      b[to] = by === 0 ? low : (low << by) | (high >>> (32 - by));
      b[to + 1] = by === 0 ? high : (high << by) | (low >>> (32 - by));
    }
    for (let i = 0; i < 50; i++) s[i] = b[i]! ^ (~b[next1[i]!]! & b[next2[i]!]!); // chi
    s[0] = s[0]! ^ constants[2 * round]!; // iota
    s[1] = s[1]! ^ constants[2 * round + 1]!;
  }
}

/** The hash of bytes: 32 bytes. */
export function keccak256(input: Uint8Array): Bytes {
  const s = new Uint32Array(50);
  const padded = new Uint8Array((Math.floor(input.length / rate) + 1) * rate);
  padded.set(input);
  padded[input.length] = 0x01;
  padded[padded.length - 1]! |= 0x80;
  const view = new DataView(padded.buffer);
  for (let at = 0; at < padded.length; at += rate) {
    for (let i = 0; i < rate / 4; i++) s[i]! ^= view.getUint32(at + 4 * i, true);
    permute(s);
  }
  const out = new Uint8Array(32);
  const words = new DataView(out.buffer);
  for (let i = 0; i < 8; i++) words.setUint32(4 * i, s[i]!, true);
  return out;
}

/** The hash of a text's UTF-8 bytes. */
export function keccakText(text: string): Bytes {
  return keccak256(new TextEncoder().encode(text));
}
