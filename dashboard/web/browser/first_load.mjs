// How soon the sale's page can be used, and how much code that takes, measured from the network and the browser's own clock.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { visitor } from './browser.mjs';
import { world } from './world.mjs';

const loads = 5;
const soon = 1000; // milliseconds, in the median of the loads
const mostCode = 60_000; // bytes of JavaScript, gzip
const mostTrips = 3; // the document, what it names, and at once the page's code and what the server says
const slow = 300; // milliseconds that an answer takes there

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** Runs in the page before anything of it: notes when the whole ladder of tiers is there. */
function noteLadder(tiers) {
  new MutationObserver((_, seen) => {
    const rows = document.querySelectorAll('main table:first-of-type tbody tr');
    if (rows.length < tiers) return;
    seen.disconnect();
    requestAnimationFrame(() => (window.ladderShown = performance.now()));
  }).observe(document, { childList: true, subtree: true });
}

/** Loads the sale's page as a new visitor does, with an empty cache. */
async function load() {
  const context = await visitor(world.browser);
  try {
    await context.addInitScript(noteLadder, 15);
    const page = await context.newPage();
    const scripts = new Map();
    page.on('response', (r) => {
      if (r.request().resourceType() === 'script') scripts.set(r.url(), r);
    });
    await page.goto(world.stage.url);
    await page.waitForFunction(
      () => window.ladderShown > 0 && performance.getEntriesByName('first-contentful-paint').length > 0,
    );
    const { paint, ladder } = await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0].startTime,
      ladder: window.ladderShown,
    }));
    await page.waitForLoadState('networkidle');
    const bodies = await Promise.all([...scripts.values()].map((r) => r.body()));
    const packed = bodies.reduce((n, b) => n + gzipSync(b, { level: 9 }).length, 0);
    const sent = (await Promise.all([...scripts.values()].map((r) => r.request().sizes()))).reduce(
      (n, s) => n + s.responseBodySize,
      0,
    );
    return { paint, ladder, packed, sent, files: bodies.length };
  } finally {
    await context.close();
  }
}

describe('the first load of the sale', () => {
  const seen = [];
  test(`is painted, and its tiers are there, within ${soon} ms`, async (t) => {
    for (let i = 0; i < loads; i++) seen.push(await load());
    const [paint, ladder] = [median(seen.map((s) => s.paint)), median(seen.map((s) => s.ladder))];
    t.diagnostic(`first contentful paint ${seen.map((s) => Math.round(s.paint))} ms, median ${Math.round(paint)}`);
    t.diagnostic(`tier ladder ${seen.map((s) => Math.round(s.ladder))} ms, median ${Math.round(ladder)}`);
    assert.ok(paint <= soon, `painted after ${paint} ms`);
    assert.ok(ladder <= soon, `the ladder is there after ${ladder} ms`);
  });

  test(`takes at most ${mostCode} bytes of JavaScript`, (t) => {
    const [{ packed, sent, files }] = seen;
    t.diagnostic(`${packed} bytes gzip in ${files} files, ${sent} bytes as the server sent them`);
    assert.ok(files > 0 && packed <= mostCode, `${packed} bytes`);
    assert.ok(sent <= mostCode, `the server sends ${sent} bytes: it does not pack them`);
  });

  test(`waits for ${mostTrips} answers one after the other, whatever each takes`, async (t) => {
    const context = await visitor(world.browser);
    await context.addInitScript(noteLadder, 15);
    const page = await context.newPage();
    t.after(async () => {
      await page.unrouteAll({ behavior: 'ignoreErrors' });
      await context.close();
    });
    const asked = [];
    await page.route('**/*', async (route) => {
      const from = performance.now();
      await new Promise((resolve) => setTimeout(resolve, slow));
      const answer = await route.fetch();
      asked.push({ path: new URL(route.request().url()).pathname, from, to: performance.now() });
      await route.fulfill({ response: answer });
    });
    await page.route('**/api/v1/events', (route) => route.abort());
    await page.goto(world.stage.url);
    await page.waitForFunction(() => window.ladderShown > 0);
    // The most that do not overlap: each of them was asked for when the one before had come.
    const chain = [];
    for (const one of asked.sort((a, b) => a.to - b.to)) if (one.from >= (chain.at(-1)?.to ?? 0)) chain.push(one);
    t.diagnostic(`${asked.length} requests, one after the other: ${chain.map((c) => c.path).join(' ')}`);
    const sale = asked.find((a) => a.path === '/api/v1/sale');
    const code = asked.find((a) => /\/assets\/sale-/.test(a.path));
    assert.ok(sale.from < code.to, 'the sale is asked for when its code has come');
    assert.equal(asked.filter((a) => a.path === '/api/v1/sale').length, 1);
    assert.ok(chain.length <= mostTrips, chain.map((c) => c.path).join(' '));
  });
});
