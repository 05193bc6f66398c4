import jsQR from 'jsqr';
import { afterEach, expect, test } from 'vitest';
import { setLanguage } from '../i18n';
import { go } from '../route';
import { named, show, shows, until } from '../testing/screen';
import { FakeWallet, forgetWallet } from '../testing/wallet';
import { Connect } from './connect';
import { offers } from './discover';
import { apps } from './phone';

let away = () => {};
afterEach(() => {
  away();
  offers.value = [];
  forgetWallet();
});

/** What a scanner reads of the code that is shown. */
function scanned(): string | undefined {
  const code = document.querySelector('svg.qr') as SVGElement;
  const size = Number(code.getAttribute('viewBox')?.split(' ')[2]);
  const scale = 4;
  const side = size * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of (code.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let i = 0; i < scale * scale; i++) {
      const at = (Number(y) * scale + Math.floor(i / scale)) * side + Number(x) * scale + (i % scale);
      pixels.fill(0, at * 4, at * 4 + 3);
    }
  return jsQR(pixels, side, side)?.data;
}

test('without a wallet the page’s own address is there as a code, for a phone', async () => {
  go('/buy?quantity=3#top');
  away = await show(<Connect />);
  await shows('No wallet found in this browser');
  expect(document.querySelector('svg.qr')).toBeNull();
  const details = document.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await until(() => document.querySelector('svg.qr'));
  const here = `${window.location.origin}/buy?quantity=3`;
  expect(scanned()).toBe(here);
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a.on-phone')].map((a) => a.getAttribute('href'));
  expect(links).toEqual([
    `metamask://dapp/${window.location.host}/buy?quantity=3`,
    `trust://open_url?coin_id=60&url=${encodeURIComponent(here)}`,
  ]);
  for (const link of links) expect(link).not.toMatch(/^https?:/);
  go('/nodes?wallet=0x12&name=a%20b');
  await until(() => scanned() === `${window.location.origin}/nodes?wallet=0x12&name=a%20b`);
  await setLanguage('zh');
  await shows('复制本页网址');
  await setLanguage('en');
});

test('the longest address that a page may have fits a code', async () => {
  const page = new URL('https://books.example.org/nodes');
  for (let i = 0; i < 20; i++) page.searchParams.append('wallet', `0x${String(i % 10).repeat(40)}`);
  const { default: Qr } = await import('./qr');
  away = await show(<Qr text={page.href} label="code" />);
  expect(page.href.length).toBeGreaterThan(1000);
  expect(scanned()).toBe(page.href);
  page.searchParams.append('name', '名'.repeat(300));
  away();
  away = await show(<Qr text={page.href} label="code" />);
  expect(document.querySelector('svg.qr')).toBeNull(); // the button that copies is there
});

test('with a wallet nothing of it is there', async () => {
  away = await show(<Connect />);
  new FakeWallet().announce();
  await until(() => named('Connect Test Wallet') ?? document.querySelector('.wallets button'));
  expect(document.querySelector('.elsewhere')).toBeNull();
  expect(apps.map((a) => a.name)).toEqual(['MetaMask', 'Trust Wallet']);
});
