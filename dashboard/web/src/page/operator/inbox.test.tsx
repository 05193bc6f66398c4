import { describe, expect, test } from 'vitest';
import { setLanguage } from '../../i18n';
import { ann, at, bob, detail, eachAlone, enter, inbox, item } from '../../testing/operator';
import { press, shows, text, until } from '../../testing/screen';

eachAlone();

const proposed = (yours: boolean) =>
  item('inbox-run-proposed', 'payouts', '2026-10', yours, { run: '2026-10', total: '300 USDT', operator: 'ann' });

const said = "run 2026-10 of 300 USDT, proposed by ann, needs another operator's approval";

describe('what waits', () => {
  test('stands on every tab, and leads to the run that it is about', async () => {
    await enter(bob, 'health', { [`${at}/inbox`]: inbox(proposed(true), item('inbox-text', 'rules', '', true)) });
    await shows('Waits for you (2)');
    await press(said);
    await until(() => window.location.search.includes('tab=payouts'));
    expect(window.location.search).toContain('run=2026-10');
    await until(() => document.querySelector('.row[aria-expanded=true]'));
    expect(text()).toContain('Waits for you (2)');
  });

  test('what somebody else must do is counted apart, with what it takes', async () => {
    await enter(ann, 'month', { [`${at}/inbox`]: inbox(proposed(false)) });
    await shows('Nothing waits for you');
    expect(text()).toContain('Waits for others (1)');
    expect(text()).toContain('takes another operator or the scope');
  });

  test('is asked again when something was recorded here', async () => {
    let left = true;
    const served = await enter(bob, 'payouts', {
      [`${at}/inbox`]: () => (left ? inbox(proposed(true)) : inbox()),
      [`${at}/payouts/2026-10/approve`]: () => {
        left = false;
        return { ...detail({ state: 'approved' }), reference: '2026-10-approve', already_recorded: false };
      },
    });
    await shows('Waits for you (1)');
    await press(said);
    await press('Approve');
    await press('Yes: Approve');
    await shows('Nothing waits for you');
    expect(served.asked.filter((a) => a.includes('/inbox')).length).toBeGreaterThan(1);
  });

  test('in Chinese', async () => {
    await enter(bob, 'month', { [`${at}/inbox`]: inbox(proposed(true)) });
    await shows('Waits for you (1)');
    setLanguage('zh');
    try {
      await shows('等待你处理（1）');
      expect(text()).toContain('须由另一位操作员审批');
    } finally {
      setLanguage('en');
    }
  });
});
