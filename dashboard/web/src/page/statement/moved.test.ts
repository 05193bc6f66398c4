import { expect, test } from 'vitest';
import { units } from '../../money';
import type { StatementAccount, StatementLine } from '../../schema/api.gen';
import { say } from '../../testing/say';
import { movedOf, sumDecimals, totalsOf } from './totals';

const of = (asset: string, amount: string, decimals = 18) => ({ asset, amount, decimals, display: '' });

function entry(nature: StatementLine['nature'], amount: string, more: Partial<StatementLine> = {}): StatementLine {
  return {
    when: '2026-01-01T00:00:00Z',
    sequence: 1,
    line: 0,
    kind: 'x',
    nature,
    reason: say('refunded'),
    counterpart: '',
    amount: of('ETH', amount),
    balance: of('ETH', '0'),
    source: { origin: 'job' },
    ...more,
  };
}

const account = (...entries: StatementLine[]): StatementAccount => ({
  account: 'a',
  role: 'token',
  name: say('account-points'),
  opening: of('ETH', '0'),
  closing: of('ETH', '0'),
  entries,
});

test('income is summed by asset over all accounts, and nothing else is in it', () => {
  const accounts = [
    account(entry('income', '100'), entry('transfer', '7'), entry('return', '1000'), entry('purchase', '-5000')),
    account(entry('income', '23'), entry('income', '-100', { reverses: 1 })),
    account(entry('income', '5', { amount: of('USDT', '5', 6) })),
  ];
  expect(
    totalsOf(accounts, 'income').map((t) => [t.amount.asset, t.amount.amount, t.amount.decimals, t.entries]),
  ).toEqual([
    ['ETH', '23', 18, 3],
    ['USDT', '5', 6, 1],
  ]);
  expect(totalsOf(accounts, 'return').map((t) => [t.amount.asset, t.amount.amount, t.entries])).toEqual([
    ['ETH', '1000', 1],
  ]);
  expect(totalsOf([], 'income')).toEqual([]);
});

test('sums have every digit', () => {
  const digits = '123456789012345678901234567890';
  expect(totalsOf([account(entry('income', digits), entry('income', '1'))], 'income')[0]?.amount.amount).toBe(
    '123456789012345678901234567891',
  );
});

test('values are summed where there is a price, and it is said where there is none', () => {
  const accounts = [
    account(
      entry('income', '1', { value_usd: '0.1' }),
      entry('income', '2', { value_usd: '0.20' }),
      entry('income', '3'),
      entry('return', '4', { value_usd: '99' }),
    ),
  ];
  expect(totalsOf(accounts, 'income')[0]).toMatchObject({ entries: 3, priced: 2, value: '0.3' });
  expect(totalsOf([account(entry('income', '1'))], 'income')[0]).not.toHaveProperty('value');
});

test('decimals are added exactly', () => {
  expect(sumDecimals(['0.1', '0.2'])).toBe('0.3');
  expect(sumDecimals(['-1.05', '1', '0.000000000000000000000001'])).toBe('-0.049999999999999999999999');
  expect(sumDecimals(['-2', '2.0'])).toBe('0');
  expect(sumDecimals([])).toBe('0');
  for (const bad of ['', '1e3', '.5', '1.', '--1', 'NaN']) expect(() => sumDecimals([bad])).toThrow(RangeError);
});

// The numbers need not be random to be many: every sum of a run of them is what its parts are.
test('what came in and what went out is the difference of the balances', () => {
  for (let n = 1; n < 60; n++) {
    const amounts = Array.from({ length: n }, (_, i) => BigInt((i * 7919 + n * 104729) % 2003) - 1001n);
    const a = account(...amounts.map((v) => entry('transfer', v.toString())));
    const { came, went } = movedOf(a);
    expect(units(came.amount)).toBeGreaterThanOrEqual(0n);
    expect(units(went.amount)).toBeLessThanOrEqual(0n);
    expect(units(came.amount) + units(went.amount)).toBe(amounts.reduce((x, y) => x + y, 0n));
  }
});
