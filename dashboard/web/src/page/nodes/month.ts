// The monthly share, month by month, from the closed months and the accounts of the wallets.

import { type Amount, isZero, sum, units } from '../../money';
import type { Account, ClosedMonth, Sentence } from '../../schema/api.gen';

/** What a wallet's accounts of the share say. */
export interface ShareBooks {
  payable: Account;
  paid: Account;
}

export interface ShareMonth {
  month: string;
  amount: Amount;
  /** Parts of the amount, by what became of them. */
  open: Amount;
  inRun: Amount;
  paid: Amount;
  /** Why the whole month paid nobody. */
  reason?: Sentence;
}

const like = (of: Amount, value: bigint): Amount => ({ ...of, amount: value.toString(), display: '' });
const least = (a: bigint, b: bigint) => (a < b ? a : b);
const net = (a: Account) => sum(a.balances.map((b) => b.net));

/** What a wallet got for each month, by the instant of the month's end. */
function granted({ payable }: ShareBooks): Map<number, bigint> {
  const by = new Map<number, bigint>();
  for (const e of payable.entries) {
    if (e.kind !== 'month' || e.to !== payable.account) continue;
    const at = Date.parse(e.effective);
    by.set(at, (by.get(at) ?? 0n) + units(e.amount.amount));
  }
  return by;
}

/** What of a wallet's share is in runs that have not paid it yet: what left its account, less what cancelled runs gave back and
 * what was paid. */
export function inRuns({ payable, paid }: ShareBooks): bigint {
  const back = payable.entries
    .filter((e) => e.from_class === 'payout' && e.to === payable.account)
    .reduce((n, e) => n + units(e.amount.amount), 0n);
  const out = payable.balances.reduce((n, b) => n + units(b.out.amount), 0n);
  return out - back - units(net(paid)?.amount ?? '0');
}

/** The months of all wallets together, newest first. A run takes everything that is open, so the oldest month is paid first:
 * from the newest back, a wallet's months are open, then in a run, then paid. */
export function byMonth(months: readonly ClosedMonth[], books: readonly ShareBooks[]): ShareMonth[] {
  const list = [...months].sort((a, b) => Date.parse(b.end) - Date.parse(a.end));
  const wallets = books.map((of) => ({
    of: granted(of),
    open: units(net(of.payable)?.amount ?? '0'),
    inRun: inRuns(of),
  }));
  return list.map((m) => {
    const total = { amount: 0n, open: 0n, inRun: 0n };
    for (const w of wallets) {
      const amount = w.of.get(Date.parse(m.end)) ?? 0n;
      const open = least(amount, w.open);
      const inRun = least(amount - open, w.inRun);
      w.open -= open;
      w.inRun -= inRun;
      total.amount += amount;
      total.open += open;
      total.inRun += inRun;
    }
    return {
      month: m.month,
      amount: like(m.paid, total.amount),
      open: like(m.paid, total.open),
      inRun: like(m.paid, total.inRun),
      paid: like(m.paid, total.amount - total.open - total.inRun),
      reason: m.zero_reason,
    };
  });
}

export type Stage = 'open' | 'inRun' | 'paid';

/** What became of a month's amount: the stages that hold any of it. Empty for a month that paid the wallets nothing. */
export function stagesOf(m: ShareMonth): Stage[] {
  return (['open', 'inRun', 'paid'] as const).filter((s) => !isZero(m[s]));
}
