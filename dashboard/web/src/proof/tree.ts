// The trees of the ledger: those of RFC 6962, section 2.1, over SHA-256. A leaf is SHA-256(0x00 || content), a node
// SHA-256(0x01 || left || right).
import { type Bytes, join } from './hex';

/** The browser's own SHA-256. Pages that were not loaded over https (or from this machine) do not have it. */
export async function sha256(input: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', input));
}

export function leafHash(content: Uint8Array): Promise<Bytes> {
  return sha256(join(new Uint8Array([0]), content));
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Promise<Bytes> {
  return sha256(join(new Uint8Array([1]), left, right));
}

/** The root that leaf i of a tree of n leads to along a path, nearest sibling first. undefined: the path has the wrong
 * length for that place. */
export async function climb(leaf: Bytes, i: number, n: number, path: readonly Bytes[]): Promise<Bytes | undefined> {
  if (!Number.isSafeInteger(i) || !Number.isSafeInteger(n) || i < 0 || i >= n) return undefined;
  let at = leaf;
  let used = 0;
  for (; n > 1; i = Math.floor(i / 2), n = Math.ceil(n / 2)) {
    const sibling = i % 2 === 0 ? i + 1 : i - 1;
    if (sibling >= n) continue; // an odd last one moves up as it is
    const other = path[used++];
    if (!other) return undefined;
    at = i % 2 === 0 ? await nodeHash(at, other) : await nodeHash(other, at);
  }
  return used === path.length ? at : undefined;
}
