// My nodes and Rewards as their holder meets them: the first screen of a phone answers, links and names work, sums add up, files come.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { accessible } from './axe.mjs';
import { fits, settled, visitor } from './browser.mjs';
import { claimants, group } from './places.mjs';
import { world } from './world.mjs';

async function open(t, path, dress) {
  const context = await visitor(world.browser, dress);
  t.after(() => context.close());
  const page = await context.newPage();
  await page.goto(world.stage.url + path);
  await settled(page);
  return page;
}

/** The exact amounts that a place of the page shows, from their titles: base units by asset. */
async function amounts(place) {
  const titles = await place.locator('.amount > span[title]').evaluateAll((list) => list.map((e) => e.title));
  return titles.map((text) => {
    const m = /\n(-?[0-9]+) base units of (\S+)/.exec(text.replaceAll(',', ''));
    assert.ok(m, text);
    return { asset: m[2], units: BigInt(m[1]) };
  });
}

const total = (list) => list.reduce((n, a) => n + a.units, 0n);

describe('my nodes', () => {
  let holder;
  before(async () => {
    holder = (await claimants()).at(-1).account.address.toLowerCase();
  });

  for (const [name, dress] of [
    ['English, light', { kept: {} }],
    ['Chinese, dark', { dark: true, kept: { language: 'zh' } }],
  ])
    test(`the first screen of a phone has what was earned, what can be claimed and what unlocks next: ${name}`, async (t) => {
      const page = await open(t, '/nodes', { ...dress, phone: true, kept: { ...dress.kept, wallets: [holder] } });
      const parts = ['.glance-nodes', '.claim-now', '.glance-earned', '.glance-next > div:first-child'];
      for (const part of parts) {
        const box = await page.locator(part).boundingBox();
        assert.ok(box && box.y >= 0 && box.y + box.height <= 844, `${part} is at ${JSON.stringify(box)}`);
        assert.ok(box.x >= 0 && box.x + box.width <= 390, `${part} is at ${JSON.stringify(box)}`);
      }
      const frame = await page.locator('.glance-frame').boundingBox();
      const cells = await page
        .locator('.glance-earned tbody td')
        .evaluateAll((list) => list.map((e) => e.getBoundingClientRect().right));
      assert.ok(cells.length >= 8 && cells.every((right) => right <= frame.x + frame.width + 1), cells.join(' '));
      await fits(page);
      await accessible(page);
    });

  test('a link shows its wallets to anybody, by its name; what this browser keeps stays', async (t) => {
    const path = `/nodes?wallet=${group.join(',')}&name=Founders`;
    const page = await open(t, path, { kept: { wallets: [holder] } });
    await page.getByRole('heading', { name: 'Founders' }).waitFor();
    for (const wallet of group) assert.ok((await page.locator(`code[title="${wallet}"]`).count()) > 0, wallet);
    assert.equal(await page.locator(`code[title="${holder}"]`).count(), 0);
    await page.getByRole('link', { name: 'Show my own wallets' }).click();
    await page.locator(`code[title="${holder}"]`).first().waitFor();
    await page.getByText('Change wallets and their names').click();
    await page.getByRole('textbox', { name: /^Name of/ }).fill('Cold storage');
    await page.reload();
    await page.getByText('Cold storage', { exact: true }).first().waitFor();
  });

  test('what two wallets earned is the sum of each; parts of a card make its whole', async (t) => {
    const earned = async (wallets) => {
      const page = await open(t, `/nodes?wallet=${wallets.join(',')}`, {});
      const table = page.locator('.glance-earned tbody tr:not(.glance-worth)');
      return table.evaluateAll((rows) =>
        Object.fromEntries(
          rows.map((r) => [r.querySelector('th').textContent, [...r.querySelectorAll('td span')].map((e) => e.title)]),
        ),
      );
    };
    const scaled = (title) => {
      const [left, right = ''] = title.split(' ')[0].replaceAll(',', '').split('.');
      return BigInt(left + right.padEnd(18, '0'));
    };
    const [both, one, other] = [await earned(group), await earned([group[0]]), await earned([group[1]])];
    assert.ok(Object.keys(both).length >= 3);
    for (const [asset, list] of Object.entries(both))
      list.forEach((title, i) => {
        const parts = [one, other].map((w) => (w[asset] ? scaled(w[asset][i]) : 0n));
        assert.equal(scaled(title), parts[0] + parts[1], `${asset}, column ${i}`);
      });

    const page = await open(t, `/nodes?wallet=${group[0]}`, {});
    const card = (title) =>
      page.locator('section.card', { has: page.getByRole('heading', { name: title, exact: true }) });
    const [all, ...parts] = await amounts(card('Referral earnings').locator('.stats'));
    assert.equal(all.units, total(parts), 'referral earnings');
    const share = card('Monthly revenue share');
    const more = share.getByRole('button', { name: 'Show more' });
    if (await more.count()) await more.click();
    const stages = await amounts(share.locator('.stats'));
    const months = await amounts(share.locator('tbody td.number'));
    assert.ok(months.length > 3);
    assert.equal(total(stages), total(months), 'monthly share');
  });

  test('bars by day, week and month make the same in the table behind them', async (t) => {
    const page = await open(t, `/nodes?wallet=${group[0]}`, {});
    const card = page.locator('section.card', { has: page.getByRole('heading', { name: 'Earned over time' }) });
    const pick = (name) => card.locator('.segments label', { hasText: name }).click();
    const sums = [];
    await pick('GPU');
    for (const step of ['Weeks', 'Months']) {
      await pick(step);
      await page.waitForFunction(
        (name) => document.querySelector('.chart th')?.textContent === name,
        step === 'Weeks' ? 'Week from' : 'Month',
      );
      sums.push(total(await amounts(card.locator('details'))));
    }
    const { assets } = await world.stage.api(`/holders/${group[0]}/earnings`);
    const all = BigInt(assets.find((a) => a.asset === 'GPU').all.amount.amount);
    assert.equal(sums[1], all, 'all months are everything');
    assert.ok(sums[0] > 0n && sums[0] <= all);
  });

  test('rewards come as a file, unlocks as a calendar', async (t) => {
    const page = await open(t, `/nodes?wallet=${group[0]}`, {});
    for (const [name, begin] of [
      ['Rewards as CSV', 'when,asset,amount'],
      ['Calendar (.ics)', 'BEGIN:VCALENDAR\r\n'],
    ]) {
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name }).click();
      const stream = await (await download).createReadStream();
      let text = '';
      for await (const chunk of stream) text += chunk;
      assert.ok(text.startsWith(begin) && text.split('\n').length > 5, text.slice(0, 200));
    }
  });
});

describe('rewards', () => {
  for (const language of ['en', 'zh'])
    test(`the holder's own come before the sale's, with the newest number in words: ${language}`, async (t) => {
      const page = await open(t, '/rewards', { phone: true, kept: { wallets: [group[0]], language } });
      const headings = await page.locator('main h2').allTextContents();
      assert.equal(headings[0], language === 'en' ? 'Your rewards' : '你的奖励');
      const own = await page.locator('.newest').innerText();
      assert.match(own, language === 'en' ? /by a total score of .+; your score of .+ got / : /你的分数 .+ 分得 /);
      assert.ok(headings.indexOf(language === 'en' ? 'Closed epochs' : '已结算周期') > 1, headings.join(', '));
      await fits(page);
    });
});
