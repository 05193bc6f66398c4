// The wallets that somebody looks at as one holder. Remembered in this browser only.
import { remembered } from '../setting';

export const most = 20;

export function isWallet(text: string): boolean {
  return /^0x[0-9a-fA-F]{40}$/.test(text);
}

const isGroup = (v: unknown): v is string[] =>
  Array.isArray(v) && v.length <= most && v.every((w) => typeof w === 'string' && isWallet(w));

export const group = remembered<string[]>('wallets', [], isGroup);

/** What of a pasted text are addresses, lower case, each once; and what is not. */
export function readWallets(text: string): { wallets: string[]; faults: string[] } {
  const wallets: string[] = [];
  const faults: string[] = [];
  for (const part of text.split(/[\s,;]+/).filter(Boolean)) {
    const wallet = part.toLowerCase();
    if (!isWallet(wallet)) faults.push(part.length > 50 ? `${part.slice(0, 50)}…` : part);
    else if (!wallets.includes(wallet)) wallets.push(wallet);
  }
  return { wallets, faults };
}

export function add(wallets: readonly string[]): void {
  group.value = [...new Set([...group.value, ...wallets.map((w) => w.toLowerCase())])].slice(0, most);
}

export function remove(wallet: string): void {
  group.value = group.value.filter((w) => w !== wallet);
}
