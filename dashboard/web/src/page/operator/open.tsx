// The month that is open: what came in so far, and closing it.
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { transactionAddress } from '../../api/journal';
import type { Month, Months } from '../../api/payout';
import { useAll, useResource } from '../../api/resource';
import type { Session } from '../../api/session';
import { locale, words } from '../../i18n';
import { type Amount, units, whole } from '../../money';
import type { Account, Entry, Transaction, Transactions } from '../../schema/api.gen';
import { month as named, utc } from '../../time';
import { AmountOf } from '../../ui/amount';
import { Field } from '../../ui/form';
import { Card, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { kindName } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';
import { partsOf } from './income';
import { type Recorded, Sequence } from './outcome';
import { Previewed } from './preview';

/** The month after one that was closed, such as 2025-01 after 2024-12; and when it ends. */
export function following(last: Month): { name: string; end: string } {
  const start = new Date(last.end);
  return {
    name: last.end.slice(0, 7),
    end: new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 1)).toISOString(),
  };
}

/** Whose revenue a transaction is; what it is where it names no source. */
export function sourceOf(t: Transaction): string {
  return t.meta.source ?? kindName(t.kind);
}

/** An amount of the same asset. */
const like = (of: Amount, value: bigint): Amount => ({
  ...of,
  amount: value.toString(),
  display: `${whole(value, of.decimals)} ${of.asset}`,
});

/** What an entry put into the fund; below zero for what was taken back. The fund stands in credit. */
export function intoFund(e: Entry, fund: string): Amount {
  return e.from === fund ? e.amount : like(e.amount, -units(e.amount.amount));
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
  const funds = useResource<Account>(address(`/ledger/accounts/${months.fund_account}`, { limit: 200, ...at }), 30_000);
  const title = named(name, locale());
  return (
    <Card title={w.open.title(title)} hint={over ? w.open.over : w.open.running(utc(end))}>
      <Show of={funds} lines={3}>
        {(fund) => {
          // What earlier months left is in the fund, too.
          const carried = last.carried_out;
          const both = fund.balances[0]?.balance;
          const came = both && like(both, units(both.amount) - units(carried.amount));
          const entries = fund.entries.filter(
            (e) =>
              e.kind === 'revenue' && e.effective >= last.end && (!over || Date.parse(e.effective) < Date.parse(end)),
          );
          return (
            <>
              <Stats>
                <Stat label={w.open.revenue} hint={w.open.revenueHint}>
                  {came ? <AmountOf of={came} places={2} /> : '–'}
                </Stat>
                <Stat label={w.open.carried}>
                  <AmountOf of={carried} places={2} />
                </Stat>
                <Stat label={w.open.fund}>{both ? <AmountOf of={both} places={2} /> : '–'}</Stat>
              </Stats>
              {entries.length === 0 ? (
                <Empty title={w.open.noRevenue}>{w.open.noRevenueText}</Empty>
              ) : (
                <Revenue of={entries} fund={fund.account} />
              )}
              {over ? (
                <Previewed name={name} who={who} onDone={onDone} />
              ) : (
                <p class="hint">{w.open.notOver(utc(end))}</p>
              )}
            </>
          );
        }}
      </Show>
    </Card>
  );
}

const few = 20;

/** What came into the fund, and from whom: that is in the transactions, which are asked for a few at a time. */
function Revenue({ of, fund }: { of: Entry[]; fund: string }) {
  const w = words();
  const [shown, setShown] = useState(few);
  const rows = of.slice(0, shown);
  const found = useAll<Transactions>(rows.map((e) => transactionAddress(e.sequence)));
  const all = new Map(found.data?.flatMap((page) => page.transactions).map((t) => [t.sequence, t]));
  const cell = (show: (t: Transaction, e: Entry) => ComponentChildren) => (e: Entry) => {
    const t = all.get(e.sequence);
    return t ? show(t, e) : '…';
  };
  const sum = (of: Amount | undefined) => (of ? <AmountOf of={of} places={6} /> : '–');
  const n = w.operator.record.income;
  return (
    <>
      <Table
        caption={w.operator.open.entries}
        rows={rows}
        keyOf={(e) => `${e.sequence}.${e.line}`}
        columns={[
          { name: w.operator.open.when, cell: (e) => <Time at={e.effective} /> },
          { name: w.operator.open.source, cell: cell(sourceOf) },
          { name: n.reference, cell: cell((t) => (t.source.reference ? <code>{t.source.reference}</code> : '–')) },
          { name: n.by, cell: cell((t) => t.source.name || '–') },
          { name: n.note, cell: cell((t) => t.meta.note ?? '–') },
          { name: n.gross, number: true, cell: cell((t, e) => sum(partsOf(t, e, fund).gross)) },
          {
            name: w.operator.open.intoFund,
            number: true,
            cell: (e) => <AmountOf of={intoFund(e, fund)} places={6} />,
          },
          { name: n.buyback, number: true, cell: cell((t, e) => sum(partsOf(t, e, fund).buyback)) },
          { name: w.operator.outcome.sequence, number: true, cell: (e) => <Sequence of={e.sequence} /> },
        ]}
      />
      {of.length > shown && (
        <button type="button" class="button quiet" onClick={() => setShown(shown + few)}>
          {w.general.more}
        </button>
      )}
    </>
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
  const came = fund.data?.balances[0]?.balance;
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
      <Stats>
        <Stat label={w.open.revenue}>{came ? <AmountOf of={came} places={2} /> : '–'}</Stat>
      </Stats>
      {good && <Previewed key={text} name={text} who={who} onDone={onDone} />}
    </Card>
  );
}
