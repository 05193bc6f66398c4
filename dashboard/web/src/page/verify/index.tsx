// Verifying: a line of the ledger, or a payout.
import { useState } from 'preact/hooks';
import { words } from '../../i18n';
import { place, setQuery } from '../../route';
import { Page } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Tabs } from '../../ui/tabs';
import { LineCheck } from './line';
import { PayoutCheck } from './payout';

type Tab = 'line' | 'payout';

export default function Verify() {
  const w = words().verify;
  const [tab, setTab] = useState<Tab>(place.value.query.get('what') === 'payout' ? 'payout' : 'line');
  const pick = (to: Tab) => {
    setTab(to);
    setQuery({ what: to === 'payout' ? to : '' });
  };
  return (
    <Page title={w.title} lead={w.lead}>
      {!globalThis.crypto?.subtle && <Notice tone="warn">{w.insecure}</Notice>}
      <Tabs
        label={w.what}
        value={tab}
        tabs={[
          ['line', w.tabs.line],
          ['payout', w.tabs.payout],
        ]}
        onPick={pick}
      >
        {tab === 'line' ? <LineCheck /> : <PayoutCheck />}
      </Tabs>
    </Page>
  );
}
