// Bytes and their hexadecimal form, 0x first.

export type Bytes = Uint8Array<ArrayBuffer>;

/** Reads 0x and an even number of digits; of a given length in bytes when one is named. Throws a RangeError otherwise. */
export function bytesOf(hex: string, length?: number): Bytes {
  if (!/^0x([0-9a-fA-F]{2})*$/.test(hex) || (length !== undefined && hex.length !== 2 + 2 * length)) {
    const shown = hex.length > 40 ? `${hex.slice(0, 40)}…` : hex;
    throw new RangeError(
      `${JSON.stringify(shown)} is not 0x and ${length === undefined ? 'pairs of' : 2 * length} hexadecimal digits`,
    );
  }
  const out = new Uint8Array((hex.length - 2) / 2);
  for (let i = 0; i < out.length; i++) out[i] = parseInt(hex.slice(2 + 2 * i, 4 + 2 * i), 16);
  return out;
}

export function hexOf(bytes: Uint8Array): string {
  let out = '0x';
  for (const b of bytes) out += b.toString(16).padStart(2, '0');
  return out;
}

export function join(...parts: Uint8Array[]): Bytes {
  const out = new Uint8Array(parts.reduce((n, p) => n + p.length, 0));
  let at = 0;
  for (const p of parts) {
    out.set(p, at);
    at += p.length;
  }
  return out;
}

export function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((v, i) => v === b[i]);
}

/** Order of the bytes, as Solidity compares a bytes32. */
export function compare(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const d = (a[i] as number) - (b[i] as number);
    if (d !== 0) return d;
  }
  return a.length - b.length;
}

/** A whole number, big-endian, in so many bytes. Throws when it does not fit. */
export function numberBytes(value: bigint, size: number): Bytes {
  if (value < 0n || value >> BigInt(8 * size) !== 0n) throw new RangeError(`${value} does not fit into ${size} bytes`);
  const out = new Uint8Array(size);
  for (let i = size - 1, rest = value; i >= 0 && rest > 0n; i--, rest >>= 8n) out[i] = Number(rest & 0xffn);
  return out;
}
