import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApiProblem, isProblem } from '../dist/index.js';
import { client } from './world.mjs';

test('a refusal has its code, its words and what was probably meant', async () => {
  const error = await client().get('/api/v1/quote', { query: { quantity: '1', code: 'NOBODY' } }).catch((e) => e);
  assert.ok(isProblem(error) && isProblem(error, 'unknown-code') && !isProblem(error, 'invalid'));
  assert.equal(error.status, 409);
  assert.match(error.detail, /NOBODY/);
  assert.ok(!error.transient);
});

test('several reasons are told', async () => {
  const error = await client().get('/api/v1/holders/{wallet}', { path: { wallet: 'nobody' } }).catch((e) => e);
  assert.ok(isProblem(error, 'invalid'), String(error));
});

test('what is for operators is refused to others', async () => {
  await assert.rejects(client().get('/api/v1/operator/audit'), { name: 'ApiProblem', status: 401 });
  await assert.rejects(client({ token: `nlo_${'a'.repeat(43)}` }).get('/api/v1/operator/audit'), { status: 401 });
});

test('no answer, and one of something else', async () => {
  const away = client({ server: 'http://127.0.0.1:1', retries: 0 });
  await assert.rejects(away.get('/api/v1/sale'), { code: 'no-answer', status: 0, transient: true });
  const proxy = client({ fetch: async () => new Response('<h1>Bad Gateway</h1>', { status: 502 }), retries: 0 });
  await assert.rejects(proxy.get('/api/v1/sale'), { code: 'not-readable', status: 502, transient: true });
  const page = client({ fetch: async () => new Response('<h1>Hello</h1>') });
  await assert.rejects(page.get('/api/v1/sale'), { code: 'not-readable', status: 200, transient: false });
});

test('a problem says how long to wait', async () => {
  const problem = { code: 'too-many-requests', detail: 'wait', status: 429 };
  const busy = client({ fetch: async () => Response.json(problem, { status: 429, headers: { 'Retry-After': '3600' } }) });
  const error = await busy.get('/api/v1/sale').catch((e) => e);
  assert.ok(error instanceof ApiProblem);
  assert.equal(error.retryAfter, 3_600_000);
});
