import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { followEvents } from '../../api/live';
import { parseWhole } from '../../money';
import { checksum } from '../../proof/checksum';
import { hexOf } from '../../proof/hex';
import { keccakText } from '../../proof/keccak';
import { referral } from '../../setting';
import { FakeEvents } from '../../testing/events';
import { field, named, press, show, shows, text, type, until } from '../../testing/screen';
import { eth, fresh, holder, Refusal, sale, scores, serve } from '../../testing/server';
import { FakeWallet, forgetWallet } from '../../testing/wallet';
import { disconnect } from '../../wallet/account';
import { offers } from '../../wallet/discover';
import { isSentList, sent } from '../../wallet/sent';
import Buy from '.';

const price = 100000000000000000n;
let leave = () => {};
let wallet: FakeWallet;
let perNode: bigint;

function quote(url: URL) {
  const n = BigInt(url.searchParams.get('quantity') as string);
  const code = url.searchParams.get('code') ?? '';
  if (code !== '' && code !== 'ALPHA') {
    const hint = code.toUpperCase() === 'ALPHA' ? 'did you mean "ALPHA"?' : 'check the spelling, or leave the code out';
    return new Refusal(
      409,
      'unknown-code',
      `the referral code "${code}" is not registered: ${hint}`,
      code === 'alpha' ? { did_you_mean: 'ALPHA' } : {},
    );
  }
  if (n > 15n) return new Refusal(409, 'not-enough', 'there are 15 nodes at most: ask for fewer');
  const list = n * perNode;
  const paid = code ? (list * 9n) / 10n : list;
  return {
    ...fresh,
    quantity: Number(n),
    ...(code ? { code } : {}),
    list: eth(String(list)),
    discount: eth(String(list - paid)),
    paid: eth(String(paid)),
    referral: eth(code ? String(paid / 10n) : '0'),
    treasury: eth(String(paid)),
    dust: eth('0'),
    tiers: [{ tier: 1, price: eth(String(perNode)), quantity: Number(n) }],
    transaction: { to: `0x${'c0'.repeat(20)}`, data: '0xb7dc3b18', value: String(paid), chain_id: 1337 },
  };
}

async function open(change: Record<string, unknown> = {}) {
  const served = serve({
    '/api/v1/sale': sale(),
    '/api/v1/quote': quote,
    '/api/v1/score': scores,
    [`/api/v1/holders/${wallet.address}`]: holder(wallet.address, 3),
    ...change,
  });
  leave = await show(<Buy />);
  return served;
}

/** The wallet is announced and connected. */
async function connected(change: Record<string, unknown> = {}) {
  const served = await open(change);
  wallet.announce();
  await press('Connect Test wallet');
  await until(() => named('Disconnect'));
  return served;
}

const payButton = () => document.querySelector('button.main.full') as HTMLButtonElement;
const ready = (name: string) => until(() => named(name) && !(named(name) as HTMLButtonElement).disabled);

beforeEach(() => {
  perNode = price;
  wallet = new FakeWallet();
  referral.value = '';
  sent.value = [];
});
afterEach(() => {
  leave();
  disconnect();
  forgetWallet();
  offers.value = [];
});

describe('the order', () => {
  test('the price follows the quantity, without a wallet', async () => {
    await open();
    await shows('You pay0.1 ETH');
    await press('One node more');
    await shows('You pay0.2 ETH');
    await type('Nodes', '5');
    await shows('You pay0.5 ETH');
    await shows('Counts as 6 · 15 more nodes lift your score from 6 to 30');
    expect((named('Pay 0.5 ETH') as HTMLButtonElement).disabled).toBe(true);
    expect(text()).not.toContain('The price moved'); // another order is no other price
  });

  test('a mistyped code keeps the price and offers what was meant', async () => {
    await open();
    await type('Referral code', 'alpha');
    await shows('did you mean "ALPHA"?');
    expect(field('Referral code').getAttribute('aria-invalid')).toBe('true');
    await shows('You pay0.1 ETH');
    await press('Use ALPHA');
    await shows('Valid: 10% off');
    await shows('You pay0.09 ETH');
    await type('Referral code', 'zzz');
    await shows('check the spelling');
    await press('Remove the code');
    await shows('You pay0.1 ETH');
  });

  test('more than there is says what to do', async () => {
    await open({
      '/api/v1/sale': sale({ tiers: [{ tier: 1, price: eth('1'), size: 99, sold: 0, left: 99, per_wallet: null }] }),
    });
    await type('Nodes', '20');
    await shows('there are 15 nodes at most: ask for fewer');
  });

  test.each([
    ['1.5', 'Nodes come whole'],
    ['1,5', 'Nodes come whole'],
    ['1e3', 'Write digits only'],
    ['-3', 'Nodes come whole'],
    ['abc', 'Write digits only'],
    ['5 nodes', 'Write digits only'],
    ['0x10', 'Write digits only'],
    ['１２', 'Write plain digits: 12'],
    ['0', 'Choose at least one node'],
    ['', 'Enter how many nodes'],
    ['9'.repeat(20), 'that many'],
  ])('%j stays as it is typed, says why it is no number of nodes, and cannot be paid', async (typed, why) => {
    await connected();
    await ready('Pay 0.1 ETH');
    await type('Nodes', typed);
    await shows(why);
    expect(field('Nodes').value).toBe(typed);
    expect(field('Nodes').getAttribute('aria-invalid')).toBe('true');
    expect(payButton().disabled).toBe(true);
    expect(text()).not.toContain('0.1 ETH'); // no price of another number
    await act(async () => void field('Nodes').dispatchEvent(new Event('blur')));
    expect(field('Nodes').value).toBe(typed);
    await type('Nodes', '5');
    await ready('Pay 0.5 ETH');
    expect(field('Nodes').getAttribute('aria-invalid')).toBeNull();
  });

  test('spaces around a pasted number are no fault', async () => {
    await open();
    await type('Nodes', ' 5 ');
    await shows('You pay0.5 ETH');
    expect(field('Nodes').value).toBe(' 5 ');
  });

  test('the buttons go on from the last number there was', async () => {
    await open();
    await type('Nodes', '4');
    await type('Nodes', '4.5');
    await press('One node more');
    expect(field('Nodes').value).toBe('5');
  });

  test('every digit is there, and what is printed adds up as it is printed', async () => {
    perNode = 140492800000000007n;
    await open();
    await type('Nodes', '7');
    await type('Referral code', 'ALPHA');
    await shows('Valid: 10% off');
    await shows('You pay');
    const facts = new Map(
      [...document.querySelectorAll('.facts > div')].map((d) => [
        d.querySelector('dt')?.textContent ?? '',
        d.querySelector('.figure')?.textContent ?? '',
      ]),
    );
    const printed = (t: string | null | undefined) => parseWhole((t ?? '').replaceAll(',', ''), 18) as bigint;
    const list = printed(facts.get('List price'));
    expect(list - printed(facts.get('Discount'))).toBe(printed(facts.get('You pay')));
    const rows = [...document.querySelectorAll('table tbody tr')].map((r) => [...r.querySelectorAll('.figure')]);
    let sum = 0n;
    for (const row of rows) {
      const [, price, n, total] = row.map((f) => f.textContent);
      expect(printed(price) * BigInt(n as string)).toBe(printed(total));
      sum += printed(total);
    }
    expect(sum).toBe(list);
    expect(text()).toContain('You pay0.885104640000000044 ETH');
    expect(text()).not.toContain('≈');
  });

  test('where a rate is known, its value stands beside, with where the rate is from and of when', async () => {
    const rate = {
      asset: 'ETH',
      currency: 'USD',
      price: '3012.5',
      day: '2026-10-31',
      source: 'price-list',
      others: [],
    };
    await open({ '/api/v1/quote': (url: URL) => ({ ...quote(url), rate }) });
    await shows('You pay0.1 ETH ≈301.25 USD');
    await shows('at 3,012.5 USD for 1 ETH');
    await shows('Oct 31, 2026');
  });

  test('who gets the nodes is said with every letter of the address', async () => {
    await open();
    await shows('The nodes go to the wallet that pays.');
    wallet.announce();
    await press('Connect Test wallet');
    await shows(`The nodes go to the wallet that pays: ${checksum(wallet.address)}`);
    await shows('cannot be bought for another wallet');
  });

  test('a price that moves while it is looked at is shown with the one before', async () => {
    await connected();
    await ready('Pay 0.1 ETH');
    perNode = 110000000000000000n;
    const stop = followEvents('/api/v1/events', FakeEvents as unknown as typeof EventSource);
    FakeEvents.latest.tell('purchase');
    await shows('The price moved from 0.1 ETH to 0.11 ETH');
    await ready('Pay 0.11 ETH');
    await type('Nodes', '2'); // another order has another price
    await until(() => !text().includes('The price moved'));
    stop();
  });

  test('why nothing can be paid yet', async () => {
    await open();
    await shows('Connect a wallet first.');
    wallet.announce();
    await press('Connect Test wallet');
    await ready('Pay 0.1 ETH');
    expect(text()).not.toContain('Connect a wallet first.');
    await type('Referral code', 'zzz');
    await shows('Correct the code or remove it first.');
    await type('Referral code', '');
    await type('Nodes', '1.5');
    await shows('Correct the number of nodes first.');
  });

  test('quotas are folded', async () => {
    await connected();
    await shows('Your quota');
    expect(document.querySelector('.quota')?.closest('details')?.open).toBe(false);
  });
});

describe('the focus', () => {
  const focused = () => document.activeElement as HTMLElement;
  test('after connecting it is on the account, after disconnecting on the wallets', async () => {
    await open();
    wallet.announce();
    const button = await until(() => named('Connect Test wallet'));
    button.focus();
    await press('Connect Test wallet');
    await until(() => named('Disconnect'));
    expect(focused().className).toContain('connected');
    await press('Disconnect');
    await until(() => named('Connect Test wallet'));
    expect(focused()).toBe(named('Connect Test wallet'));
  });

  test('after the network was switched it is on the account', async () => {
    wallet.chain = '0x1';
    await connected();
    await press('Switch to #1337');
    await ready('Pay 0.1 ETH');
    expect(focused().className).toContain('connected');
  });

  test('after paying it is on what became of the purchase', async () => {
    await connected();
    await ready('Pay 0.1 ETH');
    payButton().focus();
    await press('Pay 0.1 ETH');
    await shows('In block 101');
    expect(focused().textContent).toBe('Your purchase');
    await press('Buy more');
    await shows('Your order');
    expect(focused()).toBe(field('Nodes'));
  });

  test('after a refusal it stays on the button', async () => {
    wallet.methods.eth_sendTransaction = () => {
      throw { code: 4001, message: 'User rejected' };
    };
    await connected();
    await ready('Pay 0.1 ETH');
    payButton().focus();
    await press('Pay 0.1 ETH');
    await shows('You declined in your wallet');
    expect(focused()).toBe(payButton());
    perNode = price * 2n;
    await press('Pay 0.1 ETH');
    await shows('The price moved from 0.1 ETH to 0.2 ETH');
    await ready('Pay 0.2 ETH');
    expect(focused()).toBe(payButton());
  });

  test('after a code was put right or removed it is on the code', async () => {
    await open();
    await type('Referral code', 'alpha');
    await press('Use ALPHA');
    await shows('Valid: 10% off');
    expect(focused()).toBe(field('Referral code'));
    await type('Referral code', 'zzz');
    await press('Remove the code');
    await until(() => !named('Remove the code'));
    expect(focused()).toBe(field('Referral code'));
  });
});

describe('the payment', () => {
  test('signed, mined, in the books, final; with a receipt', async () => {
    const { answers } = await connected();
    await type('Referral code', 'ALPHA');
    await ready('Pay 0.09 ETH');
    await press('Pay 0.09 ETH');
    await shows('In block 101');
    expect(wallet.asked('eth_sendTransaction')[0]).toMatchObject([{ value: '0x13fbe85edc90000', data: '0xb7dc3b18' }]);
    await shows('The books follow within seconds');
    expect(text()).toContain('Receipt');
    answers[`/api/v1/holders/${wallet.address}`] = holder(wallet.address, 5, {
      as_of: { block: 102, time: fresh.as_of.time, final: 96, proof: 'full' },
    });
    await until(() => text().includes('shown as pending'), 6000);
    await shows('Your score now6');
    answers[`/api/v1/holders/${wallet.address}`] = holder(wallet.address, 5, {
      as_of: { block: 140, time: fresh.as_of.time, final: 128, proof: 'full' },
    });
    await until(() => text().includes('It cannot be undone any more'), 6000);
  }, 20_000);

  test('declined in the wallet', async () => {
    wallet.methods.eth_sendTransaction = () => {
      throw { code: 4001, message: 'User rejected' };
    };
    await connected();
    await ready('Pay 0.1 ETH');
    await press('Pay 0.1 ETH');
    await shows('You declined in your wallet. Nothing was sent.');
    await ready('Pay 0.1 ETH');
  });

  test('too little in the wallet', async () => {
    wallet.methods.eth_getBalance = () => '0x0';
    await connected();
    await ready('Pay 0.1 ETH');
    await press('Pay 0.1 ETH');
    await shows('Your wallet is short of 0.1 ETH');
    expect(wallet.asked('eth_sendTransaction')).toEqual([]);
  });

  test('a price that moved is shown before anything is signed', async () => {
    await connected();
    await ready('Pay 0.1 ETH');
    perNode = price * 2n;
    await press('Pay 0.1 ETH');
    await shows('The price moved from 0.1 ETH to 0.2 ETH');
    expect(wallet.asked('eth_sendTransaction')).toEqual([]);
    await ready('Pay 0.2 ETH');
    await press('Pay 0.2 ETH');
    await shows('In block 101');
  });

  test('a contract that refuses says why', async () => {
    const words = (...v: bigint[]) => v.map((n) => n.toString(16).padStart(64, '0')).join('');
    wallet.methods.eth_call = () => {
      throw {
        code: 3,
        message: 'execution reverted',
        data: hexOf(keccakText('QuotaExceeded(address,uint256,uint256,uint256)')).slice(0, 10) + words(1n, 1n, 2n, 4n),
      };
    };
    await connected();
    await ready('Pay 0.1 ETH');
    await press('Pay 0.1 ETH');
    await shows('In tier 2 this wallet may buy 2 nodes more');
    expect(wallet.asked('eth_sendTransaction')).toEqual([]);
  });

  test('the wrong network is switched before it can be paid', async () => {
    wallet.chain = '0x1';
    await connected();
    await shows('Your wallet is on Ethereum; this needs #1337');
    expect((named('Pay 0.1 ETH') as HTMLButtonElement).disabled).toBe(true);
    await press('Switch to #1337');
    await ready('Pay 0.1 ETH');
    expect(wallet.asked('wallet_switchEthereumChain')).toEqual([[{ chainId: '0x539' }]]);
  });

  test('a transaction that was mined and refused', async () => {
    wallet.methods.eth_getTransactionReceipt = () => ({ status: '0x0', blockNumber: '0x65' });
    await connected();
    await ready('Pay 0.1 ETH');
    await press('Pay 0.1 ETH');
    await shows('You paid only the network fee');
  });

  test('a network that the wallet does not know is named, to be added by hand where the server gives no node', async () => {
    wallet.chain = '0x1';
    wallet.methods.wallet_switchEthereumChain = () => {
      throw { code: 4902 };
    };
    await connected();
    await press('Switch to #1337');
    await shows('Add it in the wallet’s settings');
    await shows('Chain id 1337');
    expect(named('Copy the chain id')).toBeTruthy();
  });

  test('a network that the wallet does not know is added with the node that the server gives', async () => {
    wallet.chain = '0x1';
    let known = false;
    wallet.methods.wallet_switchEthereumChain = () => {
      if (!known) throw { code: 4902 };
      wallet.chain = '0x539';
      return null;
    };
    wallet.methods.wallet_addEthereumChain = () => {
      known = true;
      return null;
    };
    const network = {
      chain_id: 1337,
      currency: { name: 'ETH', symbol: 'ETH', decimals: 18 },
      rpc_urls: ['https://node.example.org'],
    };
    await connected({ '/api/v1/sale': sale({ network }) });
    await shows('it is given https://node.example.org');
    await press('Switch to #1337');
    await ready('Pay 0.1 ETH');
    expect(wallet.asked('wallet_addEthereumChain')).toMatchObject([
      [{ chainId: '0x539', rpcUrls: ['https://node.example.org'] }],
    ]);
  });

  test('a network that was changed silently is noticed before the wallet is asked to sign', async () => {
    await connected();
    await ready('Pay 0.1 ETH');
    wallet.chain = '0x1';
    await press('Pay 0.1 ETH');
    await shows('Your wallet is on Ethereum; this needs #1337');
    expect(wallet.asked('eth_sendTransaction')).toEqual([]);
  });

  test('what is left of the quotas', async () => {
    await connected();
    await shows('Your quota');
    await shows('0 of 1 left');
  });
});

describe('a purchase that was sent before', () => {
  const hash = `0x${'12'.repeat(32)}`;
  const earlier = () => ({
    hash,
    wallet: wallet.address,
    quantity: 5,
    chain: 1337,
    paid: eth('500000000000000000'),
    since: fresh.as_of.time,
  });
  const statement = (entries: object[]) => ({ ...fresh, accounts: [{ account: 'buyers', entries }] });
  const at = (block: number, final: number) =>
    holder(wallet.address, 5, { as_of: { block, time: fresh.as_of.time, final, proof: 'full' } });

  test('is kept when it is sent, and until it is final', async () => {
    await connected();
    await ready('Pay 0.1 ETH');
    await press('Pay 0.1 ETH');
    await shows('In block 101');
    const kept = JSON.parse(localStorage.getItem('nodeledger.sent') as string) as object[];
    expect(kept).toMatchObject([{ hash, wallet: wallet.address, quantity: 1, chain: 1337 }]);
  });

  test('is shown at the next visit, from the books alone', async () => {
    sent.value = [earlier()];
    const { answers, asked } = await open({ [`/api/v1/holders/${wallet.address}/statement`]: statement([]) });
    await shows('Not in the books yet. Connect the wallet that sent it');
    expect(asked.some((a) => a.endsWith('/statement?from=2026-11-01'))).toBe(true);
    leave();
    answers[`/api/v1/holders/${wallet.address}/statement`] = statement([
      { source: { origin: 'evm', tx_hash: hash, block: 99 } },
    ]);
    answers[`/api/v1/holders/${wallet.address}`] = at(100, 98);
    leave = await show(<Buy />);
    await shows('In block 99');
    await shows('shown as pending');
    await shows('Nodes bought5');
    expect(sent.value.length).toBe(1);
    answers[`/api/v1/holders/${wallet.address}`] = at(120, 99);
    await until(() => text().includes('It cannot be undone any more'), 6000);
    expect(sent.value).toEqual([]);
    await press('Buy more');
    await shows('Your order');
    expect(text()).not.toContain('is not final yet');
  }, 15_000);

  test('leaves a note where more is bought, until it is final or not followed any more', async () => {
    sent.value = [earlier()];
    wallet.methods.eth_getTransactionReceipt = () => null;
    await open({ [`/api/v1/holders/${wallet.address}/statement`]: statement([]) });
    wallet.announce();
    await press('Connect Test wallet');
    await shows('Waiting for a block');
    await press('Buy more');
    await shows('Your purchase of 5 nodes is not final yet');
    await shows('It is sent and waits for a block.');
    expect(named('Show it')?.getAttribute('href')).toBe(`/buy?tx=${hash}`);
    await press('Stop following');
    await until(() => !text().includes('is not final yet'));
    expect(localStorage.getItem('nodeledger.sent')).toBeNull();
  });

  test('that something else wrote is not taken', () => {
    for (const bad of [
      [{ hash: '0x1' }],
      'x',
      [null],
      [{ ...earlier(), wallet: 'javascript:' }],
      [{ ...earlier(), quantity: 1.5 }],
    ]) {
      expect(isSentList(bad)).toBe(false);
    }
    expect(isSentList([earlier()])).toBe(true);
  });
});
