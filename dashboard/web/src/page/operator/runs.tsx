// Payout runs: exceptions first, then the runs, then preparing another one.
import { useEffect, useState } from 'preact/hooks';
import { address } from '../../api/http';
import { type Health, useOperators } from '../../api/operator';
import type { Run, Runs } from '../../api/payout';
import { useResource } from '../../api/resource';
import type { Session } from '../../api/session';
import { locale, words } from '../../i18n';
import { units } from '../../money';
import { place } from '../../route';
import { AmountOf } from '../../ui/amount';
import { Behind } from '../../ui/fresh';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { Time } from '../../ui/time';
import { Exceptions } from './exceptions';
import { Prepare } from './prepare';
import { RunCard } from './run';
import { queryOf, type Search, SearchRuns } from './search';

const few = 8;

export function RunsDesk({ who }: { who: Session }) {
  const [search, setSearch] = useState<Search>({ wallet: '', state: '', month: '' });
  const runs = useResource<Runs>(address('/payouts', { limit: 50, ...queryOf(search) }), 30_000);
  const searched = Object.keys(queryOf(search)).length > 0;
  const health = useOperators<Health>('/health', 60_000);
  const changed = () => {
    runs.reload();
    health.reload();
  };
  return (
    <>
      <Exceptions who={who} />
      <SearchRuns value={search} onChange={setSearch} />
      <Show of={runs} lines={4} tall>
        {(r) => (
          <>
            <Behind of={r} />
            <List runs={r.payouts} who={who} searched={searched} onChange={changed} />
            {r.next && <p class="hint">{words().operator.search.more(r.payouts.length)}</p>}
          </>
        )}
      </Show>
      <Prepare who={who} health={health} usual={runs.data?.payouts[0]?.asset} onDone={changed} />
    </>
  );
}

const tones: Record<Run['state'], string> = {
  draft: '',
  proposed: 'warn',
  approved: 'warn',
  exported: '',
  settled: 'good',
  cancelled: '',
};

function List({
  runs,
  who,
  searched,
  onChange,
}: {
  runs: Run[];
  who: Session;
  searched: boolean;
  onChange: () => void;
}) {
  const w = words().operator;
  const asked = place.value.query.get('run') ?? '';
  const [open, setOpen] = useState(asked);
  useEffect(() => setOpen(asked), [asked]);
  const [all, setAll] = useState(runs.findIndex((r) => r.run === asked) >= few);
  // What waits for somebody stands first.
  const waits = (r: Run) => (r.state === 'draft' || r.state === 'proposed' || r.state === 'approved' ? 0 : 1);
  const list = [...runs].sort((a, b) => waits(a) - waits(b));
  return (
    <Card title={w.runs.title} hint={w.runs.hint}>
      {list.length === 0 ? (
        <Empty title={searched ? w.search.none : w.runs.none}>{searched ? undefined : w.runs.noneText}</Empty>
      ) : (
        <ul class="rows">
          {(all ? list : list.slice(0, few)).map((r) => (
            <li key={r.run}>
              <button
                type="button"
                class="row"
                aria-expanded={open === r.run}
                onClick={() => setOpen(open === r.run ? '' : r.run)}
              >
                <span class="row-name">
                  <strong>{r.run}</strong>
                  <span class="hint">
                    <Time at={r.prepared_at} how="day" /> · {words().payouts.methods[r.method]} ·{' '}
                    {w.runs.wallets(r.lines.toLocaleString(locale()))}
                  </span>
                </span>
                <span class="row-sum">
                  <AmountOf of={r.total} plain />
                  <Progress done={units(r.paid.amount)} of={units(r.total.amount)} label={w.run.settled} />
                </span>
                <span class={`tag ${tones[r.state]}`}>{w.run.states[r.state]}</span>
              </button>
              {open === r.run && <RunCard run={r} who={who} onChange={onChange} />}
            </li>
          ))}
        </ul>
      )}
      {!all && list.length > few && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {words().general.more}
        </button>
      )}
    </Card>
  );
}
