// A list that comes a page at a time: the first one is there, the next ones are asked for.
import { useState } from 'preact/hooks';
import { ApiProblem, get } from './http';
import type { Reader } from './resource';

export interface Pages<T> {
  rows: T[];
  /** Reads the next page; undefined after the last one. */
  more?: () => void;
  busy: boolean;
  /** Why the next page could not be read. */
  problem?: ApiProblem;
}

interface Page {
  next: string;
}

/** Goes on from the first page. rowsOf is what a page has, path where the page after a `next` is; keep says whether a page that came
 * belongs to the first one, and sees to it itself where it does not. */
export function usePages<P extends Page, T>(
  first: P,
  rowsOf: (page: P) => T[],
  path: (after: string) => string,
  { read = get, keep = () => true }: { read?: Reader; keep?: (page: P) => boolean } = {},
): Pages<T> {
  const [rows, setRows] = useState(() => rowsOf(first));
  const [next, setNext] = useState(first.next);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const more = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const page = await read<P>(path(next), {});
      if (!keep(page)) return;
      setRows([...rows, ...rowsOf(page)]);
      setNext(page.next);
    } catch (e) {
      setProblem(e instanceof ApiProblem ? e : new ApiProblem('broken', ''));
    } finally {
      setBusy(false);
    }
  };
  return { rows, busy, problem, more: next ? () => void more() : undefined };
}
