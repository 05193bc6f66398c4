// English has two forms of a noun, Chinese one: Chinese texts need nothing of this.

/** 1 node, 2 nodes, 1,000 nodes. shown is the number as it is written. */
export function count(n: number | bigint, one: string, other: string, shown = n.toLocaleString('en')): string {
  return `${shown} ${BigInt(n) === 1n ? one : other}`;
}
