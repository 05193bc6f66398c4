// The same at three adoptions, side by side.
import type { ComponentChildren } from 'preact';
import { locale, words } from '../../i18n';
import { percentOf } from '../../money';
import type { Estimate, Scenario } from '../../schema/api.gen';
import { Decimal } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Table } from '../../ui/table';
import { type Assumptions, good, tooMuch } from './assumption';
import { Dial } from './dial';
import { evenText, rate } from './outcome';

export function Scenarios({
  of: e,
  assumed,
  onChange,
}: {
  of: Estimate;
  assumed: Assumptions;
  onChange: (a: Assumptions) => void;
}) {
  const w = words().estimator;
  const r = w.rows;
  const rows: [string, (s: Scenario) => ComponentChildren][] = [
    [r.active, (s) => <Decimal of={s.active_nodes} places={0} />],
    [r.tokens, (s) => <Decimal of={s.tokens} unit={e.units.tokens} places={0} />],
    [r.perNode, (s) => <Decimal of={s.tokens_per_node} places={0} />],
    ...(e.units.usdt === ''
      ? []
      : ([[r.usdt, (s) => <Decimal of={s.usdt_per_month} unit={e.units.usdt} places={0} />]] as [
          string,
          (s: Scenario) => ComponentChildren,
        ][])),
    [r.value, (s) => <Decimal of={s.value} unit={e.units.money} places={0} />],
    [r.apr, (s) => (s.apr === '' ? '–' : rate(s.apr))],
    [r.even, (s) => evenText(s)],
    [r.fdv, (s) => <Decimal of={s.fdv} unit={e.units.money} places={0} />],
  ];
  const set = (i: 0 | 1 | 2) => (v: string) => {
    const scenarios: Assumptions['scenarios'] = [...assumed.scenarios];
    scenarios[i] = v;
    onChange({ ...assumed, scenarios });
  };
  return (
    <Card title={w.scenarios} hint={w.scenariosHint}>
      <div class="dials three">
        {([0, 1, 2] as const).map((i) => (
          <Dial
            key={i}
            label={w.scenario(i + 1)}
            value={assumed.scenarios[i]}
            least={1}
            most={100}
            unit="%"
            error={
              good('adoption', assumed.scenarios[i]) && !tooMuch('adoption', assumed.scenarios[i], e.limits)
                ? undefined
                : w.faults('adoption', undefined)
            }
            onPick={set(i)}
          />
        ))}
      </div>
      <Table
        caption={w.scenarios}
        rows={rows}
        keyOf={([name]) => name}
        columns={[
          { name: w.measure, cell: ([name]) => name },
          ...e.scenarios.map((s) => ({
            name: percentOf(s.adoption, { locale: locale() }),
            number: true,
            cell: (row: (typeof rows)[number]) => row[1](s),
          })),
        ]}
      />
      {e.scenarios.length < 3 && <Notice>{w.tooFew}</Notice>}
    </Card>
  );
}
