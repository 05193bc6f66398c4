// What a report adds up to. The server adds it up and the page checks: sums of base units, exact.
import { type Amount, isZero, units, whole } from '../../money';
import type { CashFlow, ReportLine, ReportSection } from '../../schema/api.gen';

/** Amounts by asset. */
export type Sums = ReadonlyMap<string, Amount>;

/** One kind of account with what it has of each asset. */
export interface Line {
  of: ReportLine;
  sums: Sums;
}

export function byAsset(list: readonly Amount[]): Sums {
  return new Map(list.map((a) => [a.asset, a]));
}

/** The assets of some sums, in order of their symbols. */
export function assetsOf(...sums: Sums[]): string[] {
  return [...new Set(sums.flatMap((s) => [...s.keys()]))].sort();
}

/** The lines of a section, an account with all of its assets in one. */
export function linesOf(section: ReportSection): Line[] {
  const kinds = new Map<string, { of: ReportLine; sums: Map<string, Amount> }>();
  for (const l of section.lines) {
    const line = kinds.get(l.kind) ?? { of: l, sums: new Map<string, Amount>() };
    line.sums.set(l.amount.asset, l.amount);
    kinds.set(l.kind, line);
  }
  return [...kinds.values()];
}

/** The sums of some amounts, each with its sign; what is zero stays. */
export function total(...parts: [sign: 1 | -1, of: Iterable<Amount>][]): Sums {
  const out = new Map<string, Amount>();
  for (const [sign, of] of parts) {
    for (const a of of) {
      const before = units(out.get(a.asset)?.amount ?? '0');
      const value = before + BigInt(sign) * units(a.amount);
      out.set(a.asset, { ...a, amount: value.toString(), display: `${whole(value, a.decimals)} ${a.asset}` });
    }
  }
  return out;
}

export const allZero = (sums: Sums): boolean => [...sums.values()].every(isZero);

/** Whether the totals of a section are what its lines add up to. */
export function addsUp(section: ReportSection): boolean {
  return allZero(total([1, section.lines.map((l) => l.amount)], [-1, section.totals]));
}

/** What is left of an asset's opening balance and movements when its closing balance is taken off: zero. */
export function leftOf(flow: CashFlow['assets'][number]): bigint {
  const sum = flow.lines.reduce((n, l) => n + units(l.in.amount) - units(l.out.amount), units(flow.opening.amount));
  return sum - units(flow.closing.amount);
}

/** How many places a column needs, at most `places`, so that its figures stand below each other. */
export function placesOf(column: readonly (Amount | undefined | null)[], places: number): number {
  const needed = column.map((a) => (a ? (whole(units(a.amount), a.decimals).split('.')[1] ?? '').length : 0));
  return Math.min(places, Math.max(0, ...needed));
}
