// What the holder's own wallets were given: over time, and how the newest number came about, in words.
import { address } from '../../api/http';
import { useAll, useResource } from '../../api/resource';
import { locale, words } from '../../i18n';
import { hrefOf } from '../../route';
import type { EpochExplanation, Epochs } from '../../schema/api.gen';
import { day } from '../../time';
import { Address } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { kindName, poolHeading, SentenceOf, textOf } from '../../ui/sentence';
import { Bars, useEarnings } from '../nodes/bars';

export function Mine({ wallets }: { wallets: string[] }) {
  const w = words().rewards;
  const newest = useResource<Epochs>(address('/epochs', { limit: 1 }), 60_000);
  const epoch = newest.data?.epochs[0];
  return (
    <>
      <Bars wallets={wallets} title={w.mine} days={useEarnings(wallets)} />
      {epoch && (
        <Card
          title={w.newest(kindName(epoch.kind), day(epoch.start, locale()))}
          hint={w.newestHint}
          action={
            <a
              class="button quiet"
              href={hrefOf('rewards', { epoch: `${epoch.job}/${epoch.slot}`, wallet: wallets[0] ?? '' })}
            >
              {w.everyLine}
            </a>
          }
        >
          <Newest job={epoch.job} slot={epoch.slot} wallets={wallets} />
        </Card>
      )}
    </>
  );
}

function Newest({ job, slot, wallets }: { job: string; slot: string; wallets: string[] }) {
  const found = useAll<EpochExplanation>(wallets.map((a) => address(`/epochs/${job}/${slot}/holders/${a}`)));
  return (
    <Show of={found} lines={3}>
      {(list) => (
        <ul class="newest">
          {list.map((r) => (
            <li key={r.wallet}>
              <p class="newest-head">
                <Address of={r.wallet} /> <AmountOf of={r.amount} />
              </p>
              {r.pools.map((p) => (
                <p key={p.pool} class="hint">
                  {p.zero_reason
                    ? `${poolHeading(p.pool)}: ${textOf(p.zero_reason)}`
                    : p.in_words && <SentenceOf of={p.in_words} />}
                </p>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Show>
  );
}
