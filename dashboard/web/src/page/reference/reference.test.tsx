import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { go, place } from '../../route';
import { named, press, show, shows, text, type, until } from '../../testing/screen';
import { Refusal, serve } from '../../testing/server';
import Reference from '.';

const own = JSON.parse(readFileSync('../../httpapi/testdata/openapi.json', 'utf8')) as object;
const wallet = `0x${'ab'.repeat(20)}`;

let leave = () => {};
beforeEach(() => go('/reference'));
afterEach(() => {
  leave();
  vi.unstubAllGlobals();
});

const line = (part: string) =>
  until(() =>
    [...document.querySelectorAll<HTMLElement>('.ref-operation h3 button')].find((b) => b.textContent?.includes(part)),
  );
const open = async (part: string) => (await line(part)).click();

test('operations in groups, a search that narrows them and says how many', async () => {
  serve({ '/openapi.json': own });
  leave = await show(<Reference />);
  await shows('Before you begin');
  expect([...document.querySelectorAll('h2')].map((h) => h.textContent)).toEqual(
    expect.arrayContaining(['Reading', 'Files', 'Events', 'Sessions', 'Operators', 'Problem codes']),
  );
  await type('Search', 'statement closing');
  await shows('1 operation');
  expect(place.value.query.get('q')).toBe('statement closing');
  expect(document.querySelectorAll('.ref-operation')).toHaveLength(1);
  await type('Search', 'zebra');
  await shows('Nothing matches');
  await press('Clear the search');
  await line('/api/v1/sale');
});

test('an operation opens: parameters, answer on demand, what contains itself, command line', async () => {
  const tree = {
    type: 'object',
    required: ['name'],
    properties: { name: { type: 'string' }, child: { $ref: '#/components/schemas/Tree' } },
  };
  serve({
    '/openapi.json': {
      openapi: '3.1.0',
      info: { title: 'x', version: 'v1' },
      components: { schemas: { Tree: tree } },
      paths: {
        '/api/v1/trees': {
          get: {
            operationId: 'trees',
            summary: 'All trees',
            parameters: [
              {
                name: 'limit',
                in: 'query',
                description: 'How many',
                schema: { type: 'integer', minimum: 1, maximum: 500, default: 25 },
              },
            ],
            responses: {
              '200': {
                description: 'OK',
                content: {
                  'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Tree' } } },
                },
              },
              '422': {
                description: 'No',
                content: { 'application/problem+json': { schema: { properties: { code: { enum: ['invalid'] } } } } },
              },
            },
          },
        },
      },
    },
  });
  leave = await show(<Reference />);
  await open('/api/v1/trees');
  await shows('at least 1 · at most 500');
  expect(place.value.query.get('operation')).toBe('trees');
  expect(text()).toContain('25');
  expect(text()).toContain(`curl '${window.location.origin}/api/v1/trees'`);
  expect(text()).toContain('422invalid');
  await press('Show the fields of Tree[]');
  await shows('Contains Tree again');
  expect(named('Show the fields of child')).toBeUndefined();
  expect((await line('/api/v1/trees')).getAttribute('aria-expanded')).toBe('true');
});

test('asking from the page: what is missing, the answer, a refusal', async () => {
  const { asked } = serve({
    '/openapi.json': own,
    [`/api/v1/holders/${wallet}`]: { wallet, nodes: 3 },
    '/api/v1/holders/0x': new Refusal(422, 'bad-request', 'not a wallet'),
  });
  go('/reference?operation=get-holder');
  leave = await show(<Reference />);
  await press('Send the request');
  await shows('Fill in wallet');
  expect(asked).toEqual(['/openapi.json']);
  await type('wallet', wallet);
  await press('Send the request');
  await shows('Status 200');
  expect(document.querySelector('.ref-paper')?.textContent).toContain('{\n  "wallet": "0xabab');
  expect(text()).toContain(`/api/v1/holders/${wallet}'`);
  await type('wallet', '0x');
  await press('Send the request');
  await shows('Status 422');
  expect(text()).toContain('"code": "bad-request"');
});

test('operators’ operations name the secrets and have nothing to press', async () => {
  serve({ '/openapi.json': own });
  go('/reference?operation=record-revenue');
  leave = await show(<Reference />);
  await shows('Bearer $TOKEN');
  await shows('nlo_ and 43 characters');
  expect(named('Send the request')).toBeUndefined();
});

test('a server that does not describe itself', async () => {
  serve({ '/openapi.json': new Refusal(500, 'internal', 'the server could not answer') });
  leave = await show(<Reference />);
  await shows('This could not be shown');
  expect(named('Try again')).toBeTruthy();
});
