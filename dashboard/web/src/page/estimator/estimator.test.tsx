import { afterEach, expect, test, vi } from 'vitest';
import { go } from '../../route';
import type { Sale } from '../../schema/api.gen';
import { press, show, shows, text, type, until } from '../../testing/screen';
import { fresh, Refusal, sale, serve } from '../../testing/server';
import Estimator, { mostOf } from '.';
import { fieldOf, nameOf, sourceOf } from './assumed';
import { good, names, query, read, write } from './assumption';
import { shownValue } from './value';

vi.mock('../../chart/plot', () => ({ default: () => null })); // there is no canvas here

let leave = () => {};
afterEach(() => {
  leave();
  go('/estimator');
});

test('a link carries every assumption', () => {
  const q = new URLSearchParams(
    'nodes=5,20&adoption=12.5&token-price=0.5&tge=2027-01-01&scenarios=5,10,15&drop-by=score',
  );
  const a = read(q);
  expect(a.scenarios).toEqual(['5', '10', '15']);
  expect(read(new URLSearchParams(write(a)))).toEqual(a);
  expect(Object.values(write(read(new URLSearchParams()))).join('')).toBe('');
  expect(read(new URLSearchParams('scenarios=x,10')).scenarios).toEqual(['10', '10', '40']);
});

test.each([
  ['nodes', '5', true],
  ['nodes', '5, 20', true],
  ['nodes', '0', false],
  ['nodes', '', false],
  ['nodes', '5;20', false],
  ['adoption', '12.5', true],
  ['adoption', '0', false],
  ['adoption', '101', false],
  ['months', '600', true],
  ['months', '601', false],
  ['token-price', '0.000001', true],
  ['token-price', '-1', false],
  ['token-price', '1e3', false],
  ['token-price', '', true],
  ['node-price', '0.1 ETH', true],
  ['node-price', 'free', false],
  ['adoption-of', 'sold', true],
  ['tge', 'soon', false],
  ['drop-by', 'luck', false],
] as const)('%s = %j is good: %s', (name, text, want) => {
  expect(good(name, text)).toBe(want);
});

test('the slider reaches what one wallet can buy', () => {
  const s = sale() as unknown as Sale;
  expect(mostOf(s)).toBe(3); // quotas of 1, 2 and 0
  const open = s.tiers.map((t) => ({ ...t, per_wallet: null }));
  expect(mostOf({ ...s, tiers: open })).toBe(30);
  expect(mostOf({ ...s, tiers: open, max_nodes: 25 })).toBe(25);
  expect(mostOf({ ...s, tiers: [] })).toBe(1);
});

test('a price in the coin is asked for only with the coin’s price', () => {
  const a = read(new URLSearchParams());
  expect(query(a, '15000', '0.1 ETH')).toMatchObject({
    'node-price': '',
    'eth-price': '',
    'adoption-of': '15000',
    adoption: '20%',
    scenarios: '10%,20%,40%',
  });
  expect(query({ ...a, 'eth-price': '3000' }, '1', '0.1 ETH')).toMatchObject({
    'node-price': '0.1 ETH',
    'eth-price': '3000',
  });
  expect(query({ ...a, 'node-price': '600', 'eth-price': '3000' }, '1', '0.1 ETH')).toMatchObject({
    'node-price': '600',
    'eth-price': '',
  });
  expect(query({ ...a, 'node-price': '0.2 ETH' }, '1', '')).toMatchObject({ 'node-price': '' });
  expect(names.length).toBe(15);
});

test('names of assumptions', () => {
  expect(nameOf('factor_from_20')).toBe('Factor from 20 nodes');
  expect(nameOf('token_price')).toBe('Price of a token');
  expect(nameOf('something_new')).toBe('something new');
});

function estimate(url: URL) {
  if (url.searchParams.get('nodes') === '999')
    return new Refusal(422, 'invalid', 'the wallets hold more nodes than are active');
  const outcome = {
    adoption: '0.2',
    active_nodes: '3000',
    score: '6',
    total_score: '3000',
    share: '1/500',
    points_per_day: '0',
    points_per_month: '0',
    points_per_year: '0',
    points: '0',
    points_value: '0',
    drop: '16666.66',
    converted: '0',
    tokens_per_day: '82.07',
    tokens_per_month: '0',
    tokens_per_year: '0',
    tokens: '76666.666',
    tokens_per_node: '15333',
    usdt_per_month: '250',
    usdt: '6000',
    cost: '',
    value: '',
    return: '',
    apr: '13.641',
    fdv: '',
    break_even: 'reached',
    break_even_day: 12,
    break_even_month: 0,
  };
  return {
    ...fresh,
    ...outcome,
    units: { tokens: 'GPU', points: 'GPOINT', usdt: 'USDT', money: 'USD' },
    series: [
      { month: 0, at: '2026-07-05T12:00:00Z', locked: '0', available: '16666', usdt: '0', value: '' },
      { month: 1, at: '2026-08-05T12:00:00Z', locked: '2500', available: '16666', usdt: '250', value: '' },
    ],
    scenarios: [
      { name: '10%', ...outcome, adoption: '0.1' },
      { name: '20%', ...outcome },
    ],
    sensitivity: [],
    assumptions: [
      { name: 'token_price', value: '', source: 'default' },
      { name: 'adoption', value: '0.2', source: 'user' },
    ],
  };
}

test('what follows, and what it assumes', async () => {
  go('/estimator?nodes=5');
  const { asked } = serve({ '/api/v1/sale': sale(), '/api/v1/estimate': estimate });
  leave = await show(<Estimator />);
  await shows('Score60.2% of all scores');
  await shows('Tokens76,666 GPU');
  await shows('Break-evenday 12');
  await shows('APR1,364.1%');
  await shows('Scenarios in which you would hold more nodes than are active are left out.');
  await type('Nodes', '20');
  await until(() => asked.some((a) => a.includes('nodes=20')));
  expect(window.location.search).toContain('nodes=20');
  expect(text()).toContain('Available');
});

test('a refusal keeps what was there, and a mistake is said at its field', async () => {
  serve({ '/api/v1/sale': sale(), '/api/v1/estimate': estimate });
  leave = await show(<Estimator />);
  await shows('Tokens76,666 GPU');
  await type('Nodes', '999');
  await shows('the wallets hold more nodes than are active');
  expect(text()).toContain('76,666');
  await type('Nodes', 'many');
  await shows('Write a plain number');
});

test('values of assumptions as people read them', async () => {
  const units = { tokens: 'GPU', points: 'GPOINT', usdt: 'USDT', money: 'USD' };
  const read = async (name: string, value: string) => {
    leave();
    leave = await show(<p>{shownValue(name, value, units)}</p>);
    return text();
  };
  expect(await read('adoption', '0.2')).toBe('20%');
  expect(await read('supply', '200000000')).toBe('200,000,000 GPU');
  expect(await read('points_issued', '1980000')).toBe('1,980,000 GPOINT');
  expect(await read('token_price', '0.5')).toBe('0.5 USD');
  expect(await read('token_price', '')).toBe('–');
  expect(await read('fund', '0')).toBe('0 USDT');
  expect(await read('paid', '0.1 ETH a node')).toBe('0.1 ETH per node');
  expect(await read('wallets', '5 20')).toBe('5, 20');
  expect(await read('drop', '0.05 of the supply')).toBe('5% of the supply');
  expect(await read('emission', '0.15 of the supply in the first 2y, then x 0.5')).toBe(
    '15% of the supply over 2 years, then × 0.5 each time',
  );
  expect(await read('lock', '90d')).toBe('90 days');
  expect(await read('average_factor', '1.25')).toBe('1.25');
  expect(await read('tge', '2026-07-05T12:00:00Z')).toContain('2026');
  expect(await read('new', 'something else')).toBe('something else');
});

test('who says so, and where it is changed', async () => {
  expect(['wallets', 'adoption_of', 'paid', 'asset_price', 'drop_by', 'supply', 'factor_from_5'].map(fieldOf)).toEqual([
    'nodes',
    'adoption-of',
    'node-price',
    'eth-price',
    'drop-by',
    undefined,
    undefined,
  ]);
  const a = read(new URLSearchParams('adoption-of=900'));
  expect(sourceOf({ name: 'paid', value: '', source: 'user' }, a)).toBe('chain');
  expect(sourceOf({ name: 'adoption_of', value: '900', source: 'user' }, a)).toBe('user');
  serve({ '/api/v1/sale': sale(), '/api/v1/estimate': estimate });
  leave = await show(<Estimator />);
  await press('Change: Price of a token');
  expect(
    (document.activeElement as HTMLInputElement).closest('[data-assumption]')?.getAttribute('data-assumption'),
  ).toBe('token-price');
  await type('Adoption of scenario 2', '101');
  await shows('Write a plain number');
});
