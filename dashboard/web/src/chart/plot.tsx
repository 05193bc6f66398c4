// The drawing, by uPlot. It sets styles through the document's object model, which the page's policy allows.
import 'uplot/dist/uPlot.min.css';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import { locale } from '../i18n';
import { dark } from '../setting';
import type { ChartProps, Line } from './line';

const height = 260;

export default function Plot({ x, lines, first }: Pick<ChartProps, 'x' | 'lines' | 'first'>) {
  const box = useRef<HTMLDivElement>(null);
  const inDark = dark.value;
  const tag = locale();
  useEffect(() => {
    const at = box.current;
    if (!at) return;
    const plot = new uPlot(options(at, lines, first, tag), [x, ...lines.map((l) => l.values)], at);
    const watch = new ResizeObserver(() => plot.setSize({ width: at.clientWidth, height }));
    watch.observe(at);
    return () => {
      watch.disconnect();
      plot.destroy();
    };
  }, [x, lines, first, inDark, tag]);
  return <div class="plot" ref={box} />;
}

function options(at: HTMLElement, lines: Line[], first: string, tag: string): uPlot.Options {
  const css = getComputedStyle(at);
  const colour = (name: string) => css.getPropertyValue(name).trim();
  const short = new Intl.NumberFormat(tag, { notation: 'compact', maximumFractionDigits: 1 });
  const month = new Intl.DateTimeFormat(tag, { month: 'short', year: '2-digit', timeZone: 'UTC' });
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
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
  return {
    width: at.clientWidth,
    height,
    padding: [12, 8, 0, 0],
    cursor: { drag: { x: false, y: false } },
    legend: { live: true },
    scales: { x: { time: true }, y: { range: (_, __, max) => [0, max > 0 ? max * 1.08 : 1] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        space: 70,
        values: (_, ticks, __, ___, step) => ticks.map((t) => (step < 28 * 86_400 ? day : month).format(t * 1000)),
      },
      { ...axis, size: 56, values: (_, ticks) => ticks.map((t) => short.format(t)) },
    ],
    series: [
      { label: first, value: (_, v) => (v == null ? '–' : exact.format(v * 1000)) },
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
          value: (_, v) => (v == null ? '–' : new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }).format(v)),
        }),
      ),
    ],
  };
}
