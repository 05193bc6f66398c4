// The operations of the API in groups, and which of them a search finds.
import type { Answer, Described, Description, Parameter } from './openapi';

export const groups = ['reading', 'files', 'events', 'sessions', 'operators'] as const;
export type Group = (typeof groups)[number];

export interface Operation {
  /** Unique; part of links to the operation. */
  id: string;
  method: string; // GET, POST...
  path: string;
  of: Described;
  group: Group;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Which group an operation belongs to: what it is for comes before what it answers with. */
export function groupOf(path: string, of: Described): Group {
  if (/\/session(\/|$)/.test(path)) return 'sessions';
  if (secured(of) || path.includes('/operator/')) return 'operators';
  if (of.responses?.['200']?.content?.['text/event-stream']) return 'events';
  if (/\/(file|export)(\/|$)/.test(path)) return 'files';
  return 'reading';
}

/** Whether nobody may use it without a secret. */
export function secured(of: Described): boolean {
  return (of.security ?? []).length > 0 && !of.security?.some((s) => Object.keys(s).length === 0);
}

/** Every operation in the order of paths, reading before changing. */
export function operationsOf(doc: Description): Operation[] {
  return Object.entries(doc.paths)
    .sort(([a], [b]) => Number(b.startsWith('/api/')) - Number(a.startsWith('/api/')) || (a < b ? -1 : 1))
    .flatMap(([path, item]) =>
      methods.flatMap((m) => {
        const of = item[m];
        return of
          ? [{ id: of.operationId ?? `${m}-${path}`, method: m.toUpperCase(), path, of, group: groupOf(path, of) }]
          : [];
      }),
    );
}

/** The operations that have every word of a search, anywhere. */
export function search(list: readonly Operation[], text: string): Operation[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...list];
  return list.filter((o) => {
    const all = [
      o.method,
      o.path,
      o.id,
      o.of.summary,
      o.of.description,
      ...(o.of.parameters ?? []).map((p) => `${p.name} ${p.description ?? ''}`),
    ]
      .join('\n')
      .toLowerCase();
    return words.every((w) => all.includes(w));
  });
}

/** Whether the page may ask it: it changes nothing, needs no secret, and comes to an end. */
export function askable(o: Operation): boolean {
  return o.method === 'GET' && !secured(o.of) && o.group !== 'events' && o.group !== 'sessions';
}

/** The parameters that somebody who asks fills in; headers are the browser's. */
export function asked(o: Operation): Parameter[] {
  return (o.of.parameters ?? []).filter((p) => p.in === 'path' || p.in === 'query');
}

export function isProblem(answer: Answer): boolean {
  return !!answer.content?.['application/problem+json'];
}
