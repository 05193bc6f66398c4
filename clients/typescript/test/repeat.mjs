import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relay } from './relay.mjs';
import { all, client, operator, world } from './world.mjs';

const revenue = (reference) => ({ source: 'dapp', amount: '12.50', at: '2027-01-02T00:00:00Z', reference });

test('what reads is sent again when no answer comes, or one that says that another may', async (t) => {
  const between = await relay(t, {
    meddle(request, response, turn) {
      if (turn === 1) request.socket.destroy();
      else if (turn === 2) response.writeHead(503).end();
      else return false;
      return true;
    },
  });
  const sale = await client({ server: between.server }).get('/api/v1/sale');
  assert.equal(sale.totals.purchases, (await client().get('/api/v1/sale')).totals.purchases);
  assert.equal(between.requests.length, 3);
});

test('what has a reference is sent again when the answer is lost, and recorded once', async (t) => {
  const between = await relay(t, { cut: (_, turn) => (turn === 1 ? 0 : undefined) });
  const books = client({ server: between.server, token: world.tokens.ann });
  const receipt = await books.post('/api/v1/operator/revenue', { body: revenue('client-lost-answer') });
  assert.equal(between.requests.length, 2);
  assert.equal(receipt.already_recorded, true, 'the first one was recorded, and its answer lost');
  const entries = await all(operator().each('/api/v1/operator/audit'));
  assert.equal(entries.filter((e) => e.reference === 'client-lost-answer').length, 1);
});

test('what records without a reference is not sent again', async (t) => {
  const between = await relay(t, { meddle: (request) => (request.socket.destroy(), true) });
  const books = client({ server: between.server, token: world.tokens.ann });
  await assert.rejects(books.post('/api/v1/operator/reconciliation'), { code: 'no-answer' });
  assert.equal(between.requests.length, 1);
});

test('the same reference with other content is refused', async () => {
  const books = operator();
  await books.post('/api/v1/operator/revenue', { body: revenue('client-twice') });
  const other = { ...revenue('client-twice'), amount: '13' };
  await assert.rejects(books.post('/api/v1/operator/revenue', { body: other }), { status: 409 });
});
