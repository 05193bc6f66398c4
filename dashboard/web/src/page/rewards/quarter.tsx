// A quarter: what came in and was spent on buybacks, and how many tokens came to be and were bought back.
import { useState } from 'preact/hooks';
import { address } from '../../api/http';
import { useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { type Amount, units, whole } from '../../money';
import { periodAt, periodName, periodsOf } from '../../period';
import type { Quarter, Transactions } from '../../schema/api.gen';
import { utc, valid } from '../../time';
import { AmountOf, Decimal } from '../../ui/amount';
import { Choose } from '../../ui/form';
import { Card, Stat, Stats } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { Table } from '../../ui/table';

/** The sum of amounts of tokens. */
function sumOf(...list: [Amount, ...Amount[]]): Amount {
  const value = list.reduce((n, a) => n + units(a.amount), 0n);
  return { ...list[0], amount: value.toString(), display: `${whole(value, list[0].decimals)} ${list[0].asset}` };
}

const minus = (a: Amount): Amount => ({ ...a, amount: (-units(a.amount)).toString(), display: '' });

/** By how much there are more tokens than before: what the days emitted, the airdrop and the converted points, less what was
 * bought back. */
export const growthOf = (q: Quarter): Amount => sumOf(q.net, q.dropped, q.converted);

/** Whether the server's difference is that of its two parts. */
export const netIsRight = (q: Quarter): boolean =>
  units(sumOf(q.emitted, minus(q.bought)).amount) === units(q.net.amount);

export function QuarterCard() {
  const w = words().rewards.quarter;
  const [chosen, choose] = useState('');
  const begun = useResource<Transactions>(address('/ledger/transactions', { limit: 1 }));
  const end = begun.data?.as_of.time;
  const name = chosen || (valid(end) ? periodAt('quarter', end) : '');
  const found = useResource<Quarter>(name ? address(`/quarters/${name}`) : undefined);
  // A program without revenue or without a token has no quarters.
  if (!begun.data || name === '' || found.problem?.code === 'not-found') return null;
  const first = begun.data.transactions[0]?.effective ?? (end as string);
  return (
    <Card
      title={w.title}
      hint={w.hint}
      action={
        <Choose
          label={w.choose}
          value={name}
          options={periodsOf('quarter', first, end as string).map((p) => [p, periodName(p, locale())])}
          onPick={choose}
        />
      }
    >
      <Show of={found} lines={5}>
        {(q) => (
          <>
            {valid(end) && Date.parse(end) < Date.parse(q.end) && <Notice>{w.notOver(utc(end))}</Notice>}
            <Money of={q} />
            <Tokens of={q} />
          </>
        )}
      </Show>
    </Card>
  );
}

function Money({ of: q }: { of: Quarter }) {
  const w = words().rewards.quarter;
  return (
    <Stats>
      <Stat label={w.revenue}>
        <AmountOf of={q.revenue} places={2} />
      </Stat>
      <Stat label={w.costs}>
        <AmountOf of={q.costs} places={2} />
      </Stat>
      <Stat label={w.toBuyback}>
        <AmountOf of={q.to_buyback} places={2} />
      </Stat>
      <Stat label={w.spent}>
        <AmountOf of={q.spent} places={2} />
      </Stat>
      {q.price && (
        <Stat label={w.average(q.bought.asset)}>
          <Decimal of={q.price} places={6} unit={q.spent.asset} />
        </Stat>
      )}
    </Stats>
  );
}

/** The tokens line by line, so that the last one is the sum of those above it. */
function Tokens({ of: q }: { of: Quarter }) {
  const w = words().rewards.quarter;
  const rows: { name: string; of: Amount; sum?: boolean }[] = [
    { name: w.emitted, of: q.emitted },
    { name: w.bought, of: minus(q.bought) },
    { name: w.net, of: q.net, sum: true },
    { name: w.dropped, of: q.dropped },
    { name: w.converted, of: q.converted },
    { name: w.growth, of: growthOf(q), sum: true },
  ];
  return (
    <>
      <Table
        caption={w.tokens}
        rows={rows}
        keyOf={(r) => r.name}
        marked={(r) => r.sum === true}
        columns={[
          { name: w.tokens, cell: (r) => (r.sum ? <strong>{r.name}</strong> : r.name) },
          {
            name: q.emitted.asset,
            number: true,
            cell: (r) => <AmountOf of={r.of} places={6} signed={!r.sum && units(r.of.amount) > 0n} />,
          },
        ]}
      />
      {netIsRight(q) ? (
        <p class="hint">{q.deflationary ? w.deflationary : w.inflationary}</p>
      ) : (
        <Notice tone="bad">{w.wrong}</Notice>
      )}
    </>
  );
}
