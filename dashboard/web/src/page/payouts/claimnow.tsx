// What can be claimed now, with its button: on the page of what a holder has.
import './payouts.css';
import type { HolderPayouts } from '../../api/payout';
import { words } from '../../i18n';
import { units } from '../../money';
import { hrefOf } from '../../route';
import { AmountOf } from '../../ui/amount';
import { account } from '../../wallet/account';
import { ClaimOf } from './claim';
import { offerOf } from './offer';

export default function ClaimNow({ holders, reload }: { holders: HolderPayouts[]; reload: () => void }) {
  const w = words().payouts.claim;
  const open = holders.flatMap((h) =>
    h.claims.filter((c) => units(c.claimable.amount) > 0n).map((c) => ({ ...offerOf(h.wallet, c), of: c })),
  );
  return (
    <section class="claim-now" aria-label={w.title}>
      {open.map(({ offer, fault, of }) =>
        account.value ? (
          <ClaimOf
            key={`${offer.wallet}.${offer.call.to}.${offer.root}`}
            offer={offer}
            fault={fault}
            brief
            onFinal={reload}
          />
        ) : (
          <p key={`${offer.wallet}.${offer.call.to}`} class="claim-row">
            <span>
              {w.now} <AmountOf of={of.claimable} places={6} plain />
            </span>
            <a class="button main" href={hrefOf('payouts', { wallet: offer.wallet })}>
              {w.go}
            </a>
          </p>
        ),
      )}
    </section>
  );
}
