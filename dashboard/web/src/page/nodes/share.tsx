// The monthly share of revenue: what was booked, what is still to be paid.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useAll } from '../../api/resource';
import type { Account, Entry } from '../../api/schema';
import { words } from '../../i18n';
import { sum, type Amount } from '../../money';
import { AmountOf } from '../../ui/amount';
import { Card, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

const few = 6;

/** What was booked at the same instant, for all wallets together; the newest first. */
export function byMonth(entries: readonly Entry[]): { at: string; amount: Amount }[] {
  const by = new Map<string, Amount[]>();
  for (const e of entries) by.set(e.effective, [...(by.get(e.effective) ?? []), e.amount]);
  return [...by].map(([at, list]) => ({ at, amount: sum(list) as Amount })).sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
}

export function Share({ wallets }: { wallets: string[] }) {
  const w = words().nodes;
  const more = words().general.more;
  const [all, setAll] = useState(false);
  const accounts = (stage: string) => wallets.map((a) => address(`/ledger/accounts/holders:${a}:share:${stage}`));
  const payable = useAll<Account>(accounts('payable'), 60_000);
  const paid = useAll<Account>(accounts('paid'), 60_000);
  return (
    <Card title={w.share}>
      <Show of={payable} lines={3}>
        {(list) => {
          const months = byMonth(list.flatMap((a) => a.entries.filter((e) => e.to === a.account)));
          const open = sum(list.flatMap((a) => a.balances.map((b) => b.net)));
          const done = sum((paid.data ?? []).flatMap((a) => a.balances.map((b) => b.net)));
          if (months.length === 0) return <Empty title={w.shareNone}>{w.shareNoneText}</Empty>;
          return (
            <>
              <Stats>
                {open && (
                  <Stat label={w.sharePayable}>
                    <AmountOf of={open} places={2} />
                  </Stat>
                )}
                {done && (
                  <Stat label={w.sharePaid}>
                    <AmountOf of={done} places={2} />
                  </Stat>
                )}
              </Stats>
              <Table
                caption={w.share}
                rows={all ? months : months.slice(0, few)}
                keyOf={(m) => m.at}
                columns={[
                  { name: w.shareMonth, cell: (m) => <Time at={m.at} how="day" /> },
                  { name: w.amount, number: true, cell: (m) => <AmountOf of={m.amount} places={2} /> },
                ]}
              />
              {!all && months.length > few && (
                <button type="button" class="button quiet" onClick={() => setAll(true)}>
                  {more}
                </button>
              )}
            </>
          );
        }}
      </Show>
    </Card>
  );
}
