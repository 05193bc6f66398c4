import { hrefOf, place } from '../route';
import { account } from './account';
import { group, isWallet, most } from './group';
import { labels } from './label';

/** The wallets that the address names: somebody shared them, or keeps them as a bookmark. */
export function linked(): string[] {
  const asked = place.value.query.getAll('wallet').flatMap((text) => text.split(','));
  return [...new Set(asked.map((w) => w.trim().toLowerCase()).filter(isWallet))].slice(0, most);
}

/** What the address calls them. */
export function linkedName(): string {
  return (place.value.query.get('name') ?? '').trim().slice(0, 60);
}

/** The wallets that are looked at: those that the address names or, without any, the connected one and those that were added. */
export function shown(): string[] {
  const asked = linked();
  if (asked.length > 0) return asked;
  const own = account.value?.address;
  return [...new Set([...(own ? [own] : []), ...group.value])];
}

/** The address that shows these wallets to anybody who opens it. */
export function sharedLink(wallets: readonly string[]): string {
  const only = wallets.length === 1 ? labels.value[wallets[0] as string] : undefined;
  const path = hrefOf('nodes', { wallet: wallets.join(','), name: linkedName() || (only ?? '') });
  return new URL(path.replaceAll('%2C', ','), window.location.origin).href;
}
