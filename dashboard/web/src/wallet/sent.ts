// Purchases that were sent and are not final yet, kept in this browser so that closing the page loses none of them.

import type { Amount } from '../money';
import { remembered } from '../setting';
import { isWallet } from './group';

export interface Sent {
  hash: string;
  wallet: string; // lower case
  quantity: number;
  chain: number;
  paid: Amount;
  /** Time of the books when it was sent: what it brought is not before this day. */
  since: string;
}

/** More are not kept: the oldest goes. */
const most = 20;

function isSent(v: unknown): v is Sent {
  const s = v as Partial<Sent> | null;
  return (
    typeof s === 'object' &&
    s !== null &&
    /^0x[0-9a-f]{64}$/.test(String(s.hash)) &&
    isWallet(String(s.wallet)) &&
    Number.isSafeInteger(s.quantity) &&
    Number.isSafeInteger(s.chain) &&
    /^[0-9]+$/.test(String(s.paid?.amount)) &&
    !Number.isNaN(Date.parse(String(s.since)))
  );
}

export const isSentList = (v: unknown): v is Sent[] => Array.isArray(v) && v.length <= most && v.every(isSent);

export const sent = remembered<Sent[]>('sent', [], isSentList);

export function keep(of: Sent): void {
  sent.value = [...sent.value.filter((s) => s.hash !== of.hash), of].slice(-most);
}

export function forget(hash: string): void {
  sent.value = sent.value.filter((s) => s.hash !== hash);
}
