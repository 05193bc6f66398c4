// What a relay lets somebody in with: a token (JWT) that a key signs which was made for it a moment ago, and which names nobody.
import { ed25519 } from '@noble/curves/ed25519.js';
import { plainHex, randomBytes } from './envelope';

const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** Bytes in base 58. The first one must not be zero. */
function base58(bytes: Uint8Array): string {
  let rest = BigInt(`0x${plainHex(bytes)}`);
  let text = '';
  for (; rest > 0n; rest /= 58n) text = digits[Number(rest % 58n)] + text;
  return text;
}

const ed25519Code = [0xed, 0x01]; // of the table of multicodecs

const base64url = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

const day = 86_400; // seconds

/** A token for the relay at this address, good for a day. now: milliseconds. */
export function passFor(relay: string, now = Date.now()): string {
  const secret = randomBytes(32);
  const issuer = `did:key:z${base58(new Uint8Array([...ed25519Code, ...ed25519.getPublicKey(secret)]))}`;
  const from = Math.floor(now / 1000);
  const parts = [
    { alg: 'EdDSA', typ: 'JWT' },
    { iss: issuer, sub: plainHex(randomBytes(32)), aud: relay, iat: from, exp: from + day },
  ];
  const body = parts.map((p) => base64url(new TextEncoder().encode(JSON.stringify(p)))).join('.');
  return `${body}.${base64url(ed25519.sign(new TextEncoder().encode(body), secret))}`;
}
