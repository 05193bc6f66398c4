// A table of figures as accountants set them: sections with their lines and totals, the figures of a column below each other.
import type { ComponentChildren } from 'preact';
import { locale } from '../../i18n';
import { type Amount, format, formatDecimal, units, whole } from '../../money';
import type { Sentence } from '../../schema/api.gen';
import { headingOf, SentenceOf } from '../../ui/sentence';
import { TableFrame } from '../../ui/table';
import { placesOf } from './figures';

export interface Row {
  key: string;
  name: ComponentChildren;
  /** head: of a section, which has no figures. */
  look?: 'head' | 'total' | 'sum';
  cells?: Cells;
}

/** A figure of each column. undefined: there is none; null: the column says nothing in this row. */
export type Cells = readonly (Amount | undefined | null)[];

interface Props {
  caption: string;
  /** The name of the column of names. */
  first: string;
  columns: readonly string[];
  rows: readonly Row[];
  places: number;
  /** What stands at the head of every printed page. */
  head: string;
}

export function Figures({ caption, first, columns, rows, places, head }: Props) {
  const widths = columns.map((_, i) =>
    placesOf(
      rows.map((r) => r.cells?.[i]),
      places,
    ),
  );
  return (
    <TableFrame caption={caption}>
      <table class="bk-figures">
        <caption class="hidden">{caption}</caption>
        <thead>
          <tr class="print-only" aria-hidden="true">
            <th colSpan={columns.length + 1}>{head}</th>
          </tr>
          <tr>
            <th scope="col">{first}</th>
            {columns.map((c) => (
              <th key={c} scope="col" class="number">
                {c}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((r) => (
            <tr key={r.key} class={r.look && `bk-${r.look}`}>
              <th scope="row" colSpan={r.cells ? undefined : columns.length + 1}>
                {r.name}
              </th>
              {r.cells?.map((a, i) => (
                <td
                  key={columns[i]}
                  class={a ? 'number' : 'number bk-none'}
                  data-name={columns[i]}
                  data-testid={`${r.key} ${columns[i]}`}
                >
                  {a ? <Figure of={a} places={widths[i] ?? 0} /> : a === undefined && <span class="muted">–</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  );
}

/** An amount without its asset, which the column or the table names; every digit is in the title. */
export function Figure({ of, places }: { of: Amount; places: number }) {
  const value = units(of.amount);
  return (
    <span class="figure" title={`${formatDecimal(whole(value, of.decimals), { locale: locale() })} ${of.asset}`}>
      {format(value, of.decimals, { locale: locale(), places, fixed: true })}
    </span>
  );
}

/** An account's name with its path below, which is what the ledger calls it. */
export function AccountName({ name, path }: { name: Sentence; path?: string }) {
  return (
    <span class="bk-account">
      <span title={headingOf(name)} class="bk-name">
        <SentenceOf of={name} />
      </span>
      {path && <code class="muted">{path}</code>}
    </span>
  );
}
