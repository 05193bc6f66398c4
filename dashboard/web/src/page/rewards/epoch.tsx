// One epoch: its pools, with their conservation checked here, one wallet's share, and its file.
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { units } from '../../money';
import { hrefOf } from '../../route';
import type { EpochDetail, EpochPool } from '../../schema/api.gen';
import { day, valid } from '../../time';
import { AmountOf, Count, Decimal } from '../../ui/amount';
import { Card, Page, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { kindName, poolHeading, SentenceOf } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';
import { File } from './file';
import { Share } from './share';

/** Whether nothing appeared and nothing disappeared in a pool. */
export function conserved(p: Pick<EpochPool, 'amount' | 'carried_in' | 'paid' | 'carried_out'>): boolean {
  return units(p.carried_in.amount) + units(p.amount.amount) === units(p.paid.amount) + units(p.carried_out.amount);
}

export function EpochPage({ job, slot }: { job: string; slot: string }) {
  const w = words().rewards;
  const found = useResource<EpochDetail>(address(`/epochs/${encodeURIComponent(job)}/${encodeURIComponent(slot)}`));
  const e = found.data;
  const title = e ? w.epoch(kindName(e.kind), day(e.start, locale())) : w.title;
  return (
    <Page title={title} lead={<a href={hrefOf('rewards')}>← {w.back}</a>} fresh={e}>
      <Show of={found} lines={6} tall>
        {(e) => (
          <>
            <Card>
              <Stats>
                <Stat label={w.issued}>
                  <AmountOf of={e.issued} places={4} />
                </Stat>
                <Stat label={w.holders}>
                  <Count of={e.holders} />
                </Stat>
                <Stat label={w.block}>
                  <Count of={e.block} />
                </Stat>
                <Stat label={w.unlocks}>{valid(e.unlocks_at) ? <Time at={e.unlocks_at} how="day" /> : w.atOnce}</Stat>
              </Stats>
              {e.zero_reason && (
                <Notice title={w.nothing}>
                  <SentenceOf of={e.zero_reason} />
                </Notice>
              )}
            </Card>
            <Pools of={e} />
            <Share job={job} slot={slot} />
            <File of={e} />
          </>
        )}
      </Show>
    </Page>
  );
}

function Pools({ of: e }: { of: EpochDetail }) {
  const w = words().rewards;
  const good = e.pools.every(conserved);
  return (
    <Card title={w.pools}>
      <Table
        caption={w.pools}
        rows={e.pools}
        keyOf={(p) => p.pool}
        columns={[
          { name: w.poolColumns.pool, cell: (p) => poolHeading(p.pool) },
          { name: w.poolColumns.in, number: true, cell: (p) => <AmountOf of={p.carried_in} places={4} /> },
          { name: w.poolColumns.amount, number: true, cell: (p) => <AmountOf of={p.amount} places={4} /> },
          { name: w.poolColumns.idle, number: true, cell: (p) => <AmountOf of={p.idle} places={4} /> },
          { name: w.poolColumns.paid, number: true, cell: (p) => <AmountOf of={p.paid} places={4} /> },
          { name: w.poolColumns.out, number: true, cell: (p) => <AmountOf of={p.carried_out} places={4} /> },
          { name: w.poolColumns.score, number: true, cell: (p) => <Decimal of={p.total_score} /> },
          { name: w.poolColumns.holders, number: true, cell: (p) => <Count of={p.holders_paid} /> },
        ]}
      />
      <Notice tone={good ? 'good' : 'bad'}>{good ? w.conserved : w.notConserved}</Notice>
    </Card>
  );
}
