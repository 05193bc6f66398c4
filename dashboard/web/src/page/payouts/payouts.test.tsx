import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hexOf } from '../../proof/hex';
import { keccakText } from '../../proof/keccak';
import { leafOf, nodeOf } from '../../proof/payout';
import { say } from '../../testing/say';
import { named, press, show, shows, text, type, until } from '../../testing/screen';
import { fresh, Refusal, serve } from '../../testing/server';
import { FakeWallet, forgetWallet } from '../../testing/wallet';
import { disconnect } from '../../wallet/account';
import { offers } from '../../wallet/discover';
import { group } from '../../wallet/group';
import Payouts from '.';
import { claimCall, manyClaimsCall, noRoot } from './distributor';

const holder = `0x${'11'.repeat(20)}`;
const other = `0x${'22'.repeat(20)}`;
const distributor = `0x${'d1'.repeat(20)}`;
const usdt = (amount: string) => ({ asset: 'USDT', amount, decimals: 6, display: '' });
const sibling = hexOf(leafOf(other, 250_000_000n));
const root = hexOf(nodeOf(leafOf(holder, 2_000_000_000n), leafOf(other, 250_000_000n)));
const tx = `0x${'ee'.repeat(32)}`;
const word = (hex: string) => `0x${hex.padStart(64, '0')}`;

const claim = (change: object = {}) => ({
  run: '2026-12',
  distributor,
  chain_id: 1337,
  cumulative: usdt('2000000000'),
  claimed: usdt('500000000'),
  claimable: usdt('1500000000'),
  root,
  proof: [sibling],
  transaction: { to: distributor, data: claimCall(holder, 2_000_000_000n, [sibling]), value: '0', chain_id: 1337 },
  ...change,
});

const line = (run: string, change: object = {}) => ({
  run,
  asset: 'USDT',
  method: 'transfer',
  run_state: 'settled',
  prepared_at: `${run}-05T00:00:00Z`,
  state: 'paid',
  amount: usdt('250000000'),
  paid: usdt('250000000'),
  parts: [
    {
      account: `liabilities:share:${holder}`,
      line_account: `liabilities:payout:${run}:${holder}`,
      why: 'share',
      amount: usdt('200000000'),
    },
    {
      account: `liabilities:referral:${holder}:payable`,
      line_account: `liabilities:payout:${run}:${holder}`,
      why: 'referral',
      amount: usdt('50000000'),
    },
  ],
  ...change,
});

let leave = () => {};
let wallet: FakeWallet;
let chainRoot: string;
let claimed: bigint;
beforeEach(() => {
  group.value = [holder];
  chainRoot = root;
  claimed = 500_000_000n;
  wallet = new FakeWallet(holder, {
    eth_call: ([call]) => {
      const { data } = call as { data: string };
      if (data.startsWith('0xebf0c717')) return chainRoot;
      if (data.startsWith('0xc884ef83')) return word(claimed.toString(16));
      return '0x';
    },
    eth_getBlockByNumber: () => ({ number: '0x65' }),
  });
});
afterEach(() => {
  leave();
  disconnect();
  forgetWallet();
  offers.value = [];
});

async function open({ payouts = [] as object[], claims = [] as object[], answers = {} } = {}) {
  const served = serve({
    [`/api/v1/holders/${holder}/payouts`]: { ...fresh, wallet: holder, payouts, claims },
    ...answers,
  });
  leave = await show(<Payouts />);
  return served;
}

async function connected(change: Parameters<typeof open>[0]) {
  const served = await open(change);
  wallet.announce();
  await press('Connect Test wallet');
  await until(() => named('Disconnect'));
  return served;
}

const button = (name: string) => named(name) as HTMLButtonElement;
const enabled = (name: string) => until(() => named(name) && !button(name).disabled);

describe('run by run', () => {
  test('nobody, nothing, and a server that does not answer', async () => {
    group.value = [];
    await open();
    await shows('Whose payouts?');
    leave();
    group.value = [holder];
    await open();
    await shows('No payout yet');
    await shows('Nothing to claim');
    leave();
    leave = await show(<Payouts />);
    serve({
      [`/api/v1/holders/${holder}/payouts`]: new Refusal(
        500,
        'internal',
        'the server could not answer; its log says why',
      ),
    });
    leave();
    leave = await show(<Payouts />);
    await shows('the server could not answer');
    expect(named('Try again')).toBeTruthy();
  });

  test('what it is made of, and its state in words', async () => {
    await open({
      payouts: [
        line('2026-12', { state: 'open', run_state: 'draft', paid: usdt('0') }),
        line('2026-11', { state: 'open', run_state: 'proposed', paid: usdt('0') }),
        line('2026-10', { state: 'open', run_state: 'exported', paid: usdt('0') }),
        line('2026-09', { state: 'open', run_state: 'exported', method: 'claim', paid: usdt('0') }),
        line('2026-08', {
          state: 'waiting',
          run_state: 'settled',
          reason: say('waiting-below-minimum', { minimum: '5 USDT' }),
          paid: usdt('0'),
          amount: usdt('4999999'),
          parts: [],
        }),
        line('2026-07', {
          state: 'waiting',
          run_state: 'settled',
          reason: say('waiting-for-operators'),
          paid: usdt('0'),
          parts: [],
        }),
      ],
    });
    await shows('Revenue share 200 USDT');
    expect(text()).toContain('Referral rewards 50 USDT');
    for (const words of [
      'Prepared',
      'Waits for a second operator',
      'On its way',
      'Claimable',
      'It waits for a later payout run',
    ])
      expect(text()).toContain(words);
    await shows('Less than the minimum payout of 5 USDT');
    expect(text()).toContain('4.999999 USDT');
  });

  test('the evidence is a transaction, a log and an entry that can be proved', async () => {
    const entry = {
      sequence: 7,
      line: 0,
      kind: 'payout-settlement',
      effective: '2026-12-06T00:00:00Z',
      from: `assets:wallet:0x${'77'.repeat(20)}`,
      from_role: 'wallet',
      to: `liabilities:payout:2026-12:${holder}`,
      to_role: 'payout',
      to_name: '2026-12',
      amount: usdt('200000000'),
    };
    const account = (entries: object[]) => ({ ...fresh, account: '', balances: [], entries, next: '' });
    await open({
      payouts: [line('2026-12')],
      answers: {
        [`/api/v1/ledger/accounts/liabilities:payout:2026-12:${holder}`]: account([
          { ...entry, line: 1, amount: usdt('50000000') },
          entry,
          { ...entry, sequence: 3, kind: 'payout-run' }, // gathered, which is no payment
        ]),
        '/api/v1/ledger/transactions': (url: URL) => ({
          ...fresh,
          next: '',
          transactions:
            url.searchParams.get('after') === '6'
              ? [{ sequence: 7, source: { chain: 1, tx_hash: tx, log_index: 9 } }]
              : [],
        }),
      },
    });
    const details = (await until(
      () => document.querySelector('.evidence')?.closest('details') ?? document.querySelector('.run details'),
    )) as HTMLDetailsElement;
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    await shows('log 9');
    expect(document.querySelectorAll('.evidence li')).toHaveLength(2);
    expect(document.querySelector('.evidence a')?.getAttribute('href')).toBe(`https://etherscan.io/tx/${tx}`);
    expect(named('Prove entry 7')?.getAttribute('href')).toBe('/verify?sequence=7&line=0');
  });
});

describe('claims of two tokens', () => {
  const many = `0x${'fa'.repeat(20)}`;
  const second = `0x${'d2'.repeat(20)}`;
  const dai = (amount: string) => ({ ...usdt(amount), asset: 'DAI' });
  const two = [
    claim(),
    claim({
      distributor: second,
      cumulative: dai('2000000000'),
      claimed: dai('500000000'),
      claimable: dai('1500000000'),
      transaction: { to: second, data: claimCall(holder, 2_000_000_000n, [sibling]), value: '0', chain_id: 1337 },
    }),
  ];
  const serving = {
    [`/api/v1/holders/${holder}/payouts`]: { ...fresh, wallet: holder, payouts: [], claims: two, many_claims: many },
  };

  test('are one transaction where the program names who makes it', async () => {
    await connected({ answers: serving });
    await enabled('Claim all 2');
    await press('Claim all 2');
    const sent = await until(() => wallet.asked('eth_sendTransaction')[0]?.[0]);
    expect(sent).toMatchObject({
      to: many,
      data: manyClaimsCall(
        [distributor, second].map((d) => ({
          distributor: d,
          wallet: holder,
          cumulative: 2_000_000_000n,
          proof: [sibling],
        })),
      ),
    });
    await shows('1,500 USDT');
    await shows('1,500 DAI');
  });

  test('are not sent while one of them would pay nothing', async () => {
    chainRoot = word('1');
    await connected({ answers: serving });
    await enabled('Claim all 2');
    await press('Claim all 2');
    await shows('USDT: The distributor pays by another tree now');
    expect(wallet.asked('eth_sendTransaction')).toEqual([]);
  });

  test('are one by one without it', async () => {
    await connected({ claims: two });
    await enabled('Claim 1,500 DAI');
    expect(named('Claim all 2')).toBeUndefined();
  });
});

describe('a claim', () => {
  test('names the books that its tree came from', async () => {
    const books = { origin: 'nodeledger/demo/1337/0xc0', size: 48210, root: `0x${'b0'.repeat(32)}` };
    await open({ claims: [claim({ books }), claim({ books })] });
    await shows('Books of 48,210 leaves with the root');
    expect(document.querySelectorAll(`code[title="${books.root}"]`).length).toBe(1);
    expect(text()).toContain('the chain has the hash of its file');
    expect(named('Keep the tree of 2026-12')?.getAttribute('href')).toBe('/api/v1/payouts/2026-12/export/merkle');
  });

  test('needs a wallet, then is signed, mined and final', async () => {
    await open({ claims: [claim()] });
    await shows('Connect a wallet above to claim');
    expect(button('Claim 1,500 USDT').disabled).toBe(true);
    wallet.announce();
    await press('Connect Test wallet');
    await enabled('Claim 1,500 USDT');
    await press('Claim 1,500 USDT');
    await shows('Paid in block 101');
    await shows('It cannot be undone any more.');
    expect(wallet.asked('eth_sendTransaction')[0]?.[0]).toEqual({
      from: holder,
      to: distributor,
      data: claim().transaction.data,
      value: '0x0',
    });
  });

  test('what was claimed meanwhile is asked of the contract', async () => {
    claimed = 600_000_000n;
    await connected({ claims: [claim()] });
    await enabled('Claim 1,400 USDT');
    claimed = 2_000_000_000n;
  });

  test('already claimed', async () => {
    claimed = 2_000_000_000n;
    await connected({ claims: [claim()] });
    await shows('Already claimed: everything granted so far has been paid.');
    expect(button('Nothing left to claim').disabled).toBe(true);
  });

  test('the books know that it is claimed, without a wallet', async () => {
    await open({ claims: [claim({ claimed: usdt('2000000000') })] });
    await shows('Already claimed');
  });

  test.each([
    ['no tree is active', () => noRoot, 'no active tree yet'],
    ['another tree is active', () => word('ab'), 'pays by another tree now'],
  ])('%s', async (_, of, words) => {
    chainRoot = of();
    await connected({ claims: [claim()] });
    await shows(words);
    expect(button('Claim 1,500 USDT').disabled).toBe(true);
  });

  test.each([
    [
      'a proof that does not hold',
      { cumulative: usdt('9000000000') },
      'does not lead to the root that it named',
      'Claim 8,500 USDT',
    ],
    [
      'a call of another kind',
      { transaction: { ...claim().transaction, to: other } },
      'Do not sign it',
      'Claim 1,500 USDT',
    ],
  ])('%s is never signed', async (_, change, words, name) => {
    await connected({ claims: [claim(change)] });
    await shows(words);
    expect(button(name).disabled).toBe(true);
    expect(wallet.asked('eth_call')).toEqual([]);
  });

  test('the wrong network, then the right one', async () => {
    wallet.chain = '0x1';
    await connected({ claims: [claim()] });
    await shows('Your wallet is on Ethereum; this needs #1337');
    expect(button('Claim 1,500 USDT').disabled).toBe(true);
    await press('Switch to #1337');
    await enabled('Claim 1,500 USDT');
  });

  test('a declined signature sends nothing and can be tried again', async () => {
    wallet.methods.eth_sendTransaction = () => {
      throw { code: 4001, message: 'User rejected the request.' };
    };
    await connected({ claims: [claim()] });
    await enabled('Claim 1,500 USDT');
    await press('Claim 1,500 USDT');
    await shows('You declined in your wallet');
    await enabled('Claim 1,500 USDT');
  });

  test.each([
    ['too little in it', () => underfunded, 'The distributor holds only 12 USDT at the moment'],
    ['one before it that pays', () => earlierPays, 'An earlier distributor still pays'],
  ])('what the contract refuses says why before anything is signed: %s', async (_, data, text) => {
    const call = wallet.methods.eth_call!;
    wallet.methods.eth_call = (p) => {
      if ((p[0] as { data: string }).data.startsWith('0x3d13f874'))
        throw { code: 3, message: 'execution reverted', data: data() };
      return call(p);
    };
    await connected({ claims: [claim()] });
    await enabled('Claim 1,500 USDT');
    await press('Claim 1,500 USDT');
    await shows(text);
    expect(wallet.asked('eth_sendTransaction')).toEqual([]);
  });

  test('for another wallet it pays that wallet', async () => {
    wallet = new FakeWallet(other, wallet.methods);
    wallet.methods.eth_requestAccounts = wallet.methods.eth_accounts = () => [other];
    await connected({
      claims: [claim()],
      answers: { [`/api/v1/holders/${other}/payouts`]: { ...fresh, wallet: other, payouts: [], claims: [] } },
    });
    await shows('The money goes to the address named here, not to your wallet.');
    await enabled('Claim 1,500 USDT');
    await press('Claim 1,500 USDT');
    await shows('Signed and sent');
    expect(wallet.asked('eth_sendTransaction')[0]?.[0]).toMatchObject({ from: other, data: claim().transaction.data });
  });
});

const selector = hexOf(keccakText('Underfunded(uint256,uint256)')).slice(0, 10);
const earlierPays = `${hexOf(keccakText('EarlierStillPays(address)')).slice(0, 10)}${word('d0').slice(2)}`;
const underfunded = `${selector}${word('59682f00').slice(2)}${word('b71b00').slice(2)}`;

describe('a tree file', () => {
  const hashes = [leafOf(holder, 2_000_000_000n), leafOf(other, 250_000_000n)];
  const dump = {
    format: 'standard-v1',
    leafEncoding: ['address', 'uint256'],
    tree: [root, ...hashes.map(hexOf)],
    values: [
      { value: [holder, '2000000000'], treeIndex: 1 },
      { value: [other, '250000000'], treeIndex: 2 },
    ],
  };

  async function drop(of: unknown) {
    const file = new File([typeof of === 'string' ? of : JSON.stringify(of)], '2026-12-tree.json');
    const zone = await until(() => document.querySelector('.drop'));
    const e = new Event('drop', { bubbles: true, cancelable: true });
    Object.assign(e, { dataTransfer: { files: [file] } });
    zone.dispatchEvent(e);
  }

  test('is claimed with the chain alone, the API being down', async () => {
    serve({});
    leave = await show(<Payouts />);
    wallet.announce();
    await press('Connect Test wallet');
    await drop(dump);
    await shows('2026-12-tree.json holds');
    const call = wallet.methods.eth_call!;
    wallet.methods.eth_call = (p) => {
      const { data } = p[0] as { data: string };
      if (data === '0xfc0c546a') return word('70'.repeat(20));
      if (data === '0x313ce567') return word('6');
      if (data === '0x95d89b41') return `${word('20')}${word('4').slice(2)}${'55534454'.padEnd(64, '0')}`;
      return call(p);
    };
    await type('Distributor contract', '0x12');
    await press('Use this contract');
    await shows('This is not an address');
    await type('Distributor contract', distributor);
    await press('Use this contract');
    await enabled('Claim 1,500 USDT');
    await press('Claim 1,500 USDT');
    await shows('Signed and sent');
    expect(wallet.asked('eth_sendTransaction')[0]?.[0]).toMatchObject({
      to: distributor,
      data: claim().transaction.data,
    });
  });

  test.each([
    ['text', 'hello', 'This is not JSON'],
    ['another form', { ...dump, format: 'x' }, 'not a tree in the form standard-v1'],
    [
      'a changed amount',
      { ...dump, values: [{ value: [holder, '9'], treeIndex: 1 }, dump.values[1]] },
      'is not what its hash says',
    ],
    ['a changed hash', { ...dump, tree: [word('1'), ...dump.tree.slice(1)] }, 'is not the hash of its children'],
  ])('%s is refused', async (_, of, words) => {
    await open();
    await drop(of);
    await shows(words);
  });

  test('without these wallets in it', async () => {
    group.value = [`0x${'33'.repeat(20)}`];
    serve({
      [`/api/v1/holders/${group.value[0]}/payouts`]: { ...fresh, wallet: group.value[0], payouts: [], claims: [] },
    });
    leave = await show(<Payouts />);
    await drop(dump);
    await shows('Not in this tree');
  });
});
