// Months, quarters and years of the books, which are those of UTC. They are named as the API names them: 2026-09, 2026-Q3, 2026.
import { words } from './i18n';
import { month } from './time';

export const steps = ['month', 'quarter', 'year'] as const;
export type Step = (typeof steps)[number];

/** The days between which a period lies; `to` is the first that is left out. */
export interface Bounds {
  from: string;
  to: string;
}

const lengths: Record<Step, number> = { month: 1, quarter: 3, year: 12 };

/** A period as the number of its year and its place in it, from 0. */
interface Place {
  step: Step;
  year: number;
  nth: number;
}

const dayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);

function read(name: string): Place | undefined {
  const m = /^([0-9]{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])))?$/.exec(name);
  if (!m) return undefined;
  const year = Number(m[1]);
  if (m[2]) return { step: 'month', year, nth: Number(m[2]) - 1 };
  return m[3] ? { step: 'quarter', year, nth: Number(m[3]) - 1 } : { step: 'year', year, nth: 0 };
}

function write({ step, year, nth }: Place): string {
  if (step === 'year') return String(year);
  return step === 'quarter' ? `${year}-Q${nth + 1}` : `${year}-${String(nth + 1).padStart(2, '0')}`;
}

/** What a name is of; undefined: it is not the name of a period. */
export const stepOf = (name: string): Step | undefined => read(name)?.step;

/** The bounds of a period; undefined: it is not the name of one. */
export function boundsOf(name: string): Bounds | undefined {
  const p = read(name);
  if (!p) return undefined;
  const size = lengths[p.step];
  return { from: dayOf(p.year, p.nth * size), to: dayOf(p.year, (p.nth + 1) * size) };
}

/** The name of the period that an instant lies in. */
export function periodAt(step: Step, at: string): string {
  const when = new Date(at);
  return write({ step, year: when.getUTCFullYear(), nth: Math.floor(when.getUTCMonth() / lengths[step]) });
}

/** The names of all periods from that of one instant to that of another, the last one first. */
export function periodsOf(step: Step, first: string, last: string): string[] {
  const out: string[] = [];
  const end = periodAt(step, last);
  let p = read(periodAt(step, first)) as Place;
  for (let name = write(p); name <= end; name = write(p)) {
    out.unshift(name);
    const most = 12 / lengths[step];
    p = p.nth + 1 < most ? { ...p, nth: p.nth + 1 } : { ...p, year: p.year + 1, nth: 0 };
  }
  return out;
}

/** A period for people: September 2026, Q3 2026, 2026. */
export function periodName(name: string, locale: string): string {
  const p = read(name);
  if (p?.step === 'month') return month(name, locale);
  return p?.step === 'quarter' ? words().general.quarter(p.nth + 1, String(p.year)) : name;
}
