// The drawing, by uPlot. It sets styles through the document's object model, which the page's policy allows.
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { locale } from '../i18n';
import { dark } from '../setting';
import { figures, resting } from './figures';
import type { ChartProps } from './line';

const height = 260;

type Drawn = Pick<ChartProps, 'unit' | 'x' | 'lines' | 'first'>;

export default function Plot({ unit, x, lines, first }: Drawn) {
  const box = useRef<HTMLDivElement>(null);
  const inDark = dark.value;
  const tag = locale();
  useEffect(() => {
    const at = box.current;
    if (!at) return;
    const plot = new uPlot(options(at, { unit, x, lines, first }, tag), [x, ...lines.map((l) => l.values)], at);
    const watch = new ResizeObserver(() => plot.setSize({ width: at.clientWidth, height }));
    watch.observe(at);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [unit, x, lines, first, inDark, tag]);
  return <div class="plot" ref={box} />;
}

function options(at: HTMLElement, { unit, x, lines, first }: Drawn, tag: string): uPlot.Options {
  const css = getComputedStyle(at);
  const colour = (name: string) => css.getPropertyValue(name).trim();
  const text = figures(tag, unit);
  const axis: uPlot.Axis = {
    stroke: colour('--muted'),
    font: `12px ${css.fontFamily}`,
    ticks: { show: false },
    grid: { stroke: colour('--line'), width: 1 },
  };
  const strokes = {
    main: colour('--accent'),
    grey: colour('--line-strong'),
    dashed: colour('--text'),
    bars: colour('--accent'),
  };
  const rest = { idx: resting(x, Date.now()) };
  return {
    width: at.clientWidth,
    height,
    padding: [12, 34, 0, 0], // half of a label stands over the end of the axis
    cursor: { drag: { x: false, y: false } },
    legend: { live: true },
    hooks: {
      ready: [(u) => u.setLegend(rest)],
      setCursor: [(u) => u.cursor.idx == null && u.setLegend(rest)],
    },
    scales: { x: { time: true }, y: { range: (_, __, max) => [0, max > 0 ? max * 1.08 : 1] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 80,
        values: (_, ticks, __, ___, step) => ticks.map((t) => text.time(t, step)),
      },
      {
        ...axis,
        size: 56,
        values: (_, ticks) => ticks.map(text.tick),
        ...(unit ? { label: unit, labelSize: 18, labelFont: axis.font } : {}),
      },
    ],
    series: [
      { label: first, value: (_, v) => (v == null ? '–' : text.at(v)) },
      ...lines.map(
        (l): uPlot.Series => ({
          label: l.name,
          stroke: strokes[l.look],
          width: 2,
          dash: l.look === 'dashed' ? [6, 4] : undefined,
          points: { show: false },
          fill:
            l.look === 'bars'
              ? strokes.bars
              : l.look === 'main'
                ? `color-mix(in srgb, ${strokes.main} 12%, transparent)`
                : undefined,
          paths:
            l.look === 'bars'
              ? uPlot.paths.bars?.({ size: [0.7, 40] })
              : l.stepped
                ? uPlot.paths.stepped?.({ align: 1 })
                : undefined,
          value: (_, v) => (v == null ? '–' : text.value(v)),
        }),
      ),
    ],
  };
}
