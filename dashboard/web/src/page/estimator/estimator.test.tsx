import { afterEach, expect, test, vi } from 'vitest';
import { go } from '../../route';
import type { Sale } from '../../schema/api.gen';
import { say } from '../../testing/say';
import { press, show, shows, text, type, until } from '../../testing/screen';
import { fresh, Refusal, sale, serve } from '../../testing/server';
import Estimator, { mostOf } from '.';
import { fieldOf, nameOf, sourceOf } from './assumed';
import { good, names, query, read, write } from './assumption';

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
    multiple: '',
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
      { name: 'token_price', value: say('value-amount', { amount: '0.5 USD' }), source: 'default' },
      { name: 'adoption', value: say('value-part', { part: '0.2' }), source: 'user' },
      { name: 'factor', value: say('value-factor', { nodes: '5', factor: '1.2' }), source: 'program' },
      { name: 'factor', value: say('value-factor', { nodes: '20', factor: '1.5' }), source: 'program' },
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
  await shows('Factor1.5 from 20 nodes');
  await shows('Price of a token0.5 USD');
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

test('who says so, and where it is changed', async () => {
  expect(['wallets', 'adoption_of', 'paid', 'asset_price', 'drop_by', 'supply', 'factor'].map(fieldOf)).toEqual([
    'nodes',
    'adoption-of',
    'node-price',
    'eth-price',
    'drop-by',
    undefined,
    undefined,
  ]);
  const a = read(new URLSearchParams('adoption-of=900'));
  expect(sourceOf({ name: 'paid', value: say('value-no-span'), source: 'user' }, a)).toBe('chain');
  expect(sourceOf({ name: 'adoption_of', value: say('value-number', { value: '900' }), source: 'user' }, a)).toBe(
    'user',
  );
  serve({ '/api/v1/sale': sale(), '/api/v1/estimate': estimate });
  leave = await show(<Estimator />);
  await press('Change: Price of a token');
  expect(
    (document.activeElement as HTMLInputElement).closest('[data-assumption]')?.getAttribute('data-assumption'),
  ).toBe('token-price');
  await type('Adoption of scenario 2', '101');
  await shows('Write a plain number');
});
