// How the sale went. Its words come with it.
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { words as all, language, locale } from '../../i18n';
import { fairness as english } from '../../i18n/en/fairness';
import { fairness as chinese } from '../../i18n/zh/fairness';
import { percent, percentOf } from '../../money';
import type { CodeSum, Fairness } from '../../schema/api.gen';
import { Address } from '../../ui/address';
import { AmountOf, Count, Decimal } from '../../ui/amount';
import { Card, Facts, Page } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { SentenceOf } from '../../ui/sentence';
import { type Column, Table } from '../../ui/table';
import { Time } from '../../ui/time';

const words = () => (language.value === 'zh' ? chinese : english);

/** A share such as 0.123456789 as a percentage of two places. */
const shareOf = (decimal: string) => percentOf(decimal, { locale: locale(), places: 2 });

export default function FairnessPage() {
  const w = words();
  const found = useResource<Fairness>(address('/sale/fairness'), 60_000);
  return (
    <Page title={all().shell.pages.fairness} lead={w.lead} fresh={found.data}>
      <Show of={found} lines={8} tall>
        {(f) =>
          f.opened ? (
            <>
              <Nodes of={f} />
              <Minutes of={f} />
              <Codes of={f} />
              <Pairs of={f} />
              <Referrers of={f} />
              <Quotas of={f} />
              <Card title={w.funding}>
                <SentenceOf of={f.funding.reason} />
              </Card>
            </>
          ) : (
            <Empty title={w.nothing}>{w.nothingText}</Empty>
          )
        }
      </Show>
    </Page>
  );
}

function Nodes({ of: f }: { of: Fairness }) {
  const w = words();
  const number = (n: number) => n.toLocaleString(locale());
  return (
    <Card title={w.nodes} hint={`${w.nodesHint} ${w.giniHint}`}>
      <Facts
        rows={[
          [w.wallets, <Count of={f.wallets} />],
          [w.bought, <Count of={f.nodes} />],
          [w.gini, <Decimal of={f.gini} places={4} />],
          ...f.top.map((t): [string, string] => [w.top(t.first), w.part(number(t.nodes), shareOf(t.share))]),
        ]}
      />
    </Card>
  );
}

function Minutes({ of: f }: { of: Fairness }) {
  const w = words();
  const names = w.minuteColumns;
  const all = BigInt(f.with_code.nodes + f.without_code.nodes);
  return (
    <Card title={w.minutes}>
      <Facts rows={[[w.opened, <Time at={f.opened} />]]} />
      <Table
        caption={w.minutes}
        rows={f.first_minutes}
        keyOf={(m) => m.minute}
        columns={[
          { name: names.minute, cell: (m) => <Count of={m.minute} /> },
          { name: names.purchases, number: true, cell: (m) => <Count of={m.purchases} /> },
          { name: names.nodes, number: true, cell: (m) => <Count of={m.nodes} /> },
          {
            name: names.share,
            number: true,
            cell: (m) => percent(BigInt(m.nodes), all, { locale: locale(), places: 2 }),
          },
          { name: names.wallets, number: true, cell: (m) => <Count of={m.wallets} /> },
        ]}
      />
    </Card>
  );
}

/** Purchases and nodes as columns. */
function counts<Row extends { purchases: number; nodes: number }>(names: {
  purchases: string;
  nodes: string;
}): Column<Row>[] {
  return [
    { name: names.purchases, number: true, cell: (r) => <Count of={r.purchases} /> },
    { name: names.nodes, number: true, cell: (r) => <Count of={r.nodes} /> },
  ];
}

function Codes({ of: f }: { of: Fairness }) {
  const w = words();
  const names = w.codeColumns;
  const rows: (CodeSum & { how: string })[] = [
    { how: w.without, ...f.without_code },
    { how: w.with, ...f.with_code },
    { how: w.own, ...f.own_code },
    { how: w.mutual, ...f.mutual },
  ];
  return (
    <Card title={w.codes}>
      <Table
        caption={w.codes}
        rows={rows}
        keyOf={(r) => r.how}
        columns={[
          { name: names.how, cell: (r) => r.how },
          ...counts<CodeSum & { how: string }>(names),
          { name: names.list, number: true, cell: (r) => <AmountOf of={r.list} places={4} plain /> },
          { name: names.discount, number: true, cell: (r) => <AmountOf of={r.discount} places={4} plain /> },
          { name: names.reward, number: true, cell: (r) => <AmountOf of={r.reward} places={4} plain /> },
        ]}
      />
    </Card>
  );
}

function Pairs({ of: { mutual, two_wallets } }: { of: Fairness }) {
  const w = words();
  const names = w.pairColumns;
  return (
    <Card title={w.pairs} hint={two_wallets && <SentenceOf of={two_wallets} />}>
      <p>{mutual.pairs === 0 ? w.pairsNone : w.pairsAre(mutual.pairs, shareOf(mutual.saved_share))}</p>
      {mutual.pairs > 0 && (
        <Table
          caption={w.pairs}
          rows={mutual.top}
          keyOf={(p) => p.wallets.join()}
          columns={[
            { name: names.a, cell: (p) => <Address of={p.wallets[0] ?? ''} /> },
            { name: names.b, cell: (p) => <Address of={p.wallets[1] ?? ''} /> },
            { name: names.nodes, number: true, cell: (p) => <Count of={p.nodes} /> },
            { name: names.list, number: true, cell: (p) => <AmountOf of={p.list} places={4} plain /> },
            { name: names.saved, number: true, cell: (p) => <AmountOf of={p.saved} places={4} /> },
          ]}
        />
      )}
    </Card>
  );
}

function Referrers({ of: f }: { of: Fairness }) {
  const w = words();
  const names = w.referrerColumns;
  if (f.referrers === 0) return null;
  return (
    <Card title={w.referrers} hint={w.referrersHint(f.referrers, f.by_referrer.length)}>
      <Table
        caption={w.referrers}
        rows={f.by_referrer}
        keyOf={(s) => s.referrer}
        columns={[
          { name: names.who, cell: (s) => <Address of={s.referrer} /> },
          ...counts<Fairness['by_referrer'][number]>(names),
          { name: names.earned, number: true, cell: (s) => <AmountOf of={s.earned} places={4} /> },
        ]}
      />
    </Card>
  );
}

function Quotas({ of: f }: { of: Fairness }) {
  const w = words();
  const names = w.quotaColumns;
  const rows = f.quotas.filter((q) => q.per_wallet !== 0 || q.wallets > 0);
  if (rows.every((q) => q.per_wallet === null)) return null;
  return (
    <Card title={w.quotas} hint={w.quotasHint}>
      <Table
        caption={w.quotas}
        rows={rows}
        keyOf={(q) => q.tier}
        columns={[
          { name: names.tier, cell: (q) => <Count of={q.tier} /> },
          {
            name: names.quota,
            number: true,
            cell: (q) => (q.per_wallet === null ? w.noQuota : <Count of={q.per_wallet} />),
          },
          { name: names.wallets, number: true, cell: (q) => <Count of={q.wallets} /> },
          { name: names.used, number: true, cell: (q) => <Count of={q.used_up} /> },
        ]}
      />
    </Card>
  );
}
