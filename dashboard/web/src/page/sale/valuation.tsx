// What the price of a node says about the whole supply, at several adoptions.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useLast, useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { percentOf } from '../../money';
import { hrefOf } from '../../route';
import type { Estimate, Sale } from '../../schema/api.gen';
import { Decimal } from '../../ui/amount';
import { Field } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { textOf } from '../../ui/sentence';
import { Table } from '../../ui/table';

/** What is asked of the estimator: the next node, at its own price. */
function query(s: Sale, rate: string): Record<string, string> {
  const size = s.max_nodes ?? s.tiers.reduce((n, t) => n + t.size, 0);
  const price = s.next_price;
  return {
    nodes: '1',
    months: '24',
    scenarios: '10%,20%,40%,100%',
    'adoption-of': size > 0 ? String(size) : 'sold',
    'node-price': price ? price.display : '',
    'eth-price': rate,
  };
}

/** The supply that an estimate counts with, with its unit. */
function supplyOf(e: Estimate): string {
  const supply = e.assumptions.find((a) => a.name === 'supply');
  return supply ? textOf(supply.value) : '';
}

export function Valuation({ of: s }: { of: Sale }) {
  const w = words().sale;
  const [rate, setRate] = useState('');
  const asset = s.next_price?.asset ?? 'ETH';
  const good = /^[0-9]{1,9}(\.[0-9]{1,9})?$/.test(rate) ? rate : '';
  // While nobody says what the coin costs, it is counted in itself: at a price of one, the valuation is in coins.
  const asked = query(s, s.next_price ? good || '1' : '');
  const found = useResource<Estimate>(address('/estimate', asked));
  const { last, busy } = useLast(found.data);
  return (
    <Card
      title={w.valuation}
      hint={w.valuationHint}
      action={
        <a class="button quiet" href={hrefOf('estimator')}>
          {w.more}
        </a>
      }
    >
      <div class="fields">
        <Field
          label={w.ethPrice.replace('ETH', asset)}
          hint={w.ethPriceHint(asset)}
          inputMode="decimal"
          autocomplete="off"
          value={rate}
          onInput={(e) => setRate(e.currentTarget.value.trim())}
        />
      </div>
      <Show of={{ ...found, data: last }} lines={4}>
        {(e) => (
          <div aria-busy={busy}>
            <Table
              caption={w.valuation}
              rows={e.scenarios}
              keyOf={(r) => r.name}
              columns={[
                { name: w.adoption, cell: (r) => percentOf(r.adoption, { locale: locale() }) },
                { name: w.activeNodes, number: true, cell: (r) => <Decimal of={r.active_nodes} places={0} /> },
                {
                  name: w.tokensPerNode,
                  number: true,
                  cell: (r) => <Decimal of={r.tokens_per_node} unit={e.units.tokens} />,
                },
                {
                  name: w.fdv,
                  number: true,
                  cell: (r) => <Decimal of={r.fdv} unit={good ? e.units.money : asset} places={0} />,
                },
              ]}
            />
            <p class="hint">
              {w.valuationAssumes(
                supplyOf(e),
                asked['adoption-of'] === 'sold'
                  ? w.valuationSold
                  : w.valuationOf(Number(asked['adoption-of']).toLocaleString(locale())),
              )}
            </p>
          </div>
        )}
      </Show>
    </Card>
  );
}
