// What several wallets earned, as one.
import { type Amount, parseWhole, units, whole } from '../../money';
import type { EarnedBar, EarnedSum, EarnedWindows, Earnings } from '../../schema/api.gen';

const places = 18;

/** Adds US dollars, which are exact decimals with up to 36 places; a sum is cut to 18. */
function addValues(list: readonly string[]): string {
  return whole(
    list.reduce((n, v) => n + scaled(v), 0n),
    places,
  );
}

function scaled(usd: string): bigint {
  const [left = '0', right = ''] = usd.replace('-', '').split('.');
  const n = parseWhole(`${left}.${right.slice(0, places)}`, places) ?? 0n;
  return usd.startsWith('-') ? -n : n;
}

/** The sum of sums of one asset; undefined of none. */
export function addSums(list: readonly EarnedSum[]): EarnedSum | undefined {
  const [first] = list;
  if (!first) return undefined;
  const values = list.flatMap((s) => s.value_usd ?? []);
  return {
    amount: withUnits(
      first.amount,
      list.reduce((n, s) => n + units(s.amount.amount), 0n),
    ),
    value_usd: values.length > 0 ? addValues(values) : undefined,
    lines: list.reduce((n, s) => n + s.lines, 0),
    unpriced: list.reduce((n, s) => n + s.unpriced, 0),
  };
}

function withUnits(of: Amount, value: bigint): Amount {
  return { ...of, amount: value.toString(), display: `${whole(value, of.decimals)} ${of.asset}` };
}

/** Sums by asset, in order of its symbol. */
export function byAsset(list: readonly EarnedSum[]): EarnedSum[] {
  const assets = [...new Set(list.map((s) => s.amount.asset))].sort();
  return assets.flatMap((a) => addSums(list.filter((s) => s.amount.asset === a)) ?? []);
}

export const spans = ['today', 'day', 'days_7', 'days_30', 'all'] as const;
export type Span = (typeof spans)[number];

/** The windows of several wallets as one. */
export function addWindows(list: readonly Earnings[]): EarnedWindows[] {
  const all = list.flatMap((e) => e.assets);
  return [...new Set(all.map((w) => w.asset))].sort().map((asset) => {
    const same = all.filter((w) => w.asset === asset);
    const of = (span: Span) => addSums(same.map((w) => w[span])) as EarnedSum;
    return { asset, today: of('today'), day: of('day'), days_7: of('days_7'), days_30: of('days_30'), all: of('all') };
  });
}

/** What all of a span is worth: US dollars, how many lines have no price; undefined where none has. */
export function worth(windows: readonly EarnedWindows[], span: Span): { usd: string; unpriced: number } | undefined {
  const sums = windows.map((w) => w[span]);
  const values = sums.flatMap((s) => s.value_usd ?? []);
  if (values.length === 0) return undefined;
  return { usd: addValues(values), unpriced: sums.reduce((n, s) => n + s.unpriced, 0) };
}

/** Bars of several wallets as one. They are of the same days as long as the answers are of the same day. */
export function addBars(list: readonly Earnings[]): EarnedBar[] {
  const from = [...new Set(list.flatMap((e) => e.bars.map((b) => b.from)))].sort();
  return from.map((at) => {
    const same = list.flatMap((e) => e.bars.filter((b) => b.from === at));
    return { from: at, to: (same[0] as EarnedBar).to, sums: byAsset(same.flatMap((b) => b.sums)) };
  });
}

/** What part of a price came back: earned / paid in US dollars, as a decimal; undefined where one of them is not known. */
export function returned(earned: readonly EarnedSum[], paid: readonly EarnedSum[]): string | undefined {
  const [a, b] = [earned, paid].map((list) => list.flatMap((s) => s.value_usd ?? []));
  if (!a || !b || a.length === 0 || b.length === 0 || paid.some((s) => s.unpriced > 0)) return undefined;
  const [x, y] = [scaled(addValues(a)), scaled(addValues(b))];
  return y > 0n ? whole((x * 10n ** 18n) / y, 18) : undefined;
}
