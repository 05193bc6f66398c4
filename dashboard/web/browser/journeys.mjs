// From the first page to what somebody came for, counted in presses of links and buttons. The holder's way to a claim is in claim.mjs, the
// treasurer's from revenue to a settled run in treasurer.mjs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accessible } from './axe.mjs';
import { fits, presses, reach, settled, visitor, watch } from './browser.mjs';
import { fundedAccount } from './funded.mjs';
import { scanned } from './scan.mjs';
import { until } from './stage.mjs';
import { Wallet, walletName } from './wallet.mjs';
import { world } from './world.mjs';

const finality = 60_000;

const lastStep = (page) =>
  page
    .getByRole('list', { name: 'Your purchase' })
    .locator('li.done', { hasText: 'Final' })
    .waitFor({ timeout: finality });

/** The first page, for somebody who was never here, with a wallet that has coins. */
async function arrive(t) {
  const context = await visitor(world.browser);
  t.after(() => context.close());
  const wallet = new Wallet(world.stage.node, await fundedAccount(world.stage.node, 10n ** 18n));
  await wallet.enter(context);
  const pressed = await presses(context);
  const page = await context.newPage();
  await page.goto(world.stage.url);
  await settled(page);
  return { page, wallet, pressed };
}

describe('journeys', () => {
  for (const phone of [false, true])
    test(`without a wallet the page is opened in one on a phone (${phone ? 'on it' : 'by its code'})`, async (t) => {
      const context = await visitor(world.browser, { phone, dark: true });
      t.after(() => context.close());
      const page = await context.newPage();
      const faults = watch(page, world.stage.url);
      await page.goto(`${world.stage.url}/buy?quantity=3`);
      await settled(page);
      await page.getByText('Open this page in a wallet on a phone').first().click();
      const code = page.getByRole('img', { name: 'QR code of this page’s address' }).first();
      await code.waitFor();
      assert.equal(await scanned(page, code), page.url());
      assert.equal(await page.getByRole('link', { name: 'Open in MetaMask' }).first().isVisible(), phone);
      await fits(page);
      await accessible(page);
      assert.deepEqual(faults, []);
    });

  test('a visitor: from the first page to a final purchase in three presses', async (t) => {
    const { page, wallet, pressed } = await arrive(t);
    await page.getByRole('navigation').getByRole('link', { name: 'Buy nodes' }).click();
    await page.getByRole('button', { name: `Connect ${walletName}` }).click();
    await page.locator('button.main:not([disabled])', { hasText: /^Pay / }).click();
    await lastStep(page);
    assert.equal(wallet.sent.length, 1);
    assert.equal(pressed(), 3);
  });

  test('the same with the keyboard alone', async (t) => {
    const { page, wallet } = await arrive(t);
    let stops = await reach(page, 'Buy nodes');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: `Connect ${walletName}` }).waitFor();
    stops += await reach(page, `Connect ${walletName}`);
    await page.keyboard.press('Enter');
    await page.locator('button.main:not([disabled])', { hasText: /^Pay / }).waitFor();
    stops += await reach(page, /^Pay /);
    await page.keyboard.press('Enter');
    await lastStep(page);
    assert.equal(wallet.sent.length, 1);
    assert.ok(stops <= 60, `${stops} stops of the Tab key`);
  });

  test('anybody: from the first page to an estimate that a link shows to others, in two presses', async (t) => {
    const { page, pressed } = await arrive(t);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('navigation').getByRole('link', { name: 'Estimator' }).click();
    await settled(page);
    await page.getByRole('textbox', { name: /^Price of a token/ }).fill('0.25');
    await page.waitForURL(/token-price=0\.25/);
    await settled(page);
    await page.getByRole('button', { name: 'Copy link to this estimate' }).click();
    assert.equal(pressed(), 2);
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const figures = (p) => p.locator('main .stats dd').allTextContents();
    const other = await visitor(world.browser);
    t.after(() => other.close());
    const theirs = await other.newPage();
    await theirs.goto(link);
    await settled(theirs);
    const own = await figures(theirs);
    await until('both pages to show the same', async () => `${await figures(page)}` === `${own}`);
    assert.ok(
      own.some((text) => text.includes('USD')),
      own.join(' '),
    );
    assert.ok(own.length >= 4, own.join(' '));
  });
});
