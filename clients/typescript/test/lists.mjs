import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lists } from '../dist/lists.js';
import { all, client, operator } from './world.mjs';

/** Reads a list in pages of two and in one page, and compares them. Gives how many things it has. */
async function both(books, path, options = {}) {
  const query = options.query ?? {};
  const small = await all(books.each(path, { ...options, query: { ...query, limit: 2 } }));
  const large = await all(books.each(path, { ...options, query: { ...query, limit: 200 } }));
  assert.deepEqual(small, large, path);
  return small.length;
}

test('every list is read to its end, in pages of any size', async () => {
  const books = operator();
  const wallets = await all(books.each('/api/v1/holders'));
  const runs = await all(books.each('/api/v1/payouts'));
  const referrer = (await books.get('/api/v1/leaderboard')).standings[0].referrer;
  const { sequence } = await books.get('/api/v1/ledger');
  const open = (await books.get('/api/v1/operator/inbox')).items.find((i) => i.place === 'month').name;
  const account = (await books.get('/api/v1/ledger/trial')).rows[0].kind;
  const path = { wallet: referrer, path: account, run: runs[0].run, month: open };
  const counts = {};
  for (const route of Object.keys(lists)) {
    if (route === '/api/v1/operator/notices/deliveries') continue; // a demonstration sends no notices: see webhook.mjs
    counts[route] = await both(books, route, { path });
  }
  assert.equal(counts['/api/v1/holders'], wallets.length);
  assert.ok(counts['/api/v1/ledger/transactions'] >= sequence, `${sequence} transactions`);
  const empty = Object.entries(counts).filter(([, n]) => n === 0);
  assert.deepEqual(empty, [], 'lists of which nothing was read');
});

test('a page that is followed by itself ends the list', async () => {
  const stuck = client({ fetch: async () => Response.json({ holders: [], next: 'a' }) });
  await assert.rejects(all(stuck.each('/api/v1/holders')), { code: 'not-readable' });
});
