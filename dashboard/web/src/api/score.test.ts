import { expect, test } from 'vitest';
import { scores } from '../testing/server';
import { standing } from './score';

const at = (n: number) =>
  standing(scores(new URL(`http://x/?nodes=${Array.from({ length: 101 }, (_, i) => n + i).join(',')}`)));

test('the next bracket', () => {
  expect(at(19)).toEqual({ score: '22.8', next: { more: 1, nodes: 20, score: '30' } });
  expect(at(1)).toEqual({ score: '1', next: { more: 4, nodes: 5, score: '6' } });
  expect(at(0)).toEqual({ score: '0', next: { more: 5, nodes: 5, score: '6' } });
  expect(at(20)).toEqual({ score: '30', next: undefined });
});
