// Nodes, what they count, and how far the next bracket is.

import { address } from '../../api/http';
import { useAll, useResource } from '../../api/resource';
import { standing, useStanding } from '../../api/score';
import { locale, words } from '../../i18n';
import { formatDecimal, parseWhole, sum, whole } from '../../money';
import { hrefOf } from '../../route';
import type { Holder, Scores } from '../../schema/api.gen';
import { Address } from '../../ui/address';
import { AmountOf, Count } from '../../ui/amount';
import { Card, Stat, Stats } from '../../ui/layout';
import { Table } from '../../ui/table';

/** The sum of exact decimals such as scores. */
export function addDecimals(list: readonly string[]): string {
  const places = 18;
  return whole(
    list.reduce((n, d) => n + (parseWhole(d, places) ?? 0n), 0n),
    places,
  );
}

export function Held({ holders }: { holders: Holder[] }) {
  const w = words();
  const nodes = holders.reduce((n, h) => n + h.nodes, 0);
  const scores = useResource<Scores>(address('/score', { nodes: holders.map((h) => h.nodes).join(',') }));
  const apart = scores.data && addDecimals(scores.data.scores.map((s) => s.score));
  const together = useStanding(nodes).standing;
  const paid = sum(holders.map((h) => h.paid));
  const n = (v: string) => formatDecimal(v, { locale: locale() });
  return (
    <Card>
      <Stats>
        <Stat label={w.nodes.held} hint={holders.length > 1 ? w.nodes.heldIn(holders.length) : undefined}>
          <Count of={nodes} />
        </Stat>
        <Stat label={w.nodes.score}>{apart === undefined ? (scores.problem ? '–' : '…') : n(apart)}</Stat>
        <Stat label={w.nodes.paid}>{paid && <AmountOf of={paid} places={4} />}</Stat>
      </Stats>
      {apart !== undefined && together && holders.length > 1 && together.score !== apart && (
        <p class="hint">{w.nodes.scoreApart(n(together.score))}</p>
      )}
      {holders.length === 1 && together?.next && (
        <p>
          {w.nodes.next(together.next.more, n(together.score), n(together.next.score))}{' '}
          <a href={hrefOf('buy')}>{w.nodes.nextBuy}</a>
        </p>
      )}
      {holders.length > 1 && scores.data && <ByWallet holders={holders} scores={scores.data} />}
    </Card>
  );
}

function ByWallet({ holders, scores }: { holders: Holder[]; scores: Scores }) {
  const w = words();
  const ahead = useAll<Scores>(
    holders.map((h) => address('/score', { nodes: Array.from({ length: 101 }, (_, i) => h.nodes + i).join(',') })),
  );
  const n = (v: string) => formatDecimal(v, { locale: locale() });
  return (
    <Table
      caption={w.nodes.byWallet}
      rows={holders}
      keyOf={(h) => h.wallet}
      columns={[
        { name: w.nodes.byWallet, cell: (h) => <Address of={h.wallet} /> },
        { name: w.nodes.held, number: true, cell: (h) => <Count of={h.nodes} /> },
        { name: w.nodes.score, number: true, cell: (h) => n(scores.scores[holders.indexOf(h)]?.score ?? '') },
        {
          name: w.nodes.nextBracket,
          cell: (h) => {
            const of = ahead.data?.[holders.indexOf(h)];
            const s = of && standing(of);
            return s?.next ? w.nodes.next(s.next.more, n(s.score), n(s.next.score)) : <span class="muted">–</span>;
          },
        },
      ]}
    />
  );
}
