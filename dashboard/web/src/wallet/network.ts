// Names of networks, where their transactions can be looked up, and what a wallet is told that does not know one. A node's address
// comes from whoever runs the site, or else from whoever uses the wallet: the page has none of its own.

/** What a wallet needs to add a network (EIP-3085), as the deployment gives it. */
export interface Network {
  chain_id: number;
  name: string;
  currency: { name: string; symbol: string; decimals: number };
  rpc_urls: string[];
}

/** Names and explorers as github.com/ethereum-lists/chains has them; all of these explorers follow EIP-3091. */
const known: Record<number, { name: string; explorer: string }> = {
  1: { name: 'Ethereum', explorer: 'https://etherscan.io' },
  10: { name: 'OP Mainnet', explorer: 'https://optimistic.etherscan.io' },
  8453: { name: 'Base', explorer: 'https://basescan.org' },
  42161: { name: 'Arbitrum One', explorer: 'https://arbiscan.io' },
  11155111: { name: 'Sepolia', explorer: 'https://sepolia.etherscan.io' },
};

export function networkName(id: number): string {
  return known[id]?.name ?? (id > 0 ? `#${id}` : '–');
}

/** Where a transaction or an address can be looked up; undefined on a network without a known explorer. */
export function explorer(id: number, kind: 'tx' | 'address', what: string): string | undefined {
  const n = known[id];
  return n && `${n.explorer}/${kind}/${what}`;
}
