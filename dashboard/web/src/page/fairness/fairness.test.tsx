import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../../i18n';
import type { CodeSum, Fairness } from '../../schema/api.gen';
import { say } from '../../testing/say';
import { show, shows, text, until } from '../../testing/screen';
import { eth, fresh, Refusal, sale, serve, texts } from '../../testing/server';
import SalePage from '../sale';
import FairnessPage from '.';

let leave = () => {};
afterEach(async () => {
  leave();
  await setLanguage('en');
});

const [one, two] = [`0x${'01'.repeat(20)}`, `0x${'02'.repeat(20)}`];
const ether = (whole: number) => eth(`${whole}000000000000000000`);
const sum = (purchases: number, nodes: number, list = 0, discount = 0, reward = 0): CodeSum => ({
  purchases,
  nodes,
  list: ether(list),
  discount: ether(discount),
  reward: ether(reward),
});

function fairness(change: Partial<Fairness> = {}): Fairness {
  const dealt = { ...sum(2, 30, 3000, 300, 270), saved: ether(570) };
  return {
    ...fresh,
    opened: '2026-10-01T12:00:00Z',
    wallets: 209,
    nodes: 1490,
    gini: '0.456789012345678901',
    top: [
      { first: 10, nodes: 92, share: '0.061744966442953020' },
      { first: 100, nodes: 1272, share: '0.853691275167785234' },
    ],
    first_minutes: [
      { minute: 1, purchases: 40, nodes: 500, wallets: 31 },
      { minute: 2, purchases: 5, nodes: 12, wallets: 5 },
    ],
    with_code: sum(5, 84, 8400, 840, 756),
    without_code: sum(300, 1416, 141600),
    referrers: 2400,
    by_referrer: [
      {
        rank: 1,
        referrer: one as string,
        earned: ether(540),
        nodes: 60,
        purchases: 3,
        self_referrals: 0,
        first: '2026-10-01T12:00:00Z',
      },
    ],
    own_code: sum(1, 3, 300, 30, 27),
    mutual: { ...dealt, pairs: 1, saved_share: '0.19', top: [{ ...dealt, wallets: [one as string, two as string] }] },
    two_wallets: say('explain-two-wallets', { together: '0.19', discount: '0.1', back: '0.09' }),
    quotas: [
      { tier: 1, per_wallet: 1, wallets: 180, used_up: 180 },
      { tier: 2, per_wallet: 0, wallets: 0, used_up: 0 },
      { tier: 3, per_wallet: null, wallets: 7, used_up: 0 },
    ],
    funding: { known: false, reason: say('unknown-funding', {}) },
    ...change,
  };
}

const rows = (caption: string) =>
  [...document.querySelectorAll('table')]
    .filter((t) => t.caption?.textContent === caption)
    .flatMap((t) =>
      [...t.querySelectorAll('tbody tr')].map((r) => [...r.querySelectorAll('td')].map((c) => c.textContent)),
    );

test('every figure of how the sale went', async () => {
  serve({ '/api/v1/sale/fairness': fairness() });
  leave = await show(<FairnessPage />);
  await shows('How the sale went');
  await shows('Wallets that bought209');
  expect(text()).toContain('Gini coefficient≈0.4568');
  expect(text()).toContain('Largest 10 wallets92 nodes, ≈6.17%');
  expect(text()).toContain('Largest 100 wallets1,272 nodes, ≈85.37%');
  expect(rows('First minutes')).toEqual([
    ['1', '40', '500', '33.33%', '31'],
    ['2', '5', '12', '0.8%', '5'],
  ]);
  expect(rows('Purchases with and without a code')[3]?.slice(0, 3)).toEqual([
    'of these with each other’s code',
    '2',
    '30',
  ]);
  expect(text()).toContain('1 pair: discount and reward together are 19% of the list price');
  expect(text()).toContain('can save 19% of the list price: a code takes off 10%, and its owner earns 9%');
  expect(text()).toContain('The first 1 of 2,400 referrers.');
  expect(rows('Quotas used up')).toEqual([
    ['1', '1', '180', '180'],
    ['3', 'no limit', '7', '0'],
  ]);
  expect(text()).toContain('transfers between wallets are not in these books');
});

test('nobody dealt with anybody, and there are no quotas', async () => {
  const none = { ...sum(0, 0), saved: ether(0) };
  serve({
    '/api/v1/sale/fairness': fairness({
      mutual: { ...none, pairs: 0, saved_share: '0', top: [] },
      referrers: 0,
      by_referrer: [],
      two_wallets: undefined,
      quotas: [{ tier: 1, per_wallet: null, wallets: 7, used_up: 0 }],
    }),
  });
  leave = await show(<FairnessPage />);
  await shows('There is no pair of wallets');
  expect(text()).not.toContain('Largest referrers');
  expect(text()).not.toContain('Quotas used up');
  expect(text()).not.toContain('can save');
});

test('before the first purchase, and when it cannot be read', async () => {
  const { answers } = serve({ '/api/v1/sale/fairness': fairness({ opened: '' }) });
  leave = await show(<FairnessPage />);
  await shows('Nothing has been bought yet');
  leave();
  answers['/api/v1/sale/fairness'] = new Refusal(500, 'internal', 'the server could not answer; its log says why');
  leave = await show(<FairnessPage />);
  await shows('its log says why');
});

test('in Chinese', async () => {
  await setLanguage('zh');
  serve({ '/api/v1/sale/fairness': fairness() });
  leave = await show(<FairnessPage />);
  await shows('销售经过');
  await shows('基尼系数≈0.4568');
  expect(text()).toContain('账本不含钱包之间的转账');
  expect(text()).not.toMatch(/Largest|Gini|Wallets/);
});

test('the overview leads to it, and asks for nothing of it', async () => {
  const { asked } = serve({ '/api/v1/sale': sale(), '/api/v1/program/texts': texts() });
  leave = await show(<SalePage />);
  const link = await until(() => document.querySelector<HTMLAnchorElement>('a[href="/fairness"]'));
  expect(link.textContent).toContain('Nodes by wallet');
  expect(asked.some((a) => a.includes('fairness'))).toBe(false);
});
