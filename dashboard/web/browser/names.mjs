// Names beside addresses: looked up by the reader's wallet in a registry that the deployment names, added with the address that they lead to,
// and shown only where they lead back.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { encodeFunctionData, getContractAddress, parseAbi } from 'viem';
import { namehash } from 'viem/ens';
import { accessible } from './axe.mjs';
import { fits, settled, visitor, watch } from './browser.mjs';
import { devnetWallet, rpc, send } from './chain.mjs';
import { raise, until } from './stage.mjs';
import { Wallet, walletName } from './wallet.mjs';
import { world } from './world.mjs';

/** names.sol, compiled by solc 0.8.37 for Paris with the optimizer at 1 run and without metadata. */
const code =
  '0x6080604052348015600f57600080fd5b506104728061001f6000396000f3fe608060405234801561001057600080fd5b506004361061004c5760003560e01c80630178b8bf146100515780633b3b57de14610081578063691f3431146100aa5780639b201432146100ca575b600080fd5b61006461005f36600461020a565b6100df565b6040516001600160a01b0390911681526020015b60405180910390f35b61006461008f36600461020a565b6000602081905290815260409020546001600160a01b031681565b6100bd6100b836600461020a565b61012f565b6040516100789190610223565b6100dd6100d8366004610271565b6101c9565b005b6000818152602081905260408120546001600160a01b031615158061011c57506000828152600160205260408120805461011890610307565b9050115b610127576000610129565b305b92915050565b6001602052600090815260409020805461014890610307565b80601f016020809104026020016040519081016040528092919081815260200182805461017490610307565b80156101c15780601f10610196576101008083540402835291602001916101c1565b820191906000526020600020905b8154815290600101906020018083116101a457829003601f168201915b505050505081565b60008481526020818152604080832080546001600160a01b0319166001600160a01b038816179055600190915290206102038284836103b3565b5050505050565b60006020828403121561021c57600080fd5b5035919050565b602081526000825180602084015260005b818110156102515760208186018101516040868401015201610234565b506000604082850101526040601f19601f83011684010191505092915050565b6000806000806060858703121561028757600080fd5b8435935060208501356001600160a01b03811681146102a557600080fd5b925060408501356001600160401b038111156102c057600080fd5b8501601f810187136102d157600080fd5b80356001600160401b038111156102e757600080fd5b8760208284010111156102f957600080fd5b949793965060200194505050565b600181811c9082168061031b57607f821691505b60208210810361033b57634e487b7160e01b600052602260045260246000fd5b50919050565b634e487b7160e01b600052604160045260246000fd5b601f8211156103ae57828211156103ae57806000526020600020601f840160051c6020851015610385575060005b90810190601f840160051c0360005b818110156103aa57600083820155600101610394565b5050505b505050565b6001600160401b038311156103ca576103ca610341565b6103de836103d88354610307565b83610357565b6000601f84116001811461041257600085156103fa5750838201355b600019600387901b1c1916600186901b178355610203565b600083815260209020601f19861690835b828110156104435786850135825560209485019460019092019101610423565b50868210156104605760001960f88860031b161c19848701351681555b505060018560011b018355505050505056';
const abi = parseAbi(['function set(bytes32 node, address a, string n)']);

const [alice, bob, liar] = [10, 11, 12].map((i) => devnetWallet(i).address.toLowerCase());
const reverse = (address) => `${address.slice(2)}.addr.reverse`;

describe('names', () => {
  const deployer = devnetWallet(59); // has sent nothing yet
  const registry = getContractAddress({ from: deployer.address, nonce: 0n });
  const none = '0x0000000000000000000000000000000000000000';
  let stage;
  before(async () => {
    stage = await raise({ size: ['--months', '2', '--purchases', '40', '--ens-registry', registry] });
    const mined = async (call) => {
      const hash = await send(stage.node, deployer, call);
      const receipt = await until('it to be mined', () => rpc(stage.node, 'eth_getTransactionReceipt', [hash]));
      assert.equal(receipt.status, '0x1');
      return receipt;
    };
    const { contractAddress } = await mined({ data: code });
    assert.equal(contractAddress, registry.toLowerCase());
    const set = (name, address, text) =>
      mined({ to: registry, data: encodeFunctionData({ abi, args: [namehash(name), address, text] }) });
    await set('alice.eth', alice, '');
    await set('bob.eth', bob, '');
    await set(reverse(bob), none, 'bob.eth');
    await set(reverse(liar), none, 'alice.eth');
  });
  after(() => stage?.stop());

  const arrive = async (t, { path = '/nodes', connect = true, ...dress } = {}) => {
    const context = await visitor(world.browser, dress);
    t.after(() => context.close());
    if (connect) await new Wallet(stage.node, devnetWallet(40)).enter(context);
    const page = await context.newPage();
    const faults = watch(page, stage.url);
    await page.goto(stage.url + path);
    if (connect) await page.getByRole('button', { name: `Connect ${walletName}` }).click();
    await settled(page);
    return { page, faults };
  };
  const add = async (page, text) => {
    const field = page.getByRole('textbox', { name: 'Add wallets' });
    if (!(await field.isVisible())) await page.getByText('Change wallets and their names').click();
    await field.fill(text);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
  };
  const chip = (page, address) => page.locator('.chips li', { has: page.locator(`[title="${address}"]`) });

  test('a name is added with the whole address that it leads to, which is shown before', async (t) => {
    const { page, faults } = await arrive(t, { phone: true, dark: true });
    await add(page, ' Alice.ETH ');
    await page.getByText('alice.eth leads to this address now.').waitFor();
    await page.getByText(alice, { exact: true }).waitFor();
    assert.equal(await chip(page, alice).count(), 0, 'nothing is added yet');
    await fits(page);
    await accessible(page);
    await page.getByRole('button', { name: 'Add this address' }).click();
    await chip(page, alice).getByText('alice.eth').waitFor();
    await chip(page, alice)
      .getByText(`${alice.slice(0, 6)}…${alice.slice(-4)}`)
      .waitFor();
    await add(page, 'nobody.eth');
    await page.getByText('nobody.eth leads to no address.').waitFor();
    assert.deepEqual(faults, []);
  });

  test('a name stands beside an address where it leads back to it, and nowhere else', async (t) => {
    const { page } = await arrive(t);
    await add(page, `${bob} ${liar} ${alice}`);
    await chip(page, bob).getByText('bob.eth').waitFor();
    await chip(page, bob)
      .getByText(`${bob.slice(0, 6)}…${bob.slice(-4)}`)
      .waitFor();
    assert.equal(await page.getByText('alice.eth', { exact: true }).count(), 0, 'the name of somebody else');
    await accessible(page);
  });

  test('without a wallet nobody is asked', async (t) => {
    const { page, faults } = await arrive(t, { connect: false });
    await add(page, 'alice.eth');
    await page.getByText('alice.eth cannot be looked up: connect a wallet').waitFor();
    assert.deepEqual(faults, []);
  });
});
