// The description that the server gives of its API (OpenAPI 3.1), as far as the page reads it. References may lead to each
// other in a circle: whoever follows them comes to an end.

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  title?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  additionalProperties?: boolean | Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  pattern?: string;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema;
}

export type Content = Record<string, { schema?: Schema }>;

export interface Answer {
  description?: string;
  content?: Content;
  headers?: Record<string, { description?: string; schema?: Schema }>;
}

export interface Described {
  operationId?: string;
  summary?: string;
  description?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content?: Content };
  responses?: Record<string, Answer>;
  security?: Record<string, string[]>[];
}

export interface Description {
  openapi: string;
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Described>>;
  components?: { schemas?: Record<string, Schema>; securitySchemes?: Record<string, { description?: string }> };
}

/** The name at the end of a reference. */
export function nameOf(ref: string): string {
  return decodeURIComponent(ref.split('/').at(-1) ?? ref)
    .replace(/~1/g, '/')
    .replace(/~0/g, '~');
}

/** What a reference of the document points to; undefined when it points to nothing or outside. */
function at(doc: Description, ref: string): Schema | undefined {
  if (!ref.startsWith('#/')) return undefined;
  let found: unknown = doc;
  for (const step of ref.slice(2).split('/')) {
    const key = decodeURIComponent(step).replace(/~1/g, '/').replace(/~0/g, '~');
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Record<string, unknown>)[key];
  }
  return typeof found === 'object' && found !== null ? (found as Schema) : undefined;
}

export interface Resolved {
  schema: Schema;
  /** The name of the last reference that was followed. */
  name?: string;
  /** A reference that leads nowhere, or in a circle without anything in it. */
  lost?: string;
}

/** Follows references until something else comes. */
export function resolve(doc: Description, schema: Schema): Resolved {
  const seen = new Set<string>();
  let here = schema;
  let name: string | undefined;
  while (here.$ref !== undefined) {
    const next: Schema | undefined = seen.has(here.$ref) ? undefined : at(doc, here.$ref);
    if (!next) return { schema: {}, name: nameOf(here.$ref), lost: here.$ref };
    seen.add(here.$ref);
    name = nameOf(here.$ref);
    here = next;
  }
  return { schema: here, name };
}

/** The kinds of a schema. A list may be null in the description, since the server's language has such lists; what is sent is
 * an empty list. */
function kindsOf(s: Schema): string[] {
  const kinds = s.type === undefined ? [] : [s.type].flat();
  return kinds.includes('array') ? kinds.filter((k) => k !== 'null') : kinds;
}

/** A schema's type in one line: string, Amount[], integer | null, { [name]: string }. */
export function typeOf(doc: Description, s: Schema): string {
  if (s.$ref !== undefined) return nameOf(s.$ref);
  if (s.const !== undefined) return JSON.stringify(s.const);
  const choice = s.oneOf ?? s.anyOf;
  if (choice) return [...new Set(choice.map((c) => typeOf(doc, c)))].join(' | ');
  if (s.allOf) return s.allOf.map((c) => typeOf(doc, c)).join(' & ');
  const kinds = kindsOf(s).map((kind) => {
    if (kind === 'array') return s.items ? listOf(typeOf(doc, s.items)) : 'array';
    if (kind !== 'object') return s.format && !/^u?int(32|64)$/.test(s.format) ? `${kind} (${s.format})` : kind;
    if (s.properties || typeof s.additionalProperties !== 'object') return s.title ?? 'object';
    return `{ [name]: ${typeOf(doc, s.additionalProperties)} }`;
  });
  return kinds.join(' | ') || s.title || 'any';
}

const listOf = (type: string) => (/[|&]/.test(type) ? `(${type})[]` : `${type}[]`);

export interface Part {
  /** undefined: a choice, or what a list or map holds, without a name of its own. */
  name?: string;
  schema: Schema;
  required: boolean;
}

/** The parts of a schema: the fields of an object, of what a list or a map holds, or the choices. lists and maps are looked
 * through, since their brackets stand in the type. Also gives the names of the references that were followed. */
export function partsOf(doc: Description, schema: Schema): { parts: Part[]; names: string[]; lost?: string } {
  const names: string[] = [];
  let here = schema;
  for (let depth = 0; depth < 32; depth++) {
    const found = resolve(doc, here);
    if (found.name) names.push(found.name);
    if (found.lost) return { parts: [], names, lost: found.lost };
    const s = found.schema;
    const choice = s.oneOf ?? s.anyOf;
    if (choice) return { parts: choice.map((c) => ({ name: c.title, schema: c, required: false })), names };
    const fields = [s, ...(s.allOf ?? []).map((a) => resolve(doc, a).schema)].flatMap((o) =>
      Object.entries(o.properties ?? {}).map(([name, p]) => ({
        name,
        schema: p,
        required: o.required?.includes(name) ?? false,
      })),
    );
    if (fields.length > 0) return { parts: fields.sort((a, b) => Number(b.required) - Number(a.required)), names };
    const within = s.items ?? (typeof s.additionalProperties === 'object' ? s.additionalProperties : undefined);
    if (!within) return { parts: [], names };
    here = within;
  }
  return { parts: [], names };
}

/** An example of what may be sent: every required field, and only those. What contains itself is left out. */
export function exampleOf(doc: Description, schema: Schema, within: readonly string[] = []): unknown {
  const { schema: s, name } = resolve(doc, schema);
  if (name && within.includes(name)) return undefined;
  const path = name ? [...within, name] : within;
  if (path.length > 16) return undefined;
  for (const given of [s.const, s.examples?.[0], s.default, s.enum?.[0]]) if (given !== undefined) return given;
  const first = s.oneOf?.[0] ?? s.anyOf?.[0] ?? s.allOf?.[0];
  if (first) return exampleOf(doc, first, path);
  switch (kindsOf(s)[0]) {
    case 'string':
      return s.format === 'date-time' ? '2026-01-31T12:00:00Z' : '';
    case 'integer':
    case 'number':
      return s.minimum ?? 0;
    case 'boolean':
      return false;
    case 'array': {
      const one = s.items && exampleOf(doc, s.items, path);
      return one === undefined ? [] : [one];
    }
    case 'object':
      return Object.fromEntries(
        (s.required ?? [])
          .map((key) => [key, exampleOf(doc, s.properties?.[key] ?? {}, path)])
          .filter(([, v]) => v !== undefined),
      );
  }
  return undefined;
}
