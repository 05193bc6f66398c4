// The estimator: assumptions on top, what follows from them below. The address carries every assumption.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useLast, useResource } from '../../api/resource';
import { words } from '../../i18n';
import { place, setQuery } from '../../route';
import type { Estimate } from '../../schema/api.gen';
import { Page } from '../../ui/layout';
import { Skeleton } from '../../ui/loading';
import { Notice, ProblemOf } from '../../ui/notice';
import { SentenceOf } from '../../ui/sentence';
import { useStill } from '../buy/quote';
import { Assumed } from './assumed';
import { type Assumptions, misread, query, read, write } from './assumption';
import { Curves } from './curves';
import { Inputs } from './inputs';
import { Outcome } from './outcome';
import { Scenarios } from './scenarios';

/** What an address says, and what of it could not be read. */
const linked = (at: URLSearchParams) => ({ at, a: read(at), odd: misread(at) });

export default function Estimator() {
  const w = words().estimator;
  const at = place.value.query;
  // What was typed holds for the address that it was written to: another one, of a link or of the way back, is read.
  const [typed, set] = useState(() => linked(at));
  const { a, odd } = typed.at === at ? typed : linked(at);
  const change = (next: Assumptions) => {
    setQuery(write(next));
    set({ at: place.value.query, a: next, odd: '' });
  };
  // What is wrong is asked for, too: the refusal says why.
  const found = useResource<Estimate>(useStill(address('/estimate', query(a)), 250));
  const { last, busy } = useLast(found.data);
  return (
    <Page title={w.title} lead={w.lead} fresh={last}>
      <Inputs of={a} asset={last?.units.asset ?? 'ETH'} limits={last?.limits} onChange={change} />
      {odd && <Notice tone="warn">{w.misread(odd.slice(0, 60), a.scenarios.map((s) => `${s}%`).join(', '))}</Notice>}
      {found.problem && <ProblemOf of={found.problem} retry={found.reload} detailed />}
      {last ? (
        <div class="stack" aria-busy={busy}>
          {last.notes.length > 0 && (
            <Notice tone="warn">
              {last.notes.map((n) => (
                <div key={n.code}>
                  <SentenceOf of={n} whole />
                </div>
              ))}
            </Notice>
          )}
          <Outcome of={last} />
          <Scenarios of={last} assumed={a} onChange={change} />
          <Curves of={last} />
          <Assumed of={last} />
        </div>
      ) : (
        !found.problem && <Skeleton lines={6} tall />
      )}
    </Page>
  );
}
