// Keccak-256 as Ethereum has it: the padding of the competition's submission (0x01), not that of SHA-3 (0x06).
import { keccak_256 } from '@noble/hashes/sha3.js';
import type { Bytes } from './hex';

/** The hash of bytes: 32 bytes. */
export function keccak256(input: Uint8Array): Bytes {
  return new Uint8Array(keccak_256(input));
}

/** The hash of a text's UTF-8 bytes. */
export function keccakText(text: string): Bytes {
  return keccak256(new TextEncoder().encode(text));
}
