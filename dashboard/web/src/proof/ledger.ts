// The proof that a posting is in the books, computed again from the posting and the transaction: nothing
// that the server says about hashes is believed. The encoding is that of the ledger, version 1: whole numbers big-endian of a
// fixed width, text as its length in 32 bits and its UTF-8 bytes, times as seconds since 1970 in 64 bits.

import { units } from '../money';
import type { LineProof, Posting, Transaction } from '../schema/api.gen';
import { type Bytes, bytesOf, equal, hexOf, join, numberBytes } from './hex';
import { climb, leafHash, sha256 } from './tree';

const byte = (v: number): Bytes => numberBytes(BigInt(v), 1);
const u32 = (v: number): Bytes => numberBytes(BigInt(v), 4);
const u64 = (v: number): Bytes => numberBytes(BigInt(v), 8);
const hash = (v: string): Bytes => bytesOf(v, 32);

function text(v: string): Bytes {
  const b = new TextEncoder().encode(v);
  return join(u32(b.length), b);
}

function seconds(at: string): Bytes {
  const ms = Date.parse(at);
  if (Number.isNaN(ms) || ms % 1000 !== 0)
    throw new RangeError(`${JSON.stringify(at)} is not an instant in whole seconds`);
  return u64(ms / 1000);
}

/** The one JSON text of a transaction's meta: keys in the order of their bytes, no white space. */
export function canonical(meta: Record<string, string>): string {
  const keys = Object.keys(meta).sort((a, b) => {
    const [x, y] = [[...a], [...b]];
    for (let i = 0; i < Math.min(x.length, y.length); i++) {
      const d = (x[i] as string).codePointAt(0)! - (y[i] as string).codePointAt(0)!;
      if (d !== 0) return d;
    }
    return x.length - y.length;
  });
  // The ledger escapes the two separators that JSON allows and JavaScript once did not.
  const json = (v: string) =>
    JSON.stringify(v)
      .replace(/\u2028/g, '\\u2028')
      .replace(/\u2029/g, '\\u2029');
  return `{${keys.map((k) => `${json(k)}:${json(meta[k] as string)}`).join(',')}}`;
}

export function postingLeaf(p: Posting): Promise<Bytes> {
  return leafHash(
    join(
      text(p.from),
      text(p.to),
      text(p.amount.asset),
      byte(p.amount.decimals),
      numberBytes(units(p.amount.amount), 32),
    ),
  );
}

export function transactionHash(t: Transaction, postings: number, root: Bytes): Promise<Bytes> {
  const s = t.source;
  return sha256(
    join(
      byte(2),
      text('nodeledger/journal/1'),
      u64(t.sequence),
      hash(t.previous),
      text(t.kind),
      text(t.program),
      text(t.rule),
      seconds(t.effective),
      seconds(t.booked),
      text(s.origin),
      u64(s.chain),
      u64(s.block_number),
      hash(s.block_hash),
      hash(s.tx_hash),
      u32(s.log_index),
      text(s.leg),
      u32(s.generation),
      text(s.name),
      text(s.reference),
      byte(s.reversal ? 1 : 0),
      u64(t.reverses ?? 0),
      text(canonical(t.meta)),
      u32(postings),
      root,
    ),
  );
}

/** The text that the tree over everything has of a transaction. */
export function entryOf(sequence: number, own: Bytes): Bytes {
  return new TextEncoder().encode(`transaction\n${sequence}\n${hexOf(own).slice(2)}\n`);
}

/** The steps of a check, in order; the first that fails is the last that is listed. */
export type Step = 'line' | 'transaction' | 'tree' | 'root';

export interface Verdict {
  holds: boolean;
  steps: { step: Step; holds: boolean; got?: string; want?: string }[];
}

/** Checks a proof against the root of a tree that the reader trusts. What cannot be read throws a RangeError. */
export async function verifyLine(p: LineProof, trusted: string): Promise<Verdict> {
  const steps: Verdict['steps'] = [];
  const verdict = (holds: boolean): Verdict => ({ holds, steps });
  const check = (step: Step, got: Bytes | undefined, want: string): boolean => {
    const holds = got !== undefined && equal(got, hash(want));
    steps.push({ step, holds, got: got && hexOf(got), want: want.toLowerCase() });
    return holds;
  };
  const posting = p.transaction.postings[0];
  if (!posting || p.transaction.postings.length !== 1)
    throw new RangeError('the proof has no posting, or more than one');
  const root = await climb(await postingLeaf(posting), p.line, p.postings, p.line_path.map(hash));
  steps.push({ step: 'line', holds: root !== undefined, got: root && hexOf(root) });
  if (!root) return verdict(false);
  const own = await transactionHash(p.transaction, p.postings, root);
  if (!check('transaction', own, p.transaction.hash)) return verdict(false);
  const leaf = await leafHash(entryOf(p.transaction.sequence, own));
  const top = await climb(leaf, p.leaf.index, p.leaf.size, p.leaf.path.map(hash));
  if (!check('tree', top, p.leaf.root)) return verdict(false);
  return verdict(check('root', hash(p.leaf.root), trusted));
}
