// The closed epochs, the newest first.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useAll, useLast } from '../../api/resource';
import { words } from '../../i18n';
import { hrefOf } from '../../route';
import type { Epochs } from '../../schema/api.gen';
import { valid } from '../../time';
import { AmountOf } from '../../ui/amount';
import { Segments } from '../../ui/form';
import { FreshBadge } from '../../ui/fresh';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { kindName } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

const limit = 25;
const kinds = ['points-epoch', 'token-epoch', 'tge-drop'];

export function List() {
  const w = words();
  const [kind, setKind] = useState('');
  const [afters, setAfters] = useState(['']);
  const pages = useAll<Epochs>(afters.map((after) => address('/epochs', { kind, after, limit })));
  const { last, busy } = useLast(pages.data); // more of them leaves those that are there
  const options: [string, string][] = [['', w.rewards.all], ...kinds.map((k): [string, string] => [k, kindName(k)])];
  const pick = (k: string) => {
    setKind(k);
    setAfters(['']);
  };
  return (
    <Card
      title={w.rewards.epochs}
      action={<Segments label={w.rewards.kind} value={kind} options={options} onPick={pick} />}
    >
      <Show of={{ ...pages, data: last }} lines={8}>
        {(list) => {
          const epochs = list.flatMap((p) => p.epochs);
          const next = list.at(-1)?.next;
          if (epochs.length === 0) return <Empty title={w.rewards.none}>{w.rewards.noneText}</Empty>;
          return (
            <div class="stack-small" aria-busy={busy}>
              {list[0] && <FreshBadge of={list[0]} />}
              <Table
                caption={w.rewards.epochs}
                rows={epochs}
                keyOf={(e) => `${e.job}/${e.slot}`}
                columns={[
                  { name: w.rewards.columns.day, cell: (e) => <Time at={e.start} how="day" /> },
                  { name: w.rewards.columns.kind, cell: (e) => kindName(e.kind) },
                  { name: w.rewards.columns.issued, number: true, cell: (e) => <AmountOf of={e.issued} places={2} /> },
                  {
                    name: w.rewards.columns.unlocks,
                    cell: (e) =>
                      valid(e.unlocks_at) ? (
                        <Time at={e.unlocks_at} how="day" />
                      ) : (
                        <span class="muted">{w.rewards.atOnce}</span>
                      ),
                  },
                  {
                    name: w.rewards.columns.open,
                    cell: (e) => <a href={hrefOf('rewards', { epoch: `${e.job}/${e.slot}` })}>{w.rewards.open}</a>,
                  },
                ]}
              />
              {next && (
                <button type="button" class="button quiet" onClick={() => setAfters([...afters, next])}>
                  {w.general.more}
                </button>
              )}
            </div>
          );
        }}
      </Show>
    </Card>
  );
}
