import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../i18n/en';
import { zh } from '../../i18n/zh';
import { codesOf, statuses } from './code';
import { askable, groupOf, groups, type Operation, operationsOf, search } from './group';
import type { Description } from './openapi';
import { addressOf, curlOf, lacking, setOut } from './request';

const own = JSON.parse(readFileSync('../../httpapi/testdata/openapi.json', 'utf8')) as Description;
const all = operationsOf(own);
const find = (id: string) => all.find((o) => o.id === id) as Operation;

test('operations stand in the group that they are for', () => {
  const group = (id: string) => find(id).group;
  expect(['sale', 'statement', 'health', 'quote'].map(group)).toEqual(['reading', 'reading', 'reading', 'reading']);
  expect(['epoch-file', 'payout-export'].map(group)).toEqual(['files', 'files']);
  expect(['events', 'sign-in', 'session', 'invite'].map(group)).toEqual(['events', 'sessions', 'sessions', 'sessions']);
  expect(['record-revenue', 'payout-file', 'operator-health', 'export-payout'].map(group)).toEqual([
    'operators',
    'operators',
    'operators',
    'operators',
  ]);
  expect(groupOf('/api/v1/secret', { security: [{ token: [] }] })).toBe('operators');
  expect(groupOf('/api/v1/open', { security: [{}, { token: [] }] })).toBe('reading');
  expect(groups.every((g) => all.some((o) => o.group === g))).toBe(true);
  expect(new Set(all.map((o) => o.id)).size).toBe(all.length);
});

test('only what is public, changes nothing and ends is asked from the page', () => {
  expect(['sale', 'statement', 'epoch-file', 'readiness'].every((id) => askable(find(id)))).toBe(true);
  expect(
    ['events', 'session', 'operator-health', 'record-revenue', 'invite', 'payout-file'].some((id) => askable(find(id))),
  ).toBe(false);
});

test('a search wants every word, anywhere', () => {
  const ids = (text: string) => search(all, text).map((o) => o.id);
  expect(ids('  ')).toHaveLength(all.length);
  expect(ids('STATEMENT wallet')).toContain('statement');
  expect(ids('closing balance')).toContain('statement');
  expect(ids('adoption-of')).toEqual(['estimate']);
  expect(ids('delete session')).toEqual(['sign-out']);
  expect(ids('statement nonsense')).toEqual([]);
});

test('addresses escape what is filled in and name what is not', () => {
  const account = find('account');
  expect(addressOf(account, { path: 'holders:0xab:gpu:locked', at: '' })).toBe(
    '/api/v1/ledger/accounts/holders:0xab:gpu:locked',
  );
  expect(addressOf(account, { path: 'a/../b?c' })).toBe('/api/v1/ledger/accounts/a%2F..%2Fb%3Fc');
  expect(addressOf(find('statement'), { from: '2026-01-01' })).toBe('/api/v1/holders/WALLET/statement?from=2026-01-01');
  expect(addressOf(find('estimate'), {})).toBe('/api/v1/estimate?nodes=NODES');
  expect(lacking(find('estimate'), { nodes: ' ' })).toBe('nodes');
  expect(lacking(find('statement'), { wallet: '0x' })).toBeUndefined();
});

test('command lines can be pasted into a shell', () => {
  const at = 'https://books.example.org';
  expect(curlOf(own, find('sale'), at)).toBe(`curl 'https://books.example.org/api/v1/sale'`);
  expect(curlOf(own, find('events'), at)).toBe(`curl -N 'https://books.example.org/api/v1/events'`);
  expect(curlOf(own, find('quote'), at, { quantity: '1', code: `O'Hara` })).toBe(
    `curl 'https://books.example.org/api/v1/quote?quantity=1&code=O'\\''Hara'`,
  );
  expect(curlOf(own, find('record-revenue'), at).split(' \\\n  ')).toEqual([
    'curl -X POST',
    '-H "Authorization: Bearer $TOKEN"',
    `-H 'Content-Type: application/json'`,
    `-d '{"source":"","amount":"1250.50","at":"2026-01-31T12:00:00Z","reference":""}'`,
    `'https://books.example.org/api/v1/operator/revenue'`,
  ]);
});

test('answers are set out without touching a digit', () => {
  expect(setOut('{"a":123456789012345678901234567890,"b":[],"c":{},"d":[1,"x,\\"{",null]}')).toBe(
    '{\n  "a": 123456789012345678901234567890,\n  "b": [],\n  "c": {},\n  "d": [\n    1,\n    "x,\\"{",\n    null\n  ]\n}',
  );
  expect(setOut('when,amount\n1,2')).toBe('when,amount\n1,2');
  expect(setOut('')).toBe('');
  const text = JSON.stringify(own);
  expect(setOut(text)).toBe(JSON.stringify(own, null, 2));
});

/** The codes and statuses that the server's own sources have: kinds, constants, and codes named where a problem is made. */
function codesOfServer(): Record<string, number> {
  const source = (of: string) =>
    readdirSync(`../../${of}`)
      .filter((f) => f.endsWith('.go') && !f.endsWith('_test.go'))
      .map((f) => readFileSync(`../../${of}/${f}`, 'utf8'))
      .join('\n');
  const kinds = new Map(
    [...source('problem').matchAll(/^\t(\w+):\s+\{"([a-z-]+)", (\d+), \d\},$/gm)].map((m) => [m[1], m]),
  );
  const statusOf = (kind: string | undefined) => Number(kinds.get(kind)?.[3]);
  const found: Record<string, number> = {};
  for (const [kind, m] of kinds) {
    if (kind !== 'Unavailable') found[m[2] as string] = statusOf(kind); // the unavailable all have codes of their own
  }
  for (const room of [
    'httpapi',
    'httpapi/operation',
    'httpapi/limits',
    'httpapi/stream',
    'engine',
    'engine/fold',
    'store',
  ]) {
    for (const m of source(room).matchAll(/problem\.(?:New|As)\(problem\.(\w+), "([a-z-]+)"/g)) {
      found[m[2] as string] = statusOf(m[1]);
    }
  }
  const view = source('view');
  const own = new Map([...view.matchAll(/(\w+): problem\.(\w+)[,}]/g)].map((m) => [m[1], m[2]]));
  for (const m of view.matchAll(/^\t(\w+)\s+Code = "([a-z-]+)"/gm)) {
    found[m[2] as string] = statusOf(own.get(m[1]) ?? 'Conflict');
  }
  return found;
}

/** Codes that only HTTP has; their statuses are those of RFC 9110. */
const ofTransport = {
  'method-not-allowed': 405,
  'request-timeout': 408,
  'too-large': 413,
  'media-type': 415,
  timeout: 503,
};

test('every code of the server is here, with its status and in words', () => {
  expect(statuses).toEqual({ ...codesOfServer(), ...ofTransport });
  expect(Object.keys(en.reference.codes).sort()).toEqual(Object.keys(statuses).sort());
  expect(Object.keys(zh.reference.codes).sort()).toEqual(Object.keys(statuses).sort());
});

test('codes stand where they can occur', () => {
  expect(codesOf('409', find('proof'))).toEqual(['open-day']);
  expect(codesOf('409', find('readiness'))).toEqual([]);
  expect(codesOf('409', find('generation'))).toEqual(['nothing-booked']);
  expect(codesOf('409', find('record-revenue'))).toEqual(['conflict', 'not-in-program', 'overdrawn', 'recorded']);
  expect(codesOf('409', find('quote'))).toEqual(['no-ladder', 'not-enough', 'quota', 'self-referral', 'unknown-code']);
  expect(codesOf('422', find('sale'))).toEqual(['invalid']);
  for (const o of all)
    for (const status of Object.keys(o.of.responses ?? {}).filter((s) => s >= '400'))
      expect(codesOf(status, o), `${o.id} ${status}`).not.toEqual([]);
});
