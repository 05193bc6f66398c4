import { expect, test } from 'vitest';
import type { LineProof } from '../schema/api.gen';
import line from './fixture/line.json';
import { canonical, verifyLine } from './ledger';

const proof = line as LineProof; // written by the server for the demonstration's first seed
const trusted = proof.checkpoint.hash;

test('a proof of the server holds', async () => {
  const v = await verifyLine(proof, trusted);
  expect(v.steps.map((s) => [s.step, s.holds])).toEqual([
    ['line', true],
    ['transaction', true],
    ['day', true],
    ['checkpoint', true],
  ]);
  expect(v.holds).toBe(true);
  expect(proof.line_path.length).toBeGreaterThan(3);
  expect(proof.day_path.length).toBeGreaterThan(3);
});

test('it does not hold for another checkpoint', async () => {
  const v = await verifyLine(proof, `0x${'12'.repeat(32)}`);
  expect(v.holds).toBe(false);
  expect(v.steps.at(-1)).toMatchObject({ step: 'checkpoint', holds: false, got: trusted });
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
  ['a sibling of the day', (p) => (p.day_path[0] = p.day_path[1]!), 'day'],
  ['size of the day', (p) => p.transactions++, 'day'],
  ['root of the day', (p) => (p.checkpoint.root = p.transaction.hash), 'day'],
  ['day', (p) => (p.checkpoint.day = '2026-01-01'), 'checkpoint'],
  ['checkpoint before', (p) => (p.checkpoint.previous = p.checkpoint.root), 'checkpoint'],
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
