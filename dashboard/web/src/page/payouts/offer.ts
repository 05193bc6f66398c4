// Something that a wallet can claim, and what is checked of it here before anybody is asked to sign.
import type { Claimable } from '../../api/payout';
import { units } from '../../money';
import type { Leaf, Tree } from '../../proof/payout';
import { rootOf } from '../../proof/payout';
import type { Call } from '../../wallet/provider';
import { claimCall, type Distributor, noRoot } from './distributor';

export interface Offer {
  wallet: string; // who is paid, whoever sends the call
  asset: string;
  decimals: number;
  cumulative: bigint; // granted since the beginning
  claimed: bigint; // of it, as far as the books know; 0 when the offer comes from a file
  root: string;
  proof: readonly string[];
  call: Call;
}

/** Why an offer is not what it says: its proof leads elsewhere, or the call is not the one that belongs to it. */
export type OfferFault = 'proof' | 'call';

/** An offer of the API. The call is taken only when it is exactly the one that is computed here. */
export function offerOf(wallet: string, c: Claimable): { offer: Offer; fault?: OfferFault } {
  const { cumulative, claimed } = c;
  const offer: Offer = {
    wallet,
    asset: cumulative.asset,
    decimals: cumulative.decimals,
    cumulative: units(cumulative.amount),
    claimed: units(claimed.amount),
    root: c.root,
    proof: c.proof,
    call: { to: c.distributor, data: '0x', value: '0', chain_id: c.chain_id },
  };
  try {
    if (rootOf(wallet, offer.cumulative, c.proof) !== c.root.toLowerCase()) return { offer, fault: 'proof' };
    offer.call.data = claimCall(wallet, offer.cumulative, c.proof);
  } catch {
    return { offer, fault: 'proof' };
  }
  const theirs = c.transaction;
  const same =
    theirs.data.toLowerCase() === offer.call.data &&
    theirs.to.toLowerCase() === c.distributor.toLowerCase() &&
    theirs.value === '0' &&
    theirs.chain_id === c.chain_id;
  return { offer, fault: same ? undefined : 'call' };
}

/** The contract that a file's claims are made at: typed in, or known from the API. */
export interface Place {
  distributor: string;
  chain: number;
  asset: string;
  decimals: number;
}

/** An offer of a published tree: everything is computed here. */
export function offerOfTree(tree: Tree, leaf: Leaf, at: Place): Offer {
  const proof = tree.proof(leaf);
  return {
    wallet: leaf.wallet.toLowerCase(),
    asset: at.asset,
    decimals: at.decimals,
    cumulative: leaf.amount,
    claimed: 0n,
    root: tree.root,
    proof,
    call: { to: at.distributor, data: claimCall(leaf.wallet, leaf.amount, proof), value: '0', chain_id: at.chain },
  };
}

/** What stands in the way of a claim on the chain. */
export type Obstacle = 'no-root' | 'other-root' | 'claimed' | 'nothing';

/** Compares an offer with what the distributor says: what would be paid, or why nothing would. */
export function compare(offer: Offer, now: Distributor): { amount: bigint; obstacle?: Obstacle } {
  const amount = offer.cumulative > now.claimed ? offer.cumulative - now.claimed : 0n;
  if (now.root === noRoot) return { amount, obstacle: 'no-root' };
  if (amount === 0n) return { amount, obstacle: now.claimed > 0n ? 'claimed' : 'nothing' };
  if (now.root !== offer.root.toLowerCase()) return { amount, obstacle: 'other-root' };
  return { amount };
}
