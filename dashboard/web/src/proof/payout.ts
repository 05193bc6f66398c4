// Payout trees in OpenZeppelin's standard-v1 form: leaves are (wallet, total ever granted in base units), hashed twice over
// their ABI encoding so that no inner node can pass for a leaf; a node is the hash of its children in ascending order.
import { type Bytes, bytesOf, compare, equal, hexOf, join, numberBytes } from './hex';
import { keccak256 } from './keccak';

/** keccak256(keccak256(abi.encode(address, uint256))). */
export function leafOf(wallet: string, amount: bigint): Bytes {
  return keccak256(keccak256(join(new Uint8Array(12), bytesOf(wallet, 20), numberBytes(amount, 32))));
}

export function nodeOf(a: Bytes, b: Bytes): Bytes {
  return compare(a, b) <= 0 ? keccak256(join(a, b)) : keccak256(join(b, a));
}

/** The root that a wallet's leaf leads to. */
export function rootOf(wallet: string, amount: bigint, proof: readonly string[]): string {
  let at = leafOf(wallet, amount);
  for (const sibling of proof) at = nodeOf(at, bytesOf(sibling, 32));
  return hexOf(at);
}

export interface Leaf {
  wallet: string;
  amount: bigint;
  index: number; // in the tree
}

/** A published tree whose every hash was computed again. */
export interface Tree {
  root: string;
  leaves: Leaf[];
  /** Siblings from a leaf up to the root. */
  proof(leaf: Leaf): string[];
  find(wallet: string): Leaf | undefined;
  total: bigint;
}

/** Why a file is no such tree; where says which part of it. */
export class TreeFault extends Error {
  override name = 'TreeFault';
  constructor(
    readonly fault: 'form' | 'leaf' | 'node' | 'twice',
    readonly where: string,
  ) {
    super(`${fault}: ${where}`);
  }
}

/** Reads a dump and checks every hash in it. Throws TreeFault. */
export function readTree(dump: unknown): Tree {
  const d = dump as { format?: unknown; leafEncoding?: unknown; tree?: unknown; values?: unknown };
  if (d?.format !== 'standard-v1') throw new TreeFault('form', 'format');
  if (JSON.stringify(d.leafEncoding) !== '["address","uint256"]') throw new TreeFault('form', 'leafEncoding');
  if (!Array.isArray(d.tree) || d.tree.length === 0 || d.tree.length % 2 === 0) throw new TreeFault('form', 'tree');
  if (!Array.isArray(d.values) || d.values.length !== (d.tree.length + 1) / 2) throw new TreeFault('form', 'values');
  const inner = d.values.length - 1; // leaves stand behind the inner nodes
  const tree = d.tree.map((h, i) => read(() => bytesOf(String(h), 32), `tree[${i}]`));
  for (let i = 0; i < inner; i++) {
    if (!equal(tree[i]!, nodeOf(tree[2 * i + 1]!, tree[2 * i + 2]!))) throw new TreeFault('node', `tree[${i}]`);
  }
  const wallets = new Map<string, Leaf>();
  const taken = new Set<number>();
  const leaves = d.values.map((v: { value?: unknown; treeIndex?: unknown }, i): Leaf => {
    const index = v?.treeIndex;
    const value = v?.value;
    if (
      !Array.isArray(value) ||
      value.length !== 2 ||
      typeof index !== 'number' ||
      !(index >= inner && index < tree.length)
    ) {
      throw new TreeFault('form', `values[${i}]`);
    }
    const leaf = read(
      () => ({ wallet: String(value[0]), amount: wholeNumber(String(value[1])), index }),
      `values[${i}]`,
    );
    if (
      !equal(
        read(() => leafOf(leaf.wallet, leaf.amount), `values[${i}]`),
        tree[index]!,
      )
    )
      throw new TreeFault('leaf', `values[${i}]`);
    const key = leaf.wallet.toLowerCase();
    if (wallets.has(key) || taken.has(index)) throw new TreeFault('twice', `values[${i}]`);
    wallets.set(key, leaf);
    taken.add(index);
    return leaf;
  });
  return {
    root: hexOf(tree[0]!),
    leaves,
    total: leaves.reduce((n, l) => n + l.amount, 0n),
    find: (wallet) => wallets.get(wallet.toLowerCase()),
    proof: ({ index }) => {
      const path: string[] = [];
      for (let i = index; i > 0; i = Math.floor((i - 1) / 2)) path.push(hexOf(tree[i % 2 === 1 ? i + 1 : i - 1]!));
      return path;
    },
  };
}

function wholeNumber(text: string): bigint {
  if (!/^[0-9]{1,78}$/.test(text)) throw new RangeError(text);
  return BigInt(text);
}

function read<T>(of: () => T, where: string): T {
  try {
    return of();
  } catch {
    throw new TreeFault('form', where);
  }
}
