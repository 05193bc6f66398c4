// An answer that a component shows: loading, there, failed, or there but old because the last reading failed.
import { useEffect, useRef, useState } from 'preact/hooks';
import { ApiProblem, get, type GetOptions } from './http';

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

/** Reads an address and reads it again every `poll` milliseconds. No address: nothing is read. What was read of another
 * address is never shown. */
export function useResource<T>(path: string | undefined, poll = 0, read: Reader = get): Resource<T> {
  const [state, set] = useState<{ path?: string; data?: T; problem?: ApiProblem; loading: boolean; readAt?: number }>({ path, loading: !!path });
  const [turn, again] = useState(0);
  const latest = useRef(path);
  latest.current = path;
  useEffect(() => {
    if (!path) return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async () => {
      set((s) => (s.path === path ? { ...s, loading: true } : { path, loading: true }));
      try {
        const data = await read<T>(path, { signal: abort.signal });
        if (!abort.signal.aborted) set({ path, data, loading: false, readAt: Date.now() });
      } catch (e) {
        if (abort.signal.aborted) return;
        const problem = e instanceof ApiProblem ? e : new ApiProblem('broken', String(e));
        set((s) => ({ ...(s.path === path ? s : {}), path, problem, loading: false }));
      }
      if (poll > 0 && !abort.signal.aborted) timer = setTimeout(next, poll);
    };
    // A page that nobody looks at asks for nothing.
    const next = () => (document.visibilityState === 'hidden' ? (timer = setTimeout(next, poll)) : void load());
    void load();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [path, poll, turn]);
  const own = state.path === path ? state : { loading: !!path };
  return { ...own, reload: () => again((n) => n + 1) };
}

/** The last value that was there, until the next one is: for figures that change as somebody types. busy says that it is not
 * the one that was asked for. */
export function useLast<T>(value: T | undefined): { last?: T; busy: boolean } {
  const kept = useRef<T | undefined>(undefined);
  if (value !== undefined) kept.current = value;
  return { last: kept.current, busy: value === undefined };
}

/** Reads several addresses at once; `data` has an answer for each, in their order, once all are there. */
export function useAll<T>(paths: readonly string[], poll = 0): Resource<T[]> {
  const key = paths.join('\n');
  const [state, set] = useState<{ key: string; data?: T[]; problem?: ApiProblem; loading: boolean; readAt?: number }>({ key, loading: paths.length > 0 });
  const [turn, again] = useState(0);
  useEffect(() => {
    if (key === '') return;
    const abort = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const load = async () => {
      set((s) => (s.key === key ? { ...s, loading: true } : { key, loading: true }));
      try {
        const data = await Promise.all(key.split('\n').map((p) => get<T>(p, { signal: abort.signal })));
        if (!abort.signal.aborted) set({ key, data, loading: false, readAt: Date.now() });
      } catch (e) {
        if (abort.signal.aborted) return;
        const problem = e instanceof ApiProblem ? e : new ApiProblem('broken', String(e));
        set((s) => ({ ...(s.key === key ? s : {}), key, problem, loading: false }));
      }
      if (poll > 0 && !abort.signal.aborted) timer = setTimeout(next, poll);
    };
    const next = () => (document.visibilityState === 'hidden' ? (timer = setTimeout(next, poll)) : void load());
    void load();
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [key, poll, turn]);
  const own = state.key === key ? state : { loading: key !== '' };
  return { ...own, reload: () => again((n) => n + 1) };
}
