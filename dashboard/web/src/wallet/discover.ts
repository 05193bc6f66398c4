// Which wallets this browser has: each announces itself (EIP-6963). A wallet that only sets window.ethereum is offered when
// nothing announced itself.
import { signal } from '@preact/signals';
import type { Provider } from './provider';

export interface Offer {
  id: string;
  name: string;
  icon: string; // a data: address, empty when the wallet gave none that is safe to show
  rdns: string;
  provider: Provider;
  /** Tells the wallet that the page leaves it; absent: it need not know. */
  end?: () => void;
}

export const offers = signal<readonly Offer[]>([]);

interface Announcement {
  info?: { uuid?: unknown; name?: unknown; icon?: unknown; rdns?: unknown };
  provider?: Provider;
}

const text = (v: unknown, most: number): string => (typeof v === 'string' ? v.slice(0, most) : '');

/** Asks wallets to announce themselves and listens from then on. Returns how to stop. */
export function discover(w: Window & { ethereum?: Provider } = window, patience = 400): () => void {
  const heard = (e: Event) => {
    const { info, provider } = ((e as CustomEvent<Announcement>).detail ?? {}) as Announcement;
    const id = text(info?.uuid, 64);
    if (!id || !provider || typeof provider.request !== 'function' || offers.value.some((o) => o.id === id)) return;
    const icon = text(info?.icon, 200_000);
    offers.value = [
      ...offers.value.filter((o) => o.id !== 'window'),
      {
        id,
        name: text(info?.name, 60) || id,
        icon: icon.startsWith('data:image/') ? icon : '',
        rdns: text(info?.rdns, 120),
        provider,
      },
    ];
  };
  w.addEventListener('eip6963:announceProvider', heard);
  w.dispatchEvent(new Event('eip6963:requestProvider'));
  const timer = setTimeout(() => {
    const provider = w.ethereum;
    if (offers.value.length === 0 && provider && typeof provider.request === 'function') {
      offers.value = [{ id: 'window', name: 'window.ethereum', icon: '', rdns: '', provider }];
    }
  }, patience);
  return () => {
    clearTimeout(timer);
    w.removeEventListener('eip6963:announceProvider', heard);
  };
}
