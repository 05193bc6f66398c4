import { describe, expect, test } from 'vitest';
import { setLanguage } from '../../i18n';
import { ann, at, bob, button, eachAlone, enter, health, keep, sent } from '../../testing/operator';
import { choose, press, shows, text, type } from '../../testing/screen';

eachAlone();

const receipt = { reference: 'x', sequence: 90, already_recorded: false };
const wallet = `0x${'ab'.repeat(20)}`;

describe('facts by forms', () => {
  async function fill(fields: Record<string, string>) {
    for (const [label, value] of Object.entries(fields)) await type(label, value);
  }

  test('a form says which fields are left, and of each what its limits are', async () => {
    await enter(ann, 'record', { [`${at}/points/spent`]: keep(receipt) });
    choose('Points and stakes');
    await shows('Points sold');
    choose('Points spent');
    await shows('Still needed or to be corrected: Wallet, Number of points, Spent for, Time (UTC), Reference.');
    await fill({ Wallet: '0x12', 'Number of points': '1,250.50', Reference: 'a b' });
    await shows('Write 0x and 40 hexadecimal digits.');
    expect(text()).toContain('such as 1250.50, without commas.');
    expect(text()).toContain('no spaces.');
    expect(button('Record the points spent').disabled).toBe(true);
    await fill({
      Wallet: wallet,
      'Number of points': '1250.50',
      'Spent for': 'compute',
      'Time (UTC)': '2026-10-01T12:00',
      Reference: 'p-1',
    });
    await press('Record the points spent');
    await shows('Record the points spent?');
    expect(sent).toHaveLength(0);
    await press('Yes: Record the points spent');
    await shows('Journal entry 90');
    expect(sent[0]?.body).toEqual({
      wallet,
      points: '1250.50',
      for: 'compute',
      at: '2026-10-01T12:00:00Z',
      reference: 'p-1',
    });
  });

  test('a cost is revenue’s cost', async () => {
    await enter(ann, 'record', { [`${at}/revenue`]: keep(receipt) });
    choose('Cost');
    await shows('Cost of a source');
    await fill({ Source: 'fiat', Amount: '3.20', 'Time (UTC)': '2026-10-01T12:00', Reference: 'fee-1' });
    await press('Record the cost');
    await press('Yes: Record the cost');
    await shows('Journal entry 90');
    expect(sent[0]?.body).toMatchObject({ cost: true, source: 'fiat', amount: '3.20' });
  });

  test('a grant is ended by its name in the address', async () => {
    await enter(ann, 'record', { [`${at}/grants/team-1/revoke`]: keep(receipt) });
    choose('Vesting grants');
    await shows('New grant');
    choose('End a grant');
    await fill({ 'Name of the grant': 'team-1', 'Time (UTC)': '2026-10-01T12:00', Reference: 'end-1' });
    await press('End the grant');
    await press('Yes: End the grant');
    await shows('Journal entry 90');
    expect(sent[0]?.path).toBe(`${at}/grants/team-1/revoke`);
    expect(sent[0]?.body).toEqual({ at: '2026-10-01T12:00:00Z', reference: 'end-1' });
  });

  test('the TGE is planned by who may approve, and by nobody else', async () => {
    await enter(ann, 'record', { [`${at}/generation/plan`]: keep(receipt) });
    choose('TGE');
    await shows('Your key may not approve payouts.');
  });

  test('a second operator agrees to the time of the TGE', async () => {
    await enter(bob, 'record', { [`${at}/generation/plan`]: keep(receipt) });
    choose('TGE');
    await fill({ 'Time (UTC)': '2027-03-01T00:00', Reference: 'tge-1' });
    await press('Plan the TGE');
    await shows('It counts once a second operator records the same time.');
    await press('Yes: Plan the TGE');
    await shows('Journal entry 90');
    expect(sent[0]?.body).toEqual({ at: '2027-03-01T00:00:00Z', reference: 'tge-1' });
  });

  test('a key goes to a wallet or to a token, not to both', async () => {
    await enter(ann, 'audit', { [`${at}/operators`]: keep({ ...receipt, operators: [], waiting: [] }) });
    await shows('Give a key');
    await fill({ Operator: 'carl', 'Name of the key': 'phone', Reference: 'key-carl' });
    await shows('Still needed or to be corrected: May, Wallet / Public key of the token.');
    await type('Wallet', wallet);
    const box = [...document.querySelectorAll<HTMLLabelElement>('label.check')].find((l) =>
      l.textContent?.includes('Approve'),
    );
    box?.querySelector('input')?.click();
    await type('Public key of the token', 'ab'.repeat(32));
    await shows('to be corrected: Wallet / Public key of the token.');
    await type('Public key of the token', '');
    await press('Give the key');
    await press('Yes: Give the key');
    await shows('Journal entry 90');
    expect(sent[0]?.body).toEqual({ name: 'carl', label: 'phone', wallet, scopes: ['approve'], reference: 'key-carl' });
  });

  test('frozen books go on with a reason', async () => {
    const frozen = { since: '2026-10-05T00:00:00Z', text: 'two final blocks', evidence: { block: '9' } };
    await enter(ann, 'health', {
      [`${at}/health`]: { ...health, frozen },
      [`${at}/thaw`]: keep({ frozen: false }),
    });
    await press('Thaw the books');
    await shows('Thaw the books?');
    expect(button('Yes: Thaw the books').disabled).toBe(true);
    await type('Reason', 'the node was on another branch');
    await press('Yes: Thaw the books');
    await shows('Recorded');
    expect(sent[0]?.body).toEqual({ reason: 'the node was on another branch' });
  });

  test('one wallet is looked up on the sanctions list', async () => {
    await enter(ann, 'record', {
      [`${at}/holds/${wallet}`]: { wallet, sanctioned: true, held: true, reason: 'asked' },
    });
    choose('Sanctions list');
    await type('Wallet', '0x1');
    await shows('Write 0x and 40 hexadecimal digits.');
    await type('Wallet', wallet);
    await shows('It is on the sanctions list');
    await shows('It is held back: asked');
  });

  test('in Chinese', async () => {
    await enter(ann, 'record');
    setLanguage('zh');
    try {
      await shows('积分与质押');
      choose('积分与质押');
      await shows('仍须填写或更正：钱包, 积分数量');
    } finally {
      setLanguage('en');
    }
  });
});
