import { expect, test } from 'vitest';
import { figures, resting } from './figures';

const at = (day: string) => Date.parse(day) / 1000;

test('numbers of an axis are short, and a million is one in every country', () => {
  expect([0, 950, 1500, 2_500_000].map(figures('en', 'GPU').tick)).toEqual(['0', '950', '1.5K', '2.5M']);
  expect([0.02, 0.0004].map(figures('en', 'ETH').tick)).toEqual(['0.02', '0.0004']); // never a column of zeros
  expect(figures('en', 'ETH').value(0.0158612345)).toBe('≈0.015861 ETH');
  expect(figures('en-GB', 'GPU').tick(2_500_000)).toBe('2.5M');
  expect(figures('zh', 'GPU').tick(2_500_000)).toBe('250万');
});

test('a month has its whole year, so that it does not read like a day', () => {
  const { time } = figures('en', undefined);
  expect(time(at('2027-01-01'), 31 * 86_400)).toBe('Jan 2027');
  expect(time(at('2026-07-28'), 7 * 86_400)).toBe('Jul 28');
});

test('a figure has its unit, and a mark where it is rounded', () => {
  const { value } = figures('en', 'GPU');
  expect(value(1_247_013.22)).toBe('1,247,013.22 GPU');
  expect(value(1_247_013.224)).toBe('≈1,247,013.22 GPU');
  expect(figures('en', undefined).value(5)).toBe('5');
});

test('while nobody points at a chart it shows the newest point that is not ahead', () => {
  const x = ['2026-01-01', '2026-02-01', '2026-03-01'].map(at);
  expect(resting(x, Date.parse('2026-02-10'))).toBe(1);
  expect(resting(x, Date.parse('2025-02-10'))).toBe(0);
  expect(resting(x, Date.parse('2030-02-10'))).toBe(2);
  expect(resting([], 0)).toBe(0);
});
