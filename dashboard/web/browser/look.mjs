// Every page in every dress: English and Chinese, light and dark, desktop and phone. Nothing on the console, nothing from
// elsewhere, nothing to scroll sideways, nothing that axe finds against WCAG 2.2 AA.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { fits, settled, visitor, watch } from './browser.mjs';
import { annsCookies, places } from './places.mjs';
import { world } from './world.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds, a line for each element. */
async function findings(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate((values) => window.axe.run(document, { runOnly: { type: 'tag', values } }), rules);
  return violations.flatMap((v) => v.nodes.map((n) => `${v.id}: ${n.target.join(' ')}: ${n.failureSummary.replaceAll(/\s+/g, ' ')}`));
}

const dresses = [
  { name: 'light', inspect: true },
  { name: 'dark', dark: true, inspect: true },
  { name: 'Chinese', language: 'zh' },
  { name: 'phone', phone: true, inspect: true },
  { name: 'Chinese dark phone', phone: true, dark: true, language: 'zh' },
];

const chinese = /[\u4e00-\u9fff]/;

for (const { name, language = 'en', inspect, ...dress } of dresses) {
  describe(`every page, ${name}`, () => {
    for (const place of places) {
      test(place.name, async () => {
        const context = await visitor(world.browser, { ...dress, kept: { ...place.kept, language }, cookies: place.operator && (await annsCookies()) });
        try {
          const page = await context.newPage();
          const faults = watch(page, world.stage.url);
          await page.goto(world.stage.url + place.path);
          await settled(page);
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
          if (inspect) assert.deepEqual(await findings(page), []);
          assert.deepEqual(faults, []);
        } finally {
          await context.close();
        }
      });
    }
  });
}
