// The distributor as a contract: the calls that it takes, and what it says when it is asked through the wallet's own node. So a
// claim needs no server but the chain.
import { bytesOf, hexOf, join, numberBytes } from '../../proof/hex';
import { keccakText } from '../../proof/keccak';
import type { Provider } from '../../wallet/provider';

/** The first four bytes of the hash of a function's signature. */
function selector(signature: string): Uint8Array {
  return keccakText(signature).slice(0, 4);
}

const word = (value: bigint) => numberBytes(value, 32);
const account = (wallet: string) => join(new Uint8Array(12), bytesOf(wallet, 20));

/** The call claim(address,uint256,bytes32[]): the selector, three words of which the last says where the proof begins, its
 * length, and its hashes. Throws a RangeError on what is no wallet, no amount or no hash. */
export function claimCall(wallet: string, cumulative: bigint, proof: readonly string[]): string {
  return hexOf(
    join(
      selector('claim(address,uint256,bytes32[])'),
      account(wallet),
      word(cumulative),
      word(96n),
      word(BigInt(proof.length)),
      ...proof.map((hash) => bytesOf(hash, 32)),
    ),
  );
}

/** A claim of one distributor. */
export interface OneClaim {
  distributor: string;
  wallet: string;
  cumulative: bigint;
  proof: readonly string[];
}

/** The call claim((address,address,uint256,bytes32[])[]) of ManyClaims: where the list begins, its length, where each claim begins after
 * that, and the claims: three words, where the proof begins in it, and the proof as above. */
export function manyClaimsCall(list: readonly OneClaim[]): string {
  const claims = list.map((c) =>
    join(
      account(c.distributor),
      account(c.wallet),
      word(c.cumulative),
      word(128n),
      word(BigInt(c.proof.length)),
      ...c.proof.map((hash) => bytesOf(hash, 32)),
    ),
  );
  let at = 32 * list.length;
  const begins = claims.map((c) => {
    const begin = word(BigInt(at));
    at += c.length;
    return begin;
  });
  return hexOf(
    join(
      selector('claim((address,address,uint256,bytes32[])[])'),
      word(32n),
      word(BigInt(list.length)),
      ...begins,
      ...claims,
    ),
  );
}

/** What the contract itself says. */
export interface Distributor {
  root: string; // of the active tree; zero before the first one
  claimed: bigint; // base units that the wallet has got so far
}

export const noRoot = `0x${'0'.repeat(64)}`;

/** Why an address is not the distributor that was meant. */
export class NotADistributor extends Error {
  override name = 'NotADistributor';
}

async function view(provider: Provider, to: string, data: Uint8Array): Promise<string> {
  const answer = await provider.request({ method: 'eth_call', params: [{ to, data: hexOf(data) }, 'latest'] });
  if (typeof answer !== 'string' || !/^0x([0-9a-fA-F]{64})+$/.test(answer)) throw new NotADistributor(to);
  return answer.toLowerCase();
}

/** Asks the distributor for its active root and for what a wallet has claimed. */
export async function readDistributor(provider: Provider, to: string, wallet: string): Promise<Distributor> {
  const [root, claimed] = await Promise.all([
    view(provider, to, selector('root()')),
    view(provider, to, join(selector('claimed(address)'), account(wallet))),
  ]);
  return { root: root.slice(0, 66), claimed: BigInt(claimed.slice(0, 66)) };
}

/** Asks the distributor which token it pays, and that token for its name and places. */
export async function readToken(provider: Provider, to: string): Promise<{ asset: string; decimals: number }> {
  const token = `0x${(await view(provider, to, selector('token()'))).slice(26, 66)}`;
  const [symbol, decimals] = await Promise.all([
    view(provider, token, selector('symbol()')),
    view(provider, token, selector('decimals()')),
  ]);
  const places = BigInt(decimals.slice(0, 66));
  if (places > 36n) throw new NotADistributor(to);
  return { asset: textOf(symbol), decimals: Number(places) };
}

/** A returned string: where it begins, its length, its bytes. Only plain characters are kept. */
function textOf(answer: string): string {
  const body = answer.slice(2);
  const length = BigInt(`0x${body.slice(64, 128) || '0'}`);
  const digits = body.slice(128, 128 + 2 * Number(length > 32n ? 32n : length));
  return new TextDecoder().decode(bytesOf(`0x${digits}`)).replace(/[^\x21-\x7e]/g, '') || '?';
}

/** The number of the newest final block, of the wallet's node. */
export async function finalBlock(provider: Provider): Promise<number> {
  const block = (await provider.request({ method: 'eth_getBlockByNumber', params: ['finalized', false] })) as {
    number?: unknown;
  } | null;
  if (typeof block?.number !== 'string') throw new RangeError('the node knows no final block');
  return Number(BigInt(block.number));
}
