import { afterEach, expect, test, vi } from 'vitest';
import { ApiProblem, address, bytes, forget, get } from './http';

afterEach(() => forget());

function answering(...answers: (Response | Error)[]): { calls: [string, RequestInit][] } {
  const calls: [string, RequestInit][] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    calls.push([path, init]);
    const next = answers[Math.min(calls.length, answers.length) - 1] as Response | Error;
    if (next instanceof Error) throw next;
    return next.clone();
  });
  return { calls };
}

const header = (calls: [string, RequestInit][], i: number, name: string) =>
  (calls[i]?.[1].headers as Record<string, string> | undefined)?.[name];

test('what did not change is not sent again', async () => {
  const { calls } = answering(
    new Response('{"n":1}', { headers: { ETag: '"a"' } }),
    new Response(null, { status: 304 }),
    new Response('{"n":2}', { headers: { ETag: '"b"' } }),
  );
  expect(await get('/x')).toEqual({ n: 1 });
  expect(await get('/x')).toEqual({ n: 1 });
  expect(await get('/x')).toEqual({ n: 2 });
  expect(header(calls, 0, 'If-None-Match')).toBeUndefined();
  expect(header(calls, 1, 'If-None-Match')).toBe('"a"');
});

test('a failure that may pass is tried again', async () => {
  const { calls } = answering(new TypeError('network'), new Response('', { status: 503 }), new Response('{"n":1}'));
  expect(await get('/x', { pause: 1 })).toEqual({ n: 1 });
  expect(calls.length).toBe(3);
});

test('a server that asks to wait is waited for, unless it is too long', async () => {
  const { calls } = answering(
    new Response('{"detail":"slow"}', { status: 429, headers: { 'Retry-After': '1' } }),
    new Response('{"n":1}'),
  );
  const start = Date.now();
  expect(await get('/x', { pause: 1 })).toEqual({ n: 1 });
  expect(Date.now() - start).toBeGreaterThanOrEqual(950);
  expect(calls.length).toBe(2);
  answering(new Response('{"detail":"slow"}', { status: 429, headers: { 'Retry-After': '3600' } }));
  await expect(get('/x', { pause: 1 })).rejects.toMatchObject({ status: 429, wait: 3600 });
});

test('a refusal is not tried again, and keeps its words', async () => {
  const { calls } = answering(
    new Response('{"code":"unknown-code","detail":"nobody registered it","reasons":["x"]}', { status: 409 }),
  );
  const e = await get('/x', { pause: 1 }).catch((e: unknown) => e);
  expect(e).toBeInstanceOf(ApiProblem);
  expect(e).toMatchObject({
    code: 'unknown-code',
    detail: 'nobody registered it',
    status: 409,
    reasons: ['x'],
    transient: false,
  });
  expect(calls.length).toBe(1);
});

test('no answer, and an answer that is none', async () => {
  answering(new TypeError('network'));
  await expect(get('/x', { retries: 0 })).rejects.toMatchObject({ code: 'offline', transient: true });
  answering(new Response('<html>', { status: 200 }));
  await expect(get('/x', { retries: 0 })).rejects.toMatchObject({ code: 'broken' });
  answering(new Response('<html>', { status: 418 }));
  await expect(get('/x', { retries: 0 })).rejects.toMatchObject({ code: 'http', status: 418 });
});

test('aborting ends the waiting between tries', async () => {
  answering(new TypeError('network'));
  const abort = new AbortController();
  const reading = get('/x', { signal: abort.signal, pause: 60_000 });
  setTimeout(() => abort.abort(), 10);
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
});

test('bytes come as they are', async () => {
  answering(new Response(new Uint8Array([0, 255, 10])));
  expect([...(await bytes('/file'))]).toEqual([0, 255, 10]);
});

test('addresses', () => {
  expect(address('/quote', { quantity: 7, code: 'A B', wallet: '' })).toBe('/api/v1/quote?quantity=7&code=A+B');
  expect(address('/sale')).toBe('/api/v1/sale');
});
