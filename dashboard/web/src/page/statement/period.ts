// The time that a statement is about. Bounds are days in UTC, half-open: the end is the first day that is left out. For people
// the last day that is included is named.
import { words } from '../../i18n';
import { day, utc, valid } from '../../time';

export interface Period {
  from: string; // YYYY-MM-DD or an instant; empty: from the beginning
  to: string; // empty: until now
}

export const quickPeriods = ['thisMonth', 'lastMonth', 'thisYear', 'lastYear', 'all'] as const;
export type QuickPeriod = (typeof quickPeriods)[number];

const text = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The bounds of a quick choice at an instant. */
export function quick(of: QuickPeriod, now: Date): Period {
  const [y, m] = [now.getUTCFullYear(), now.getUTCMonth()];
  const months = (from: number, to: number) => ({ from: text(Date.UTC(y, from, 1)), to: text(Date.UTC(y, to, 1)) });
  switch (of) {
    case 'thisMonth':
      return months(m, m + 1);
    case 'lastMonth':
      return months(m - 1, m);
    case 'thisYear':
      return months(0, 12);
    case 'lastYear':
      return months(-12, 0);
    case 'all':
      return { from: '', to: '' };
  }
}

/** Whether the bounds make a period: those that are there are instants, in order. */
export function inOrder({ from, to }: Period): boolean {
  if ((from && !valid(from)) || (to && !valid(to))) return false;
  return !from || !to || Date.parse(from) < Date.parse(to);
}

const midnight = (at: string) => Date.parse(at) % 86_400_000 === 0;

/** Whether both bounds lie between two days. */
export const isDays = ({ from, to }: Period): boolean =>
  (from !== '' || to !== '') && [from, to].every((at) => at === '' || midnight(at));

/** The period for people. */
export function inWords({ from, to }: Period, locale: string): string {
  const w = words().statement;
  const first = from && (midnight(from) ? day(from, locale) : utc(from));
  const last = to && (midnight(to) ? day(new Date(Date.parse(to) - 1).toISOString(), locale) : utc(to));
  if (first && last) return first === last ? first : w.periodBoth(first, last);
  if (first) return w.periodFrom(first);
  return last ? w.periodTo(last) : w.periodAll;
}

/** The part of a bound that a field for a day can show. */
export const dayOf = (bound: string): string => (/^\d{4}-\d{2}-\d{2}/.test(bound) ? bound.slice(0, 10) : '');
