import type { Amount } from './schema.gen.js';

/** An amount in base units of its asset, to compute with: no number, which would lose digits. */
export function units(amount: Pick<Amount, 'amount'>): bigint {
  return BigInt(amount.amount);
}
