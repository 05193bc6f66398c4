// The entries of one account between its opening and its closing balance. The head of the table is repeated on every printed
// page, with whose account it is.
import type { Link, StatementAccount, StatementLine } from '../../api/schema';
import { language, locale, words } from '../../i18n';
import { formatDecimal } from '../../money';
import { hrefOf } from '../../route';
import { utc } from '../../time';
import { AmountOf } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { explorer } from '../../wallet/network';

interface Props {
  of: StatementAccount;
  /** Places of amounts. */
  places: number;
  priced: boolean;
  /** What stands at the head of every printed page: whose statement, over what time. */
  head: string;
}

export function whatOf(a: StatementAccount): string {
  return words().statement.whats[a.what] ?? a.what;
}

export function Entries({ of: a, places, priced, head }: Props) {
  const w = words().statement;
  const title = `${whatOf(a)} · ${a.opening.asset}`;
  const columns = [w.date, w.what, w.nature, w.amount, w.balance, ...(priced ? [w.price, w.value] : []), w.journal];
  const numbers = new Set([w.amount, w.balance, w.price, w.value]);
  const before = 4; // columns before the balance
  const after = columns.length - before - 1;
  const edge = (name: string, balance: StatementAccount['opening']) => (
    <tr role="row" class="st-edge">
      <th role="rowheader" scope="row" colSpan={before}>
        {name}
      </th>
      <td role="cell" class="number" data-name={w.balance}>
        <AmountOf of={balance} places={places} plain />
      </td>
      <td role="cell" colSpan={after} class="st-blank" />
    </tr>
  );
  return (
    <Card title={title}>
      <div class="table-frame">
        <table role="table" class="st-entries">
          <caption class="hidden">{title}</caption>
          <thead role="rowgroup">
            <tr class="print-only" aria-hidden="true">
              <th colSpan={columns.length}>
                {title} · {head}
              </th>
            </tr>
            <tr role="row">
              {columns.map((name) => (
                <th key={name} role="columnheader" scope="col" class={numbers.has(name) ? 'number' : undefined}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {edge(w.opening, a.opening)}
            {a.entries.map((e) => (
              <EntryOf key={`${e.sequence}.${e.line}`} of={e} places={places} priced={priced} />
            ))}
            {edge(w.closing, a.closing)}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function EntryOf({ of: e, places, priced }: { of: StatementLine; places: number; priced: boolean }) {
  const w = words().statement;
  const said = w.reason(e.reason);
  const [date, clock] = utc(e.when).split(' ');
  return (
    <tr role="row">
      <td role="cell" data-name={w.date}>
        <time dateTime={e.when}>
          {date} <span class="muted">{clock}</span>
        </time>
      </td>
      <td role="cell" data-name={w.what} class="st-what">
        <strong>{w.kinds[e.kind] ?? e.kind}</strong>
        <span lang={said === e.reason && language.value !== 'en' ? 'en' : undefined}>{said}</span>
        {e.reverses !== undefined && <span>{w.reverses(String(e.reverses))}</span>}
        <SourceOf of={e.source} />
      </td>
      <td role="cell" data-name={w.nature}>
        <span class={`tag st-${e.nature}`}>{w.natures[e.nature]}</span>
      </td>
      <td role="cell" data-name={w.amount} class="number">
        <AmountOf of={e.amount} places={places} plain signed />
      </td>
      <td role="cell" data-name={w.balance} class="number">
        <AmountOf of={e.balance} places={places} plain />
      </td>
      {priced && (
        <>
          <td role="cell" data-name={w.price} class="number">
            {e.price_usd ? <Dollars of={e.price_usd} /> : '–'}
          </td>
          <td role="cell" data-name={w.value} class="number">
            {e.value_usd ? <Dollars of={e.value_usd} places={2} /> : '–'}
          </td>
        </>
      )}
      <td role="cell" data-name={w.journal}>
        <a href={hrefOf('verify', { sequence: String(e.sequence), line: String(e.line) })} aria-label={w.prove(String(e.sequence), String(e.line))}>
          {e.sequence}.{e.line}
        </a>
      </td>
    </tr>
  );
}

/** Dollars; cut to places, with every digit in the title. */
export function Dollars({ of, places }: { of: string; places?: number }) {
  return (
    <span class="figure" title={`${formatDecimal(of, { locale: locale() })} USD`}>
      {formatDecimal(of, { locale: locale(), places })} <span class="unit">USD</span>
    </span>
  );
}

function SourceOf({ of: s }: { of: Link }) {
  const w = words().statement.source;
  if (s.origin === 'job') return <span class="muted">{w.job(s.job ?? '', s.slot ?? '')}</span>;
  if (s.origin === 'op') return <span class="muted">{w.operator(s.operator ?? '', s.reference ?? '')}</span>;
  const hash = s.tx_hash ?? '';
  const at = explorer(s.chain ?? 0, 'tx', hash);
  return (
    <span class="muted">
      {w.chain(String(s.block ?? 0), String(s.log_index ?? 0))} {at ? <a href={at} rel="noreferrer"><code>{hash}</code></a> : <code>{hash}</code>}
    </span>
  );
}
