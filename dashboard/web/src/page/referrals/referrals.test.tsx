import { afterEach, expect, test } from 'vitest';
import { go } from '../../route';
import { press, show, shows, text, type } from '../../testing/screen';
import { eth, fresh, holder, serve } from '../../testing/server';
import Referrals from '.';

const a = `0x${'aa'.repeat(20)}`;
const b = `0x${'bb'.repeat(20)}`;
const standing = (rank: number, referrer: string) => ({
  rank,
  referrer,
  earned: eth('90000000000000000'),
  nodes: 2,
  purchases: 1,
  self_referrals: 0,
  first: '2026-10-01T00:00:00Z',
});
const credit = (sequence: number, stage: string) => ({
  when: '2026-10-01T00:00:00Z',
  buyer: b,
  nodes: 2,
  paid: eth('900000000000000000'),
  reward: eth('90000000000000000'),
  stage,
  block: 5,
  tx: '0x',
  log_index: 0,
  sequence,
});

let leave = () => {};
afterEach(() => {
  leave();
  go('/referrals');
});

test('the board, and a referrer of it', async () => {
  go('/referrals');
  const { asked } = serve({
    '/api/v1/leaderboard': { ...fresh, standings: [standing(1, a), standing(2, b)] },
    [`/api/v1/holders/${a}`]: holder(a, 1, {
      referral: { ...holder(a, 1).referral, earned: eth('90000000000000000') },
    }),
    [`/api/v1/holders/${a}/referrals`]: (url: URL) => ({
      ...fresh,
      wallet: a,
      codes: [
        { code: 'A&B', live: true },
        { code: 'OLD', live: false },
      ],
      count: 2,
      next: url.searchParams.get('after') ? '' : '9',
      credits: [credit(url.searchParams.get('after') ? 9 : 12, url.searchParams.get('after') ? 'paid' : 'pending')],
    }),
  });
  leave = await show(<Referrals />);
  await shows('0xaaaa…aaaa');
  await type('Wallet', '0x1');
  await press('Show');
  await shows('This is not a wallet');
  await type('Wallet', a);
  await press('Show');
  await shows('/buy?ref=A%26B');
  await shows('Not live');
  await shows('Earned0.09 ETH');
  expect(text()).toContain('Pending');
  await press('Show more');
  await shows('You earned0.09'.slice(0, 10));
  expect(asked.some((p) => p.includes('after=9'))).toBe(true);
  expect(document.querySelector('tr.marked')?.textContent).toContain('You');
});

test('nobody refers yet, and a wallet without a code', async () => {
  go(`/referrals?wallet=${a}`);
  serve({
    '/api/v1/leaderboard': { ...fresh, standings: [] },
    [`/api/v1/holders/${a}`]: holder(a, 0),
    [`/api/v1/holders/${a}/referrals`]: { ...fresh, wallet: a, codes: [], credits: [], count: 0, next: '' },
  });
  leave = await show(<Referrals />);
  await shows('No referrals yet');
  await shows('This wallet has no code');
  await shows('No credits yet');
});
