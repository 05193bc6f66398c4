// Rewards: what the holder's own wallets got, then the closed epochs, one of them with its arithmetic, and the tokens of a quarter.
import { words } from '../../i18n';
import { place } from '../../route';
import { Page } from '../../ui/layout';
import { shown } from '../../wallet/shown';
import { EpochPage } from './epoch';
import { List } from './list';
import { Mine } from './mine';
import { QuarterCard } from './quarter';

/** The epoch that the address names: job/slot. */
export function chosen(query: URLSearchParams): { job: string; slot: string } | undefined {
  const m = /^([a-z-]{1,40})\/([0-9A-Za-z:.-]{1,40})$/.exec(query.get('epoch') ?? '');
  return m ? { job: m[1] as string, slot: m[2] as string } : undefined;
}

export default function Rewards() {
  const w = words().rewards;
  const epoch = chosen(place.value.query);
  if (epoch) return <EpochPage key={`${epoch.job}/${epoch.slot}`} job={epoch.job} slot={epoch.slot} />;
  const wallets = shown();
  return (
    <Page title={w.title} lead={wallets.length === 0 ? w.lead : undefined}>
      {wallets.length > 0 && <Mine wallets={wallets} />}
      <List />
      <QuarterCard />
    </Page>
  );
}
