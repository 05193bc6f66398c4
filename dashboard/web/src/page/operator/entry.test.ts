import { describe, expect, test } from 'vitest';
import type { Entry, Transaction } from '../../schema/api.gen';
import { lessOf, movesOf } from './difference';
import { instantOf, isPositive, isReference, isRevenue, linesOf } from './entry';
import { ageOf } from './health';
import { importedOf } from './imports';
import { partsOf } from './income';
import { following, intoFund, sourceOf } from './open';
import { inOrder, rowText } from './rows';

describe('what operators type', () => {
  test.each([
    ['1250.50', true, true],
    ['0.000001', true, true],
    ['-12.50', true, false],
    ['0', false, false],
    ['-0.00', false, false],
    ['01', false, false],
    ['1,250', false, false],
    ['1e3', false, false],
    ['.5', false, false],
    ['', false, false],
  ])('%s as revenue and as what was spent', (text, revenue, positive) => {
    expect([isRevenue(text), isPositive(text)]).toEqual([revenue, positive]);
  });

  test('references are those of the ledger', () => {
    expect(['a', '2026-01-dapp', 'txn_1:x/y#z@w+v-u.t', '9'.repeat(128)].map(isReference)).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect(['', ' a', '-a', 'a b', 'ä', '9'.repeat(129)].map(isReference)).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  test('an instant is read as UTC', () => {
    expect(instantOf('2024-06-30T12:00')).toBe('2024-06-30T12:00:00Z');
    expect(instantOf('2024-06-30T12:00:59')).toBe('2024-06-30T12:00:59Z');
    expect([instantOf(''), instantOf('2024-13-30T12:00'), instantOf('yesterday')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('lines with something in them', () => {
    expect(linesOf('a\n\nb\r\n  \n')).toBe(2);
  });
});

describe('rows that are wrong', () => {
  test('stand in the order of the file', () => {
    const late = { reference: 'txn_4', text: 'it is too late' };
    const short = { row: 3, text: 'it has 4 cells instead of 5' };
    const odd = { row: 12, text: '"x" is not an amount' };
    expect(inOrder([odd, short, late])).toEqual([late, short, odd]);
  });

  test('are shown as they stand in the file, where that is certain', () => {
    const file = 'reference,source,amount,at\na,dapp,1,x\nb,dapp,2,y\n';
    expect(rowText(file, 2, true)).toBe('b,dapp,2,y');
    expect(rowText('0x1\n0x2', 2, false)).toBe('0x2');
    expect(rowText('a\n"x\ny"\nz', 2, true)).toBeUndefined();
    expect(rowText('[{}]', 1, true)).toBeUndefined();
    expect(rowText(file, 9, true)).toBeUndefined();
  });
});

describe('months', () => {
  test('the open one follows the last that was closed', () => {
    const last = (end: string) => following({ end } as Parameters<typeof following>[0]);
    expect(last('2027-01-01T00:00:00Z')).toEqual({ name: '2027-01', end: '2027-02-01T00:00:00.000Z' });
    expect(last('2026-12-01T00:00:00Z')).toEqual({ name: '2026-12', end: '2027-01-01T00:00:00.000Z' });
  });

  test('where revenue came from', () => {
    expect(sourceOf({ kind: 'revenue', meta: { source: 'dapp' } } as unknown as Transaction)).toBe('dapp');
    const entry = {
      from: 'equity:fund:share',
      to: 'equity:earnings',
      amount: { asset: 'USDT', amount: '5', decimals: 6, display: '' },
    } as Entry;
    expect(intoFund(entry, 'equity:fund:share').amount).toBe('5');
    const back = { ...entry, from: entry.to, to: entry.from };
    expect(intoFund(back, 'equity:fund:share').amount).toBe('-5');
  });

  test('the parts of revenue, and of what was returned', () => {
    const usdt = (amount: string) => ({ asset: 'USDT', amount, decimals: 0, display: '' });
    const posting = (from: string, to: string, amount: string) => ({ from, to, amount: usdt(amount) });
    const came = {
      postings: [
        posting('income:revenue:dapp', 'assets:source:dapp', '10'),
        posting('equity:fund:share', 'equity:earnings', '6'),
        posting('equity:fund:buyback', 'equity:earnings', '4'),
      ],
    } as unknown as Transaction;
    const fund = 'equity:fund:share';
    const entry = { from: fund, to: 'equity:earnings', amount: usdt('6') } as Entry;
    expect(partsOf(came, entry, fund)).toEqual({
      gross: { ...usdt('10'), display: '10 USDT' },
      buyback: { ...usdt('4'), display: '4 USDT' },
    });
    const back = { postings: came.postings.map((p) => ({ ...p, from: p.to, to: p.from })) } as Transaction;
    const returned = partsOf(back, { ...entry, from: entry.to, to: entry.from }, fund);
    expect([returned.gross?.amount, returned.buyback?.amount]).toEqual(['-10', '-4']);
    expect(partsOf({ postings: [] } as unknown as Transaction, entry, fund)).toEqual({});
  });

  test('who came and who went', () => {
    const file = (...paid: [string, string][]) => ({ holders: paid.map(([wallet, amount]) => ({ wallet, amount })) });
    expect(
      movesOf(
        file(['0xA', '5'], ['0xb', '5'], ['0xc', '0']),
        file(['0xa', '1'], ['0xc', '5'], ['0xb', '0'], ['0xd', '1']),
      ),
    ).toEqual({ came: ['0xc', '0xd'], gone: ['0xb'] });
  });

  test('differences are exact', () => {
    const usdt = (amount: string) => ({ asset: 'USDT', amount, decimals: 6, display: '' });
    expect(lessOf(usdt('9007199254740993'), usdt('9007199254740992')).amount).toBe('1');
    expect(lessOf(usdt('1'), usdt('3')).amount).toBe('-2');
  });
});

test('a file of revenue that was there before is nothing new', () => {
  expect(importedOf({ rows: 2, recorded: 0, already_recorded: 2, skipped: {}, left_out: {} })).toMatchObject({
    already_recorded: true,
    text: '2 rows of revenue: 0 recorded, 2 recorded before.',
  });
  expect(
    importedOf({ rows: 3, recorded: 1, already_recorded: 2, skipped: { payout: 4 }, left_out: { 'currency=eur': 1 } }),
  ).toMatchObject({
    already_recorded: false,
    text: '3 rows of revenue: 1 recorded, 2 recorded before. Skipped: 4 payout. Left out on request: 1 row of currency=eur.',
  });
});

test('ages in the largest unit that fits', () => {
  expect([ageOf(-5, 'en'), ageOf(59, 'en'), ageOf(60, 'en'), ageOf(7199, 'en'), ageOf(90_000, 'en')]).toEqual([
    '0 seconds',
    '59 seconds',
    '1 minute',
    '1 hour',
    '1 day',
  ]);
});
