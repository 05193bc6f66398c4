import assert from 'node:assert/strict';
import { test } from 'node:test';
import { relay } from './relay.mjs';
import { all, client, operator } from './world.mjs';

/** The first events of a stream, up to the one with an id. */
async function upTo(id, stream) {
  const events = [];
  for await (const event of stream) {
    events.push(event);
    if (event.id >= id) break;
  }
  return events;
}

test('a stream that is cut again and again goes on where it broke off', { timeout: 60_000 }, async (t) => {
  const journal = await all(client().each('/api/v1/ledger/transactions', { query: { limit: 500 } }));
  const end = journal.findLast((t) => t.kind === 'purchase').sequence;
  const whole = await upTo(end, client().events({ after: 0 }));
  let seen = 0;
  const between = await relay(t, {
    cut(chunk) {
      // In the middle of a message as often as at its end.
      seen += chunk.length;
      if (seen < 6000) return undefined;
      seen = 0;
      return Math.floor(chunk.length / 2);
    },
  });
  const events = await upTo(end, client({ server: between.server }).events({ after: 0, pause: 1 }));
  assert.ok(between.requests.length >= 4, `${between.requests.length} connections only`);
  assert.deepEqual(events, whole);
  const purchases = journal.filter((t) => t.kind === 'purchase').map((t) => t.sequence);
  const told = events.filter((e) => e.type === 'purchase').map((e) => e.id);
  assert.deepEqual(purchases.filter((s) => !told.includes(s)), []);
});

test('a stream that was cut before its first event misses none', { timeout: 60_000 }, async (t) => {
  const books = operator();
  let cut = false;
  const between = await relay(t, {
    // The first connection breaks after the comment with which it begins; what is booked then is told by the second one.
    cut: (chunk) => (!cut && String(chunk).includes('as of') ? ((cut = true), chunk.length) : undefined),
    meddle: (_, response, turn) => turn === 2 && (response.writeHead(503).end(), true),
  });
  const stop = new AbortController();
  t.after(() => stop.abort());
  const stream = client({ server: between.server }).events({ pause: 50, signal: stop.signal });
  const next = stream.next();
  while (between.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 10));
  // One operator proposes to close the month that is open, the other approves what both saw.
  const month = (await books.get('/api/v1/operator/inbox')).items.find((i) => i.place === 'month').name;
  const path = { month };
  await books.post('/api/v1/operator/months/{month}/close', { path });
  const { file } = await books.get('/api/v1/operator/months/{month}/preview', { path });
  await operator('bob').post('/api/v1/operator/months/{month}/approve', { path, header: { 'If-Match': `"${file}"` } });
  const { value } = await next;
  await stream.return();
  assert.deepEqual([value.type, value.data.slot], ['epoch', month]);
  assert.ok(between.requests.length >= 3);
});

test('a signal ends a stream, and a refusal is thrown', async () => {
  const stop = new AbortController();
  const stream = client().events({ signal: stop.signal });
  const next = stream.next();
  stop.abort();
  assert.deepEqual(await next, { done: true, value: undefined });
  const refused = client({ fetch: async () => Response.json({ code: 'not-found', detail: 'no' }, { status: 404 }) });
  await assert.rejects(refused.events().next(), { code: 'not-found' });
});
