// What is paid in the reader's currency, where the price list has it: chosen once, remembered, with source and day.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accessible } from './axe.mjs';
import { fits, settled, visitor, watch } from './browser.mjs';
import { euro, rate } from './stage.mjs';
import { world } from './world.mjs';

describe('the currency', () => {
  for (const [language, name, note] of [
    ['en', 'Currency', `1 EUR is ${euro} USD, for`],
    ['zh', '货币', `1 EUR = ${euro} USD，日期：`],
  ])
    test(`is chosen and remembered, on a phone (${language})`, async (t) => {
      const { stage } = world;
      const context = await visitor(world.browser, { phone: true, dark: language === 'zh', kept: { language } });
      t.after(() => context.close());
      const page = await context.newPage();
      const faults = watch(page, stage.url);
      await page.goto(`${stage.url}/buy`);
      await settled(page);
      const { paid } = await stage.api('/quote?quantity=1');
      const dollars = (Number(paid.amount) / 1e18) * Number(rate);
      const shows = (value, currency) =>
        page
          .getByText(
            `≈${value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} ${currency}`,
          )
          .filter({ visible: true })
          .first()
          .waitFor();
      await shows(dollars, 'USD');
      await page.getByRole('combobox', { name }).selectOption('EUR');
      await shows(dollars / Number(euro), 'EUR');
      await page.getByText(note).waitFor();
      await fits(page);
      await accessible(page);
      await page.goto(stage.url);
      await settled(page);
      assert.equal(await page.getByRole('combobox', { name }).inputValue(), 'EUR');
      assert.match(await page.locator('main').innerText(), /≈[0-9,.]+ EUR/);
      await page.getByRole('combobox', { name }).selectOption('USD');
      assert.doesNotMatch(await page.locator('main .stats').first().innerText(), /EUR/);
      await accessible(page);
      assert.deepEqual(faults, []);
    });
});
