import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../i18n';
import { chinese, english, type ParameterType, parameters, type SentenceCode } from '../i18n/sentence.gen';
import { say } from '../testing/say';
import { show, text } from '../testing/screen';
import { headingOf, poolHeading, SentenceOf, textOf, textsOf } from './sentence';

const who = `0x${'ab'.repeat(20)}`;

afterEach(() => setLanguage('en'));

test.each<[SentenceCode, Record<string, string>, string, string]>([
  ['nodes-bought', { nodes: '1' }, '1 node bought', '购买 1 个节点'],
  ['nodes-bought', { nodes: '1200' }, '1,200 nodes bought', '购买 1,200 个节点'],
  ['refunded', {}, 'refunded by the sale', '销售方退款'],
  ['value-of-supply', { part: '0.05' }, '5% of the supply', '总供应量的 5%'],
  ['value-span', { span: '2y' }, '2 years', '2 年'],
  ['value-span', { span: 'a while' }, 'a while', 'a while'],
  ['line-amount', { amount: '1234.5 USDT' }, 'amount: 1,234.5 USDT', '数额：1,234.5 USDT'],
  [
    'zero-pool-empty',
    { pool: 'queens' },
    'the pool queen validators had nothing to give',
    '女王验证者池没有可分配的数额',
  ],
  [
    'share-of-month',
    { month: '2026-01' },
    'share of the revenue of the month January 2026',
    '2026年1月 月份的收入分成',
  ],
])('%s', async (code, params, inEnglish, inChinese) => {
  expect(textOf(say(code, params))).toBe(inEnglish);
  await setLanguage('zh');
  expect(textOf(say(code, params))).toBe(inChinese);
});

test('headings begin with a capital', () => {
  expect(headingOf(say('account-payments'))).toBe('Payments');
});

test('a pool in a heading', async () => {
  expect([poolHeading('queens'), poolHeading('own')]).toEqual(['Queen validators', 'Own']);
  await setLanguage('zh');
  expect([poolHeading('queens'), poolHeading('own')]).toEqual(['女王验证者', 'Own']);
});

test('what is said twice is shown once', () => {
  const none = say('zero-no-nodes');
  expect(textsOf([none, say('zero-score'), none])).toBe('the wallet holds no nodes at the snapshot; the score is zero');
  expect(textsOf([])).toBe('');
});

test('a wallet is shown as wallets are', async () => {
  const leave = await show(<SentenceOf of={say('licence-sent', { licence: '7', to: who })} />);
  expect(text()).toContain('licence 7 sent to 0xabab…abab');
  expect(document.querySelector(`code[title="${who}"]`)).not.toBeNull();
  leave();
});

test('a code that this page does not know is shown in English', async () => {
  const later = { ...say('refunded'), code: 'of-a-later-server' };
  expect(textOf(later)).toBe('in English');
  await setLanguage('zh');
  const leave = await show(<SentenceOf of={later} />);
  expect(document.querySelector('[lang="en"]')?.textContent).toBe('in English');
  leave();
});

test('every sentence is whole in both languages', async () => {
  const examples: Record<ParameterType, string> = {
    text: 'team',
    count: '5',
    wallet: who,
    day: '2026-01-06',
    month: '2026-01',
    instant: '2026-01-06T00:00:00Z',
    amount: '12.5 USDT',
    ratio: '28/3',
    pool: 'providers',
    part: '0.2',
    span: '90d',
  };
  for (const [of, language] of [
    [english, 'en'],
    [chinese, 'zh'],
  ] as const) {
    await setLanguage(language);
    for (const code of Object.keys(of) as SentenceCode[]) {
      const params = Object.fromEntries(Object.entries(parameters[code]).map(([n, t]) => [n, examples[t]]));
      expect(textOf(say(code, params)), code).not.toMatch(/[{}|]| {2}|^$/);
    }
  }
});
