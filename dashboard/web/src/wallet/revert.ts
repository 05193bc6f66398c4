// Why a contract refused: its error, decoded from the data that the node gives back.
import { hexOf } from '../proof/hex';
import { keccakText } from '../proof/keccak';

/** The errors of the sale contract and of the distributor, as their ABIs have them, and those of the compiler. */
const signatures = [
  'ZeroQuantity()',
  'UnknownCode(string)',
  'SelfReferral(address)',
  'MaxNodesExceeded(uint256,uint256)',
  'QuotaExceeded(address,uint256,uint256,uint256)',
  'NotEnoughNodes(uint256,uint256)',
  'PriceAboveMax(uint256,uint256)',
  'PaidTooLittle(uint256,uint256)',
  'PurchaseTooLarge(uint256,uint256)',
  'TreasuryRejected(address,uint256)',
  'EnforcedPause()',
  'NoActiveRoot()',
  'InvalidProof(address,uint256,bytes32)',
  'NothingToClaim(address,uint256)',
  'CumulativeBelowClaimed(address,uint256,uint256)',
  'TotalExceeded(uint256,uint256)',
  'Underfunded(uint256,uint256)',
  'EarlierStillPays(address)',
  'Error(string)',
  'Panic(uint256)',
] as const;

export type RevertName = (typeof signatures)[number] extends `${infer N}(${string}` ? N : never;

export interface Revert {
  name: RevertName | 'unknown';
  /** Words of the arguments; of a text its characters. */
  args: (bigint | string)[];
}

const bySelector = new Map<string, string>(signatures.map((s) => [hexOf(keccakText(s)).slice(0, 10), s]));

/** Decodes revert data; undefined when there is none. */
export function decodeRevert(data: unknown): Revert | undefined {
  if (typeof data !== 'string' || !/^0x([0-9a-fA-F]{2}){4,}$/.test(data)) return undefined;
  const signature = bySelector.get(data.slice(0, 10).toLowerCase());
  if (!signature) return { name: 'unknown', args: [] };
  const [name, list = ''] = signature.slice(0, -1).split('(') as [RevertName, string];
  const body = data.slice(10);
  const word = (i: number) => body.slice(64 * i, 64 * i + 64);
  const args: Revert['args'] = [];
  for (const [i, type] of list.split(',').filter(Boolean).entries()) {
    const w = word(i);
    if (w.length !== 64) return { name, args };
    if (type === 'address') args.push(`0x${w.slice(24)}`);
    else if (type === 'string') args.push(stringAt(body, BigInt(`0x${w}`)));
    else args.push(BigInt(`0x${w}`));
  }
  return { name, args };
}

function stringAt(body: string, offset: bigint): string {
  if (offset > BigInt(body.length)) return '';
  const at = Number(offset) * 2;
  const head = body.slice(at, at + 64);
  if (head.length !== 64) return '';
  const size = BigInt(`0x${head}`);
  const digits = body.slice(at + 64, at + 64 + 2 * Number(size > 512n ? 512n : size));
  const bytes = new Uint8Array((digits.match(/../g) ?? []).map((d) => parseInt(d, 16)));
  return new TextDecoder().decode(bytes);
}
