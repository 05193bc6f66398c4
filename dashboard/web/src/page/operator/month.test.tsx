import { describe, expect, test } from 'vitest';
import { ann, at, button, eachAlone, enter, fund, keep, month, secret, sent } from '../../testing/operator';
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

  test('is closed with the exact figures, and ends with what was recorded', async () => {
    await enter(ann, 'month', {
      [`${at}/months/2026-10/close`]: keep({
        ...fresh,
        already_recorded: false,
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

  test('cannot be closed before its end, and says when', async () => {
    const early = { ...fresh, as_of: { ...fresh.as_of, time: '2026-10-20T00:00:00Z' } };
    await enter(ann, 'month', {
      '/api/v1/months': { ...early, ...fund, months: [month('2026-09', '2026-10-01T00:00:00Z')], next: '' },
    });
    await shows('It can be closed when the chain is final past 2026-11-01 00:00:00 UTC.');
    expect(button('Close October 2026').disabled).toBe(true);
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
    expect(button('Close the month').disabled).toBe(true);
    await type('Month', '2026-10');
    await until(() => named('Close October 2026') && !button('Close October 2026').disabled);
  });
});
