// The parts of a transaction of revenue: what came, and into which funds it went.
import { type Amount, units, whole } from '../../money';
import type { Transaction } from '../../schema/api.gen';

/** What moved out of accounts less what moved into them, by the beginning of their paths; undefined: nothing moved. */
function out(t: Transaction, ...accounts: string[]): Amount | undefined {
  const of = (path: string) => accounts.some((a) => path.startsWith(a));
  const moved = t.postings.filter((p) => of(p.from) !== of(p.to));
  const [first] = moved;
  if (!first) return undefined;
  const sum = moved.reduce((n, p) => n + (of(p.from) ? 1n : -1n) * units(p.amount.amount), 0n);
  return {
    ...first.amount,
    amount: sum.toString(),
    display: `${whole(sum, first.amount.decimals)} ${first.amount.asset}`,
  };
}

/** What was earned, below zero for what was returned and for costs. */
export const grossOf = (t: Transaction) => out(t, 'income:', 'expenses:');

/** What went into the fund of the buyback. */
export const intoBuyback = (t: Transaction) => out(t, 'equity:fund:buyback');
