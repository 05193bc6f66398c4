import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../i18n';
import { followLinks, go, place } from '../../route';
import { say } from '../../testing/say';
import { choose, field, named, press, show, shows, text, type, until } from '../../testing/screen';
import { eth, fresh, Refusal, sale, serve } from '../../testing/server';
import { cssString, footProperty } from '../../ui/print';
import { group } from '../../wallet/group';
import Statement from '.';

const wallet = `0x${'aa'.repeat(20)}`;
const other = `0x${'bb'.repeat(20)}`;
const at = `/api/v1/holders/${wallet}/statement`;
const one = '000000000000000000';
const hash = `0x${'cd'.repeat(32)}`;
const base = { line: 0, counterpart: 'x', source: { origin: 'job', job: 'epoch', slot: '2026-01-06' } };

function statement(change: object = {}) {
  return {
    ...fresh,
    wallet,
    from: '2026-01-01T00:00:00Z',
    to: '2026-02-01T00:00:00Z',
    priced: true,
    recognise: 'accrual',
    unrecognised: [],
    ledger: { sequence: 1462, head: hash },
    totals: [
      {
        year: 2026,
        nature: 'income',
        amount: eth(`1234567${one}`),
        value_usd: '2469751283.5',
        lines: 3,
        unpriced: 1,
      },
      { year: 2026, nature: 'purchase', amount: eth(`2${one}`), lines: 1, unpriced: 1 },
      { year: 2027, nature: 'return', amount: eth('-1234567890123456789'), lines: 1, unpriced: 0, value_usd: '-0.5' },
    ],
    accounts: [
      {
        account: `income:sale:${wallet}`,
        role: 'sale',
        name: say('account-payments'),
        opening: eth(`-5${one}`),
        closing: eth(`-4${one}`),
        entries: [
          {
            ...base,
            when: '2026-01-05T08:02:43Z',
            sequence: 7,
            kind: 'purchase',
            nature: 'purchase',
            reason: say('paid-to-treasury', { nodes: '2' }),
            amount: eth(`-2${one}`),
            balance: eth(`-7${one}`),
            source: { origin: 'evm', chain: 1337, block: 11, tx_hash: hash, log_index: 3 },
          },
          {
            ...base,
            when: '2026-01-06T00:00:00Z',
            sequence: 8,
            kind: 'refund',
            nature: 'return',
            reason: say('refunded'),
            amount: eth(`3${one}`),
            balance: eth(`-4${one}`),
            source: { origin: 'op', operator: 'ann', reference: 'r-1' },
          },
        ],
      },
      {
        account: `expenses:referral:${wallet}`,
        role: 'referral-expense',
        name: say('account-referral-earned'),
        opening: eth('0'),
        closing: eth(`1234567${one}`),
        entries: [
          {
            ...base,
            when: '2026-01-07T00:00:00Z',
            sequence: 9,
            kind: 'purchase',
            nature: 'income',
            reason: say('reward-of-purchase', { nodes: '1', buyer: other }),
            amount: eth(`1234567${one}`),
            balance: eth(`1234567${one}`),
            price_usd: '2000.5',
            value_usd: '2469751283.5',
          },
        ],
      },
    ],
    ...change,
  };
}

let leave = () => {};
beforeEach(() => {
  group.value = [];
  go(`/statement?wallet=${wallet}&from=2026-01-01&to=2026-02-01`);
});
afterEach(async () => {
  leave();
  vi.unstubAllGlobals();
  await setLanguage('en');
});

const card = (title: string) =>
  [...document.querySelectorAll('section')].find((s) => s.querySelector('h2')?.textContent === title)?.textContent ??
  '';

test('who, when, balances, entries, income without returns, and where it comes from', async () => {
  const { asked } = serve({ [at]: statement(), '/api/v1/sale': sale() });
  leave = await show(<Statement />);
  await shows('A sale');
  expect(asked).toContain(`${at}?from=2026-01-01&to=2026-02-01`);
  expect(text()).toContain('Jan 31, 2026');
  expect(card('Balances')).toContain('Payments-5 ETH3 ETH-2 ETH-4 ETH');
  const rows = [...document.querySelectorAll('.st-entries')].map((t) =>
    [...t.querySelectorAll('tbody tr')].map((r) => [...r.children].map((c) => c.textContent)),
  );
  expect(rows[0]?.[0]?.slice(0, 2)).toEqual(['Opening', '-5']);
  expect(rows[0]?.[1]?.slice(2, 5)).toEqual(['Purchase', '-2', '-7']);
  expect(rows[0]?.[1]?.[1]).toContain(`Block 11, log 3, transaction ${hash}`);
  expect(rows[0]?.[2]?.[1]).toContain('Recorded by ann as r-1');
  expect(rows[0]?.at(-1)?.slice(0, 2)).toEqual(['Closing', '-4']);
  expect(rows[1]?.[1]?.[1]).toBe(
    `Referral rewardreward for 1 node that ${other} boughtComputed by epoch for 2026-01-06`,
  );
  expect(rows[1]?.[1]?.slice(2, 7)).toEqual([
    'Income',
    '+1,234,567',
    '1,234,567',
    '2,000.5 USD',
    '2,469,751,283.5 USD',
  ]);
  expect(named('7.0: prove line 0 of transaction 7')?.getAttribute('href')).toBe('/verify?sequence=7&line=0');
  expect(card('Where these figures come from')).toContain(hash);
  expect(card('Where these figures come from')).toContain('block 100 of 2026-11-01 00:00:00 UTC, final to 96');
  expect(named('Download CSV')?.getAttribute('href')).toBe(`${at}?from=2026-01-01&to=2026-02-01&format=csv`);
  expect(named('Download JSON')?.getAttribute('download')).toBe(`statement-${wallet}.json`);
});

test('totals are those of the server, with their value and how many lines have no price', async () => {
  serve({ [at]: statement(), '/api/v1/sale': sale() });
  leave = await show(<Statement />);
  await shows('Totals by year, nature and asset');
  const table = [...document.querySelectorAll('table')].find((t) => t.caption?.textContent?.startsWith('Totals'));
  const rows = [...(table?.querySelectorAll('tbody tr') ?? [])].map((r) =>
    [...r.children].map((c) => `${(c as HTMLElement).dataset.name}=${c.textContent}`),
  );
  expect(rows).toEqual([
    [
      'Year=2026',
      'Nature=Income',
      'Amount=1,234,567 ETH',
      'Entries=3',
      'Value in US dollars=2,469,751,283.5 USD',
      'Without a price=1',
    ],
    ['Year=2026', 'Nature=Purchase', 'Amount=2 ETH', 'Entries=1', 'Value in US dollars=–', 'Without a price=1'],
    [
      'Year=2027',
      'Nature=Return',
      'Amount=-1.234567890123456789 ETH',
      'Entries=1',
      'Value in US dollars=-0.5 USD',
      'Without a price=0',
    ],
  ]);
  expect(text()).toContain('Entries without a price are counted in the amount and not in the value.');
});

test('what is printed: a head on every page of a table, a foot with wallet and period, nothing to press', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  serve({ [at]: statement(), '/api/v1/sale': sale() });
  leave = await show(<Statement />);
  await shows('Opening');
  const heads = [...document.querySelectorAll('.st-entries thead')];
  expect(heads).toHaveLength(2);
  for (const h of heads) expect(h.querySelector('.print-only')?.textContent).toContain(`${wallet} · `);
  for (const e of document.querySelectorAll('button, input, .chips'))
    expect(e.closest('.screen-only, .copy'), e.outerHTML).toBeTruthy();
  expect(document.documentElement.style.getPropertyValue(footProperty)).toContain(wallet);
  await press('Print or save as PDF');
  expect(print).toHaveBeenCalledOnce();
  leave();
  await until(() => document.documentElement.style.getPropertyValue(footProperty) === '');
});

test('the style sheet of paper: A4, a foot from the document, heads that repeat, rows that stay whole', () => {
  const css = readFileSync('src/style/print.css', 'utf8');
  expect(css).toMatch(/@page \{\s*size: A4;/);
  expect(css).toContain(`content: var(${footProperty}, none);`);
  const print = css.slice(css.indexOf('@media print'));
  for (const rule of [
    /\.bar-top[^}]*\.screen-only[^}]*\{\s*display: none;/,
    /--text: #000000;/,
    /--surface: #ffffff;/,
    /\.printed thead \{\s*display: table-header-group;/,
    /\.printed tr \{\s*break-inside: avoid;/,
  ])
    expect(print).toMatch(rule);
  expect(cssString('a "b" \\ c\nd')).toBe('"a \\"b\\" \\\\ c d"');
});

test('nobody chosen yet; a wrong wallet says so; a right one goes into the address', async () => {
  go('/statement');
  group.value = [wallet];
  serve({ [at]: statement(), '/api/v1/sale': sale() });
  leave = await show(<Statement />);
  await shows('Whose statement?');
  expect(named('0xaaaa…aaaa')?.getAttribute('href')).toBe(`/statement?wallet=${wallet}`);
  await type('Wallet', '0x12');
  await press('Show the statement');
  await shows('This is not a wallet');
  expect(field('Wallet').getAttribute('aria-invalid')).toBe('true');
  await type('Wallet', wallet.toUpperCase().replace('0X', '0x'));
  await type('From', '2026-03-01');
  await type('To', '2026-02-01');
  await shows('The end must be after the beginning.');
  await type('To', '2026-04-01');
  document.querySelector('form')?.requestSubmit();
  await until(() => place.value.query.get('wallet') === wallet);
  expect(place.value.query.get('from')).toBe('2026-03-01');
});

test('quick choices are links that keep the wallet', async () => {
  vi.setSystemTime(new Date('2026-02-15T12:00:00Z'));
  serve({ [at]: statement(), '/api/v1/sale': sale() });
  leave = await show(<Statement />);
  await shows('Opening');
  const stop = followLinks();
  const last = named('Last month');
  expect(last?.getAttribute('href')).toBe(`/statement?wallet=${wallet}&from=2026-01-01&to=2026-02-01`);
  expect(last?.getAttribute('aria-current')).toBe('true');
  await press('Everything');
  await until(() => field('From').value === '');
  expect(place.value.query.get('wallet')).toBe(wallet);
  expect(named('This year')?.getAttribute('href')).toBe(`/statement?wallet=${wallet}&from=2026-01-01&to=2027-01-01`);
  stop();
  vi.useRealTimers();
});

test('every digit, on request; a period that is not over says so; without prices there are no columns for them', async () => {
  const long = eth('1234567890123456789');
  const [, earned] = statement().accounts;
  const accounts = [
    { ...earned, entries: [{ ...earned?.entries[0], amount: long, price_usd: undefined, value_usd: undefined }] },
  ];
  const totals = [{ year: 2026, nature: 'income', amount: long, lines: 1, unpriced: 1 }];
  serve({ [at]: statement({ priced: false, accounts, totals, to: '2026-12-01T00:00:00Z' }), '/api/v1/sale': sale() });
  leave = await show(<Statement />);
  await shows('≈+1.234568');
  expect(document.querySelector('.st-entries')?.textContent).not.toContain('1.234567890123456789');
  expect(card('Totals by year, nature and asset')).toContain('1.234567890123456789 ETH');
  expect(text()).toContain('The books are synced to 2026-11-01 00:00:00 UTC, before the end of this period');
  expect(text()).toContain('no values in US dollars');
  expect([...document.querySelectorAll('.st-entries th')].map((t) => t.textContent)).not.toContain('Price');
  choose('Every digit');
  await until(() => document.querySelector('.st-entries')?.textContent?.includes('+1.234567890123456789'));
});

test('a wallet that the books do not have, and an answer that does not come', async () => {
  const { answers } = serve({ [at]: statement({ accounts: [] }), '/api/v1/sale': sale() });
  leave = await show(<Statement />);
  await shows('The books have no account of this wallet');
  leave();
  answers[at] = new Refusal(
    422,
    'invalid',
    'the statement has more than 20000 lines: ask for a shorter time with from and to',
  );
  leave = await show(<Statement />);
  await shows('ask for a shorter time');
  expect(named('Try again')).toBeTruthy();
});

test('in Chinese the reasons of the books are Chinese too', async () => {
  await setLanguage('zh');
  serve({ [at]: statement(), '/api/v1/sale': sale() });
  leave = await show(<Statement />);
  await shows('购买 2 个节点，付给销售金库');
  await shows('购买 1 个节点的推荐奖励');
  expect(text()).toContain('一场销售');
});

test('rewards are income when they are unlocked, if so chosen: it stands in the address, and what comes later is said', async () => {
  const later = { amount: eth(`5${one}`), lines: 12 };
  const { asked } = serve({
    [at]: (url: URL) =>
      url.searchParams.get('recognise') === 'unlock'
        ? statement({ recognise: 'unlock', unrecognised: [later] })
        : statement(),
    '/api/v1/sale': sale(),
  });
  leave = await show(<Statement />);
  await shows('income in the epoch that earned them');
  expect(text()).not.toContain('income later');
  choose('Income when unlocked');
  await shows('income when they can be claimed');
  expect(asked).toContain(`${at}?from=2026-01-01&to=2026-02-01&recognise=unlock`);
  expect(place.value.query.get('recognise')).toBe('unlock');
  expect(card('Totals by year, nature and asset')).toContain('income later, in none of the totals: 5 ETH (12 entries)');
  expect(named('For Koinly')?.getAttribute('href')).toBe(
    `${at}?from=2026-01-01&to=2026-02-01&format=koinly&recognise=unlock`,
  );
  expect(named('This year')?.getAttribute('href')).toContain('recognise=unlock');
});
