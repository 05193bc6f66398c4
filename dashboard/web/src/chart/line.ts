// What a chart shows: lines over the same instants.
import type { ComponentChildren } from 'preact';

export interface Line {
  name: string;
  /** Heights for drawing only; figures for people are in `shown`. */
  values: number[];
  look: 'main' | 'grey' | 'dashed' | 'bars';
  /** Holds until the next point, instead of a straight line to it. */
  stepped?: boolean;
}

export interface ChartProps {
  label: string;
  /** What the heights are counted in, on the axis and where the pointer is. */
  unit?: string;
  /** Seconds since 1970. */
  x: number[];
  lines: Line[];
  /** What the table shows: for each point its name and the exact figure of each line. */
  rows: { at: ComponentChildren; cells: ComponentChildren[] }[];
  first: string; // heading of the first column
}
