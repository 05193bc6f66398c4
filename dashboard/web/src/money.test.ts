import { expect, test } from 'vitest';
import {
  decimalOf,
  divided,
  format,
  formatDecimal,
  parseWhole,
  percent,
  percentOf,
  show,
  sum,
  units,
  usualPlaces,
  valued,
  whole,
} from './money';

test('base units are read exactly, and nothing else is', () => {
  expect(units('123456789012345678901234567890')).toBe(123456789012345678901234567890n);
  expect(units('-1')).toBe(-1n);
  for (const bad of ['', '1.5', '0x10', ' 1', '1e3', '１']) expect(() => units(bad)).toThrow(RangeError);
});

// What is written and read again is the same, at every size of number and number of places.
test('whole units and base units agree', () => {
  let value = 1n;
  for (let i = 0; i < 90; i++) {
    for (const decimals of [0, 1, 6, 18]) {
      expect(parseWhole(whole(value, decimals), decimals)).toBe(value);
      expect(whole(-value, decimals)).toBe(`-${whole(value, decimals)}`);
    }
    value = (value * 7n) / 3n + BigInt(i);
  }
  expect(whole(0n, 18)).toBe('0');
  expect(whole(1500000n, 6)).toBe('1.5');
});

test.each([
  ['1.5', 6, 1500000n],
  ['1.', 6, 1000000n],
  ['0.000001', 6, 1n],
  ['0.0000010', 6, 1n],
  ['0.0000001', 6, undefined],
  ['-1', 6, undefined],
  ['1e3', 6, undefined],
  ['', 6, undefined],
  ['.5', 6, undefined],
  ['7', 0, 7n],
] as const)('%s with %i decimals', (text, decimals, want) => {
  expect(parseWhole(text, decimals)).toBe(want);
});

// One rule: a figure with fewer digits than there are is rounded, half away from zero, and says so with ≈.
test('figures are grouped, and rounded with a mark', () => {
  const en = { locale: 'en' };
  expect(format(1999999999999999999n, 18, { ...en, places: 2 })).toBe('≈2');
  expect(format(6666667n, 3, { ...en, places: 2 })).toBe('≈6,666.67');
  expect(format(1234567890000000n, 6, en)).toBe('1,234,567,890');
  expect(format(1234567n, 6, { locale: 'de', places: 3 })).toBe('≈1,235');
  expect(format(1234567000001n, 6, { locale: 'de' })).toBe('1.234.567,000001');
  expect(format(-1250000n, 6, { ...en, places: 1 })).toBe('≈-1.3');
  expect(format(-1240000n, 6, { ...en, places: 1 })).toBe('≈-1.2');
  expect(format(1200000n, 6, { ...en, places: 1 })).toBe('1.2');
  expect(format(1000n, 6, { ...en, places: 2, fixed: true })).toBe('<0.01');
  expect(format(999999n, 6, { ...en, places: 2, fixed: true })).toBe('≈1.00');
  expect(format(1500000n, 6, { ...en, places: 2, fixed: true })).toBe('1.50');
  expect(formatDecimal('0.1', { ...en, places: 0 })).toBe('<1');
  expect(formatDecimal('0.5', { ...en, places: 0 })).toBe('≈1');
  expect(['1.25', '-1.25', '0', '1'].map((t) => formatDecimal(t, { ...en, places: 1, signed: true }))).toEqual([
    '≈+1.3',
    '≈-1.3',
    '0',
    '+1',
  ]);
});

test('what is shown and rounded is never further than half of its last place', () => {
  let value = 1n;
  for (let i = 0; i < 200; i++) {
    value = (value * 7n) / 3n + BigInt(i);
    const shown = format(value, 18, { locale: 'en', places: 6 });
    if (shown.startsWith('<')) continue;
    const back = parseWhole(shown.replace(/[≈,]/g, ''), 18) as bigint;
    const off = back > value ? back - value : value - back;
    expect(off * 2n <= 10n ** 12n, `${value} as ${shown}`).toBe(true);
    expect(shown.startsWith('≈')).toBe(off !== 0n);
  }
});

test('how many places an amount has follows from its size alone', () => {
  const places = (text: string) => usualPlaces(parseWhole(text, 18) as bigint, 18);
  expect(['0', '0.75673152', '999.999999', '1000', '41039.6723'].map(places)).toEqual([6, 6, 6, 2, 2]);
  expect(usualPlaces(-1_000_000_000n, 6)).toBe(2);
});

test('what is there is never shown as zero', () => {
  expect(format(1n, 18, { locale: 'en', places: 6 })).toBe('<0.000001');
  expect(format(-1n, 18, { locale: 'en', places: 6 })).toBe('>-0.000001');
  expect(format(0n, 18, { locale: 'en', places: 6 })).toBe('0');
});

test('a figure that a float cannot hold', () => {
  expect(
    show({ asset: 'GPU', amount: '70000000000000000000000001', decimals: 18, display: '' }, { locale: 'en' }),
  ).toBe('70,000,000.000000000000000001 GPU');
});

test('percentages', () => {
  const en = { locale: 'en' };
  expect(percent(1n, 3n, en)).toBe('33.3%');
  expect(percent(0n, 0n, en)).toBe('0%');
  expect(percent(3n, 3n, en)).toBe('100%');
  expect(percent(1n, 1_000_000n, en)).toBe('0%');
  expect(percentOf('0.125', en)).toBe('12.5%');
  expect(percentOf('1', en)).toBe('100%');
  expect(percentOf('13.641', { ...en, places: 1 })).toBe('1,364.1%');
  expect(percentOf('-0.375', en)).toBe('-37.5%');
  expect(percentOf('unknown', en)).toBe('unknown');
});

test('exact numbers', () => {
  expect(decimalOf('24/7')).toBe('3.428571428571428571');
  expect(decimalOf('22.8')).toBe('22.8');
  expect(decimalOf('1/0')).toBeUndefined();
  expect(decimalOf('never')).toBeUndefined();
});

test('what an amount is worth is exact', () => {
  const of = (amount: string, decimals: number) => ({ asset: 'ETH', amount, decimals, display: '' });
  expect(valued(of('1', 18), '3012.5')).toBe('0.0000000000000030125');
  expect(valued(of('70000000000000000000000001', 18), '0.000000000000000001')).toBe(
    '0.000000000070000000000000000000000001',
  );
  expect(valued(of('-1500000', 6), '2')).toBe('-3');
});

test('sums keep to one asset', () => {
  const eth = { asset: 'ETH', amount: '1', decimals: 18, display: '' };
  expect(sum([eth, { ...eth, amount: '99999999999999999999' }])?.amount).toBe('100000000000000000000');
  expect(sum([])).toBeUndefined();
  expect(() => sum([eth, { ...eth, asset: 'USDT' }])).toThrow(RangeError);
  expect(() => sum([eth, { ...eth, decimals: 6 }])).toThrow(RangeError);
});

test('a decimal over another', () => {
  expect(divided('3012.5', '1.08')).toBe('2789.35185185');
  expect(divided('0.1', '0.14')).toBe('0.71428571');
  expect(divided('7', '1')).toBe('7');
  expect(divided('0', '1.08')).toBe('0');
});
