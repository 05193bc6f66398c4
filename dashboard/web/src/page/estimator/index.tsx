// The estimator: assumptions on top, what follows from them below. The address carries every assumption.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useLast, useResource } from '../../api/resource';
import { words } from '../../i18n';
import { place, setQuery } from '../../route';
import type { Estimate, Sale } from '../../schema/api.gen';
import { Page } from '../../ui/layout';
import { Skeleton } from '../../ui/loading';
import { ProblemOf } from '../../ui/notice';
import { useStill } from '../buy/quote';
import { Assumed } from './assumed';
import { type Assumptions, good, names, query, read, write } from './assumption';
import { Curves } from './curves';
import { Inputs } from './inputs';
import { Outcome } from './outcome';
import { Scenarios } from './scenarios';

/** How many nodes one wallet can buy: its quota of every tier, or the whole tier where it has none. */
export function mostOf(s: Sale): number {
  const all = s.tiers.reduce((n, t) => n + Math.min(t.per_wallet ?? t.size, t.size), 0);
  return Math.max(1, Math.min(all, s.max_nodes ?? all));
}

export default function Estimator() {
  const w = words().estimator;
  const sale = useResource<Sale>(address('/sale'));
  const [a, set] = useState(() => read(place.value.query));
  const change = (next: Assumptions) => {
    set(next);
    setQuery(write(next));
  };
  const s = sale.data;
  const size = s ? (s.max_nodes ?? s.tiers.reduce((n, t) => n + t.size, 0)) : 0;
  const fine = names.every((n) => good(n, a[n])) && a.scenarios.every((s) => good('adoption', s));
  const path =
    s && fine
      ? address('/estimate', query(a, size > 0 ? String(size) : 'sold', s.next_price?.display ?? ''))
      : undefined;
  const found = useResource<Estimate>(useStill(path, 250));
  const { last, busy } = useLast(found.data);
  return (
    <Page title={w.title} lead={w.lead} fresh={last ?? s}>
      <Inputs of={a} asset={s?.totals.gross.asset ?? 'ETH'} most={s ? mostOf(s) : 1} onChange={change} />
      {sale.problem && !s && <ProblemOf of={sale.problem} retry={sale.reload} />}
      {found.problem && <ProblemOf of={found.problem} retry={found.reload} />}
      {last ? (
        <div class="stack" aria-busy={busy}>
          <Outcome of={last} assumed={a} />
          <Scenarios of={last} assumed={a} onChange={change} />
          <Curves of={last} />
          <Assumed of={last} assumed={a} />
        </div>
      ) : (
        !found.problem && <Skeleton lines={6} tall />
      )}
    </Page>
  );
}
