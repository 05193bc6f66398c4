import { describe, expect, test } from 'vitest';
import { ann, at, bob, button, eachAlone, enter, hash, keep, sent, usdt } from '../../testing/operator';
import { press, shows, text } from '../../testing/screen';
import { fresh, proposedText, Refusal, texts } from '../../testing/server';

eachAlone();

describe('the rules', () => {
  test('that wait are shown with what they change, to whoever proposed them too', async () => {
    await enter(ann, 'rules');
    await shows('Proposed byann');
    expect(text()).toContain('Whythe lock is shorter');
    expect(text()).toContain(
      'No longer holdsTokens are locked for 2 years.Holds from then onTokens are locked for 1 year.',
    );
    expect(text()).toContain('You proposed it: another operator must consent.');
    expect(button('Consent to these rules').disabled).toBe(true);
  });

  test('need the scope approve', async () => {
    await enter({ ...bob, scopes: ['prepare'] }, 'rules');
    await shows('Proposed byann');
    expect(button('Consent to these rules').disabled).toBe(true);
  });

  test('are consented to by the digest that was shown, and then nothing waits', async () => {
    const recorded = keep({
      ...fresh,
      operator: 'bob',
      reference: 'consent:c3',
      sequence: 95,
      already_recorded: false,
    });
    const { answers } = await enter(bob, 'rules', {
      [`${at}/program/consent`]: (url: URL, init: RequestInit) => {
        answers['/api/v1/program/texts'] = texts();
        return (recorded as (u: URL, i: RequestInit) => unknown)(url, init);
      },
    });
    await press('Consent to these rules');
    await shows('Consent to this program file?');
    expect(text()).toContain(proposedText.sha256);
    expect(text()).toContain('1 setting differs');
    expect(sent).toEqual([]);
    await press('Yes: Consent to these rules');
    await shows('Reference consent:c3 · Journal entry 95');
    await shows('No program file waits for consent');
    expect(sent).toMatchObject([{ path: `${at}/program/consent`, body: { sha256: proposedText.sha256 } }]);
  });

  test('that amend are consented to by the hash of what they correct', async () => {
    const amendment = `0x${'d4'.repeat(32)}`;
    await enter(bob, 'rules', {
      '/api/v1/program/texts': texts({ proposed: { ...proposedText, amends: true } }),
      [`${at}/program/amendment`]: {
        ...fresh,
        sha256: proposedText.sha256,
        amendment,
        periods: [
          {
            job: 'month',
            slot: '2026-09',
            corrects: 80,
            before: usdt('300000000'),
            after: usdt('250000000'),
            holders: 1,
            file: hash,
          },
        ],
        kept: [{ wallet: `0x${'aa'.repeat(20)}`, amount: usdt('50000000') }],
        set_off: [{ wallet: `0x${'bb'.repeat(20)}`, amount: usdt('7000000') }],
      },
      [`${at}/program/consent`]: keep({ operator: 'bob', reference: 'consent', sequence: 96, already_recorded: false }),
    });
    await shows('2026-09300 USDT250 USDT1');
    expect(text()).toContain('not asked back');
    await press('Consent to these rules');
    await shows('It corrects closed periods');
    await press('Yes: Consent to these rules');
    await shows('Journal entry 96');
    expect(sent).toMatchObject([
      {
        path: `${at}/program/consent`,
        headers: { 'If-Match': `"${amendment}"` },
        body: { sha256: proposedText.sha256 },
      },
    ]);
  });

  test('that were proposed anew meanwhile are refused, and the refusal is shown', async () => {
    await enter(bob, 'rules', {
      [`${at}/program/consent`]: new Refusal(409, 'conflict', 'another text waits: look at it again'),
    });
    await press('Consent to these rules');
    await press('Yes: Consent to these rules');
    await shows('another text waits: look at it again');
  });
});
