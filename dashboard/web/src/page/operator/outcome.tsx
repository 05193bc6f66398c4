// What came of an action: what was recorded and where it stands in the journal, or why it was not.
import type { ApiProblem } from '../../api/http';
import { transactionAddress } from '../../api/journal';
import { locale, words } from '../../i18n';
import { Notice, sentence } from '../../ui/notice';
import { Table } from '../../ui/table';
import { inOrder, rowText } from './rows';

export interface Recorded {
  reference: string;
  sequence: number;
  already_recorded: boolean;
  /** What else is to be said, such as how many rows there were. */
  text?: string;
}

/** A link to a transaction of the journal. */
export function Sequence({ of }: { of: number }) {
  return <a href={transactionAddress(of)}>{of.toLocaleString(locale())}</a>;
}

export function Outcome({ of }: { of: Recorded }) {
  const w = words().operator.outcome;
  return (
    <Notice tone={of.already_recorded ? 'info' : 'good'} title={of.already_recorded ? w.again : w.recorded}>
      {of.text && <p>{of.text}</p>}
      <p>
        {of.reference && (
          <>
            {w.reference} <code>{of.reference}</code>
          </>
        )}
        {of.sequence > 0 && (
          <>
            {of.reference && ' · '}
            {w.sequence} <Sequence of={of.sequence} />
          </>
        )}
      </p>
    </Notice>
  );
}

/** The file that rows are of, so that they can be shown as they stand in it. */
export interface Source {
  text: string;
  headed: boolean;
}

const mostRows = 200;

export function Refused({ of, source }: { of: ApiProblem; source?: Source }) {
  const w = words().operator.outcome;
  const rows = inOrder(of.rows);
  if (rows.length === 0) {
    return (
      <Notice tone="bad" title={w.refused}>
        {sentence(of)}
      </Notice>
    );
  }
  const shown = rows.slice(0, mostRows);
  const texts = source && shown.map((r) => r.row && rowText(source.text, r.row, source.headed));
  return (
    <>
      <Notice tone="bad" title={w.rowsWrong(rows.length)}>
        {w.nothingRecorded}
      </Notice>
      <Table
        caption={w.rowsWrong(rows.length)}
        rows={shown}
        keyOf={(_, i) => i}
        columns={[
          { name: w.row, cell: (r) => r.row?.toLocaleString(locale()) ?? <code>{r.reference}</code> },
          { name: w.wrong, cell: (r) => r.text },
          ...(texts?.some((t) => t)
            ? [
                {
                  name: w.asWritten,
                  cell: (r: (typeof shown)[number]) => <code>{texts[shown.indexOf(r)] ?? '–'}</code>,
                },
              ]
            : []),
        ]}
      />
      {rows.length > mostRows && <p class="hint">{w.moreRows(rows.length - mostRows)}</p>}
    </>
  );
}
