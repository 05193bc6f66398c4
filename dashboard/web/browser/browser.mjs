// Chromium, driven for the tests. Every context is a new visitor: no cookies, nothing remembered.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { fontFolder } from './font.mjs';

const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
const args = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium with an empty profile. */
export async function open() {
  const home = fontFolder();
  const browser = await chromium.launch({
    executablePath: program,
    args,
    env: { ...process.env, XDG_DATA_HOME: home },
  });
  browser.on('disconnected', () => rmSync(home, { recursive: true, force: true }));
  return browser;
}

/** A visitor of the page. kept: what this browser remembers of earlier visits, by name. */
export async function visitor(
  browser,
  { dark = false, phone = false, kept = {}, cookies, width = 1280, height = 900, ...more } = {},
) {
  const context = await browser.newContext({
    viewport: phone ? { width: 390, height: 844 } : { width, height },
    hasTouch: phone,
    isMobile: phone,
    colorScheme: dark ? 'dark' : 'light',
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
    acceptDownloads: true,
    ...more,
  });
  context.setDefaultTimeout(15_000);
  if (cookies) await context.addCookies(cookies);
  await context.addInitScript((values) => {
    for (const [name, v] of Object.entries(values))
      if (localStorage.getItem(`nodeledger.${name}`) === null)
        localStorage.setItem(`nodeledger.${name}`, JSON.stringify(v));
  }, kept);
  return context;
}

/** Watches a page: what it writes on the console as an error or a warning, what it throws, and what it asks of other origins. */
export function watch(page, origin) {
  const faults = [];
  page.on('console', (m) => {
    if (['error', 'warning'].includes(m.type())) faults.push(`console ${m.type()}: ${m.text()} (${m.location().url})`);
  });
  page.on('pageerror', (e) => faults.push(`thrown: ${e.stack ?? e.message}`));
  page.on('request', (r) => {
    const url = new URL(r.url());
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== origin) faults.push(`a request to ${url.origin}`);
  });
  page.on('requestfailed', (r) => {
    const why = r.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') faults.push(`${r.url()}: ${why}`); // the page aborts what nobody waits for any more
  });
  return faults;
}

/** Waits until nothing of the page is being read: its heading is there, and no grey bars, down to its end and up again. */
export async function settled(page) {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => {
    const waits = document.querySelector('.skeleton, [aria-busy=true]');
    waits?.scrollIntoView(); // parts of it are read when they come into view
    return !waits;
  });
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** Fails when the page can be scrolled sideways; says what stands out. */
export async function fits(page) {
  const { wide, room, out } = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    const scrolls = (e) =>
      e &&
      e !== document.body &&
      (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(e).overflowX) || scrolls(e.parentElement));
    const out = [...document.body.querySelectorAll('*')]
      .filter((e) => e.getBoundingClientRect().right > room + 1 && !scrolls(e))
      .map((e) => `${e.tagName.toLowerCase()}.${e.className} to ${Math.round(e.getBoundingClientRect().right)}`);
    return {
      wide: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
      room,
      out: out.slice(0, 5),
    };
  });
  assert.ok(
    wide <= room && out.length === 0,
    `${new URL(page.url()).pathname} is ${wide} wide in a window of ${room}: ${out.join('; ')}`,
  );
}

const most = 200; // stops of the Tab key until something is reached

/** Goes to a control with the Tab key alone, and gives how many stops it took. */
export async function reach(page, name) {
  for (let stops = 1; stops <= most; stops++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const e = document.activeElement;
      return (e?.getAttribute('aria-label') ?? e?.textContent ?? '').trim();
    });
    if (typeof name === 'string' ? at === name : name.test(at)) return stops;
  }
  throw new Error(`${name} is not reached with ${most} stops of the Tab key`);
}

/** Counts what somebody presses in the pages of a context: clicks, also those of the keyboard. */
export async function presses(context) {
  let count = 0;
  await context.exposeFunction('countPress', () => {
    count++;
  });
  await context.addInitScript(() =>
    addEventListener('click', (e) => e.isTrusted && e.target.closest('a, button, label') && window.countPress(), true),
  );
  return () => count;
}
