// The month that is open: what came in so far, and closing it.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { closeMonth } from '../../api/operator';
import type { Month, Months } from '../../api/payout';
import { useAll, useResource } from '../../api/resource';
import type { Session } from '../../api/session';
import { locale, words } from '../../i18n';
import { show, sum } from '../../money';
import type { Account, Entry } from '../../schema/api.gen';
import { month as named, utc } from '../../time';
import { AmountOf } from '../../ui/amount';
import { Field } from '../../ui/form';
import { Card, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';
import { Action } from './action';
import { type Recorded, Sequence } from './outcome';

/** The month after one that was closed, such as 2025-01 after 2024-12; and when it ends. */
export function following(last: Month): { name: string; end: string } {
  const start = new Date(last.end);
  return {
    name: last.end.slice(0, 7),
    end: new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1)).toISOString(),
  };
}

/** Where an entry of the fund came from: a source of revenue, or another account. */
export function sourceOf(e: Entry): string {
  return e.from_class === 'revenue' && e.from_name ? e.from_name : e.from;
}

async function close(name: string) {
  const { already_recorded, month } = await closeMonth(name);
  const w = words().operator.open;
  return {
    reference: `month:${name}`,
    already_recorded,
    sequence: month.sequence,
    text: w.done(month.holders_paid, show(month.paid, { locale: locale() })),
  };
}

export function OpenMonth({
  last,
  months,
  who,
  onDone,
}: {
  last: Month;
  months: Months;
  who: Session;
  onDone: (of: Recorded) => void;
}) {
  const w = words().operator;
  const { name, end } = following(last);
  const over = Date.parse(months.as_of.time) >= Date.parse(end);
  // What came in after the month's end belongs to the next one.
  const at = over ? { at: end } : {};
  const funds = useAll<Account>(
    [
      address(`/ledger/accounts/${months.fund_account}`, { limit: 200, ...at }),
      address(`/ledger/accounts/${months.carry_account}`, { limit: 1, ...at }),
    ],
    30_000,
  );
  const title = named(name, locale());
  return (
    <Card title={w.open.title(title)} hint={over ? w.open.over : w.open.running(utc(end))}>
      <Show of={funds} lines={3}>
        {([fund, carry]) => {
          const came = fund?.balances[0]?.net;
          const carried = carry?.balances[0]?.net;
          const both = sum([came, carried].filter((a) => a !== undefined));
          const entries = (fund?.entries ?? []).filter(
            (e) => e.from_class === 'revenue' && e.effective >= last.end && (!over || e.effective < end),
          );
          return (
            <>
              <Stats>
                <Stat label={w.open.revenue} hint={w.open.revenueHint}>
                  {came ? <AmountOf of={came} places={2} /> : '–'}
                </Stat>
                <Stat label={w.open.carried}>{carried ? <AmountOf of={carried} places={2} /> : '–'}</Stat>
                <Stat label={w.open.fund}>{both ? <AmountOf of={both} places={2} /> : '–'}</Stat>
              </Stats>
              {entries.length === 0 ? (
                <Empty title={w.open.noRevenue}>{w.open.noRevenueText}</Empty>
              ) : (
                <Table
                  caption={w.open.entries}
                  rows={entries}
                  keyOf={(e) => `${e.sequence}.${e.line}`}
                  columns={[
                    { name: w.open.when, cell: (e) => <Time at={e.effective} /> },
                    { name: w.open.source, cell: sourceOf },
                    { name: w.open.intoFund, number: true, cell: (e) => <AmountOf of={e.amount} places={6} /> },
                    { name: w.outcome.sequence, number: true, cell: (e) => <Sequence of={e.sequence} /> },
                  ]}
                />
              )}
              <Action
                name={w.open.close(title)}
                question={w.open.question(title)}
                figures={[
                  [w.open.revenue, came && <AmountOf of={came} places={18} />],
                  [w.open.carried, carried && <AmountOf of={carried} places={18} />],
                  [w.open.fund, both && <AmountOf of={both} places={18} />],
                ]}
                warning={w.open.warning}
                reason={
                  !over
                    ? w.open.notOver(utc(end))
                    : who.scopes.includes('prepare')
                      ? undefined
                      : w.steps.scope('prepare')
                }
                main
                run={() => close(name)}
                onDone={onDone}
              />
            </>
          );
        }}
      </Show>
    </Card>
  );
}

/** Before the first month was closed nothing says which one it will be: the operator does. */
export function FirstMonth({
  account,
  who,
  onDone,
}: {
  account: string;
  who: Session;
  onDone: (of: Recorded) => void;
}) {
  const w = words().operator;
  const [text, setText] = useState('');
  const fund = useResource<Account>(address(`/ledger/accounts/${account}`, { limit: 1 }));
  const good = /^[0-9]{4}-(0[1-9]|1[0-2])$/.test(text);
  const came = fund.data?.balances[0]?.net;
  return (
    <Card title={w.open.first} hint={w.open.firstHint}>
      <Field
        label={w.open.month}
        hint={w.open.monthHint}
        value={text}
        maxLength={7}
        placeholder="2026-01"
        autocomplete="off"
        onInput={(e) => setText(e.currentTarget.value.trim())}
      />
      <Action
        name={w.open.close(good ? named(text, locale()) : w.open.theMonth)}
        question={w.open.question(good ? named(text, locale()) : '')}
        figures={[[w.open.revenue, came ? <AmountOf of={came} places={18} /> : '–']]}
        warning={w.open.warning}
        reason={!who.scopes.includes('prepare') ? w.steps.scope('prepare') : good ? undefined : w.open.monthHint}
        main
        run={() => close(text)}
        onDone={onDone}
      />
    </Card>
  );
}
