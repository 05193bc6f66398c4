// Chinese letters for Chromium on machines that have none: the pieces of a WOFF file, put together again as the TrueType file
// that they were made of. Chromium takes no packed fonts from a person's folder.
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

/** Unpacks WOFF 1.0 (https://www.w3.org/TR/WOFF/): a header of 44 bytes, a directory of 20 bytes a table, the tables. */
export function unpackWoff(woff) {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('this is no WOFF file');
  const count = woff.readUInt16BE(12);
  const power = 2 ** Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * power, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(16 * (count - power), 10);
  const parts = [head];
  let at = head.length;
  for (let i = 0; i < count; i++) {
    const entry = woff.subarray(44 + 20 * i, 64 + 20 * i);
    const [from, packed, size] = [4, 8, 12].map((o) => entry.readUInt32BE(o));
    const raw = woff.subarray(from, from + packed);
    const table = packed < size ? inflateSync(raw) : raw;
    entry.copy(head, 12 + 16 * i, 0, 4); // tag
    entry.copy(head, 16 + 16 * i, 16, 20); // checksum
    head.writeUInt32BE(at, 20 + 16 * i);
    head.writeUInt32BE(size, 24 + 16 * i);
    const room = Buffer.alloc(Math.ceil(size / 4) * 4);
    table.copy(room);
    parts.push(room);
    at += room.length;
  }
  return Buffer.concat(parts);
}

/** A new folder to be named in XDG_DATA_HOME, with Noto Sans SC in it. */
export function fontFolder() {
  const home = mkdtempSync(join(tmpdir(), 'nodeledger-fonts-'));
  const from = join(dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/package.json')), 'files');
  mkdirSync(join(home, 'fonts'));
  for (const weight of [400, 700]) {
    const woff = readFileSync(join(from, `noto-sans-sc-chinese-simplified-${weight}-normal.woff`));
    writeFileSync(join(home, 'fonts', `NotoSansSC-${weight}.ttf`), unpackWoff(woff));
  }
  return home;
}
