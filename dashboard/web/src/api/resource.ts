// An answer that a component shows: loading, there, failed, or there but old because the last reading failed.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, type GetOptions, get } from './http';
import { onNews, onPace, pace } from './live';

/** How an address is read: as everybody may, or as the operator who is signed in. */
export type Reader = <T>(path: string, options: GetOptions) => Promise<T>;

export interface Resource<T> {
  data?: T;
  problem?: ApiProblem;
  /** Something is being read now. */
  loading: boolean;
  /** When `data` was read, in milliseconds. */
  readAt?: number;
  reload: () => void;
}

interface State<T> {
  key: string;
  data?: T;
  problem?: ApiProblem;
  loading: boolean;
  readAt?: number;
}

/** Reads addresses, and reads them again every `poll` milliseconds and when something is booked that concerns them. While
 * events come, polling is slow. No address: nothing is read. */
function useReading<T>(
  paths: readonly string[],
  poll: number,
  read: (paths: readonly string[], signal: AbortSignal) => Promise<T>,
): Resource<T> {
  const key = paths.join('\n');
  const [state, set] = useState<State<T>>({ key, loading: key !== '' });
  const [turn, again] = useState(0);
  useEffect(() => {
    if (key === '') return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let busy = false;
    let stale = false; // something was booked while it was read
    // A page that nobody looks at asks for nothing.
    const next = () => (document.visibilityState === 'hidden' ? plan() : void load());
    const plan = () => {
      clearTimeout(timer);
      if (poll > 0 && !busy) timer = setTimeout(next, pace(paths, poll));
    };
    const load = async () => {
      clearTimeout(timer);
      busy = true;
      stale = false;
      set((s) => (s.key === key ? { ...s, loading: true } : { key, loading: true }));
      try {
        const data = await read(paths, abort.signal);
        if (!abort.signal.aborted) set({ key, data, loading: false, readAt: Date.now() });
      } catch (e) {
        if (abort.signal.aborted) return;
        const problem = e instanceof ApiProblem ? e : new ApiProblem('broken', String(e));
        set((s) => ({ ...(s.key === key ? s : {}), key, problem, loading: false }));
      }
      busy = false;
      if (abort.signal.aborted) return;
      if (stale) void load();
      else plan();
    };
    const stops = [
      onNews(paths, () => {
        if (busy) stale = true;
        else void load();
      }),
      onPace(plan),
    ];
    void load();
    return () => {
      abort.abort();
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [key, poll, turn]);
  const { key: _, ...own } = state.key === key ? state : { key, loading: key !== '' };
  return { ...own, reload: () => again((n) => n + 1) };
}

/** Reads an address. What was read of another address is never shown. */
export function useResource<T>(path: string | undefined, poll = 0, read: Reader = get): Resource<T> {
  return useReading(path ? [path] : [], poll, ([at], signal) => read<T>(at as string, { signal }));
}

/** Reads several addresses, a few at a time; `data` has an answer for each, in their order, once all are there. */
export function useAll<T>(paths: readonly string[], poll = 0): Resource<T[]> {
  return useReading(paths, poll, (list, signal) => inTurn(list, (p) => get<T>(p, { signal })));
}

/** A server refuses whoever waits for more than eight answers that take long: of all lists of a page so many are asked for at a time. */
const atOnce = 6;
let asked = 0;
const waiting: (() => void)[] = [];

/** What is made of each, in their order, a few at a time. */
export function inTurn<A, B>(all: readonly A[], make: (of: A) => Promise<B>): Promise<B[]> {
  const one = async (of: A) => {
    if (asked < atOnce) asked++;
    else await new Promise<void>((go) => waiting.push(go));
    try {
      return await make(of);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else asked--;
    }
  };
  return Promise.all(all.map(one));
}

/** The last value that was there, until the next one is: for figures that change as somebody types. busy says that it is not
 * the one that was asked for. */
export function useLast<T>(value: T | undefined): { last?: T; busy: boolean } {
  const kept = useRef<T | undefined>(undefined);
  if (value !== undefined) kept.current = value;
  return { last: kept.current, busy: value === undefined };
}
