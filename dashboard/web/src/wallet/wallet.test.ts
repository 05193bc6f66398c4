import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeWallet, forgetWallet } from '../testing/wallet';
import { account, connect, disconnect, reconnect, switchChain } from './account';
import { discover, type Offer, offers } from './discover';
import { failureOf, WalletFailure } from './failure';
import { add, group, most, readWallets, remove } from './group';
import { parseQuantity, quantity } from './provider';
import { mined, rehearse, send, signText } from './send';

const call = { to: `0x${'c0'.repeat(20)}`, data: '0x1234', value: '1000000000000000000', chain_id: 1337 };
const offer = (w: FakeWallet): Offer => ({ id: 'x', name: 'Test', icon: '', rdns: 'org.example.test', provider: w });

let stop = () => {};
beforeEach(() => {
  localStorage.clear();
  offers.value = [];
  disconnect();
});
afterEach(() => {
  stop();
  forgetWallet();
});

test('wallets that announce themselves are offered once each, with safe icons', () => {
  stop = discover();
  const w = new FakeWallet();
  w.announce();
  w.announce();
  const bad = {
    info: { uuid: 'evil', name: 'x'.repeat(500), icon: 'https://example.org/track.png', rdns: 'x' },
    provider: new FakeWallet(),
  };
  window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail: bad }));
  for (const detail of [null, {}, { info: { uuid: 'a' } }, { info: { uuid: 'a' }, provider: {} }]) {
    window.dispatchEvent(new CustomEvent('eip6963:announceProvider', { detail }));
  }
  expect(offers.value.map((o) => [o.id, o.icon.slice(0, 5), o.name.length <= 60])).toEqual([
    ['id-Test wallet', 'data:', true],
    ['evil', '', true],
  ]);
});

test('a wallet that only sets window.ethereum is offered when nobody announces', async () => {
  const w = window as unknown as { ethereum?: FakeWallet };
  w.ethereum = new FakeWallet();
  stop = discover(window as never, 5);
  await new Promise((r) => setTimeout(r, 20));
  expect(offers.value.map((o) => o.id)).toEqual(['window']);
  delete w.ethereum;
});

test('the account and the network follow the wallet', async () => {
  const w = new FakeWallet('0xABCDEF0000000000000000000000000000000001');
  expect(await connect(offer(w))).toMatchObject({ address: '0xabcdef0000000000000000000000000000000001', chain: 1337 });
  w.emit('chainChanged', '0x1');
  expect(account.value?.chain).toBe(1);
  w.emit('accountsChanged', [`0x${'22'.repeat(20)}`]);
  expect(account.value?.address).toBe(`0x${'22'.repeat(20)}`);
  w.emit('accountsChanged', []);
  expect(account.value).toBeUndefined();
  w.emit('chainChanged', '0x5'); // nobody listens any more
  expect(account.value).toBeUndefined();
});

test('a wallet of the last time is connected without asking', async () => {
  const w = new FakeWallet();
  await connect(offer(w));
  account.value = undefined;
  await reconnect([offer(w)]);
  expect(account.value).toBeDefined();
  expect(w.asked('eth_requestAccounts').length).toBe(1);
});

test('the network is switched by its id', async () => {
  const w = new FakeWallet();
  const a = await connect(offer(w));
  await switchChain(a, 1);
  expect(w.asked('wallet_switchEthereumChain')).toEqual([[{ chainId: '0x1' }]]);
  expect(account.value?.chain).toBe(1);
});

test.each([
  [{ code: 4001, message: 'User rejected the request.' }, 'rejected'],
  [{ code: -32603, data: { originalError: { code: 4001 } } }, 'rejected'],
  [{ code: 'ACTION_REJECTED' }, 'rejected'],
  [{ code: -32002 }, 'pending'],
  [{ code: 4902 }, 'chain'],
  [{ code: 4100 }, 'locked'],
  [{ code: 4900 }, 'disconnected'],
  [{ code: -32000, message: 'insufficient funds for gas * price + value' }, 'funds'],
  [{ code: 3, message: 'execution reverted', data: `0xd93c0665` }, 'reverted'],
  [
    { code: -32603, message: 'Internal', data: { code: 3, data: '0xd93c0665', message: 'execution reverted' } },
    'reverted',
  ],
  [{ message: 'boom' }, 'other'],
  ['text', 'other'],
  [null, 'other'],
])('%j is sorted as %s', (thrown, kind) => {
  expect(failureOf(thrown).kind).toBe(kind);
});

test('an error that holds itself does not hang', () => {
  const e: { data?: unknown } = {};
  e.data = e;
  expect(failureOf(e).kind).toBe('other');
});

test('too little in the wallet is found before it is asked to sign', async () => {
  const w = new FakeWallet(undefined, { eth_getBalance: () => '0x1' });
  const a = await connect(offer(w));
  await expect(rehearse(a, call)).rejects.toMatchObject({ kind: 'funds', detail: '999999999999999999' });
  expect(w.asked('eth_call')).toEqual([]);
});

test('what is sent is what the server handed out', async () => {
  const w = new FakeWallet();
  const a = await connect(offer(w));
  await rehearse(a, call);
  expect(await send(a, call)).toBe(`0x${'12'.repeat(32)}`);
  expect(w.asked('eth_sendTransaction')).toEqual([
    [{ from: a.address, to: call.to, data: call.data, value: '0xde0b6b3a7640000' }],
  ]);
  await expect(send({ ...a, chain: 1 }, call)).rejects.toMatchObject({ kind: 'chain' });
  expect(w.asked('eth_sendTransaction').length).toBe(1);
  w.methods.eth_sendTransaction = () => '<script>';
  await expect(send(a, call)).rejects.toBeInstanceOf(WalletFailure);
});

test('a receipt is waited for, past failures of the node', async () => {
  const answers: (() => unknown)[] = [
    () => null,
    () => {
      throw new Error('busy');
    },
    () => ({ status: '0x0', blockNumber: '0x10' }),
  ];
  const w = new FakeWallet(undefined, { eth_getTransactionReceipt: () => (answers.shift() as () => unknown)() });
  const a = await connect(offer(w));
  expect(await mined(a, '0x12', new AbortController().signal, 1)).toEqual({ hash: '0x12', block: 16, success: false });
  const abort = new AbortController();
  w.methods.eth_getTransactionReceipt = () => null;
  const waiting = mined(a, '0x12', abort.signal, 1);
  setTimeout(() => abort.abort(), 10);
  await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
});

test('texts are signed as their bytes', async () => {
  const w = new FakeWallet(undefined, { personal_sign: () => '0x1234' });
  const a = await connect(offer(w));
  expect(await signText(a, 'a\n节')).toBe('0x1234');
  expect(w.asked('personal_sign')).toEqual([['0x610ae88a82', a.address]]);
});

test('quantities', () => {
  expect(quantity(0n)).toBe('0x0');
  expect(parseQuantity('0xFF')).toBe(255n);
  for (const bad of ['10', '0x', 16, null]) expect(() => parseQuantity(bad)).toThrow(RangeError);
  expect(() => quantity(-1n)).toThrow(RangeError);
});

test('a group of wallets', () => {
  const a = `0x${'Aa'.repeat(20)}`;
  expect(readWallets(`${a}, ${a.toLowerCase()}\n0x12 alice`)).toEqual({
    wallets: [a.toLowerCase()],
    faults: ['0x12', 'alice'],
  });
  group.value = [];
  add([a, a.toLowerCase()]);
  expect(group.value).toEqual([a.toLowerCase()]);
  add(Array.from({ length: 40 }, (_, i) => `0x${String(i).padStart(40, '0')}`));
  expect(group.value.length).toBe(most);
  remove(a.toLowerCase());
  expect(group.value.length).toBe(most - 1);
});
