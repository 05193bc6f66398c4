// Unlock curves of several wallets as one, and the dates that come next.

import { type Amount, units } from '../../money';
import type { CurveStep, Tranche } from '../../schema/api.gen';

export interface Point {
  at: string;
  locked: Amount;
  available: Amount;
}

const with_ = (of: Amount, value: bigint): Amount => ({ ...of, amount: value.toString(), display: '' });

/** Adds curves of one asset. A curve holds its last step until its next one, and counts nothing before its first. */
export function addCurves(curves: readonly (readonly CurveStep[])[]): Point[] {
  const first = curves.flat()[0];
  if (!first) return [];
  const instants = [...new Set(curves.flat().map((s) => s.at))].sort((a, b) => Date.parse(a) - Date.parse(b));
  return instants.map((at) => {
    let [locked, available] = [0n, 0n];
    for (const curve of curves) {
      const step = curve.filter((s) => Date.parse(s.at) <= Date.parse(at)).at(-1);
      locked += step ? units(step.locked.amount) : 0n;
      available += step ? units(step.available.amount) : 0n;
    }
    return { at, locked: with_(first.locked, locked), available: with_(first.available, available) };
  });
}

export interface Unlock {
  at: string;
  amount: Amount;
  epochs: number;
}

/** Tranches that unlock at the same instant as one, the next first. */
export function unlocks(tranches: readonly Tranche[]): Unlock[] {
  const by = new Map<string, Unlock>();
  for (const t of tranches) {
    const same = by.get(t.unlocks_at);
    by.set(t.unlocks_at, {
      at: t.unlocks_at,
      amount: with_(t.amount, units(t.amount.amount) + (same ? units(same.amount.amount) : 0n)),
      epochs: (same?.epochs ?? 0) + 1,
    });
  }
  return [...by.values()].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
