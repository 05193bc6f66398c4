// The tier ladder.

import { locale, words } from '../../i18n';
import { percent } from '../../money';
import type { Sale, Tier } from '../../schema/api.gen';
import { AmountOf, Count } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Empty } from '../../ui/notice';
import { Progress } from '../../ui/progress';
import { Table } from '../../ui/table';

export type TierState = 'open' | 'out' | 'closed' | 'listed' | 'later';

/** What can be done with a tier now. */
export function stateOf(s: Pick<Sale, 'open_tier' | 'terms'>, t: Tier): TierState {
  if (t.left === 0) return 'out';
  if (t.per_wallet === 0) return 'closed';
  if (t.listed) return 'listed';
  if (s.terms.mode === 'sequential' && t.tier !== s.open_tier) return 'later';
  return 'open';
}

const tones = { open: 'tag good', out: 'tag', closed: 'tag', listed: 'tag', later: 'tag' };

export function Ladder({ of: s }: { of: Sale }) {
  const w = words().sale;
  const quotas = s.tiers.some((t) => t.per_wallet !== null);
  return (
    <Card title={w.ladder} hint={s.terms.mode === 'parallel' ? w.parallel : w.sequential}>
      {s.tiers.length === 0 ? (
        <Empty title={w.empty}>{w.emptyText}</Empty>
      ) : (
        <Table
          caption={w.ladder}
          rows={s.tiers}
          keyOf={(t) => t.tier}
          marked={(t) => t.tier === s.open_tier}
          columns={[
            { name: w.columns.tier, cell: (t) => <Count of={t.tier} /> },
            { name: w.columns.price, number: true, cell: (t) => <AmountOf of={t.price} /> },
            {
              name: w.columns.sold,
              cell: (t) => (
                <span class="sold">
                  <Progress done={BigInt(t.sold)} of={BigInt(t.size)} label={w.soldBar(t.tier)} />
                  <span class="nowrap">
                    <Count of={t.sold} />{' '}
                    <span class="muted">{percent(BigInt(t.sold), BigInt(t.size), { locale: locale() })}</span>
                  </span>
                </span>
              ),
            },
            { name: w.columns.left, number: true, cell: (t) => <Count of={t.left} /> },
            ...(quotas
              ? [
                  {
                    name: w.columns.quota,
                    number: true,
                    cell: (t: Tier) => (t.per_wallet === null ? w.noQuota : <Count of={t.per_wallet} />),
                  },
                ]
              : []),
            {
              name: w.columns.state,
              cell: (t) => {
                const state = stateOf(s, t);
                return <span class={tones[state]}>{w.states[state]}</span>;
              },
            },
          ]}
        />
      )}
    </Card>
  );
}
