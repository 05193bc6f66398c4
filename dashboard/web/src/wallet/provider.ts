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
