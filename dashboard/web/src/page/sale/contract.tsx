// The contract and the terms that it sells on.

import type { JSX } from 'preact';
import { locale, words } from '../../i18n';
import { percentOf } from '../../money';
import type { Sale } from '../../schema/api.gen';
import { Address } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Card, Facts } from '../../ui/layout';
import { explorer, networkName } from '../../wallet/network';

export function Contract({ of: s }: { of: Sale }) {
  const w = words().sale;
  const seen = explorer(s.chain_id, 'address', s.contract);
  const style = { locale: locale() };
  return (
    <Card title={w.contract}>
      <Facts
        rows={[
          [w.network, networkName(s.chain_id)],
          ...(s.contracts.length > 0 ? s.contracts : [{ address: s.contract, tier: 0, price: undefined }]).map(
            (c): [string, JSX.Element] => [
              c.tier > 0 ? w.contractOfTier(c.tier) : w.saleContract,
              <>
                <Address of={c.address} /> {c.price && <AmountOf of={c.price} />}
              </>,
            ],
          ),
          [w.treasury, s.treasury ? <Address of={s.treasury} /> : words().general.unknown],
          [w.mode, w.modes[s.terms.mode] ?? s.terms.mode],
          [w.buyerGets, w.ofList(percentOf(s.terms.discount, style))],
          ...[s.terms.reward, ...s.terms.above].map((part, i): [string, string] => [
            i === 0 ? w.referrerGets : w.aboveGets(i + 1),
            (s.terms.reward_of === 'list' ? w.ofList : w.ofPaid)(percentOf(part, style)),
          ]),
          [w.settlement, w.settlements[s.terms.settlement] ?? s.terms.settlement],
        ]}
      />
      {seen && (
        <p>
          <a href={seen} rel="noreferrer">
            {w.explorer}
          </a>
        </p>
      )}
    </Card>
  );
}
