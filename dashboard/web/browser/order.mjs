// The order as it is typed: in both languages, light and dark, at a desk and on a phone.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { getAddress } from 'viem';
import { accessible } from './axe.mjs';
import { fits, settled, visitor } from './browser.mjs';
import { devnetWallet } from './chain.mjs';
import { rate } from './stage.mjs';
import { Wallet } from './wallet.mjs';
import { world } from './world.mjs';

const dresses = [
  { name: 'desk', language: 'en' },
  { name: 'desk, dark, Chinese', language: 'zh', dark: true },
  { name: 'phone', language: 'en', phone: true },
  { name: 'phone, dark, Chinese', language: 'zh', dark: true, phone: true },
];

const says = {
  en: {
    whole: 'Nodes come whole and above zero',
    digits: 'Write digits only',
    wide: 'Write plain digits: 12',
    empty: 'Enter how many nodes',
    receiver: 'The nodes go to the wallet that pays:',
    quota: 'tiers have room',
    missing: 'Page not found',
  },
  zh: {
    whole: '大于零的整数',
    digits: '只写数字',
    wide: '请使用半角数字：12',
    empty: '请输入节点数量',
    receiver: '节点归付款的钱包所有：',
    quota: '还有额度',
    missing: '找不到',
  },
};

const typed = [
  ['1.5', 'whole'],
  ['1,5', 'whole'],
  ['-3', 'whole'],
  ['1e3', 'digits'],
  ['abc', 'digits'],
  ['5 nodes', 'digits'],
  ['１２', 'wide'],
  ['', 'empty'],
];

/** The page where nodes are bought, with a wallet that has something connected. */
async function buying(t, { language, ...dress }) {
  const context = await visitor(world.browser, { ...dress, kept: { language } });
  t.after(() => context.close());
  const wallet = new Wallet(world.stage.node, devnetWallet(45));
  await wallet.enter(context);
  const page = await context.newPage();
  await page.goto(`${world.stage.url}/buy`);
  await page.locator('.wallets button').click();
  await page.locator('button.main.full:not([disabled])').waitFor();
  await settled(page);
  return { page, wallet };
}

const pay = (page) => page.locator('button.main.full');
const nodes = (page) => page.locator('.stepper input');
const ready = (page) => page.locator('button.main.full:not([disabled])').waitFor();
const code = (page) => page.locator('.field input[maxlength="128"]');

/** An amount as it is printed, in base units. */
function units(text) {
  const [, left, right = ''] = /^(?:− )?([0-9,]+)(?:\.([0-9]{1,18}))?$/.exec(text.trim());
  return BigInt(left.replaceAll(',', '') + right.padEnd(18, '0'));
}

for (const { name, ...dress } of dresses) {
  const w = says[dress.language];
  describe(`an order, ${name}`, () => {
    test('what is typed stays, says what is wrong, and cannot be paid', async (t) => {
      const { page } = await buying(t, dress);
      for (const [text, why] of typed) {
        await nodes(page).fill('');
        if (text.includes(' '))
          await page.keyboard.insertText(text); // as pasting does
        else await nodes(page).pressSequentially(text);
        await page.getByText(w[why]).waitFor();
        await nodes(page).blur();
        assert.equal(await nodes(page).inputValue(), text);
        assert.equal(await nodes(page).getAttribute('aria-invalid'), 'true', text);
        assert.ok(await pay(page).isDisabled(), `${text} can be paid`);
        assert.equal(await page.locator('.facts .figure').count(), 0, `a price is shown for ${text}`);
      }
      await accessible(page);
      await fits(page);
      await nodes(page).fill('2');
      await ready(page);
    });

    test('every digit is printed, and what is printed adds up; its value stands beside', async (t) => {
      const { page } = await buying(t, dress);
      await nodes(page).fill('7');
      await code(page).fill('ALPHA');
      await page.locator('.about .good').waitFor();
      await ready(page);
      await settled(page);
      const { facts, rows, total, note } = await page.evaluate(() => ({
        facts: [...document.querySelectorAll('.facts > div')].map((d) => d.querySelector('.figure').textContent),
        rows: [...document.querySelectorAll('table tbody tr')].map((r) =>
          [...r.querySelectorAll('.figure')].map((f) => f.textContent),
        ),
        total: document.querySelector('.facts .big .worth').textContent,
        note: document.querySelector('.facts ~ .hint').textContent,
      }));
      const [list, discount, paid, referral] = facts.map(units);
      assert.equal(list - discount, paid);
      assert.equal(referral, paid / 10n);
      assert.ok(rows.length > 0);
      let sum = 0n;
      for (const [, price, quantity, of] of rows) {
        assert.equal(units(price) * BigInt(quantity), units(of));
        sum += units(of);
      }
      assert.equal(sum, list);
      const quote = await world.stage.api(`/quote?quantity=7&code=ALPHA&wallet=${devnetWallet(45).address}`);
      assert.equal(String(paid), quote.paid.amount);
      assert.deepEqual([quote.rate.price, quote.rate.currency, quote.rate.source], [rate, 'USD', 'price-list']);
      const cents = (BigInt(quote.paid.amount) * BigInt(rate.replace('.', '')) + 5n * 10n ** 16n) / 10n ** 17n;
      assert.equal(total.replaceAll(/[^0-9]/g, ''), String(cents), total);
      assert.ok(note.includes('3,012.5 USD') && /20[0-9]{2}/.test(note), note);
    });

    test('who gets the nodes is said with every letter; the quotas are folded', async (t) => {
      const { page } = await buying(t, dress);
      const said = await page.locator('.receiver').innerText();
      assert.ok(said.includes(w.receiver) && said.includes(getAddress(devnetWallet(45).address)), said);
      assert.ok(await page.getByText(w.quota).isVisible());
      assert.equal(await page.locator('.quota').isVisible(), false);
      await page.getByText(w.quota).click();
      await page.locator('.quota').waitFor();
    });

    test('an address that is none is said in the page’s own words', async (t) => {
      const context = await visitor(world.browser, { ...dress, kept: { language: dress.language } });
      t.after(() => context.close());
      const page = await context.newPage();
      const answer = await page.goto(`${world.stage.url}/nope`);
      assert.equal(answer.status(), 404);
      await page.getByRole('heading', { level: 1, name: w.missing }).waitFor();
      await accessible(page);
      await fits(page);
    });
  });
}

describe('an order on a phone', () => {
  test('the total and the button that pays are in sight from the top to the end of the page', async (t) => {
    const { page } = await buying(t, { language: 'en', phone: true });
    for (const at of [0, 300, 100_000]) {
      await page.evaluate((y) => window.scrollTo(0, y), at);
      for (const what of [pay(page), page.locator('.dock-total')]) {
        const box = await what.boundingBox();
        assert.ok(box.y >= 0 && box.y + box.height <= 844, `at ${at} it stands at ${box.y}`);
      }
    }
    // What has the focus is never behind it.
    const covered = await page.evaluate(() => {
      const out = [];
      for (const e of document.querySelectorAll('main a, main button, main input, main summary')) {
        if (e.closest('.dock') || e.tabIndex < 0 || e.disabled || !e.checkVisibility()) continue;
        e.focus();
        const bottom = e.getBoundingClientRect().bottom;
        if (bottom > document.querySelector('.dock').getBoundingClientRect().top) out.push(e.outerHTML.slice(0, 80));
      }
      return out;
    });
    assert.deepEqual(covered, []);
  });

  test('what stops a purchase is said in sight', async (t) => {
    const { page, wallet } = await buying(t, { language: 'en', phone: true });
    wallet.rejects.add('eth_sendTransaction');
    await pay(page).click();
    const said = page.getByText('You declined in your wallet. Nothing was sent.');
    await said.waitFor();
    const box = await said.boundingBox();
    assert.ok(box.y >= 0 && box.y + box.height <= 844, `it stands at ${box.y}`);
  });
});

describe('the price of an order', () => {
  test('that moves while it is looked at is shown with the one before', async (t) => {
    const { page } = await buying(t, { language: 'en' });
    await nodes(page).fill('2');
    await ready(page);
    assert.equal(await page.getByText('The price moved').count(), 0);
    // The chain's prices stand still, so the next answer is changed on its way.
    let moved;
    await page.route('**/api/v1/quote?*', async (route) => {
      const { 'if-none-match': _, ...headers } = route.request().headers();
      const answer = await route.fetch({ headers });
      const quote = await answer.json();
      const paid = (BigInt(quote.paid.amount) * 11n) / 10n;
      moved = { was: quote.paid.amount, now: `${paid}` };
      await route.fulfill({ response: answer, json: { ...quote, paid: { ...quote.paid, amount: `${paid}` } } });
    });
    await pay(page).click();
    const notice = page.getByText(/The price moved from [0-9.]+ ETH to [0-9.]+ ETH/);
    await notice.waitFor();
    const [was, now] = (await notice.innerText()).match(/[0-9.]+(?= ETH)/g);
    assert.deepEqual({ was: `${units(was)}`, now: `${units(now)}` }, moved);
  });
});

describe('the focus', () => {
  const at = (page) => page.evaluate(() => document.activeElement.className || document.activeElement.textContent);
  test('is never lost: after connecting, disconnecting, and a refusal', async (t) => {
    const context = await visitor(world.browser);
    t.after(() => context.close());
    const wallet = new Wallet(world.stage.node, devnetWallet(45));
    await wallet.enter(context);
    const page = await context.newPage();
    await page.goto(`${world.stage.url}/buy`);
    const focus = page.locator('.wallets button');
    await focus.focus();
    await page.keyboard.press('Enter');
    await page.locator('.connected').waitFor();
    assert.match(await at(page), /connected/);
    await page.locator('.connected .button').focus();
    await page.keyboard.press('Enter');
    await focus.waitFor();
    await page.waitForFunction(() => document.activeElement.closest('.wallets'));
    await page.keyboard.press('Enter');
    await ready(page);
    wallet.rejects.add('eth_sendTransaction');
    await pay(page).focus();
    await page.keyboard.press('Enter');
    await page.getByText('You declined in your wallet').waitFor();
    await page.waitForFunction(() => document.activeElement.matches('button.main.full'));
  });

  test('keys do not stop at every amount that can be copied', async (t) => {
    const { page } = await buying(t, { language: 'en' });
    const stops = await page
      .locator('main .amount .copy')
      .evaluateAll((list) => list.map((b) => [b.tabIndex, b.title]));
    assert.ok(stops.length > 0);
    for (const [index, title] of stops) {
      assert.equal(index, -1);
      assert.match(title, /^Copy [0-9.,]+ ETH in base units$/);
    }
  });
});

describe('a table on a phone', () => {
  test('stays one, with its first column in sight; the sale is short', async (t) => {
    const context = await visitor(world.browser, { phone: true });
    t.after(() => context.close());
    const page = await context.newPage();
    await page.goto(world.stage.url);
    await settled(page);
    const table = page.locator('main table').first();
    const before = await table.locator('tbody td').first().boundingBox();
    await page
      .locator('.table-frame')
      .first()
      .evaluate((f) => f.scrollTo(1000, 0));
    const after = await table.locator('tbody td').first().boundingBox();
    assert.equal(before.x, after.x);
    assert.ok(await table.locator('thead').isVisible());
    const high = await page.evaluate(() => document.documentElement.scrollHeight);
    assert.ok(high < 4000, `the sale is ${high} high`);
  });
});

describe('a chart', () => {
  for (const [name, path, unit] of [
    ['estimator', '/estimator?nodes=7&token-price=0.25&eth-price=3000', 'GPU'],
    ['nodes', `/nodes?wallet=${devnetWallet(0).address.toLowerCase()}`, undefined],
  ])
    for (const dress of [{}, { phone: true }])
      test(`${name}${dress.phone ? ' on a phone' : ''}: labels are whole, figures are there from the start`, async (t) => {
        const context = await visitor(world.browser, {
          ...dress,
          kept: { wallets: [devnetWallet(0).address.toLowerCase()] },
        });
        t.after(() => context.close());
        await context.addInitScript(() => {
          window.drawnTexts = [];
          const real = CanvasRenderingContext2D.prototype.fillText;
          CanvasRenderingContext2D.prototype.fillText = function (text, x, y, ...rest) {
            const at = this.getTransform().transformPoint({ x, y });
            const wide = this.measureText(text).width;
            const left = at.x - (this.textAlign === 'center' ? wide / 2 : this.textAlign === 'right' ? wide : 0);
            if (this.getTransform().b === 0)
              window.drawnTexts.push({ text, left, right: left + wide, room: this.canvas.width });
            else window.drawnTexts.push({ text, left: 0, right: 0, room: this.canvas.width });
            return real.call(this, text, x, y, ...rest);
          };
        });
        const page = await context.newPage();
        await page.goto(world.stage.url + path);
        await settled(page);
        await page.locator('.plot canvas').first().scrollIntoViewIfNeeded();
        await page.waitForFunction(() => window.drawnTexts.length > 4);
        const drawn = await page.evaluate(() => window.drawnTexts);
        const cut = drawn.filter((d) => d.left < 0 || d.right > d.room);
        assert.deepEqual(cut, []);
        if (unit)
          assert.ok(
            drawn.some((d) => d.text === unit),
            'the axis has its unit',
          );
        const legend = await page.locator('.u-legend').first().innerText();
        assert.doesNotMatch(legend, /[–-]\s*$|: –/);
        assert.match(legend, unit ? /[0-9] GPU/ : /[0-9]/);
      });
});
