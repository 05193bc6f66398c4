// The leaderboard.
import type { Resource } from '../../api/resource';
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import type { Leaderboard } from '../../schema/api.gen';
import { Address, short } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

export function Board({ board, own }: { board: Resource<Leaderboard>; own: string }) {
  const w = words().referrals;
  return (
    <Card title={w.board} hint={w.boardHint}>
      <Show of={board} lines={8}>
        {({ standings }) =>
          standings.length === 0 ? (
            <Empty title={w.empty}>{w.emptyText}</Empty>
          ) : (
            <Table
              caption={w.board}
              rows={standings}
              keyOf={(s) => s.referrer}
              marked={(s) => s.referrer === own}
              columns={[
                { name: w.boardColumns.rank, cell: (s) => <Count of={s.rank} /> },
                {
                  name: w.boardColumns.who,
                  cell: (s) =>
                    s.referrer === own ? (
                      <>
                        <Address of={s.referrer} /> <span class="tag good">{w.you}</span>
                      </>
                    ) : (
                      <a href={hrefOf('referrals', { wallet: s.referrer })} title={s.referrer}>
                        <code>{short(s.referrer)}</code>
                      </a>
                    ),
                },
                { name: w.boardColumns.earned, number: true, cell: (s) => <AmountOf of={s.earned} /> },
                { name: w.boardColumns.nodes, number: true, cell: (s) => <Count of={s.nodes} /> },
                { name: w.boardColumns.purchases, number: true, cell: (s) => <Count of={s.purchases} /> },
                { name: w.boardColumns.since, cell: (s) => <Time at={s.first} how="day" /> },
              ]}
            />
          )
        }
      </Show>
    </Card>
  );
}
