// Quotes as the order is typed: with the code, and without it while the code is not accepted, so that the price never goes
// away because of a mistyped code.
import { useEffect, useState } from 'preact/hooks';
import { type ApiProblem, address } from '../../api/http';
import { type Resource, useResource } from '../../api/resource';
import type { Quote } from '../../schema/api.gen';

export interface Order {
  quantity: number;
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
  /** What keeps the order from being placed, apart from its code. */
  problem?: ApiProblem;
  codeProblem?: ApiProblem;
  loading: boolean;
  reload: () => void;
}

export function useQuote(order: Order): Quoted {
  const path = useStill(quoteAddress(order), 250);
  const main: Resource<Quote> = useResource<Quote>(path, 15_000);
  const bad = aboutCode(main.problem) && !main.data ? main.problem : undefined;
  const plain = useResource<Quote>(bad && quoteAddress({ ...order, code: '' }));
  const waits = path !== quoteAddress(order);
  return {
    quote: bad ? plain.data : main.data,
    problem: bad ? plain.problem : main.data ? undefined : main.problem,
    codeProblem: bad,
    loading: waits || main.loading || plain.loading,
    reload: main.reload,
  };
}
