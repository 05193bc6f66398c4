// Points and tokens by stage, when what is locked unlocks, and grants that vest.
import { useMemo, useState } from 'preact/hooks';
import { address } from '../../api/http';
import type { Resource } from '../../api/resource';
import { Chart } from '../../chart';
import { language, words } from '../../i18n';
import { type Amount, plotted, sum, units, whole } from '../../money';
import type { Tokens } from '../../schema/api.gen';
import { short } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Icon } from '../../ui/icon';
import { Card, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';
import { addCurves, unlocks } from './curve';

const given = (list: (Amount | undefined)[]) => sum(list.filter((a): a is Amount => a !== undefined));

// What few holders have is shown to those who have it.
const some = (a: Amount | undefined) => (a && units(a.amount) > 0n ? a : undefined);

export function TokensOf({ found }: { found: Resource<Tokens[]> }) {
  const w = words().nodes;
  return (
    <Show of={found} lines={4} tall>
      {(list) => {
        const stages = [
          [w.points, given(list.map((t) => t.points))],
          [w.pointsStaked, given(list.map((t) => some(t.points_staked)))],
          [w.pointsUnbonding, given(list.map((t) => some(t.points_unbonding)))],
          [w.locked, given(list.map((t) => t.locked))],
          [w.available, given(list.map((t) => t.available))],
          [w.released, given(list.map((t) => t.released))],
          [w.staked, given(list.map((t) => some(t.staked)))],
          [w.deposited, given(list.map((t) => some(t.deposited)))],
          [w.unbonding, given(list.map((t) => some(t.unbonding)))],
        ] as const;
        return (
          <>
            <Card title={w.tokens}>
              <Stats>
                {stages.map(
                  ([label, of]) =>
                    of && (
                      <Stat key={label} label={label}>
                        <AmountOf of={of} />
                      </Stat>
                    ),
                )}
              </Stats>
            </Card>
            <div class="grid">
              <div class="two-thirds stack">
                <Curve list={list} />
              </div>
              <div class="third stack">
                <Upcoming list={list} />
              </div>
            </div>
            <Grants list={list} />
          </>
        );
      }}
    </Show>
  );
}

function Curve({ list }: { list: Tokens[] }) {
  const w = words().nodes;
  const points = useMemo(() => addCurves(list.map((t) => t.curve)), [list]);
  const x = useMemo(() => points.map((p) => Date.parse(p.at) / 1000), [points]);
  const height = (a: Amount) => plotted(whole(units(a.amount), a.decimals));
  const lines = useMemo(
    () => [
      { name: w.available, values: points.map((p) => height(p.available)), look: 'main' as const, stepped: true },
      { name: w.locked, values: points.map((p) => height(p.locked)), look: 'grey' as const, stepped: true },
    ],
    [points, w],
  );
  const [first] = points;
  if (points.length < 2) return null;
  return (
    <Card title={w.curve} hint={w.curveHint}>
      <Chart
        label={w.curveLabel}
        first={w.date}
        unit={first?.locked.asset}
        x={x}
        lines={lines}
        rows={points.map((p) => ({
          at: <Time at={p.at} how="day" />,
          cells: [<AmountOf of={p.available} />, <AmountOf of={p.locked} />],
        }))}
      />
    </Card>
  );
}

function Upcoming({ list }: { list: Tokens[] }) {
  const w = words();
  const [all, setAll] = useState(false);
  const dates = unlocks(list.flatMap((t) => t.tranches));
  const few = 6;
  return (
    <Card
      title={w.nodes.upcoming}
      action={list.map((t) => (
        <a
          key={t.wallet}
          class="button quiet"
          href={address(`/holders/${t.wallet}/unlocks.ics`, { language: language.value })}
          download={`unlocks-${t.wallet}.ics`}
        >
          <Icon of="file" size={16} />
          {list.length > 1 ? w.nodes.calendarOf(short(t.wallet)) : w.nodes.calendar}
        </a>
      ))}
    >
      {dates.length === 0 ? (
        <Empty title={w.nodes.noUnlocks}>{w.nodes.noUnlocksText}</Empty>
      ) : (
        <Table
          caption={w.nodes.upcoming}
          rows={all ? dates : dates.slice(0, few)}
          keyOf={(u) => u.at}
          columns={[
            { name: w.nodes.date, cell: (u) => <Time at={u.at} how="day" /> },
            { name: w.nodes.amount, number: true, cell: (u) => <AmountOf of={u.amount} /> },
          ]}
        />
      )}
      {!all && dates.length > few && (
        <button type="button" class="button quiet" onClick={() => setAll(true)}>
          {w.general.more}
        </button>
      )}
    </Card>
  );
}

function Grants({ list }: { list: Tokens[] }) {
  const w = words().nodes;
  const grants = list.flatMap((t) => t.grants.map((g) => ({ ...g, wallet: t.wallet })));
  if (grants.length === 0) return null;
  return (
    <Card title={w.grants}>
      <Table
        caption={w.grants}
        rows={grants}
        keyOf={(g) => `${g.wallet} ${g.name}`}
        columns={[
          { name: w.grant.name, cell: (g) => g.name },
          { name: w.grant.total, number: true, cell: (g) => <AmountOf of={g.total} /> },
          { name: w.grant.vested, number: true, cell: (g) => <AmountOf of={g.vested} /> },
          { name: w.grant.locked, number: true, cell: (g) => <AmountOf of={g.locked} /> },
          { name: w.grant.released, number: true, cell: (g) => <AmountOf of={g.released} /> },
          { name: w.grant.cliff, cell: (g) => <Time at={g.cliff_end} how="day" /> },
          { name: w.grant.end, cell: (g) => <Time at={g.end} how="day" /> },
        ]}
      />
    </Card>
  );
}
