// The monthly share of revenue: month by month what was booked, what became of it, and why a month paid nothing.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useAll, useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { isZero, sum } from '../../money';
import { hrefOf } from '../../route';
import type { Account, ClosedMonth, Holder, MonthExplanation, Months } from '../../schema/api.gen';
import { month } from '../../time';
import { AmountOf } from '../../ui/amount';
import { Card, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { textsOf } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { byMonth, type ShareMonth, stagesOf } from './month';

const few = 6;

export function Share({ holders }: { holders: Holder[] }) {
  const w = words().nodes;
  const months = useResource<Months>(address('/months', { limit: 60 }), 60_000);
  return (
    <Card
      title={w.share}
      action={
        <a class="button quiet" href={hrefOf('payouts')}>
          {w.seePayouts}
        </a>
      }
    >
      <Show of={months} lines={3}>
        {({ months: list }) =>
          list.length === 0 ? (
            <Empty title={w.shareNone}>{w.shareNoneText}</Empty>
          ) : (
            <Booked months={list} holders={holders} />
          )
        }
      </Show>
    </Card>
  );
}

function Booked({ months, holders }: { months: ClosedMonth[]; holders: Holder[] }) {
  const w = words();
  const [all, setAll] = useState(false);
  const shares = holders.flatMap(({ share }) => share ?? []);
  const accounts = useAll<Account>(
    shares.map((s) => address(`/ledger/accounts/${s.account}`, { limit: 200 })),
    60_000,
  );
  return (
    <Show of={accounts} lines={3}>
      {(list) => {
        const rows = byMonth(
          months,
          shares.map((share, i) => ({ share, earned: list[i] as Account })),
        );
        const total = (stage: 'open' | 'inRun' | 'paid') => sum(rows.map((r) => r[stage]));
        const shown = all ? rows : rows.slice(0, few);
        return (
          <>
            <Stats>
              {(['open', 'inRun', 'paid'] as const).map((stage) => {
                const of = total(stage);
                return (
                  of && (
                    <Stat key={stage} label={w.nodes.shareStages[stage]}>
                      <AmountOf of={of} places={2} />
                    </Stat>
                  )
                );
              })}
            </Stats>
            <Table
              caption={w.nodes.share}
              rows={shown}
              keyOf={(m) => m.month}
              columns={[
                { name: w.nodes.shareMonth, cell: (m) => <span class="nowrap">{month(m.month, locale())}</span> },
                { name: w.nodes.amount, number: true, cell: (m) => <AmountOf of={m.amount} places={2} /> },
                {
                  name: w.nodes.shareStage,
                  cell: (m) =>
                    isZero(m.amount) ? <Zero of={m} wallets={holders.map((h) => h.wallet)} /> : <Stages of={m} />,
                },
              ]}
            />
            {!all && rows.length > few && (
              <button type="button" class="button quiet" onClick={() => setAll(true)}>
                {w.general.more}
              </button>
            )}
          </>
        );
      }}
    </Show>
  );
}

/** What became of a month's amount; with figures when only a part of it is paid. */
function Stages({ of }: { of: ShareMonth }) {
  const w = words().nodes.shareStages;
  const stages = stagesOf(of);
  return (
    <span class="stages">
      {stages.map((s) => (
        <span key={s} class={s === 'paid' ? 'tag good' : 'tag'}>
          {w[s]}
          {stages.length > 1 && (
            <>
              {' '}
              <AmountOf of={of[s]} places={2} />
            </>
          )}
        </span>
      ))}
    </span>
  );
}

/** Why a month paid the wallets nothing. */
function Zero({ of, wallets }: { of: ShareMonth; wallets: string[] }) {
  const found = useAll<MonthExplanation>(
    of.reason ? [] : wallets.map((a) => address(`/months/${of.month}/holders/${a}`)),
  );
  const reasons = of.reason ? [of.reason] : (found.data ?? []).flatMap((r) => r.zero_reason ?? []);
  if (found.problem) return <span class="muted">–</span>;
  if (reasons.length === 0) return <span class="muted">…</span>;
  return <span class="muted">{textsOf(reasons)}</span>;
}
