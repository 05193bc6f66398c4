// What two ends of a topic say to each other through a relay that cannot read it: JSON under ChaCha20-Poly1305 (WalletConnect 2, envelopes
// of type 0). The topic is the hash of the key, so whoever knows the key knows the topic, and not the other way round.
import { chacha20poly1305 } from '@noble/ciphers/chacha.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesOf, hexOf } from '../../proof/hex';

const nonceBytes = 12;
const shared = 0; // the type of an envelope whose key both ends have

export function randomBytes(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length));
}

/** Bytes as digits without 0x, as topics and keys are written. */
export const plainHex = (bytes: Uint8Array): string => hexOf(bytes).slice(2);

export const topicOf = (key: Uint8Array): string => plainHex(sha256(key));

export interface KeyPair {
  secret: Uint8Array;
  open: string; // plain hex
}

export function newKeyPair(): KeyPair {
  const secret = randomBytes(32);
  return { secret, open: plainHex(x25519.getPublicKey(secret)) };
}

/** The key that two ends agree on, each with its own secret and the other's open key. Throws where the open key is not one. */
export function agree(own: KeyPair, other: string): Uint8Array {
  const point = bytesOf(`0x${other}`);
  return hkdf(sha256, x25519.getSharedSecret(own.secret, point), undefined, undefined, 32);
}

const toBase64 = (bytes: Uint8Array): string => btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''));
const fromBase64 = (text: string): Uint8Array => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));

/** A value as an envelope, in base64. */
export function seal(key: Uint8Array, value: unknown): string {
  const nonce = randomBytes(nonceBytes);
  const closed = chacha20poly1305(key, nonce).encrypt(new TextEncoder().encode(JSON.stringify(value)));
  return toBase64(new Uint8Array([shared, ...nonce, ...closed]));
}

/** What is in an envelope; undefined when it was sealed with another key, was changed, or is of another type. */
export function unseal(key: Uint8Array, envelope: string): unknown {
  try {
    const bytes = fromBase64(envelope);
    if (bytes[0] !== shared) return undefined;
    const nonce = bytes.subarray(1, 1 + nonceBytes);
    const open = chacha20poly1305(key, nonce).decrypt(bytes.subarray(1 + nonceBytes));
    return JSON.parse(new TextDecoder().decode(open));
  } catch {
    return undefined;
  }
}
