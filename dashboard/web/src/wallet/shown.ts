import { account } from './account';
import { group } from './group';

/** The wallets that are looked at: the connected one and those that were added, each once. */
export function shown(): string[] {
  const own = account.value?.address;
  return [...new Set([...(own ? [own] : []), ...group.value])];
}
