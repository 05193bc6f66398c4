import { expect, test } from 'vitest';
import { inTurn } from './resource';

test('a few are made at a time, and come in their order', async () => {
  let now = 0;
  let most = 0;
  const make = async (n: number) => {
    most = Math.max(most, ++now);
    await new Promise((done) => setTimeout(done, n % 3)); // later ones may be there earlier
    now--;
    return 2 * n;
  };
  const all = [...Array(20).keys()];
  const [one, other] = await Promise.all([inTurn(all, make), inTurn(all, make)]); // two lists of a page
  expect(one).toEqual(all.map((n) => 2 * n));
  expect(other).toEqual(one);
  expect(most).toBe(6);
  expect(await inTurn([], make)).toEqual([]);
});

test('one that fails is the failure of all', async () => {
  const make = async (n: number) => {
    if (n === 4) throw new Error('four');
    return n;
  };
  await expect(inTurn([1, 2, 3, 4, 5, 6, 7, 8], make)).rejects.toThrow('four');
  expect(await inTurn([5, 6], make)).toEqual([5, 6]); // nothing is held up by it
});
