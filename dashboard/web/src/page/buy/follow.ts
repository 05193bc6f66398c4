// Follows a purchase until it is final. Whether it is mined comes from the wallet's node while the wallet is connected, and
// from the books otherwise; whether it is final always comes from the books.
import { useEffect, useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import type { Holder, Statement } from '../../schema/api.gen';
import { account } from '../../wallet/account';
import { mined } from '../../wallet/send';
import { forget, type Sent } from '../../wallet/sent';

export interface Followed {
  /** The block that it is in. */
  block?: number;
  /** It is mined, and the contract refused it. */
  failed: boolean;
  booked: boolean;
  final: boolean;
  /** Nobody can be asked whether it is mined: the wallet is not connected. */
  unseen: boolean;
  holder?: Holder;
}

/** The block that a statement has a transaction in. */
export function blockOf(s: Statement | undefined, hash: string): number | undefined {
  return s?.accounts.flatMap((a) => a.entries).find((e) => e.source.tx_hash === hash && e.source.block)?.source.block;
}

export function useFollowed(of: Sent): Followed {
  const now = account.value;
  const node = now?.chain === of.chain ? now : undefined;
  const [state, set] = useState<{ block: number; success: boolean }>();
  useEffect(() => {
    if (!node || state) return;
    const abort = new AbortController();
    mined(node, of.hash, abort.signal).then(set, () => undefined);
    return () => abort.abort();
  }, [of.hash, node?.offer.id, node?.chain, !!state]);
  const failed = state?.success === false;
  const statement = useResource<Statement>(
    node || state ? undefined : address(`/holders/${of.wallet}/statement`, { from: of.since.slice(0, 10) }),
    5_000,
  );
  const found = blockOf(statement.data, of.hash);
  useEffect(() => {
    if (found !== undefined) set({ block: found, success: true });
  }, [found]);
  const [final, setFinal] = useState(false);
  const holder = useResource<Holder>(state?.success ? address(`/holders/${of.wallet}`) : undefined, final ? 0 : 3000);
  const as = holder.data?.as_of;
  const booked = !!state?.success && !!as && as.block >= state.block;
  const isFinal = booked && as.final >= state.block;
  useEffect(() => {
    if (!isFinal) return;
    setFinal(true);
    forget(of.hash);
  }, [isFinal]);
  return {
    block: state?.block,
    failed,
    booked,
    final: isFinal,
    unseen: !node && !state,
    holder: booked ? holder.data : undefined,
  };
}
