import { ed25519 } from '@noble/curves/ed25519.js';
import { expect, test, vi } from 'vitest';
import { pairingConfig } from './config';
import { agree, newKeyPair, randomBytes, seal, topicOf, unseal } from './envelope';
import { passFor } from './pass';
import { providerOf } from './provider';
import { openRelay } from './relay';
import { accountsOn, pair } from './session';

const ours = `0x${'ab'.repeat(20)}`;
const other = `0x${'cd'.repeat(20)}`;

type Message = { id: number; method?: string; params?: never; result?: unknown; error?: { code: number } };
type Call = { id: number; method: string; params: { topic: string; message: string; tag: number; ttl: number } };

/** A relay in this process, and the connections to it: what is published is heard by `end`. */
function fakeRelay(end: (topic: string, message: string, tag: number) => void) {
  const sockets: FakeSocket[] = [];
  class FakeSocket {
    static readonly OPEN = 1;
    readyState = 0;
    onopen = () => {};
    onclose = () => {};
    onmessage = (_: { data: string }) => {};
    readonly topics: string[] = [];
    readonly calls: Call[] = [];
    constructor(readonly url: string) {
      sockets.push(this);
    }
    open() {
      this.readyState = 1;
      this.onopen();
    }
    send(text: string) {
      const call = JSON.parse(text) as Call;
      if (!call.method) return;
      this.calls.push(call);
      if (call.method === 'irn_subscribe') this.topics.push(call.params.topic);
      queueMicrotask(() => this.onmessage({ data: JSON.stringify({ id: call.id, result: true }) }));
      if (call.method === 'irn_publish') end(call.params.topic, call.params.message, call.params.tag);
    }
    close() {
      this.readyState = 3;
      this.onclose();
    }
    push(topic: string, message: string) {
      const params = { data: { topic, message } };
      this.onmessage({ data: JSON.stringify({ id: 1, method: 'irn_subscription', params }) });
    }
  }
  return { Socket: FakeSocket as unknown as typeof WebSocket, sockets };
}

/** A page that pairs on network 1337, and the wallet's end, which says what a test has it say. */
async function paired(methods = ['eth_sendTransaction', 'personal_sign'], accounts = [`eip155:1337:${ours}`]) {
  const heard: (Message & { tag: number })[] = [];
  const keys = new Map<string, Uint8Array>();
  const { Socket, sockets } = fakeRelay((topic, message, tag) => {
    heard.push({ ...(unseal(keys.get(topic) as Uint8Array, message) as Message), tag });
  });
  const relay = { url: 'wss://relay.test', projectId: 'p', Socket, pause: 1 };
  const p = pair({ relay, chain: 1337, site: { name: 'n', description: '', url: 'https://a.test', icons: [] } });
  const [, first = '', hex = ''] = /^wc:([0-9a-f]{64})@2\?.*symKey=([0-9a-f]{64})$/.exec(p.link) ?? [];
  const key = Uint8Array.from(hex.match(/../g) ?? [], (d) => Number.parseInt(d, 16));
  expect(topicOf(key)).toBe(first);
  keys.set(first, key);
  const [socket] = sockets;
  socket?.open();
  await vi.waitFor(() => expect(heard).toHaveLength(1));
  const proposal = heard[0] as unknown as { id: number; params: { proposer: { publicKey: string } } };
  const own = newKeyPair();
  const second = agree(own, proposal.params.proposer.publicKey);
  const topic = topicOf(second);
  keys.set(topic, second);
  const say = (message: object, to = topic) =>
    sockets.at(-1)?.push(to, seal(keys.get(to) as Uint8Array, { jsonrpc: '2.0', ...message }));
  const accept = async () => {
    say({ id: proposal.id, result: { responderPublicKey: own.open } }, first);
    await vi.waitFor(() => expect(socket?.topics).toContain(topic));
    const controller = { publicKey: own.open, metadata: { name: 'Phone' } };
    say({ id: 7, method: 'wc_sessionSettle', params: { controller, namespaces: { eip155: { accounts, methods } } } });
  };
  return { ...p, heard, say, accept, sockets, first, proposal, controller: own.open };
}

const last = (heard: Message[]) => heard.at(-1) as Message & { tag: number };

test('an envelope opens with its key alone, and not when it was changed', () => {
  const [key, another] = [randomBytes(32), randomBytes(32)];
  const envelope = seal(key, { a: ['é', 1] });
  expect(unseal(key, envelope)).toEqual({ a: ['é', 1] });
  expect(seal(key, { a: ['é', 1] })).not.toBe(envelope);
  expect(unseal(another, envelope)).toBeUndefined();
  const bytes = Uint8Array.from(atob(envelope), (c) => c.charCodeAt(0));
  for (const at of [0, 1, 13, bytes.length - 1]) {
    const changed = bytes.map((b, i) => (i === at ? b ^ 1 : b));
    expect(unseal(key, btoa(String.fromCharCode(...changed)))).toBeUndefined();
  }
  expect(unseal(key, 'no base64!')).toBeUndefined();
});

test('both ends agree on one key', () => {
  const [a, b] = [newKeyPair(), newKeyPair()];
  expect(agree(a, b.open)).toEqual(agree(b, a.open));
  expect(() => agree(a, '00'.repeat(32))).toThrow();
  expect(() => agree(a, 'undefined')).toThrow();
});

test('a pass is signed by the key that it names, and for one relay and day', () => {
  const pass = passFor('wss://relay.test', 1_700_000_000_500);
  const [head = '', body = '', signature = ''] = pass.split('.');
  const read = (part: string) => atob(part.replaceAll('-', '+').replaceAll('_', '/'));
  const said = JSON.parse(read(body));
  expect(said).toMatchObject({ aud: 'wss://relay.test', iat: 1_700_000_000, exp: 1_700_086_400 });
  expect(said.iss).toMatch(/^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/);
  let number = 0n;
  const digits = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
  for (const c of said.iss.slice(9)) number = number * 58n + BigInt(digits.indexOf(c));
  const open = number.toString(16).slice(4).match(/../g) ?? [];
  const bytes = (text: string) => Uint8Array.from(read(text), (c) => c.charCodeAt(0));
  const key = Uint8Array.from(open, (d) => Number.parseInt(d, 16));
  expect(ed25519.verify(bytes(signature), new TextEncoder().encode(`${head}.${body}`), key)).toBe(true);
});

test('a session is asked, follows the wallet, and ends', async () => {
  const w = await paired();
  await w.accept();
  const session = await w.settled;
  await vi.waitFor(() => expect(last(w.heard)).toMatchObject({ id: 7, result: true, tag: 1103 }));
  expect([session.name, session.accounts]).toEqual(['Phone', [ours]]);
  const provider = providerOf(session, 1337, 'https://node.test');
  const told: unknown[] = [];
  provider.on?.('accountsChanged', (v) => told.push(v));
  provider.on?.('disconnect', (v) => told.push(v));
  expect(await provider.request({ method: 'eth_chainId' })).toBe('0x539');

  const sent = provider.request({ method: 'eth_sendTransaction', params: [{ to: other }] });
  await vi.waitFor(() => expect(last(w.heard).method).toBe('wc_sessionRequest'));
  expect(last(w.heard)).toMatchObject({
    tag: 1108,
    params: { chainId: 'eip155:1337', request: { method: 'eth_sendTransaction', params: [{ to: other }] } },
  });
  w.say({ id: last(w.heard).id, result: '0x66' }, w.first); // whoever read the link could say this
  w.say({ id: last(w.heard).id, result: '0x12' });
  expect(await sent).toBe('0x12');
  const signed = provider.request({ method: 'personal_sign', params: ['0x', ours] });
  await vi.waitFor(() => expect(last(w.heard)).toMatchObject({ params: { request: { method: 'personal_sign' } } }));
  w.say({ id: last(w.heard).id, error: { code: 5000, message: 'User rejected.' } });
  await expect(signed).rejects.toMatchObject({ code: 5000 });
  await expect(provider.request({ method: 'eth_sign' })).rejects.toMatchObject({ code: 4200 });

  w.say({ id: 8, method: 'wc_sessionEvent', params: { event: { name: 'accountsChanged', data: [other] } } });
  expect(told).toEqual([[other]]);
  w.say({ id: 9, method: 'wc_sessionPing', params: {} });
  await vi.waitFor(() => expect(last(w.heard)).toMatchObject({ id: 9, result: true }));
  w.say({ id: 10, method: 'wc_sessionBogus', params: {} });
  await vi.waitFor(() => expect(last(w.heard)).toMatchObject({ id: 10, error: { code: 10001 } }));
  w.say({ id: 11, method: 'wc_sessionDelete', params: { code: 6000, message: '' } });
  expect(told.at(-1)).toMatchObject({ code: 4900 });
  await expect(session.ask('personal_sign', [])).rejects.toMatchObject({ code: 4900 });
});

test('the page ends a session and tells the wallet', async () => {
  const w = await paired();
  await w.accept();
  const session = await w.settled;
  session.end();
  session.end();
  await vi.waitFor(() => expect(last(w.heard)).toMatchObject({ method: 'wc_sessionDelete', params: { code: 6000 } }));
  expect(w.heard.filter((m) => m.method === 'wc_sessionDelete')).toHaveLength(1);
});

test('a wallet that takes the last account away ends the session', async () => {
  const w = await paired();
  await w.accept();
  const session = await w.settled;
  const told = vi.fn();
  session.follow(told);
  const namespaces = { eip155: { accounts: [`eip155:1:${ours}`], methods: [] } };
  w.say({ id: 8, method: 'wc_sessionUpdate', params: { namespaces } });
  expect(told).toHaveBeenCalledWith([]);
});

test.each([
  [
    'declines',
    ['x'],
    async (w: Awaited<ReturnType<typeof paired>>) => {
      w.say({ id: w.proposal.id, error: { code: 5000, message: 'User rejected.' } }, w.first);
    },
    5000,
  ],
  ['can sign nothing', ['personal_sign'], (w: Awaited<ReturnType<typeof paired>>) => w.accept(), 4902],
])('a wallet that %s is not connected', async (_, methods, act, code) => {
  const w = await paired(methods);
  await Promise.all([act(w), expect(w.settled).rejects.toMatchObject({ code })]);
});

test('a wallet of another network is not connected, and is told', async () => {
  const w = await paired(undefined, [`eip155:1:${ours}`]);
  await Promise.all([w.accept(), expect(w.settled).rejects.toMatchObject({ code: 4902 })]);
  await vi.waitFor(() => expect(last(w.heard)).toMatchObject({ id: 7, error: { code: 5100 } }));
});

test('only the wallet that answered the proposal settles', async () => {
  const w = await paired();
  w.say({ id: w.proposal.id, result: { responderPublicKey: w.controller } }, w.first);
  await vi.waitFor(() => expect(w.sockets[0]?.topics).toHaveLength(2));
  const settled = vi.fn();
  w.settled.then(settled, settled);
  const namespaces = {
    eip155: { accounts: [`eip155:1337:${other}`], methods: ['eth_sendTransaction', 'personal_sign'] },
  };
  const controller = { publicKey: newKeyPair().open, metadata: { name: 'Mallory' } };
  w.say({ id: 7, method: 'wc_sessionSettle', params: { controller, namespaces } });
  w.say(
    { id: 8, method: 'wc_sessionSettle', params: { controller: { publicKey: w.controller }, namespaces } },
    w.first,
  );
  await Promise.resolve();
  expect(settled).not.toHaveBeenCalled();
  w.cancel();
  await vi.waitFor(() => expect(settled).toHaveBeenCalledWith(expect.objectContaining({ code: 4900 })));
});

test('a connection that breaks is made again: topics are subscribed to, and what was asked meanwhile is said', async () => {
  const published: string[] = [];
  const { Socket, sockets } = fakeRelay((_, message) => published.push(message));
  const lost = vi.fn();
  const relay = openRelay({ url: 'wss://r.test', projectId: 'p', Socket, hear: () => {}, lost, pause: 1 });
  sockets[0]?.open();
  await relay.subscribe('t');
  sockets[0]?.close();
  const done = relay.publish('t', 'm', { seconds: 1, tag: 1, prompt: false });
  await vi.waitFor(() => expect(sockets).toHaveLength(2));
  expect(published).toEqual([]);
  sockets[1]?.open();
  await done;
  expect(sockets[1]?.topics).toEqual(['t']);
  expect(published).toEqual(['m']);
  sockets[1]?.close();
  const waiting = relay.publish('t', 'n', { seconds: 1, tag: 1, prompt: false }).catch((e: Error) => e.message);
  for (let i = 2; i < 6; i++) {
    await vi.waitFor(() => expect(sockets.length).toBeGreaterThan(i));
    sockets.at(-1)?.close();
  }
  expect(lost).toHaveBeenCalledOnce();
  expect(await waiting).toBe('the relay is closed');
});

test('a relay that opens the connection and ends it at once is given up', async () => {
  const { Socket, sockets } = fakeRelay(() => {});
  const lost = vi.fn();
  openRelay({ url: 'wss://r.test', projectId: 'refused', Socket, hear: () => {}, lost, pause: 1 });
  for (let i = 0; i < 5; i++) {
    await vi.waitFor(() => expect(sockets.length).toBeGreaterThan(i));
    sockets.at(-1)?.open();
    sockets.at(-1)?.close();
  }
  expect(lost).toHaveBeenCalledOnce();
  expect(sockets).toHaveLength(5);
});

test('accounts are those of the network, each once', () => {
  const list = [
    `eip155:1337:${ours.toUpperCase().replace('0X', '0x')}`,
    `eip155:1337:${ours}`,
    `eip155:13370:${other}`,
  ];
  expect(accountsOn(1337, list)).toEqual([ours]);
  for (const v of [undefined, 'eip155', [`eip155:1337:${ours}00`, null]]) expect(accountsOn(1337, v)).toEqual([]);
});

test('the document says whether pairing is switched on', () => {
  expect(pairingConfig()).toBeUndefined();
  const tag = document.createElement('meta');
  tag.name = 'nodeledger:pairing';
  tag.content = 'chain=1337&node=http%3A%2F%2F127.0.0.1%3A1&project=ab&relay=wss%3A%2F%2Fr.test';
  document.head.append(tag);
  expect(pairingConfig()).toEqual({ project: 'ab', relay: 'wss://r.test', node: 'http://127.0.0.1:1', chain: 1337 });
  tag.remove();
});
