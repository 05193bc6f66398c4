import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { go } from '../../route';
import { say } from '../../testing/say';
import { field, press, show, shows, text, type, until } from '../../testing/screen';
import { fresh, Refusal, serve } from '../../testing/server';
import Estimator from '.';
import { fieldOf, nameOf } from './assumed';
import { good, misread, names, query, read, tooMuch, write } from './assumption';

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
  for (const [text, odd] of [
    ['garbage', 'garbage'],
    ['x,10', 'x,10'],
    ['10,20,40,80', '10,20,40,80'],
    ['10,20', '10,20'],
    ['5,10,15', ''],
    ['', ''],
  ])
    expect(misread(new URLSearchParams({ scenarios: text as string }))).toBe(odd);
});

test.each([
  ['nodes', '5', true],
  ['nodes', '5, 20', true],
  ['nodes', '0', false],
  ['nodes', '', false],
  ['nodes', '5;20', false],
  ['adoption', '12.5', true],
  ['adoption', '12.345678', true],
  ['adoption', '1e1', false],
  ['adoption', '0', false],
  ['adoption', '101', true],
  ['months', '600', true],
  ['months', '601', true],
  ['months', '6.5', false],
  ['currency', 'EUR', true],
  ['currency', 'euro', false],
  ['holder-nodes', '0', false],
  ['token-price', '0.000001', true],
  ['token-price', '-1', false],
  ['token-price', '1e3', false],
  ['token-price', '', true],
  ['node-price', '0.1 ETH', true],
  ['node-price', '0.1ETH', true],
  ['coverage', '50%', true],
  ['coverage', '50%%', false],
  ['node-price', 'free', false],
  ['adoption-of', 'sold', true],
  ['tge', '2027-01-01', true],
  ['tge', '2027-01-01T12:00:00Z', true],
  ['tge', 'soon', false],
  ['drop-by', 'luck', false],
] as const)('%s = %j is good: %s', (name, text, want) => {
  expect(good(name, text)).toBe(want);
});

test('what is too much is measured by the limits of the answer', () => {
  const limits = { nodes: 115, sale: 15000, months: 600 };
  expect(tooMuch('months', '600', limits)).toBe(false);
  expect(tooMuch('months', '601', limits)).toBe(true);
  expect(tooMuch('months', '601', undefined)).toBe(false);
  expect(tooMuch('adoption', '100.1', undefined)).toBe(true);
});

// The page has no arithmetic of its own about prices or nodes: 200 times it asks for what stands in the fields, and for nothing else.
test('the server is asked for what stands in the fields', () => {
  let seed = 1;
  const dice = (n: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % n;
  };
  const texts: Record<(typeof names)[number], string[]> = {
    nodes: ['5', '115', '5,20'],
    months: ['0', '24', '600'],
    adoption: ['10', '12.5', '100'],
    'token-price': ['', '0.25', '1'],
    'eth-price': ['', '3000', '3250.5'],
    'node-price': ['', '600', '0.1 ETH'],
    wallet: ['', `0x${'a1'.repeat(20)}`],
    code: ['', 'ALPHA'],
    'adoption-of': ['', 'sold', '12000'],
    'point-price': ['', '2'],
    'average-factor': ['', '1.25'],
    'drop-by': ['', 'score'],
    coverage: ['', '0.5'],
    fund: ['', '1000'],
    'holder-nodes': ['', '7'],
    currency: ['', 'EUR'],
    rate: ['', '0.92'],
    'point-days': ['', '30'],
    'points-issued': ['', '5000'],
    tge: ['', '2027-01-01'],
  };
  for (let n = 0; n < 200; n++) {
    const a = read(new URLSearchParams());
    for (const name of names) {
      const list = texts[name];
      a[name] = list[dice(list.length)] as string;
    }
    expect(query(a)).toEqual({ ...a, adoption: `${a.adoption}%`, scenarios: '10%,20%,40%' });
  }
  expect(names.length).toBe(20);
});

test('names of assumptions', () => {
  expect(nameOf('token_price')).toBe('Price of a token');
  expect(nameOf('something_new')).toBe('something new');
});

function estimate(url: URL) {
  if (url.searchParams.get('nodes') === '999')
    return new Refusal(409, 'not-enough', 'nodes: 999 are asked for, and one wallet can buy 115 at most now');
  if (url.searchParams.get('nodes') === 'many' || url.searchParams.get('holder-nodes') === '0')
    return new Refusal(422, 'invalid', 'one of these is not a whole number above 0');
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
    fund_needed: '150000',
    fund: '150000',
    cost: '156727.478438536825626',
    value: '',
    local: { cost: '144189.28', value: '', fdv: '' },
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
    units: { tokens: 'GPU', points: 'GPOINT', usdt: 'USDT', money: 'USD', local: 'EUR', asset: 'ETH' },
    limits: { nodes: 115, sale: 15000, months: 600 },
    notes: [say('note-after-tge', { tge: '2026-07-05T12:00:00Z', start: '2027-01-05T00:00:00Z' })],
    sources: [
      { setting: 'revenue.share', origin: 'seed', items: [], en: 'Earnings “till date”.', zh: '截至当时。' },
      { setting: 'token.emission', origin: 'seed', items: [2, 11], en: 'Read as item 11.', zh: '采用第 11 条。' },
    ],
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
      {
        name: 'paid',
        value: say('value-quote-of-books', { price: '52.24 ETH', nodes: '115' }),
        source: 'quote',
      },
      { name: 'token_price', value: say('value-amount', { amount: '0.5 USD' }), source: 'default' },
      { name: 'adoption', value: say('value-part', { part: '0.2' }), source: 'user' },
      { name: 'months', value: say('value-number', { value: '24' }), source: 'user' },
      { name: 'factor', value: say('value-factor', { nodes: '5', factor: '1.2' }), source: 'program' },
      { name: 'factor', value: say('value-factor', { nodes: '20', factor: '1.5' }), source: 'program' },
    ],
  };
}

test('what follows, and what it assumes', async () => {
  go('/estimator?nodes=5');
  const { asked } = serve({ '/api/v1/estimate': estimate });
  leave = await show(<Estimator />);
  await shows('Score60.2% of all scores');
  await shows('Cost≈156,727 USD');
  await shows('Cost in your currency≈144,189 EUR');
  await shows('Price52.24 ETH, quote of the books: 115 nodesQuote of the books');
  await shows('Fund that the monthly share would need150,000 USDT150,000 a month is assumed to be there');
  await shows('The program file says of the monthly share: Earnings “till date”.');
  await shows('all that was emitted before');
  await shows('token.emissionSeed 2, 11Read as item 11.');
  await shows('One wallet can buy 115 at most now.');
  await shows('Tokens≈76,667 GPU');
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
  serve({ '/api/v1/estimate': estimate });
  leave = await show(<Estimator />);
  await shows('Tokens≈76,667 GPU');
  await type('Nodes', '999');
  await shows('one wallet can buy 115 at most now');
  expect(text()).toContain('76,667');
  await type('Nodes', 'many');
  await shows('Write whole numbers above 0');
  await type('Months from the start', '601');
  await shows('Write a whole number from 0 to 600.');
});

test('an address with a value that is refused shows why, and not that something is loading', async () => {
  go('/estimator?holder-nodes=0');
  serve({ '/api/v1/estimate': estimate });
  leave = await show(<Estimator />);
  await shows('one of these is not a whole number above 0');
  expect(document.querySelector('.skeleton')).toBeNull();
  await shows('Write a whole number above 0.');
});

test('scenarios of an address that cannot be read are said, until something is changed', async () => {
  serve({ '/api/v1/estimate': estimate });
  go('/estimator?scenarios=garbage');
  leave = await show(<Estimator />);
  await shows('The address says “garbage” for the scenarios');
  await shows('Here they are 10%, 20%, 40%.');
  await type('Nodes', '11');
  await until(() => !text().includes('garbage'));
  await act(async () => go('/estimator?scenarios=1,2,3'));
  await shows('Tokens≈76,667 GPU');
  expect(text()).not.toContain('for the scenarios');
});

test('another address has other assumptions, and the form writes what stands in it', async () => {
  const { asked } = serve({ '/api/v1/estimate': estimate });
  go('/estimator?nodes=7');
  leave = await show(<Estimator />);
  await until(() => asked.some((a) => a.includes('nodes=7')));
  await act(async () => go('/estimator?nodes=9&months=12'));
  await until(() => asked.some((a) => a.includes('nodes=9') && a.includes('months=12')));
  expect(field('Nodes').value).toBe('9');
  await type('Nodes', '');
  expect(field('Nodes').value).toBe('');
  await type('Nodes', '11');
  expect(window.location.search).toBe('?months=12&nodes=11');
});

test('figures that stand beside a refusal say of how many months they are', async () => {
  serve({ '/api/v1/estimate': estimate });
  leave = await show(<Estimator />);
  await shows('20% adoption, 24 months');
  await type('Nodes', '999');
  await type('Months from the start', '36');
  await shows('one wallet can buy 115 at most now');
  expect(text()).toContain('20% adoption, 24 months');
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
  serve({ '/api/v1/estimate': estimate });
  leave = await show(<Estimator />);
  await press('Change: Price of a token');
  expect(
    (document.activeElement as HTMLInputElement).closest('[data-assumption]')?.getAttribute('data-assumption'),
  ).toBe('token-price');
  await type('Adoption of scenario 2', '101');
  await shows('Write a number above 0 and at most 100.');
});
