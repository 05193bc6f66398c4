import { describe, expect, test } from 'vitest';
import { setLanguage } from '../../i18n';
import { ann, at, audit, bob, button, eachAlone, enter, hash, health, keep, sent, usdt } from '../../testing/operator';
import { say } from '../../testing/say';
import { named, press, shows, text } from '../../testing/screen';
import { fresh, Refusal } from '../../testing/server';

eachAlone();

describe('health and audit', () => {
  test('what is owed against what is held, and the books behind the clock', async () => {
    await enter(ann, 'health');
    await shows('Lag2 minutes');
    await shows('Shortfall 207 USDT');
    expect(text()).toContain('https://node.example');
  });

  test('frozen books come first', async () => {
    await enter(ann, 'health', {
      [`${at}/health`]: {
        ...health,
        frozen: {
          since: '2026-10-30T00:00:00Z',
          text: 'two endpoints contradict each other',
          evidence: { block: '90' },
        },
      },
    });
    await shows('The books are frozen since 2026-10-30 00:00:00 UTC');
    expect(document.querySelector('[role=alert]')?.textContent).toContain('two endpoints contradict each other');
  });

  test('warnings of readiness are shown in the language of the page', async () => {
    const gone = say('warn-notices-gone', { name: 'ops', waiting: '3' });
    await enter(ann, 'health', { [`${at}/health`]: { ...health, warnings: [gone] } });
    await shows('Somebody should look at this');
    await shows('the endpoint ops of notices answered that it is gone, and is sent nothing: 3 wait');
    await setLanguage('zh');
    await shows('需要有人处理');
    await shows('通知端点 ops 称其已停用，不再向其发送：3 条通知在等待');
    await setLanguage('en');
  });

  test('the trail goes on page by page', async () => {
    await enter(ann, 'audit', {
      [`${at}/audit`]: (url: URL) =>
        url.searchParams.get('after') === '5'
          ? { ...fresh, entries: [audit('first', 1)], next: '' }
          : { ...fresh, entries: [audit('2026-10-approve', 73)], next: '5' },
    });
    await shows('2026-10-approve');
    await press('Show more');
    await shows('first');
    expect(named('Show more')).toBeUndefined();
    expect(text()).toContain('2026-10-approve');
    await shows('Revoked');
  });

  test('a key that waits shows what it may do, and somebody else consents to it', async () => {
    const waiting = {
      name: 'carl',
      label: 'laptop',
      scopes: ['approve'],
      given_by: 'eve',
      at: '2026-10-30T00:00:00Z',
      grant: 'ab'.repeat(32),
    };
    await enter(ann, 'audit', {
      [`${at}/audit`]: {
        ...fresh,
        entries: [{ ...audit('recover:7', 8), proof: `recovery:0x${'1a'.repeat(20)}` }],
        next: '',
      },
      [`${at}/operators`]: {
        operators: [],
        warning: say('only-administrator', { operator: 'eve' }),
        waiting: [waiting, { ...waiting, name: 'dan', given_by: 'ann', grant: 'cd'.repeat(32) }],
      },
      [`${at}/operators/consent`]: keep({ reference: 'consent:x', sequence: 9, already_recorded: false }),
    });
    await shows('Consent to the key of carl');
    await shows('is the only administrator');
    await shows('Recovery wallets 0x1a1a…1a1a');
    expect(button('Consent to the key of dan').disabled).toBe(true);
    await shows('Another operator than the one who gave the key');
    await press('Consent to the key of carl');
    await shows('Ask the person, not the one who gave it');
    await press('Yes: Consent to the key of carl');
    await shows('Journal entry 9');
    expect(sent[0]?.body).toEqual({ name: 'carl', grant: 'ab'.repeat(32) });
  });

  test('a failure says what to do', async () => {
    await enter(ann, 'audit', {
      [`${at}/audit`]: new Refusal(500, 'internal', 'the server could not answer; its log says why'),
    });
    await shows('the server could not answer');
    expect(named('Try again')).toBeTruthy();
  });

  test('what distributors hold for those who claim it is not asked of the treasury', async () => {
    const [l] = health.liabilities;
    const { short, ...rest } = { ...l, claims: usdt('300000000'), distributors: usdt('300000000') };
    await enter(ann, 'health', {
      [`${at}/health`]: { ...health, liabilities: [{ ...rest, from_treasury: usdt('7000000') }] },
    });
    await shows('300 USDT / 300 USDT');
    expect(text()).toContain('Enough');
    expect(text()).not.toContain('Shortfall');
  });

  test('the last comparison with the chain, and what is to be explained', async () => {
    const row = {
      account: 'assets:treasury',
      name: { code: 'report-treasury', params: {}, text: 'treasury' },
      books: usdt('1000000'),
      chain: usdt('3000000'),
      difference: usdt('2000000'),
      assurance: 'proven',
      exceptions: ['a'],
      note: { code: 'reconciled-differs', params: {}, text: 'x' },
    };
    await enter(ann, 'health', {
      '/api/v1/ledger/reconciliation': {
        at: '2026-10-05T00:00:00Z',
        block: 9,
        block_hash: hash,
        compared: 1,
        differences: 1,
        faults: [],
        rows: [row],
      },
    });
    await shows('block 9: 1 compared, 1 differs');
    await shows('nothing in the books explains the difference');
    await shows('Explain 1 movement');
  });

  test('the wallets are compared on request: the result, its time, and what differs', async () => {
    const row = {
      account: 'assets:treasury',
      name: { code: 'report-treasury', params: {}, text: 'treasury' },
      books: usdt('1000000'),
      assurance: 'proven',
      exceptions: [],
      note: { code: 'reconciled-equal', params: {}, text: 'x' },
    };
    const found = (differences: number, rows: object[]) => ({
      at: '2026-10-05T12:34:00Z',
      block: 9,
      block_hash: hash,
      compared: rows.length,
      differences,
      faults: [],
      rows,
    });
    const kept = keep({}) as (url: URL, init: RequestInit) => unknown;
    let last: unknown = new Refusal(404, 'not-found', 'not compared yet');
    let now: unknown = new Refusal(503, 'no-node', 'the chain could not be asked: look at the endpoints');
    await enter(ann, 'health', {
      '/api/v1/ledger/reconciliation': () => last,
      [`${at}/reconciliation`]: (url: URL, init: RequestInit) => {
        kept(url, init);
        if (!(now instanceof Refusal)) last = now;
        return now;
      },
    });
    await shows('Nothing is compared yet');
    await press('Compare now');
    await shows('the chain could not be asked');
    now = found(0, [{ ...row, chain: usdt('1000000'), difference: usdt('0') }]);
    await press('Compare now');
    await shows('1 balance compared with the chain: none differs');
    expect(text()).not.toContain('could not be asked');
    await shows('the books have what the chain has');
    const note = { code: 'reconciled-differs', params: {}, text: 'x' };
    now = found(1, [{ ...row, chain: usdt('3000000'), difference: usdt('2000000'), note }]);
    await press('Compare now');
    await shows('1 balance compared with the chain: 1 differs');
    await shows('Oct 5, 2026, 12:34 PM · 1 balance');
    await shows('nothing in the books explains the difference');
    expect(sent.map((s) => s.path)).toEqual(Array(3).fill(`${at}/reconciliation`));
    await setLanguage('zh');
    await shows('已与链上比较 1 项余额：1 项不一致');
    await setLanguage('en');
  });

  test('whoever may not record facts cannot have them compared', async () => {
    await enter(bob, 'health', { '/api/v1/ledger/reconciliation': new Refusal(404, 'not-found', 'not yet') });
    await shows('Nothing is compared yet');
    expect(button('Compare now').disabled).toBe(true);
    expect(text()).toContain('Your key may not record facts.');
  });
});
