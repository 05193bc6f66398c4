// Two operators do a month's money in the page: ann records, prepares and proposes; bob approves and exports.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { accessible } from './axe.mjs';
import { fits, reach, settled, visitor, watch } from './browser.mjs';
import { devnetWallet } from './chain.mjs';
import { until } from './stage.mjs';
import { Wallet, walletName } from './wallet.mjs';
import { world } from './world.mjs';

const run = '2026-12-usdt';
const csv = (rows) => ['reference,source,amount,at,note', ...rows].join('\n');
const good = csv([
  'shop-1,fiat,1250.50,2026-12-20T10:00:00Z,"two sales, one refund"',
  'shop-2,dapp,99.99,2026-12-21T10:00:00Z,',
]);
const bad = csv([
  'shop-3,fiat,12.5,2026-12-20T10:00:00Z,',
  'shop-4,fiat,twelve,2026-12-20T10:00:00Z,',
  'shop-5,fiat,1,yesterday,',
]);

/** What operators recorded, the newest first. */
async function audit() {
  const answer = await fetch(`${world.stage.url}/api/v1/operator/audit?limit=20`, {
    headers: { Authorization: `Bearer ${world.stage.tokens.ann}` },
  });
  assert.equal(answer.status, 200);
  return (await answer.json()).entries;
}

/** Waits until the journal has a fact, and the page names its reference and the journal's entry. */
async function recorded(scope, kind, about, entry) {
  const fact = await until(`${about} in the audit trail`, async () =>
    (await audit()).find((e) => e.kind === kind && about.every((a) => e.reference.includes(a))),
  );
  await scope
    .locator('.notice', { hasText: 'Recorded' })
    .filter({ hasText: `Reference ${fact.reference} · Journal entry ${(entry ?? fact.sequence).toLocaleString('en')}` })
    .first()
    .waitFor();
}

/** Presses an action's button, checks the question, and says yes to it. */
async function confirm(scope, name, question) {
  await scope.getByRole('button', { name, exact: true }).click();
  await accessible(scope.page?.() ?? scope);
  await scope
    .getByRole('group', { name: question })
    .getByRole('button', { name: `Yes: ${name}` })
    .click();
}

const tab = (page, name) => page.getByRole('tab', { name, exact: true }).click();

/** The run's line in the list, opened. */
async function openRun(page) {
  const line = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: run }) });
  const button = line.getByRole('button', { name: run });
  if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
  await line.getByRole('heading', { name: 'Files' }).waitFor();
  return line;
}

/** Follows a link or a button that saves a file, and gives its name and text. */
async function saved(page, control) {
  const [download] = await Promise.all([page.waitForEvent('download'), control.click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

describe('operators', () => {
  let ann, bob, annsWallet;
  const faults = [];

  const arrive = async (wallet) => {
    const context = await visitor(world.browser);
    if (wallet) await wallet.enter(context);
    const page = await context.newPage();
    faults.push(watch(page, world.stage.url));
    await page.goto(`${world.stage.url}/operator`);
    await settled(page);
    return page;
  };

  before(async () => {
    annsWallet = new Wallet(world.stage.node, devnetWallet(58));
    [ann, bob] = [await arrive(annsWallet), await arrive()];
  });
  after(() => Promise.all([ann, bob].map((p) => p?.context().close())));

  test('ann signs in with Ethereum, after she declined once', async () => {
    await ann.getByRole('button', { name: `Connect ${walletName}` }).click();
    annsWallet.rejects.add('personal_sign');
    await ann.getByRole('button', { name: 'Sign in with Ethereum' }).click();
    await ann.getByText('You declined in your wallet, so you are not signed in.').waitFor();
    annsWallet.rejects.clear();
    await ann.getByRole('button', { name: 'Sign in with Ethereum' }).click();
    const who = ann.getByRole('region', { name: 'Who is signed in' });
    await who.getByText('ann', { exact: true }).waitFor();
    const [text] = annsWallet.signed;
    assert.equal(annsWallet.signed.length, 1);
    assert.ok(
      text.startsWith(
        `${new URL(world.stage.url).host} wants you to sign in with your Ethereum account:\n${annsWallet.account.address}\n`,
      ),
      text,
    );
    assert.match(text, /\nChain ID: 1337\nNonce: [A-Za-z0-9]{8,}\n/);
    // The session outlives a reload, as a token does not.
    await ann.reload();
    await who.getByText('ann', { exact: true }).waitFor();
  });

  test('a file of revenue with wrong rows is refused row by row; the right one is recorded once', async () => {
    await tab(ann, 'Record');
    await ann
      .getByRole('radio', { name: 'Revenue file' })
      .or(ann.getByRole('button', { name: 'Revenue file' }))
      .first()
      .click();
    const file = ann.getByLabel('Choose a file');
    await file.setInputFiles({ name: 'december.csv', mimeType: 'text/csv', buffer: Buffer.from(bad) });
    await confirm(ann, 'Import', 'Import this file?');
    const rows = ann.getByRole('table', { name: '2 rows are wrong' });
    await rows.waitFor();
    assert.deepEqual(await rows.locator('tbody tr td:first-child').allInnerTexts(), ['2', '3']);
    assert.match(await rows.locator('tbody tr').first().innerText(), /twelve/);
    await file.setInputFiles({ name: 'december.csv', mimeType: 'text/csv', buffer: Buffer.from(good) });
    await confirm(ann, 'Import', 'Import this file?');
    await ann.getByText('2 rows of revenue: 2 recorded, 0 recorded before.').waitFor();
    await confirm(ann, 'Import', 'Import this file?');
    await ann.getByText('2 rows of revenue: 0 recorded, 2 recorded before.').waitFor();
  });

  test('revenue by hand: what is left is named, and a reference that is almost another one’s is asked about', async () => {
    await tab(ann, 'Record');
    await ann.getByRole('radio', { name: 'Revenue', exact: true }).check();
    const fill = async (reference) => {
      await ann.getByRole('combobox', { name: 'Source' }).selectOption('fiat');
      await ann.getByRole('textbox', { name: 'Amount' }).fill('1,250.50');
      await ann.getByText('without commas; not zero').waitFor();
      await ann.getByText(/^Still needed or to be corrected: .*Amount/).waitFor();
      await ann.getByRole('textbox', { name: 'Amount' }).fill('1250.50');
      await ann.getByLabel('Time (UTC)').fill('2026-12-22T10:00');
      await ann.getByRole('textbox', { name: 'Reference' }).fill(reference);
    };
    await fill('INV-2026-001');
    await confirm(ann, 'Record the revenue', 'Record this revenue?');
    await recorded(ann, 'revenue', ['INV-2026-001']);
    await fill('inv-2026.001');
    await ann.getByRole('button', { name: 'Record the revenue', exact: true }).click();
    await ann.getByText(/^INV-2026-001 was recorded on .* by ann: is it the same\?/).waitFor();
    assert.ok(await ann.getByRole('button', { name: 'Yes: Record the revenue' }).isDisabled(), 'it is not looked at');
    await ann.getByRole('button', { name: 'Back', exact: true }).click();
    await tab(ann, 'Month');
    const row = ann.getByRole('row').filter({ hasText: 'INV-2026-001' });
    await row.filter({ hasText: 'ann' }).filter({ hasText: '1,250.5' }).first().waitFor();
  });

  test('Back returns to the tab before; a token stays signed in', async () => {
    const page = await arrive();
    await page.getByLabel('Token', { exact: true }).fill(world.stage.tokens.bob);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const selected = (name) => page.getByRole('tab', { name, exact: true, selected: true }).waitFor();
    await selected('Month');
    await tab(page, 'Payouts');
    await tab(page, 'Health');
    await selected('Health');
    await page.goBack();
    await selected('Payouts');
    await page.goBack();
    await selected('Month');
    await page.goForward();
    await selected('Payouts');
    await page.getByRole('region', { name: 'Who is signed in' }).getByText('bob', { exact: true }).waitFor();
    await page.context().close();
  });

  for (const [language, dark, words] of [
    [
      'en',
      false,
      {
        token: 'Token',
        signIn: 'Sign in',
        record: 'Record',
        health: 'Health',
        payouts: 'Payouts',
        audit: 'Audit trail',
      },
    ],
    [
      'zh',
      true,
      { token: '令牌', signIn: '登录', record: '记录', health: '运行状况', payouts: '发放', audit: '审计记录' },
    ],
  ])
    test(`every form fits a phone and is accessible (${language}, ${dark ? 'dark' : 'light'})`, async () => {
      const context = await visitor(world.browser, { phone: true, dark, kept: { language } });
      const page = await context.newPage();
      faults.push(watch(page, world.stage.url));
      await page.goto(`${world.stage.url}/operator`);
      await settled(page);
      const scheme = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
      assert.equal((await scheme()) === 'dark', dark);
      await page.getByLabel(words.token, { exact: true }).fill(world.stage.tokens.ann);
      await page.getByRole('button', { name: words.signIn, exact: true }).click();
      for (const name of [words.payouts, words.health, words.audit, words.record]) {
        await tab(page, name);
        await settled(page);
        await fits(page);
        await accessible(page);
      }
      const facts = page.getByRole('tabpanel').locator('.segments').first().locator('label');
      for (let i = 0; i < (await facts.count()); i++) {
        await facts.nth(i).click();
        await settled(page);
        await fits(page);
        const more = page.getByRole('tabpanel').locator('.segments').nth(1).locator('label');
        for (let j = 0; j < (await more.count()); j++) {
          await more.nth(j).click();
          await fits(page);
        }
        await accessible(page);
      }
      await context.close();
    });

  test('ann proposes to close the month that is open, bob approves it, and the page says what was recorded', async () => {
    await tab(ann, 'Month');
    await ann.getByRole('table', { name: 'What closing it would book now' }).waitFor();
    const propose = 'Propose closing December 2026';
    await confirm(ann, propose, `${propose}?`);
    await ann.getByText('It waits for another operator’s approval.').first().waitFor();
    assert.notEqual((await world.stage.api('/months')).months[0].month, '2026-12', 'a proposal closes nothing');
    const approve = 'Approve closing December 2026';
    assert.ok(await ann.getByRole('button', { name: approve, exact: true }).isDisabled(), 'ann proposed it herself');
    await bob.getByLabel('Token', { exact: true }).fill(world.stage.tokens.bob);
    await bob.getByRole('button', { name: 'Sign in', exact: true }).click();
    await bob.getByRole('region', { name: 'Who is signed in' }).getByText('bob', { exact: true }).waitFor();
    await tab(bob, 'Month');
    await confirm(bob, approve, `${approve}?`);
    await bob
      .getByText(/[0-9]+ holders get [0-9,.]+ USDT\./)
      .first()
      .waitFor();
    const { months } = await world.stage.api('/months');
    assert.equal(months[0].month, '2026-12');
    assert.equal(months[0].closed_by, 'bob');
    await recorded(bob, 'month', ['2026-12'], months[0].sequence);
    await bob.getByText('January 2027, open').waitFor();
    assert.equal(
      await bob.getByRole('button', { name: 'Propose closing January 2027' }).count(),
      0,
      'January is not over',
    );
    await ann.reload();
  });

  test('ann prepares and proposes a run, and may not approve it herself', async () => {
    await tab(ann, 'Payouts');
    await ann.getByRole('combobox', { name: 'Asset' }).selectOption('USDT');
    await ann.getByRole('textbox', { name: 'Name of the run' }).fill(run);
    await confirm(ann, 'Prepare', `Prepare run ${run}?`);
    await recorded(ann, 'payout', [run]);
    const line = await openRun(ann);
    await confirm(line, 'Propose', `Propose run ${run}?`);
    await recorded(line, 'payout-step', [run, 'propose']);
    const approve = line.getByRole('button', { name: 'Approve', exact: true });
    await approve.waitFor();
    assert.ok(await approve.isDisabled());
    assert.equal(
      await approve.getAttribute('aria-describedby').then((id) => line.locator(`[id="${id}"]`).innerText()),
      'You proposed this run: another operator must approve it.',
    );
    const detail = await world.stage.api(`/payouts/${run}`);
    assert.equal(detail.state, 'proposed');
    // Her browser asks all the same: the server refuses as well.
    const status = await ann.evaluate(async (path) => {
      const { csrf } = await (await fetch('/api/v1/session')).json();
      return (
        await fetch(path, {
          method: 'POST',
          headers: { 'X-CSRF-Token': csrf, 'Content-Type': 'application/json' },
          body: '{}',
        })
      ).status;
    }, `/api/v1/operator/payouts/${run}/approve`);
    assert.ok(status === 403 || status === 409, `the server answers ${status}`);
    assert.equal((await world.stage.api(`/payouts/${run}`)).state, 'proposed');
  });

  test('bob, who signed in with a token, approves and exports', async () => {
    assert.equal(
      await bob.evaluate(
        (secret) => JSON.stringify({ ...localStorage, ...sessionStorage }).includes(secret),
        world.stage.tokens.bob,
      ),
      false,
      'the token is not stored',
    );
    // The inbox leads to the run, and the whole approval is done with the keyboard.
    await tab(bob, 'Month');
    await bob.reload();
    await bob.getByLabel('Token', { exact: true }).fill(world.stage.tokens.bob);
    await bob.keyboard.press('Enter');
    await bob.getByRole('heading', { name: /^Waits for you \([0-9]+\)$/ }).waitFor();
    await reach(bob, new RegExp(`^run ${run} of .*, proposed by ann`));
    await bob.keyboard.press('Enter');
    const line = bob.getByRole('listitem').filter({ has: bob.getByRole('button', { name: run }) });
    await line.getByRole('heading', { name: 'Files' }).waitFor();
    const stops = await reach(bob, 'Approve');
    await bob.keyboard.press('Enter');
    await bob.getByRole('group', { name: `Approve run ${run}?` }).waitFor();
    await reach(bob, 'Yes: Approve');
    await bob.keyboard.press('Enter');
    await recorded(line, 'payout-step', [run, 'approve']);
    assert.ok(stops < 60, `${stops} stops of the Tab key to the button`);
    await bob.getByText(new RegExp(`^run ${run} of .*, approved by bob, can be exported$`)).waitFor();
    await confirm(line, 'Export', `Export run ${run}?`);
    await recorded(line, 'payout-step', [run, 'export']);
    await line.getByText('Exported', { exact: true }).first().waitFor();
    const { state, steps } = await world.stage.api(`/payouts/${run}`);
    assert.equal(state, 'exported');
    assert.deepEqual(
      steps.map((s) => `${s.state} by ${s.operator}`),
      ['draft by ann', 'proposed by ann', 'approved by bob', 'exported by bob'],
    );
  });

  test('the files say what the run says: every line, the total, and the checksum of a Safe', async () => {
    const { lines, total } = await world.stage.api(`/payouts/${run}`);
    const line = await openRun(bob);
    const file = (name) => line.getByRole('link', { name, exact: true });

    await line.getByRole('button', { name: 'Safe transaction batch: parts' }).click();
    const batches = line.getByRole('link', { name: /^Safe transaction batch(, part|$)/ });
    await batches.first().waitFor();
    let [sent, sum] = [0, 0n];
    for (let i = 0; i < (await batches.count()); i++) {
      const { name, text } = await saved(bob, batches.nth(i));
      assert.match(name, /\.json$/);
      const batch = JSON.parse(text);
      assert.match(batch.meta.checksum, /^0x[0-9a-f]{64}$/);
      assert.equal(batch.chainId, '1337');
      sent += batch.transactions.length;
      for (const t of batch.transactions)
        sum += BigInt(t.contractInputsValues?.value ?? t.contractInputsValues?.amount ?? `0x${t.data.slice(-64)}`);
    }
    assert.equal(sent, lines);
    assert.equal(`${sum}`, total.amount);

    await line.getByRole('button', { name: 'Safe CSV Airdrop: parts' }).click();
    const drops = line.getByRole('link', { name: /^Safe CSV Airdrop(, part|$)/ });
    await drops.first().waitFor();
    let dropped = 0;
    for (let i = 0; i < (await drops.count()); i++) {
      const [head, ...rows] = (await saved(bob, drops.nth(i))).text.trim().split('\n');
      assert.equal(head.trim(), 'token_type,token_address,receiver,amount,id');
      dropped += rows.length;
    }
    assert.equal(dropped, lines);

    const [, ...rows] = (await saved(bob, file('CSV'))).text.trim().split('\n');
    assert.equal(rows.length, lines);
    assert.match(
      (await saved(bob, file('hledger journal'))).text,
      new RegExp(`^; Payout run ${run} .*: ${lines} payments, `),
    );
    const own = JSON.parse((await saved(bob, line.getByRole('button', { name: 'Run file' }))).text);
    assert.ok(JSON.stringify(own).includes(run));
  });

  test('the audit trail has it all, with who proved it how', async () => {
    await tab(ann, 'Audit trail');
    const rows = ann.getByRole('table').first().locator('tbody tr');
    const step = (name) => rows.filter({ hasText: run }).filter({ hasText: name });
    await step('approve').filter({ hasText: 'bob' }).filter({ hasText: 'Token' }).waitFor();
    await step('propose').filter({ hasText: 'ann' }).filter({ hasText: 'Wallet' }).waitFor();
    await ann.getByRole('button', { name: 'Sign out' }).click();
    await ann.getByRole('button', { name: 'Sign in with Ethereum' }).waitFor();
  });

  test('nothing else was on the console', () => {
    // The browser itself notes the two refusals that were asked for: wrong rows, and her own approval.
    const asked = /status of 4\d\d .*(\/revenue\/import|\/approve)\)/;
    assert.deepEqual(
      faults.flat().filter((f) => !asked.test(f)),
      [],
    );
  });
});
