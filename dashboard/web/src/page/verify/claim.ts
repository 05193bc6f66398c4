// What a person drops or pastes: a whole payout tree, or one wallet's proof.

import { readTree, rootOf, type Tree } from '../../proof/payout';
import { isWallet } from '../../wallet/group';

export interface Claim {
  wallet: string;
  amount: bigint;
  proof: string[];
  root?: string;
  /** What wallet, amount and proof lead to. */
  leads: string;
}

const isHash = (v: unknown): v is string => typeof v === 'string' && /^0x[0-9a-fA-F]{64}$/.test(v);

function amountOf(v: unknown): bigint | undefined {
  const digits = typeof v === 'object' && v !== null ? (v as { amount?: unknown }).amount : v;
  return typeof digits === 'string' && /^[0-9]{1,78}$/.test(digits) ? BigInt(digits) : undefined;
}

/** Reads one proof: wallet (or account, address, value[0]), cumulative (or amount, value[1]), proof, and root if it is there.
 * undefined: it is none. */
export function readClaim(v: unknown, walletGiven = ''): Claim | undefined {
  const o = v as Record<string, unknown> | null;
  if (typeof o !== 'object' || o === null || !Array.isArray(o.proof) || !o.proof.every(isHash) || o.proof.length > 64)
    return undefined;
  const value = Array.isArray(o.value) ? (o.value as unknown[]) : [];
  const wallet = [o.wallet, o.account, o.address, value[0], walletGiven].find(
    (w): w is string => typeof w === 'string' && isWallet(w),
  );
  const amount = amountOf(o.cumulative ?? o.amount ?? value[1]);
  if (!wallet || amount === undefined || amount >> 256n !== 0n) return undefined;
  return {
    wallet,
    amount,
    proof: o.proof,
    root: isHash(o.root) ? o.root.toLowerCase() : undefined,
    leads: rootOf(wallet, amount, o.proof),
  };
}

/** Reads either. Throws TreeFault for a tree that does not hold; undefined: it is neither. */
export function readPasted(text: string, wallet = ''): { tree: Tree } | { claim: Claim } | undefined {
  let v: unknown;
  try {
    v = JSON.parse(text);
  } catch {
    return undefined;
  }
  const o = v as { format?: unknown; tree?: unknown } | null;
  if (typeof o === 'object' && o !== null && ('format' in o || 'tree' in o)) return { tree: readTree(v) };
  const claim = readClaim(v, wallet);
  return claim && { claim };
}
