import { expect, test } from 'vitest';
import { hexOf } from './hex';
import { leafOf, nodeOf, readTree, rootOf, TreeFault } from './payout';

// The example in the README of OpenZeppelin's library, with its published root.
const published = '0xd4dee0beab2d53f2cc83e567171bd2820e49898130a22622b10ead383e90bd77';
const pair: [string, string][] = [
  ['0x1111111111111111111111111111111111111111', '5000000000000000000'],
  ['0x2222222222222222222222222222222222222222', '2500000000000000000'],
];

/** A tree as the library builds it: leaves in descending order of place, each parent above its two children. */
function build(values: [string, string][]) {
  const leaves = values
    .map(([w, a], i) => ({ i, hash: leafOf(w, BigInt(a)) }))
    .sort((a, b) => (hexOf(a.hash) < hexOf(b.hash) ? -1 : 1));
  const tree = new Array<ReturnType<typeof leafOf>>(2 * leaves.length - 1);
  const place: number[] = [];
  leaves.forEach((l, n) => {
    tree[tree.length - 1 - n] = l.hash;
    place[l.i] = tree.length - 1 - n;
  });
  for (let i = leaves.length - 2; i >= 0; i--) tree[i] = nodeOf(tree[2 * i + 1]!, tree[2 * i + 2]!);
  return {
    format: 'standard-v1',
    leafEncoding: ['address', 'uint256'],
    tree: tree.map(hexOf),
    values: values.map((value, i) => ({ value, treeIndex: place[i]! })),
  };
}

test('the published root', () => {
  expect(build(pair).tree[0]).toBe(published);
  const [[a], [b, amount]] = pair as [[string, string], [string, string]];
  expect(rootOf(a, 5000000000000000000n, [hexOf(leafOf(b, BigInt(amount)))])).toBe(published);
});

test.each([1, 2, 3, 7, 8, 33])('every proof of a tree of %i leaves holds, and for nothing else', (n) => {
  const values = Array.from({ length: n }, (_, i): [string, string] => [
    `0x${(i + 1).toString(16).padStart(40, '0')}`,
    String((i + 1) * 250_000_007),
  ]);
  const tree = readTree(build(values));
  expect(tree.total).toBe(values.reduce((s, [, a]) => s + BigInt(a), 0n));
  for (const leaf of tree.leaves) {
    const proof = tree.proof(leaf);
    expect(rootOf(leaf.wallet, leaf.amount, proof)).toBe(tree.root);
    expect(rootOf(leaf.wallet, leaf.amount + 1n, proof)).not.toBe(tree.root);
    expect(rootOf('0x00000000000000000000000000000000000000ff', leaf.amount, proof)).not.toBe(tree.root);
  }
  expect(tree.find(values[0]![0].toUpperCase().replace('0X', '0x'))?.amount).toBe(250_000_007n);
});

test('a dump that was changed is refused, with the place', () => {
  const change = (edit: (d: ReturnType<typeof build>) => void) => {
    const d = structuredClone(build(pair));
    edit(d);
    return () => readTree(d);
  };
  expect(change((d) => (d.values[0]!.value[1] = '5000000000000000001'))).toThrow(new TreeFault('leaf', 'values[0]'));
  expect(change((d) => (d.tree[0] = d.tree[1]!))).toThrow(new TreeFault('node', 'tree[0]'));
  expect(change((d) => (d.values[1] = d.values[0]!))).toThrow(new TreeFault('twice', 'values[1]'));
  expect(change((d) => (d.format = 'simple-v1'))).toThrow(new TreeFault('form', 'format'));
  expect(change((d) => (d.leafEncoding = ['address']))).toThrow(new TreeFault('form', 'leafEncoding'));
  expect(change((d) => (d.values[0]!.value[0] = '0x11'))).toThrow(new TreeFault('form', 'values[0]'));
  expect(change((d) => (d.values[0]!.treeIndex = 0))).toThrow(new TreeFault('form', 'values[0]'));
  expect(() => readTree(null)).toThrow(TreeFault);
});
