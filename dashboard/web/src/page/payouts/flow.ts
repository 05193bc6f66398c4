// The way of a claim: what the chain says of it now, the call through the wallet, and when it is mined and final.
import { useEffect, useState } from 'preact/hooks';
import { sleep } from '../../api/http';
import type { Account } from '../../wallet/account';
import { failureOf, WalletFailure } from '../../wallet/failure';
import { mined, type Receipt, rehearse, send } from '../../wallet/send';
import { type Distributor, finalBlock, NotADistributor, readDistributor } from './distributor';
import { compare, type Obstacle, type Offer } from './offer';

/** What the chain says of an offer, asked through the wallet's node. */
export interface Seen {
  now?: Distributor;
  amount?: bigint; // base units that the claim would pay
  obstacle?: Obstacle | 'not-a-distributor';
  failure?: WalletFailure;
}

/** Looks at the chain once. */
export async function look(of: Account, offer: Offer): Promise<Seen> {
  try {
    const now = await readDistributor(of.offer.provider, offer.call.to, offer.wallet);
    return { now, ...compare(offer, now) };
  } catch (e) {
    if (e instanceof NotADistributor) return { obstacle: 'not-a-distributor' };
    return { failure: failureOf(e) };
  }
}

/** Looks when the wallet is on the right network, and again whenever `turn` changes. undefined: not yet, or nobody to ask. */
export function useSeen(of: Account | undefined, offer: Offer, turn: number): Seen | undefined {
  const [seen, set] = useState<Seen>();
  const ready = of?.chain === offer.call.chain_id ? of : undefined;
  useEffect(() => {
    set(undefined);
    if (!ready) return;
    let gone = false;
    void look(ready, offer).then((s) => {
      if (!gone) set(s);
    });
    return () => {
      gone = true;
    };
  }, [ready?.address, ready?.offer.id, ready?.chain, offer.call.to, offer.call.data, turn]);
  return seen;
}

/** Looks once more, tries the call without sending it, and has the wallet sign and send it. Throws WalletFailure. */
export async function claim(of: Account, offer: Offer): Promise<string> {
  if (of.chain !== offer.call.chain_id) throw new WalletFailure('chain');
  await rehearse(of, offer.call);
  return send(of, offer.call);
}

export interface Progress {
  receipt?: Receipt;
  final: boolean;
}

/** Follows a transaction until it is final. A node that names no final block leaves the claim at mined. */
export function useProgress(of: Account, hash: string, every = 3000): Progress {
  const [receipt, setReceipt] = useState<Receipt>();
  const [final, setFinal] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    const follow = async () => {
      const r = await mined(of, hash, abort.signal, every);
      setReceipt(r);
      for (; r.success; await sleep(every, abort.signal)) {
        const newest = await finalBlock(of.offer.provider).catch(() => 0);
        if (newest >= r.block) return setFinal(true);
      }
    };
    follow().catch(() => undefined);
    return () => abort.abort();
  }, [hash]);
  return { receipt, final };
}
