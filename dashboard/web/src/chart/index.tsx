// A chart with its figures as a table behind it. The drawing code is loaded when the first chart is shown.

import type { ComponentChildren } from 'preact';
import { words } from '../i18n';
import { lazy } from '../lazy';
import { Table } from '../ui/table';

export interface Line {
  name: string;
  /** Heights for drawing only; figures for people are in `shown`. */
  values: number[];
  look: 'main' | 'grey' | 'dashed';
  /** Holds until the next point, instead of a straight line to it. */
  stepped?: boolean;
}

export interface ChartProps {
  label: string;
  /** Seconds since 1970. */
  x: number[];
  lines: Line[];
  /** What the table shows: for each point its name and the exact figure of each line. */
  rows: { at: ComponentChildren; cells: ComponentChildren[] }[];
  first: string; // heading of the first column
}

const Plot = lazy(() => import('./plot'));

export function Chart({ label, x, lines, rows, first }: ChartProps) {
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
        <Plot x={x} lines={lines} first={first} />
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
