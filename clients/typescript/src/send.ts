import { ApiProblem, problemOf } from './problem.js';

/** How requests are sent. */
export interface Sending {
  /** What sends; the global one unless another is given. */
  fetch: typeof fetch;
  /** The token of an operator, or what gives it; without one only what everybody may read is there. */
  token: string | (() => string | Promise<string>) | undefined;
  /** How often a request that may succeed later is sent again. */
  retries: number;
  /** Milliseconds before the first of these; twice as long before each further one. */
  pause: number;
  /** The longest that is waited when the server asks for it, in milliseconds: a longer wish is a problem at once. */
  longestWait: number;
  /** How long one attempt may take, in milliseconds. */
  timeout: number;
}

/** An answer as far as it is read. */
export interface Received {
  answer: Response;
  /** The body of an answer that is read as text. */
  text: string;
}

/** Sends a request until it has an answer, and its whole text where `whole` says so, as often as it may be repeated. Throws
 * ApiProblem, or the signal's reason. */
export async function send(
  s: Sending,
  url: string,
  { repeatable, whole, ...request }: RequestInit & { repeatable: boolean; whole: boolean },
): Promise<Received> {
  for (let turn = 0; ; turn++) {
    try {
      return await attempt(s, url, request, whole);
    } catch (e) {
      const last = !repeatable || turn >= s.retries;
      if (last || !(e instanceof ApiProblem) || !e.transient || e.retryAfter > s.longestWait) throw e;
      await sleep(Math.max(s.pause * 2 ** turn, e.retryAfter), request.signal ?? undefined);
    }
  }
}

async function attempt(s: Sending, url: string, init: RequestInit, whole: boolean): Promise<Received> {
  const headers = new Headers(init.headers);
  const token = typeof s.token === 'function' ? await s.token() : s.token;
  if (token) headers.set('Authorization', `Bearer ${token}`);
  const late = s.timeout > 0 ? [AbortSignal.timeout(s.timeout)] : [];
  const signal = AbortSignal.any([...(init.signal ? [init.signal] : []), ...late]);
  try {
    const answer = await s.fetch(url, { ...init, headers, signal });
    if (!answer.ok && answer.status !== 304) throw await problemOf(answer);
    return { answer, text: whole ? await answer.text() : '' };
  } catch (cause) {
    if (cause instanceof ApiProblem) throw cause;
    init.signal?.throwIfAborted();
    throw new ApiProblem(0, { code: 'no-answer', detail: `no answer from ${new URL(url).host}` }, 0, { cause });
  }
}

/** Waits so many milliseconds. Throws the signal's reason when it is aborted before. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
