// One price, four places: the contract, the program's command, the API and the page give the same quote to the wei, or all
// four refuse.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { before, describe, test } from 'node:test';
import { decodeFunctionResult, encodeFunctionData, parseAbi } from 'viem';
import { settled, visitor } from './browser.mjs';
import { devnetWallet, NodeError, rpcMany, wallets } from './chain.mjs';
import { dice, each } from './many.mjs';
import { binary } from './stage.mjs';
import { Wallet, walletName } from './wallet.mjs';
import { world } from './world.mjs';

const many = 1000;
const abi = parseAbi([
  'function quote(address wallet, uint256 quantity, string code) view ' +
    'returns (uint256 list, uint256 discount, uint256 paid, uint256 referral, uint256[] perTier)',
]);

/** Who asks for how many with which code; no two are the same. */
function cases() {
  const roll = dice(20240415);
  // Codes of the chain's crowd: two that differ in one character, one of 3 and one of 32, one that was disabled; none; some that nobody has.
  const codes = [
    '',
    '',
    '',
    'ALPHA',
    'ALPHA_',
    'NODE-RUNNER',
    'GPU2024',
    'NIGHT',
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ_01234',
    'MOONSHOT',
    'ZED',
    'gpu2024',
    'ночь',
    'nobody&co=1',
  ];
  const buyers = [
    ...Array.from({ length: wallets }, (_, i) => devnetWallet(i).address),
    `0x${'5a'.repeat(20)}`,
    `0x${'c3'.repeat(20)}`,
  ];
  const out = new Map();
  while (out.size < many) {
    const quantity = roll(3) > 0 ? 1 + roll(12) : 1 + roll(125); // 115 are the most that a wallet may have
    const c = { wallet: buyers[roll(buyers.length)].toLowerCase(), quantity, code: codes[roll(codes.length)] };
    out.set(JSON.stringify(c), c);
  }
  return [...out.values()];
}

const refused = 'refused';

async function ofContract(list) {
  const { node, contract } = world.stage;
  const calls = list.map((c) => [
    {
      to: contract,
      data: encodeFunctionData({ abi, functionName: 'quote', args: [c.wallet, BigInt(c.quantity), c.code] }),
    },
    'latest',
  ]);
  return (await rpcMany(node, 'eth_call', calls)).map((data) => {
    if (data instanceof NodeError) {
      assert.equal(data.code, 3, `the node says: ${data.message}`); // execution reverted
      return refused;
    }
    const [list, discount, paid, referral, perTier] = decodeFunctionResult({ abi, functionName: 'quote', data });
    const tiers = perTier.flatMap((n, i) => (n > 0n ? [`${i + 1}:${n}`] : []));
    return {
      list: `${list}`,
      discount: `${discount}`,
      paid: `${paid}`,
      referral: `${referral}`,
      tiers: tiers.join(' '),
    };
  });
}

const tiersOf = (q) => q.tiers.map((t) => `${t.tier}:${t.quantity}`).join(' ');

function ofCommand(list) {
  return each(
    list,
    2,
    (c) =>
      new Promise((resolve, reject) => {
        const args = [
          'quote',
          '--json',
          '--quantity',
          `${c.quantity}`,
          '--wallet',
          c.wallet,
          '--code',
          c.code,
          ...world.stage.books,
        ];
        execFile(binary, args, (e, stdout, stderr) => {
          if (e && e.code !== 1) return reject(new Error(`${JSON.stringify(c)}: ${e.message} ${stderr}`));
          if (e) return resolve(refused);
          const q = JSON.parse(stdout);
          assert.equal(q.transaction.value, q.paid.amount);
          resolve({
            list: q.list.amount,
            discount: q.discount.amount,
            paid: q.paid.amount,
            referral: q.referral.amount,
            tiers: tiersOf(q),
          });
        });
      }),
  );
}

const ask = (c) => new URLSearchParams({ quantity: c.quantity, wallet: c.wallet, ...(c.code && { code: c.code }) });

function ofAPI(list) {
  return each(list, 4, async (c) => {
    const asking = () => fetch(`${world.stage.url}/api/v1/quote?${ask(c)}`);
    let answer = await asking();
    while (answer.status === 429) {
      // eight pages ask as well, from the same address
      await new Promise((later) => setTimeout(later, 1000));
      answer = await asking();
    }
    const q = await answer.json();
    if (!answer.ok) {
      assert.ok(
        answer.status >= 400 && answer.status < 500 && q.code && q.detail,
        `${answer.status}: ${JSON.stringify(q)}`,
      );
      return refused;
    }
    assert.equal(q.transaction.value, q.paid.amount);
    return {
      list: q.list.amount,
      discount: q.discount.amount,
      paid: q.paid.amount,
      referral: q.referral.amount,
      tiers: tiersOf(q),
    };
  });
}

/** Drives the form of one page through a part of the cases. Each page is of a browser of its own: a browser has six
 * connections for a site, and every page that is looked at keeps one open. */
async function ofPage(list) {
  const context = await visitor(world.browser);
  try {
    await new Wallet(world.stage.node, devnetWallet(0)).enter(context);
    const page = await context.newPage();
    await page.goto(`${world.stage.url}/buy`);
    await page.getByRole('button', { name: `Connect ${walletName}` }).click();
    await settled(page);
    return await page.evaluate(
      drive,
      list.map((c) => ({ ...c, path: `/api/v1/quote?${ask(c)}` })),
    );
  } finally {
    await context.close();
  }
}

/** Runs in the page: types each order as a person does, waits until the page stands by a price or by a refusal, reads it. */
async function drive(list) {
  const field = (label) =>
    document.getElementById(
      [...document.querySelectorAll('label')].find((l) => l.textContent.startsWith(label)).htmlFor,
    );
  const type = (input, text) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const answers = new Map();
  const real = window.fetch;
  const broken = [];
  window.fetch = async (path, init) => {
    try {
      const answer = await real(path, init);
      if (answer.status < 500 && answer.status !== 429) answers.set(String(path), answer.status); // those are asked again
      return answer;
    } catch (error) {
      if (error.name !== 'AbortError') broken.push(`${path}: ${error}`); // the order changed while it was under way
      throw error;
    }
  };
  const pay = () => document.querySelector('button.main.full');
  const when = async (what, test) => {
    for (const end = performance.now() + 20_000; !test(); ) {
      if (performance.now() > end) throw new Error([`waited 20 s for ${what}`, ...broken].join('; '));
      await new Promise((resolve) => setTimeout(resolve, 8));
    }
  };
  // What an amount is in base units, as its title says; every digit of it is shown.
  const units = (dd) => {
    const exact = /([0-9]+) base units/.exec(dd.querySelector('[title]').title)[1];
    const digits = exact.padStart(19, '0');
    const shown = dd.querySelector('.figure').textContent.replaceAll(',', '');
    const text = `${digits.slice(0, -18)}.${digits.slice(-18)}`.replace(/\.?0*$/, '');
    return shown === text ? exact : `${shown} is shown for ${exact}`;
  };
  const out = [];
  for (const c of list) {
    answers.delete(c.path);
    window.testWallet.emit('accountsChanged', [c.wallet]);
    type(field('Nodes'), String(c.quantity));
    type(field('Referral code'), c.code);
    await when(`the old price to be out of force for ${c.path}`, () => !pay() || pay().disabled);
    await when(`an answer to ${c.path}`, () => answers.has(c.path));
    if (![200, 304].includes(answers.get(c.path))) {
      await when(`the refusal of ${c.path}`, () => document.querySelector('[aria-invalid=true], .field ~ .notice'));
      out.push(pay() && !pay().disabled ? 'refused by the API and not by the page' : 'refused');
      continue;
    }
    await when(`a price for ${c.path}`, () => pay() && !pay().disabled);
    const facts = new Map(
      [...document.querySelectorAll('.facts > div')].map((d) => [
        d.querySelector('dt').textContent,
        d.querySelector('dd'),
      ]),
    );
    const amount = (name) => (facts.has(name) ? units(facts.get(name)) : undefined);
    const rows = [...document.querySelectorAll('table tbody tr')].map((r) =>
      [...r.querySelectorAll('td')].map((d) => d.textContent.trim()),
    );
    const paid = amount('You pay');
    out.push({
      list: amount('List price') ?? paid,
      discount: amount('Discount') ?? '0',
      paid,
      referral: amount('Of it, to the referrer') ?? '0',
      tiers: rows.map((r) => `${r[0]}:${r[2]}`).join(' '),
    });
  }
  return out;
}

describe('one quote in four places', () => {
  const list = cases();
  let contract, api, command, page;
  // The page waits most of the time for its form to be still, and is not made to wait for a thousand programs besides.
  before(async () => {
    page = inPages(8);
    api = ofAPI(list);
    command = page.catch(() => undefined).then(() => ofCommand(list));
    for (const later of [page, command, api]) later.catch(() => undefined); // its own test says so
    contract = await ofContract(list);
  });

  async function inPages(pages) {
    const size = Math.ceil(list.length / pages);
    const parts = Array.from({ length: pages }, (_, i) => list.slice(i * size, (i + 1) * size));
    return (await Promise.all(parts.map(ofPage))).flat();
  }

  const same = (got) => {
    assert.equal(got.length, list.length);
    for (const [i, c] of list.entries()) assert.deepEqual(got[i], contract[i], `case ${i}: ${JSON.stringify(c)}`);
  };

  test(`the ${many} cases are worth asking`, () => {
    const good = contract.filter((q) => q !== refused);
    assert.ok(good.length > many / 2 && good.length < many, `${good.length} of ${many} can be bought`);
    assert.ok(good.filter((q) => q.tiers.split(' ').length > 3).length > 100, 'many go over several tiers');
    assert.ok(good.filter((q) => q.discount !== '0').length > 200, 'many have a discount');
    assert.ok(
      good.some((q) => BigInt(q.paid) % 10n !== 0n),
      'some have a share that is rounded',
    );
  });

  test('the API quotes what the contract quotes', async () => same(await api));
  test('the page shows what the contract quotes', { timeout: 480_000 }, async () => same(await page));
  test('the program quotes what the contract quotes', async () => same(await command));
});
