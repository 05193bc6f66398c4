import { type StreamOptions, follow } from './events.js';
import { type Item, lists } from './lists.js';
import type { Answer, BookEvent, JsonPath, ListPath, Method, PathOf, Request } from './operation.js';
import { ApiProblem } from './problem.js';
import { type Received, type Sending, send } from './send.js';

/** How a client is; everything may be left out. */
export interface ClientOptions extends Partial<Sending> {
  /** How many answers are remembered, so that one that did not change is not sent again (ETag); 200 unless it is given. */
  remember?: number;
}

/** What every request takes. */
export interface CallOptions {
  /** Ends it. */
  signal?: AbortSignal;
}

type Options<P extends PathOf<M>, M extends Method> = Request<P, M> & CallOptions;

/** The options of a request: they may be left out where the operation requires nothing. */
export type Rest<P extends PathOf<M>, M extends Method> =
  Record<never, never> extends Options<P, M> ? [options?: Options<P, M>] : [options: Options<P, M>];

interface Loose extends CallOptions {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  header?: Record<string, unknown>;
  body?: unknown;
}

interface Remembered {
  etag: string;
  body: unknown;
}

/**
 * A nodeledger server.
 *
 * - Paths, parameters, bodies and answers have the types of the API's description.
 * - Amounts stay what the server sent: digits of base units in a string.
 * - What only reads is repeated when it may succeed later. What records is repeated only where its body has a `reference`, which the
 *   server records once however often it comes.
 * - Everything else that is not an answer is thrown as an {@link ApiProblem}.
 */
export class Client {
  readonly #server: URL;
  readonly #sending: Sending;
  readonly #remember: number;
  readonly #remembered = new Map<string, Remembered>();

  /** @param server where it is, such as https://books.example.org; a path before /api is kept */
  constructor(server: string | URL, options: ClientOptions = {}) {
    const { remember = 200, ...sending } = options;
    this.#server = new URL(server);
    if (!this.#server.pathname.endsWith('/')) this.#server.pathname += '/';
    this.#remember = remember;
    this.#sending = {
      fetch: (...a) => globalThis.fetch(...a),
      token: undefined,
      retries: 3,
      pause: 400,
      longestWait: 30_000,
      timeout: 60_000,
      ...sending,
    };
  }

  /** Reads an answer. */
  async get<P extends JsonPath>(path: P, ...[options]: Rest<P, 'get'>): Promise<Answer<P>> {
    const o: Loose = options ?? {};
    const url = this.#url(path, o);
    const before = this.#remembered.get(url);
    const received = await this.#send('get', url, o, before ? { 'If-None-Match': before.etag } : {});
    const { answer } = received;
    if (answer.status === 304 && before) return before.body as Answer<P>;
    const body = json(received);
    const etag = answer.headers.get('ETag');
    this.#remembered.delete(url);
    if (etag) this.#remembered.set(url, { etag, body });
    if (this.#remembered.size > this.#remember) this.#remembered.delete(this.#remembered.keys().next().value as string);
    return body as Answer<P>;
  }

  /** Records something, or asks for something that is not read. */
  async post<P extends PathOf<'post'>>(path: P, ...[options]: Rest<P, 'post'>): Promise<Answer<P, 'post'>> {
    const o: Loose = options ?? {};
    return json(await this.#send('post', this.#url(path, o), o)) as Answer<P, 'post'>;
  }

  /** Reads something that is not JSON, or whose bytes matter: a file, a calendar, a feed. */
  async file<P extends PathOf<'get'>>(path: P, ...[options]: Rest<P, 'get'>): Promise<Response> {
    const o: Loose = options ?? {};
    return (await this.#send('get', this.#url(path, o), o, { Accept: '*/*' }, false)).answer;
  }

  /** Reads a list page by page, to its end; `query.limit` says how long a page is. */
  async *pages<P extends ListPath>(path: P, ...[options]: Rest<P, 'get'>): AsyncGenerator<Answer<P>, void, undefined> {
    const o: Loose = options ?? {};
    for (let after = o.query?.after as string | undefined; ; ) {
      const query = after ? { ...o.query, after } : o.query;
      const page = await this.get<P>(path, ...([{ ...o, query }] as unknown as Rest<P, 'get'>));
      yield page;
      const { next } = page as { next: string };
      if (!next) return;
      if (next === after) throw new ApiProblem(200, { code: 'not-readable', detail: `the page after ${next} is followed by itself` });
      after = next;
    }
  }

  /** Reads a list thing by thing, to its end. */
  async *each<P extends ListPath>(path: P, ...rest: Rest<P, 'get'>): AsyncGenerator<Item<P>, void, undefined> {
    for await (const page of this.pages(path, ...rest)) yield* (page as unknown as Record<string, Item<P>[]>)[lists[path]] ?? [];
  }

  /** What is booked, as it is booked. Connections that break are made again, and nothing is missed or told twice. */
  events(options: StreamOptions = {}): AsyncGenerator<BookEvent, void, undefined> {
    return follow({ ...this.#sending, timeout: 0 }, new URL('api/v1/events', this.#server).href, options);
  }

  #url(path: string, { path: parts = {}, query = {} }: Loose): string {
    const filled = path.slice(1).replace(/\{([^}]+)\}/g, (_, name: string) => encodeURIComponent(String(parts[name])));
    const url = new URL(filled, this.#server);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
    }
    return url.href;
  }

  #send(
    method: Method,
    url: string,
    { header = {}, body, signal }: Loose,
    more: Record<string, string> = {},
    whole = true,
  ): Promise<Received> {
    const headers = new Headers({ Accept: 'application/json', ...more });
    for (const [name, value] of Object.entries(header)) if (value !== undefined) headers.set(name, String(value));
    if (body !== undefined) headers.set('Content-Type', 'application/json');
    const repeatable = method === 'get' || Boolean((body as { reference?: string } | undefined)?.reference);
    return send(this.#sending, url, {
      method: method.toUpperCase(),
      headers,
      repeatable,
      whole,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  }
}

function json({ answer, text }: Received): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = 'the answer is not JSON: the address may be of another server';
    throw new ApiProblem(answer.status, { code: 'not-readable', detail }, 0, { cause });
  }
}
