// What a statement adds up to. Income and returns are kept apart: what was paid and came back is no income. All of it is exact.

import { type Amount, units, whole } from '../../money';
import type { StatementAccount, StatementLine } from '../../schema/api.gen';

/** Base units of one asset over the entries of one nature. */
export interface Total {
  amount: Amount;
  entries: number;
  /** How many of the entries have a value. */
  priced: number;
  /** The sum of their values in US dollars, exact; undefined when none has one. */
  value?: string;
}

const amountOf = (like: Amount, value: bigint): Amount => ({
  ...like,
  amount: value.toString(),
  display: `${whole(value, like.decimals)} ${like.asset}`,
});

/** The sums of the entries of one nature, by asset in order of name. What was undone counts with the other sign, as the
 * books have it. */
export function totalsOf(accounts: readonly StatementAccount[], nature: StatementLine['nature']): Total[] {
  const found = new Map<string, { like: Amount; sum: bigint; entries: number; values: string[] }>();
  for (const e of accounts.flatMap((a) => a.entries)) {
    if (e.nature !== nature) continue;
    const t = found.get(e.amount.asset) ?? { like: e.amount, sum: 0n, entries: 0, values: [] };
    t.sum += units(e.amount.amount);
    t.entries++;
    if (e.value_usd) t.values.push(e.value_usd);
    found.set(e.amount.asset, t);
  }
  return [...found.values()]
    .sort((a, b) => (a.like.asset < b.like.asset ? -1 : 1))
    .map((t) => ({
      amount: amountOf(t.like, t.sum),
      entries: t.entries,
      priced: t.values.length,
      ...(t.values.length > 0 ? { value: sumDecimals(t.values) } : {}),
    }));
}

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

/** The sum of exact decimals such as 12.5 and -0.25. Throws a RangeError on anything else. */
export function sumDecimals(list: readonly string[]): string {
  const parts = list.map((text) => {
    const m = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
    if (!m) throw new RangeError(`${JSON.stringify(text)} is not a decimal`);
    return { sign: m[1] ? -1n : 1n, left: m[2] as string, right: m[3] ?? '' };
  });
  const places = Math.max(0, ...parts.map((p) => p.right.length));
  return whole(
    parts.reduce((n, p) => n + p.sign * BigInt(p.left + p.right.padEnd(places, '0')), 0n),
    places,
  );
}
