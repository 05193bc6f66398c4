// Every page in every dress: English and Chinese, light and dark, desktop and phone. Nothing on the console, nothing from
// elsewhere, nothing to scroll sideways, nothing that axe finds against WCAG 2.2 AA.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accessible, findings } from './axe.mjs';
import { fits, settled, visitor, watch } from './browser.mjs';
import { addressOf, places, visitOf } from './places.mjs';
import { world } from './world.mjs';

const dresses = [
  { name: 'light', inspect: true },
  { name: 'dark', dark: true, inspect: true },
  { name: 'Chinese', language: 'zh' },
  { name: 'phone', phone: true, inspect: true },
  { name: 'Chinese dark phone', phone: true, dark: true, language: 'zh' },
];

const chinese = /[\u4e00-\u9fff]/;

/** Opens a place and does something with it. */
async function at(place, { language, ...dress }, look) {
  const context = await visitor(world.browser, { ...dress, ...(await visitOf(place, language)) });
  try {
    const page = await context.newPage();
    const faults = watch(page, world.stage.url);
    await page.goto(await addressOf(place));
    await settled(page);
    return await look(page, faults);
  } finally {
    await context.close();
  }
}

for (const { name, language = 'en', inspect, ...dress } of dresses) {
  describe(`every page, ${name}`, { concurrency: 2 }, () => {
    for (const place of places) {
      test(place.name, () =>
        at(place, { language, ...dress }, async (page, faults) => {
          const { lang, dark, title } = await page.evaluate(() => ({
            lang: document.documentElement.lang,
            dark: getComputedStyle(document.documentElement).colorScheme === 'dark',
            title: document.querySelector('main h1').textContent,
          }));
          assert.ok(lang.startsWith(language), `the document says that it is in ${lang}`);
          assert.equal(chinese.test(title), language === 'zh', title);
          assert.equal(dark, dress.dark ?? false);
          if (place.operator) await page.getByText('ann', { exact: true }).first().waitFor();
          await fits(page);
          if (inspect) await accessible(page);
          assert.deepEqual(faults, []);
        }),
      );
    }
  });
}

describe('what these tests look at', () => {
  test('every page of the menu is among them', () =>
    at(places[0], {}, async (page) => {
      const menu = await page.locator('nav a').evaluateAll((links) => links.map((a) => new URL(a.href).pathname));
      const known = new Set(await Promise.all(places.map(async (p) => new URL(await addressOf(p)).pathname)));
      assert.deepEqual(
        menu.filter((path) => !known.has(path)),
        [],
      );
      assert.ok(menu.length >= 9);
    }));

  test('a page with faults is found out', () =>
    at(places[0], { phone: true }, async (page, faults) => {
      await page.evaluate(() => {
        document.querySelector('main').insertAdjacentHTML('beforeend', '<img src="/favicon.svg"><p id="wide">wide</p>');
        document.getElementById('wide').style.width = '500px';
        document.querySelector('main h1').style.color = '#ccc';
        console.warn('a warning');
        return fetch('http://127.0.0.1:9/').catch(() => undefined);
      });
      await assert.rejects(fits(page), /500|p\. to/);
      const found = (await findings(page)).join('\n');
      assert.match(found, /image-alt/);
      assert.match(found, /color-contrast/);
      assert.ok(faults.some((f) => f.includes('a warning')));
      assert.ok(faults.some((f) => f.includes('http://127.0.0.1:9') || f.includes('Content Security Policy')));
    }));
});
