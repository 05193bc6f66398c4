import { describe, expect, test } from 'vitest';
import { ann, at, audit, bob, button, eachAlone, enter, keep, sent } from '../../testing/operator';
import { field, press, shows, type, until } from '../../testing/screen';
import { type Answer, Refusal } from '../../testing/server';

eachAlone();

describe('facts', () => {
  async function revenue(answer: Answer, check: Answer = { sources: [], similar: [] }, source = 'dapp') {
    await enter(ann, 'record', { [`${at}/revenue`]: keep(answer), [`${at}/revenue/check`]: check });
    await until(() => !field('Source').disabled);
    await type('Source', source);
    await type('Amount', '1250.50');
    await type('Time (UTC)', '2026-10-30T12:00');
    await type('Reference', 'inv-7');
    await press('Record the revenue');
    await shows('Record this revenue?');
  }
  const yes = async () => {
    await until(() => !button('Yes: Record the revenue').disabled);
    await press('Yes: Record the revenue');
  };
  const tick = async () => document.querySelector<HTMLInputElement>('.confirm input[type=checkbox]')?.click();

  test('revenue is recorded as it was typed', async () => {
    await revenue({ reference: 'inv-7', already_recorded: false, sequence: 81 });
    await yes();
    await shows('RecordedReference inv-7 · Journal entry 81');
    expect(sent[0]?.body).toEqual({
      reference: 'inv-7',
      source: 'dapp',
      amount: '1250.50',
      at: '2026-10-30T12:00:00Z',
    });
  });

  test('the same reference twice says so', async () => {
    await revenue({ reference: 'inv-7', already_recorded: true, sequence: 81 });
    await yes();
    await shows('Recorded before: nothing was written');
  });

  test('a reference that is almost another one’s is asked about', async () => {
    const similar = [{ ...audit('INV-7', 80, 'bob'), kind: 'revenue' }];
    await revenue({ reference: 'inv-7', already_recorded: false, sequence: 81 }, { sources: [], similar });
    await shows('INV-7 was recorded on 2026-10-06 00:00:00 UTC by bob: is it the same?');
    expect(button('Yes: Record the revenue').disabled).toBe(true);
    expect(sent).toHaveLength(0);
    await tick();
    await yes();
    await shows('Journal entry 81');
  });

  test('the same reference of the same operator is asked about by nobody: it is recorded once', async () => {
    const similar = [{ ...audit('inv-7', 80, 'ann'), kind: 'revenue' }];
    await revenue({ reference: 'inv-7', already_recorded: true, sequence: 80 }, { sources: [], similar });
    await until(() => !button('Yes: Record the revenue').disabled);
  });

  test('a source that was never used is asked about', async () => {
    await revenue({ reference: 'inv-7', already_recorded: false, sequence: 81 }, undefined, 'shop');
    await shows('No revenue was ever recorded of “shop”. There is: dapp.');
    expect(button('Yes: Record the revenue').disabled).toBe(true);
  });

  test('the sources of the program file are a choice', async () => {
    await enter(ann, 'record', { [`${at}/revenue/check`]: { sources: ['dapp', 'fiat'], similar: [] } });
    const select = await until(() => document.querySelector('select'));
    expect([...select.options].map((o) => o.value)).toEqual(['', 'dapp', 'fiat']);
    await shows('Still needed or to be corrected: Source, Amount, Time (UTC), Reference.');
  });

  test('what is wrong with an amount names what is allowed', async () => {
    await enter(ann, 'record');
    await type('Amount', '1,250.50');
    await shows('at most one point and 36 places, such as 1250.50, without commas');
  });

  test('every row of a file that is wrong is shown with its number', async () => {
    await enter(ann, 'record', {
      [`${at}/revenue/import`]: keep(
        new Refusal(422, 'invalid', '2 rows are wrong, and nothing was recorded', {
          rows: [
            { row: 1, text: '"x" is not an amount' },
            { row: 3, text: 'it has 3 cells instead of 4' },
          ],
        }),
      ),
    });
    const choice = await until(() =>
      [...document.querySelectorAll('label')].find((l) => l.textContent === 'Revenue file'),
    );
    choice.querySelector('input')?.click();
    const csv = 'reference,source,amount,at\na,dapp,x,2026-10-01T00:00:00Z\nb,dapp,1,2026-10-01T00:00:00Z\nc,dapp,1';
    await type('Or paste it', csv);
    await press('Import');
    await press('Yes: Import');
    await shows('2 rows are wrong');
    const rows = [...document.querySelectorAll('tbody tr')].map((r) =>
      [...r.querySelectorAll('td')].map((c) => c.textContent),
    );
    expect(rows).toEqual([
      ['1', '"x" is not an amount', 'a,dapp,x,2026-10-01T00:00:00Z'],
      ['3', 'it has 3 cells instead of 4', 'c,dapp,1'],
    ]);
    expect(sent[0]?.body).toEqual({ format: 'csv', name: 'pasted', text: csv });
  });

  test('rows of Stripe’s report are left out with a reason, and rows of closed months booked now', async () => {
    await enter(ann, 'record', {
      [`${at}/revenue/import`]: keep({
        rows: 2,
        recorded: 2,
        already_recorded: 0,
        skipped: {},
        left_out: { 'currency=eur': 1 },
      }),
    });
    const pick = async (name: string) => {
      const choice = await until(() => [...document.querySelectorAll('label')].find((l) => l.textContent === name));
      choice.querySelector('input')?.click();
    };
    await pick('Revenue file');
    await pick('Stripe');
    await type('Time zone', 'America/Chicago');
    await type('Leave rows out', 'currency=eur, reporting_category=other_adjustment');
    await type('Reason', 'booked by hand');
    await pick('Book now, with their own date in a note');
    await type('Or paste it', 'id,created\nx,y');
    await press('Import');
    await press('Yes: Import');
    await shows('Left out on request: 1 row of currency=eur.');
    expect(sent[0]?.body).toEqual({
      format: 'stripe',
      name: 'pasted',
      text: 'id,created\nx,y',
      source: 'fiat',
      timezone: 'America/Chicago',
      skip: ['currency=eur', 'reporting_category=other_adjustment'],
      reason: 'booked by hand',
      late: 'now',
    });
  });

  test('a key that may not record sees why', async () => {
    await enter(bob, 'record');
    await shows('Your key may not record facts.');
    expect(button('Record the revenue').disabled).toBe(true);
  });
});
