// A treasurer's month in the page alone, with an operator who approves: revenue comes in and is recorded, the month is closed, a run is
// prepared, let out and paid, and settled by what the chain shows. What is pressed and filled in is counted. A small sale of its own.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { encodeFunctionData, parseAbi } from 'viem';
import { presses, settled, visitor, watch } from './browser.mjs';
import { devnetOwner, devnetTreasury, rpc, send } from './chain.mjs';
import { raise, until } from './stage.mjs';
import { world } from './world.mjs';

const run = '2026-12-usdt';
const revenue = 100_000;
const abi = parseAbi([
  'function mint(address to, uint256 amount)',
  'function balanceOf(address account) view returns (uint256)',
]);

describe('a treasurer', () => {
  let stage;
  before(async () => {
    stage = await raise({ size: ['--months', '2', '--purchases', '40'] });
  });
  after(() => stage?.stop());

  /** Sends as an account and waits until it is mined. */
  const mined = async (account, call) => {
    const hash = await send(stage.node, account, call);
    await until(`${hash} to be mined`, () => rpc(stage.node, 'eth_getTransactionReceipt', [hash]));
    return hash;
  };

  /** Somebody at the operators' page, signed in with a token. fill counts what is filled in. */
  const arrive = async (t, token, count) => {
    const context = await visitor(world.browser);
    t.after(() => context.close());
    const pressed = await presses(context);
    const page = await context.newPage();
    count.faults.push(watch(page, stage.url));
    count.presses.push(pressed);
    await page.goto(stage.url);
    await settled(page);
    await page.getByRole('navigation').getByRole('link', { name: 'Operators' }).click();
    const fill = async (field, value) => {
      count.fields++;
      if ((await field.evaluate((e) => e.tagName)) === 'SELECT') await field.selectOption(value);
      else await field.fill(value);
    };
    const confirm = async (scope, name, question) => {
      await scope.getByRole('button', { name, exact: true }).click();
      const asked = scope.getByRole('group', { name: question });
      await asked.waitFor();
      return asked.getByRole('button', { name: `Yes: ${name}` }).click();
    };
    const tab = (name) => page.getByRole('tab', { name, exact: true }).click();
    await fill(page.getByLabel('Token', { exact: true }), token);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('region', { name: 'Who is signed in' }).waitFor();
    return { page, fill, confirm, tab };
  };

  const lineOf = (page) => page.getByRole('listitem').filter({ has: page.getByRole('button', { name: run }) });

  test('from revenue to a settled run, in the page alone', async (t) => {
    const count = { fields: 0, presses: [], faults: [] };
    const { page, fill, confirm, tab } = await arrive(t, stage.tokens.ann, count);

    // What came in is recorded, and arrives.
    await tab('Record');
    await fill(page.getByRole('combobox', { name: 'Source' }), 'fiat');
    await fill(page.getByRole('textbox', { name: 'Amount' }), `${revenue}`);
    await fill(page.getByLabel('Time (UTC)'), '2026-12-22T10:00');
    await fill(page.getByRole('textbox', { name: 'Reference' }), 'december-invoices');
    await confirm(page, 'Record the revenue', 'Record this revenue?');
    await page.getByText('Reference december-invoices').first().waitFor();
    const contract = (await stage.api('/payouts/2026-11/export/safe')).transactions[0].to; // as the run before names the token
    const minted = BigInt(revenue) * 10n ** 6n;
    const { address } = devnetTreasury();
    const receipt = await mined(devnetOwner(), {
      to: contract,
      data: encodeFunctionData({ abi, functionName: 'mint', args: [address, minted] }),
    });

    // The page asks what it was that the treasury got.
    await tab('Payouts');
    const arrived = page.locator('.exception').filter({ has: page.locator(`[title*="${receipt}" i]`) });
    await arrived.waitFor({ timeout: 60_000 });
    await arrived.getByRole('button', { name: 'Close it with a reason', exact: true }).click();
    await fill(arrived.getByRole('combobox'), 'source');
    await fill(arrived.getByRole('textbox', { name: /source/i }), 'fiat');
    await fill(arrived.getByRole('textbox', { name: 'Reason' }), 'the invoices of December');
    await arrived.getByRole('button', { name: 'Yes: Close it with a reason' }).click();
    await arrived.waitFor({ state: 'detached' });

    // The month is closed by two.
    await tab('Month');
    await confirm(page, 'Propose closing December 2026', 'Propose closing December 2026?');
    await page.getByText('It waits for another operator’s approval.').first().waitFor();
    const bob = await arrive(t, stage.tokens.bob, count);
    const close = 'Approve closing December 2026';
    await bob.confirm(bob.page, close, `${close}?`);
    await bob.page
      .getByText(/[0-9]+ holders get [0-9,.]+ USDT\./)
      .first()
      .waitFor();

    // A run gathers what is owed and is let out by two.
    await tab('Payouts');
    await fill(page.getByRole('textbox', { name: 'Name of the run' }), run);
    await confirm(page, 'Prepare', `Prepare run ${run}?`);
    await page.getByRole('button', { name: run }).click();
    const line = lineOf(page);
    await confirm(line, 'Propose', `Propose run ${run}?`);
    await bob.page.getByRole('link', { name: new RegExp(`^run ${run} of .*, proposed by ann`) }).click();
    await bob.confirm(lineOf(bob.page), 'Approve', `Approve run ${run}?`);
    await confirm(line, 'Export', `Export run ${run}?`);
    await line.getByText('Exported', { exact: true }).first().waitFor();
    const { lines, total } = await stage.api(`/payouts/${run}`);
    assert.ok(lines > 1, `${lines} lines`);

    // The treasury's wallet executes the file that the page gives.
    await line.getByRole('button', { name: 'Safe transaction batch: parts' }).click();
    const batch = line.getByRole('link', { name: 'Safe transaction batch', exact: true });
    const [download] = await Promise.all([page.waitForEvent('download'), batch.click()]);
    const { transactions } = JSON.parse(readFileSync(await download.path(), 'utf8'));
    assert.equal(transactions.length, lines);
    for (const { to, data } of transactions) await mined(devnetTreasury(), { to, data });

    // Nobody says so: the chain does, and the page shows it.
    await line.getByText('Settled', { exact: true }).first().waitFor({ timeout: 60_000 });
    await line.getByText('Every line is paid. Nothing is left to do.').waitFor();
    const { state, paid, steps } = await stage.api(`/payouts/${run}`);
    assert.equal(state, 'settled');
    assert.equal(paid.amount, total.amount);
    assert.deepEqual(
      steps.map((s) => `${s.state} by ${s.operator ?? 'the chain'}`),
      ['draft by ann', 'proposed by ann', 'approved by bob', 'exported by ann', 'settled by the chain'],
    );
    const held = await rpc(stage.node, 'eth_call', [
      { to: contract, data: encodeFunctionData({ abi, functionName: 'balanceOf', args: [address] }) },
      'latest',
    ]);
    assert.equal(BigInt(held), minted - BigInt(total.amount), 'what the treasury has left');
    assert.deepEqual(count.faults.flat(), []);
    const pressed = count.presses.reduce((sum, of) => sum + of(), 0);
    assert.deepEqual({ pressed, fields: count.fields }, { pressed: 28, fields: 10 });
  });

  test('the wallets are compared with the chain when somebody asks', async (t) => {
    const count = { fields: 0, presses: [], faults: [] };
    const { page, tab } = await arrive(t, stage.tokens.ann, count);
    const before = await stage.api('/ledger/reconciliation');
    await tab('Health');
    await page.getByRole('button', { name: 'Compare now' }).click();
    const said = page.locator('.notice', { hasText: /[0-9]+ balances compared with the chain: / });
    await said.waitFor();
    const after = await stage.api('/ledger/reconciliation');
    assert.ok(Date.parse(after.at) > Date.parse(before.at), `${before.at}, then ${after.at}`);
    assert.ok((await said.innerText()).includes(`${after.compared} balances compared`));
    await page.getByText(`block ${after.block.toLocaleString('en')}: ${after.compared} compared`).waitFor();
    assert.deepEqual(count.faults.flat(), []);
  });
});
