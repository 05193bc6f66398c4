// A wallet on another device: WalletConnect's own client at the wallet's end, with keys of the simulated chain.
import { SignClient } from '@walletconnect/sign-client';
import { rpc, send } from './chain.mjs';

const rejected = { code: 5000, message: 'User rejected.' };

export const farName = 'Wallet of a phone';

export class FarWallet {
  constructor(node) {
    this.node = node;
  }

  /** Begins anew, as the wallet of an account. A process has one wallet: WalletConnect's client is one for all of it. */
  as(account) {
    this.account = account;
    /** Hashes of what was sent, texts that were signed, and every method that was asked for. */
    Object.assign(this, { sent: [], signed: [], asked: [] });
    /** What its person says no to: `session`, or a method. And the network that it is on; undefined: the one that is proposed. */
    Object.assign(this, { rejects: new Set(), network: undefined });
    Object.assign(this, { sessions: [], ended: [] });
  }

  async open(relay, project) {
    this.client = await SignClient.init({
      projectId: project,
      relayUrl: relay,
      metadata: { name: farName, description: 'of the tests', url: 'https://wallet.example.org', icons: [] },
      storageOptions: { database: ':memory:' },
      telemetryEnabled: false,
      logger: process.env.WCLOG ?? 'silent',
    });
    this.client.on('session_proposal', (proposal) => this.#propose(proposal));
    this.client.on('session_request', (request) => this.#request(request));
    this.client.on('session_delete', ({ topic }) => this.ended.push(topic));
    return this;
  }

  /** Reads a link, as when a code was scanned. */
  scan(link) {
    return this.client.core.pairing.pair({ uri: link });
  }

  async #propose({ id, params }) {
    this.proposer = params.proposer.metadata;
    this.proposed = params;
    if (this.rejects.has('session')) return this.client.reject({ id, reason: rejected });
    const [chain] = params.optionalNamespaces.eip155.chains;
    const { methods, events } = params.optionalNamespaces.eip155;
    const accounts = [`${this.network ?? chain}:${this.account.address}`];
    const namespaces = { eip155: { chains: [this.network ?? chain], methods, events, accounts } };
    const { acknowledged } = await this.client.approve({ id, namespaces });
    this.sessions.push(await acknowledged().catch((e) => ({ refused: e.message })));
  }

  async #request({ id, topic, params: { request } }) {
    this.asked.push(request.method);
    const respond = (answer) => this.client.respond({ topic, response: { id, jsonrpc: '2.0', ...answer } });
    if (this.rejects.has(request.method)) return respond({ error: rejected });
    try {
      await respond({ result: await this.#do(request) });
    } catch (e) {
      await respond({ error: { code: e.code ?? -32603, message: e.message } });
    }
  }

  async #do({ method, params }) {
    if (method === 'eth_sendTransaction') {
      const hash = await send(this.node, this.account, params[0]);
      this.sent.push(hash);
      return hash;
    }
    const signature = await this.account.signMessage({ message: { raw: params[0] } });
    this.signed.push(Buffer.from(params[0].slice(2), 'hex').toString('utf8'));
    return signature;
  }

  /** Chooses another account, and tells the page. */
  async change(account) {
    this.account = account;
    const { topic } = this.sessions.at(-1);
    const chainId = `eip155:${Number(await rpc(this.node, 'eth_chainId'))}`;
    const accounts = [`${chainId}:${account.address}`];
    const namespaces = { eip155: { ...this.client.session.get(topic).namespaces.eip155, accounts } };
    await (await this.client.update({ topic, namespaces })).acknowledged();
  }

  disconnect() {
    return this.client.disconnect({
      topic: this.sessions.at(-1).topic,
      reason: { code: 6000, message: 'User disconnected.' },
    });
  }

  async close() {
    this.client.core.heartbeat.stop();
    await this.client.core.relayer.transportClose().catch(() => undefined);
  }
}
