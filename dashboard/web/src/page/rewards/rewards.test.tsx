import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { go } from '../../route';
import { say } from '../../testing/say';
import { named, press, show, shows, text, type, until } from '../../testing/screen';
import { eth, fresh, Refusal, serve } from '../../testing/server';
import Rewards, { chosen } from '.';
import { conserved } from './epoch';

const wallet = `0x${'aa'.repeat(20)}`;
const content = new TextEncoder().encode('{"epoch":1}');
const hash = `0x${createHash('sha256').update(content).digest('hex')}`;
const epoch = {
  job: 'epoch',
  slot: '2026-10-31',
  kind: 'points-epoch',
  start: '2026-10-31T00:00:00Z',
  end: '2026-11-01T00:00:00Z',
  block: 90,
  block_hash: '0x',
  asset: 'GPOINT',
  issued: eth('100'),
  file: hash,
  sequence: 7,
};
const pool = {
  pool: 'validators',
  part: '1',
  amount: eth('100'),
  idle: eth('0'),
  carried_in: eth('3'),
  paid: eth('101'),
  carried_out: eth('2'),
  total_score: '5/2',
  holders_paid: 2,
};
const detail = { ...epoch, ...fresh, rule: 'r1', holders: 2, pools: [pool] };

let leave = () => {};
afterEach(() => {
  leave();
  go('/rewards');
});

test('the epoch of an address', () => {
  const of = (q: string) => chosen(new URLSearchParams(q));
  expect(of('epoch=token-epoch/2026-10-31')).toEqual({ job: 'token-epoch', slot: '2026-10-31' });
  expect(of('epoch=tge-drop/2026-07-05T12:00:00Z')?.slot).toBe('2026-07-05T12:00:00Z');
  for (const bad of ['', 'epoch=x', 'epoch=a/b/c', 'epoch=../x', 'epoch=a/%2e%2e%2f']) expect(of(bad)).toBeUndefined();
});

test('a pool that loses a unit is found', () => {
  expect(conserved(pool)).toBe(true);
  expect(conserved({ ...pool, paid: eth('100') })).toBe(false);
});

test('the list, by kind and page by page', async () => {
  go('/rewards');
  const { asked } = serve({
    '/api/v1/epochs': (url: URL) => ({
      ...fresh,
      epochs: [{ ...epoch, slot: `s${url.searchParams.get('after') ?? ''}` }],
      next: url.searchParams.get('after') ? '' : '5',
    }),
  });
  leave = await show(<Rewards />);
  await shows('Available at once');
  expect(named('Open')?.getAttribute('href')).toBe('/rewards?epoch=epoch%2Fs');
  await press('Show more');
  await shows('Daily points');
  expect(asked.some((p) => p.includes('after=5'))).toBe(true);
});

const gpu = (whole: string) => ({ asset: 'GPU', amount: `${whole}000000`, decimals: 6, display: '' });
const money = (whole: string) => ({ ...gpu(whole), asset: 'USDT' });
const quarter = {
  ...fresh,
  quarter: '2026-Q4',
  start: '2026-10-01T00:00:00Z',
  end: '2027-01-01T00:00:00Z',
  revenue: money('900'),
  costs: money('10'),
  to_buyback: money('360'),
  spent: money('180'),
  bought: gpu('150'),
  price: '1.2',
  emitted: gpu('100'),
  dropped: gpu('1000'),
  converted: gpu('200'),
  net: gpu('-50'),
  deflationary: true,
};

test('a quarter: airdrop and converted points stand beside the emission, and the lines make the sum', async () => {
  const { asked, answers } = serve({
    '/api/v1/epochs': { ...fresh, epochs: [], next: '' },
    '/api/v1/ledger/transactions': { ...fresh, next: '', transactions: [{ effective: '2026-05-05T00:00:00Z' }] },
    '/api/v1/quarters/2026-Q4': quarter,
    '/api/v1/quarters/2026-Q2': { ...quarter, quarter: '2026-Q2', end: '2026-07-01T00:00:00Z', net: gpu('-49') },
  });
  leave = await show(<Rewards />);
  await shows('More tokens than before the quarter');
  const tokens = [...document.querySelectorAll('table')].find((t) => t.caption?.textContent === 'Tokens');
  expect(
    [...(tokens?.querySelectorAll('tbody tr') ?? [])].map((r) => [...r.children].map((c) => c.textContent)),
  ).toEqual([
    ['Emitted by the days of the quarter', '+100 GPU'],
    ['Bought back', '-150 GPU'],
    ['Emitted less bought back', '-50 GPU'],
    ['TGE airdrop', '+1,000 GPU'],
    ['Points that became tokens at the TGE', '+200 GPU'],
    ['More tokens than before the quarter', '1,150 GPU'],
  ]);
  expect(text()).toContain('Deflationary: more was bought back than the days emitted.');
  expect(text()).toContain('Average cost of 1 GPU1.2 USDT');
  expect(text()).toContain('these are its figures so far');
  const select = document.querySelector('select') as HTMLSelectElement;
  expect([...select.options].map((o) => o.textContent)).toEqual(['Q4 2026', 'Q3 2026', 'Q2 2026']);
  select.value = '2026-Q2';
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await shows('Emitted less bought back is not what the server says');
  expect(text()).not.toContain('these are its figures so far');
  expect(asked).toContain('/api/v1/quarters/2026-Q2');
  leave();
  answers['/api/v1/quarters/2026-Q4'] = new Refusal(404, 'not-found', 'the program has no token');
  leave = await show(<Rewards />);
  await until(() => asked.filter((a) => a.includes('2026-Q4')).length === 2);
  await until(() => !text().includes('Tokens and buybacks'));
});

test('nothing closed yet', async () => {
  serve({ '/api/v1/epochs': { ...fresh, epochs: [], next: '' } });
  leave = await show(<Rewards />);
  await shows('No epoch has been closed yet');
});

test('one epoch: pools that add up, the computation, and the file’s hash', async () => {
  go('/rewards?epoch=epoch/2026-10-31');
  const { answers } = serve({
    '/api/v1/epochs/epoch/2026-10-31': detail,
    '/api/v1/epochs/epoch/2026-10-31/file': content,
    [`/api/v1/epochs/epoch/2026-10-31/holders/${wallet}`]: {
      ...fresh,
      wallet,
      amount: eth('50'),
      zero_reasons: [],
      pools: [],
      lines: [
        say('pool-heading', { pool: 'validators' }),
        say('line-score-factor', { nodes: '5', factor: '1.2', score: '6' }),
      ],
    },
  });
  leave = await show(<Rewards />);
  await shows('to the base unit. Checked in your browser.');
  await type('Wallet', '0x1');
  await press('Show the computation');
  await shows('This is not a wallet');
  await type('Wallet', wallet);
  await press('Show the computation');
  await shows('score: 5 nodes x 1.2 = 6');
  await press('Check the hash here');
  await shows(`The file of ${content.length} bytes has exactly this hash`);
  answers['/api/v1/epochs/epoch/2026-10-31/file'] = new TextEncoder().encode('{"epoch":2}');
  await press('Check the hash here');
  await shows('not the one in the ledger');
});
