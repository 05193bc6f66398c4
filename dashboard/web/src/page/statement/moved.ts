// What moved on an account of a statement, which the statement says entry by entry.
import { type Amount, units, whole } from '../../money';
import type { StatementAccount } from '../../schema/api.gen';

const amountOf = (like: Amount, value: bigint): Amount => ({
  ...like,
  amount: value.toString(),
  display: `${whole(value, like.decimals)} ${like.asset}`,
});

/** What came into an account and what went out of it; the second is not above zero. */
export function movedOf(account: StatementAccount): { came: Amount; went: Amount } {
  let [came, went] = [0n, 0n];
  for (const e of account.entries) {
    const value = units(e.amount.amount);
    if (value > 0n) came += value;
    else went += value;
  }
  return { came: amountOf(account.opening, came), went: amountOf(account.opening, went) };
}
