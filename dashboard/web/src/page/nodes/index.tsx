// What wallets hold and earned. Several of them are looked at as one holder.
import { address } from '../../api/http';
import { useAll } from '../../api/resource';
import { words } from '../../i18n';
import type { Holder } from '../../schema/api.gen';
import { Page } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { shown } from '../../wallet/shown';
import { Unfinished } from '../buy/unfinished';
import { Entries } from './entries';
import { Held } from './held';
import { ReferralEarnings } from './referral';
import { Share } from './share';
import { Statement } from './statement';
import { TokensOf } from './tokens';
import { Wallets } from './wallets';
import { Why } from './why';

export default function Nodes() {
  const w = words().nodes;
  const wallets = shown();
  const holders = useAll<Holder>(
    wallets.map((a) => address(`/holders/${a}`)),
    15_000,
  );
  return (
    <Page title={w.title} lead={w.lead} fresh={holders.data?.[0]}>
      <Unfinished />
      <Wallets shown={wallets} />
      {wallets.length === 0 ? (
        <Empty title={w.emptyTitle}>{w.empty}</Empty>
      ) : (
        <>
          <Show of={holders} lines={5} tall>
            {(list) => <Held holders={list} />}
          </Show>
          <TokensOf wallets={wallets} />
          <div class="grid">
            <div class="two-thirds stack">{holders.data && <Share holders={holders.data} />}</div>
            <div class="third stack">{holders.data && <ReferralEarnings holders={holders.data} />}</div>
          </div>
          {holders.data && <Why holders={holders.data} />}
          {holders.data && <Entries holders={holders.data} />}
          <Statement wallets={wallets} />
        </>
      )}
    </Page>
  );
}
