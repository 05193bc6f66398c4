// What a contract's refusal means for the buyer.
import type { Words } from '../../i18n';
import { format } from '../../money';
import type { WalletFailure } from '../../wallet/failure';
import { failureText } from '../../wallet/failuretext';

interface Unit {
  asset: string;
  decimals: number;
  locale: string;
}

/** A sentence with what to do, for everything that can stop a purchase. */
export function refusalText(f: WalletFailure, w: Words, unit: Unit): string {
  const coins = (v: unknown) => `${format(BigInt(v as bigint), unit.decimals, { locale: unit.locale })} ${unit.asset}`;
  const nodes = (v: unknown) => w.general.nodes(Number(v as bigint));
  if (f.kind === 'funds' && /^[0-9]+$/.test(f.detail)) return w.buy.funds(coins(f.detail));
  if (f.kind !== 'reverted' || !f.revert) return failureText(f);
  const { name, args } = f.revert;
  const t = w.buy.reverts;
  switch (name) {
    case 'PriceAboveMax':
    case 'PaidTooLittle':
      return t.PriceMoved(coins(args[0]), coins(args[1]));
    case 'UnknownCode':
      return t.UnknownCode(String(args[0]));
    case 'QuotaExceeded': // tiers of the contract count from 0
      return t.QuotaExceeded((BigInt(args[1] as bigint) + 1n).toString(), nodes(args[2]));
    case 'PurchaseTooLarge':
      return t.PurchaseTooLarge(nodes(args[1]));
    case 'NotEnoughNodes':
      return t.NotEnoughNodes(nodes(args[1]));
    case 'MaxNodesExceeded':
      return t.MaxNodesExceeded(nodes(args[1]));
    case 'SelfReferral':
    case 'EnforcedPause':
    case 'ZeroQuantity':
    case 'TreasuryRejected':
      return t[name];
    case 'Error':
      return w.wallet.failure.other(String(args[0]));
    default:
      return failureText(f);
  }
}

/** Whether asking for the price again may help. */
export function priceMoved(f: WalletFailure): boolean {
  return f.revert?.name === 'PriceAboveMax' || f.revert?.name === 'PaidTooLittle';
}
