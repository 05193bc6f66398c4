import { keccakText } from './keccak';

/** An address with the capitals of its checksum (ERC-55). Throws a RangeError on anything else than 0x and 40 digits. */
export function checksum(address: string): string {
  if (!/^0x[0-9a-fA-F]{40}$/.test(address)) throw new RangeError(`${JSON.stringify(address)} is not an address`);
  const digits = address.slice(2).toLowerCase();
  const hash = keccakText(digits);
  return `0x${[...digits].map((d, i) => ((((hash[i >> 1] as number) >> (i % 2 ? 0 : 4)) & 15) > 7 ? d.toUpperCase() : d)).join('')}`;
}
