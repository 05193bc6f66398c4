import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../i18n';
import type { Amount } from '../../money';
import { go, place } from '../../route';
import { say } from '../../testing/say';
import { choose, named, press, show, shows, text, until } from '../../testing/screen';
import { eth, fresh, Refusal, sale, serve } from '../../testing/server';
import { footProperty } from '../../ui/print';
import Books from '.';

const own = `0x${'aa'.repeat(20)}`;
const contract = `0x${'cc'.repeat(20)}`;
const at = '/api/v1/ledger';
const usdt = (amount: string): Amount => ({ asset: 'USDT', amount, decimals: 6, display: '' });
const line = (kind: string, name: ReturnType<typeof say>, amount: Amount) => ({ kind, name, amount });

function sheet(change: object = {}) {
  return {
    ...fresh,
    assets: {
      lines: [
        line(`assets:wallet:${own}`, say('report-wallet', { wallet: own }), eth('1500000000000000001')),
        line(`assets:wallet:${own}`, say('report-wallet', { wallet: own }), usdt('2000500000')),
        line('assets:source:dapp', say('report-source', { source: 'dapp' }), usdt('-500000')),
      ],
      totals: [eth('1500000000000000001'), usdt('2000000000')],
    },
    liabilities: {
      lines: [line('liabilities:share:*', say('report-share'), usdt('500000000'))],
      totals: [usdt('500000000')],
    },
    equity: {
      lines: [
        line('equity:treasury-tokens', say('report-own-tokens'), usdt('-250000000')),
        line('result', say('report-result'), eth('1500000000000000001')),
        line('result', say('report-result'), usdt('1750000000')),
      ],
      totals: [eth('1500000000000000001'), usdt('1500000000')],
    },
    ...change,
  };
}

const income = {
  ...fresh,
  from: '2026-07-01T00:00:00Z',
  to: '2026-10-01T00:00:00Z',
  income: { lines: [line('income:sale:*', say('report-sales'), eth('5'))], totals: [eth('5')] },
  expenses: {
    lines: [line('expenses:cost:fiat', say('report-cost', { source: 'fiat' }), usdt('7'))],
    totals: [usdt('7')],
  },
  result: [eth('5'), usdt('-7')],
};

const flow = (wallet: string) => ({
  ...fresh,
  wallet,
  assets: [
    {
      asset: 'USDT',
      opening: usdt('10000000'),
      lines: [
        {
          kind: 'equity:suspense',
          role: 'suspense',
          name: say('report-suspense'),
          in: usdt('2500000'),
          out: usdt('0'),
        },
        {
          kind: 'liabilities:payout:*:*',
          role: 'payout',
          name: say('report-runs'),
          in: usdt('0'),
          out: usdt('12000000'),
        },
      ],
      closing: usdt('500000'),
    },
  ],
});

const trial = {
  ...fresh,
  sums: [],
  rows: [
    { kind: `assets:sale:${contract}`, name: say('report-contract', { wallet: contract }), wallet: contract },
    { kind: `assets:wallet:${own}`, name: say('report-wallet', { wallet: own }), wallet: own },
    { kind: `assets:wallet:${own}`, name: say('report-wallet', { wallet: own }), wallet: own },
    { kind: 'equity:earnings', name: say('report-earnings') },
    { kind: 'register:node:issuance' },
  ],
};

const row = (asset: Amount, change: object) => ({
  account: `assets:wallet:${own}`,
  name: say('report-wallet', { wallet: own }),
  wallet: own,
  books: asset,
  chain: asset,
  difference: { ...asset, amount: '0' },
  assurance: 'proven',
  note: say('reconciled-equal'),
  exceptions: [],
  ...change,
});

const compared = (...rows: object[]) => ({
  block: 736,
  block_hash: `0x${'ab'.repeat(32)}`,
  at: '2026-11-01T00:00:00Z',
  differences: 0,
  rows,
});

const answers = () => ({
  '/api/v1/sale': sale(),
  [`${at}/transactions`]: { ...fresh, next: '', transactions: [{ effective: '2026-01-05T00:00:12Z' }] },
  [`${at}/trial`]: trial,
  [`${at}/balance-sheet`]: sheet(),
  [`${at}/income-statement`]: income,
  [`${at}/cash-flow/${own}`]: flow(own),
  [`${at}/cash-flow/${contract}`]: flow(contract),
  [`${at}/reconciliation`]: compared(row(usdt('61700000'), {})),
});

let leave = () => {};
beforeEach(() => go('/books'));
afterEach(async () => {
  leave();
  vi.unstubAllGlobals();
  await setLanguage('en');
});

/** The figures of a report: each row's name and its figures by column. */
const figures = (n = 0) =>
  [...(document.querySelectorAll('.bk-figures')[n]?.querySelectorAll('tbody tr') ?? [])].map((r) =>
    [...r.children].map((c) => (c.querySelector('.bk-name') ?? c).textContent?.replace(/\s+/g, ' ')),
  );

const pick = (label: string, value: string) => {
  const found = [...document.querySelectorAll<HTMLLabelElement>('.field label')].find((l) => l.textContent === label);
  const select = document.getElementById(found?.htmlFor ?? '') as HTMLSelectElement;
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
};

test('a balance sheet: sections, accounts with their paths, totals, one column for each asset, and the difference', async () => {
  const { asked } = serve(answers());
  leave = await show(<Books />);
  await shows('Total equity');
  expect(asked).toContain(`${at}/balance-sheet`);
  expect([...document.querySelectorAll('.bk-figures thead tr:last-child th')].map((c) => c.textContent)).toEqual([
    'Account',
    'ETH',
    'USDT',
  ]);
  expect(figures()).toEqual([
    ['Assets'],
    ['wallet 0xaaaa…aaaa', '≈1.500000', '2,000.5'],
    ['held at the source dapp', '–', '-0.5'],
    ['Total assets', '≈1.500000', '2,000.0'],
    ['Liabilities'],
    ['revenue shares, in no payout run yet', '–', '500.0'],
    ['Total liabilities', '0.000000', '500.0'],
    ['Equity'],
    ['own tokens at cost', '–', '-250.0'],
    ['result since the beginning', '≈1.500000', '1,750.0'],
    ['Total equity', '≈1.500000', '1,500.0'],
    ['Liabilities + equity', '≈1.500000', '2,000.0'],
    ['Assets less liabilities and equity', '0.000000', '0.0'],
  ]);
  expect(document.querySelector('.bk-account > code')?.textContent).toBe(`assets:wallet:${own}`);
  expect(text()).toContain('the difference is 0 in every asset, to the base unit. Checked in your browser.');
  expect(text()).toContain('block 100 of 2026-11-01 00:00:00 UTC, final to 96');
  expect(text()).toContain('Every block proven');
  choose('Every digit');
  await until(() => figures()[1]?.[1] === '1.500000000000000001');
});

test('a sheet that is out by one base unit is not called balanced, nor one whose lines are not its totals', async () => {
  const off = sheet();
  const [first, ...others] = off.assets.lines;
  const wrong = { ...off.assets, totals: [eth('1500000000000000002'), usdt('2000000000')] };
  const served = serve({ ...answers(), [`${at}/balance-sheet`]: sheet({ assets: wrong }) });
  leave = await show(<Books />);
  await shows('The sheet does not add up');
  expect(figures().at(-1)).toEqual(['Assets less liabilities and equity', '<0.000001', '0.0']);
  leave();
  const lines = [{ ...first, amount: eth('1500000000000000003') }, ...others];
  served.answers[`${at}/balance-sheet`] = sheet({ assets: { ...off.assets, lines } });
  leave = await show(<Books />);
  await shows('The sheet does not add up');
  expect(figures().at(-1)).toEqual(['Assets less liabilities and equity', '0.000000', '0.0']);
});

test('the end of a month is asked for, and it is in the address; a period that is not over says so', async () => {
  const { asked } = serve(answers());
  leave = await show(<Books />);
  await shows('Total equity');
  choose('Month');
  await until(() => place.value.query.get('period') === '2026-10');
  await until(() => asked.includes(`${at}/balance-sheet?at=2026-11-01`));
  await shows('The end of Oct 31, 2026, UTC');
  const months = [...document.querySelectorAll('.bk-choose option')].map((o) => (o as HTMLOptionElement).value);
  expect([months[0], months.at(-1), months.length]).toEqual(['2026-11', '2026-01', 11]);
  expect(text()).not.toContain('before the end of this period');
  pick('Month', '2026-11');
  await until(() => asked.includes(`${at}/balance-sheet?at=2026-12-01`));
  await shows('synced to 2026-11-01 00:00:00 UTC, before the end of this period');
  choose('Now');
  await until(() => !place.value.query.has('period'));
});

test('an income statement of a quarter', async () => {
  go('/books?show=income&period=2026-Q3');
  const { asked } = serve(answers());
  leave = await show(<Books />);
  await shows('Total expenses');
  expect(asked).toContain(`${at}/income-statement?from=2026-07-01&to=2026-10-01`);
  expect(asked.some((a) => a.includes('balance-sheet'))).toBe(false);
  expect(text()).toContain('Q3 2026: Jul 1, 2026 to Sep 30, 2026');
  choose('Every digit');
  await until(() => figures().at(-1)?.[1] === '0.000000000000000005');
  expect(figures().at(-1)).toEqual(['Result: income less expenses', '0.000000000000000005', '-0.000007']);
  expect(text()).toContain('Income less expenses = result');
});

test('a result that is not income less expenses is found', async () => {
  go('/books?show=income');
  serve({ ...answers(), [`${at}/income-statement`]: { ...income, result: [eth('5'), usdt('7')] } });
  leave = await show(<Books />);
  await shows('The statement does not add up');
});

test('a cash flow by wallet: from opening to closing, wallets first, contracts to choose', async () => {
  go('/books?show=flow&period=2026');
  const { asked } = serve(answers());
  leave = await show(<Books />);
  await shows('Cash flow in USDT');
  expect(asked).toContain(`${at}/cash-flow/${own}?from=2026-01-01&to=2027-01-01`);
  expect(figures()).toEqual([
    ['Opening balance', '', '', '10.0'],
    ['suspense: movements that nothing explains yet', '2.5', '0', ''],
    ['payout runs', '0.0', '12', ''],
    ['All that came and went', '2.5', '12', ''],
    ['Closing balance', '', '', '0.5'],
  ]);
  expect(text()).toContain('Opening + in − out = closing');
  const options = [...document.querySelectorAll('.bk-choose .field:last-child option')].map((o) => o.textContent);
  expect(options).toEqual(['Wallet 0xaaaa…aaaa', 'Sale contract 0xcccc…cccc']);
  pick('Wallet', contract);
  await until(() => asked.includes(`${at}/cash-flow/${contract}?from=2026-01-01&to=2027-01-01`));
  expect(place.value.query.get('wallet')).toBe(contract);
});

test('a cash flow that loses something is found; one without a wallet says so', async () => {
  go('/books?show=flow');
  const lost = { ...flow(own), assets: flow(own).assets.map((f) => ({ ...f, closing: usdt('500001') })) };
  const served = serve({ ...answers(), [`${at}/cash-flow/${own}`]: lost });
  leave = await show(<Books />);
  await shows('The cash flow does not add up');
  leave();
  served.answers[`${at}/trial`] = { ...trial, rows: trial.rows.slice(3) };
  leave = await show(<Books />);
  await shows('No wallet of the project is in the books yet');
});

test('the comparison with the chain: equal and proven', async () => {
  go('/books?show=chain');
  serve(answers());
  leave = await show(<Books />);
  await shows('1 balance is what the chain says, to the base unit');
  const cells = [...document.querySelectorAll('tbody td')].map(
    (c) => `${(c as HTMLElement).dataset.name}=${c.textContent}`,
  );
  expect(cells.slice(1)).toEqual([
    'Books=61.7 USDT',
    'Chain=61.7 USDT',
    'Difference=0 USDT',
    'Result=Equal',
    'Chain’s figure=Proven',
  ]);
  expect(text()).toContain('At block736');
  expect(text()).not.toContain('Notes');
});

test('differences: explained, not explained, not known; proven or the endpoints’ word; what waits for an explanation', async () => {
  go('/books?show=chain');
  const coin = row(eth('5'), {
    chain: eth('3'),
    difference: eth('-2'),
    note: say('reconciled-coin'),
    assurance: 'reported',
    unproven: 'the node keeps no state',
    exceptions: ['a', 'b'],
  });
  const served = serve({ ...answers(), [`${at}/reconciliation`]: compared(row(usdt('1'), {}), coin) });
  leave = await show(<Books />);
  await shows('1 of 2 balances differs, and it is known why');
  for (const part of [
    'Explained',
    'Endpoints’ word',
    'the node keeps no state',
    '2 movements wait for an operator’s explanation',
    'what the sale brings and what a Safe executes',
  ])
    expect(text()).toContain(part);
  leave();
  const differs = row(usdt('1'), { difference: usdt('1'), note: say('reconciled-differs') });
  const unknown = row(usdt('2'), {
    chain: undefined,
    difference: undefined,
    assurance: 'unknown',
    unproven: 'nobody keeps it',
    note: say('reconciled-unknown', { why: 'nobody keeps it' }),
  });
  served.answers[`${at}/reconciliation`] = compared(coin, unknown);
  leave = await show(<Books />);
  await shows('1 of 2 balances could not be compared');
  expect(text()).toContain('what the chain has is not known: nobody keeps it');
  leave();
  served.answers[`${at}/reconciliation`] = compared(differs, coin, unknown);
  leave = await show(<Books />);
  await shows('1 of 3 balances differs without an explanation');
  expect(document.querySelector('.notice.bad')?.textContent).toContain('An operator must find out why');
  expect([...document.querySelectorAll('[data-name=Result]')].map((c) => c.textContent)).toEqual([
    'Not explained',
    'Explained',
    'Not compared',
  ]);
});

test('what was never compared is not called equal', async () => {
  go('/books?show=chain');
  const served = serve({
    ...answers(),
    [`${at}/reconciliation`]: new Refusal(404, 'not-found', 'the wallets were not compared with the chain yet'),
  });
  leave = await show(<Books />);
  await shows('The wallets have not been compared with the chain yet');
  expect(text()).toContain('So it is not known whether they hold what the books say');
  expect(text()).toContain('nodeledger ledger reconcile');
  expect((named('Print or save as PDF') as HTMLButtonElement).disabled).toBe(true);
  leave();
  served.answers[`${at}/reconciliation`] = compared();
  leave = await show(<Books />);
  await shows('There was nothing to compare');
  leave();
  served.answers[`${at}/reconciliation`] = new Refusal(500, 'internal', 'broken');
  leave = await show(<Books />);
  await shows('This could not be shown');
});

test('a report is printed without what can be pressed, with its head on every page and its name at the foot', async () => {
  const print = vi.fn();
  vi.stubGlobal('print', print);
  go('/books?show=flow&period=2026-Q3');
  serve(answers());
  leave = await show(<Books />);
  await shows('Cash flow in USDT');
  for (const e of document.querySelectorAll('button, input, select'))
    expect(e.closest('.screen-only, .copy, .tabs'), e.outerHTML).toBeTruthy();
  for (const h of document.querySelectorAll('.bk-figures thead'))
    expect(h.querySelector('.print-only')?.textContent).toContain(`${own}`);
  expect(document.documentElement.style.getPropertyValue(footProperty)).toContain('Cash flow · Q3 2026');
  await press('Print or save as PDF');
  expect(print).toHaveBeenCalledOnce();
  expect(named('Download JSON')?.getAttribute('href')).toBe(`${at}/cash-flow/${own}?from=2026-07-01&to=2026-10-01`);
  const css = readFileSync('src/page/books/books.css', 'utf8');
  expect(css.slice(css.indexOf('@media print'))).toMatch(/\.tabs \{\s*display: none;/);
});

test('books that hold nothing yet', async () => {
  const none = { lines: [], totals: [] };
  serve({
    ...answers(),
    [`${at}/transactions`]: { as_of: { block: 0, time: '', final: 0, proof: '' }, next: '', transactions: [] },
    [`${at}/balance-sheet`]: sheet({ assets: none, liabilities: none, equity: none }),
  });
  leave = await show(<Books />);
  await shows('Nothing is in the books yet');
});

test('in Chinese the accounts are Chinese too', async () => {
  await setLanguage('zh');
  serve(answers());
  leave = await show(<Books />);
  await shows('资产负债表');
  await shows('自有代币（按成本计）');
  expect(figures().at(-1)?.[0]).toBe('资产 − 负债 − 权益');
});
