// The project's wallets in the books and on the chain, at the same final block.
import type { Resource } from '../../api/resource';
import { locale, words } from '../../i18n';
import type { Reconciliation, ReconciliationRow } from '../../schema/api.gen';
import { utc } from '../../time';
import { short } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Card, Facts } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty, Notice, type Tone } from '../../ui/notice';
import { headingOf, SentenceOf } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { AccountName } from './table';

export function Chain({ of: found }: { of: Resource<Reconciliation> }) {
  const w = words().books.chain;
  if (found.data === undefined && found.problem?.code === 'not-found') {
    return (
      <Empty title={w.never}>
        {w.neverText} <code>nodeledger ledger reconcile</code>
      </Empty>
    );
  }
  return (
    <Show of={found} lines={6} tall>
      {(r) => <Compared of={r} />}
    </Show>
  );
}

type Result = 'equal' | 'explained' | 'unexplained' | 'unknown';

const results: Record<string, Result> = {
  'reconciled-equal': 'equal',
  'reconciled-coin': 'explained',
  'reconciled-unwatched': 'explained',
  'reconciled-unknown': 'unknown',
};

/** What the comparison of one row says; a difference is unexplained unless the books name what explains it. */
export const resultOf = (r: ReconciliationRow): Result => results[r.note.code] ?? 'unexplained';

/** The worst result of some rows. */
function worst(rows: readonly ReconciliationRow[]): { tone: Tone; result: Result } {
  const there = new Set(rows.map(resultOf));
  if (there.has('unexplained')) return { tone: 'bad', result: 'unexplained' };
  if (there.has('unknown')) return { tone: 'warn', result: 'unknown' };
  return there.has('explained') ? { tone: 'info', result: 'explained' } : { tone: 'good', result: 'equal' };
}

const tags: Record<Result, string> = {
  equal: 'tag good',
  explained: 'tag',
  unexplained: 'tag bad',
  unknown: 'tag warn',
};
const assurances = { proven: 'tag good', reported: 'tag warn', unknown: 'tag warn' };

function Compared({ of: r }: { of: Reconciliation }) {
  const w = words().books.chain;
  if (r.rows.length === 0) return <Empty title={w.empty}>{w.emptyText}</Empty>;
  const { tone, result } = worst(r.rows);
  const count = (of: Result) => r.rows.filter((row) => resultOf(row) === of).length;
  return (
    <article class="printed stack">
      <Card title={w.title} hint={w.hint}>
        <Facts
          rows={[
            [w.block, <span class="figure">{r.block.toLocaleString(locale())}</span>],
            [w.blockHash, <code>{r.block_hash}</code>],
            [w.at, utc(r.at)],
          ]}
        />
        <Notice tone={tone}>
          {w.summary[result](r.rows.length, result === 'equal' ? r.rows.length : count(result))}
        </Notice>
        <Table
          caption={w.title}
          rows={r.rows}
          keyOf={(row) => `${row.account} ${row.books.asset}`}
          columns={[
            { name: words().books.account, cell: (row) => <AccountName name={row.name} path={row.account} /> },
            { name: w.books, number: true, cell: (row) => <AmountOf of={row.books} plain /> },
            {
              name: w.onChain,
              number: true,
              cell: (row) => (row.chain ? <AmountOf of={row.chain} plain /> : <span class="muted">–</span>),
            },
            {
              name: w.difference,
              number: true,
              cell: (row) => (row.difference ? <AmountOf of={row.difference} plain /> : <span class="muted">–</span>),
            },
            {
              name: w.result,
              cell: (row) => <span class={tags[resultOf(row)]}>{w.results[resultOf(row)]}</span>,
            },
            {
              name: w.known,
              cell: (row) => (
                <span class={assurances[row.assurance]} title={w.assuranceMeans[row.assurance]}>
                  {w.assurances[row.assurance]}
                </span>
              ),
            },
          ]}
        />
        <Notes of={r.rows} />
      </Card>
    </article>
  );
}

/** What is to be said of the rows that are not simply equal and proven. */
function Notes({ of: rows }: { of: readonly ReconciliationRow[] }) {
  const w = words().books.chain;
  const noted = rows.filter((r) => resultOf(r) !== 'equal' || r.exceptions.length > 0 || r.unproven);
  if (noted.length === 0) return null;
  return (
    <>
      <h3>{w.notes}</h3>
      <Facts
        rows={noted.map((r) => [
          `${headingOf({ ...r.name, params: { wallet: short(r.wallet) } })}, ${r.books.asset}`,
          <>
            {resultOf(r) !== 'equal' && (
              <p class="bk-note">
                <SentenceOf of={r.note} />
              </p>
            )}
            {r.exceptions.length > 0 && <p>{w.exceptions(r.exceptions.length)}</p>}
            {r.unproven && r.assurance !== 'unknown' && (
              <p>
                {w.assuranceMeans[r.assurance]} <span lang="en">{r.unproven}</span>
              </p>
            )}
          </>,
        ])}
      />
    </>
  );
}
