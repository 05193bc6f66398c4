// What the order costs, tier by tier.
import { useLast } from '../../api/resource';
import { words } from '../../i18n';
import { type Amount, isZero, units } from '../../money';
import type { QuoteTier } from '../../schema/api.gen';
import { AmountOf, Count } from '../../ui/amount';
import { Card, Facts } from '../../ui/layout';
import { Skeleton } from '../../ui/loading';
import { Table } from '../../ui/table';
import type { Quoted } from './quote';

/** Price times quantity, exactly. */
export function sumOf(t: QuoteTier): Amount {
  return { ...t.price, amount: (units(t.price.amount) * BigInt(t.quantity)).toString(), display: '' };
}

export function Price({ quoted }: { quoted: Quoted }) {
  const w = words().buy;
  const { last, busy } = useLast(quoted.quote);
  const q = quoted.problem ? undefined : last;
  if (!q) return <Card title={w.tiers}>{quoted.problem ? <p class="muted">–</p> : <Skeleton lines={4} />}</Card>;
  return (
    <Card title={w.tiers}>
      <Table
        caption={w.tiers}
        rows={q.tiers}
        keyOf={(t) => t.tier}
        columns={[
          { name: w.tierColumns.tier, cell: (t) => <Count of={t.tier} /> },
          { name: w.tierColumns.price, number: true, cell: (t) => <AmountOf of={t.price} /> },
          { name: w.tierColumns.quantity, number: true, cell: (t) => <Count of={t.quantity} /> },
          { name: w.tierColumns.sum, number: true, cell: (t) => <AmountOf of={sumOf(t)} /> },
        ]}
      />
      <Facts
        busy={busy}
        rows={[
          ...(isZero(q.discount)
            ? []
            : ([
                [w.list, <AmountOf of={q.list} />],
                [
                  w.discount,
                  <>
                    − <AmountOf of={q.discount} />
                  </>,
                ],
              ] as [string, preact.ComponentChildren][])),
          [
            w.toPay,
            <strong class="big">
              <AmountOf of={q.paid} places={18} />
            </strong>,
          ],
          ...(isZero(q.referral)
            ? []
            : ([[w.referrerGets, <AmountOf of={q.referral} />]] as [string, preact.ComponentChildren][])),
        ]}
      />
      <p class="hint">{w.plusGas}</p>
    </Card>
  );
}
