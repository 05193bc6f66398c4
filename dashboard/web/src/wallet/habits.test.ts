// What wallets answer when they do not answer as EIP-1193 and its neighbours have it: each line is from a public report.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FakeWallet } from '../testing/wallet';
import { account, connect, disconnect, switchChain } from './account';
import type { Offer } from './discover';
import { failureOf } from './failure';
import { rehearse, send } from './send';

const call = { to: `0x${'c0'.repeat(20)}`, data: '0x1234', value: '1', chain_id: 1337 };
const offer = (w: FakeWallet): Offer => ({ id: 'x', name: 'Test', icon: '', rdns: 'org.example.test', provider: w });

beforeEach(() => localStorage.clear());
afterEach(disconnect);

describe('what a wallet throws', () => {
  const unrecognized = 'Unrecognized chain ID "0xa935". Try adding the chain using wallet_addEthereumChain first.';
  test.each([
    [{ code: 4001, message: 'no' }, 'rejected'],
    [{ code: '4001', message: 'Request refused' }, 'rejected'],
    [{ code: 5000, message: 'Disapproved.' }, 'rejected'],
    [{ code: 5001, message: 'Disapproved chains.' }, 'rejected'],
    [{ code: 5002, message: 'User rejected methods.' }, 'rejected'],
    [{ code: -32603, message: 'User rejected the request.' }, 'rejected'],
    [{ code: -32000, message: 'MetaMask Tx Signature: User denied transaction signature.' }, 'rejected'],
    [{ code: -32000, message: 'Transaction was cancelled by the user' }, 'rejected'],
    ['User rejected the transaction', 'rejected'],
    [new Error('User rejected the transaction'), 'rejected'],
    [{ message: 'failed', cause: 'User canceled' }, 'rejected'],
    [undefined, 'other'],
    [{ code: -32000, message: 'transaction rejected by the network' }, 'other'],
    [{ code: 4902, message: 'Unrecognized' }, 'chain'],
    [{ code: '4902', message: 'x' }, 'chain'],
    [{ code: -32603, message: 'x', data: { originalError: { code: 4902 } } }, 'chain'],
    [{ code: -32603, message: unrecognized }, 'chain'],
    [{ code: -32602, message: 'Unrecognized chain ID "0x2105".' }, 'chain'],
    [{ code: 32603, message: 'Invalid chain' }, 'chain'],
    [unrecognized, 'chain'],
    [{ code: -32000, message: 'insufficient funds for gas * price + value: have 1 want 2' }, 'funds'],
    [{ code: -32002, message: 'Already processing' }, 'pending'],
    [{ code: '-32002' }, 'pending'],
  ])('%j is %s', (thrown, kind) => {
    expect(failureOf(thrown).kind).toBe(kind);
  });

  test('a plain text is told to the person', () => {
    expect(failureOf('the device is busy')).toMatchObject({ kind: 'other', detail: 'the device is busy' });
  });
});

const forms: [name: string, value: unknown][] = [
  ['hexadecimal', '0x89'],
  ['a number', 137],
  ['decimal digits', '137'],
  ['padded', '0x0089'],
  ['an upper-case prefix', '0X89'],
  ['a bigint', 137n],
  ['an object', { chainId: '0x89' }],
];

describe('the id of the network', () => {
  test.each(forms)('%s, when connecting', async (_, value) => {
    const w = new FakeWallet(undefined, { eth_chainId: () => value });
    expect((await connect(offer(w))).chain).toBe(137);
  });

  test.each(forms)('%s, in an event', async (_, value) => {
    const w = new FakeWallet();
    await connect(offer(w));
    w.emit('chainChanged', value);
    expect(account.value?.chain).toBe(137);
  });

  test.each([null, '', 'mainnet', '0x', -1, 1.5, Number.NaN, 2 ** 60])('%j is none', async (value) => {
    const w = new FakeWallet(undefined, { eth_chainId: () => value });
    await expect(connect(offer(w))).rejects.toMatchObject({ kind: 'disconnected' });
    // In an event it is no reason to go on with the network of before.
    const other = new FakeWallet();
    await connect(offer(other));
    other.emit('chainChanged', value);
    expect(account.value?.chain).toBe(0);
  });
});

describe('the accounts', () => {
  const plain = `0x${'ab'.repeat(20)}`;
  test.each([
    ['upper case', [`0X${'AB'.repeat(20)}`]],
    ['one text', plain],
    ['one text in upper case', `0X${'AB'.repeat(20)}`],
  ])('%s', async (_, value) => {
    const w = new FakeWallet(undefined, { eth_requestAccounts: () => value });
    expect((await connect(offer(w))).address).toBe(plain);
    w.emit('accountsChanged', [`0x${'cd'.repeat(20)}`]);
    w.emit('accountsChanged', value);
    expect(account.value?.address).toBe(plain);
  });

  test('none left is none connected', async () => {
    const w = new FakeWallet();
    await connect(offer(w));
    w.emit('accountsChanged', []);
    expect(account.value).toBeUndefined();
  });
});

describe('events that mean something else', () => {
  test('disconnect with code 1013 is a change of network, and nobody is signed out by it', async () => {
    const w = new FakeWallet();
    await connect(offer(w));
    w.chain = '0x89';
    w.emit('disconnect', { code: 1013, message: 'Disconnected from chain. Attempting to connect.' });
    await Promise.resolve().then(() => undefined);
    expect(account.value).toMatchObject({ address: w.address });
    expect(localStorage.getItem('nodeledger.wallet')).toBe('"org.example.test"');
    w.emit('disconnect', { code: 4900 });
    expect(account.value).toBeUndefined();
  });
});

describe('switching the network', () => {
  const network = {
    chain_id: 137,
    name: 'Example chain',
    currency: { name: 'Coin', symbol: 'COIN', decimals: 18 },
    rpc_urls: ['https://node.example.org/'],
  };

  test('a wallet that says yes and stays is not one that declined', async () => {
    const w = new FakeWallet(undefined, { wallet_switchEthereumChain: () => null });
    const a = await connect(offer(w));
    await expect(switchChain(a, 137, undefined, 1)).rejects.toMatchObject({ kind: 'stayed' });
    expect(account.value?.chain).toBe(1337);
  });

  test('a wallet that says yes before it is there is waited for', async () => {
    const late = ['0x539', '0x539', '0x89'];
    const w = new FakeWallet(undefined, { wallet_switchEthereumChain: () => null });
    const a = await connect(offer(w));
    w.methods.eth_chainId = () => late.shift() ?? '0x89';
    await switchChain(a, 137, undefined, 1);
    expect(account.value?.chain).toBe(137);
  });

  test('an unknown network is added with what the deployment gives, and then switched to', async () => {
    let known = false;
    const w = new FakeWallet();
    w.methods.wallet_switchEthereumChain = () => {
      if (!known) throw { code: -32603, message: 'Unrecognized chain ID "0x89"' };
      w.chain = '0x89';
      return null;
    };
    w.methods.wallet_addEthereumChain = () => {
      known = true;
      return null;
    };
    const a = await connect(offer(w));
    await switchChain(a, 137, network, 1);
    expect(account.value?.chain).toBe(137);
    expect(w.asked('wallet_addEthereumChain')).toEqual([
      [
        {
          chainId: '0x89',
          chainName: 'Example chain',
          nativeCurrency: { name: 'Coin', symbol: 'COIN', decimals: 18 },
          rpcUrls: ['https://node.example.org/'],
        },
      ],
    ]);
  });

  test.each([
    [{ code: 4001, message: 'no' }, 'rejected'],
    [{ code: 4200, message: 'no such method' }, 'chain'],
    [{ code: -32601, message: 'no such method' }, 'chain'],
  ])('adding it that ends with %j is %s', async (thrown, kind) => {
    const w = new FakeWallet(undefined, {
      wallet_switchEthereumChain: () => {
        throw { code: 4902 };
      },
      wallet_addEthereumChain: () => {
        throw thrown;
      },
    });
    await expect(switchChain(await connect(offer(w)), 137, network, 1)).rejects.toMatchObject({ kind });
  });

  test('nothing is added where the deployment gives no node', async () => {
    const w = new FakeWallet(undefined, {
      wallet_switchEthereumChain: () => {
        throw { code: 4902 };
      },
    });
    await expect(switchChain(await connect(offer(w)), 137, undefined, 1)).rejects.toMatchObject({ kind: 'chain' });
    expect(w.asked('wallet_addEthereumChain')).toEqual([]);
  });
});

describe('before something is sent', () => {
  test('a network that was changed silently is noticed', async () => {
    const w = new FakeWallet();
    const a = await connect(offer(w));
    w.chain = '0x1'; // without an event
    await expect(rehearse(a, call)).rejects.toMatchObject({ kind: 'chain' });
    await expect(send(a, call)).rejects.toMatchObject({ kind: 'chain' });
    expect(w.asked('eth_sendTransaction')).toEqual([]);
    expect(account.value?.chain).toBe(1);
  });

  test('an account that was changed silently is noticed', async () => {
    const w = new FakeWallet();
    const a = await connect(offer(w));
    const other = `0x${'cd'.repeat(20)}`;
    w.methods.eth_accounts = () => [other];
    await expect(send(a, call)).rejects.toMatchObject({ kind: 'account' });
    expect(w.asked('eth_sendTransaction')).toEqual([]);
    expect(account.value?.address).toBe(other);
  });

  test('an account that is still shared, though not as the first, may send', async () => {
    const w = new FakeWallet();
    const a = await connect(offer(w));
    w.methods.eth_accounts = () => [`0x${'cd'.repeat(20)}`, a.address.toUpperCase().replace('0X', '0x')];
    expect(await send(a, call)).toBe(`0x${'12'.repeat(32)}`);
  });
});
