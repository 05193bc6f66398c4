// What a browser wallet is to a page: EIP-1193.

export interface Provider {
  request(call: { method: string; params?: readonly unknown[] | object }): Promise<unknown>;
  on?(event: string, listener: (value: never) => void): unknown;
  removeListener?(event: string, listener: (value: never) => void): unknown;
}

/** A transaction as the API hands it out: nothing in it is computed by the page. */
export interface Call {
  to: string;
  data: string;
  value: string; // wei in digits
  chain_id: number;
}

/** Digits as the quantity that a node reads: 0x and no leading zeros. */
export function quantity(value: bigint): string {
  if (value < 0n) throw new RangeError(`${value} is below zero`);
  return `0x${value.toString(16)}`;
}

/** A quantity of a node. Throws a RangeError on anything else. */
export function parseQuantity(value: unknown): bigint {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]+$/.test(value))
    throw new RangeError(`${JSON.stringify(value)} is not a quantity`);
  return BigInt(value);
}

/** The id of a network in any form that a wallet gives it in: hexadecimal, padded or not, decimal digits, a number, a bigint, or
 * one of them inside an object. undefined: it is none of these, or none that a network has. */
export function chainId(value: unknown): number | undefined {
  if (typeof value === 'object' && value !== null && 'chainId' in value) return chainId(value.chainId);
  if (!['string', 'number', 'bigint'].includes(typeof value)) return undefined;
  const text = String(value).toLowerCase();
  const id = /^(0x[0-9a-f]+|[0-9]+)$/.test(text) ? Number(text) : 0;
  return Number.isSafeInteger(id) && id > 0 ? id : undefined;
}

/** Account addresses in any form that a wallet gives them in: a list or a single text, upper or lower case. */
export function addresses(value: unknown): string[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list
    .filter((a): a is string => typeof a === 'string' && /^0x[0-9a-f]{40}$/i.test(a))
    .map((a) => a.toLowerCase());
}
