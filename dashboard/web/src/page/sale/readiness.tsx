// How far the sale and the points are on the way to the TGE.
import type { ComponentChildren } from 'preact';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { show, units } from '../../money';
import type { Circulation, Generation } from '../../schema/api.gen';
import { valid } from '../../time';
import { AmountOf, Decimal } from '../../ui/amount';
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
        [w.perDay, <Pace seven={of.per_day_7} thirty={of.per_day_30} />],
        [w.soldPerDay, <Pace seven={of.sold_per_day_7} thirty={of.sold_per_day_30} />],
        ...valuation,
      ]}
    />
  );
}

const Pace = ({ seven, thirty }: { seven: string; thirty: string }) => (
  <>
    <Decimal of={seven} places={1} /> / <Decimal of={thirty} places={1} />
  </>
);

export function Readiness() {
  const w = words().sale;
  const found = useResource<Generation>(address('/readiness'), 60_000);
  return (
    <Card title={w.readiness} hint={w.readinessHint}>
      <Show of={found} lines={4}>
        {(g) => (
          <>
            <div>
              <p class="between">
                <span>{w.tiersSold}</span>
                <span>
                  {g.tiers_sold} / {g.tiers}
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
                  <Progress
                    done={units(g.points_issued.amount)}
                    of={units(g.points_cap.amount)}
                    label={w.pointsIssued}
                  />
                )}
              </div>
            )}
            {g.points && <Circulating of={g.points} />}
            <Table
              caption={w.readiness}
              keyOf={(r) => r.days}
              rows={[
                {
                  days: 7,
                  sold: g.sold_per_day_7,
                  out: g.sell_out_7,
                  cap: g.cap_reached_7,
                },
                {
                  days: 30,
                  sold: g.sold_per_day_30,
                  out: g.sell_out_30,
                  cap: g.cap_reached_30,
                },
              ]}
              columns={[
                { name: w.readinessColumns.window, cell: (r) => <span class="nowrap">{w.lastDays(r.days)}</span> },
                { name: w.readinessColumns.sold, number: true, cell: (r) => <Decimal of={r.sold} places={1} /> },
                { name: w.readinessColumns.sellOut, cell: (r) => <Projected of={r.out} /> },
                ...(g.points_cap
                  ? [{ name: w.readinessColumns.cap, cell: (r: { cap?: string }) => <Projected of={r.cap} /> }]
                  : []),
              ]}
            />
          </>
        )}
      </Show>
    </Card>
  );
}
