// What a run pays, wallet by wallet, and who waits: to be looked at before anybody lets it out.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useOperators, type Waitings } from '../../api/operator';
import { usePages } from '../../api/pages';
import type { RunLine, RunLines } from '../../api/payout';
import { useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { show } from '../../money';
import { Address } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Show } from '../../ui/loading';
import { More } from '../../ui/more';
import { SentenceOf } from '../../ui/sentence';
import { Table } from '../../ui/table';

const size = 50;

export function Lines({ run, count }: { run: string; count: number }) {
  const w = words().operator.lines;
  const [open, setOpen] = useState(false);
  const first = useResource<RunLines>(open ? address(`/payouts/${run}/lines`, { limit: size }) : undefined);
  return (
    <details onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w.title(count)}</summary>
      {open && (
        <Show of={first} lines={4}>
          {(page) => <Pages key={page.lines[0]?.wallet} run={run} first={page} title={w.title(count)} />}
        </Show>
      )}
    </details>
  );
}

/** The first page and those that were asked for after it. */
function Pages({ run, first, title }: { run: string; first: RunLines; title: string }) {
  const w = words().operator;
  const pages = usePages<RunLines, RunLine>(
    first,
    (page) => page.lines,
    (after) => address(`/payouts/${run}/lines`, { limit: size, after }),
  );
  const why = words().payouts.why;
  return (
    <>
      <Table
        caption={title}
        rows={pages.rows}
        keyOf={(l) => l.wallet}
        columns={[
          { name: w.run.wallet, cell: (l) => <Address of={l.wallet} /> },
          { name: w.run.amount, number: true, cell: (l) => <AmountOf of={l.amount} places={6} /> },
          {
            name: w.lines.madeOf,
            cell: (l) =>
              l.parts
                .map((p) => `${why[p.why] ?? p.why} ${show(p.amount, { locale: locale(), places: 6 })}`)
                .join(' + '),
          },
          {
            name: w.lines.state,
            cell: (l) => (
              <span class={l.state === 'paid' ? 'tag good' : l.state === 'partly_paid' ? 'tag warn' : 'tag'}>
                {w.lines.states[l.state]}
              </span>
            ),
          },
        ]}
      />
      <More of={pages} />
    </>
  );
}

export function Waiting({ run, wallets }: { run: string; wallets: number }) {
  const w = words().operator.run;
  const [open, setOpen] = useState(false);
  const list = useOperators<Waitings>(open ? `/payouts/${run}/waiting?limit=200` : undefined);
  return (
    <details onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>{w.whoWaits(wallets)}</summary>
      {open && (
        <Show of={list} lines={3}>
          {({ waiting, next }) => (
            <>
              <Table
                caption={w.whoWaits(wallets)}
                rows={waiting}
                keyOf={(x) => x.wallet}
                columns={[
                  { name: w.wallet, cell: (x) => <Address of={x.wallet} /> },
                  { name: w.amount, number: true, cell: (x) => <AmountOf of={x.amount} /> },
                  { name: w.reason, cell: (x) => <SentenceOf of={x.reason} /> },
                ]}
              />
              {next && <p class="hint">{w.firstOf(waiting.length, wallets)}</p>}
            </>
          )}
        </Show>
      )}
    </details>
  );
}
