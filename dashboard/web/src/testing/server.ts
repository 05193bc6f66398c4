// A server for tests: answers by path, and remembers what was asked. For tests only.
import { vi } from 'vitest';
import { forget } from '../api/http';
import type { Problem } from '../schema/api.gen';

export type Answer = unknown | ((url: URL, init: RequestInit) => unknown);

/** An answer that is a problem document. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly more: Partial<Problem> = {},
  ) {}
}

/** Replaces fetch. Paths are matched without their query; a function may look at it. */
export function serve(answers: Record<string, Answer>): { asked: string[]; answers: Record<string, Answer> } {
  forget();
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    if (init.signal?.aborted) throw init.signal.reason;
    const url = new URL(path, 'http://localhost');
    asked.push(url.pathname + url.search);
    const found = answers[url.pathname];
    const body = typeof found === 'function' ? await (found as (u: URL, i: RequestInit) => unknown)(url, init) : found;
    if (body === undefined) return json(404, { status: 404, code: 'no-such-path', detail: 'there is nothing here' });
    if (body instanceof Refusal)
      return json(body.status, { ...body.more, status: body.status, code: body.code, detail: body.detail });
    if (body instanceof Error) throw body;
    if (body instanceof Uint8Array) return new Response(body as Uint8Array<ArrayBuffer>);
    return json(200, body);
  });
  return { asked, answers };
}

const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });

/** An amount of the API. */
export function eth(amount: string): { asset: string; amount: string; decimals: number; display: string } {
  return { asset: 'ETH', amount, decimals: 18, display: '' };
}

export const fresh = { as_of: { block: 100, time: '2026-11-01T00:00:00Z', final: 96, proof: 'full' } };

/** Texts of a program: the one that the books began with, and one that changed the discount. */
export function texts(change: object = {}) {
  const none = { gone_en: [], gone_zh: [], come_en: [], come_zh: [] };
  return {
    ...fresh,
    texts: [
      { sha256: 'a1'.repeat(32), changes: [], words: none },
      {
        sha256: 'b2'.repeat(32),
        by: 'ann',
        at: '2026-10-01T00:00:00Z',
        why: 'the community asked for it',
        consent: 'bob',
        since: '2026-10-02T00:00:00Z',
        changes: [{ setting: 'sale.discount', old: '"10%"', new: '"12%"' }],
        words: {
          gone_en: ['A code takes 10% off.'],
          gone_zh: ['推荐码可减 10%。'],
          come_en: ['A code takes 12% off.'],
          come_zh: ['推荐码可减 12%。'],
        },
      },
    ],
    ...change,
  };
}

/** A text that waits for consent. */
export const proposedText = {
  sha256: 'c3'.repeat(32),
  by: 'ann',
  at: '2026-10-30T00:00:00Z',
  why: 'the lock is shorter',
  amends: false,
  corrected: [],
  changes: [{ setting: 'token.lock', old: '"2y"', new: '"1y"' }],
  words: {
    gone_en: ['Tokens are locked for 2 years.'],
    gone_zh: ['代币锁定两年。'],
    come_en: ['Tokens are locked for 1 year.'],
    come_zh: ['代币锁定一年。'],
  },
};

const tier = (n: number, price: string, sold: number, perWallet: number | null) => ({
  tier: n,
  price: eth(price),
  size: 10,
  sold,
  left: 10 - sold,
  per_wallet: perWallet,
  listed: false,
});

/** A sale of three tiers of ten nodes. */
export function sale(change: object = {}) {
  return {
    ...fresh,
    program: 'demo',
    title: { en: 'A sale', zh: '一场销售' },
    notes: [],
    chain_id: 1337,
    contract: `0x${'c0'.repeat(20)}`,
    contracts: [],
    buyable: true,
    paused: false,
    vouchers: false,
    announced: [] as object[],
    announced_more: false,
    treasury: '',
    max_nodes: 30,
    open_tier: 1,
    next_price: { ...eth('100000000000000000'), display: '0.1 ETH' },
    tiers: [
      tier(1, '100000000000000000', 4, 1),
      tier(2, '200000000000000000', 10, 2),
      tier(3, '300000000000000000', 0, 0),
    ],
    terms: {
      mode: 'parallel',
      discount: '0.1',
      per_unit: false,
      reward: '0.1',
      above: [],
      reward_of: 'paid' as const,
      settlement: 'on_chain',
    },
    totals: {
      purchases: 3,
      nodes: 14,
      list: eth('2400000000000000000'),
      gross: eth('2400000000000000000'),
      discount: eth('0'),
      referral: eth('0'),
      treasury: eth('0'),
      dust: eth('0'),
      dust_unresolved: 0,
      refunded: eth('0'),
      returned: 0,
      given: 0,
      assets: [{ asset: 'ETH', decimals: 18, paid: '2400000000000000000', rewards: '0', refunded: '0' }],
      flags: {},
    },
    frozen: false,
    pending_blocks: 0,
    ...change,
  };
}

/** A holder's statement. */
export function holder(wallet: string, nodes: number, change: object = {}) {
  const none = eth('0');
  const nothing = { asset: 'USDT', amount: '0', decimals: 6, display: '0 USDT' };
  return {
    ...fresh,
    wallet,
    nodes,
    paid: eth('100000000000000000'),
    used_of_tiers: [1, 0, 0],
    share: {
      earned: nothing,
      payable: nothing,
      in_runs: nothing,
      paid: nothing,
      account: `expenses:share:${wallet}`,
      owed_account: `liabilities:share:${wallet}`,
    },
    rebates: [],
    referral: {
      earned: none,
      pending: none,
      payable: none,
      in_runs: none,
      paid: none,
      nodes: 0,
      purchases: 0,
      codes: [],
    },
    entries: [],
    ...change,
  };
}

/** Scores under the brackets 1, 5 (1.2) and 20 (1.5). */
export function scores(url: URL) {
  const factor = (n: number) => (n === 0 ? 0 : n >= 20 ? 15 : n >= 5 ? 12 : 10);
  const list = (url.searchParams.get('nodes') ?? '').split(',').map(Number);
  const text = (tenths: number) =>
    tenths % 10 === 0 ? String(tenths / 10) : `${Math.floor(tenths / 10)}.${tenths % 10}`;
  return {
    ...fresh,
    rule: 'r1',
    scores: list.map((nodes) => ({ nodes, factor: text(factor(nodes)), score: text(nodes * factor(nodes)) })),
  };
}
