import type { NoticeType } from './operation.js';
import type { NoticeBody } from './schema.gen.js';

/** How far the clock of the sender may be off, in milliseconds. */
const tolerance = 5 * 60_000;

/** Why a request is not taken for a notice: answer it with 401. */
export class WebhookError extends Error {
  override name = 'WebhookError';
}

/** The headers of a notice, as a Headers object or an object of Node's. */
export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>;

/** A notice whose signature is right. */
export type Notice = Omit<NoticeBody, 'type'> & { type: NoticeType };

/**
 * Checks the signature of a notice over the bytes of its body, in constant time, and that it was sent within five minutes of now.
 * Throws WebhookError. A notice may come twice: keep `data.id`.
 *
 * @param secret as `nodeledger notices secret` makes it; several while you change from one to the other
 */
export async function verify(
  headers: WebhookHeaders,
  body: string | Uint8Array,
  secret: string | readonly string[],
  now: Date = new Date(),
): Promise<Notice> {
  const id = header(headers, 'webhook-id');
  const timestamp = header(headers, 'webhook-timestamp');
  const signatures = header(headers, 'webhook-signature').split(' ');
  if (!/^[0-9]{1,12}$/.test(timestamp) || Math.abs(now.getTime() - Number(timestamp) * 1000) > tolerance) {
    throw new WebhookError(`the timestamp ${timestamp} is not within five minutes of now`);
  }
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const head = new TextEncoder().encode(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + bytes.length);
  signed.set(head);
  signed.set(bytes, head.length);
  for (const one of typeof secret === 'string' ? [secret] : secret) {
    const key = await keyOf(one);
    for (const signature of signatures) {
      const given = signature.startsWith('v1,') ? decoded(signature.slice(3)) : undefined;
      // Web Crypto compares in constant time.
      if (given && (await crypto.subtle.verify('HMAC', key, given, signed))) {
        return JSON.parse(new TextDecoder().decode(bytes)) as Notice;
      }
    }
  }
  throw new WebhookError('no signature of the notice is right');
}

function header(headers: WebhookHeaders, name: string): string {
  const value = headers instanceof Headers ? headers.get(name) : headers[name];
  if (typeof value !== 'string' || value === '') throw new WebhookError(`the header ${name} is missing`);
  return value;
}

function keyOf(secret: string): Promise<CryptoKey> {
  const key = secret.startsWith('whsec_') ? decoded(secret.slice(6).trim()) : undefined;
  if (!key || key.length < 24) throw new TypeError('a secret is whsec_ and the base64 of at least 24 bytes');
  return crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
}

function decoded(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
  } catch {
    return undefined;
  }
}
