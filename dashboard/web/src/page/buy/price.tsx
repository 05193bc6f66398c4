// What the order costs, tier by tier.
import { useLast } from '../../api/resource';
import { words } from '../../i18n';
import { type Amount, isZero, units } from '../../money';
import type { QuoteTier } from '../../schema/api.gen';
import { Count } from '../../ui/amount';
import { Card, Facts } from '../../ui/layout';
import { Skeleton } from '../../ui/loading';
import { Table } from '../../ui/table';
import { Digits, Money, RateNote } from '../../ui/worth';
import type { Quoted } from './quote';

/** Price times quantity, exactly. */
export function sumOf(t: QuoteTier): Amount {
  return { ...t.price, amount: (units(t.price.amount) * BigInt(t.quantity)).toString(), display: '' };
}

export function Price({ quoted }: { quoted: Quoted }) {
  const w = words().buy;
  const { last, busy } = useLast(quoted.quote);
  const none = quoted.problem || quoted.unread;
  const q = none ? undefined : last;
  if (!q) return <Card title={w.tiers}>{none ? <p class="muted">–</p> : <Skeleton lines={4} />}</Card>;
  return (
    <Card title={w.tiers}>
      <div class="exact">
        <Table
          caption={w.tiers}
          rows={q.tiers}
          keyOf={(t) => t.tier}
          columns={[
            { name: w.tierColumns.tier, cell: (t) => <Count of={t.tier} /> },
            {
              name: `${w.tierColumns.price}, ${q.paid.asset}`,
              number: true,
              cell: (t) => <Digits of={t.price} rate={q.rate} />,
            },
            { name: w.tierColumns.quantity, number: true, cell: (t) => <Count of={t.quantity} /> },
            {
              name: `${w.tierColumns.sum}, ${q.paid.asset}`,
              number: true,
              cell: (t) => <Digits of={sumOf(t)} rate={q.rate} />,
            },
          ]}
        />
      </div>
      <Facts
        busy={busy}
        rows={[
          ...(isZero(q.discount)
            ? []
            : ([
                [w.list, <Money of={q.list} rate={q.rate} />],
                [
                  w.discount,
                  <>
                    − <Money of={q.discount} rate={q.rate} />
                  </>,
                ],
              ] as [string, preact.ComponentChildren][])),
          [
            w.toPay,
            <strong class="big">
              <Money of={q.paid} rate={q.rate} />
            </strong>,
          ],
          ...(isZero(q.referral)
            ? []
            : ([[w.referrerGets, <Money of={q.referral} rate={q.rate} />]] as [string, preact.ComponentChildren][])),
        ]}
      />
      <p class="hint">
        {w.plusGas} {q.rate && <RateNote of={q.rate} />}
      </p>
    </Card>
  );
}
