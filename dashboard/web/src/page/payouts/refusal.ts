// Why a claim was refused, and what to do.
import { locale, type Words } from '../../i18n';
import { format } from '../../money';
import type { WalletFailure } from '../../wallet/failure';
import { failureText } from '../../wallet/failuretext';
import type { Offer } from './offer';

export function refusalText(f: WalletFailure, w: Words, offer: Offer): string {
  const t = w.payouts.claim.refusals;
  const coins = (v: bigint | string | undefined) =>
    `${format(BigInt(v ?? 0), offer.decimals, { locale: locale() })} ${offer.asset}`;
  if (f.kind === 'funds') return t.funds;
  if (f.kind !== 'reverted') return failureText(f);
  const args = f.revert?.args ?? [];
  switch (f.revert?.name) {
    case 'Underfunded':
      return t.Underfunded(coins(args[1]));
    case 'NothingToClaim':
      return t.NothingToClaim(coins(args[1]));
    case 'NoActiveRoot':
    case 'InvalidProof':
    case 'CumulativeBelowClaimed':
    case 'TotalExceeded':
    case 'EnforcedPause':
    case 'EarlierStillPays':
      return t[f.revert.name];
    case 'Error':
      return w.wallet.failure.other(String(args[0]));
    default:
      return t.reverted;
  }
}
