// Names of networks, and where their transactions can be looked up. The page tells a wallet no node's address: only whoever
// uses the wallet can know which one to trust.
/** Names and explorers as github.com/ethereum-lists/chains has them; all of these explorers follow EIP-3091. */
const known: Record<number, { name: string; explorer: string }> = {
  1: { name: 'Ethereum', explorer: 'https://etherscan.io' },
  10: { name: 'OP Mainnet', explorer: 'https://optimistic.etherscan.io' },
  8453: { name: 'Base', explorer: 'https://basescan.org' },
  42161: { name: 'Arbitrum One', explorer: 'https://arbiscan.io' },
  11155111: { name: 'Sepolia', explorer: 'https://sepolia.etherscan.io' },
};

export function networkName(id: number): string {
  return known[id]?.name ?? `#${id}`;
}

/** Where a transaction or an address can be looked up; undefined on a network without a known explorer. */
export function explorer(id: number, kind: 'tx' | 'address', what: string): string | undefined {
  const n = known[id];
  return n && `${n.explorer}/${kind}/${what}`;
}
