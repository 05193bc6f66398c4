// What the API answers operators, and signing in as one. For tests only.
import { afterEach, beforeEach } from 'vitest';
import { ended, session } from '../api/session';
import Operator from '../page/operator';
import { place } from '../route';
import { disconnect } from '../wallet/account';
import { offers } from '../wallet/discover';
import { named, press, show, type, until } from './screen';
import { type Answer, fresh, proposedText, Refusal, sale, serve, texts } from './server';
import { forgetWallet } from './wallet';

export const usdt = (amount: string) => ({
  asset: 'USDT',
  amount,
  decimals: 6,
  display: `${Number(amount) / 1e6} USDT`,
});
export const secret = 'nlo_fgMmZTfXyDgCx1zsRY';
export const hash = `0x${'f1'.repeat(32)}`;

export const ann = { operator: 'ann', how: 'token:laptop', scopes: ['admin', 'prepare', 'private', 'record'] };
export const bob = { operator: 'bob', how: 'token:desk', scopes: ['approve', 'prepare', 'private'] };

export const month = (name: string, end: string, change: object = {}) => ({
  month: name,
  start: `${name}-01T00:00:00Z`,
  end,
  block: '717',
  block_hash: hash,
  carried_in: usdt('100000000'),
  revenue: usdt('400000000'),
  paid: usdt('300000000'),
  carried_out: usdt('200000000'),
  to_buyback: usdt('0'),
  holders_paid: 2,
  closed_by: 'ann',
  closed_at: end,
  corrected: [],
  file: hash,
  sequence: 70,
  ...change,
});

/** What closing October 2026 would book. */
export const preview = (change: object = {}) => {
  const { closed_by, closed_at, sequence, ...figures } = month('2026-10', '2026-11-01T00:00:00Z');
  return {
    ...fresh,
    ...figures,
    rule: 'r',
    mode: 'brackets',
    factor: '',
    holders: 9,
    close_by: 2,
    stands: false,
    last_month: month('2026-09', '2026-10-01T00:00:00Z', { paid: usdt('250000000') }),
    entering: 1,
    leaving: 0,
    changing_bracket: 1,
    lines: [
      {
        wallet: `0x${'aa'.repeat(20)}`,
        change: 'bracket',
        nodes: 20,
        nodes_before: 5,
        bracket: 20,
        bracket_before: 5,
        amount: usdt('200000000'),
        amount_before: usdt('50000000'),
      },
    ],
    next: '',
    ...change,
  };
};

export const proposal = {
  month: '2026-10',
  reference: 'month-proposal:2026-10-1',
  by: 'ann',
  at: '2026-11-02T00:00:00Z',
  file: hash,
  total: usdt('300000000'),
};

const step = (state: string, operator: string) => ({ state, operator, at: '2026-10-05T00:00:00Z' });
export const run = (change: object = {}) => ({
  run: '2026-10',
  asset: 'USDT',
  method: 'transfer',
  state: 'proposed',
  prepared_at: '2026-10-05T00:00:00Z',
  lines: 2,
  settled_lines: 0,
  total: usdt('300000000'),
  paid: usdt('0'),
  open: usdt('300000000'),
  steps: [step('draft', 'ann'), step('proposed', 'ann')],
  ...change,
});
export const detail = (change: object = {}) => ({
  ...fresh,
  ...run(change),
  minimum: usdt('5000000'),
  waiting: 1,
  file: hash,
  sequence: 71,
  exports: ['csv', 'hledger'],
  warnings: [],
  ...change,
});

export const health = {
  ...fresh,
  lag_seconds: 125,
  warnings: [],
  pending_blocks: 3,
  reorganisations: 1,
  coverage: [{ from: 1, to: 100, proof: 'full' }],
  endpoints: [{ url: 'https://node.example', ready: true, score: 97, latency_ms: 40, lag_blocks: 0 }],
  next_job: { job: 'token-epoch', slot: '2026-11-01', at: '2026-11-02T00:00:00Z' },
  exceptions: 1,
  liabilities: [
    {
      asset: 'USDT',
      payable: usdt('7000000'),
      in_runs: usdt('300000000'),
      owed: usdt('307000000'),
      claims: usdt('0'),
      distributors: usdt('0'),
      from_treasury: usdt('307000000'),
      treasury: usdt('100000000'),
      short: usdt('207000000'),
    },
  ],
};

/** Something that waits. */
export const item = (code: string, place: string, name: string, yours: boolean, params: object = {}) => ({
  text: { code, params, text: `English: ${code}` },
  place,
  name,
  since: '2026-10-05T00:00:00Z',
  scope: 'approve',
  by: 'ann',
  yours,
});
export const inbox = (...items: { yours: boolean }[]) => ({
  ...fresh,
  items,
  yours: items.filter((i) => i.yours).length,
});

export const audit = (reference: string, sequence: number, operator = 'bob') => ({
  kind: 'payout-step',
  operator,
  proof: 'token:desk',
  reference,
  time: '2026-10-06T00:00:00Z',
  sequence,
});

export const account = (name: string, balance: string, entries: object[] = []) => ({
  ...fresh,
  account: name,
  class: 'equity',
  side: 'credit',
  balances: [{ debit: usdt('0'), credit: usdt(balance), balance: usdt(balance) }],
  entries,
  next: '',
});

let leave = () => {};

/** What was sent to be recorded, in order. */
export const sent: { path: string; body: unknown; headers: Record<string, string> }[] = [];

/** An answer to what is sent, which is kept. */
export function keep(answer: Answer): Answer {
  return (url: URL, init: RequestInit) => {
    if (init.method !== 'POST' && init.method !== 'DELETE') return answer;
    sent.push({
      path: url.pathname,
      body: init.body ? JSON.parse(String(init.body)) : undefined,
      headers: init.headers as Record<string, string>,
    });
    return answer;
  };
}

export const at = '/api/v1/operator';

/** The account that a list of months names. */
export const fund = { fund_account: 'equity:fund:share' };

/** Everything that the pages of an operator ask for. */
export const base = (who: object): Record<string, Answer> => ({
  '/api/v1/session': (_: URL, init: RequestInit) =>
    (init.headers as Record<string, string>).Authorization === `Bearer ${secret}`
      ? who
      : new Refusal(401, 'not-authenticated', 'nobody has this token'),
  '/api/v1/sale': sale(),
  '/api/v1/months': {
    ...fresh,
    months: [
      month('2026-09', '2026-10-01T00:00:00Z'),
      month('2026-08', '2026-09-01T00:00:00Z', { paid: usdt('250000000'), holders_paid: 1, sequence: 60 }),
    ],
    next: '',
    ...fund,
  },
  '/api/v1/months/2026-08': {
    ...fresh,
    ...month('2026-08', '2026-09-01T00:00:00Z'),
    due: usdt('250000000'),
    scaled: false,
    rule: 'r',
    mode: 'brackets',
    holders: 9,
  },
  '/api/v1/months/2026-09': {
    ...fresh,
    ...month('2026-09', '2026-10-01T00:00:00Z'),
    due: usdt('600000000'),
    scaled: true,
    rule: 'r',
    mode: 'brackets',
    holders: 9,
  },
  '/api/v1/ledger/accounts/equity:fund:share': account('equity:fund:share', '250000000', [
    {
      sequence: 80,
      line: 1,
      kind: 'revenue',
      effective: '2026-10-09T00:00:00Z',
      from: 'equity:fund:share',
      from_role: 'fund',
      to: 'equity:earnings',
      to_role: 'earnings',
      amount: usdt('50000000'),
    },
  ]),
  '/api/v1/ledger/transactions': {
    ...fresh,
    next: '',
    transactions: [
      {
        sequence: 80,
        kind: 'revenue',
        source: { name: 'ann', reference: 'inv-6' },
        meta: { source: 'dapp', note: 'October' },
        postings: [
          { from: 'income:revenue:dapp', to: 'assets:source:dapp', amount: usdt('83000000') },
          { from: 'equity:fund:share', to: 'equity:earnings', amount: usdt('50000000') },
          { from: 'equity:fund:buyback', to: 'equity:earnings', amount: usdt('33000000') },
        ],
      },
    ],
  },
  '/api/v1/program/texts': texts({ proposed: proposedText }),
  '/api/v1/payouts': { ...fresh, payouts: [run()], next: '' },
  '/api/v1/payouts/2026-10': detail(),
  [`${at}/months/2026-10/preview`]: preview(),
  [`${at}/exceptions`]: { ...fresh, exceptions: [], next: '' },
  [`${at}/health`]: health,
  [`${at}/inbox`]: inbox(),
  [`${at}/revenue/check`]: { sources: [], similar: [] },
  '/api/v1/ledger/trial': {
    ...fresh,
    rows: [{ name: { code: 'report-revenue', params: { source: 'dapp' }, text: 'dapp' } }],
  },
  [`${at}/audit`]: { ...fresh, entries: [audit('2026-10-propose', 72, 'ann')], next: '' },
  [`${at}/operators`]: {
    operators: [{ name: 'bob', keys: [{ label: 'desk', scopes: ['approve'], revoked: true }] }],
    waiting: [],
  },
  [`${at}/holds`]: { holds: [], sanctions: 3 },
});

/** Opens the page, nobody being signed in. */
export async function open(answers: Record<string, Answer>, tab = 'month') {
  leave();
  place.value = { path: '/operator', query: new URLSearchParams({ tab }) };
  const served = serve(answers);
  leave = await show(<Operator />);
  return served;
}

/** Opens the page once more, as loading it again does. */
export async function again(): Promise<void> {
  leave();
  session.value = undefined;
  leave = await show(<Operator />);
}

/** Opens the page and signs in with the token. */
export async function enter(who: object, tab = 'month', change: Record<string, Answer> = {}) {
  const served = await open({ ...base(who), ...change }, tab);
  await type('Token', secret);
  await press('Sign in');
  await until(() => document.querySelector('[role=tablist]'));
  return served;
}

export const button = (name: string) => named(name) as HTMLButtonElement;

/** Before and after each test of a file. */
export function eachAlone(): void {
  beforeEach(() => {
    sent.length = 0;
    localStorage.clear();
  });
  afterEach(() => {
    leave();
    leave = () => {};
    session.value = undefined;
    ended.value = false;
    disconnect();
    forgetWallet();
    offers.value = [];
  });
}
