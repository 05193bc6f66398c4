// The project's wallets as the books and the chain had them when they were last compared.
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { hrefOf } from '../../route';
import type { Reconciliation } from '../../schema/api.gen';
import { AmountOf } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { SentenceOf } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

export function Reconciled() {
  const w = words().operator.reconciled;
  const last = useResource<Reconciliation>(address('/ledger/reconciliation'), 60_000);
  return (
    <Card title={w.title} hint={w.hint}>
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
