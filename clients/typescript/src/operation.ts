// What the API's description says of an operation, for the signatures of the client.
import type { paths, webhooks } from './schema.gen.js';

export type Method = 'get' | 'post' | 'delete';

type Operation<P extends keyof paths, M extends Method> = paths[P][M];

type Content<O, Media extends string> = O extends { responses: { 200: { content: infer C } } }
  ? Media extends keyof C
    ? C[Media]
    : never
  : never;

/** What an operation answers as JSON. */
export type Answer<P extends keyof paths, M extends Method = 'get'> = Content<Operation<P, M>, 'application/json'>;

/** The paths with an operation of a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];

/** The paths whose GET answers JSON of known fields: all but those of files, calendars, feeds and the stream. */
export type JsonPath = {
  [P in PathOf<'get'>]: Answer<P> extends never ? never : Answer<P> extends Record<string, never> ? never : P;
}[PathOf<'get'>];

type Body<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { body: B }
  : O extends { requestBody?: { content: { 'application/json': infer B } } }
    ? { body?: B }
    : { body?: never };

/** What a request says beside its path: parameters and a body. What the operation requires is required. */
export type Request<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { parameters: infer Q } ? Pick<Q, keyof Q & ('path' | 'query' | 'header')> & Body<Operation<P, M>> : never;

type Problems<R> = R extends { content: { 'application/problem+json': { code: infer C } } } ? C : never;

type Code<O> = O extends { responses: infer R } ? Problems<R[keyof R]> : never;

/** The codes of an operation's problems. */
export type CodeOf<P extends keyof paths, M extends Method = 'get'> = Code<Operation<P, M>>;

/** Every code of a problem that the API has. */
export type ProblemCode = { [P in keyof paths]: Code<paths[P][keyof paths[P]]> }[keyof paths];

/** The paths of lists that go on: their answers have `next`, which is given as `after`. */
export type ListPath = {
  [P in JsonPath]: Answer<P> extends { next: string }
    ? paths[P]['get'] extends { parameters: { query?: { after?: string } } }
      ? P
      : never
    : never;
}[JsonPath];

/** The fields of an answer that are lists. */
export type ListField<A> = { [K in keyof A]: A[K] extends readonly unknown[] ? K : never }[keyof A];

type Streamed = paths['/api/v1/events']['get']['responses'][200]['content']['text/event-stream'][number];

type Told<E> = E extends { event: infer T; data: infer D } ? { type: T; id: number; data: D } : never;

/** Something that was booked: `id` is the sequence of its transaction, `type` says what `data` has. */
export type BookEvent = Told<Streamed>;

/** What a notice may be about. Servers of later versions have more: ignore what you do not know. */
export type NoticeType = keyof webhooks;
