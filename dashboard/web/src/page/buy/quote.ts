// Quotes as the order is typed: with the code, and without it while the code is not accepted, so that the price never goes
// away because of a mistyped code.
import { useEffect, useRef, useState } from 'preact/hooks';
import { type ApiProblem, address } from '../../api/http';
import { type Resource, useResource } from '../../api/resource';
import type { Quote } from '../../schema/api.gen';

export interface Order {
  /** undefined: what is typed is no number of nodes. */
  quantity: number | undefined;
  code: string;
  wallet: string; // empty: nobody is connected
}

/** Where an order is quoted. */
export function quoteAddress({ quantity, code, wallet }: Order): string {
  return address('/quote', { quantity, wallet, code });
}

/** The problems that are about the code rather than about the order. */
export function aboutCode(p: ApiProblem | undefined): p is ApiProblem {
  return p?.code === 'unknown-code' || p?.code === 'self-referral';
}

/** A value that follows another after it has been still for a while. */
export function useStill<T>(value: T, ms: number): T {
  const [still, set] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => set(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return still;
}

export interface Quoted {
  quote?: Quote;
  /** Where the quote is from: it is of the order of a moment ago while somebody types. */
  path: string;
  /** What keeps the order from being placed, apart from its code. */
  problem?: ApiProblem;
  codeProblem?: ApiProblem;
  /** There is no number of nodes to ask the price of. */
  unread: boolean;
  loading: boolean;
  reload: () => void;
}

export function useQuote(order: Order): Quoted {
  const wanted = order.quantity === undefined ? '' : quoteAddress(order);
  const path = useStill(wanted, 250);
  const waits = path !== wanted;
  const main: Resource<Quote> = useResource<Quote>(wanted && path, 15_000);
  const bad = aboutCode(main.problem) && !main.data ? main.problem : undefined;
  const plain = useResource<Quote>(bad && quoteAddress({ ...order, code: '' }));
  return {
    quote: bad ? plain.data : main.data,
    path: bad ? quoteAddress({ ...order, code: '' }) : path,
    problem: bad ? plain.problem : main.data ? undefined : main.problem,
    codeProblem: bad,
    unread: wanted === '',
    loading: waits || (!main.data && main.loading) || plain.loading,
    reload: main.reload,
  };
}

/** A price that moved: the same order, at two prices. */
export interface Moved {
  was: Quote;
  now: Quote;
}

/** Notices that the price of an order moved while somebody looks at it; of another order there is nothing to compare. */
export function useMoved({ quote, path }: Quoted): Moved | undefined {
  const seen = useRef<{ path: string; quote: Quote } | undefined>(undefined);
  const [moved, set] = useState<(Moved & { path: string }) | undefined>();
  useEffect(() => {
    const before = seen.current;
    if (!quote) return;
    if (before?.path === path && before.quote.paid.amount !== quote.paid.amount)
      set({ path, was: before.quote, now: quote });
    seen.current = { path, quote };
  }, [path, quote]);
  return moved?.path === path ? moved : undefined;
}
