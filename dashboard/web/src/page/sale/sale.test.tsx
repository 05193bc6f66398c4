import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../../i18n';
import { say } from '../../testing/say';
import { named, press, scrollDown, show, shows, text, type, until } from '../../testing/screen';
import { eth, fresh, proposedText, Refusal, sale, serve, texts } from '../../testing/server';
import SalePage from '.';
import { stateOf } from './ladder';

let leave = () => {};
afterEach(async () => {
  leave();
  await setLanguage('en');
});

const readiness = {
  ...fresh,
  at: fresh.as_of.time,
  tiers: 3,
  tiers_sold: 1,
  tiers_closed: 1,
  nodes: 30,
  nodes_sold: 14,
  nodes_left: 6,
  sold_per_day_7: '3.428571428571428571',
  sold_per_day_30: '1',
  sell_out_7: '2026-11-03T00:00:00Z',
  sell_out_30: 'never',
  points_issued: { ...eth('5'), asset: 'GPOINT' },
  tge: {
    state: 'planned',
    at: '2026-12-24T12:00:00Z',
    waits: [{ what: 'plan', at: '2027-01-05T12:00:00Z', by: 'ann' }],
  } as Record<string, unknown>,
  by_tier: [
    { tier: 1, size: 10, sold: 4, left: 6, closed: false, sell_out_7: '2026-11-09T00:00:00Z', sell_out_30: 'never' },
    {
      tier: 2,
      size: 10,
      sold: 10,
      left: 0,
      closed: false,
      sold_out: '2026-05-04T00:00:00Z',
      sell_out_7: 'done',
      sell_out_30: 'done',
    },
    { tier: 3, size: 10, sold: 0, left: 0, closed: true, sell_out_7: 'never', sell_out_30: 'never' },
  ],
  points: {
    emitted: { ...eth('4000000000000000000'), asset: 'GPOINT' },
    sold: { ...eth('1000000000000000000'), asset: 'GPOINT' },
    burnt: { ...eth('2000000000000000000'), asset: 'GPOINT' },
    circulating: { ...eth('3000000000000000000'), asset: 'GPOINT' },
    per_day_7: '1440.5',
    per_day_30: '720.25',
    sold_per_day_7: '0.142857142857142857',
    sold_per_day_30: '0',
    price_usd: '1',
    valuation_usd: '200000000',
  },
};
const estimate = (url: URL) => ({
  ...fresh,
  units: { tokens: 'GPU', points: '', usdt: '', money: 'USD' },
  assumptions: [{ name: 'supply', value: say('value-amount', { amount: '200000000 GPU' }), source: 'program' }],
  scenarios: ['0.1', '1'].map((adoption) => ({
    name: adoption,
    adoption,
    active_nodes: '3',
    tokens_per_node: '26666.66',
    fdv: url.searchParams.get('eth-price') === '1' ? '8000' : '26000000',
  })),
});
const all = {
  '/api/v1/sale': sale(),
  '/api/v1/readiness': readiness,
  '/api/v1/estimate': estimate,
  '/api/v1/program/texts': texts(),
};

test('bars while it loads, then the figures', async () => {
  const { asked } = serve(all);
  leave = await show(<SalePage />);
  expect(text()).toContain('Loading');
  await shows('A sale');
  expect(asked).not.toContain('/api/v1/readiness');
  await scrollDown();
  await shows('Nodes sold14of 30');
  await shows('4 40%');
  await shows('Next node costs0.1 ETH');
  await shows('Last 7 days≈3.4');
  await shows('not at this pace');
  await shows('Points sold1 GPOINT');
  await shows('Points spent (burnt)2 GPOINT');
  await shows('last 7 / 30 days1,440.5 / ≈720.3');
  await shows('Implied valuation at 1 USD a point200,000,000');
  expect(text()).toContain('Every block proven');
  expect([...document.querySelectorAll('tbody tr')].length).toBeGreaterThan(5);
});

test('each tier is dated, a closed one is said to be, and so is the plan of the TGE', async () => {
  serve(all);
  leave = await show(<SalePage />);
  await shows('A sale');
  await scrollDown();
  await shows('Progress to the TGE');
  await shows('1 not on sale');
  expect(text()).toContain('planned for');
  expect(text()).toContain('A plan waits for a second operator');
  expect(text()).toContain('by ann');
  await shows('Nov 9, 2026');
  expect(text()).toContain('May 4, 2026');
});

test('after the TGE there is a report, and nothing is projected', async () => {
  serve({
    ...all,
    '/api/v1/readiness': {
      ...readiness,
      sell_out_7: undefined,
      sell_out_30: undefined,
      tge: {
        state: 'generated',
        at: '2026-07-05T12:00:00Z',
        waits: [],
        report: { tiers_sold: 1, nodes_sold: 12, days: 181, dropped: { ...eth('7'), asset: 'GPU' } },
      },
    },
  });
  leave = await show(<SalePage />);
  await shows('A sale');
  await scrollDown();
  await shows('How the TGE (token generation event) went');
  expect(text()).toContain('Days from the first day of the sale181');
  expect(text()).toContain('Tiers sold out1 / 3');
  expect(text()).toContain('Tokens of the TGE airdrop');
  expect(text()).not.toContain('Last 7 days');
  await setLanguage('zh');
  await shows('代币生成（TGE）结果');
});

test('what each tier is', () => {
  const s = sale();
  expect(s.tiers.map((t) => stateOf(s, t))).toEqual(['open', 'out', 'closed']);
  const sequential = sale({ open_tier: 3, terms: { ...s.terms, mode: 'sequential' } });
  expect(stateOf(sequential, { ...s.tiers[0]!, per_wallet: null })).toBe('later');
  expect(stateOf(s, { ...s.tiers[0]!, listed: true })).toBe('listed');
});

test('what was announced stands beside the tiers, with the times between which it can be made', async () => {
  const change = (setting: string, more: object) => ({
    id: `0x${setting}`,
    call: '0x12345678',
    from: '2026-05-01T00:00:00Z',
    until: '2026-05-15T00:00:00Z',
    setting,
    ...more,
  });
  const announced = [
    change('tier', { tier: 2, price: eth('250000000000000000'), size: 1200, per_wallet: 5 }),
    change('list', { tier: 1, value: 'wallets on a list' }),
    change('discount', { value: '0.05' }),
    change('mode', { value: 'sequential' }),
    change('treasury', { value: `0x${'ab'.repeat(20)}` }),
    change('other', {}),
    change('other', { id: `0x${'cd'.repeat(32)}`, call: '' }), // too long to be kept
  ];
  serve({
    ...all,
    '/api/v1/sale': sale({ announced, announced_more: true, vouchers: true, paused: true, buyable: false }),
  });
  leave = await show(<SalePage />);
  await shows('A sale');
  await scrollDown();
  await shows('Announced changes');
  for (const line of [
    'Price and size of tier 20.25 ETH 1,200 nodes, per wallet: 5',
    'Who may buy of tier 1For a list of wallets',
    'Discount with a code5%',
    'How tiers openone after the other',
    'Another call0x12345678',
    `Another call0x${'cd'.repeat(32)}`,
    'Older ones can still be made, too',
  ]) {
    expect(text()).toContain(line);
  }
  expect(text()).toContain('The sale is paused');
  expect(text()).toContain('A purchase needs a voucher');
  expect(text()).not.toContain('Buy nodes');
  await setLanguage('zh');
  await shows('已公告的变更');
});

test('a problem says what to do, and trying again helps', async () => {
  const { answers } = serve({
    ...all,
    '/api/v1/sale': new Refusal(500, 'internal', 'the server could not answer; its log says why'),
  });
  leave = await show(<SalePage />);
  await shows('This could not be shown');
  await shows('its log says why');
  answers['/api/v1/sale'] = sale();
  await press('Try again');
  await shows('Next node costs');
});

test('an older server, and one that is empty', async () => {
  serve({
    '/api/v1/sale': sale({ tiers: [], open_tier: 0, next_price: undefined, max_nodes: null }),
    '/api/v1/estimate': estimate,
  });
  leave = await show(<SalePage />);
  await shows('No tiers are known yet');
  await shows('This server does not offer this yet.');
});

test('old and frozen books warn', async () => {
  serve({
    ...all,
    '/api/v1/sale': sale({
      frozen: true,
      pending_blocks: 2,
      as_of: { block: 7, time: '2020-01-01T00:00:00Z', final: 3, proof: 'none' },
    }),
  });
  leave = await show(<SalePage />);
  await shows('The books are frozen');
  await shows('2 blocks with purchases wait for finality');
  await shows('The books stand at block 7');
  expect(text()).toContain('Not proven');
});

test('a valuation is in coins until somebody says what a coin costs, and names what it assumes', async () => {
  const { asked } = serve(all);
  leave = await show(<SalePage />);
  await shows('26,666.66 GPU');
  await shows('8,000 ETH');
  expect(asked.some((a) => a.includes('node-price=0.1+ETH&eth-price=1'))).toBe(true);
  expect(text()).toContain('Assumes a supply of 200,000,000 GPU, adoption counted in 30 nodes');
  await type('US dollars for 1 ETH', '3250');
  await shows('26,000,000 USD');
  expect(asked.at(-1)).toContain('node-price=0.1+ETH');
});

test('where a rate is known, coins have their value beside them', async () => {
  const rate = { asset: 'ETH', currency: 'USD', price: '3012.5', day: '2026-10-31', source: 'price-list', others: [] };
  serve({ ...all, '/api/v1/sale': sale({ rate }) });
  leave = await show(<SalePage />);
  await shows('Next node costs0.1 ETH ≈301.25 USD');
  await shows('at 3,012.5 USD for 1 ETH, from the price list of this server for Oct 31, 2026');
});

test('in Chinese', async () => {
  await setLanguage('zh');
  serve(all);
  leave = await show(<SalePage />);
  await shows('一场销售');
  await shows('已售节点14共 30 个');
  expect(await until(() => named('购买节点'))).toBeTruthy();
});

test('every text of the rules, with who let it in, why, and what it changed', async () => {
  const { answers } = serve(all);
  leave = await show(<SalePage />);
  await shows('Proposed byannProposed');
  expect(text()).toContain('Consent bybob');
  expect(text()).toContain('Whythe community asked for it');
  expect(text()).toContain('No longer holdsA code takes 10% off.Holds from then onA code takes 12% off.');
  expect(text()).toContain('The text that the books began with in force before');
  const links = [...document.querySelectorAll('a')].filter((a) => a.textContent === 'Read the text');
  expect(links.map((a) => a.getAttribute('href'))).toEqual(
    ['b2', 'a1'].map((d) => `/api/v1/program/texts/${d.repeat(32)}`),
  );
  expect(document.querySelector(`code[title="${'b2'.repeat(32)}"]`)).not.toBeNull();
  expect(text()).not.toContain('waits for consent');
  leave();
  answers['/api/v1/program/texts'] = texts({ proposed: proposedText });
  leave = await show(<SalePage />);
  await shows('waits for consent');
  expect(text()).toContain('nobody yet: another operator must consent');
  await setLanguage('zh');
  await shows('不再适用代币锁定两年。此后适用代币锁定一年。');
  await shows('同意人bob');
});
