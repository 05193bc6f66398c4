import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operationsOf } from './group';
import { type Description, exampleOf, nameOf, partsOf, resolve, type Schema, typeOf } from './openapi';

const doc = (schemas: Record<string, Schema>): Description => ({
  openapi: '3.1.0',
  info: { title: '', version: '' },
  paths: {},
  components: { schemas },
});
const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
const text: Schema = { type: 'string' };

test('references are followed through other references', () => {
  const d = doc({ A: ref('B'), B: ref('C'), C: { type: 'integer', minimum: 3 } });
  expect(resolve(d, ref('A'))).toEqual({ schema: { type: 'integer', minimum: 3 }, name: 'C' });
  expect(resolve(d, text)).toEqual({ schema: text, name: undefined });
});

test('references in a circle, to nothing and to elsewhere come to an end and are named', () => {
  const d = doc({ A: ref('B'), B: ref('A'), Self: ref('Self') });
  expect(resolve(d, ref('A')).lost).toBe('#/components/schemas/A');
  expect(resolve(d, ref('Self')).lost).toBe('#/components/schemas/Self');
  expect(resolve(d, ref('Nobody')).lost).toBe('#/components/schemas/Nobody');
  expect(resolve(d, { $ref: 'https://example.org/a.json' }).lost).toBe('https://example.org/a.json');
  expect(resolve(d, { $ref: '#/components/schemas/constructor' }).lost).toBe('#/components/schemas/constructor');
  expect(nameOf('#/components/schemas/a~1b~0c%20d')).toBe('a/b~c d');
});

test('what contains itself gives its parts once, and an example without end is cut', () => {
  const tree: Schema = {
    type: 'object',
    required: ['name', 'first'],
    properties: { name: text, first: ref('Tree'), all: { type: 'array', items: ref('Tree') } },
  };
  const d = doc({ Tree: tree, Lists: { type: 'array', items: ref('Lists') } });
  const top = partsOf(d, ref('Tree'));
  expect(top.names).toEqual(['Tree']);
  expect(top.parts.map((p) => [p.name, p.required])).toEqual([
    ['name', true],
    ['first', true],
    ['all', false],
  ]);
  expect(partsOf(d, top.parts[2]?.schema ?? {}).names).toEqual(['Tree']);
  expect(exampleOf(d, ref('Tree'))).toEqual({ name: '' });
  expect(partsOf(d, ref('Lists')).parts).toEqual([]);
  expect(exampleOf(d, ref('Lists'))).toEqual([]);
});

test.each<[string, Schema, string]>([
  ['a name', ref('Amount'), 'Amount'],
  ['a list', { type: ['array', 'null'], items: ref('Amount') }, 'Amount[]'],
  ['a list of choices', { type: 'array', items: { type: ['string', 'null'] } }, '(string | null)[]'],
  ['what may be null', { type: ['integer', 'null'], format: 'int64' }, 'integer | null'],
  ['a format that says something', { type: 'string', format: 'date-time' }, 'string (date-time)'],
  ['a map', { type: 'object', additionalProperties: { type: 'integer' } }, '{ [name]: integer }'],
  ['an object', { type: 'object', properties: { a: text } }, 'object'],
  ['a choice', { oneOf: [text, ref('Amount'), text] }, 'string | Amount'],
  ['a constant', { type: 'string', const: 'epoch' }, '"epoch"'],
  ['nothing said', {}, 'any'],
])('the type of %s', (_, schema, want) => {
  expect(typeOf(doc({}), schema)).toBe(want);
});

test('parts are looked for within lists and maps, choices and what is put together', () => {
  const d = doc({
    A: { type: 'object', properties: { x: text } },
    B: { allOf: [ref('A'), { properties: { y: text }, required: ['y'] }] },
  });
  const names = (s: Schema) => partsOf(d, s).parts.map((p) => p.name);
  expect(names({ type: 'array', items: { type: 'object', additionalProperties: ref('A') } })).toEqual(['x']);
  expect(names(ref('B'))).toEqual(['y', 'x']);
  expect(names({ oneOf: [{ title: 'Event a' }, { title: 'Event b' }] })).toEqual(['Event a', 'Event b']);
  expect(partsOf(d, ref('Gone')).lost).toBe('#/components/schemas/Gone');
});

test('examples have what is required, as the description says it', () => {
  const body: Schema = {
    type: 'object',
    required: ['amount', 'at', 'list', 'kind', 'count', 'on'],
    properties: {
      amount: { type: 'string', examples: ['1250.50'] },
      at: { type: 'string', format: 'date-time' },
      list: { type: ['array', 'null'], items: text },
      kind: { type: 'string', enum: ['a', 'b'] },
      count: { type: 'integer', minimum: 1 },
      on: { type: 'boolean' },
      note: text,
    },
  };
  expect(exampleOf(doc({}), body)).toEqual({
    amount: '1250.50',
    at: '2026-01-31T12:00:00Z',
    list: [''],
    kind: 'a',
    count: 1,
    on: false,
  });
});

test('every schema of the server’s own description can be shown to its last field', () => {
  const own = JSON.parse(readFileSync('../../httpapi/testdata/openapi.json', 'utf8')) as Description;
  let fields = 0;
  const walk = (s: Schema, within: readonly string[]) => {
    const { parts, names, lost } = partsOf(own, s);
    expect(lost).toBeUndefined();
    if (names.some((n) => within.includes(n))) return;
    for (const p of parts) {
      expect(typeOf(own, p.schema)).not.toBe('');
      fields++;
      walk(p.schema, [...within, ...names]);
    }
  };
  for (const o of operationsOf(own)) {
    for (const { content } of [...Object.values(o.of.responses ?? {}), o.of.requestBody ?? {}])
      for (const c of Object.values(content ?? {})) walk(c.schema ?? {}, []);
  }
  expect(fields).toBeGreaterThan(500);
});
