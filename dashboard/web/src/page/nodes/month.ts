// The monthly share, month by month, from the closed months and what the books say of the wallets.

import { type Amount, isZero, units } from '../../money';
import type { Account, ClosedMonth, Earned, Sentence } from '../../schema/api.gen';

/** What the books say of a wallet's share: what became of it, and the account of what it earned. */
export interface ShareBooks {
  share: Pick<Earned, 'payable' | 'in_runs'>;
  earned: Account;
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

/** What a wallet earned in each month. A month's entries are dated to its last second. */
function granted({ earned }: ShareBooks): Map<string, bigint> {
  const by = new Map<string, bigint>();
  for (const e of earned.entries) {
    if (e.kind !== 'month' || e.to !== earned.account) continue;
    const name = e.effective.slice(0, 7);
    by.set(name, (by.get(name) ?? 0n) + units(e.amount.amount));
  }
  return by;
}

/** The months of all wallets together, newest first. A run takes everything that is open, so the oldest month is paid first:
 * from the newest back, a wallet's months are open, then in a run, then paid. */
export function byMonth(months: readonly ClosedMonth[], books: readonly ShareBooks[]): ShareMonth[] {
  const list = [...months].sort((a, b) => Date.parse(b.end) - Date.parse(a.end));
  const wallets = books.map((of) => ({
    of: granted(of),
    open: units(of.share.payable.amount),
    inRun: units(of.share.in_runs.amount),
  }));
  return list.map((m) => {
    const total = { amount: 0n, open: 0n, inRun: 0n };
    for (const w of wallets) {
      const amount = w.of.get(m.month) ?? 0n;
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
