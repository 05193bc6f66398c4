import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface Column<Row> {
  name: string;
  cell: (row: Row) => ComponentChildren;
  /** Numbers stand on the right. */
  number?: boolean;
}

/** Whether a frame is narrower than what is in it: then it takes the focus, so that the arrow keys can move it. */
function useScrolls(frame: RefObject<HTMLElement | null>): boolean {
  const [scrolls, set] = useState(false);
  useEffect(() => {
    const at = frame.current;
    if (!at || typeof ResizeObserver === 'undefined') return;
    const watch = new ResizeObserver(() => set(at.scrollWidth > at.clientWidth + 1));
    watch.observe(at);
    if (at.firstElementChild) watch.observe(at.firstElementChild);
    return () => watch.disconnect();
  }, []);
  return scrolls;
}

/** The frame of a table: where the table is wider, it is scrolled inside of it. */
export function TableFrame({ caption, children }: { caption: string; children: ComponentChildren }) {
  const frame = useRef<HTMLDivElement>(null);
  const scrolls = useScrolls(frame);
  return (
    <div class="table-frame" ref={frame} {...(scrolls ? { tabIndex: 0, role: 'group', 'aria-label': caption } : {})}>
      {children}
    </div>
  );
}

/** A table. */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  marked,
}: {
  caption: string;
  columns: Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row, i: number) => string | number;
  marked?: (row: Row) => boolean;
}) {
  return (
    <TableFrame caption={caption}>
      <table>
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((c) => (
              <th key={c.name} scope="col" class={c.number ? 'number' : undefined}>
                {c.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={keyOf(row, i)} class={marked?.(row) ? 'marked' : undefined}>
              {columns.map((c) => (
                <td key={c.name} data-name={c.name} class={c.number ? 'number' : undefined}>
                  {c.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}
