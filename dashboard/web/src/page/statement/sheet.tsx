// The statement itself: who and when, balances, income, entries, and where the figures come from.
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { locale, pick, words } from '../../i18n';
import type { Sale, Statement, StatementAccount, StatementTotal, UnrecognisedPart } from '../../schema/api.gen';
import { utc, valid } from '../../time';
import { AmountOf, Count } from '../../ui/amount';
import { Card, Facts } from '../../ui/layout';
import { Empty, Notice } from '../../ui/notice';
import { useFoot } from '../../ui/print';
import { headingOf, headingOfCode } from '../../ui/sentence';
import { type Column, Table } from '../../ui/table';
import { Dollars, Entries } from './entries';
import { movedOf } from './moved';
import { inWords, isDays } from './period';

export function Sheet({ of: st, places }: { of: Statement; places: number }) {
  const w = words().statement;
  const period = inWords(st, locale());
  const head = `${st.wallet} · ${period}`;
  useFoot(head);
  if (st.accounts.length === 0) return <Empty title={w.nothingTitle}>{w.nothing}</Empty>;
  const moved = st.accounts.filter((a) => a.entries.length > 0);
  const early = st.to !== '' && valid(st.as_of.time) && Date.parse(st.as_of.time) < Date.parse(st.to);
  return (
    <article class="statement printed stack" aria-label={`${w.title} ${head}`}>
      <Who of={st} period={period} />
      {early && <Notice tone="info">{w.notOver(utc(st.as_of.time))}</Notice>}
      <Balances of={st.accounts} places={places} />
      <Totals of={st.totals} priced={st.priced} recognise={st.recognise} later={st.unrecognised} />
      {moved.length === 0 && <Empty title={w.noEntries} />}
      {moved.map((a) => (
        <Entries key={`${a.account} ${a.opening.asset}`} of={a} places={places} priced={st.priced} head={head} />
      ))}
      {places < 18 && moved.length > 0 && <p class="hint">{w.cutHint}</p>}
      <Foot of={st} />
    </article>
  );
}

function Who({ of: st, period }: { of: Statement; period: string }) {
  const w = words().statement;
  const sale = useResource<Sale>(address('/sale'));
  const rows: [string, preact.ComponentChildren][] = [
    [w.wallet, <code>{st.wallet}</code>],
    [
      w.period,
      <>
        {period}
        {isDays(st) && <span class="hint paper-note">{w.utcDays}</span>}
      </>,
    ],
  ];
  if (sale.data) {
    rows.push([w.sale, pick(sale.data.title) || sale.data.program]);
    if (sale.data.contract) {
      rows.push([
        w.contract,
        <>
          <code>{sale.data.contract}</code>
          <span class="hint paper-note">{w.onChain(String(sale.data.chain_id))}</span>
        </>,
      ]);
    }
  }
  return (
    <Card>
      <Facts rows={rows} />
    </Card>
  );
}

function Balances({ of, places }: { of: readonly StatementAccount[]; places: number }) {
  const w = words().statement;
  const cell = (read: (a: StatementAccount) => StatementAccount['opening']) => (a: StatementAccount) => (
    <AmountOf of={read(a)} places={places} plain />
  );
  return (
    <Card title={w.balances} hint={w.balancesHint}>
      <Table
        caption={w.balances}
        rows={of}
        keyOf={(a) => `${a.account} ${a.opening.asset}`}
        columns={[
          { name: w.account, cell: (a) => <span title={a.account}>{headingOf(a.name)}</span> },
          { name: w.opening, number: true, cell: cell((a) => a.opening) },
          { name: w.came, number: true, cell: cell((a) => movedOf(a).came) },
          { name: w.went, number: true, cell: cell((a) => movedOf(a).went) },
          { name: w.closing, number: true, cell: cell((a) => a.closing) },
        ]}
      />
    </Card>
  );
}

/** Sums with every digit, as the server adds them up: they are what is declared. */
function Totals({
  of,
  priced,
  recognise,
  later,
}: {
  of: readonly StatementTotal[];
  priced: boolean;
  recognise: Statement['recognise'];
  later: readonly UnrecognisedPart[];
}) {
  const w = words().statement;
  const columns: Column<StatementTotal>[] = [
    { name: w.year, cell: (t) => t.year },
    { name: w.nature, cell: (t) => <span class={`tag st-${t.nature}`}>{headingOfCode(`nature-${t.nature}`)}</span> },
    { name: w.amount, number: true, cell: (t) => <AmountOf of={t.amount} places={t.amount.decimals} /> },
    { name: w.entries, number: true, cell: (t) => <Count of={t.lines} /> },
  ];
  if (priced) {
    columns.push(
      {
        name: w.value,
        number: true,
        cell: (t) => (t.value_usd === undefined ? <span class="muted">–</span> : <Dollars of={t.value_usd} />),
      },
      { name: w.withoutPrice, number: true, cell: (t) => <Count of={t.unpriced} /> },
    );
  }
  const missing = of.some((t) => t.unpriced > 0);
  return (
    <Card title={w.totals} hint={`${w.recognisedWhen[recognise]} ${w.totalsHint}`}>
      {of.length === 0 ? (
        <p class="muted">{w.noTotals}</p>
      ) : (
        <Table
          caption={w.totals}
          rows={of}
          keyOf={(t) => `${t.year} ${t.nature} ${t.amount.asset}`}
          columns={columns}
        />
      )}
      {later.length > 0 && (
        <p class="st-later">
          {w.later}{' '}
          {later.map((u, i) => (
            <span key={u.amount.asset}>
              {i > 0 && ', '}
              <AmountOf of={u.amount} places={u.amount.decimals} /> ({w.laterEntries(u.lines)})
            </span>
          ))}
        </p>
      )}
      {!priced && <p class="hint">{w.unpriced}</p>}
      {priced && missing && <p class="hint">{w.withoutPriceHint}</p>}
    </Card>
  );
}

function Foot({ of: st }: { of: Statement }) {
  const w = words().statement;
  const n = (v: number) => v.toLocaleString(locale());
  const proof = words().fresh;
  return (
    <Card title={w.foot} hint={w.footHint}>
      <Facts
        rows={[
          [w.head, <code>{st.ledger.head}</code>],
          [w.sequence, n(st.ledger.sequence)],
          [
            w.asOf,
            valid(st.as_of.time)
              ? w.asOfBlock(n(st.as_of.block), utc(st.as_of.time), n(st.as_of.final))
              : proof.notBegun,
          ],
          [w.proof, proof.proofMeans[st.as_of.proof] ?? st.as_of.proof],
          [w.made, <code>{window.location.href}</code>],
        ]}
      />
    </Card>
  );
}
