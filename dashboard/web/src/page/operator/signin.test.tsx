import { describe, expect, test } from 'vitest';
import { followLinks } from '../../route';
import { again, ann, at, base, eachAlone, enter, keep, open, secret, sent } from '../../testing/operator';
import { field, press, shows, text, type, until } from '../../testing/screen';
import { fresh, Refusal } from '../../testing/server';
import { FakeWallet } from '../../testing/wallet';

eachAlone();

const selected = () => document.querySelector('[role=tab][aria-selected=true]')?.textContent;

describe('signing in', () => {
  test('with a token, which is kept nowhere', async () => {
    const { asked } = await enter(ann);
    await shows('ann Token laptop');
    expect(text()).toContain('Approve: not allowed');
    expect(text()).toContain('Record: allowed');
    const kept =
      JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }) + document.cookie + asked.join();
    expect(kept).not.toContain(secret);
    expect(document.body.innerHTML).not.toContain(secret);
    await press('Sign out');
    await shows('Sign in with a token');
  });

  test('Back returns to the tab before, and a token is still signed in', async () => {
    const stop = followLinks();
    await enter(ann);
    const before = window.history.length;
    await press('Health');
    await until(() => selected() === 'Health');
    await press('Health');
    expect(window.history.length).toBe(before + 1);
    // The test's browser goes back without saying so, as a real one does.
    window.history.replaceState(null, '', '/operator?tab=month');
    window.dispatchEvent(new PopStateEvent('popstate'));
    await until(() => selected() === 'Month');
    await shows('ann Token laptop');
    stop();
  });

  test('with a token that nobody has', async () => {
    await open(base(ann));
    await press('Sign in');
    await shows('Paste your token');
    await type('Token', 'nlo_wrong');
    await press('Sign in');
    await shows('nobody has this token');
    expect(field('Token').getAttribute('aria-invalid')).toBe('true');
  });

  const wallet = () =>
    new FakeWallet('0x1b07d9c5b81561db8b03861ef34dfc846a5da8b7', { personal_sign: () => `0x${'5c'.repeat(65)}` });
  const nonce = {
    nonce: 'f7775b61873960b1',
    message: 'evil.example wants you to sign in with your Ethereum account:\n\nIssued At: 2027-01-05T00:00:12Z',
  };

  test('with a wallet: the message is made here, the session’s token goes with what is sent', async () => {
    const w = wallet();
    const signed = { ...ann, how: `wallet:${w.address}`, csrf: 'c5rf', expires: '2026-11-02T00:00:00Z' };
    await open(
      {
        ...base(ann),
        '/api/v1/session/nonce': keep(nonce),
        '/api/v1/session': keep(signed),
        [`${at}/audit`]: { ...fresh, entries: [], next: '' },
      },
      'audit',
    );
    w.announce();
    await press('Connect Test wallet');
    await press('Sign in with Ethereum');
    await shows('Signed in until');
    const message =
      `${window.location.host} wants you to sign in with your Ethereum account:\n0x1B07d9c5b81561Db8B03861ef34dfc846A5dA8B7\n\n` +
      'Sign in to keep the books of demo for twelve hours. This sends no transaction and costs nothing.\n\n' +
      `URI: ${window.location.origin}\nVersion: 1\nChain ID: 1337\nNonce: f7775b61873960b1\nIssued At: 2027-01-05T00:00:12Z`;
    const [bytes] = w.asked('personal_sign')[0] as [string];
    expect(Buffer.from(bytes.slice(2), 'hex').toString()).toBe(message);
    expect(sent.at(-1)?.body).toEqual({ message, signature: `0x${'5c'.repeat(65)}` });

    // The page is loaded again: the cookie is still there. Then it is ended with the session's own token.
    await again();
    await shows('Signed in until');
    await press('Sign out');
    await shows('Sign in with a token');
    expect(sent.at(-1)).toMatchObject({ path: '/api/v1/session', headers: { 'X-CSRF-Token': 'c5rf' } });
  });

  test('a declined signature', async () => {
    const w = wallet();
    w.methods.personal_sign = () => {
      throw { code: 4001 };
    };
    await open({ ...base(ann), '/api/v1/session/nonce': nonce });
    w.announce();
    await press('Connect Test wallet');
    await press('Sign in with Ethereum');
    await shows('You declined in your wallet, so you are not signed in.');
  });

  test('a session that has ended asks to sign in again', async () => {
    const { answers } = await enter(ann);
    answers[`${at}/audit`] = new Refusal(401, 'not-authenticated', 'sign in');
    await press('Audit trail');
    await shows('Your session has ended');
    expect(field('Token').value).toBe('');
  });
});
