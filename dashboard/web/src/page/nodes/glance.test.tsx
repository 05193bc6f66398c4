import { afterEach, beforeEach, expect, test } from 'vitest';
import { setLanguage } from '../../i18n';
import { go } from '../../route';
import { named, press, show, shows, text, type, until } from '../../testing/screen';
import { eth, fresh, holder, scores, serve } from '../../testing/server';
import { group } from '../../wallet/group';
import { label, labels } from '../../wallet/label';
import { sharedLink } from '../../wallet/shown';
import Nodes from '.';
import { addBars, addSums, addWindows, returned, worth } from './earned';

const a = `0x${'aa'.repeat(20)}`;
const b = `0x${'bb'.repeat(20)}`;
const usdt = (amount: string) => ({ asset: 'USDT', amount, decimals: 6, display: `${Number(amount) / 1e6} USDT` });
const sum = (amount: string, value?: string, unpriced = value ? 0 : 1) => ({
  amount: usdt(amount),
  value_usd: value,
  lines: 1,
  unpriced,
});
const windows = (today: string, d: string, w: string, m: string, all: string, value?: string) => ({
  asset: 'USDT',
  today: sum(today),
  day: sum(d),
  days_7: sum(w),
  days_30: sum(m),
  all: sum(all, value),
});
const earnings = (wallet: string, change: object = {}) => ({
  ...fresh,
  wallet,
  through: '2026-11-01T00:00:00Z',
  priced: true,
  by: 'day' as const,
  assets: [windows('0', '250000000', '251000000', '255500000', '1255500000', '1255.5')],
  bars: [
    { from: '2026-10-30T00:00:00Z', to: '2026-10-31T00:00:00Z', sums: [] },
    { from: '2026-10-31T00:00:00Z', to: '2026-11-01T00:00:00Z', sums: [sum('250000000')] },
  ],
  lots: [
    {
      when: '2026-01-10T00:00:00Z',
      sequence: 7,
      tx_hash: `0x${'11'.repeat(32)}`,
      origin: 'bought' as const,
      nodes: 5,
      nodes_left: 5,
      tiers: [
        { tier: 1, nodes: 2 },
        { tier: 2, nodes: 3 },
      ],
      paid: [{ amount: eth('1000000000000000000'), value_usd: '3000', lines: 1, unpriced: 0 }],
      earned: [sum('1200000000', '1200')],
    },
  ],
  rest: [],
  ...change,
});
const tokens = (wallet: string) => ({
  ...fresh,
  wallet,
  locked: { ...eth('3000000000000000000'), asset: 'GPU' },
  grants: [],
  curve: [],
  tranches: [
    {
      amount: { ...eth('3000000000000000000'), asset: 'GPU' },
      unlocks_at: '2027-02-01T00:00:00Z',
      job: 'j',
      slot: 's',
    },
  ],
});
const books = (wallet: string, change: object = {}) => ({
  '/api/v1/score': scores,
  '/api/v1/months': { ...fresh, next: '', months: [{ month: '2026-10', end: '2026-11-01T00:00:00Z' }] },
  '/api/v1/epochs': { ...fresh, next: '', epochs: [] },
  [`/api/v1/holders/${wallet}`]: holder(wallet, 5),
  [`/api/v1/holders/${wallet}/tokens`]: tokens(wallet),
  [`/api/v1/holders/${wallet}/earnings`]: earnings(wallet, change),
  [`/api/v1/holders/${wallet}/payouts`]: { ...fresh, wallet, payouts: [], claims: [] },
});

let leave = () => {};
beforeEach(() => {
  group.value = [];
  labels.value = {};
  go('/nodes');
});
afterEach(async () => {
  leave();
  await setLanguage('en');
});

test('wallets as one: sums, bars and values are exact, and what is below zero is taken off', () => {
  const list = [earnings(a), earnings(b, { assets: [windows('1', '-2', '3', '4', '-5000000', '-5.000001')] })];
  const [all] = addWindows(list);
  expect([all?.today, all?.day, all?.all].map((s) => s?.amount.amount)).toEqual(['1', '249999998', '1250500000']);
  expect(worth(addWindows(list), 'all')).toEqual({ usd: '1250.499999', unpriced: 0 });
  expect(worth(addWindows(list), 'day')).toBeUndefined();
  expect(addBars(list).map((x) => x.sums.map((s) => s.amount.amount))).toEqual([[], ['500000000']]);
  expect(addSums([])).toBeUndefined();
  expect(returned([sum('1', '1200')], [sum('1', '3000')])).toBe('0.4');
  expect(returned([sum('1', '1200')], [sum('1')])).toBeUndefined();
  expect(returned([sum('1')], [sum('1', '3000')])).toBeUndefined();
});

test('the first screen: nodes, what was earned in four spans, the next unlock and the next share, in both languages', async () => {
  group.value = [a];
  serve(books(a));
  leave = await show(<Nodes />);
  await shows('5 nodes');
  await shows('1 day7 days30 days');
  await shows('USDT250251255.5≈1,256');
  await shows('USD–––≈1,256');
  await shows('Whole days (UTC) up to Oct 31, 2026.');
  await shows('Next unlock3 GPU · Feb 1, 2027');
  await shows('Next revenue shareNovember 2026, from Dec 1, 2026 on');
  await shows('To claim nowNothing');
  await setLanguage('zh');
  await shows('下次解锁');
  await shows('截至 2026年10月31日');
});

test('each purchase with its tiers, price, earnings and what of it came back', async () => {
  group.value = [a];
  serve(books(a));
  leave = await show(<Nodes />);
  await shows('By purchase');
  await shows('Jan 10, 202651 (2), 2 (3)1 ETH1,200 USDT40%');
  expect(named('Rewards as CSV')?.getAttribute('href')).toBe(`/api/v1/holders/${a}/rewards.csv`);
  expect(named('Calendar (.ics)')?.getAttribute('href')).toBe(`/api/v1/holders/${a}/unlocks.ics?language=en`);
});

test('nodes that are gone, or that nobody paid for, have no return', async () => {
  const [lot] = earnings(a).lots;
  group.value = [a];
  serve(
    books(a, {
      lots: [
        { ...lot, nodes_left: 2 },
        { ...lot, sequence: 8, origin: 'given', paid: [], tiers: [] },
      ],
    }),
  );
  leave = await show(<Nodes />);
  await shows('2 / 51 (2), 2 (3)1 ETH1,200 USDT–');
  await shows('5GiftGift1,200 USDT–');
});

test('an address names the wallets that it shows, whatever this browser keeps', async () => {
  group.value = [b];
  go(`/nodes?wallet=${a.toUpperCase().replace('0X', '0x')},0x12&name=Team`);
  serve(books(a));
  leave = await show(<Nodes />);
  await shows('Team');
  await shows('The address of this page names them.');
  expect(text()).not.toContain('0xbbbb');
  expect(sharedLink([a])).toBe(`http://localhost:3000/nodes?wallet=${a}&name=Team`);
  await press('Keep them in this browser');
  expect(group.value).toEqual([b, a]);
});

test('a wallet is shown by the name that the reader gives it', async () => {
  group.value = [a];
  serve(books(a));
  leave = await show(<Nodes />);
  await shows('5 nodes');
  await type('Name of 0xaaaa', 'Cold storage');
  await shows('Cold storage0xaaaa…aaaa');
  expect(JSON.parse(localStorage.getItem('nodeledger.labels') as string)).toEqual({ [a]: 'Cold storage' });
  expect(sharedLink([a])).toContain('name=Cold+storage');
  label(a, ' ');
  expect(labels.value).toEqual({});
});

test('what can be claimed comes before everything else, with the way to it', async () => {
  group.value = [a];
  const claim = {
    run: 'r1',
    distributor: `0x${'22'.repeat(20)}`,
    chain_id: 1,
    cumulative: usdt('250000000'),
    claimed: usdt('0'),
    claimable: usdt('250000000'),
    root: `0x${'33'.repeat(32)}`,
    proof: [],
    transaction: { to: '', data: '0x', value: '0', chain_id: 1 },
  };
  serve({ ...books(a), [`/api/v1/holders/${a}/payouts`]: { ...fresh, wallet: a, payouts: [], claims: [claim] } });
  leave = await show(<Nodes />);
  await shows('You can claim 250 USDT');
  const go = await until(() => named('Claim'));
  expect(go.getAttribute('href')).toBe('/payouts');
  expect(text().indexOf('You can claim')).toBeLessThan(text().indexOf('1 day'));
});
