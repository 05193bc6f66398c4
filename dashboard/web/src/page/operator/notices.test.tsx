import { describe, expect, test } from 'vitest';
import { setLanguage } from '../../i18n';
import { ann, at, bob, button, eachAlone, enter, keep, sent } from '../../testing/operator';
import { say } from '../../testing/say';
import { named, press, shows, text } from '../../testing/screen';
import { Refusal } from '../../testing/server';

eachAlone();

const endpoint = (change: object = {}) => ({
  name: 'ops',
  kind: 'webhook',
  where: 'https://hooks.example',
  state: 'ok',
  failures: 0,
  waiting: 0,
  delivered: 1234,
  failed: 2,
  dead: 0,
  ...change,
});

const delivery = (number: number, change: object = {}) => ({
  number,
  endpoint: 'ops',
  id: `msg_${number}`,
  type: 'run.proposed',
  at: '2026-10-05T00:00:00Z',
  sentence: say('notice-run-proposed', { run: 'october', total: '12 USDT', lines: '2' }),
  state: 'delivered',
  queued: '2026-10-05T00:00:01Z',
  tries: 1,
  attempts: [{ at: '2026-10-05T00:00:02Z', status: 200, latency: 31, error: '' }],
  ...change,
});

const failed = delivery(17, {
  state: 'dead',
  tries: 30,
  attempts: [{ at: '2026-10-06T00:00:00Z', status: 500, latency: 12, error: 'it answered 500' }],
});

const answers = (more: object = {}) => ({
  [`${at}/notices`]: {
    endpoints: [
      endpoint(),
      endpoint({ name: 'app', state: 'failing', waiting: 3, oldest: '2026-10-05T00:00:00Z', dead: 1 }),
    ],
  },
  [`${at}/notices/deliveries`]: (url: URL) =>
    url.searchParams.get('state') === 'dead'
      ? { deliveries: [failed], next: '' }
      : url.searchParams.get('after') === '18'
        ? { deliveries: [failed], next: '' }
        : { deliveries: [delivery(19, { state: 'waiting', tries: 0, attempts: [] }), delivery(18)], next: '18' },
  ...more,
});

describe('notices', () => {
  test('endpoints with their state, and the log page by page', async () => {
    await enter(ann, 'notices', answers());
    await shows('opshttps://hooks.exampleDelivers1,234');
    expect(text()).toContain('Failing');
    await shows('the payout run october waits for approval');
    expect(text()).toContain('Answered 200 after 31 ms');
    expect(text()).not.toContain('it answered 500');
    await press('Show more');
    await shows('it answered 500');
    expect(text()).toContain('30 attempts');
    expect(named('Show more')).toBeUndefined();
  });

  test('what was given up alone', async () => {
    await enter(ann, 'notices', answers());
    await shows('Answered 200');
    (document.querySelector('input[type=checkbox]') as HTMLInputElement).click();
    await shows('it answered 500');
    expect(text()).not.toContain('Answered 200');
  });

  test('one is sent again, and an endpoint is tried', async () => {
    await enter(
      ann,
      'notices',
      answers({
        [`${at}/notices/deliveries/18/resend`]: keep({ number: 18 }),
        [`${at}/notices/ops/test`]: keep({ number: 20 }),
      }),
    );
    await shows('Answered 200');
    await press('Send 18 again');
    await shows('The server sends it now.');
    await press('Test ops');
    expect(sent.map((s) => s.path)).toEqual([`${at}/notices/deliveries/18/resend`, `${at}/notices/ops/test`]);
  });

  test('who may not administer sends nothing', async () => {
    await enter(bob, 'notices', answers());
    await shows('Your key may not administer.');
    await shows('Answered 200');
    expect(button('Send 18 again').disabled).toBe(true);
    expect(button('Test ops').disabled).toBe(true);
  });

  test('a server that sends none says how it would', async () => {
    await enter(ann, 'notices', {
      [`${at}/notices`]: new Refusal(404, 'not-found', 'this server sends no notices: start it with --notices FILE'),
    });
    await shows('start it with --notices FILE');
  });

  test('in Chinese', async () => {
    await enter(ann, 'notices', answers());
    await shows('Answered 200');
    await setLanguage('zh');
    await shows('发放批次 october 等待审批');
    expect(text()).toContain('31 毫秒后响应 200');
    await setLanguage('en');
  });
});
