import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from '../../i18n/en';
import { zh } from '../../i18n/zh';
import { allCodes, codesOf } from './code';
import { askable, groupOf, groups, type Operation, operationsOf, search } from './group';
import type { Description } from './openapi';
import { addressOf, curlOf, lacking, setOut } from './request';

const own = JSON.parse(readFileSync('../../httpapi/testdata/openapi.json', 'utf8')) as Description;
const all = operationsOf(own);
const find = (id: string) => all.find((o) => o.id === id) as Operation;

test('operations stand in the group that they are for', () => {
  const group = (id: string) => find(id).group;
  expect(['get-sale', 'get-holder-statement', 'get-health', 'get-quote'].map(group)).toEqual([
    'reading',
    'reading',
    'reading',
    'reading',
  ]);
  expect(['download-epoch-file', 'download-payout'].map(group)).toEqual(['files', 'files']);
  expect(['stream-events', 'sign-in', 'get-session', 'request-sign-in'].map(group)).toEqual([
    'events',
    'sessions',
    'sessions',
    'sessions',
  ]);
  expect(['record-revenue', 'download-payout-file', 'get-operator-health', 'export-payout'].map(group)).toEqual([
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
  expect(
    ['get-sale', 'get-holder-statement', 'download-epoch-file', 'get-tge-readiness'].every((id) => askable(find(id))),
  ).toBe(true);
  expect(
    [
      'stream-events',
      'get-session',
      'get-operator-health',
      'record-revenue',
      'request-sign-in',
      'download-payout-file',
    ].some((id) => askable(find(id))),
  ).toBe(false);
});

test('a search wants every word, anywhere', () => {
  const ids = (text: string) => search(all, text).map((o) => o.id);
  expect(ids('  ')).toHaveLength(all.length);
  expect(ids('STATEMENT wallet')).toContain('get-holder-statement');
  expect(ids('closing balance')).toContain('get-holder-statement');
  expect(ids('adoption-of')).toEqual(['get-estimate']);
  expect(ids('delete session')).toEqual(['sign-out']);
  expect(ids('statement nonsense')).toEqual([]);
});

test('addresses escape what is filled in and name what is not', () => {
  const account = find('get-account');
  expect(addressOf(account, { path: 'holders:0xab:gpu:locked', at: '' })).toBe(
    '/api/v1/ledger/accounts/holders:0xab:gpu:locked',
  );
  expect(addressOf(account, { path: 'a/../b?c' })).toBe('/api/v1/ledger/accounts/a%2F..%2Fb%3Fc');
  expect(addressOf(find('get-holder-statement'), { from: '2026-01-01' })).toBe(
    '/api/v1/holders/WALLET/statement?from=2026-01-01',
  );
  expect(addressOf(find('get-estimate'), {})).toBe('/api/v1/estimate?nodes=NODES');
  expect(lacking(find('get-estimate'), { nodes: ' ' })).toBe('nodes');
  expect(lacking(find('get-holder-statement'), { wallet: '0x' })).toBeUndefined();
});

test('command lines can be pasted into a shell', () => {
  const at = 'https://books.example.org';
  expect(curlOf(own, find('get-sale'), at)).toBe(`curl 'https://books.example.org/api/v1/sale'`);
  expect(curlOf(own, find('stream-events'), at)).toBe(`curl -N 'https://books.example.org/api/v1/events'`);
  expect(curlOf(own, find('get-quote'), at, { quantity: '1', code: `O'Hara` })).toBe(
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

test('every code of the description has its meaning in words', () => {
  const codes = allCodes(all).map(([code]) => code);
  expect(codes.length).toBeGreaterThan(20);
  expect(Object.keys(en.reference.codes).sort()).toEqual(codes);
  expect(Object.keys(zh.reference.codes).sort()).toEqual(codes);
  expect(new Map(allCodes(all)).get('not-found')).toEqual(['404']);
});

test('codes stand where they can occur', () => {
  expect(codesOf('404', find('prove-posting'))).toEqual(['not-found']);
  expect(codesOf('409', find('get-quote'))).toEqual([
    'no-ladder',
    'not-enough',
    'period-differs',
    'projection-differs',
    'quota',
    'self-referral',
    'unknown-code',
  ]);
  expect(codesOf('422', find('get-sale'))).toEqual(['invalid']);
  expect(codesOf('200', find('get-sale'))).toEqual([]);
  for (const o of all)
    for (const status of Object.keys(o.of.responses ?? {}).filter((s) => s >= '400'))
      expect(codesOf(status, o), `${o.id} ${status}`).not.toEqual([]);
});
