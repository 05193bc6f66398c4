// The nodes by the purchases that brought them: tier, price, date, what they earned, and what part of the price came back.
import type { Resource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { percentOf } from '../../money';
import type { EarnedSum, Earnings, NodeLot } from '../../schema/api.gen';
import { Address } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';
import { returned } from './earned';

type Row = NodeLot & { wallet: string };

export function Lots({ found }: { found: Resource<Earnings[]> }) {
  const w = words().nodes.lots;
  return (
    <Show of={found} lines={4}>
      {(list) => {
        const rows: Row[] = list
          .flatMap((e) => e.lots.map((l) => ({ ...l, wallet: e.wallet })))
          .sort((a, b) => Date.parse(a.when) - Date.parse(b.when));
        if (rows.length === 0) return null;
        return (
          <Card title={w.title} hint={w.hint}>
            <Table
              caption={w.title}
              rows={rows}
              keyOf={(l) => `${l.wallet} ${l.sequence}`}
              columns={[
                { name: w.columns.when, cell: (l) => <Time at={l.when} how="day" /> },
                ...(list.length > 1 ? [{ name: w.columns.wallet, cell: (l: Row) => <Address of={l.wallet} /> }] : []),
                {
                  name: w.columns.nodes,
                  number: true,
                  cell: (l) => (
                    <>
                      <Count of={l.nodes_left} />
                      {l.nodes_left !== l.nodes && <span class="muted"> / {l.nodes.toLocaleString(locale())}</span>}
                    </>
                  ),
                },
                {
                  name: w.columns.tier,
                  cell: (l) =>
                    l.tiers.length > 0
                      ? l.tiers.map((t) => (l.tiers.length > 1 ? w.tierOf(t.tier, t.nodes) : String(t.tier))).join(', ')
                      : w.origins[l.origin],
                },
                {
                  name: w.columns.paid,
                  number: true,
                  cell: (l) => <Sums of={l.paid} none={w.origins[l.origin]} />,
                },
                { name: w.columns.earned, number: true, cell: (l) => <Sums of={l.earned} none="0" /> },
                { name: w.columns.roi, number: true, cell: (l) => <Roi of={l} /> },
              ]}
            />
          </Card>
        );
      }}
    </Show>
  );
}

function Sums({ of, none }: { of: EarnedSum[]; none: string }) {
  if (of.length === 0) return <span class="muted">{none}</span>;
  return (
    <span class="sums">
      {of.map((s) => (
        <AmountOf key={s.amount.asset} of={s.amount} plain />
      ))}
    </span>
  );
}

function Roi({ of }: { of: Row }) {
  const w = words().nodes.lots;
  const part = of.nodes_left === of.nodes ? returned(of.earned, of.paid) : undefined;
  if (part === undefined)
    return (
      <span class="muted" title={w.noRoi}>
        –
      </span>
    );
  const partly = of.earned.some((s) => s.unpriced > 0);
  return (
    <span title={partly ? w.partly : undefined}>
      {partly ? '≥ ' : ''}
      {percentOf(part, { locale: locale(), places: 1 })}
    </span>
  );
}
