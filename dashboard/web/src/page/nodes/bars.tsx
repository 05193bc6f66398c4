// What was earned, bar by bar, of one asset after the other.
import { useMemo, useRef, useState } from 'preact/hooks';
import { address } from '../../api/http';
import { type Resource, useAll, useLast } from '../../api/resource';
import { Chart } from '../../chart';
import { locale, words } from '../../i18n';
import { plotted, units, whole } from '../../money';
import type { EarnedBar, Earnings } from '../../schema/api.gen';
import { day, month } from '../../time';
import { AmountOf } from '../../ui/amount';
import { Segments } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { addBars, addWindows } from './earned';

const lengths = { day: 30, week: 26, month: 24 } as const;
type Step = keyof typeof lengths;

/** What wallets earned, with a bar for each of the last days: what the pages of a holder begin with. */
export function useEarnings(wallets: string[], step: Step = 'day'): Resource<Earnings[]> {
  return useAll<Earnings>(
    wallets.map((a) => address(`/holders/${a}/earnings`, { by: step, last: lengths[step] })),
    60_000,
  );
}

/** days is what was earned in the last days. */
export function Bars({ wallets, title, days }: { wallets: string[]; title: string; days: Resource<Earnings[]> }) {
  const w = words().nodes.bars;
  const [step, setStep] = useState<Step>('day');
  const [chosen, choose] = useState('');
  const other = useEarnings(step === 'day' ? [] : wallets, step);
  const found = step === 'day' ? days : other;
  const { last } = useLast(found.data);
  const before = useRef('');
  return (
    <Card
      title={title}
      hint={w.hint}
      action={
        <Segments
          label={w.step}
          value={step}
          options={(['day', 'week', 'month'] as const).map((s) => [s, w.steps[s]])}
          onPick={setStep}
        />
      }
    >
      <Show of={{ ...found, data: last }} lines={6}>
        {(list) => {
          const assets = addWindows(list).map((x) => x.asset);
          if (assets.length === 0) return <Empty title={w.none}>{w.noneText}</Empty>;
          const asset = [chosen, before.current].find((a) => assets.includes(a)) ?? usual(list, assets);
          before.current = asset; // stays when the bars get longer
          return (
            <>
              {assets.length > 1 && (
                <Segments label={w.asset} value={asset} options={assets.map((a) => [a, a])} onPick={choose} />
              )}
              <Plotted list={list} asset={asset} step={(list[0]?.by ?? 'day') as Step} />
            </>
          );
        }}
      </Show>
    </Card>
  );
}

/** The asset of which something was earned most often in these bars. */
function usual(list: Earnings[], assets: string[]): string {
  const bars = addBars(list);
  const often = (asset: string) => bars.filter((b) => b.sums.some((s) => s.amount.asset === asset)).length;
  return assets.reduce((best, a) => (often(a) > often(best) ? a : best));
}

function name(bar: EarnedBar, step: Step): string {
  return step === 'month' ? month(bar.from.slice(0, 7), locale()) : day(bar.from, locale());
}

function Plotted({ list, asset, step }: { list: Earnings[]; asset: string; step: Step }) {
  const w = words().nodes.bars;
  const bars = useMemo(() => addBars(list), [list]);
  const of = (b: EarnedBar) => b.sums.find((s) => s.amount.asset === asset);
  const x = useMemo(() => bars.map((b) => Date.parse(b.from) / 1000), [bars]);
  const lines = useMemo(
    () => [
      {
        name: asset,
        values: bars.map((b) => {
          const s = of(b)?.amount;
          return s ? plotted(whole(units(s.amount), s.decimals)) : 0;
        }),
        look: 'bars' as const,
      },
    ],
    [bars, asset],
  );
  return (
    <Chart
      label={w.label(asset)}
      first={w.columns[step]}
      unit={asset}
      x={x}
      lines={lines}
      rows={[...bars].reverse().map((b) => {
        const s = of(b);
        return {
          at: name(b, step),
          cells: [s ? <AmountOf of={s.amount} /> : <span class="muted">0</span>],
        };
      })}
    />
  );
}
