// What somebody calls wallets. Remembered in this browser only.
import { remembered } from '../setting';
import { isWallet } from './group';

/** The longest label, in characters. */
export const longest = 40;

type Labels = Record<string, string>;

const isLabels = (v: unknown): v is Labels =>
  typeof v === 'object' &&
  v !== null &&
  !Array.isArray(v) &&
  Object.entries(v).every(([w, l]) => isWallet(w) && typeof l === 'string' && l.length <= longest);

export const labels = remembered<Labels>('labels', {}, isLabels);

/** Calls a wallet something; an empty label takes it away. */
export function label(wallet: string, text: string): void {
  const { [wallet]: _, ...others } = labels.value;
  const plain = text.trim().slice(0, longest);
  labels.value = plain ? { ...others, [wallet]: plain } : others;
}
