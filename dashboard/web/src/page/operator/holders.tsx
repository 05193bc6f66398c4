// What closing a month would give holders, beside what the last one gave them: those who differ, or everybody.
import { useEffect, useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useOperators } from '../../api/operator';
import { usePages } from '../../api/pages';
import { read } from '../../api/session';
import { words } from '../../i18n';
import type { MonthPreview } from '../../schema/api.gen';
import { Address } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Show } from '../../ui/loading';
import { More } from '../../ui/more';
import { SentenceOf } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { lessOf } from './difference';

/** How many lines are read at once. */
export const previewed = 200;

interface Shown {
  of: MonthPreview;
  again: () => void;
}

export function Holders({ of: p, again }: Shown) {
  const w = words().operator.preview;
  const [all, setAll] = useState(false);
  return (
    <>
      {p.last_month && <p>{w.changes(p.entering, p.leaving, p.changing_bracket)}</p>}
      {all ? <Everybody of={p} again={again} /> : p.last_month && <Lines of={p} file={p.file} changed again={again} />}
      <button type="button" class="button quiet" aria-pressed={all} onClick={() => setAll(!all)}>
        {all ? w.showChanged : w.showAll}
      </button>
    </>
  );
}

function Everybody({ of: p, again }: Shown) {
  const first = useOperators<MonthPreview>(`/months/${p.month}/preview?limit=${previewed}`);
  return <Show of={first}>{(f) => <Lines of={f} file={p.file} again={again} />}</Show>;
}

/** The first lines and those that were asked for after them, all of one file: when the month would come to another by now, it is
 * previewed again. */
function Lines({ of: p, file, changed, again }: Shown & { file: string; changed?: boolean }) {
  const w = words().operator.preview;
  const pages = usePages<MonthPreview, MonthPreview['lines'][number]>(
    p,
    (page) => page.lines,
    (after) =>
      address(`/operator/months/${p.month}/preview`, {
        ...(changed ? { changed: 'true' } : {}),
        limit: previewed,
        after,
      }),
    {
      read,
      keep: (page) => {
        if (page.file !== file) again();
        return page.file === file;
      },
    },
  );
  useEffect(() => {
    if (p.file !== file) again();
  }, []);
  return (
    <>
      {pages.rows.length > 0 && (
        <Table
          caption={changed ? w.changed : w.everybody}
          rows={pages.rows}
          keyOf={(l) => l.wallet}
          columns={[
            { name: w.wallet, cell: (l) => <Address of={l.wallet} /> },
            { name: w.change, cell: (l) => w.kinds[l.change] },
            { name: w.nodesBefore, number: true, cell: (l) => <Count of={l.nodes_before} /> },
            { name: w.nodes, number: true, cell: (l) => <Count of={l.nodes} /> },
            { name: w.amountBefore, number: true, cell: (l) => <AmountOf of={l.amount_before} places={2} plain /> },
            {
              name: w.amount,
              number: true,
              cell: (l) => (
                <>
                  <AmountOf of={l.amount} places={2} plain />
                  {l.zero_reason && (
                    <span class="hint">
                      {' '}
                      <SentenceOf of={l.zero_reason} />
                    </span>
                  )}
                </>
              ),
            },
            {
              name: w.difference,
              number: true,
              cell: (l) => <AmountOf of={lessOf(l.amount, l.amount_before)} places={2} plain />,
            },
          ]}
        />
      )}
      <More of={pages} />
    </>
  );
}
