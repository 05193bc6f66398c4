// A chart with its figures as a table behind it. The drawing code is loaded when the first chart is shown.
import { words } from '../i18n';
import { lazy } from '../lazy';
import { Table } from '../ui/table';
import type { ChartProps } from './line';

export type { Line } from './line';

const Plot = lazy(() => import('./plot'));

export function Chart({ label, unit, x, lines, rows, first }: ChartProps) {
  return (
    <figure class="chart">
      <ul class="legend" aria-hidden="true">
        {lines.map((l) => (
          <li key={l.name} class={l.look}>
            {l.name}
          </li>
        ))}
      </ul>
      <div role="img" aria-label={label}>
        <Plot unit={unit} x={x} lines={lines} first={first} />
      </div>
      <details>
        <summary>{words().general.table}</summary>
        <Table
          caption={label}
          rows={rows}
          keyOf={(_, i) => i}
          columns={[
            { name: first, cell: (r) => r.at },
            ...lines.map((l, i) => ({ name: l.name, number: true, cell: (r: (typeof rows)[number]) => r.cells[i] })),
          ]}
        />
      </details>
    </figure>
  );
}
