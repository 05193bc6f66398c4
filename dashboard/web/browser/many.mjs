// What tests of many cases share.

/** Numbers that are the same in every run (mulberry32). */
export function dice(seed) {
  return (below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** Works through a list with several at once; gives what `work` gave, in order. */
export async function each(list, atOnce, work) {
  const out = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let i = next++; i < list.length; i = next++) out[i] = await work(list[i]);
    }),
  );
  return out;
}
