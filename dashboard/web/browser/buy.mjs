// A visitor buys nodes through a wallet that really signs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { accessible } from './axe.mjs';
import { settled, visitor, watch } from './browser.mjs';
import { devnetWallet, rpc } from './chain.mjs';
import { fundedAccount } from './funded.mjs';
import { Wallet, walletName } from './wallet.mjs';
import { world } from './world.mjs';

const finality = 60_000; // 64 blocks at most, and a busy machine

/** The page where nodes are bought, with a wallet connected. */
async function buying(t, wallet, query = '') {
  const context = await visitor(world.browser);
  t.after(() => context.close());
  await wallet.enter(context);
  const page = await context.newPage();
  await page.goto(`${world.stage.url}/buy${query}`);
  await page.getByRole('button', { name: `Connect ${walletName}` }).click();
  await settled(page);
  return page;
}

const quantity = (page) => page.getByRole('textbox', { name: 'Nodes', exact: true });
const code = (page) => page.getByRole('textbox', { name: /Referral code/ });
const pay = (page) => page.getByRole('button', { name: /^Pay / });
const ready = (page) => page.locator('button.main:not([disabled])', { hasText: /^Pay / }).waitFor();

describe('buying', () => {
  test('five nodes with a code that was mistyped first: signed, mined, final, and a score of 6', async (t) => {
    const { stage } = world;
    const account = await fundedAccount(stage.node, 10n ** 18n);
    const wallet = new Wallet(stage.node, account);
    const page = await buying(t, wallet);
    const faults = watch(page, stage.url);

    await quantity(page).fill('5');
    await code(page).fill('gpu2024');
    await page.getByRole('button', { name: 'Use GPU2024' }).waitFor();
    await accessible(page);
    await page.getByRole('button', { name: 'Use GPU2024' }).click();
    await page.getByText('Valid: 10% off').waitFor();
    assert.equal(await code(page).inputValue(), 'GPU2024');
    await ready(page);

    const quote = await stage.api(`/quote?quantity=5&wallet=${account.address}&code=GPU2024`);
    assert.equal(await quantity(page).inputValue(), '5');
    await pay(page).click();

    const steps = page.getByRole('list', { name: 'Your purchase' });
    const step = (name) => steps.locator('li', { hasText: name });
    await step('Signed and sent').waitFor();
    await page.waitForFunction(() => document.querySelectorAll('.steps li.done').length >= 2);
    assert.match(await step('Mined').getAttribute('class'), /done/);
    assert.equal(wallet.sent.length, 1);
    await steps.locator('li.done', { hasText: 'Final' }).waitFor({ timeout: finality });
    assert.equal(await steps.locator('li.done').count(), 4);

    const sent = await rpc(stage.node, 'eth_getTransactionByHash', [wallet.sent[0]]);
    assert.equal(BigInt(sent.value).toString(), quote.paid.amount, 'the wallet paid what was quoted');
    assert.equal(sent.input, quote.transaction.data);
    const receipt = page.locator('section', { has: page.getByRole('heading', { name: 'Receipt' }) });
    const fact = (name) => receipt.locator('dl > div', { hasText: name }).locator('dd');
    await fact('Your score now').getByText(/^6$/).waitFor();
    assert.equal((await fact('Your nodes now').innerText()).trim(), '5');
    assert.equal((await fact('Nodes bought').innerText()).trim(), '5');
    assert.equal((await stage.api(`/holders/${account.address}`)).nodes, 5);
    await accessible(page);
    // The browser itself notes that the mistyped code was answered with a refusal; nothing else may be there.
    assert.deepEqual(
      faults.filter((f) => !/status of 4\d\d .*\/quote\?.*code=gpu2024\)/.test(f)),
      [],
    );
  });

  test('a wallet with too little is told how much is missing, before it is asked to sign', async (t) => {
    const { stage } = world;
    const wallet = new Wallet(stage.node, await fundedAccount(stage.node, 5n * 10n ** 16n));
    const page = await buying(t, wallet);
    await ready(page);
    await pay(page).click();
    await page.getByText('Your wallet is short of 0.05 ETH, before the network fee.').waitFor();
    assert.deepEqual(wallet.sent, []);
  });

  test('a signature that is declined is no purchase, and can be given after all', async (t) => {
    const { stage } = world;
    const wallet = new Wallet(stage.node, await fundedAccount(stage.node, 10n ** 18n));
    const page = await buying(t, wallet);
    await ready(page);
    wallet.rejects.add('eth_sendTransaction');
    await pay(page).click();
    await page.getByText('You declined in your wallet. Nothing was sent.').waitFor();
    assert.deepEqual(wallet.sent, []);
    assert.equal(await page.getByRole('list', { name: 'Your purchase' }).count(), 0);
    wallet.rejects.clear();
    await pay(page).click();
    await page.getByRole('list', { name: 'Your purchase' }).waitFor();
    assert.equal(wallet.sent.length, 1);
  });

  test('on another network nothing can be paid until the wallet has changed it', async (t) => {
    const { stage } = world;
    const wallet = new Wallet(stage.node, await fundedAccount(stage.node, 10n ** 18n));
    wallet.network = '0x1';
    const page = await buying(t, wallet);
    await page.getByText('Your wallet is on Ethereum; this needs #1337').waitFor();
    assert.ok(await pay(page).isDisabled());
    wallet.rejects.add('wallet_switchEthereumChain');
    await page.getByRole('button', { name: 'Switch to #1337' }).click();
    await page.getByText('You declined in your wallet.').waitFor();
    wallet.rejects.clear();
    await page.getByRole('button', { name: 'Switch to #1337' }).click();
    await ready(page);
    assert.equal(await page.getByText('this needs #1337').count(), 0);
  });

  test('a wallet that does not know the network is given the node that the server names, after the page has said so', async (t) => {
    const { stage } = world;
    const wallet = new Wallet(stage.node, devnetWallet(40));
    Object.assign(wallet, { network: '0x1', knows: false });
    const page = await buying(t, wallet);
    await page.getByText(`it is given ${stage.node}`).waitFor();
    await page.getByRole('button', { name: 'Switch to #1337' }).click();
    await ready(page);
    assert.deepEqual(
      wallet.added.map((a) => [a.chainId, a.rpcUrls, a.nativeCurrency]),
      [['0x539', [stage.node], { name: 'ETH', symbol: 'ETH', decimals: 18 }]],
    );
  });

  test('a network that the wallet changed silently is noticed before anything is signed', async (t) => {
    const { stage } = world;
    const wallet = new Wallet(stage.node, devnetWallet(40));
    const page = await buying(t, wallet);
    await ready(page);
    wallet.network = '0x1';
    await pay(page).click();
    await page.getByText('Your wallet is on Ethereum; this needs #1337').waitFor();
    assert.deepEqual(wallet.sent, []);
  });

  test('another account of the wallet is another order', async (t) => {
    const { stage } = world;
    const [poor, rich] = [await fundedAccount(stage.node, 0n), devnetWallet(0)];
    const wallet = new Wallet(stage.node, poor);
    const page = await buying(t, wallet);
    await ready(page);
    wallet.account = rich;
    await page.evaluate((address) => window.testWallet.emit('accountsChanged', [address]), rich.address);
    await code(page).fill('ALPHA'); // its own
    await page.locator('input[aria-invalid=true]').waitFor();
    assert.equal(await code(page).getAttribute('aria-invalid'), 'true');
    assert.ok(await pay(page).isDisabled());
  });

  test('a link with a code fills it in', async (t) => {
    const page = await buying(t, new Wallet(world.stage.node, devnetWallet(40)), '?ref=ALPHA');
    await page.getByText('Valid: 10% off').waitFor();
    assert.equal(await code(page).inputValue(), 'ALPHA');
  });
});
