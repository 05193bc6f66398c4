// Choosing a wallet, and what to do when it refuses.
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../i18n';
import { Address } from '../ui/address';
import { Copy } from '../ui/copy';
import { Notice } from '../ui/notice';
import { account, connect, disconnect, reconnect, switchChain } from './account';
import { discover, type Offer, offers } from './discover';
import { Elsewhere } from './elsewhere';
import { failureOf, type WalletFailure } from './failure';
import { failureText } from './failuretext';
import { type Network, networkName } from './network';
import { PairingButton } from './pairing/button';

/** A network as the API tells it, without a name. */
type Offered = Omit<Network, 'name'>;

/** Looks for wallets as long as the component is shown, and connects to the one of the last time. */
export function useWallets(): readonly Offer[] {
  useEffect(() => discover(), []);
  const list = offers.value;
  useEffect(() => void reconnect(list), [list]);
  return list;
}

/** Buttons for every wallet of the browser; the connected account once there is one. */
export function Connect() {
  const list = useWallets();
  const w = words().wallet;
  const [failure, fail] = useState<WalletFailure>();
  const [busy, setBusy] = useState('');
  const chosen = useRef(false); // the buttons are replaced by what they lead to, and the focus goes there
  const now = account.value;
  useEffect(() => {
    if (!chosen.current) return;
    chosen.current = false;
    if (now) focusAccount();
    else document.querySelector<HTMLElement>('.wallets button')?.focus();
  }, [now?.address]);
  const leave = () => {
    chosen.current = true;
    disconnect();
  };
  if (now) {
    return (
      <div class="connected" tabIndex={-1}>
        {now.offer.icon && <img src={now.offer.icon} alt="" width={24} height={24} />}
        <span>
          <span class="muted">{now.offer.name}</span> <Address of={now.address} />
        </span>
        <button type="button" class="button quiet" onClick={leave}>
          {w.disconnect}
        </button>
      </div>
    );
  }
  const choose = async (offer: Offer) => {
    fail(undefined);
    setBusy(offer.id);
    chosen.current = true;
    try {
      await connect(offer);
    } catch (e) {
      chosen.current = false;
      fail(failureOf(e));
    } finally {
      setBusy('');
    }
  };
  return (
    <div class="stack-small">
      {list.length === 0 ? (
        <>
          <Notice title={w.noneTitle}>{w.none}</Notice>
          <Elsewhere />
        </>
      ) : (
        <div class="wallets">
          {list.map((o) => (
            <button key={o.id} type="button" class="button" disabled={busy !== ''} onClick={() => void choose(o)}>
              {o.icon && <img src={o.icon} alt="" width={22} height={22} />}
              {busy === o.id ? w.waiting : w.connect(o.name)}
            </button>
          ))}
        </div>
      )}
      <PairingButton />
      {failure && <Notice tone="warn">{failureText(failure)}</Notice>}
    </div>
  );
}

/** Puts the focus on the connected account, where something that had it is gone. */
function focusAccount(): void {
  document.querySelector<HTMLElement>('.connected')?.focus();
}

/** Says that the wallet is on another network and offers to change it. Nothing when it is on the right one. network: what a wallet that
 * does not know it is told, under a name for people. */
export function NetworkCheck({ chain, network, name }: { chain: number; network?: Offered; name?: string }) {
  const w = words().wallet;
  const [failure, fail] = useState<WalletFailure>();
  const now = account.value;
  if (!now || now.chain === chain) return null;
  const change = async () => {
    fail(undefined);
    try {
      await switchChain(now, chain, network && { ...network, name: name ?? networkName(chain) });
      focusAccount();
    } catch (e) {
      fail(failureOf(e));
    }
  };
  return (
    <Notice
      tone="warn"
      title={w.wrongNetwork(networkName(now.chain), networkName(chain))}
      action={
        <button type="button" class="button" onClick={() => void change()}>
          {w.switchTo(networkName(chain))}
        </button>
      }
    >
      {failure?.kind === 'chain' ? (
        <>
          {w.addByHand}{' '}
          <span class="nowrap">
            {w.chainId} <code>{chain}</code> <Copy text={String(chain)} name={w.copyChainId} />
          </span>
        </>
      ) : failure ? (
        failureText(failure)
      ) : (
        <>
          {w.switchHint} {network?.rpc_urls[0] && w.addedWith(network.rpc_urls[0])}
        </>
      )}
    </Notice>
  );
}
