// How far the sale and the points are on the way to the TGE, and after it how that went.
import type { ComponentChildren } from 'preact';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { show, units } from '../../money';
import type { Circulation, Generation, TGEReport, TierSelling } from '../../schema/api.gen';
import { valid } from '../../time';
import { AmountOf, Count, Decimal } from '../../ui/amount';
import { Card, Facts } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Progress } from '../../ui/progress';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

/** A projected date, or why there is none. */
export function Projected({ of }: { of: string | undefined }) {
  if (of && valid(of)) return <Time at={of} how="day" />;
  return <span class="muted">{of ? (words().sale.projected[of] ?? of) : '–'}</span>;
}

/** Where points are, how fast they leave the cap, and what their price says of the token. */
function Circulating({ of }: { of: Circulation }) {
  const w = words().sale.points;
  const valuation: [string, ComponentChildren][] = of.valuation_usd
    ? [[w.valuation(of.price_usd ?? ''), <Decimal of={of.valuation_usd} places={0} />]]
    : [];
  return (
    <Facts
      rows={[
        [w.emitted, <AmountOf of={of.emitted} places={0} />],
        [w.sold, <AmountOf of={of.sold} places={0} />],
        [w.burnt, <AmountOf of={of.burnt} places={0} />],
        [w.circulating, <AmountOf of={of.circulating} places={0} />],
        [w.perDay, <Both seven={of.per_day_7} thirty={of.per_day_30} />],
        [w.soldPerDay, <Both seven={of.sold_per_day_7} thirty={of.sold_per_day_30} />],
        ...valuation,
      ]}
    />
  );
}

const Both = ({ seven, thirty }: { seven: string; thirty: string }) => (
  <>
    <Decimal of={seven} places={1} /> / <Decimal of={thirty} places={1} />
  </>
);

export function Readiness() {
  const w = words().sale;
  const found = useResource<Generation>(address('/readiness'), 60_000);
  const report = found.data?.tge.report;
  return (
    <Card title={report ? w.tgeReport : w.readiness} hint={report ? w.tgeReportHint : w.readinessHint}>
      <Show of={found} lines={4}>
        {(g) => (g.tge.report ? <Report of={g.tge.report} g={g} /> : <Ahead of={g} />)}
      </Show>
    </Card>
  );
}

/** What is known of the time of the TGE. */
function When({ of: g }: { of: Generation }) {
  const w = words().sale;
  const rows: [string, ComponentChildren][] = [
    [
      w.tge,
      <>
        {w.tgeStates[g.tge.state] ?? g.tge.state} {g.tge.at && <Time at={g.tge.at} />}
      </>,
    ],
    ...g.tge.waits.map((t): [string, ComponentChildren] => [
      w.tgeWaits[t.what] ?? t.what,
      <>
        <Time at={t.at} /> <span class="muted">{w.tgeSaidBy(t.by)}</span>
      </>,
    ]),
  ];
  return <Facts rows={rows} />;
}

function Report({ of: t, g }: { of: TGEReport; g: Generation }) {
  const w = words().sale;
  const rows: [string, ComponentChildren][] = [
    [w.tge, g.tge.at && <Time at={g.tge.at} />],
    [w.tgeDays, <Count of={t.days} />],
    [w.tiersSold, `${t.tiers_sold} / ${g.tiers}`],
    [w.sold, <Count of={t.nodes_sold} />],
  ];
  if (t.points_issued) {
    rows.push([
      w.pointsIssued,
      <>
        <AmountOf of={t.points_issued} places={0} />{' '}
        {t.points_cap && <span class="muted">{w.ofCap(show(t.points_cap, { locale: locale(), places: 0 }))}</span>}
      </>,
    ]);
  }
  if (t.converted) rows.push([w.tgeConverted, <AmountOf of={t.converted} places={0} />]);
  if (t.dropped) rows.push([w.tgeDropped, <AmountOf of={t.dropped} places={0} />]);
  return <Facts rows={rows} />;
}

function Ahead({ of: g }: { of: Generation }) {
  const w = words().sale;
  return (
    <>
      <When of={g} />
      <div>
        <p class="between">
          <span>{w.tiersSold}</span>
          <span>
            {g.tiers_sold} / {g.tiers}{' '}
            {g.tiers_closed > 0 && <span class="muted">{w.tiersClosed(g.tiers_closed)}</span>}
          </span>
        </p>
        <Progress done={BigInt(g.tiers_sold)} of={BigInt(g.tiers)} label={w.tiersSold} />
      </div>
      {g.points_issued && (
        <div>
          <p class="between">
            <span>{w.pointsIssued}</span>
            <span>
              {show(g.points_issued, { locale: locale(), places: 0 })}{' '}
              {g.points_cap && (
                <span class="muted">{w.ofCap(show(g.points_cap, { locale: locale(), places: 0 }))}</span>
              )}
            </span>
          </p>
          {g.points_cap && (
            <Progress done={units(g.points_issued.amount)} of={units(g.points_cap.amount)} label={w.pointsIssued} />
          )}
        </div>
      )}
      {g.points && <Circulating of={g.points} />}
      <Pace of={g} />
      {g.by_tier.length > 0 && <Tiers of={g.by_tier} />}
    </>
  );
}

function Pace({ of: g }: { of: Generation }) {
  const w = words().sale;
  return (
    <Table
      caption={w.readiness}
      keyOf={(r) => r.days}
      rows={[
        { days: 7, sold: g.sold_per_day_7, out: g.sell_out_7, cap: g.cap_reached_7 },
        { days: 30, sold: g.sold_per_day_30, out: g.sell_out_30, cap: g.cap_reached_30 },
      ]}
      columns={[
        { name: w.readinessColumns.window, cell: (r) => <span class="nowrap">{w.lastDays(r.days)}</span> },
        { name: w.readinessColumns.sold, number: true, cell: (r) => <Decimal of={r.sold} places={1} /> },
        { name: w.readinessColumns.sellOut, cell: (r) => <Projected of={r.out} /> },
        ...(g.points_cap
          ? [{ name: w.readinessColumns.cap, cell: (r: { cap?: string | undefined }) => <Projected of={r.cap} /> }]
          : []),
      ]}
    />
  );
}

function Tiers({ of: tiers }: { of: TierSelling[] }) {
  const w = words().sale;
  return (
    <Table
      caption={w.tierDates}
      keyOf={(t) => t.tier}
      rows={tiers}
      columns={[
        { name: w.columns.tier, cell: (t) => <Count of={t.tier} /> },
        { name: w.columns.sold, number: true, cell: (t) => <Count of={t.sold} /> },
        { name: w.tierSize, number: true, cell: (t) => <Count of={t.size} /> },
        {
          name: w.columns.left,
          number: true,
          cell: (t) => (t.closed ? <span class="muted">{w.states.closed}</span> : <Count of={t.left} />),
        },
        { name: w.soldOutBy(7), cell: (t) => <TierDate of={t} date={t.sell_out_7} /> },
        { name: w.soldOutBy(30), cell: (t) => <TierDate of={t} date={t.sell_out_30} /> },
      ]}
    />
  );
}

/** When a tier was sold out, or would be. */
function TierDate({ of: t, date }: { of: TierSelling; date: string | undefined }) {
  if (t.closed) return <span class="muted">–</span>;
  return <Projected of={t.sold_out || date} />;
}
