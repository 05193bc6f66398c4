import { expect, test } from 'vitest';
import { FakeWallet } from '../../testing/wallet';
import { claimCall, finalBlock, manyClaimsCall, NotADistributor, readDistributor, readToken } from './distributor';

const wallet = '0x1B07d9c5b81561Db8B03861ef34dfc846A5dA8B7';
const distributor = `0x${'d1'.repeat(20)}`;
const rising = `0x${Array.from({ length: 32 }, (_, i) => i.toString(16).padStart(2, '0')).join('')}`;
const word = (hex: string) => hex.padStart(64, '0');

// Made by the Go binding of the contract: PackClaim.
const golden =
  '0x3d13f874' +
  '0000000000000000000000001b07d9c5b81561db8b03861ef34dfc846a5da8b7' +
  '00000000000000000000000000000000000000000000000000000005d21dba00' +
  '0000000000000000000000000000000000000000000000000000000000000060' +
  '0000000000000000000000000000000000000000000000000000000000000002' +
  '1111111111111111111111111111111111111111111111111111111111111111' +
  '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f';

test('the call of a claim, as the contract’s binding makes it', () => {
  expect(claimCall(wallet, 25_000_000_000n, [`0x${'11'.repeat(32)}`, rising])).toBe(golden);
  expect(claimCall(wallet, 1n, [])).toBe(
    `0x3d13f874${word(wallet.slice(2).toLowerCase())}${word('1')}${word('60')}${word('0')}`,
  );
});

test.each([
  ['a wallet', () => claimCall('0x12', 1n, [])],
  ['an amount', () => claimCall(wallet, 1n << 256n, [])],
  ['an amount below zero', () => claimCall(wallet, -1n, [])],
  ['a hash', () => claimCall(wallet, 1n, ['0x11'])],
])('%s that is none is refused', (_, call) => {
  expect(call).toThrow(RangeError);
});

/** A contract that answers by selector. */
function contract(answers: Record<string, string>) {
  return new FakeWallet(wallet, {
    eth_call: ([call]) => answers[(call as { data: string }).data.slice(0, 10)] ?? '0x',
  });
}

test('the distributor is asked for its root and for what was claimed', async () => {
  const provider = contract({ '0xebf0c717': `0x${'ab'.repeat(32)}`, '0xc884ef83': `0x${word('7b')}` });
  expect(await readDistributor(provider, distributor, wallet)).toEqual({ root: `0x${'ab'.repeat(32)}`, claimed: 123n });
  expect(provider.asked('eth_call').map(([c]) => (c as { to: string; data: string }).data)).toEqual([
    '0xebf0c717',
    `0xc884ef83${word(wallet.slice(2).toLowerCase())}`,
  ]);
});

test('what does not answer as one is no distributor', async () => {
  await expect(readDistributor(contract({}), distributor, wallet)).rejects.toBeInstanceOf(NotADistributor);
  await expect(readToken(contract({ '0xfc0c546a': '0x01' }), distributor)).rejects.toBeInstanceOf(NotADistributor);
});

test('the token has a name and places', async () => {
  const name = (text: string) =>
    `0x${word('20')}${word(text.length.toString(16))}${Buffer.from(text).toString('hex').padEnd(64, '0')}`;
  const answers = {
    '0xfc0c546a': `0x${word('70'.repeat(20))}`,
    '0x95d89b41': name('USDT'),
    '0x313ce567': `0x${word('6')}`,
  };
  expect(await readToken(contract(answers), distributor)).toEqual({ asset: 'USDT', decimals: 6 });
  expect(await readToken(contract({ ...answers, '0x95d89b41': name('<b>') }), distributor)).toEqual({
    asset: '<b>',
    decimals: 6,
  });
  expect((await readToken(contract({ ...answers, '0x95d89b41': name('\n\t') }), distributor)).asset).toBe('?');
  await expect(
    readToken(contract({ ...answers, '0x313ce567': `0x${word('ff')}` }), distributor),
  ).rejects.toBeInstanceOf(NotADistributor);
});

test('the newest final block', async () => {
  expect(await finalBlock(new FakeWallet(wallet, { eth_getBlockByNumber: () => ({ number: '0x60' }) }))).toBe(96);
  await expect(finalBlock(new FakeWallet(wallet, { eth_getBlockByNumber: () => null }))).rejects.toThrow();
});

test('claims of several distributors as one call, as go-ethereum packs it', () => {
  const call = manyClaimsCall([
    {
      distributor: `0x${'d1'.repeat(20)}`,
      wallet: `0x${'11'.repeat(20)}`,
      cumulative: 2_000_000_000n,
      proof: [`0x${'ab'.repeat(32)}`],
    },
    { distributor: `0x${'d2'.repeat(20)}`, wallet: `0x${'22'.repeat(20)}`, cumulative: 7n, proof: [] },
  ]);
  expect(call).toBe(
    `0x${[
      '48686626',
      '0000000000000000000000000000000000000000000000000000000000000020',
      '0000000000000000000000000000000000000000000000000000000000000002',
      '0000000000000000000000000000000000000000000000000000000000000040',
      '0000000000000000000000000000000000000000000000000000000000000100',
      '000000000000000000000000d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1d1',
      '0000000000000000000000001111111111111111111111111111111111111111',
      '0000000000000000000000000000000000000000000000000000000077359400',
      '0000000000000000000000000000000000000000000000000000000000000080',
      '0000000000000000000000000000000000000000000000000000000000000001',
      'abababababababababababababababababababababababababababababababab',
      '000000000000000000000000d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2d2',
      '0000000000000000000000002222222222222222222222222222222222222222',
      '0000000000000000000000000000000000000000000000000000000000000007',
      '0000000000000000000000000000000000000000000000000000000000000080',
      '0000000000000000000000000000000000000000000000000000000000000000',
    ].join('')}`,
  );
});
