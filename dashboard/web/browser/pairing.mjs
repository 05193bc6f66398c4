// A wallet on another device: paired by its code, through a relay on this machine. The wallet's end is WalletConnect's own client.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accessible } from './axe.mjs';
import { fits, settled, visitor, watch } from './browser.mjs';
import { devnetWallet, rpc } from './chain.mjs';
import { FarWallet, farName } from './faraway.mjs';
import { fundedAccount } from './funded.mjs';
import { openRelay } from './relay.mjs';
import { scanned } from './scan.mjs';
import { raise, until } from './stage.mjs';
import { world } from './world.mjs';

const project = '0123456789abcdef0123456789abcdef';
const open = 'Connect a wallet on another device';

describe('a wallet on another device', () => {
  let relay, stage, wallet;
  before(async () => {
    relay = await openRelay(project);
    const pairing = ['--walletconnect', project, '--walletconnect-relay', relay.url];
    stage = await raise({ size: ['--months', '2', '--purchases', '40', ...pairing] });
    wallet = await new FarWallet(stage.node).open(relay.url, project);
  });
  after(async () => {
    await wallet?.close();
    await stage?.stop();
    await relay?.stop();
  });

  /** A page, and the wallet anew. Requests to the relay and the node are no faults here. */
  const arrive = async (t, { account, path = '/buy', ...dress } = {}) => {
    const context = await visitor(world.browser, dress);
    t.after(() => context.close());
    const page = await context.newPage();
    const faults = watch(page, stage.url);
    const foreign = () => faults.filter((f) => !f.includes(new URL(stage.node).origin));
    wallet.as(account ?? (await fundedAccount(stage.node, 10n ** 18n)));
    await page.goto(stage.url + path);
    await settled(page);
    return { page, foreign };
  };
  const press = async (page) => {
    await page.getByRole('button', { name: open, exact: true }).first().click();
    const code = page.getByRole('img', { name: 'QR code for your wallet' });
    await code.waitFor();
    return code;
  };
  const connected = (page) => page.locator('.connected', { hasText: farName });
  const pair = async (page) => {
    await wallet.scan(await scanned(page, await press(page)));
    await connected(page).waitFor();
  };
  const pay = (page) => page.locator('button.main:not([disabled])', { hasText: /^Pay / });
  const unpaired = (page) => page.getByRole('button', { name: open, exact: true }).first().waitFor();

  test('nothing is loaded or asked before the button is pressed; the code fits a phone and is accessible', async (t) => {
    const { page } = await arrive(t, { phone: true, dark: true });
    const sockets = [];
    const loaded = [];
    page.on('websocket', (s) => sockets.push(s.url()));
    page.on('request', (r) => loaded.push(new URL(r.url()).pathname));
    await page.reload();
    await settled(page);
    assert.deepEqual(sockets, []);
    assert.ok(!loaded.some((path) => path.includes('panel')), loaded.join(' '));
    await press(page);
    assert.equal(sockets.length, 1);
    assert.ok(sockets[0].startsWith(`${relay.url}/?`));
    assert.ok(loaded.some((path) => path.includes('panel')));
    assert.ok(await page.getByRole('link', { name: 'Open a wallet on this phone' }).isVisible());
    await fits(page);
    await accessible(page);
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await unpaired(page);
    await until('the relay to be left', () => relay.clients() === 1); // the wallet's
  });

  test('it is paired, buys, and is final; the relay reads nothing', async (t) => {
    const { page, foreign } = await arrive(t);
    await pair(page);
    assert.equal(wallet.proposer.url, stage.url);
    assert.deepEqual(wallet.proposed.optionalNamespaces.eip155.chains, ['eip155:1337']);
    await connected(page).locator(`[title*="${wallet.account.address}" i]`).first().waitFor();
    await accessible(page);
    await pay(page).waitFor();
    wallet.rejects.add('eth_sendTransaction');
    await pay(page).click();
    await page.getByText('You declined in your wallet. Nothing was sent.').waitFor();
    wallet.rejects.clear();
    relay.cut(); // both ends come again
    await pay(page).click();
    await page
      .getByRole('list', { name: 'Your purchase' })
      .locator('li.done', { hasText: 'Final' })
      .waitFor({ timeout: 60_000 });
    assert.equal(wallet.sent.length, 1);
    assert.equal((await stage.api(`/holders/${wallet.account.address}`)).nodes, 1);
    const { status } = await rpc(stage.node, 'eth_getTransactionReceipt', [wallet.sent[0]]);
    assert.equal(status, '0x1');
    assert.deepEqual(new Set(wallet.asked), new Set(['eth_sendTransaction']));
    const plain = relay.published.map(({ message }) => Buffer.from(message, 'base64').toString('latin1')).join();
    assert.ok(relay.published.length > 4 && !/wc_session|eip155|jsonrpc/.test(plain), 'the relay can read');
    assert.deepEqual(foreign(), []);
  });

  test('the wallet changes its account, and then leaves', async (t) => {
    const { page } = await arrive(t);
    await pair(page);
    const other = devnetWallet(7);
    await wallet.change(other);
    await connected(page).locator(`[title*="${other.address}" i]`).first().waitFor();
    await wallet.disconnect();
    await unpaired(page);
    assert.equal(await connected(page).count(), 0);
  });

  test('the page leaves, and the wallet is told: by the button, and when the page is closed', async (t) => {
    const { page } = await arrive(t);
    await pair(page);
    await page.getByRole('button', { name: 'Disconnect', exact: true }).click();
    await unpaired(page);
    await until('the wallet to be told', () => wallet.ended.length === 1);
    await pair(page);
    await page.goto('about:blank');
    await until('the wallet to be told', () => wallet.ended.length === 2);
  });

  test('a person who says no, and a wallet of another network, connect nothing', async (t) => {
    const { page } = await arrive(t);
    wallet.rejects.add('session');
    await wallet.scan(await scanned(page, await press(page)));
    await page.getByText('You declined in your wallet.').waitFor();
    assert.equal(await connected(page).count(), 0);
    wallet.rejects.clear();
    wallet.network = 'eip155:1';
    await page.getByRole('button', { name: 'Show a new code' }).click();
    const code = page.getByRole('img', { name: 'QR code for your wallet' });
    await code.waitFor();
    await wallet.scan(await scanned(page, code));
    await page.getByText('Your wallet is on another network. Switch it, then try again.').waitFor();
    assert.equal(await connected(page).count(), 0);
  });

  test('ann signs in with it', async (t) => {
    const { page } = await arrive(t, { account: devnetWallet(58), path: '/operator' });
    await pair(page);
    await page.getByRole('button', { name: 'Sign in with Ethereum' }).click();
    await page.getByRole('region', { name: 'Who is signed in' }).getByText('ann', { exact: true }).waitFor();
    assert.match(wallet.signed[0], /wants you to sign in with your Ethereum account/);
  });

  test('without a project there is no button, and the policy opens nothing', async (t) => {
    const context = await visitor(world.browser);
    t.after(() => context.close());
    const page = await context.newPage();
    const answer = await page.goto(`${world.stage.url}/buy`);
    await settled(page);
    assert.match(answer.headers()['content-security-policy'], /connect-src 'self';/);
    assert.equal(await page.getByRole('button', { name: open }).count(), 0);
    const opened = (await (await fetch(`${stage.url}/buy`)).headers.get('content-security-policy'))
      .split(';')
      .find((part) => part.includes('connect-src'));
    assert.equal(opened.trim(), `connect-src 'self' ${relay.url} ${new URL(stage.node).origin}`);
  });
});
