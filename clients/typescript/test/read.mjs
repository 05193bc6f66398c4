import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Client, units } from '../dist/index.js';
import { relay } from './relay.mjs';
import { client, operator, world } from './world.mjs';

test('a quote and an estimate', async () => {
  const books = client();
  const quote = await books.get('/api/v1/quote', { query: { quantity: '3' } });
  assert.equal(quote.quantity, 3);
  assert.equal(units(quote.paid) + units(quote.discount), units(quote.list));
  const estimate = await books.get('/api/v1/estimate', { query: { nodes: '3', months: '12' } });
  assert.ok(estimate.assumptions.length > 0);
});

test('amounts are digits, however long they are', async () => {
  const { totals } = await client().get('/api/v1/sale');
  assert.equal(typeof totals.gross.amount, 'string');
  assert.equal(units(totals.treasury) + units(totals.referral) + units(totals.dust), units(totals.gross));
  assert.equal(units({ amount: '-123456789012345678901234567890' }), -123456789012345678901234567890n);
});

test('every path that answers JSON to everybody is read', async () => {
  const described = await client().file('/openapi.json').then((answer) => answer.json());
  const books = client();
  const [holder] = (await books.get('/api/v1/holders', { query: { limit: 1 } })).holders;
  const [epoch] = (await books.get('/api/v1/epochs', { query: { limit: 1 } })).epochs;
  const [month] = (await books.get('/api/v1/months', { query: { limit: 1 } })).months;
  const [run] = (await books.get('/api/v1/payouts', { query: { limit: 1 } })).payouts;
  const [text] = (await books.get('/api/v1/program/texts')).texts;
  const booked = (await books.get('/api/v1/ledger/transactions', { query: { limit: 50 } })).transactions.find((t) => t.postings.length);
  const { size } = await books.get('/api/v1/ledger');
  const { account } = (await books.get('/api/v1/holders/{wallet}/statement', { path: { wallet: holder.wallet } })).accounts[0];
  const [own] = (await books.get('/api/v1/ledger/reconciliation')).rows;
  const path = {
    wallet: holder.wallet, job: epoch.job, slot: epoch.slot, month: month.month, run: run.run, sha256: text.sha256, path: account,
    sequence: booked.sequence, line: 0, quarter: `${month.month.slice(0, 4)}-Q${Math.ceil(Number(month.month.slice(5)) / 3)}`, format: 'csv',
  };
  const query = { quantity: 1, nodes: 1, from: 1 };
  let read = 0;
  for (const [route, { get }] of Object.entries(described.paths)) {
    const media = Object.keys(get?.responses[200].content ?? {});
    if (!get || get.security || media[0] === 'text/event-stream') continue;
    const required = new Set((get.parameters ?? []).filter((p) => p.required).map((p) => p.name));
    const asked = Object.fromEntries(Object.entries(query).filter(([name]) => required.has(name)));
    const where = route.includes('/cash-flow/') ? { wallet: own.wallet } : path;
    if (media.includes('application/json') && !/file$|format/.test(route)) {
      assert.equal(typeof (await books.get(route, { path: where, query: asked })), 'object', route);
    } else {
      const answer = await books.file(route, { path: where, query: asked });
      assert.ok((await answer.arrayBuffer()).byteLength > 0, route);
    }
    read++;
  }
  assert.ok(read > 40, `${read} paths were read only, of a tree of ${size} leaves`);
});

test('what did not change is not sent again', async (t) => {
  const between = await relay(t);
  const books = client({ server: between.server });
  const first = await books.get('/api/v1/program/texts');
  const again = await books.get('/api/v1/program/texts');
  assert.deepEqual(again, first);
  assert.equal(between.requests[0].headers['if-none-match'], undefined);
  assert.match(between.requests[1].headers['if-none-match'], /^(W\/)?"/);
  const none = client({ remember: 0 });
  assert.deepEqual(await none.get('/api/v1/program/texts'), first);
});

test('a server below a path, and a token that is asked for each time', async () => {
  const asked = [];
  let tokens = 0;
  const books = new Client('https://example.org/books', {
    fetch: async (url, { headers }) => (asked.push([url, headers.get('Authorization')]), Response.json({ next: '' })),
    token: async () => `nlo_${tokens++}`,
  });
  await books.get('/api/v1/holders/{wallet}', { path: { wallet: 'a/b' } });
  await books.get('/api/v1/holders', { query: { limit: 2, after: undefined } });
  assert.deepEqual(asked, [
    ['https://example.org/books/api/v1/holders/a%2Fb', 'Bearer nlo_0'],
    ['https://example.org/books/api/v1/holders?limit=2', 'Bearer nlo_1'],
  ]);
});

test('an operator reads what operators see, and the end of a signal ends a request', async () => {
  assert.ok((await operator().get('/api/v1/operator/operators')).operators.length >= 2);
  await assert.rejects(client().get('/api/v1/sale', { signal: AbortSignal.abort(new Error('enough')) }), /enough/);
});

test('the version is the one of the API', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const { info } = await client().file('/openapi.json').then((answer) => answer.json());
  assert.equal(info.version.split(/[-+]/)[0], version, `${world.url} serves another version`);
});
