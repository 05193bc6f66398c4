// The codes of problems: the description says for each operation and status with which codes it answers.
import type { Operation } from './group';
import type { Schema } from './openapi';

/** The codes that an operation answers with under a status. */
export function codesOf(status: string, o: Operation): string[] {
  const schema = o.of.responses?.[status]?.content?.['application/problem+json']?.schema;
  return schema ? enumOf(schema) : [];
}

/** What a problem's schema, or what it is made of, allows for its code. */
function enumOf(schema: Schema): string[] {
  const own = schema.properties?.code?.enum ?? [];
  return [...own.map(String), ...(schema.allOf ?? []).flatMap(enumOf)];
}

/** Every code of a list of operations in order, with the statuses that it comes with. */
export function allCodes(list: readonly Operation[]): [string, string[]][] {
  const found = new Map<string, Set<string>>();
  for (const o of list) {
    for (const status of Object.keys(o.of.responses ?? {})) {
      for (const code of codesOf(status, o)) found.set(code, (found.get(code) ?? new Set()).add(status));
    }
  }
  return [...found]
    .map(([code, of]): [string, string[]] => [code, [...of].sort()])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
