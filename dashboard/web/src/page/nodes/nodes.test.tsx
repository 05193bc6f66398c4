import { afterEach, beforeEach, expect, test } from 'vitest';
import { say } from '../../testing/say';
import { field, named, press, show, shows, text, type } from '../../testing/screen';
import { eth, fresh, holder, scores, serve } from '../../testing/server';
import { group } from '../../wallet/group';
import Nodes from '.';
import { addCurves, unlocks } from './curve';
import { addDecimals } from './held';
import { byMonth, stagesOf } from './month';

const a = `0x${'aa'.repeat(20)}`;
const b = `0x${'bb'.repeat(20)}`;
const gpu = (amount: string) => ({ ...eth(amount), asset: 'GPU' });
const step = (at: string, locked: string, available: string) => ({
  at,
  locked: gpu(locked),
  available: gpu(available),
});
const one = '000000000000000000';

let leave = () => {};
beforeEach(() => {
  group.value = [];
});
afterEach(() => leave());

test('curves of several wallets add up, and none counts before it begins', () => {
  const sum = addCurves([
    [step('2027-01-01T00:00:00Z', '10', '0'), step('2027-03-01T00:00:00Z', '0', '10')],
    [step('2027-02-01T00:00:00Z', '5', '1')],
  ]);
  expect(sum.map((p) => [p.at.slice(0, 7), p.locked.amount, p.available.amount])).toEqual([
    ['2027-01', '10', '0'],
    ['2027-02', '15', '1'],
    ['2027-03', '5', '11'],
  ]);
  expect(addCurves([[], []])).toEqual([]);
});

test('tranches of one instant are one unlock', () => {
  const t = (at: string, amount: string) => ({ amount: gpu(amount), unlocks_at: at, job: 'token-epoch', slot: '' });
  expect(
    unlocks([t('2027-02-01T00:00:00Z', '2'), t('2027-01-01T00:00:00Z', '1'), t('2027-02-01T00:00:00Z', '3')]).map(
      (u) => [u.amount.amount, u.epochs],
    ),
  ).toEqual([
    ['1', 1],
    ['5', 2],
  ]);
});

test('scores add up exactly', () => {
  expect(addDecimals(['22.8', '0.1', '0.2'])).toBe('23.1');
});

const nothing = { asset: 'USDT', amount: '0', decimals: 6, display: '0 USDT' };
const usdt = (amount: string) => ({ ...nothing, amount });
const month = (name: string, end: string, change: object = {}) => ({
  month: name,
  start: '',
  end: `${end}T00:00:00Z`,
  block: '1',
  block_hash: '',
  carried_in: nothing,
  revenue: nothing,
  paid: nothing,
  carried_out: nothing,
  to_buyback: nothing,
  holders_paid: 1,
  closed_by: 'ann',
  closed_at: '',
  corrected: [],
  file: '',
  sequence: 1,
  ...change,
});
const months = [month('2026-03', '2026-04-01'), month('2026-02', '2026-03-01'), month('2026-01', '2026-02-01')];
/** A wallet's share: earned by month, given as the month's last second, what is open, and what is in runs. */
function books(wallet: string, got: Record<string, string>, open: string, inRuns: string) {
  const account = `expenses:share:${wallet}`;
  const total = String(Object.values(got).reduce((n, v) => n + BigInt(v), 0n));
  const paid = String(BigInt(total) - BigInt(open) - BigInt(inRuns));
  return {
    share: {
      earned: usdt(total),
      payable: usdt(open),
      in_runs: usdt(inRuns),
      paid: usdt(paid),
      account,
      owed_account: `liabilities:share:${wallet}`,
    },
    earned: {
      ...fresh,
      account,
      class: 'expenses' as const,
      side: 'debit' as const,
      next: '',
      balances: [{ debit: usdt(total), credit: nothing, balance: usdt(total) }],
      entries: Object.entries(got).map(([last, amount]) => ({
        sequence: 1,
        line: 0,
        kind: 'month',
        effective: `${last}T23:59:59Z`,
        from: `liabilities:share:${wallet}`,
        from_role: 'share' as const,
        to: account,
        to_role: 'share-expense' as const,
        amount: usdt(amount),
      })),
    },
  };
}

test('months say what became of them, the oldest paid first', () => {
  const parts = (...of: ReturnType<typeof books>[]) =>
    byMonth(months, of).map((m) => [m.month, m.open.amount, m.inRun.amount, m.paid.amount]);
  const each = { '2026-01-31': '10', '2026-02-28': '20', '2026-03-31': '30' };
  expect(parts(books(a, each, '30', '20'))).toEqual([
    ['2026-03', '30', '0', '0'],
    ['2026-02', '0', '20', '0'],
    ['2026-01', '0', '0', '10'],
  ]);
  expect(parts(books(a, each, '0', '45'))).toEqual([
    ['2026-03', '0', '30', '0'],
    ['2026-02', '0', '15', '5'],
    ['2026-01', '0', '0', '10'],
  ]);
  // A cancelled run gave everything back.
  expect(parts(books(a, each, '60', '0'))).toEqual([
    ['2026-03', '30', '0', '0'],
    ['2026-02', '20', '0', '0'],
    ['2026-01', '10', '0', '0'],
  ]);
  // Each wallet for itself.
  expect(parts(books(a, { '2026-03-31': '5' }, '5', '0'), books(b, { '2026-03-31': '7' }, '0', '0'))).toEqual([
    ['2026-03', '5', '0', '7'],
    ['2026-02', '0', '0', '0'],
    ['2026-01', '0', '0', '0'],
  ]);
  expect(
    byMonth(months, [books(a, { '2026-03-31': '5' }, '5', '0'), books(b, { '2026-03-31': '7' }, '0', '0')]).map(
      stagesOf,
    ),
  ).toEqual([['open', 'paid'], [], []]);
});

test('the months of a wallet, and why one paid nothing', async () => {
  group.value = [a];
  const { share, earned } = books(a, { '2026-03-31': '250000000' }, '250000000', '0');
  const { asked } = serve({
    ...common,
    ...answers(a, 5),
    [`/api/v1/holders/${a}`]: holder(a, 5, { share }),
    [`/api/v1/ledger/accounts/${share.account}`]: earned,
    '/api/v1/months': {
      ...fresh,
      next: '',
      months: [...months.slice(0, 2), month('2026-01', '2026-02-01', { zero_reason: say('zero-fund-empty') })],
    },
    [`/api/v1/months/2026-02/holders/${a}`]: {
      ...fresh,
      wallet: a,
      nodes: 4,
      amount: nothing,
      zero_reason: say('zero-below-first-bracket', { nodes: '4', bracket: '5' }),
      lines: [],
    },
  });
  leave = await show(<Nodes />);
  await shows('March 2026250 USDTPayable');
  await shows('February 20260 USDT4 nodes, and the first bracket starts at 5');
  await shows('January 20260 USDTthe fund is empty');
  expect(asked.filter((at) => at.includes('/months/'))).toEqual([`/api/v1/months/2026-02/holders/${a}`]);
});

const holdings = (wallet: string) => ({
  ...fresh,
  wallet,
  points: { ...eth(`7${one}`), asset: 'GPOINT' },
  locked: gpu(`100${one}`),
  available: gpu(`50${one}`),
  released: gpu('0'),
  points_account: `register:gpoint:${wallet}`,
  grants: [],
  tranches: [{ amount: gpu(`100${one}`), unlocks_at: '2027-02-01T00:00:00Z', job: 'token-epoch', slot: '2026-11-03' }],
  curve: [],
});

function answers(wallet: string, nodes: number) {
  return {
    [`/api/v1/holders/${wallet}`]: holder(wallet, nodes),
    [`/api/v1/holders/${wallet}/tokens`]: holdings(wallet),
    [`/api/v1/ledger/accounts/expenses:share:${wallet}`]: {
      ...fresh,
      account: '',
      balances: [],
      entries: [],
      next: '',
    },
    [`/api/v1/epochs/epoch/2026-10-31/holders/${wallet}`]: {
      ...fresh,
      wallet,
      amount: eth('0'),
      zero_reasons: [say('zero-no-nodes')],
      lines: [],
      pools: [{ pool: 'validators', amount: eth('0'), score: '', zero_reason: say('zero-no-nodes') }],
    },
  };
}

const common = {
  '/api/v1/score': scores,
  '/api/v1/months': { ...fresh, next: '', months: [] },
  '/api/v1/epochs': (url: URL) => ({
    ...fresh,
    next: '',
    epochs:
      url.searchParams.get('kind') === 'points-epoch'
        ? [{ job: 'epoch', slot: '2026-10-31', kind: 'points-epoch', start: '2026-10-31T00:00:00Z' }]
        : [],
  }),
};

test('nobody yet; then an address is added, remembered, and taken away', async () => {
  serve({ ...common, ...answers(a, 19) });
  leave = await show(<Nodes />);
  await shows('Whose nodes?');
  await type('Add wallets', '0x12');
  await press('Add');
  await shows('0x12 is not a wallet');
  expect(field('Add wallets').getAttribute('aria-invalid')).toBe('true');
  await type('Add wallets', a.toUpperCase().replace('0X', '0x'));
  await press('Add');
  await shows('1 more node lifts your score from 22.8 to 30.');
  await shows('Locked100 GPU');
  expect(JSON.parse(localStorage.getItem('nodeledger.wallets') as string)).toEqual([a]);
  await press('Remove 0xaaaa…aaaa');
  await shows('Whose nodes?');
});

test('two wallets as one holder, each counted for itself', async () => {
  group.value = [a, b];
  serve({ ...common, ...answers(a, 4), ...answers(b, 19) });
  leave = await show(<Nodes />);
  await shows('Nodes23in 2 wallets');
  await shows('Score26.8');
  await shows('One wallet with all of them would score 34.5.');
  await shows('Locked200 GPU');
});

test('a zero says why', async () => {
  group.value = [a];
  serve({ ...common, ...answers(a, 0) });
  leave = await show(<Nodes />);
  await shows('The books have no nodes of this wallet');
  await shows('Points of');
  await shows('holds no nodes at the snapshot');
  await shows('No month has been closed yet');
  await shows('No referral earnings yet');
});

test('points that became tokens', async () => {
  group.value = [a];
  const spent = { ...holdings(a), points: { ...eth('0'), asset: 'GPOINT' } };
  const { answers: all } = serve({ ...common, ...answers(a, 5), [`/api/v1/holders/${a}/tokens`]: spent });
  all[`/api/v1/ledger/accounts/register:gpoint:${a}`] = {
    ...fresh,
    account: '',
    balances: [],
    next: '',
    entries: [
      {
        sequence: 1,
        line: 0,
        kind: 'tge-conversion',
        effective: '2026-07-05T12:00:00Z',
        from: '',
        to: '',
        amount: eth('1'),
      },
    ],
  };
  leave = await show(<Nodes />);
  await shows('They became tokens at the TGE (token generation event).');
  await shows('No epoch has been closed yet.'); // of the token
});

test('statements are links with the period', async () => {
  group.value = [a];
  serve({ ...common, ...answers(a, 1) });
  leave = await show(<Nodes />);
  await type('From', '2026-01-01');
  expect(named('Download CSV')?.getAttribute('href')).toBe(`/api/v1/holders/${a}/statement?from=2026-01-01&format=csv`);
  expect(text()).toContain('Statement');
});
