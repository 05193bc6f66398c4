// Networks that a wallet may have to be told about. The addresses of their nodes go to the wallet, which asks the person; the
// page itself calls none of them.

export interface Network {
  id: number;
  name: string;
  coin: string;
  rpc: string;
  explorer: string;
}

const known: Network[] = [
  { id: 1, name: 'Ethereum', coin: 'ETH', rpc: 'https://ethereum-rpc.publicnode.com', explorer: 'https://etherscan.io' },
  { id: 10, name: 'OP Mainnet', coin: 'ETH', rpc: 'https://mainnet.optimism.io', explorer: 'https://optimistic.etherscan.io' },
  { id: 8453, name: 'Base', coin: 'ETH', rpc: 'https://mainnet.base.org', explorer: 'https://basescan.org' },
  { id: 42161, name: 'Arbitrum One', coin: 'ETH', rpc: 'https://arb1.arbitrum.io/rpc', explorer: 'https://arbiscan.io' },
  { id: 11155111, name: 'Sepolia', coin: 'ETH', rpc: 'https://ethereum-sepolia-rpc.publicnode.com', explorer: 'https://sepolia.etherscan.io' },
];

export function network(id: number): Network | undefined {
  return known.find((n) => n.id === id);
}

export function networkName(id: number): string {
  return network(id)?.name ?? `#${id}`;
}

/** Where a transaction or an address can be looked up; undefined on a network without a known explorer. */
export function explorer(id: number, kind: 'tx' | 'address', what: string): string | undefined {
  const n = network(id);
  return n && `${n.explorer}/${kind}/${what}`;
}
