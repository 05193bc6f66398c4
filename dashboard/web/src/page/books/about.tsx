// What a report is of: whose, over what time, as of which block. It is the head of what is printed.
import type { ComponentChildren } from 'preact';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { locale, pick, words } from '../../i18n';
import type { AsOf, Sale } from '../../schema/api.gen';
import { utc, valid } from '../../time';
import { Card, Facts } from '../../ui/layout';
import { Notice } from '../../ui/notice';

interface Props {
  report: string;
  period: string;
  /** Whether it is of an instant, and not of a period. */
  instant: boolean;
  /** The first instant that the report leaves out; empty: it is up to now. */
  until: string;
  wallet?: string;
  asOf: AsOf;
}

export function About({ report, period, instant, until, wallet, asOf }: Props) {
  const w = words();
  const sale = useResource<Sale>(address('/sale'));
  const n = (v: number) => v.toLocaleString(locale());
  const rows: [string, ComponentChildren][] = [
    [w.books.report, report],
    [
      instant ? w.books.at : w.books.period,
      <>
        {period}
        {until !== '' && !instant && <span class="hint paper-note">{w.statement.utcDays}</span>}
      </>,
    ],
  ];
  if (wallet) rows.push([w.books.wallet, <code>{wallet}</code>]);
  if (sale.data) rows.push([w.statement.sale, pick(sale.data.title) || sale.data.program]);
  rows.push([
    w.statement.asOf,
    valid(asOf.time) ? w.statement.asOfBlock(n(asOf.block), utc(asOf.time), n(asOf.final)) : w.fresh.notBegun,
  ]);
  const early = until !== '' && valid(asOf.time) && Date.parse(asOf.time) < Date.parse(until);
  return (
    <Card>
      <Facts rows={rows} />
      {early && <Notice>{w.books.notOver(utc(asOf.time))}</Notice>}
    </Card>
  );
}
