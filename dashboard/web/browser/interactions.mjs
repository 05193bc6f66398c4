// How long the page takes to answer somebody on a slow machine: the processor four times slower, every press and key from the event to the
// next frame, as the browser itself measures it (Event Timing). A measurement for docs/performance.md, not a test.
import { open, settled, visitor } from './browser.mjs';
import { group } from './places.mjs';
import { raise } from './stage.mjs';
import { world } from './world.mjs';

const slower = 4;
const frame = 16; // milliseconds: what the browser does not report took less

/** What somebody does on each page. */
const visits = [
  ['sale', '/', async (page) => page.keyboard.press('Tab')],
  [
    'buy',
    '/buy',
    async (page) => {
      const field = page.getByRole('textbox', { name: 'Nodes', exact: true });
      for (const n of ['2', '7', '20', '1.5', '5']) {
        await field.fill('');
        await field.pressSequentially(n);
      }
    },
  ],
  [
    'nodes',
    `/nodes?wallet=${group.join(',')}`,
    async (page) => {
      for (const step of ['Weeks', 'Months', 'Days', 'GPU', 'USDT'])
        await page.locator('.segments label', { hasText: step }).first().click();
      await page.getByText('Figures as a table').first().click();
    },
  ],
  [
    'estimator',
    '/estimator?nodes=7&token-price=0.25&eth-price=3000',
    async (page) => {
      const field = page.getByRole('textbox', { name: /^Price of a token/ });
      await field.fill('');
      await field.pressSequentially('0.375');
    },
  ],
  [
    'menu',
    '/',
    async (page) => {
      for (const name of ['Buy nodes', 'Estimator', 'My nodes', 'Rewards', 'Books'])
        await page.getByRole('navigation').getByRole('link', { name }).click();
    },
  ],
];

const part = (list, p) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))];

async function measure(name, path, act) {
  const context = await visitor(world.browser);
  try {
    await context.addInitScript((least) => {
      window.took = [];
      window.acts = 0;
      for (const type of ['click', 'keydown']) addEventListener(type, (e) => e.isTrusted && window.acts++, true);
      new PerformanceObserver((list) => {
        for (const e of list.getEntries()) if (e.interactionId) window.took.push([e.interactionId, e.duration]);
      }).observe({ type: 'event', durationThreshold: least, buffered: true });
    }, frame);
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await page.goto(world.stage.url + path);
    await settled(page);
    await act(page);
    await page.waitForTimeout(1000);
    const { took, acts } = await page.evaluate(() => ({ took: window.took, acts: window.acts }));
    const longest = new Map();
    for (const [id, duration] of took) longest.set(id, Math.max(duration, longest.get(id) ?? 0));
    const list = [...longest.values()];
    while (list.length < acts) list.push(frame); // shorter than a frame
    return { name, list };
  } finally {
    await context.close();
  }
}

world.browser = await open();
world.stage = await raise({ blockTime: '1s' });
try {
  const all = [];
  for (const [name, path, act] of visits) {
    const { list } = await measure(name, path, act);
    all.push(...list);
    console.log(`${name}: ${list.length} interactions, p75 ${part(list, 0.75)} ms, longest ${Math.max(...list)} ms`);
  }
  console.log(`all: ${all.length} interactions, p75 ${part(all, 0.75)} ms, longest ${Math.max(...all)} ms`);
} finally {
  await world.browser.close();
  await world.stage.stop();
}
