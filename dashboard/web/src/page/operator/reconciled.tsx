// The project's wallets as the books and the chain had them when they were last compared, and comparing them now.
import { useState } from 'preact/hooks';
import { ApiProblem, address } from '../../api/http';
import { compareNow } from '../../api/operator';
import { useResource } from '../../api/resource';
import { session } from '../../api/session';
import { locale, words } from '../../i18n';
import { hrefOf } from '../../route';
import type { Reconciliation } from '../../schema/api.gen';
import { AmountOf } from '../../ui/amount';
import { announce } from '../../ui/announce';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty, Notice, sentence } from '../../ui/notice';
import { SentenceOf } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

export function Reconciled() {
  const w = words().operator.reconciled;
  const last = useResource<Reconciliation>(address('/ledger/reconciliation'), 60_000);
  return (
    <Card title={w.title} hint={w.hint}>
      <Compare onDone={last.reload} />
      {last.problem?.status === 404 ? (
        <Empty title={w.never}>{w.neverText}</Empty>
      ) : (
        <Show of={last} lines={3}>
          {(r) => (
            <>
              <p class="hint">
                <Time at={r.at} /> · {w.at(r.block.toLocaleString(locale()), r.compared, r.differences)}
              </p>
              <Table
                caption={w.title}
                rows={r.rows}
                keyOf={(row) => `${row.account}.${row.books.asset}`}
                columns={[
                  { name: w.wallet, cell: (row) => <SentenceOf of={row.name} /> },
                  { name: w.books, number: true, cell: (row) => <AmountOf of={row.books} places={6} /> },
                  {
                    name: w.chain,
                    number: true,
                    cell: (row) => (row.chain ? <AmountOf of={row.chain} places={6} /> : '–'),
                  },
                  {
                    name: w.difference,
                    number: true,
                    cell: (row) => (row.difference ? <AmountOf of={row.difference} places={6} /> : '–'),
                  },
                  {
                    name: w.note,
                    cell: (row) => (
                      <>
                        <SentenceOf of={row.note} />
                        {row.exceptions.length > 0 && (
                          <>
                            {' '}
                            <a href={hrefOf('operator', { tab: 'payouts' })}>{w.explain(row.exceptions.length)}</a>
                          </>
                        )}
                      </>
                    ),
                  },
                ]}
              />
            </>
          )}
        </Show>
      )}
    </Card>
  );
}

/** The button that has the server compare now, and what came of it. */
function Compare({ onDone }: { onDone: () => void }) {
  const w = words().operator;
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Reconciliation>();
  const [problem, setProblem] = useState<ApiProblem>();
  const may = session.value?.scopes.includes('record');
  const press = async () => {
    setBusy(true);
    setFound(undefined);
    setProblem(undefined);
    try {
      const now = await compareNow();
      setFound(now);
      announce(w.reconciled.found(now.compared, now.differences));
      onDone();
    } catch (e) {
      setProblem(e instanceof ApiProblem ? e : new ApiProblem('broken', ''));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <button type="button" class="button" disabled={!may || busy} onClick={() => void press()}>
        {busy ? w.reconciled.comparing : w.reconciled.now}
      </button>
      {!may && <p class="hint">{w.steps.scope('record')}</p>}
      {found && (
        <Notice tone={found.differences > 0 ? 'warn' : 'good'}>
          <Time at={found.at} /> · {w.reconciled.found(found.compared, found.differences)}
        </Notice>
      )}
      {problem && <Notice tone="bad">{sentence(problem)}</Notice>}
    </>
  );
}
