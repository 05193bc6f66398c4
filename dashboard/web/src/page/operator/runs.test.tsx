import { describe, expect, test } from 'vitest';
import { ann, at, bob, button, detail, eachAlone, enter, hash, keep, run, sent, usdt } from '../../testing/operator';
import { say } from '../../testing/say';
import { named, press, shows, type, until } from '../../testing/screen';
import { type Answer, fresh, Refusal } from '../../testing/server';

eachAlone();

describe('payouts', () => {
  async function openRun(who: object, change: Record<string, Answer> = {}) {
    await enter(who, 'payouts', change);
    const row = await until(() => document.querySelector<HTMLButtonElement>('.row'));
    row.click();
    await shows('Minimum payout');
  }

  test('who proposed cannot approve', async () => {
    await openRun({ ...ann, scopes: ['prepare', 'approve'] });
    await shows('You proposed this run: another operator must approve it.');
    const approve = button('Approve');
    expect(approve.disabled).toBe(true);
    const why = document.getElementById(approve.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toBe('You proposed this run: another operator must approve it.');
  });

  test('somebody else approves, and sees what was recorded', async () => {
    await openRun(bob, {
      [`${at}/payouts/2026-10/approve`]: keep({
        reference: '2026-10-approve',
        sequence: 73,
        already_recorded: false,
        payout: detail({ state: 'approved' }),
      }),
    });
    await press('Approve');
    await shows('Approve run 2026-10?');
    await press('Yes: Approve');
    await shows('Reference 2026-10-approve · Journal entry 73');
    expect(document.activeElement?.textContent).toContain('Reference 2026-10-approve');
    expect(sent).toHaveLength(1);
    expect(sent[0]?.headers['If-Match']).toBe(`"${hash}"`);
  });

  test('runs are found by wallet, state and month', async () => {
    const { asked } = await enter(bob, 'payouts', {
      '/api/v1/payouts': (url: URL) => ({
        ...fresh,
        payouts: url.searchParams.get('state') === 'settled' ? [] : [run()],
        next: '',
      }),
    });
    const wallet = `0x${'AB'.repeat(20)}`;
    await type('Pays the wallet', '0x12');
    await shows('Write 0x and 40 hexadecimal digits.');
    expect(asked.some((a) => a.includes('wallet='))).toBe(false);
    await type('Pays the wallet', wallet);
    await type('Prepared in the month', '2026-10');
    await until(() => asked.some((a) => a.includes(`wallet=${wallet.toLowerCase()}&month=2026-10`)));
    const states = await until(() => document.querySelector('select'));
    states.value = 'settled';
    states.dispatchEvent(new Event('change', { bubbles: true }));
    await shows('No run is like that');
  });

  test('the log says which bytes were approved, with which key', async () => {
    const steps = [
      ...detail().steps,
      { state: 'approved', operator: 'bob', at: '2026-10-06T00:00:00Z', key: 'token:desk', file: hash },
    ];
    await openRun(bob, { '/api/v1/payouts/2026-10': detail({ state: 'approved', steps }) });
    const log = await until(() => document.querySelector('.log'));
    expect(log.textContent).toContain('Token desk');
    expect(log.textContent).toContain('Approved file (SHA-256)');
  });

  test('a refusal of the server is shown with its sentence', async () => {
    await openRun(bob, {
      [`${at}/payouts/2026-10/approve`]: new Refusal(
        409,
        'conflict',
        'run 2026-10 is approved; only one that is proposed can be approved',
      ),
    });
    await press('Approve');
    await press('Yes: Approve');
    await shows('Not recordedrun 2026-10 is approved');
  });

  test('cancelling needs a reason', async () => {
    await openRun(bob, {
      [`${at}/payouts/2026-10/cancel`]: keep({
        reference: '2026-10-cancel',
        sequence: 74,
        already_recorded: false,
        payout: detail({ state: 'cancelled' }),
      }),
    });
    await press('Cancel the run');
    expect(button('Yes: Cancel the run').disabled).toBe(true);
    await type('Reason', 'wrong asset');
    await press('Yes: Cancel the run');
    await shows('Reference 2026-10-cancel');
    expect(sent[0]?.body).toEqual({ reason: 'wrong asset' });
  });

  test('a run that was exported is cancelled with evidence', async () => {
    await openRun(bob, {
      '/api/v1/payouts/2026-10': detail({ state: 'exported' }),
      [`${at}/payouts/2026-10/cancel`]: keep({
        reference: '2026-10-reject-1',
        sequence: 75,
        already_recorded: false,
        payout: detail({ state: 'exported' }),
      }),
    });
    await press('Cancel the run');
    await shows('reject its transactions in the Safe first');
    await type('Reason', 'the wrong Safe');
    expect(button('Yes: Cancel the run').disabled).toBe(true);
    await type('Highest nonce of the run in the Safe', '42');
    await press('Yes: Cancel the run');
    await shows('Reference 2026-10-reject-1');
    expect(sent[0]?.body).toEqual({ reason: 'the wrong Safe', nonce: 42 });
  });

  test('somebody else consents to just that evidence', async () => {
    const rejection = {
      operator: 'ann',
      at: '2026-10-07T00:00:00Z',
      reason: 'the wrong Safe',
      nonce: 42,
      used: 43,
      block: 900,
      how: 'proven',
      sha256: hash,
    };
    await openRun(bob, {
      '/api/v1/payouts/2026-10': detail({ state: 'exported', rejection }),
      [`${at}/payouts/2026-10/cancel/consent`]: keep({
        reference: '2026-10-cancel',
        sequence: 76,
        already_recorded: false,
        payout: detail({ state: 'cancelled' }),
      }),
    });
    await press('Consent to cancel');
    await shows('nonce 42 is used (43 at block 900) · proven by the state root');
    await press('Yes: Consent to cancel');
    await shows('Reference 2026-10-cancel');
    expect(sent[0]?.body).toEqual({ sha256: hash });
  });

  test('whoever approves is told of the money of a cancelled run', async () => {
    const warnings = [say('run-repeats-cancelled-run', { run: '2026-09' })];
    await openRun(bob, { '/api/v1/payouts/2026-10': detail({ warnings }) });
    await shows('contains money of the payout run 2026-09');
  });

  test('files that move money wait for the export', async () => {
    await openRun(bob, {
      '/api/v1/payouts/2026-10': { ...detail({ state: 'approved' }), exports: ['safe', 'airdrop', 'csv', 'hledger'] },
    });
    await shows('Files that move money are available once the run is approved and exported.');
    expect(named('CSV')?.getAttribute('href')).toBe('/api/v1/payouts/2026-10/export/csv');
    expect(named('Safe transaction batch: parts')).toBeUndefined();
  });

  test('a run for claims names its tree’s file and the books that it came from', async () => {
    const books = { origin: 'nodeledger/demo/1337/0xc0', size: 48210, root: `0x${'b0'.repeat(32)}` };
    await openRun(bob, {
      '/api/v1/payouts/2026-10': {
        ...detail({ state: 'exported', method: 'claim', root: hash, tree_file: `0x${'b1'.repeat(32)}`, books }),
        exports: ['merkle'],
      },
    });
    await shows('File of the tree (SHA-256)0xb1b1b1b1');
    await shows('Books that it came from48,210 leaves, root 0xb0b0b0b0');
  });

  test('the parts of a batch', async () => {
    await openRun(bob, {
      '/api/v1/payouts/2026-10': { ...detail({ state: 'exported' }), exports: ['safe', 'airdrop'] },
      '/api/v1/payouts/2026-10/export/safe': new Uint8Array([1]),
    });
    await press('Safe transaction batch: parts');
    const link = await until(() => named('Safe transaction batch'));
    expect(link.getAttribute('href')).toBe('/api/v1/payouts/2026-10/export/safe?part=1');
  });

  test('a run is prepared from what is payable', async () => {
    await enter(ann, 'payouts', {
      [`${at}/payouts`]: keep({
        reference: 'payout:2026-11-usdt',
        sequence: 75,
        already_recorded: false,
        payout: detail({ run: '2026-11-usdt', state: 'draft' }),
      }),
    });
    await type('Name of the run', '2026-11 USDT');
    await shows('Write it in lower-case letters');
    await type('Name of the run', '2026-11-usdt');
    await press('Prepare');
    await shows('Payable, not in a run yet7 USDT');
    await press('Yes: Prepare');
    await shows('2 wallets, 300 USDT; 1 wallet waits.');
    expect(sent[0]?.body).toEqual({ run: '2026-11-usdt', asset: 'USDT', method: 'transfer' });
  });

  test('exceptions come first, and one is closed with a reason', async () => {
    const x = {
      key: `${hash}:9`,
      tx_hash: hash,
      problem: 'unknown_recipient',
      wallet: `0x${'e5'.repeat(20)}`,
      own_account: `assets:wallet:0x${'f5'.repeat(20)}`,
      amount: usdt('12340000'),
      at: '2026-02-05T00:02:48Z',
      explanation: say('payment-unknown-recipient'),
      open: true,
    };
    await enter(ann, 'payouts', {
      [`${at}/exceptions`]: { ...fresh, exceptions: [x, { ...x, key: 'k2', problem: 'partly_paid' }], next: '' },
      [`${at}/exceptions/resolve`]: keep({ reference: `resolve-${x.key}`, already_recorded: false, sequence: 99 }),
    });
    await shows('Unknown recipient');
    await shows('the wallet has no open line in any approved payout run');
    await shows('Pay the rest, and it closes by itself.');
    expect(document.querySelector('[role=tabpanel] h2')?.textContent).toBe('Exceptions');
    await press('Close it with a reason');
    await type('Reason', 'a gift');
    await press('Yes: Close it with a reason');
    await shows('Journal entry 99');
    expect(sent[0]?.body).toEqual({ exception: x.key, reason: 'a gift', nature: 'expense' });
  });

  test('what a run pays, wallet by wallet', async () => {
    const line = (wallet: string, change: object = {}) => ({
      wallet,
      amount: usdt('150000000'),
      paid: usdt('0'),
      state: 'open',
      parts: [{ account: '', why: 'share', amount: usdt('150000000') }],
      ...change,
    });
    const wallets = [`0x${'0a'.repeat(20)}`, `0x${'0b'.repeat(20)}`] as const;
    await openRun(bob, {
      '/api/v1/payouts/2026-10/lines': (url: URL) =>
        url.searchParams.get('after') === wallets[0]
          ? { ...fresh, lines: [line(wallets[1], { state: 'paid' })], next: '' }
          : { ...fresh, lines: [line(wallets[0])], next: wallets[0] },
    });
    const details = (await until(() => document.querySelector('details'))) as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await shows('Revenue share 150 USDT');
    await press('Show more');
    await shows('0x0b0b…0b0b');
    expect([...document.querySelectorAll('.run-detail tbody .tag')].map((t) => t.textContent)).toEqual([
      'Open',
      'Paid',
    ]);
  });
});
