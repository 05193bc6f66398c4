// Amounts as the API gives them: whole numbers of base units in digits. All arithmetic is on bigint; there is no
// floating-point number on the way from the books to the screen.

/** Money on the wire. `amount` is base units in digits, with a minus when negative. */
export interface Amount {
  asset: string;
  amount: string;
  decimals: number;
  display: string;
}

/** Reads base units. Throws a RangeError on anything that is not plain digits with an optional minus. */
export function units(text: string): bigint {
  if (!/^-?[0-9]+$/.test(text)) throw new RangeError(`${JSON.stringify(text)} is not a whole number of base units`);
  return BigInt(text);
}

/** Reads what a person types, such as 1.25, as base units. undefined: not a decimal, or more places than the asset has. */
export function parseWhole(text: string, decimals: number): bigint | undefined {
  const m = /^([0-9]+)(?:\.([0-9]*))?$/.exec(text.trim());
  if (!m) return undefined;
  const fraction = (m[2] ?? '').replace(/0+$/, '');
  if (fraction.length > decimals) return undefined;
  return BigInt(m[1] + fraction.padEnd(decimals, '0'));
}

/** Base units as an exact decimal of whole units, without grouping: 1500000 with 6 decimals is 1.5. */
export function whole(value: bigint, decimals: number): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  const text = digits.slice(0, digits.length - decimals) + (decimals > 0 && fraction ? `.${fraction}` : '');
  return value < 0n ? `-${text}` : text;
}

/** How a number is written in a language: its decimal sign. Grouping is left to Intl, which takes bigint exactly. */
function point(locale: string): string {
  return new Intl.NumberFormat(locale).formatToParts(1.5).find((p) => p.type === 'decimal')?.value ?? '.';
}

export interface Style {
  locale: string;
  /** Most places after the decimal sign; what has more is rounded and marked. */
  places?: number;
  /** Write all places, zeros at the end too: the figures of a column stand below each other. */
  fixed?: boolean;
  /** Write a plus before what is above zero. */
  signed?: boolean;
}

/** What stands before a figure that was rounded. */
const rounded = '≈';

/** Places of an amount in whole units where nothing else is asked for: two from a thousand on, six below. */
export function usualPlaces(value: bigint, decimals: number): number {
  return (value < 0n ? -value : value) >= 1000n * 10n ** BigInt(decimals) ? 2 : 6;
}

/** Groups a decimal text, and rounds it to its places, half away from zero: what lost digits by it has a mark. What is not zero but would
 * be rounded to zero is shown as below the smallest place. */
export function formatDecimal(text: string, { locale, places, fixed, signed }: Style): string {
  const m = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(text);
  if (!m) return text;
  const [, sign, left = '0', all = ''] = m;
  const right = all.replace(/0+$/, '');
  const most = places ?? right.length;
  let scaled = BigInt(left + right.slice(0, most).padEnd(most, '0'));
  const lost = right.length > most;
  if (lost && (right[most] as string) >= '5') scaled += 1n;
  if (lost && scaled === 0n) {
    return most === 0 ? `${sign ? '>-' : '<'}1` : `${sign ? '>-' : '<'}0${point(locale)}${'1'.padStart(most, '0')}`;
  }
  const [integer = '0', fraction = ''] = whole(scaled, most).split('.');
  const shown = fixed ? fraction.padEnd(most, '0') : fraction;
  const before = scaled === 0n ? '' : sign || (signed ? '+' : '');
  return (lost ? rounded : '') + before + BigInt(integer).toLocaleString(locale) + (shown ? point(locale) + shown : '');
}

/** An exact number of the API, a decimal or a fraction such as 24/7, as a decimal cut to 18 places. undefined: it is neither. */
export function decimalOf(text: string): string | undefined {
  if (/^-?[0-9]+(\.[0-9]+)?$/.test(text)) return text;
  const m = /^([0-9]+)\/([0-9]+)$/.exec(text);
  if (!m || BigInt(m[2] as string) === 0n) return undefined;
  return whole((BigInt(m[1] as string) * 10n ** 18n) / BigInt(m[2] as string), 18);
}

/** Base units in whole units for people. */
export function format(value: bigint, decimals: number, style: Style): string {
  return formatDecimal(whole(value, decimals), style);
}

/** An amount of the API for people, with its asset. */
export function show(of: Amount, style: Style): string {
  return `${format(units(of.amount), of.decimals, style)} ${of.asset}`;
}

/** part / of as a percentage, cut to places. Nothing of nothing is 0%. */
export function percent(part: bigint, of: bigint, { locale, places = 1 }: Style): string {
  if (of === 0n) return `${formatDecimal('0', { locale })}%`;
  const scaled = (part * 100n * 10n ** BigInt(places)) / of;
  return `${format(scaled, places, { locale, places })}%`;
}

/** A decimal such as 0.125 as a percentage: 12.5%. Exact. */
export function percentOf(decimal: string, style: Style): string {
  const m = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(decimal);
  if (!m) return decimal;
  const right = (m[3] ?? '').padEnd(2, '0');
  return `${formatDecimal(`${m[1]}${m[2]}${right.slice(0, 2)}${right.length > 2 ? `.${right.slice(2)}` : ''}`, style)}%`;
}

/** What an amount is worth at a price of a whole unit, as an exact decimal. */
export function valued(of: Amount, price: string): string {
  const [left = '0', right = ''] = price.split('.');
  return whole(units(of.amount) * units(left + right), of.decimals + right.length);
}

/** One exact decimal over another, which is not zero, to eight places, rounded down. */
export function divided(value: string, by: string): string {
  const parts = (text: string) => [text.replace('.', ''), text.split('.')[1]?.length ?? 0] as const;
  const [top, above] = parts(value);
  const [bottom, below] = parts(by);
  const places = 8;
  return whole((units(top) * 10n ** BigInt(places + below)) / (units(bottom) * 10n ** BigInt(above)), places);
}

/** The sum of amounts of one asset; undefined of an empty list. Throws when assets are mixed. */
export function sum(list: readonly Amount[]): Amount | undefined {
  const first = list[0];
  if (!first) return undefined;
  let total = 0n;
  for (const a of list) {
    if (a.asset !== first.asset || a.decimals !== first.decimals)
      throw new RangeError(`${a.asset} cannot be added to ${first.asset}`);
    total += units(a.amount);
  }
  return { ...first, amount: total.toString(), display: `${whole(total, first.decimals)} ${first.asset}` };
}

export function isZero(of: Amount): boolean {
  return units(of.amount) === 0n;
}

/** Where a value lies on a chart's axis. A pixel needs no more than a float has; nothing is computed from it. */
export function plotted(decimal: string): number {
  return Number(decimal);
}
