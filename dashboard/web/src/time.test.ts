import { expect, test } from 'vitest';
import { day, month, relative, utc, valid } from './time';

test('days and months are those of UTC', () => {
  expect(day('2026-12-31T23:59:59Z', 'en-GB')).toBe('31 Dec 2026');
  expect(month('2024-06', 'en')).toBe('June 2024');
  expect(utc('2026-12-31T23:59:59+02:00')).toBe('2026-12-31 21:59:59 UTC');
});

test.each([
  [-1_000, '1 second ago'],
  [-59_000, '59 seconds ago'],
  [-3_600_000, '1 hour ago'],
  [-86_399_000, '23 hours ago'],
  [172_800_000, 'in 2 days'],
  [0, 'now'],
])('%i milliseconds away', (ms, want) => {
  expect(relative(1_700_000_000_000 + ms, 1_700_000_000_000, 'en')).toBe(want);
});

test('what is no instant', () => {
  expect(valid('')).toBe(false);
  expect(valid('never')).toBe(false);
  expect(valid('2026-01-01T00:00:00Z')).toBe(true);
});
