import { describe, expect, test } from 'vitest';
import type { Claimable } from '../../api/payout';
import { hexOf } from '../../proof/hex';
import { leafOf, nodeOf, readTree } from '../../proof/payout';
import { claimCall, noRoot } from './distributor';
import { compare, offerOf, offerOfTree } from './offer';

const wallet = `0x${'11'.repeat(20)}`;
const other = `0x${'22'.repeat(20)}`;
const distributor = `0x${'D1'.repeat(20)}`;
const usdt = (amount: string) => ({ asset: 'USDT', amount, decimals: 6, display: '' });
const sibling = leafOf(other, 250_000_000n);
const root = hexOf(nodeOf(leafOf(wallet, 2_000_000_000n), sibling));

function claimable(change: Partial<Claimable> = {}): Claimable {
  const proof = [hexOf(sibling)];
  return {
    run: '2026-12',
    distributor,
    chain_id: 1337,
    cumulative: usdt('2000000000'),
    claimed: usdt('500000000'),
    claimable: usdt('1500000000'),
    root,
    proof,
    transaction: { to: distributor, data: claimCall(wallet, 2_000_000_000n, proof), value: '0', chain_id: 1337 },
    ...change,
  };
}

describe('an offer of the API', () => {
  test('holds when the proof leads to the root and the call is the one computed here', () => {
    const { offer, fault } = offerOf(wallet, claimable());
    expect(fault).toBeUndefined();
    expect(offer.call).toEqual({ to: distributor, data: claimable().transaction.data, value: '0', chain_id: 1337 });
    expect([offer.cumulative, offer.claimed]).toEqual([2_000_000_000n, 500_000_000n]);
  });

  test.each([
    ['another amount', { cumulative: usdt('2000000001') }],
    ['another root', { root: `0x${'00'.repeat(32)}` }],
    ['no proof', { proof: [] }],
    ['a proof that is none', { proof: ['0x12'] }],
  ])('%s: the proof does not hold', (_, change) => {
    expect(offerOf(wallet, claimable(change)).fault).toBe('proof');
  });

  const good = claimable().transaction;
  test.each([
    ['another contract', { ...good, to: `0x${'ee'.repeat(20)}` }],
    ['another call', { ...good, data: claimCall(other, 2_000_000_000n, claimable().proof) }],
    ['coins', { ...good, value: '1' }],
    ['another chain', { ...good, chain_id: 1 }],
  ])('%s in the call: it is not signed', (_, transaction) => {
    expect(offerOf(wallet, claimable({ transaction })).fault).toBe('call');
  });

  test('the proof of somebody else does not hold', () => {
    expect(offerOf(other, claimable()).fault).toBe('proof');
  });
});

test('an offer of a tree needs nothing of the API', () => {
  const leaves = [
    [wallet, 2_000_000_000n],
    [other, 250_000_000n],
  ] as const;
  const hashes = leaves.map(([w, a]) => leafOf(w, a));
  const tree = readTree({
    format: 'standard-v1',
    leafEncoding: ['address', 'uint256'],
    tree: [nodeOf(hashes[0]!, hashes[1]!), ...hashes].map(hexOf),
    values: leaves.map(([w, a], i) => ({ value: [w, a.toString()], treeIndex: i + 1 })),
  });
  const offer = offerOfTree(tree, tree.find(wallet)!, { distributor, chain: 1337, asset: 'USDT', decimals: 6 });
  expect(offer.root).toBe(root);
  expect(offer.call.data).toBe(claimable().transaction.data);
});

describe('an offer against the chain', () => {
  const { offer } = offerOf(wallet, claimable());
  test.each([
    ['nothing was claimed', { root, claimed: 0n }, { amount: 2_000_000_000n }],
    ['a part was claimed', { root, claimed: 1n }, { amount: 1_999_999_999n }],
    ['all was claimed', { root, claimed: 2_000_000_000n }, { amount: 0n, obstacle: 'claimed' }],
    ['more was claimed', { root, claimed: 3_000_000_000n }, { amount: 0n, obstacle: 'claimed' }],
    ['no tree is active', { root: noRoot, claimed: 0n }, { amount: 2_000_000_000n, obstacle: 'no-root' }],
    [
      'another tree is active',
      { root: `0x${'ab'.repeat(32)}`, claimed: 0n },
      { amount: 2_000_000_000n, obstacle: 'other-root' },
    ],
    [
      'all was claimed under another tree',
      { root: `0x${'ab'.repeat(32)}`, claimed: 2_000_000_000n },
      { amount: 0n, obstacle: 'claimed' },
    ],
  ])('%s', (_, now, want) => {
    expect(compare(offer, now)).toEqual(want);
  });

  test('nothing is granted', () => {
    expect(compare({ ...offer, cumulative: 0n }, { root, claimed: 0n })).toEqual({ amount: 0n, obstacle: 'nothing' });
  });
});
