import { afterEach, beforeEach, expect, test } from 'vitest';
import { followLinks, go, hrefOf, pageOf, paths, place, setQuery } from './route';

let stop = () => {};
beforeEach(() => {
  go('/');
  stop = followLinks();
});
afterEach(() => stop());

test('every page has its address, and no other address has a page', () => {
  for (const [name, path] of Object.entries(paths)) {
    expect(pageOf(path)).toBe(name);
    expect(pageOf(`${path}/`)).toBe(name);
  }
  for (const other of ['/sale', '/buy/now', '/Buy', '/index.html', '//buy']) expect(pageOf(other)).toBeUndefined();
});

test('queries leave out what is empty and escape what is not', () => {
  expect(hrefOf('buy', { ref: 'A&B', wallet: '' })).toBe('/buy?ref=A%26B');
  go('/estimator?nodes=5&adoption=10');
  setQuery({ nodes: '20', adoption: '' });
  expect(place.value.query.get('nodes')).toBe('20');
  expect(window.location.search).toBe('?nodes=20');
});

test('a query that is pushed can be gone back from', () => {
  go('/operator?tab=month');
  const before = window.history.length;
  setQuery({ tab: 'health' }, 'push');
  expect(window.history.length).toBe(before + 1);
  setQuery({ tab: 'audit' });
  expect(window.history.length).toBe(before + 1);
  expect(window.location.search).toBe('?tab=audit');
});

function click(href: string, how: MouseEventInit = {}, attributes: Record<string, string> = {}): boolean {
  const a = document.createElement('a');
  a.href = href;
  for (const [k, v] of Object.entries(attributes)) a.setAttribute(k, v);
  document.body.append(a);
  let followed = false;
  const e = new MouseEvent('click', { bubbles: true, cancelable: true, button: 0, ...how });
  document.addEventListener(
    'click',
    (c) => {
      followed = c.defaultPrevented;
      c.preventDefault();
    },
    { once: true },
  );
  a.dispatchEvent(e);
  a.remove();
  return followed;
}

test('links to pages are followed here', () => {
  expect(click('/nodes?x=1')).toBe(true);
  expect(place.value.path).toBe('/nodes');
  expect(place.value.query.get('x')).toBe('1');
});

test.each([
  ['another site', 'https://example.org/nodes', {}, {}],
  ['a file', '/api/v1/sale', {}, {}],
  ['a download', '/nodes', {}, { download: '' }],
  ['a new tab', '/nodes', { ctrlKey: true }, {}],
  ['another button', '/nodes', { button: 1 }, {}],
])('%s is left to the browser', (_, href, how, attributes) => {
  go('/buy');
  expect(click(href, how, attributes)).toBe(false);
  expect(place.value.path).toBe('/buy');
});
