// The month: what is open, closing it, and how the last one differs from the one before.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import type { Months } from '../../api/payout';
import { useResource } from '../../api/resource';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { Behind } from '../../ui/fresh';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { Closed } from './closed';
import { Differences } from './difference';
import { Exceptions } from './exceptions';
import { FirstMonth, OpenMonth } from './open';
import { Outcome, type Recorded } from './outcome';

export function MonthDesk({ who }: { who: Session }) {
  const w = words().operator;
  const months = useResource<Months>(address('/months', { limit: 24 }), 60_000);
  const [last, setLast] = useState<Recorded>();
  const closed = (of: Recorded) => {
    setLast(of);
    months.reload();
  };
  return (
    <>
      <Exceptions who={who} />
      {last && <Outcome of={last} />}
      <Show of={months} lines={5} tall>
        {(m) => {
          const [newest, before] = m.months;
          return (
            <>
              <Behind of={m} />
              {newest ? (
                <OpenMonth key={newest.month} last={newest} months={m} who={who} onDone={closed} />
              ) : (
                <FirstMonth account={m.fund_account} who={who} onDone={closed} />
              )}
              {newest && before && <Differences key={newest.month} last={newest} before={before} />}
              {m.months.length === 0 ? (
                <Card title={w.closed.title}>
                  <Empty title={w.closed.none}>{w.closed.noneText}</Empty>
                </Card>
              ) : (
                <Closed list={m.months} />
              )}
            </>
          );
        }}
      </Show>
    </>
  );
}
