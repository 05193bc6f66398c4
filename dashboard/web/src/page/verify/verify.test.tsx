import { afterEach, expect, test } from 'vitest';
import line from '../../proof/fixture/line.json';
import { hexOf } from '../../proof/hex';
import { leafOf, nodeOf } from '../../proof/payout';
import { go } from '../../route';
import { press, show, shows, text, type } from '../../testing/screen';
import { fresh, Refusal, serve } from '../../testing/server';
import Verify from '.';
import { readClaim, readPasted } from './claim';

const wallet = '0x1111111111111111111111111111111111111111';
const other = '0x2222222222222222222222222222222222222222';
const sibling = hexOf(leafOf(other, 2n));
const root = hexOf(nodeOf(leafOf(wallet, 5n), leafOf(other, 2n)));
const path = `/api/v1/ledger/proof/${line.transaction.sequence}/${line.line}`;
const ledger = { ...fresh, sequence: 1, head: '', inputs: 1, size: line.leaf.size, root: line.leaf.root };

let leave = () => {};
afterEach(() => {
  leave();
  go('/verify');
});

test('a line that the address names is verified at once', async () => {
  go(`/verify?sequence=${line.transaction.sequence}&line=${line.line}`);
  serve({ [path]: line, '/api/v1/ledger': ledger });
  leave = await show(<Verify />);
  await shows('The proof is valid');
  await shows('Compare that root with one from elsewhere');
  await shows('Not compared'); // the server's root with itself
  await press('Use these');
  await press('Verify');
  await shows('in the books that have your root');
  expect(text()).not.toContain('Not compared');
  await type('Root that you trust', `0x${'12'.repeat(32)}`);
  await press('Verify');
  await shows('The proof is not valid');
});

test('a server that changed an amount is found out', async () => {
  const lie = structuredClone(line);
  lie.transaction.postings[0]!.amount.amount += '0';
  serve({ [path]: lie, '/api/v1/ledger': ledger });
  leave = await show(<Verify />);
  await type('Transaction', String(line.transaction.sequence));
  await type('Line', String(line.line));
  await press('Verify');
  await shows('The proof is not valid');
  expect(text()).toContain('Not valid');
});

test('a transaction that is not there, a number that is none, a proof that is none', async () => {
  serve({
    '/api/v1/ledger/proof/9/0': new Refusal(404, 'not-found', 'the books have no transaction 9'),
    '/api/v1/ledger': ledger,
  });
  leave = await show(<Verify />);
  await type('Transaction', 'nine');
  await press('Verify');
  await shows('Write a whole number.');
  await type('Transaction', '9');
  await press('Verify');
  await shows('no transaction 9');
  await type('Proof (JSON)', '{"transaction":{}}');
  await press('Verify');
  await shows('This is not a proof in the server’s format.');
  await type('Proof (JSON)', JSON.stringify(line));
  await press('Verify');
  await shows('The proof is valid');
});

test('a proof of a payout in several spellings', () => {
  const proof = [sibling];
  for (const v of [
    { wallet, cumulative: '5', proof },
    { account: wallet, amount: { asset: 'USDT', amount: '5' }, proof, root },
    { value: [wallet, '5'], proof },
  ]) {
    expect(readClaim(v)?.leads).toBe(root);
  }
  expect(readClaim({ cumulative: '5', proof }, wallet)?.leads).toBe(root);
  for (const bad of [
    null,
    {},
    { wallet, cumulative: '-5', proof },
    { wallet, cumulative: 5, proof },
    { wallet, cumulative: '5', proof: ['0x12'] },
    { wallet: '0x', cumulative: '5', proof },
  ]) {
    expect(readClaim(bad)).toBeUndefined();
  }
  expect(readPasted('not json')).toBeUndefined();
});

test('payouts: a proof, a wrong root, a tree, a changed tree', async () => {
  go('/verify?what=payout');
  serve({});
  leave = await show(<Verify />);
  const box = 'Or paste it';
  await type(box, JSON.stringify({ wallet, cumulative: '5', proof: [sibling], root }));
  await press('Verify');
  await shows('The proof is valid');
  await type(box, JSON.stringify({ wallet, cumulative: '6', proof: [sibling], root }));
  await press('Verify');
  await shows('The proof is not valid');
  await type(box, JSON.stringify({ wallet, cumulative: '5', proof: [sibling] }));
  await press('Verify');
  await shows(`lead to the root ${root}`);
  const leaves = [hexOf(leafOf(wallet, 5n)), sibling].sort().reverse();
  const tree = {
    format: 'standard-v1',
    leafEncoding: ['address', 'uint256'],
    tree: [root, ...leaves],
    values: [
      { value: [wallet, '5'], treeIndex: 1 + leaves.indexOf(hexOf(leafOf(wallet, 5n))) },
      { value: [other, '2'], treeIndex: 1 + leaves.indexOf(sibling) },
    ],
  };
  await type('Wallet', wallet);
  await type(box, JSON.stringify(tree));
  await press('Verify');
  await shows('Every hash in the file is right');
  await shows('Sum of all amounts, base units7');
  await type('Root that you trust', `0x${'00'.repeat(32)}`);
  await shows('The root is not the one that you trust');
  tree.values[0]!.value[1] = '50';
  await type(box, JSON.stringify(tree));
  await press('Verify');
  await shows('The hash of values[0] is not that of its wallet and amount');
  await type(box, '{}');
  await press('Verify');
  await shows('This is neither a payout tree nor a proof.');
});
