// The connected wallet: which one, which account, which network. Follows the wallet's own events.
import { signal } from '@preact/signals';
import { sleep } from '../api/http';
import { remembered } from '../setting';
import type { Offer } from './discover';
import { failureOf, WalletFailure } from './failure';
import { type Network, networkName } from './network';
import { addresses, chainId, type Provider, quantity } from './provider';

export interface Account {
  offer: Offer;
  address: string; // lower case
  chain: number; // 0: the wallet did not say which
}

export const account = signal<Account | undefined>(undefined);

/** The wallet that was connected last, by its reverse domain name. */
const last = remembered<string>('wallet', '', (v): v is string => typeof v === 'string' && v.length <= 120);

let stop = () => {};

async function chainOf(provider: Provider): Promise<number> {
  const id = chainId(await provider.request({ method: 'eth_chainId' }));
  if (id === undefined) throw new WalletFailure('disconnected');
  return id;
}

/** Asks the wallet for an account. Throws WalletFailure. */
export async function connect(offer: Offer): Promise<Account> {
  return attach(offer, 'eth_requestAccounts');
}

/** Connects without asking to the wallet of the last time, when it still shares its account. */
export async function reconnect(list: readonly Offer[]): Promise<void> {
  const offer = list.find((o) => o.rdns !== '' && o.rdns === last.value);
  if (offer && !account.value) await attach(offer, 'eth_accounts').catch(() => undefined);
}

async function attach(offer: Offer, method: 'eth_requestAccounts' | 'eth_accounts'): Promise<Account> {
  try {
    const [address] = addresses(await offer.provider.request({ method }));
    if (!address) throw new WalletFailure('locked');
    const now: Account = { offer, address, chain: await chainOf(offer.provider) };
    const before = account.value?.offer;
    stop();
    if (before !== offer) before?.end?.();
    stop = follow(offer.provider);
    last.value = offer.rdns;
    account.value = now;
    return now;
  } catch (e) {
    throw failureOf(e);
  }
}

/** The code of a `disconnect` that is a change of network: the wallet connects again by itself. */
const changing = 1013;

function follow(provider: Provider): () => void {
  const accounts = (list: unknown) => {
    const [address] = addresses(list);
    if (address && account.value) account.value = { ...account.value, address };
    else disconnect();
  };
  const chain = (id: unknown) => {
    if (account.value) account.value = { ...account.value, chain: chainId(id) ?? 0 };
  };
  const gone = (why: { code?: unknown } | undefined) => {
    if (Number(why?.code) !== changing) disconnect();
  };
  const events: [string, (v: never) => void][] = [
    ['accountsChanged', accounts],
    ['chainChanged', chain],
    ['disconnect', gone],
  ];
  for (const [name, listener] of events) provider.on?.(name, listener);
  return () => {
    for (const [name, listener] of events) provider.removeListener?.(name, listener);
  };
}

export function disconnect(): void {
  stop();
  stop = () => {};
  last.value = '';
  const left = account.value?.offer;
  account.value = undefined;
  left?.end?.();
}

/** Asks the wallet which account and which network it is on now: not every change is told by an event. Throws WalletFailure when
 * either is not what `of` and `chain` say; the connected account is then the one of now. */
export async function unchanged(of: Account, chain: number): Promise<void> {
  const { provider } = of.offer;
  const list = addresses(await provider.request({ method: 'eth_accounts' }));
  const now = { ...of, chain: await chainOf(provider), address: list.includes(of.address) ? of.address : list[0] };
  if (now.address === undefined) {
    disconnect();
    throw new WalletFailure('locked');
  }
  if (now.chain === chain && now.address === of.address) return;
  account.value = { ...now, address: now.address };
  throw new WalletFailure(now.chain === chain ? 'account' : 'chain');
}

const reads = 5; // some wallets say yes before they are there

/** Has the wallet change its network, and add it first when the wallet does not know it and `network` says how. Throws
 * WalletFailure: of kind `chain` when the person has to add it by hand. */
export async function switchChain(of: Account, id: number, network?: Network, pause = 200): Promise<void> {
  const { provider } = of.offer;
  const wanted = quantity(BigInt(id));
  const change = () => provider.request({ method: 'wallet_switchEthereumChain', params: [{ chainId: wanted }] });
  try {
    await change().catch(async (e: unknown) => {
      if (failureOf(e).kind !== 'chain' || network?.chain_id !== id) throw e;
      await add(provider, network);
      if ((await chainOf(provider)) !== id) await change();
    });
    let chain = await chainOf(provider);
    for (let i = 1; i < reads && chain !== id; i++) {
      await sleep(pause);
      chain = await chainOf(provider);
    }
    if (account.value) account.value = { ...account.value, chain };
    if (chain !== id) throw new WalletFailure('stayed');
  } catch (e) {
    throw failureOf(e);
  }
}

async function add(provider: Provider, n: Network): Promise<void> {
  try {
    await provider.request({
      method: 'wallet_addEthereumChain',
      params: [
        {
          chainId: quantity(BigInt(n.chain_id)),
          chainName: n.name || networkName(n.chain_id),
          nativeCurrency: n.currency,
          rpcUrls: n.rpc_urls,
        },
      ],
    });
  } catch (e) {
    const failure = failureOf(e);
    throw failure.kind === 'rejected' ? failure : new WalletFailure('chain', failure.detail);
  }
}
