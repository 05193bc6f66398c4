import { expect, test } from 'vitest';
import { units } from '../../money';
import type { StatementAccount, StatementLine } from '../../schema/api.gen';
import { say } from '../../testing/say';
import { movedOf } from './moved';

const of = (asset: string, amount: string, decimals = 18) => ({ asset, amount, decimals, display: '' });

function entry(amount: string): StatementLine {
  return {
    when: '2026-01-01T00:00:00Z',
    sequence: 1,
    line: 0,
    kind: 'x',
    nature: 'transfer',
    reason: say('refunded'),
    counterpart: '',
    amount: of('ETH', amount),
    balance: of('ETH', '0'),
    source: { origin: 'job' },
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

// The numbers need not be random to be many: every sum of a run of them is what its parts are.
test('what came in and what went out is the difference of the balances', () => {
  for (let n = 1; n < 60; n++) {
    const amounts = Array.from({ length: n }, (_, i) => BigInt((i * 7919 + n * 104729) % 2003) - 1001n);
    const a = account(...amounts.map((v) => entry(v.toString())));
    const { came, went } = movedOf(a);
    expect(units(came.amount)).toBeGreaterThanOrEqual(0n);
    expect(units(went.amount)).toBeLessThanOrEqual(0n);
    expect(units(came.amount) + units(went.amount)).toBe(amounts.reduce((x, y) => x + y, 0n));
  }
});
