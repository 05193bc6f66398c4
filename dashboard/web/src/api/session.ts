// Who the operator is. A session is a cookie that scripts cannot read; a token is kept in memory and nowhere else, so it is gone
// when the page is closed or loaded again.
import { signal } from '@preact/signals';
import type { Session as Answer, Invitation } from '../schema/api.gen';
import { remembered } from '../setting';
import { ApiProblem, address, ask, type GetOptions, sleep } from './http';

export type Scope = 'record' | 'prepare' | 'approve' | 'admin' | 'private';

export interface Session extends Omit<Answer, 'scopes'> {
  scopes: Scope[];
}

/** Somebody who is signed in; undefined: nobody. */
export const session = signal<Session | undefined>(undefined);

/** The server no longer takes the session that there was. */
export const ended = signal(false);

/** Whether this browser was signed in with a wallet when the page was left: only then is a session looked for. It is no
 * secret, and nothing follows from it. */
const wasIn = remembered<boolean>('signed-in', false, (v): v is boolean => typeof v === 'boolean');

let token = '';

function headers(): Record<string, string> {
  if (token) return { Authorization: `Bearer ${token}` };
  return session.value?.csrf ? { 'X-CSRF-Token': session.value.csrf } : {};
}

async function call<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
  more: Record<string, string> = {},
): Promise<T> {
  const init: RequestInit = {
    method,
    headers: { Accept: 'application/json', ...headers(), ...more },
    cache: 'no-store',
    signal,
  };
  if (body !== undefined) {
    init.headers = { ...init.headers, 'Content-Type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let answer: Response;
  try {
    answer = await ask(path, init);
  } catch (e) {
    if (e instanceof ApiProblem && e.status === 401 && session.value) {
      forgetSession();
      ended.value = true;
    }
    throw e;
  }
  try {
    return (await answer.json()) as T;
  } catch {
    if (signal?.aborted) throw signal.reason;
    throw new ApiProblem('broken', '', answer.status);
  }
}

/** Reads an answer that is for operators. Nothing of it is kept. Throws ApiProblem. */
export async function read<T>(path: string, { signal, retries = 2, pause = 400 }: GetOptions = {}): Promise<T> {
  for (let turn = 0; ; turn++) {
    try {
      return await call<T>('GET', path, undefined, signal);
    } catch (e) {
      if (!(e instanceof ApiProblem) || !e.transient || turn >= retries || signal?.aborted) throw e;
      await sleep(pause * 2 ** turn, signal);
    }
  }
}

/** How often this page changed the books. */
export const changes = signal(0);

/** Sends something that changes the books; never tried twice by itself. Throws ApiProblem. */
export async function send<T>(path: string, body: unknown, more: Record<string, string> = {}): Promise<T> {
  const answer = await call<T>('POST', path, body, undefined, more);
  changes.value++;
  return answer;
}

/** Fetches a file for an operator. Throws ApiProblem. */
export async function download(path: string): Promise<Blob> {
  return (await ask(path, { headers: headers(), cache: 'no-store' })).blob();
}

function forgetSession(): void {
  token = '';
  wasIn.value = false;
  session.value = undefined;
}

/** Finds the session of a cookie, when there may be one. */
export async function restore(): Promise<void> {
  if (!wasIn.value) return;
  try {
    session.value = await call<Session>('GET', address('/session'));
  } catch (e) {
    if (e instanceof ApiProblem && e.status === 401) wasIn.value = false;
  }
}

/** Signs in with a token. Throws ApiProblem. */
export async function signInWithToken(secret: string): Promise<void> {
  token = secret.trim();
  try {
    session.value = await call<Session>('GET', address('/session'));
    ended.value = false;
  } catch (e) {
    token = '';
    throw e;
  }
}

/** A nonce for a wallet to sign in with. Throws ApiProblem. */
export function invite(wallet: string): Promise<Invitation> {
  return call<Invitation>('POST', address('/session/nonce', { wallet }));
}

/** Signs in with a signed message. Throws ApiProblem. */
export async function signIn(message: string, signature: string): Promise<void> {
  session.value = await call<Session>('POST', address('/session'), { message, signature });
  wasIn.value = true;
  ended.value = false;
}

/** Ends the session, here at once, so that nothing asks as an operator any more, and at the server when it answers. */
export async function signOut(): Promise<void> {
  const had = token;
  const own = headers();
  forgetSession();
  ended.value = false;
  if (!had) await call('DELETE', address('/session'), undefined, undefined, own);
}
