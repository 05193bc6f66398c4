// Reading the API: answers are remembered with their ETag, transient failures are tried again, everything can be aborted.
import type { Problem, Row } from '../schema/api.gen';

/** What went wrong, with the server's own sentence where it gave one. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly reasons: string[];
  /** Of a file or list: the rows that are wrong. */
  readonly rows: Row[];
  /** What was probably meant. */
  readonly meant: string | undefined;

  constructor(
    readonly code: string, // of the problem document; `offline` when no answer came, `broken` when it could not be read
    readonly detail: string,
    readonly status = 0,
    more: Partial<Problem> = {},
    readonly wait = 0, // seconds that the server asks to wait
  ) {
    super(detail);
    this.reasons = more.reasons ?? [];
    this.rows = more.rows ?? [];
    this.meant = more.did_you_mean;
  }

  /** Whether trying again later may help without any change to what was asked. */
  get transient(): boolean {
    return this.code === 'offline' || this.status === 429 || this.status >= 502 || this.status === 503;
  }
}

interface Kept {
  etag: string;
  body: unknown;
}

const kept = new Map<string, Kept>();
const mostKept = 200;

export interface GetOptions {
  signal?: AbortSignal;
  /** How often a transient failure is tried again; 2 when absent. */
  retries?: number;
  /** Milliseconds before the first retry; doubled for each further one. */
  pause?: number;
}

/** The longest wait, in seconds, that a page sits out by itself; a longer one is told to the reader. */
const longest = 10;

/** Reads one answer. Throws ApiProblem, or the signal's reason when aborted. */
export async function get<T>(path: string, { signal, retries = 2, pause = 400 }: GetOptions = {}): Promise<T> {
  for (let turn = 0; ; turn++) {
    try {
      return (await once(path, signal)) as T;
    } catch (e) {
      if (!(e instanceof ApiProblem) || !e.transient || turn >= retries || e.wait > longest || signal?.aborted) throw e;
      await sleep(Math.max(pause * 2 ** turn, e.wait * 1000), signal);
    }
  }
}

/** Answers that were asked for before anything shows them. */
const ahead = new Map<string, Promise<unknown>>();

/** Asks for an answer that the first reader of its address is given. */
export function readAhead(path: string): void {
  const answer = once(path);
  answer.catch(() => undefined); // whoever reads it is told
  ahead.set(path, answer);
}

async function once(path: string, signal?: AbortSignal): Promise<unknown> {
  const asked = ahead.get(path);
  ahead.delete(path);
  if (asked) return asked;
  const before = kept.get(path);
  const headers: Record<string, string> = { Accept: 'application/json' };
  if (before) headers['If-None-Match'] = before.etag;
  const answer = await ask(path, { headers, signal, cache: 'no-cache' });
  if (answer.status === 304 && before) return before.body;
  const body = await read(answer);
  const etag = answer.headers.get('ETag');
  if (etag) {
    kept.delete(path);
    kept.set(path, { etag, body });
    if (kept.size > mostKept) kept.delete(kept.keys().next().value as string);
  }
  return body;
}

/** Sends one request; a problem document, or no answer at all, becomes an ApiProblem. */
export async function ask(path: string, init: RequestInit): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(path, { credentials: 'same-origin', ...init });
  } catch (e) {
    if (init.signal?.aborted) throw e;
    throw new ApiProblem('offline', '');
  }
  if (answer.ok || answer.status === 304) return answer;
  let problem: Partial<Problem> = {};
  try {
    problem = (await answer.json()) as Partial<Problem>;
  } catch {
    // Something between here and the server answered in its own words.
  }
  throw new ApiProblem(problem.code ?? 'http', problem.detail ?? '', answer.status, problem, waitOf(answer));
}

function waitOf(answer: Response): number {
  const seconds = answer.headers.get('Retry-After') ?? '';
  return /^[0-9]{1,6}$/.test(seconds) ? Number(seconds) : 0;
}

async function read(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    throw new ApiProblem('broken', '', answer.status);
  }
}

/** Reads bytes, such as a published file. */
export async function bytes(path: string, signal?: AbortSignal): Promise<Uint8Array<ArrayBuffer>> {
  const answer = await ask(path, { signal });
  return new Uint8Array(await answer.arrayBuffer());
}

export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    else signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Forgets every remembered answer. */
export function forget(): void {
  kept.clear();
}

/** A path with a query; empty values are left out. */
export function address(path: string, query: Record<string, string | number | undefined> = {}): string {
  const q = new URLSearchParams();
  for (const [name, v] of Object.entries(query)) if (v !== undefined && v !== '') q.set(name, String(v));
  return `/api/v1${path}${q.size > 0 ? `?${q}` : ''}`;
}
