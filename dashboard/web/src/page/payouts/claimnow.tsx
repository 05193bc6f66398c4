// What can be claimed now, with its button: on the page of what a holder has.
import './payouts.css';
import { useRef } from 'preact/hooks';
import type { Claimable, HolderPayouts } from '../../api/payout';
import { words } from '../../i18n';
import { units } from '../../money';
import { hrefOf } from '../../route';
import { AmountOf } from '../../ui/amount';
import { account } from '../../wallet/account';
import { linked } from '../../wallet/shown';
import { ClaimOf } from './claim';
import { ClaimAll, together } from './claimall';
import { type Offer, type OfferFault, offerOf } from './offer';

interface Offered {
  offer: Offer;
  fault?: OfferFault;
  of: Claimable;
}

export default function ClaimNow({ holders, reload }: { holders: HolderPayouts[]; reload: () => void }) {
  const w = words().payouts.claim;
  // What was offered stays until the page is left, so that somebody sees how the claim ends.
  const offered = useRef(new Map<string, Offered>());
  for (const h of holders)
    for (const c of h.claims)
      if (units(c.claimable.amount) > 0n)
        offered.current.set(`${h.wallet}.${c.distributor}.${c.root}`, { ...offerOf(h.wallet, c), of: c });
  const by = holders.find((h) => h.many_claims)?.many_claims;
  const all = together([...offered.current.values()]);
  return (
    <section class="claim-now" aria-label={w.title}>
      {account.value && by && all.length > 0 && <ClaimAll offers={all} by={by} onFinal={reload} />}
      {[...offered.current].map(([key, { offer, fault, of }]) =>
        account.value ? (
          <ClaimOf key={key} offer={offer} fault={fault} brief onFinal={reload} />
        ) : (
          <p key={key} class="claim-row">
            <span>
              {w.now} <AmountOf of={of.claimable} plain />
            </span>
            <a class="button main" href={hrefOf('payouts', { wallet: linked().length > 0 ? offer.wallet : '' })}>
              {w.go}
            </a>
          </p>
        ),
      )}
    </section>
  );
}
