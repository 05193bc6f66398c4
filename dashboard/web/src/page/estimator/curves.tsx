// Tokens and the share of revenue, month by month.
import { useMemo } from 'preact/hooks';
import { Chart } from '../../chart';
import { words } from '../../i18n';
import { plotted } from '../../money';
import type { Estimate } from '../../schema/api.gen';
import { Decimal } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Time } from '../../ui/time';

export function Curves({ of: e }: { of: Estimate }) {
  const w = words().estimator;
  const series = e.series;
  const x = useMemo(() => series.map((m) => Date.parse(m.at) / 1000), [series]);
  const tokens = useMemo(
    () => [
      { name: w.available, values: series.map((m) => plotted(m.available)), look: 'main' as const },
      { name: w.locked, values: series.map((m) => plotted(m.locked)), look: 'grey' as const },
    ],
    [series, w],
  );
  const usdt = useMemo(
    () => [{ name: w.usdtCurve, values: series.map((m) => plotted(m.usdt)), look: 'dashed' as const }],
    [series, w],
  );
  if (series.length < 2) return null;
  const hasShare = e.units.usdt !== '' && series.some((m) => plotted(m.usdt) > 0);
  const at = (when: string) => <Time at={when} how="day" />;
  return (
    <div class="grid">
      <div class={hasShare ? 'half stack' : 'stack'}>
        <Card title={w.curve}>
          <Chart
            label={w.curveLabel}
            unit={e.units.tokens}
            first={w.date}
            x={x}
            lines={tokens}
            rows={series.map((m) => ({
              at: at(m.at),
              cells: [
                <Decimal of={m.available} unit={e.units.tokens} />,
                <Decimal of={m.locked} unit={e.units.tokens} />,
              ],
            }))}
          />
        </Card>
      </div>
      {hasShare && (
        <div class="half stack">
          <Card title={w.usdtCurve}>
            <Chart
              label={w.usdtCurve}
              unit={e.units.usdt}
              first={w.date}
              x={x}
              lines={usdt}
              rows={series.map((m) => ({ at: at(m.at), cells: [<Decimal of={m.usdt} unit={e.units.usdt} />] }))}
            />
          </Card>
        </div>
      )}
    </div>
  );
}
