// One estimate, two places: the page shows what the API answers to the same assumptions, digit by digit, or the API's own
// refusal. That the command answers what the API does, cmd/nodeledger tests.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settled, visitor } from './browser.mjs';
import { devnetWallet } from './chain.mjs';
import { drive, labels, misread, wanted } from './estimated.mjs';
import { dice, each } from './many.mjs';
import { world } from './world.mjs';

const many = 200;
const chinese = 40; // of them, the first ones, are looked at in Chinese as well

const wallet = devnetWallet(40).address.toLowerCase();

/** What can be assumed in the page's address, good values and such as are refused, by themselves or beside others. */
const values = {
  nodes: [
    ['', '1', '5', '7', '20,5', '100', '115', '1,2,3,4'],
    ['116', '0', 'five', '5;20', '999999999999'],
  ],
  months: [
    ['', '', '0', '1', '24', '36', '600'],
    ['601', '1e3', '-1', '6.5'],
  ],
  adoption: [
    ['', '50', '62.5', '0.4', '100', '12.345678'],
    ['0', '150', '-1', '0.01', '20%'],
  ],
  'token-price': [
    ['', '0', '0.25', '1', '0.000000000000000001', '50%', '1234567890123'],
    ['NaN', '-1', '99999999999999999999'],
  ],
  'eth-price': [
    ['3000', '3250.5', '1234567.891'],
    ['', '1e300', '0x10'],
  ],
  'node-price': [
    ['', '', '600', '0.1 ETH', '0.25ETH', '99.99 USD', '0', '0.000001'],
    ['99999999999999999999', '-5', 'ETH', '1 BTC'],
  ],
  wallet: [
    ['', '', wallet],
    ['0x12', `0x${'5a'.repeat(20)}`, wallet.slice(2)],
  ],
  code: [
    ['', '', 'ALPHA', 'node-runner'],
    ['nobody&co=1', 'alpha ', '😀'],
  ],
  'adoption-of': [
    ['', '15000', '12345', 'sold'],
    ['0', '10', 'all'],
  ],
  'point-price': [['', '2', '0.01'], ['free']],
  'average-factor': [
    ['', '1.25', '2'],
    ['0', '1/3'],
  ],
  'drop-by': [['', 'nodes', 'score'], ['luck']],
  coverage: [
    ['', '0.5', '50%', '0', '0.333333'],
    ['2', '-0.1'],
  ],
  fund: [[''], ['100000', '1e6', '0.01']],
  'holder-nodes': [
    ['', '7', '115'],
    ['0', '1.5'],
  ],
  currency: [[''], ['EUR', 'euro']],
  rate: [[''], ['0.92']],
  'point-days': [[''], ['0', '-3', 'ten', '30']], // the books are past the TGE
  'points-issued': [
    ['', '5000'],
    ['1.5', '99999999999999999999'],
  ],
  tge: [
    ['', '', '2026-07-05T12:00:00Z'],
    ['soon', '2027-13-01', '1999-01-01', '2030-02-28'],
  ],
  scenarios: [
    ['', '25,30,35', '10,40,100', '20,20,20.5'],
    ['0,10,20', '10,20,101', '0.01,10,20'],
  ],
};

const currencies = [
  ['EUR', '0.92'],
  ['JPY', '157.25'],
];

/** The page's address of each case, and the API's of the same assumptions: parts are percentages in the page. */
function cases() {
  const roll = dice(2408);
  const names = Object.keys(values);
  return Array.from({ length: many }, () => {
    const poor = names[roll(2 * names.length)]; // every other time nothing is wrong
    const a = {};
    for (const name of names) {
      const list = values[name][name === poor ? 1 : 0];
      a[name] = list[roll(list.length)];
    }
    if (!a.currency && !a.rate && roll(4) === 0) [a.currency, a.rate] = currencies[roll(currencies.length)];
    const full = { ...a, nodes: a.nodes || '5', months: a.months || '24', adoption: `${a.adoption || '20'}%` };
    full.scenarios = (a.scenarios || '10,20,40')
      .split(',')
      .map((s) => `${s}%`)
      .join();
    return {
      months: full.months,
      href: `/estimator?${queryOf(a)}`,
      path: `/api/v1/estimate?${queryOf(full)}`,
    };
  });
}

const queryOf = (a) => new URLSearchParams(Object.entries(a).filter(([, v]) => v !== ''));

async function ofAPI({ path }) {
  const answer = await fetch(world.stage.url + path);
  const body = await answer.json();
  assert.ok(answer.ok || (answer.status >= 400 && answer.status < 500 && body.detail), `${path}: ${answer.status}`);
  return answer.ok ? { estimate: body } : { refusal: body.detail };
}

async function ofPage(list, language) {
  const context = await visitor(world.browser, { kept: { language } });
  try {
    const page = await context.newPage();
    await page.goto(`${world.stage.url}/estimator`);
    await settled(page);
    return await page.evaluate(drive, { addresses: list.map((c) => c.href), captions: labels[language].captions });
  } finally {
    await context.close();
  }
}

/** What the page shows otherwise than the API answered. */
function differences(shown, { answer, months }, language) {
  if (answer.refusal) {
    if (!shown.refusal) return [`figures in the place of: ${answer.refusal}`];
    const out = shown.refusal.includes(answer.refusal) ? [] : [`${shown.refusal} for ${answer.refusal}`];
    return shown.figures > 0 ? [...out, `${shown.figures} figures beside a refusal`] : out;
  }
  if (shown.refusal) return [`an estimate was refused: ${shown.refusal}`];
  const e = answer.estimate;
  const want = wanted(e, language, months);
  const out = shown.marked.map((name) => `${name} is marked as wrong`);
  for (const part of ['hint', 'adoptions', 'curve', 'scenarios']) {
    const [is, must] = [shown[part], want[part]].map((v) => JSON.stringify(v));
    if (is !== must) out.push(`${part}: ${is} for ${must}`);
  }
  // A figure that has no digits may have a hint that says what is missing; where the wanted one has none, that is free.
  const names = (list) => list.map(([name]) => name).join();
  if (names(shown.headline) !== names(want.headline)) out.push(`${names(shown.headline)} for ${names(want.headline)}`);
  want.headline.forEach((must, i) => {
    const is = shown.headline[i]?.slice(0, must.length);
    if (JSON.stringify(is) !== JSON.stringify(must)) out.push(`${JSON.stringify(is)} for ${JSON.stringify(must)}`);
  });
  if (shown.assumptions.length !== e.assumptions.length) return [...out, `${shown.assumptions.length} assumptions`];
  e.assumptions.forEach((a, i) => {
    const [name, value, source] = shown.assumptions[i];
    if (name === a.name.replaceAll('_', ' ')) out.push(`${a.name} has no name`);
    if (source !== want.sources[i]) out.push(`${a.name}: ${source} for ${a.source}`);
    out.push(...misread(value, a.value, language).map((d) => `${a.name}: ${d}`));
  });
  if (shown.notes.length !== e.notes.length) return [...out, `${shown.notes.length} notes`];
  return [...out, ...e.notes.flatMap((n, i) => misread(shown.notes[i], n, language))];
}

describe('one estimate in two places', () => {
  test(`the page shows what the API answers to ${many} assumptions`, { timeout: 180_000 }, async (t) => {
    const asked = cases();
    const answers = await each(asked, 4, ofAPI);
    const refused = answers.filter((a) => a.refusal).length;
    t.diagnostic(`${many - refused} estimates, ${refused} refusals`);
    assert.ok(refused >= 60 && many - refused >= 60, `${refused} of ${many} are refused`);
    const list = asked.map((c, i) => ({ ...c, answer: answers[i] }));
    const parts = [0, 1, 2].map((i) => ['en', list.filter((_, n) => n % 3 === i)]);
    parts.push(['zh', list.slice(0, chinese)]);
    const found = await each(parts, parts.length, async ([language, part]) => {
      const shown = await ofPage(part, language);
      return part.map((c, i) => differences(shown[i], c, language).map((d) => `${language} ${c.href}\n  ${d}`));
    });
    const wrong = found.flat(2);
    assert.equal(wrong.length, 0, `${wrong.length} differences:\n${wrong.slice(0, 20).join('\n').slice(0, 20_000)}`);
  });
});
