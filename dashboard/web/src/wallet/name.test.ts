import { afterEach, expect, test } from 'vitest';
import { FakeWallet } from '../testing/wallet';
import type { Account } from './account';
import { addressOfName, isName, nameOfAddress, nodeOf, registryOf } from './name';

const ann = `0x${'ab'.repeat(20)}`;
const bob = `0x${'cd'.repeat(20)}`;
const resolver = `0x${'11'.repeat(20)}`;
const word = (hex: string) => hex.replace('0x', '').padStart(64, '0');
const text = (t: string) => {
  const hex = [...new TextEncoder().encode(t)].map((b) => b.toString(16).padStart(2, '0')).join('');
  return `0x${word('20')}${word(t.length.toString(16))}${hex.padEnd(Math.ceil(hex.length / 64) * 64, '0')}`;
};

/** A wallet on a network, whose node knows names by their nodes. */
function knowing(addresses: Record<string, string>, names: Record<string, string>, chain = 1) {
  const asked: string[] = [];
  const byNode = new Map(Object.entries(addresses).map(([n, a]) => [nodeOf(n), a]));
  const reverse = new Map(Object.entries(names).map(([a, n]) => [nodeOf(`${a.slice(2)}.addr.reverse`), n]));
  const provider = new FakeWallet(ann, {
    eth_call: ([call]) => {
      const { to, data } = call as { to: string; data: string };
      asked.push(to);
      const node = `0x${data.slice(10)}`;
      const known = byNode.has(node) || reverse.has(node);
      if (data.startsWith('0x0178b8bf')) return `0x${word(known ? resolver : '')}`;
      if (data.startsWith('0x3b3b57de')) return `0x${word(byNode.get(node) ?? '')}`;
      return text(reverse.get(node) ?? '');
    },
  });
  const of: Account = { offer: { id: '', name: '', icon: '', rdns: '', provider }, address: ann, chain };
  return { of, asked };
}

afterEach(() => document.querySelector('meta[name="nodeledger:names"]')?.remove());

test('nodes are those of EIP-137', () => {
  expect(nodeOf('')).toBe(`0x${'00'.repeat(32)}`);
  expect(nodeOf('eth')).toBe('0x93cdeb708b7545dc668eb9280176169d1c33cfd8ed6f04690a0bcc88a93fc4ae');
  expect(nodeOf('foo.eth')).toBe('0xde9b09fd7c5f901e23a3f19fecc54828e9c848539801e86591bd9801b019f84f');
});

test.each(['alice.eth', 'a.b.example', '0x12.eth', 'a-b.eth'])('%s is a name', (n) => expect(isName(n)).toBe(true));
test.each([
  'alice',
  'Alice.eth',
  'аlice.eth',
  'a..eth',
  '-a.eth',
  'xn--a.eth',
  'a_b.eth',
  ann,
  `${'a'.repeat(64)}.eth`,
  '',
])('%s is not looked up', (n) => expect(isName(n)).toBe(false));

test('a name leads to an address, by the registry and its resolver', async () => {
  const { of, asked } = knowing({ 'alice.eth': bob }, {});
  expect(await addressOfName(of, 'alice.eth')).toBe(bob);
  expect(asked).toEqual(['0x00000000000c2e074ec69a0dfb2997ba6c7d2e1e', resolver]);
  expect(await addressOfName(of, 'bob.eth')).toBeUndefined();
});

test('a name of an address is one that leads back to it', async () => {
  expect(await nameOfAddress(knowing({ 'bob.eth': bob }, { [bob]: 'bob.eth' }).of, bob)).toBe('bob.eth');
  expect(await nameOfAddress(knowing({ 'bob.eth': ann }, { [bob]: 'bob.eth' }).of, bob)).toBeUndefined();
  expect(await nameOfAddress(knowing({}, { [bob]: 'bob.eth' }).of, bob)).toBeUndefined();
  expect(await nameOfAddress(knowing({ 'bob.eth': bob }, { [bob]: 'BOB.eth' }).of, bob)).toBeUndefined();
  expect(await nameOfAddress(knowing({ 'bob.eth': bob }, {}).of, bob)).toBeUndefined();
});

test('a network without a registry has no names, and nothing is asked', async () => {
  const { of, asked } = knowing({ 'alice.eth': bob }, { [bob]: 'alice.eth' }, 42161);
  expect(await addressOfName(of, 'alice.eth')).toBeUndefined();
  expect(await nameOfAddress(of, bob)).toBeUndefined();
  expect(asked).toEqual([]);
});

test('a deployment names the registry of its network', () => {
  const tag = document.createElement('meta');
  Object.assign(tag, { name: 'nodeledger:names', content: `chain=1337&registry=${bob}` });
  document.head.append(tag);
  expect([registryOf(1337), registryOf(5), registryOf(1)?.length]).toEqual([bob, undefined, 42]);
});

test('a wallet that fails shows no name', async () => {
  const { of } = knowing({}, {});
  (of.offer.provider as FakeWallet).methods.eth_call = () => {
    throw { code: -32000, message: 'no' };
  };
  expect(await nameOfAddress(of, bob)).toBeUndefined();
  await expect(addressOfName(of, 'alice.eth')).rejects.toMatchObject({ code: -32000 });
});
