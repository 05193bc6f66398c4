import { afterEach, beforeEach, expect, test } from 'vitest';
import { App } from './app';
import { setLanguage } from './i18n';
import { lazy } from './lazy';
import { followLinks, go } from './route';
import { followTheme, theme } from './setting';
import { named, press, show, shows, text, until } from './testing/screen';
import { sale, serve } from './testing/server';

let leaves: (() => void)[] = [];
beforeEach(() => {
  serve({ '/api/v1/sale': sale() });
  go('/');
  leaves = [followLinks()];
});
afterEach(async () => {
  for (const leave of leaves) leave();
  await setLanguage('en');
});

test('pages are loaded as they are opened, and the heading gets the focus', async () => {
  leaves.push(await show(<App />));
  await shows('Next node costs');
  expect(document.title).toBe('Overview · nodeledger');
  await press('Verify');
  await shows('A line of the ledger');
  await until(() => document.activeElement?.tagName === 'H1');
  expect(document.title).toBe('Verify · nodeledger');
  expect(document.querySelector('[aria-current=page]')?.textContent).toBe('Verify');
});

test('an address that is none', async () => {
  go('/nothing');
  leaves.push(await show(<App />));
  await shows('Page not found');
  expect(named('Go to the overview')?.getAttribute('href')).toBe('/');
});

test('the menu of small screens says whether it is open', async () => {
  leaves.push(await show(<App />));
  await press('Menu');
  await until(() => named('Close menu')?.getAttribute('aria-expanded') === 'true');
  document.querySelector('header')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  await until(() => named('Menu'));
});

test('language and theme are switched and remembered', async () => {
  leaves.push(followTheme(), await show(<App />));
  const pick = (value: string) => document.querySelector<HTMLInputElement>(`input[value=${value}]`)?.click();
  pick('zh');
  await shows('销售概览');
  expect(localStorage.getItem('nodeledger.language')).toBe('"zh"');
  pick('dark');
  await until(() => document.documentElement.dataset.theme === 'dark');
  expect(theme.value).toBe('dark');
  expect(localStorage.getItem('nodeledger.theme')).toBe('"dark"'); // as theme.js reads it
  pick('system');
  await until(() => document.documentElement.dataset.theme === undefined);
  expect(localStorage.getItem('nodeledger.theme')).toBeNull();
});

test('a page that cannot be loaded says so', async () => {
  const Broken = lazy<object>(() => Promise.reject(new Error('gone')));
  leaves.push(await show(<Broken />));
  await shows('This part of the page could not be loaded');
  expect(named('Load the page again')).toBeTruthy();
  expect(text()).not.toContain('gone');
});
