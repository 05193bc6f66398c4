// Which contract a dropped tree is claimed at. It is read through the wallet, so that nothing but the chain is needed.
import type { HolderPayouts } from '../../api/payout';
import type { Account } from '../../wallet/account';
import { failureOf, type WalletFailure } from '../../wallet/failure';
import { isWallet } from '../../wallet/group';
import { NotADistributor, readToken } from './distributor';
import type { Place } from './offer';

/** Distributors that the API named, each once: they are offered so that nobody has to type one while the API is there. */
export function knownPlaces(holders: readonly HolderPayouts[]): Place[] {
  const out = new Map<string, Place>();
  for (const c of holders.flatMap((h) => h.claims)) {
    out.set(`${c.chain_id}:${c.distributor.toLowerCase()}`, {
      distributor: c.distributor.toLowerCase(),
      chain: c.chain_id,
      asset: c.cumulative.asset,
      decimals: c.cumulative.decimals,
    });
  }
  return [...out.values()];
}

export type PlaceFault = 'form' | 'not-a-distributor' | WalletFailure;

/** Reads the contract at an address of the wallet's network. */
export async function findPlace(of: Account, address: string): Promise<Place | { fault: PlaceFault }> {
  const distributor = address.trim().toLowerCase();
  if (!isWallet(distributor)) return { fault: 'form' };
  try {
    return { distributor, chain: of.chain, ...(await readToken(of.offer.provider, distributor)) };
  } catch (e) {
    return { fault: e instanceof NotADistributor ? 'not-a-distributor' : failureOf(e) };
  }
}
