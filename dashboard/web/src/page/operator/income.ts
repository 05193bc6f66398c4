// The parts of a transaction of revenue, told by the entry that it made in the fund of the share: its other side is the account that
// what goes into funds is taken from.
import { type Amount, units, whole } from '../../money';
import type { Entry, Transaction } from '../../schema/api.gen';

export interface Parts {
  /** What was earned, below zero for what was returned and for costs. */
  gross?: Amount;
  /** What went into other funds than that of the share. */
  buyback?: Amount;
}

/** Postings of one asset as one amount; undefined: there are none. */
function sum(
  postings: Transaction['postings'],
  sign: (p: Transaction['postings'][number]) => bigint,
): Amount | undefined {
  const [first] = postings;
  if (!first) return undefined;
  const total = postings.reduce((n, p) => n + sign(p) * units(p.amount.amount), 0n);
  return {
    ...first.amount,
    amount: total.toString(),
    display: `${whole(total, first.amount.decimals)} ${first.amount.asset}`,
  };
}

export function partsOf(t: Transaction, e: Entry, fund: string): Parts {
  const came = e.from === fund;
  const earnings = came ? e.to : e.from;
  const touches = (p: Transaction['postings'][number], account: string) => p.from === account || p.to === account;
  const into = t.postings.filter((p) => touches(p, earnings) && !touches(p, fund));
  return {
    gross: sum(
      t.postings.filter((p) => !touches(p, earnings)),
      () => (came ? 1n : -1n),
    ),
    buyback: sum(into, (p) => (p.to === earnings ? 1n : -1n)),
  };
}
