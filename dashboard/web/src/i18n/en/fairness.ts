import { count } from '../plural';

/** The words of the page on how the sale went. They come with it, so they are not among those of the first load. */
export const fairness = {
  lead: 'Facts of the purchases, no verdicts. Purchases of no nodes are left out.',
  nodes: 'Nodes by wallet',
  nodesHint:
    'As they were bought, less those that came back with refunds. Nodes that changed hands later are not moved.',
  wallets: 'Wallets that bought',
  bought: 'Nodes bought',
  gini: 'Gini coefficient',
  giniHint: '0: every wallet has the same number. Close to 1: one wallet has nearly all.',
  top: (wallets: number) => `Largest ${wallets} wallets`,
  part: (nodes: string, share: string) => `${nodes} nodes, ${share}`,
  minutes: 'First minutes',
  opened: 'First purchase',
  nothing: 'Nothing has been bought yet',
  nothingText: 'The figures appear here with the first purchase.',
  funding: 'Wallets funded by the same wallet',
  minuteColumns: {
    minute: 'Minute',
    purchases: 'Purchases',
    nodes: 'Nodes',
    share: 'Of all nodes',
    wallets: 'Wallets',
  },
  codes: 'Purchases with and without a code',
  codeColumns: {
    how: 'Bought',
    purchases: 'Purchases',
    nodes: 'Nodes',
    list: 'List price',
    discount: 'Discount',
    reward: 'Earned by the code’s owner',
  },
  without: 'Without a code',
  with: 'With a code',
  own: 'of these with the buyer’s own code',
  mutual: 'of these with each other’s code',
  referrers: 'Largest referrers',
  referrersHint: (all: number, shown: number) =>
    all > shown ? `The first ${shown} of ${count(all, 'referrer', 'referrers')}.` : count(all, 'referrer', 'referrers'),
  referrerColumns: { who: 'Referrer', purchases: 'Purchases', nodes: 'Nodes', earned: 'Earned' },
  pairs: 'Wallets that bought with each other’s code',
  pairsNone: 'There is no pair of wallets of which each bought with the other’s code.',
  pairsAre: (pairs: number, share: string) =>
    `${count(pairs, 'pair', 'pairs')}: discount and reward together are ${share} of the list price. Two wallets of one ` +
    'person and two people who helped each other look the same here.',
  pairColumns: { a: 'Wallet', b: 'Wallet', nodes: 'Nodes', list: 'List price', saved: 'Saved together' },
  quotas: 'Quotas used up',
  quotasHint: 'Wallets that took as many nodes of a tier as one wallet may take. By the quotas that are in force now.',
  quotaColumns: { tier: 'Tier', quota: 'Per wallet', wallets: 'Wallets that bought', used: 'Used up' },
  noQuota: 'no limit',
};
