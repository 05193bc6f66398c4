import { expect, test } from 'vitest';
import { inOrder, inWords, isDays, quick } from './period';

test.each<[Parameters<typeof quick>[0], string, string, string]>([
  ['thisMonth', '2026-11-22T23:59:59Z', '2026-11-01', '2026-12-01'],
  ['thisMonth', '2026-12-31T23:59:59Z', '2026-12-01', '2027-01-01'],
  ['lastMonth', '2026-01-01T00:00:00Z', '2025-12-01', '2026-01-01'],
  ['lastMonth', '2024-03-31T12:00:00Z', '2024-02-01', '2024-03-01'],
  ['thisYear', '2024-02-29T12:00:00Z', '2024-01-01', '2025-01-01'],
  ['lastYear', '2026-01-01T00:00:00Z', '2025-01-01', '2026-01-01'],
  ['all', '2026-01-01T00:00:00Z', '', ''],
])('%s at %s', (choice, now, from, to) => {
  expect(quick(choice, new Date(now))).toEqual({ from, to });
});

test('a period in words names the last day that is in it', () => {
  const words = (from: string, to: string) => inWords({ from, to }, 'en-GB');
  expect(words('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z')).toBe('1 Jan 2026 to 31 Jan 2026');
  expect(words('2026-01-01', '2026-01-02')).toBe('1 Jan 2026');
  expect(words('2026-01-01', '')).toBe('from 1 Jan 2026 until now');
  expect(words('', '2026-03-01')).toBe('from the beginning to 28 Feb 2026');
  expect(words('', '')).toBe('from the beginning until now');
  expect(words('2026-01-01T06:30:00Z', '2026-02-01')).toBe('2026-01-01 06:30:00 UTC to 31 Jan 2026');
});

test('bounds are instants in order', () => {
  expect(inOrder({ from: '', to: '' })).toBe(true);
  expect(inOrder({ from: '2026-01-01', to: '2026-01-02' })).toBe(true);
  expect(inOrder({ from: '2026-01-02', to: '2026-01-02' })).toBe(false);
  expect(inOrder({ from: 'soon', to: '' })).toBe(false);
  expect(isDays({ from: '2026-01-01', to: '' })).toBe(true);
  expect(isDays({ from: '2026-01-01T01:00:00Z', to: '2026-02-01' })).toBe(false);
  expect(isDays({ from: '', to: '' })).toBe(false);
});
