// A session with a wallet on another device, in the order in which it comes about (WalletConnect 2, sign):
//
//   page   shows a link with a topic and its key, proposes there  -> wallet, which read the link
//   wallet answers with its open key: both agree on a second key, whose topic is the session's
//   wallet settles there: which accounts on which network it shares
//   page   asks it to sign; wallet tells of other accounts; either one ends it
//
// One session, one network, one answer for each question. Nothing of it outlives the page.
import { isWallet } from '../group';
import { agree, type KeyPair, newKeyPair, plainHex, randomBytes, seal, topicOf, unseal } from './envelope';
import { newId, openRelay, type Relay, type RelayOptions, type Stamp } from './relay';

export interface PairingOptions {
  relay: Pick<RelayOptions, 'url' | 'projectId' | 'Socket' | 'pause'>;
  chain: number;
  site: { name: string; description: string; url: string; icons: string[] };
}

export interface Session {
  /** What the wallet calls itself. */
  name: string;
  /** The accounts that it shares on the network, lower case. The first is the one that is used. */
  accounts: readonly string[];
  /** Asks the wallet. Throws its refusal, which has a code. */
  ask(method: string, params: unknown): Promise<unknown>;
  /** Calls back with other accounts, and with none when the session is over. */
  follow(call: (accounts: readonly string[]) => void): void;
  /** Ends it, and tells the wallet. */
  end(): void;
}

/** What a page asks a wallet on another device to do. */
export const methods = ['eth_sendTransaction', 'personal_sign'];

interface Refusal {
  code: number;
  message: string;
}

/** The refusals of this end, as the protocol numbers them. */
const refusals = {
  left: { code: 6000, message: 'User disconnected.' },
  network: { code: 5100, message: 'Unsupported chains.' },
  method: { code: 10001, message: 'Unsupported wc_ method.' },
};

const gone: Refusal = { code: 4900, message: 'the session with the wallet is over' };
const silent: Refusal = { code: -32603, message: 'the wallet did not answer within five minutes' };
const unfit: Refusal = { code: 4902, message: 'the wallet shares no account on this network' };

const minutes5 = 300; // seconds
const day = 86_400;

/** How what this end says first, and how what it answers, is stamped. */
const stamps: Record<string, [Stamp, number]> = {
  wc_sessionPropose: [{ seconds: minutes5, tag: 1100, prompt: true }, 1101],
  wc_sessionSettle: [{ seconds: minutes5, tag: 1102, prompt: false }, 1103],
  wc_sessionUpdate: [{ seconds: day, tag: 1104, prompt: false }, 1105],
  wc_sessionExtend: [{ seconds: day, tag: 1106, prompt: false }, 1107],
  wc_sessionRequest: [{ seconds: minutes5, tag: 1108, prompt: true }, 1109],
  wc_sessionEvent: [{ seconds: minutes5, tag: 1110, prompt: true }, 1111],
  wc_sessionDelete: [{ seconds: day, tag: 1112, prompt: false }, 1113],
  wc_sessionPing: [{ seconds: 30, tag: 1114, prompt: false }, 1115],
};
const unknown: [Stamp, number] = [{ seconds: minutes5, tag: 0, prompt: false }, 0];

interface Message {
  id: number;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: Refusal;
}

/** Who waits for an answer on a topic. */
interface Waiting {
  topic: string;
  resolve: (v: unknown) => void;
  reject: (e: Refusal) => void;
}

interface Settling {
  controller?: { publicKey?: unknown; metadata?: { name?: unknown } };
  namespaces?: { eip155?: { accounts?: unknown; methods?: unknown } };
}

/** The accounts of a network among those that a wallet shares, which are written eip155:CHAIN:ADDRESS. */
export function accountsOn(chain: number, list: unknown): string[] {
  const prefix = `eip155:${chain}:`;
  const found = (Array.isArray(list) ? list : [])
    .map(String)
    .filter((a) => a.startsWith(prefix))
    .map((a) => a.slice(prefix.length).toLowerCase())
    .filter(isWallet);
  return [...new Set(found)];
}

/** Begins a pairing: `link` is for the wallet, `settled` is the session once the wallet has shared an account. settled throws the
 * refusal when it says no, shares nothing that is of use, or does not answer within five minutes. */
export function pair(options: PairingOptions): { link: string; settled: Promise<Session>; cancel: () => void } {
  const p = new Pairing(options);
  return { link: p.link, settled: p.settled, cancel: () => p.stop(gone) };
}

class Pairing implements Session {
  readonly link: string;
  readonly settled: Promise<Session>;
  name = '';
  accounts: readonly string[] = [];

  private readonly own: KeyPair = newKeyPair();
  private readonly keys = new Map<string, Uint8Array>(); // by topic
  private readonly waiting = new Map<number, Waiting>();
  private readonly relay: Relay;
  private readonly timer: ReturnType<typeof setTimeout>;
  private wallet = ''; // its open key
  private topic = ''; // of the session; empty as long as there is none
  private over = false;
  private tell: (accounts: readonly string[]) => void = () => {};
  private settle!: (s: Session) => void;
  private refuse!: (e: Refusal) => void;

  constructor(private readonly options: PairingOptions) {
    const key = randomBytes(32);
    const topic = topicOf(key);
    this.keys.set(topic, key);
    const expires = Math.floor(Date.now() / 1000) + minutes5;
    this.link = `wc:${topic}@2?expiryTimestamp=${expires}&relay-protocol=irn&symKey=${plainHex(key)}`;
    this.settled = new Promise((resolve, reject) => {
      this.settle = resolve;
      this.refuse = reject;
    });
    this.timer = setTimeout(() => this.stop(silent), minutes5 * 1000);
    this.relay = openRelay({
      ...options.relay,
      hear: (of, envelope) => this.hear(of, envelope),
      lost: () => this.stop({ code: 4900, message: `the relay ${options.relay.url} cannot be reached` }),
    });
    this.propose(topic, expires).catch((e: Refusal) => this.stop(e));
  }

  private async propose(topic: string, expiryTimestamp: number): Promise<void> {
    await this.relay.subscribe(topic);
    const eip155 = { chains: [this.network()], methods, events: ['accountsChanged', 'chainChanged'] };
    const answer = (await this.request(topic, 'wc_sessionPropose', {
      requiredNamespaces: {},
      optionalNamespaces: { eip155 },
      relays: [{ protocol: 'irn' }],
      proposer: { publicKey: this.own.open, metadata: this.options.site },
      expiryTimestamp,
    })) as { responderPublicKey?: unknown };
    this.wallet = String(answer?.responderPublicKey);
    const key = agree(this.own, this.wallet);
    this.topic = topicOf(key);
    this.keys.set(this.topic, key);
    await this.relay.subscribe(this.topic);
  }

  private network(): string {
    return `eip155:${this.options.chain}`;
  }

  ask(method: string, params: unknown): Promise<unknown> {
    const expiryTimestamp = Math.floor(Date.now() / 1000) + minutes5;
    return this.request(this.topic, 'wc_sessionRequest', {
      request: { method, params, expiryTimestamp },
      chainId: this.network(),
    });
  }

  follow(call: (accounts: readonly string[]) => void): void {
    this.tell = call;
  }

  end(): void {
    if (this.over) return;
    if (this.topic) this.say(this.topic, { method: 'wc_sessionDelete', params: refusals.left }, 'wc_sessionDelete');
    this.stop(gone);
  }

  /** Ends everything without a word to the wallet. */
  stop(why: Refusal): void {
    if (this.over) return;
    this.over = true;
    clearTimeout(this.timer);
    for (const w of this.waiting.values()) w.reject(why);
    this.waiting.clear();
    this.refuse(why); // nothing, once it is settled
    this.accounts = [];
    this.tell([]);
    setTimeout(() => this.relay.close(), 1000); // the last word is on its way
  }

  private request(topic: string, method: string, params: unknown): Promise<unknown> {
    if (this.over) return Promise.reject(gone);
    return new Promise((resolve, reject) => {
      const id = this.say(topic, { method, params }, method, reject);
      const timer = setTimeout(() => {
        if (this.waiting.delete(id)) reject(silent);
      }, minutes5 * 1000);
      const done =
        <T>(then: (v: T) => void) =>
        (v: T) => {
          clearTimeout(timer);
          then(v);
        };
      this.waiting.set(id, { topic, resolve: done(resolve), reject: done(reject) });
    });
  }

  /** Publishes a message of this end, and gives its id. */
  private say(topic: string, message: object, method: string, failed: (e: Refusal) => void = () => {}): number {
    const id = newId();
    const [stamp] = stamps[method] ?? unknown;
    this.publish(topic, { id, jsonrpc: '2.0', ...message }, stamp).catch((e: Error) =>
      failed({ code: 4900, message: e.message }),
    );
    return id;
  }

  private answer(topic: string, id: number, method: string, what: { result: unknown } | { error: Refusal }): void {
    const [stamp, tag] = stamps[method] ?? unknown;
    this.publish(topic, { id, jsonrpc: '2.0', ...what }, { ...stamp, tag, prompt: false }).catch(() => undefined);
  }

  private publish(topic: string, message: unknown, stamp: Stamp): Promise<void> {
    const key = this.keys.get(topic);
    if (!key) return Promise.reject(new Error(gone.message));
    return this.relay.publish(topic, seal(key, message), stamp);
  }

  private hear(topic: string, envelope: string): void {
    const key = this.keys.get(topic);
    const message = key && (unseal(key, envelope) as Message | undefined);
    if (this.over || typeof message?.id !== 'number') return;
    if (message.method) {
      if (topic === this.topic) this.serve(message.id, message.method, message.params ?? {});
      return;
    }
    const w = this.waiting.get(message.id);
    if (w?.topic !== topic) return; // whoever read the link knows the key of its topic, and none of the session's
    this.waiting.delete(message.id);
    if (message.error) w.reject(message.error);
    else w.resolve(message.result);
  }

  /** Does what the wallet asks, which is heard on the session's topic alone. */
  private serve(id: number, method: string, params: Record<string, unknown>): void {
    if (method === 'wc_sessionSettle') {
      this.settling(id, params);
      return;
    }
    const act = this.acts[method];
    this.answer(this.topic, id, method, act ? { result: true } : { error: refusals.method });
    act?.(params);
  }

  private readonly acts: Record<string, (params: Record<string, unknown>) => void> = {
    wc_sessionUpdate: (params) => this.share((params as Settling).namespaces?.eip155?.accounts),
    wc_sessionEvent: ({ event }) => this.event(event as { name?: unknown; data?: unknown } | undefined),
    wc_sessionDelete: () => this.stop(gone),
    wc_sessionPing: () => undefined,
    wc_sessionExtend: () => undefined,
  };

  private settling(id: number, { controller, namespaces }: Settling): void {
    const able = namespaces?.eip155?.methods;
    const accounts = accountsOn(this.options.chain, namespaces?.eip155?.accounts);
    if (controller?.publicKey !== this.wallet || this.accounts.length > 0) return;
    if (accounts.length === 0 || !(Array.isArray(able) && methods.every((m) => able.includes(m)))) {
      this.answer(this.topic, id, 'wc_sessionSettle', { error: refusals.network });
      this.stop(unfit);
      return;
    }
    clearTimeout(this.timer);
    this.name = String(controller.metadata?.name ?? '').slice(0, 60);
    this.accounts = accounts;
    this.answer(this.topic, id, 'wc_sessionSettle', { result: true });
    this.settle(this);
  }

  /** The wallet chose another account, or says which ones it shares from now on. */
  private event(event: { name?: unknown; data?: unknown } | undefined): void {
    if (event?.name !== 'accountsChanged' || !Array.isArray(event.data)) return;
    this.share(event.data.map((a) => (/^0x/.test(String(a)) ? `${this.network()}:${a}` : a)));
  }

  private share(list: unknown): void {
    const accounts = accountsOn(this.options.chain, list);
    if (accounts.length === 0) {
      this.end();
      return;
    }
    this.accounts = accounts;
    this.tell(accounts);
  }
}
