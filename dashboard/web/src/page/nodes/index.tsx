// What wallets hold and earned: the answers first, then how they came about. Several wallets are looked at as one holder.
import { address } from '../../api/http';
import { useAll } from '../../api/resource';
import { words } from '../../i18n';
import type { Holder, Tokens } from '../../schema/api.gen';
import { Page } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { linked, shown } from '../../wallet/shown';
import { Unfinished } from '../buy/unfinished';
import { Bars, useEarnings } from './bars';
import { Entries } from './entries';
import { Glance } from './glance';
import { Held } from './held';
import { Lots } from './lots';
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
  const tokens = useAll<Tokens>(
    wallets.map((a) => address(`/holders/${a}/tokens`)),
    30_000,
  );
  const earned = useEarnings(wallets);
  if (wallets.length === 0)
    return (
      <Page title={w.title} lead={w.lead}>
        <Unfinished />
        <Wallets shown={wallets} />
        <Empty title={w.emptyTitle}>{w.empty}</Empty>
      </Page>
    );
  return (
    <Page title={w.title} fresh={holders.data?.[0]}>
      <Unfinished />
      {linked().length > 0 && <Wallets shown={wallets} />}
      <Show of={holders} lines={5} tall>
        {(list) => (
          <>
            <Glance wallets={wallets} holders={list} tokens={tokens} earned={earned} />
            <Bars wallets={wallets} title={w.bars.title} days={earned} />
            <Held holders={list} />
            <Lots found={earned} />
          </>
        )}
      </Show>
      <TokensOf found={tokens} />
      <div class="grid">
        <div class="two-thirds stack">{holders.data && <Share holders={holders.data} />}</div>
        <div class="third stack">{holders.data && <ReferralEarnings holders={holders.data} />}</div>
      </div>
      {holders.data && <Why holders={holders.data} />}
      {holders.data && <Entries holders={holders.data} />}
      <Statement wallets={wallets} />
      {linked().length === 0 && <Wallets shown={wallets} />}
    </Page>
  );
}
