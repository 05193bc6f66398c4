// The entries of one account between its opening and its closing balance. The head of the table is repeated on every printed
// page, with whose account it is.

import { locale, words } from '../../i18n';
import { type Amount, format, formatDecimal, units, whole } from '../../money';
import { hrefOf } from '../../route';
import type { Link, StatementAccount, StatementLine } from '../../schema/api.gen';
import { utc } from '../../time';
import { Card } from '../../ui/layout';
import { headingOf, headingOfCode, kindName, SentenceOf } from '../../ui/sentence';
import { TableFrame } from '../../ui/table';
import { explorer } from '../../wallet/network';

interface Props {
  of: StatementAccount;
  /** Places of amounts. */
  places: number;
  priced: boolean;
  /** What stands at the head of every printed page: whose statement, over what time. */
  head: string;
}

export function Entries({ of: a, places, priced, head }: Props) {
  const w = words().statement;
  const title = `${headingOf(a.name)} · ${a.opening.asset}`;
  const name = namesOf(a);
  const columns = [
    w.date,
    w.what,
    w.nature,
    name.amount,
    name.balance,
    ...(priced ? [w.price, w.value] : []),
    w.journal,
  ];
  const numbers = new Set([name.amount, name.balance, w.price, w.value]);
  const before = 4; // columns before the balance
  const after = columns.length - before - 1;
  const edge = (called: string, balance: Amount) => (
    <tr class="st-edge">
      <th scope="row" colSpan={before}>
        {called}
      </th>
      <td class="number" data-name={name.balance}>
        <Figure of={balance} places={places} />
      </td>
      <td colSpan={after} class="st-blank" />
    </tr>
  );
  return (
    <Card title={title}>
      <TableFrame caption={title}>
        <table class="st-entries">
          <caption class="hidden">{title}</caption>
          <thead>
            <tr class="print-only" aria-hidden="true">
              <th colSpan={columns.length}>
                {title} · {head}
              </th>
            </tr>
            <tr>
              {columns.map((c) => (
                <th key={c} scope="col" class={numbers.has(c) ? 'number' : undefined}>
                  {c}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {edge(w.opening, a.opening)}
            {a.entries.map((e) => (
              <EntryOf
                key={`${e.sequence}.${e.line}`}
                of={e}
                called={calledOf(a, e)}
                names={name}
                places={places}
                priced={priced}
              />
            ))}
            {edge(w.closing, a.closing)}
          </tbody>
        </table>
      </TableFrame>
    </Card>
  );
}

/** What an entry is called. A purchase by somebody else is a reward to whoever referred. */
function calledOf(a: StatementAccount, e: StatementLine): string {
  if (e.kind === 'purchase' && a.role === 'referral-expense') return words().nodes.reward;
  return kindName(e.kind);
}

function EntryOf({
  of: e,
  called,
  names,
  places,
  priced,
}: {
  of: StatementLine;
  called: string;
  names: { amount: string; balance: string };
  places: number;
  priced: boolean;
}) {
  const w = words().statement;
  const [date, clock] = utc(e.when).split(' ');
  return (
    <tr>
      <td data-name={w.date}>
        <time dateTime={e.when}>
          {date} <span class="muted">{clock}</span>
        </time>
      </td>
      <td data-name={w.what} class="st-what">
        <strong>{called}</strong>
        <SentenceOf of={e.reason} whole />
        {e.undone && <SentenceOf of={e.undone} whole />}
        {e.reverses !== undefined && <span>{w.reverses(String(e.reverses))}</span>}
        <SourceOf of={e.source} />
      </td>
      <td data-name={w.nature}>
        <span class={`tag st-${e.nature}`}>{headingOfCode(`nature-${e.nature}`)}</span>
      </td>
      <td data-name={names.amount} class="number">
        <Figure of={e.amount} places={places} signed />
      </td>
      <td data-name={names.balance} class="number">
        <Figure of={e.balance} places={places} />
      </td>
      {priced && (
        <>
          <td data-name={w.price} class="number">
            {e.price_usd ? <Dollars of={e.price_usd} /> : '–'}
          </td>
          <td data-name={w.value} class="number">
            {e.value_usd ? <Dollars of={e.value_usd} places={2} /> : '–'}
          </td>
        </>
      )}
      <td data-name={w.journal}>
        <a
          href={hrefOf('verify', { sequence: String(e.sequence), line: String(e.line) })}
          aria-label={w.prove(String(e.sequence), String(e.line))}
        >
          {e.sequence}.{e.line}
        </a>
      </td>
    </tr>
  );
}

/** The names of the columns of amounts: the asset stands there once, and not at every figure. */
function namesOf(a: StatementAccount): { amount: string; balance: string } {
  const w = words().statement;
  return { amount: `${w.amount}, ${a.opening.asset}`, balance: `${w.balance}, ${a.opening.asset}` };
}

/** An amount without its asset; rounded to places, with every digit in the title. */
function Figure({ of, places, signed = false }: { of: Amount; places: number; signed?: boolean }) {
  const value = units(of.amount);
  return (
    <span class="figure" title={`${formatDecimal(whole(value, of.decimals), { locale: locale() })} ${of.asset}`}>
      {format(value, of.decimals, { locale: locale(), places, signed })}
    </span>
  );
}

/** Dollars; rounded to places, with every digit in the title. */
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
      {w.chain(String(s.block ?? 0), String(s.log_index ?? 0))}{' '}
      {at ? (
        <a href={at} rel="noreferrer">
          <code>{hash}</code>
        </a>
      ) : (
        <code>{hash}</code>
      )}
    </span>
  );
}
