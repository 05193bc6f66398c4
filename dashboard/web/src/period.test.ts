import { expect, test } from 'vitest';
import { boundsOf, periodAt, periodName, periodsOf, type Step, stepOf, steps } from './period';

test.each([
  ['2024-02', 'month', '2024-02-01', '2024-03-01'],
  ['2026-12', 'month', '2026-12-01', '2027-01-01'],
  ['2026-Q1', 'quarter', '2026-01-01', '2026-04-01'],
  ['2026-Q4', 'quarter', '2026-10-01', '2027-01-01'],
  ['2026', 'year', '2026-01-01', '2027-01-01'],
])('%s is a %s', (name, step, from, to) => {
  expect(stepOf(name)).toBe(step);
  expect(boundsOf(name)).toEqual({ from, to });
  expect(periodAt(step as Step, `${from}T00:00:00Z`)).toBe(name);
  expect(periodAt(step as Step, new Date(Date.parse(to) - 1).toISOString())).toBe(name);
});

test('what is not the name of a period', () => {
  for (const bad of ['', '2026-13', '2026-00', '2026-Q5', '2026-Q', '26', '2026-09-01', 'all', '2026-9'])
    expect(boundsOf(bad), bad).toBeUndefined();
});

test('all periods between two instants, the last first, without a gap', () => {
  const first = '2025-11-30T23:59:59Z';
  const last = '2026-02-01T00:00:00Z';
  expect(periodsOf('month', first, last)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  expect(periodsOf('quarter', first, last)).toEqual(['2026-Q1', '2025-Q4']);
  expect(periodsOf('year', first, last)).toEqual(['2026', '2025']);
  for (const step of steps) {
    const all = periodsOf(step, '2021-03-05T00:00:00Z', '2026-08-09T00:00:00Z').map((p) => boundsOf(p));
    for (const [i, p] of all.entries()) if (i > 0) expect(p?.to).toBe(all[i - 1]?.from);
  }
  expect(periodsOf('month', last, last)).toEqual(['2026-02']);
});

test('for people', () => {
  expect(['2026-09', '2026-Q3', '2026'].map((p) => periodName(p, 'en'))).toEqual(['September 2026', 'Q3 2026', '2026']);
});
