import { beforeEach, expect, test } from 'vitest';
import { language, locale, setLanguage, startLanguage, suits, words } from '.';
import { en as inShell } from './en';
import { fairness as fairnessEn } from './en/fairness';
import { count } from './plural';
import { zh as inShellZh } from './zh';
import { fairness as fairnessZh } from './zh/fairness';

// Words that come with what they belong to are compared as well.
const en = { ...inShell, fairness: fairnessEn };
const zh = { ...inShellZh, fairness: fairnessZh };

beforeEach(() => localStorage.clear());

/** Every leaf with its path; functions are called with stand-ins. */
function leaves(of: unknown, path = ''): [string, string][] {
  if (typeof of === 'string') return [[path, of]];
  if (typeof of === 'function') {
    const call = of as (...args: unknown[]) => unknown;
    try {
      return leaves(call(...Array.from({ length: call.length }, (_, i) => i + 3)), `${path}()`);
    } catch {
      return [[`${path}()`, String(call)]]; // it looks closer at what it is given
    }
  }
  return Object.entries(of as object).flatMap(([k, v]) => leaves(v, `${path}.${k}`));
}

// Names that are the same in both languages, and sentences that English leaves to the server.
const same = /estimator\.names|\.byCode|\.reasons\b/;

test('Chinese says everything that English says, in Chinese', () => {
  const chinese = new Map(leaves(zh));
  let compared = 0;
  for (const [path] of leaves(en)) {
    if (same.test(path)) continue;
    const said = chinese.get(path);
    expect(said, path).toBeTruthy();
    compared++;
  }
  expect(compared).toBeGreaterThan(300);
  const product = /^Safe /; // names of products are not translated
  const latin = [...chinese].filter(
    ([, said]) => said.length > 12 && !/[\u4e00-\u9fff]/.test(said) && !product.test(said),
  );
  expect(latin).toEqual([]);
});

test('no text is left empty, doubled or with a hole', () => {
  for (const [path, said] of [...leaves(en), ...leaves(zh)]) {
    expect(said.trim(), path).not.toBe('');
    expect(said, path).not.toMatch(/undefined|\[object| {2}/);
  }
});

test('counts have their forms', () => {
  expect(count(1, 'node', 'nodes')).toBe('1 node');
  expect(count(0, 'node', 'nodes')).toBe('0 nodes');
  expect(count(1234n, 'node', 'nodes')).toBe('1,234 nodes');
  expect(zh.general.nodes(1234)).toBe('1,234 个节点');
});

test('the language that suits a browser', () => {
  expect(suits(['zh-Hans-CN', 'en'])).toBe('zh');
  expect(suits(['fr', 'zh'])).toBe('zh');
  expect(suits(['fr'])).toBe('en');
  expect(suits([])).toBe('en');
});

test('the address chooses, the browser remembers, the document says', async () => {
  await startLanguage(new URLSearchParams('lang=zh'));
  expect(language.value).toBe('zh');
  expect(words().shell.pages.nodes).toBe('我的节点');
  expect(document.documentElement.lang).toBe('zh-CN');
  expect(locale()).toMatch(/^zh/);
  expect(localStorage.getItem('nodeledger.language')).toBe('"zh"');
  await setLanguage('en');
  expect(document.documentElement.lang).toBe('en');
  await startLanguage(new URLSearchParams('lang=tlh'));
  expect(language.value).toBe('en');
});
