// A browser wallet that really signs: it announces itself to the page as EIP-6963 says, and what the page asks of it is
// answered here, outside the browser, with keys of the simulated chain.
import { rpc, send } from './chain.mjs';

export const walletName = 'Test Wallet';

const rejected = { code: 4001, message: 'User rejected the request.' };

export class Wallet {
  /** Methods that the person behind the wallet says no to. */
  rejects = new Set();
  /** Hashes of what was sent, and texts that were signed, in their order. */
  sent = [];
  signed = [];
  /** The network that the wallet is on; undefined: that of its node. */
  network;
  /** Whether it knows the network of its node, and what it was told when it was asked to add one. */
  knows = true;
  added = [];

  constructor(node, account) {
    this.node = node;
    this.account = account;
  }

  /** Puts the wallet into every page of a browser context. */
  async enter(context) {
    await context.exposeFunction('askTestWallet', (text) => this.#answer(JSON.parse(text)));
    await context.addInitScript(announce, walletName);
  }

  async #answer({ method, params = [] }) {
    if (this.rejects.has(method)) return { error: rejected };
    try {
      return { result: (await this.#do(method, params)) ?? null };
    } catch (e) {
      return { error: { code: e.code ?? -32603, message: e.message, data: e.data } };
    }
  }

  async #do(method, params) {
    switch (method) {
      case 'eth_requestAccounts':
      case 'eth_accounts':
        return [this.account.address];
      case 'eth_chainId':
        return this.network ?? rpc(this.node, 'eth_chainId');
      case 'wallet_switchEthereumChain':
        if (!this.knows || params[0].chainId !== (await rpc(this.node, 'eth_chainId')))
          throw Object.assign(new Error('Unrecognized chain.'), { code: 4902 });
        this.network = undefined;
        return null;
      case 'wallet_addEthereumChain':
        this.added.push(params[0]);
        this.knows = true;
        return null;
      case 'eth_sendTransaction': {
        const hash = await send(this.node, this.account, params[0]);
        this.sent.push(hash);
        return hash;
      }
      case 'personal_sign': {
        const signature = await this.account.signMessage({ message: { raw: params[0] } });
        this.signed.push(Buffer.from(params[0].slice(2), 'hex').toString('utf8'));
        return signature;
      }
      default:
        return rpc(this.node, method, params);
    }
  }
}

/** Runs in the page before anything of it. window.testWallet.emit tells the page what a wallet tells: accountsChanged and so on. */
function announce(name) {
  const listeners = new Map();
  const of = (event) => listeners.get(event) ?? listeners.set(event, new Set()).get(event);
  const provider = {
    async request(call) {
      const { result, error } = await window.askTestWallet(JSON.stringify(call));
      if (error) throw Object.assign(new Error(error.message), error);
      return result;
    },
    on: (event, listener) => of(event).add(listener),
    removeListener: (event, listener) => of(event).delete(listener),
  };
  const info = Object.freeze({
    uuid: '7f3c1a52-6f0e-4c55-9d5e-0b6f2d2c9a11',
    name,
    icon:
      'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"%3E' +
      '%3Cpath fill="%230a6e5c" d="M3 7h15a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3H6a3 3 0 0 1-3-3zm0-1a3 3 0 0 1 3-3h11v2z"/%3E' +
      '%3Ccircle cx="17" cy="14" r="1.6" fill="%23fff"/%3E%3C/svg%3E',
    rdns: 'test.wallet',
  });
  const say = () =>
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: Object.freeze({ info, provider }) }));
  window.addEventListener('eip6963:requestProvider', say);
  window.testWallet = { emit: (event, value) => of(event).forEach((listener) => void listener(value)) };
  say();
}
