// Pictures of the page for the README, in docs/img: every page in English and light; the main ones also dark, in Chinese, and
// on a phone. The chain stands still meanwhile and the browser's clock shows its time, so that the same program gives the same
// pictures, but for when an operator's session ends.
import { mkdirSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { open, settled, visitor } from './browser.mjs';
import { devnetWallet } from './chain.mjs';
import { addressOf, claimants, places, visitOf } from './places.mjs';
import { raise, until } from './stage.mjs';
import { Wallet, walletName } from './wallet.mjs';
import { world } from './world.mjs';

const folder = fileURLToPath(new URL('../../../docs/img/', import.meta.url));
const main = ['sale', 'buy', 'estimator', 'nodes', 'rewards', 'payouts', 'books', 'operator-month'];
const tallest = 1200; // pixels
const most = 300_000; // bytes of a picture

const connect = (page) => page.locator('.wallets button', { hasText: walletName }).click();

/** What is done on a page before its picture is taken. */
const poses = {
  async buy(page) {
    await connect(page);
    await page.locator('.stepper input').fill('7');
    await page.locator('button.main.full:not([disabled])').waitFor();
  },
  async payouts(page) {
    await connect(page);
    await page.locator('.claim button.main:not([disabled])').first().waitFor();
  },
  async 'operator-payouts'(page) {
    await page.locator('.rows button.row').nth(1).click();
    await page.locator('.run-detail').waitFor();
  },
};

async function picture(place, suffix, { language = 'en', ...dress }) {
  const context = await visitor(world.browser, { ...dress, ...(await visitOf(place, language)) });
  try {
    await context.clock.setFixedTime(new Date(world.now));
    await new Wallet(world.stage.node, place.name === 'payouts' ? world.claimant : devnetWallet(30)).enter(context);
    const page = await context.newPage();
    await page.goto(await addressOf(place));
    await settled(page);
    await poses[place.name]?.(page);
    await settled(page);
    const { width } = page.viewportSize();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(Math.max(height, 700), tallest) });
    await page.evaluate(() => document.fonts.ready);
    const path = `${folder}${place.name}${suffix}.png`;
    await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
    const { size } = statSync(path);
    if (size > most) throw new Error(`${path} has ${size} bytes, at most ${most} are allowed`);
    console.log(`${place.name}${suffix}.png  ${Math.ceil(size / 1000)} kB`);
  } finally {
    await context.close();
  }
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
[world.stage, world.browser] = await Promise.all([raise({ blockTime: '24h' }), open()]);
try {
  // The books follow the last block of the year before the first picture.
  const { as_of } = await until('the books to stand at a final block', async () => {
    const sale = await world.stage.api('/sale');
    return sale.as_of.block === sale.as_of.final && sale;
  });
  world.claimant = (await claimants())[0].account;
  world.now = Date.parse(as_of.time) + 60_000;
  for (const place of places.filter((p) => !p.name.endsWith('-empty'))) {
    await picture(place, '', {});
    if (!main.includes(place.name)) continue;
    await picture(place, '-dark', { dark: true });
    await picture(place, '-zh', { language: 'zh' });
    await picture(place, '-phone', { phone: true });
  }
} finally {
  await world.browser.close();
  await world.stage.stop();
}
