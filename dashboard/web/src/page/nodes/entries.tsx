// The latest entries of the wallets, each with a way to its proof.
import { useState } from 'preact/hooks';
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import type { Entry, Holder } from '../../schema/api.gen';
import { AmountOf } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { kindName } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

const few = 8;

/** Whether an entry went out of one of the wallets' accounts without coming into another of them. */
function leaves(e: Entry, wallets: string[]): boolean {
  return wallets.some((w) => e.from.includes(w)) && !wallets.some((w) => e.to.includes(w));
}

export function Entries({ holders }: { holders: Holder[] }) {
  const w = words();
  const [all, setAll] = useState(false);
  const wallets = holders.map((h) => h.wallet);
  const list = holders
    .flatMap((h) => h.entries)
    .filter((e, i, of) => of.findIndex((o) => o.sequence === e.sequence && o.line === e.line) === i)
    .sort((a, b) => b.sequence - a.sequence || a.line - b.line);
  return (
    <Card title={w.nodes.entries}>
      {list.length === 0 ? (
        <Empty title={w.nodes.noEntries} />
      ) : (
        <Table
          caption={w.nodes.entries}
          rows={all ? list : list.slice(0, few)}
          keyOf={(e) => `${e.sequence}.${e.line}`}
          columns={[
            { name: w.nodes.entryColumns.when, cell: (e) => <Time at={e.effective} /> },
            {
              name: w.nodes.entryColumns.what,
              cell: (e) =>
                e.kind === 'purchase' && e.to_role === 'referral-expense' ? w.nodes.reward : kindName(e.kind),
            },
            {
              name: w.nodes.entryColumns.amount,
              number: true,
              cell: (e) => (
                <span class="amount">
                  {leaves(e, wallets) ? '−' : '+'}
                  <AmountOf of={e.amount} />
                </span>
              ),
            },
            {
              name: w.nodes.entryColumns.proof,
              cell: (e) => (
                <a href={hrefOf('verify', { sequence: String(e.sequence), line: String(e.line) })}>{w.nodes.prove}</a>
              ),
            },
          ]}
        />
      )}
      {!all && list.length > few && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {w.general.more}
        </button>
      )}
    </Card>
  );
}
