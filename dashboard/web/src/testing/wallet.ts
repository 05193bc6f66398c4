// A wallet for tests: answers by method, remembers what it was asked, and can change its account and network. For tests only.
import type { Provider } from '../wallet/provider';

type Method = (params: unknown[]) => unknown;

const announcing: (() => void)[] = [];

export class FakeWallet implements Provider {
  readonly calls: { method: string; params: unknown[] }[] = [];
  private listeners = new Map<string, Set<(v: never) => void>>();
  chain = '0x539';
  methods: Record<string, Method>;

  constructor(
    readonly address = `0x${'ab'.repeat(20)}`,
    methods: Record<string, Method> = {},
  ) {
    this.methods = {
      eth_requestAccounts: () => [address],
      eth_accounts: () => [address],
      eth_chainId: () => this.chain,
      eth_getBalance: () => `0x${(10n ** 20n).toString(16)}`,
      eth_call: () => '0x',
      eth_sendTransaction: () => `0x${'12'.repeat(32)}`,
      eth_getTransactionReceipt: () => ({ status: '0x1', blockNumber: '0x65' }),
      wallet_switchEthereumChain: (p) => {
        this.chain = (p[0] as { chainId: string }).chainId;
        this.emit('chainChanged', this.chain);
        return null;
      },
      ...methods,
    };
  }

  request = async ({ method, params }: { method: string; params?: readonly unknown[] | object }): Promise<unknown> => {
    const list = Array.isArray(params) ? params : [];
    this.calls.push({ method, params: list });
    const found = this.methods[method];
    if (!found) throw { code: 4200, message: `no ${method}` };
    return found(list);
  };

  on(event: string, listener: (v: never) => void): void {
    const set = this.listeners.get(event) ?? new Set();
    set.add(listener);
    this.listeners.set(event, set);
  }

  removeListener(event: string, listener: (v: never) => void): void {
    this.listeners.get(event)?.delete(listener);
  }

  emit(event: string, value: unknown): void {
    for (const l of this.listeners.get(event) ?? []) l(value as never);
  }

  asked(method: string): unknown[][] {
    return this.calls.filter((c) => c.method === method).map((c) => c.params);
  }

  /** Announces itself to pages that ask, as EIP-6963 has it. */
  announce(name = 'Test wallet', rdns = 'org.example.test'): void {
    const detail = { info: { uuid: `id-${name}`, name, icon: 'data:image/svg+xml,<svg/>', rdns }, provider: this };
    const tell = () => window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
    window.addEventListener('eip6963:requestProvider', tell);
    announcing.push(() => window.removeEventListener('eip6963:requestProvider', tell));
    tell();
  }
}

/** Ends the announcing of every wallet. */
export function forgetWallet(): void {
  for (const stop of announcing.splice(0)) stop();
}
