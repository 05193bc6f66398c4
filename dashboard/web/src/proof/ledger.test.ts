import { expect, test } from 'vitest';
import type { LineProof } from '../schema/api.gen';
import line from './fixture/line.json';
import { canonical, verifyLine } from './ledger';

const proof = line as LineProof; // written by the server for the demonstration's first seed
const trusted = proof.leaf.root;

test('a proof of the server holds', async () => {
  const v = await verifyLine(proof, trusted);
  expect(v.steps.map((s) => [s.step, s.holds])).toEqual([
    ['line', true],
    ['transaction', true],
    ['tree', true],
    ['root', true],
  ]);
  expect(v.holds).toBe(true);
  expect(proof.line_path.length).toBeGreaterThan(3);
  expect(proof.leaf.path.length).toBeGreaterThan(3);
});

test('it does not hold for another root', async () => {
  const v = await verifyLine(proof, `0x${'12'.repeat(32)}`);
  expect(v.holds).toBe(false);
  expect(v.steps.at(-1)).toMatchObject({ step: 'root', holds: false, got: trusted });
});

// Whatever is changed, some hash differs. `display`, `key` and as_of are for people and are not part of the proof.
const changes: [string, (p: LineProof) => void, string][] = [
  ['amount', (p) => (p.transaction.postings[0]!.amount.amount += '0'), 'transaction'],
  ['asset', (p) => (p.transaction.postings[0]!.amount.asset = 'ETH'), 'transaction'],
  ['decimals', (p) => p.transaction.postings[0]!.amount.decimals++, 'transaction'],
  ['to', (p) => (p.transaction.postings[0]!.to = 'equity:suspense'), 'transaction'],
  ['kind', (p) => (p.transaction.kind = 'purchase'), 'transaction'],
  ['rule', (p) => (p.transaction.rule += '1'), 'transaction'],
  ['effective', (p) => (p.transaction.effective = '2026-01-01T00:00:00Z'), 'transaction'],
  ['booked', (p) => (p.transaction.booked = '2026-01-01T00:00:00Z'), 'transaction'],
  ['meta', (p) => (p.transaction.meta.more = ''), 'transaction'],
  ['sequence', (p) => p.transaction.sequence++, 'transaction'],
  ['previous', (p) => (p.transaction.previous = p.transaction.hash), 'transaction'],
  ['reference', (p) => (p.transaction.source.reference = 'x'), 'transaction'],
  ['reversal', (p) => (p.transaction.source.reversal = true), 'transaction'],
  ['number of postings', (p) => p.postings--, 'transaction'],
  ['a sibling left out', (p) => p.line_path.pop(), 'line'],
  ['place of the line', (p) => (p.line ^= 1), 'transaction'],
  ['a sibling of the leaf', (p) => (p.leaf.path[0] = p.leaf.path[1]!), 'tree'],
  ['a sibling of the leaf left out', (p) => p.leaf.path.pop(), 'tree'],
  ['place of the leaf', (p) => (p.leaf.index ^= 1), 'tree'],
  ['size of the tree', (p) => (p.leaf.size = p.leaf.index), 'tree'],
  ['root of the tree', (p) => (p.leaf.root = p.transaction.hash), 'tree'],
];
test.each(changes)('a changed %s is found', async (_, change, step) => {
  const p = structuredClone(proof);
  change(p);
  const v = await verifyLine(p, trusted);
  expect(v.holds).toBe(false);
  expect(v.steps.at(-1)?.step).toBe(step);
});

test('meta is written as the ledger writes it', () => {
  expect(canonical({})).toBe('{}');
  expect(canonical({ b: '1', a: '<&>"\\\n' })).toBe('{"a":"<&>\\"\\\\\\n","b":"1"}');
  expect(canonical({ '\u{1f600}': '', '\uffff': '', z: '\u2028' })).toBe('{"z":"\\u2028","\uffff":"","\u{1f600}":""}');
});
