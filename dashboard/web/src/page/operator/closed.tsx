// Months that are closed, each tied to its transaction in the journal and to its file.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import type { Month } from '../../api/payout';
import { locale, words } from '../../i18n';
import { month as named } from '../../time';
import { Hash } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';
import { Sequence } from './outcome';

const few = 6;

export function Closed({ list }: { list: Month[] }) {
  const w = words().operator;
  const [all, setAll] = useState(false);
  return (
    <Card title={w.closed.title} hint={w.closed.hint}>
      <Table
        caption={w.closed.title}
        rows={all ? list : list.slice(0, few)}
        keyOf={(m) => m.month}
        columns={[
          { name: w.closed.month, cell: (m) => named(m.month, locale()) },
          { name: w.difference.paid, number: true, cell: (m) => <AmountOf of={m.paid} places={2} /> },
          { name: w.difference.holders, number: true, cell: (m) => <Count of={m.holders_paid} /> },
          {
            name: w.closed.by,
            cell: (m) => (
              <>
                {m.closed_by} · <Time at={m.closed_at} how="day" />
              </>
            ),
          },
          { name: w.outcome.sequence, number: true, cell: (m) => <Sequence of={m.sequence} /> },
          {
            name: w.closed.file,
            cell: (m) => (
              <span class="file-hash">
                <Hash of={m.file} />
                <a href={address(`/months/${m.month}/file`)} download>
                  {w.closed.download}
                </a>
              </span>
            ),
          },
        ]}
      />
      {!all && list.length > few && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {words().general.more}
        </button>
      )}
    </Card>
  );
}
