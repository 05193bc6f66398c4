// The connected wallet: which one, which account, which network. Follows the wallet's own events.
import { signal } from '@preact/signals';
import { remembered } from '../setting';
import type { Offer } from './discover';
import { failureOf, WalletFailure } from './failure';
import { type Provider, parseQuantity, quantity } from './provider';

export interface Account {
  offer: Offer;
  address: string; // lower case
  chain: number;
}

export const account = signal<Account | undefined>(undefined);

/** The wallet that was connected last, by its reverse domain name. */
const last = remembered<string>('wallet', '', (v): v is string => typeof v === 'string' && v.length <= 120);

let stop = () => {};

function first(list: unknown): string | undefined {
  const of = Array.isArray(list) ? list[0] : undefined;
  return typeof of === 'string' && /^0x[0-9a-fA-F]{40}$/.test(of) ? of.toLowerCase() : undefined;
}

async function chainOf(provider: Provider): Promise<number> {
  return Number(parseQuantity(await provider.request({ method: 'eth_chainId' })));
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
    const address = first(await offer.provider.request({ method }));
    if (!address) throw new WalletFailure('locked');
    const now: Account = { offer, address, chain: await chainOf(offer.provider) };
    stop();
    stop = follow(offer.provider);
    last.value = offer.rdns;
    account.value = now;
    return now;
  } catch (e) {
    throw failureOf(e);
  }
}

function follow(provider: Provider): () => void {
  const accounts = (list: unknown) => {
    const address = first(list);
    if (address && account.value) account.value = { ...account.value, address };
    else disconnect();
  };
  const chain = (id: unknown) => {
    if (account.value) account.value = { ...account.value, chain: Number(parseQuantity(id)) };
  };
  const gone = () => disconnect();
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
  account.value = undefined;
}

/** Has the wallet change its network. Throws WalletFailure: of kind `chain` when the wallet does not know the network, so that
 * the person has to add it by hand. */
export async function switchChain(of: Account, id: number): Promise<void> {
  const { provider } = of.offer;
  try {
    await provider.request({ method: 'wallet_switchEthereumChain', params: [{ chainId: quantity(BigInt(id)) }] });
    const chain = await chainOf(provider);
    if (account.value) account.value = { ...account.value, chain };
    if (chain !== id) throw new WalletFailure('rejected');
  } catch (e) {
    throw failureOf(e);
  }
}
