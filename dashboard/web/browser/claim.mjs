// A holder claims what a payout run grants: through the page with the API, and from the published tree without it.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { decodeFunctionResult, encodeFunctionData, parseAbi } from 'viem';
import { accessible } from './axe.mjs';
import { settled, visitor, watch } from './browser.mjs';
import { devnetWallet, rpc } from './chain.mjs';
import { claimants } from './places.mjs';
import { until } from './stage.mjs';
import { Wallet, walletName } from './wallet.mjs';
import { world } from './world.mjs';

const finality = 60_000;
const abi = parseAbi(['function claimed(address account) view returns (uint256)']);

/** What the distributor has paid to a wallet. */
async function claimedOf(distributor, wallet) {
  const data = encodeFunctionData({ abi, functionName: 'claimed', args: [wallet] });
  return decodeFunctionResult({
    abi,
    functionName: 'claimed',
    data: await rpc(world.stage.node, 'eth_call', [{ to: distributor, data }, 'latest']),
  });
}

async function payouts(t, wallet) {
  const context = await visitor(world.browser);
  t.after(() => context.close());
  await wallet.enter(context);
  const page = await context.newPage();
  return { context, page };
}

const claimButton = (page) => page.locator('button.main:not([disabled])', { hasText: /^Claim / });
const finalStep = (page) => page.getByRole('list', { name: 'Your claim' }).locator('li.done', { hasText: 'Final' });

/** Drops a file on the page, as somebody does who drags it there. */
async function drop(page, name, text) {
  const dataTransfer = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: 'application/json' }));
      return data;
    },
    [name, text],
  );
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer });
}

describe('claiming', () => {
  let found;
  before(async () => {
    found = await claimants();
    assert.ok(found.length >= 3, `the year leaves ${found.length} wallets with something to claim, 3 are needed`);
  });

  test('two clicks lead from the first page to a claim; it is signed, mined and final, and the books show it paid', async (t) => {
    const { stage } = world;
    const { account, claim } = found[0];
    const wallet = new Wallet(stage.node, account);
    const { page } = await payouts(t, wallet);
    const faults = watch(page, stage.url);
    await page.goto(`${stage.url}/payouts`);
    await page.getByRole('button', { name: `Connect ${walletName}` }).click();
    await settled(page);
    assert.equal(await claimedOf(claim.distributor, account.address), BigInt(claim.claimed.amount));
    // Somebody who was here before: the wallet is known.
    await page.goto(stage.url);
    await settled(page);
    await page.getByRole('navigation').getByRole('link', { name: 'My nodes' }).click();
    await claimButton(page).waitFor();
    wallet.rejects.add('eth_sendTransaction');
    await claimButton(page).click();
    await page.getByText('You declined in your wallet. Nothing was sent.').waitFor();
    await claimButton(page).waitFor(); // the chain is asked once more before it can be pressed again
    await accessible(page);
    wallet.rejects.clear();
    await claimButton(page).click();
    await finalStep(page).waitFor({ timeout: finality });
    assert.equal(wallet.sent.length, 1);
    assert.equal(
      await claimedOf(claim.distributor, account.address),
      BigInt(claim.cumulative.amount),
      'the contract has paid all of it',
    );

    await until('the books to count the claim', async () => {
      const { claims } = await stage.api(`/holders/${account.address}/payouts`);
      return claims.every((c) => c.claimable.amount === '0');
    });
    await page.reload();
    await settled(page);
    const next = page.locator('.glance-next');
    await next.getByText('Nothing', { exact: true }).waitFor();
    await page.goto(`${stage.url}/payouts`);
    await settled(page);
    await page.getByText('Already claimed: everything granted so far has been paid.').waitFor();
    const run = page.getByRole('article', { name: `Run ${claim.run}` });
    await run.getByText('Paid', { exact: true }).waitFor();
    await run.getByText('Evidence from the chain').click();
    const evidence = run.locator('details');
    await evidence.getByText(wallet.sent[0].slice(0, 6)).first().waitFor();
    await accessible(page);
    assert.deepEqual(faults, []);
  });

  test('a claim for somebody else says so and pays them', async (t) => {
    const { stage } = world;
    const { account, claim } = found[1];
    const friend = devnetWallet(41);
    const wallet = new Wallet(stage.node, friend);
    const { page } = await payouts(t, wallet);
    await page.goto(`${stage.url}/payouts`);
    await page.getByRole('button', { name: `Connect ${walletName}` }).click();
    await page.getByText('Change wallets and their names').click();
    await page.getByRole('textbox', { name: 'Add wallets' }).fill(account.address);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const card = page.locator('.claim', { has: page.locator(`[title*="${account.address}" i]`) });
    await card.getByText('The money goes to the address named here, not to your wallet.').waitFor();
    await claimButton(card).click();
    await finalStep(page).waitFor({ timeout: finality });
    assert.equal(await claimedOf(claim.distributor, account.address), BigInt(claim.cumulative.amount));
  });

  test('a claim from a dropped tree works while the API does not answer at all', async (t) => {
    const { stage } = world;
    const { account, claim } = found[2];
    const tree = await (await fetch(`${stage.url}/api/v1/payouts/${claim.run}/export/merkle`)).text();
    const wallet = new Wallet(stage.node, account);
    const { context, page } = await payouts(t, wallet);
    await context.route('**/api/**', (route) => route.abort());
    await page.goto(`${stage.url}/payouts`);
    await page.getByRole('button', { name: `Connect ${walletName}` }).click();
    // A tree that somebody changed is found out.
    const forged = tree.replace(claim.cumulative.amount, `${BigInt(claim.cumulative.amount) + 1n}`);
    assert.notEqual(forged, tree);
    await page
      .getByLabel('Choose a tree file')
      .setInputFiles({ name: 'forged.json', mimeType: 'application/json', buffer: Buffer.from(forged) });
    await page.getByText('The file was changed: do not use it.').waitFor();
    await drop(page, 'tree.json', tree);
    await page.getByText('tree.json holds').waitFor();
    await accessible(page);
    await page.getByRole('textbox', { name: 'Distributor contract' }).fill(claim.distributor);
    await page.getByRole('button', { name: 'Use this contract' }).click();
    await claimButton(page).click();
    await finalStep(page).waitFor({ timeout: finality });
    assert.equal(await claimedOf(claim.distributor, account.address), BigInt(claim.cumulative.amount));
    const paid = await until('the books to count the claim', async () => {
      const { claims } = await stage.api(`/holders/${account.address}/payouts`);
      return claims.every((c) => c.claimable.amount === '0');
    });
    assert.ok(paid);
  });
});
