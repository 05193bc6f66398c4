import { expect, test } from 'vitest';
import type { Run, RunState } from '../../api/payout';
import type { Scope, Session } from '../../api/session';
import { operator } from '../../i18n/en/operator';
import { stepsOf } from './steps';

const usdt = (amount: string) => ({ asset: 'USDT', amount, decimals: 6, display: '' });
const path: RunState[] = ['draft', 'proposed', 'approved', 'exported', 'settled'];

function run(state: RunState, change: Partial<Run> = {}): Run {
  const steps = path
    .slice(0, path.indexOf(state) + 1)
    .map((s) => ({ state: s, operator: s === 'approved' ? 'bob' : 'ann', at: '2026-12-05T00:00:00Z' }));
  return {
    run: 'r',
    asset: 'USDT',
    method: 'transfer',
    state,
    prepared_at: '',
    lines: 1,
    settled_lines: 0,
    total: usdt('10'),
    paid: usdt('0'),
    open: usdt('10'),
    steps,
    ...change,
  };
}

const who = (name: string, ...scopes: Scope[]): Session => ({ operator: name, how: 'token:t', scopes });
const of = (r: Run, s: Session) => stepsOf(r, s, operator.steps).map((p) => [p.step, p.reason ?? '']);

test('four eyes: whoever proposed cannot approve, whatever their key may', () => {
  expect(of(run('proposed'), who('ann', 'prepare', 'approve'))).toEqual([
    ['approve', operator.steps.ownProposal],
    ['cancel', ''],
  ]);
  expect(of(run('proposed'), who('bob', 'prepare', 'approve'))).toEqual([
    ['approve', ''],
    ['cancel', ''],
  ]);
});

test('what a key may not', () => {
  expect(of(run('proposed'), who('bob', 'prepare'))[0]).toEqual(['approve', 'Your key may not approve payouts.']);
  expect(of(run('draft'), who('bob', 'approve'))).toEqual([
    ['propose', 'Your key may not prepare months and payouts.'],
    ['cancel', 'Your key may not prepare months and payouts.'],
  ]);
});

test.each([
  ['draft', ['propose', 'cancel']],
  ['proposed', ['approve', 'cancel']],
  ['approved', ['export', 'cancel']],
  ['exported', ['cancel']],
  ['settled', []],
  ['cancelled', []],
] as [RunState, string[]][])('the steps of a run that is %s', (state, steps) => {
  expect(of(run(state), who('carol', 'prepare', 'approve')).map(([s]) => s)).toEqual(steps);
});

test('what was paid or published cannot be cancelled', () => {
  expect(of(run('exported', { paid: usdt('1') }), who('ann', 'prepare'))).toEqual([]);
  expect(of(run('exported', { method: 'claim' }), who('ann', 'prepare'))).toEqual([]);
  expect(of(run('approved', { method: 'claim' }), who('ann', 'prepare'))).toEqual([
    ['export', ''],
    ['cancel', ''],
  ]);
});

test('a run that was exported is cancelled by two', () => {
  const rejection = {
    operator: 'ann',
    at: '2026-12-06T00:00:00Z',
    reason: 'the wrong Safe',
    how: 'proven' as const,
    sha256: `0x${'ab'.repeat(32)}`,
  };
  const asked = { ...run('exported'), rejection };
  const steps = (s: Session) => stepsOf(asked, s, operator.steps).map((p) => [p.step, p.reason ?? '']);
  expect(steps(who('ann', 'prepare', 'approve'))).toEqual([
    ['consent', operator.steps.ownRejection],
    ['cancel', ''],
  ]);
  expect(steps(who('bob', 'approve'))[0]).toEqual(['consent', '']);
  expect(steps(who('bob', 'prepare'))[0]).toEqual(['consent', 'Your key may not approve payouts.']);
});
