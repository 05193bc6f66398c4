import { describe, expect, test } from 'vitest';
import {
  ann,
  at,
  bob,
  button,
  eachAlone,
  enter,
  fund,
  hash,
  keep,
  month,
  preview,
  proposal,
  secret,
  sent,
  usdt,
} from '../../testing/operator';
import { named, press, shows, text, type, until } from '../../testing/screen';
import { fresh } from '../../testing/server';

eachAlone();

describe('the month', () => {
  test('what is open, and that it is not over', async () => {
    await enter(ann);
    await shows('October 2026, open');
    await shows('Into the share fund so far50 USDT');
    await shows('Fund of the month250 USDT');
    expect(text()).toContain('dapp');
  });

  test('is previewed beside the last one', async () => {
    await enter(ann, 'month', {
      [`${at}/months/2026-10/preview`]: preview({ factor: '0.5', due: usdt('600000000') }),
    });
    await shows('Paid to holders300 USDT250 USDT');
    await shows('Everyone gets 0.5 of their bracket: 600 USDT are due.');
    await shows('Since the last month 1 holder enters, 0 leave, 1 change their bracket.');
    await shows('Another bracket52050 USDT200 USDT');
    expect(sent).toEqual([]);
  });

  test('is previewed with all changed holders, page by page, of one file', async () => {
    const [line] = preview().lines;
    const lines = (n: number) => ({ lines: [{ ...line, wallet: `0x${String(n).repeat(40)}` }] });
    let file = hash;
    const { asked } = await enter(ann, 'month', {
      [`${at}/months/2026-10/preview`]: (url: URL) => {
        const after = url.searchParams.get('after');
        if (after === 'b') return preview({ ...lines(3), file });
        return after === 'a' ? preview({ ...lines(2), next: 'b' }) : preview({ ...lines(1), next: 'a', file });
      },
    });
    await press('Show more');
    await shows('0x2222…2222');
    expect(text()).toContain('0x1111…1111');
    expect(asked.at(-1)).toBe(`${at}/months/2026-10/preview?changed=true&limit=200&after=a`);
    file = `0x${'f2'.repeat(32)}`; // something came in meanwhile
    await press('Show more');
    await until(() => !text().includes('0x2222…2222'));
    expect(text()).not.toContain('0x3333…3333');
    await shows('0x1111…1111');
  });

  test('is closed by one operator with the exact figures, and ends with what was recorded', async () => {
    await enter(ann, 'month', {
      [`${at}/months/2026-10/preview`]: preview({ close_by: 1 }),
      [`${at}/months/2026-10/close`]: keep({
        ...fresh,
        already_recorded: false,
        state: 'closed',
        month: month('2026-10', '2026-11-01T00:00:00Z', { sequence: 90 }),
      }),
    });
    await press('Close October 2026');
    await shows('Close October 2026?');
    expect(document.activeElement?.getAttribute('role')).toBe('group');
    expect(text()).toContain('a closed month cannot be reopened');
    expect(sent).toEqual([]);
    await press('Back');
    await until(() => document.activeElement === named('Close October 2026'));
    await press('Close October 2026');
    await press('Yes: Close October 2026');
    await shows('Recorded2 holders get 300 USDT.');
    await shows('Reference month:2026-10 · Journal entry 90');
    expect(sent[0]).toMatchObject({
      path: `${at}/months/2026-10/close`,
      headers: { Authorization: `Bearer ${secret}` },
    });
  });

  test('is proposed where it takes two, and nothing is booked by that', async () => {
    await enter(ann, 'month', {
      [`${at}/months/2026-10/close`]: keep({ ...fresh, already_recorded: false, state: 'proposed', proposal }),
    });
    await press('Propose closing October 2026');
    expect(text()).toContain('Nothing is booked yet');
    await press('Yes: Propose closing October 2026');
    await shows('It waits for another operator’s approval.');
    await shows('Reference month-proposal:2026-10-1');
  });

  const waits = { [`${at}/months/2026-10/preview`]: preview({ proposal, stands: true }) };

  test('is not approved by whoever proposed it', async () => {
    await enter(ann, 'month', waits);
    await shows('You proposed it: another operator must approve it.');
    expect(button('Approve closing October 2026').disabled).toBe(true);
  });

  test('is approved by another operator, by the file that was shown, and is not previewed again', async () => {
    const { asked } = await enter(bob, 'month', {
      ...waits,
      [`${at}/months/2026-10/approve`]: keep({
        ...fresh,
        already_recorded: false,
        state: 'closed',
        month: month('2026-10', '2026-11-01T00:00:00Z', { sequence: 91 }),
      }),
    });
    await shows('Proposed by ann');
    await press('Approve closing October 2026');
    await press('Yes: Approve closing October 2026');
    await shows('Reference month:2026-10 · Journal entry 91');
    expect(sent[0]).toMatchObject({
      path: `${at}/months/2026-10/approve`,
      headers: { 'If-Match': `"${hash}"` },
    });
    expect(asked.filter((path) => path.includes('/preview'))).toHaveLength(1);
    expect(asked.filter((path) => path.startsWith('/api/v1/months')).length).toBeGreaterThan(1);
  });

  test('every holder is shown on request, with the difference from the last month', async () => {
    const line = preview().lines[0];
    const other = { ...line, wallet: `0x${'dd'.repeat(20)}`, change: '', amount_before: line?.amount };
    await enter(ann, 'month', {
      [`${at}/months/2026-10/preview`]: (url: URL) =>
        preview(url.searchParams.has('changed') ? {} : { lines: [line, other] }),
    });
    await shows('Holders who differ from the last month');
    await shows('150');
    await press('Show every holder');
    await until(() => [...document.querySelectorAll('caption')].find((c) => c.textContent === 'Every holder'));
    expect(document.body.innerHTML).toContain('dd'.repeat(20));
    await press('Show those who differ only');
    await shows('Holders who differ from the last month');
  });

  test('revenue is told apart by its reference, who recorded it, and its parts', async () => {
    await enter(ann, 'month');
    await shows('inv-6');
    const row = await until(() =>
      [...document.querySelectorAll('tbody tr')].find((r) => r.textContent?.includes('inv-6')),
    );
    expect(row.textContent).toMatch(/dapp.*inv-6.*ann.*October.*83.*50.*33/);
  });

  test('must be proposed again when it has changed', async () => {
    await enter(bob, 'month', { [`${at}/months/2026-10/preview`]: preview({ proposal }) });
    await shows('the month has changed since: propose it again');
    expect(button('Propose closing October 2026').disabled).toBe(false);
  });

  test('cannot be closed before its end, and says when', async () => {
    const early = { ...fresh, as_of: { ...fresh.as_of, time: '2026-10-20T00:00:00Z' } };
    await enter(ann, 'month', {
      '/api/v1/months': { ...early, ...fund, months: [month('2026-09', '2026-10-01T00:00:00Z')], next: '' },
    });
    await shows('It can be closed when the chain is final past 2026-11-01 00:00:00 UTC.');
    expect(named('Propose closing October 2026')).toBeFalsy();
  });

  test('differences from the month before, and who came and went', async () => {
    const file = (...wallets: string[]) =>
      new TextEncoder().encode(JSON.stringify({ holders: wallets.map((wallet) => ({ wallet, amount: '1' })) }));
    await enter(ann, 'month', {
      '/api/v1/months/2026-08/file': file(`0x${'aa'.repeat(20)}`),
      '/api/v1/months/2026-09/file': file(`0x${'bb'.repeat(20)}`, `0x${'cc'.repeat(20)}`),
    });
    await shows('Due by brackets250 USDT600 USDT+350 USDT');
    await shows('Holders paid12+1');
    await shows('The fund was smaller than what was due');
    await press('Which holders are new, which are no longer paid?');
    await shows('New among those who are paid: 2');
    await shows('No longer paid: 1');
  });

  test('the first month is named by the operator', async () => {
    await enter(ann, 'month', { '/api/v1/months': { ...fresh, ...fund, months: [], next: '' } });
    await shows('The first month');
    await shows('No month is closed yet');
    await type('Month', '2026-13');
    expect(named('Propose closing October 2026')).toBeFalsy();
    await type('Month', '2026-10');
    await until(() => named('Propose closing October 2026') && !button('Propose closing October 2026').disabled);
  });
});
