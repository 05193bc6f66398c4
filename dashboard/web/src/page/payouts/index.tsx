// What was paid, what is on its way, what waits, and what can be claimed now.
import './payouts.css';
import { address } from '../../api/http';
import type { HolderPayouts } from '../../api/payout';
import { useAll } from '../../api/resource';
import { words } from '../../i18n';
import { Page } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { shown } from '../../wallet/shown';
import { Wallets } from '../nodes/wallets';
import { Claims } from './claims';
import { Dropped } from './dropped';
import { RunsOf } from './runs';

export default function Payouts() {
  const w = words().payouts;
  const wallets = shown();
  const holders = useAll<HolderPayouts>(
    wallets.map((a) => address(`/holders/${a}/payouts`)),
    30_000,
  );
  return (
    <Page title={w.title} lead={w.lead} fresh={holders.data?.[0]}>
      <Wallets shown={wallets} />
      {wallets.length === 0 ? (
        <Empty title={w.emptyTitle}>{w.empty}</Empty>
      ) : (
        <Show of={holders} lines={5} tall>
          {(list) => (
            <>
              <Claims holders={list} reload={holders.reload} />
              <RunsOf holders={list} />
            </>
          )}
        </Show>
      )}
      <Dropped wallets={wallets} holders={holders.data ?? []} />
    </Page>
  );
}
