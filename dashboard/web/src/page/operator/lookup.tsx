// Whether one wallet is on the sanctions list, or held back.
import { useState } from 'preact/hooks';
import { useOperators } from '../../api/operator';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import type { WalletBar } from '../../schema/api.gen';
import { Field } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Notice } from '../../ui/notice';
import { isWallet } from '../../wallet/group';

export function Lookup({ who }: { who: Session }) {
  const { lookup: w, forms, run, steps } = words().operator;
  const [wallet, setWallet] = useState('');
  const may = who.scopes.includes('private');
  const bar = useOperators<WalletBar>(may && isWallet(wallet) ? `/holds/${wallet}` : undefined);
  return (
    <Card title={w.title} hint={may ? w.hint : steps.scope('private')}>
      <Field
        label={run.wallet}
        error={wallet !== '' && !isWallet(wallet) ? forms.wrong.wallet : undefined}
        value={wallet}
        maxLength={42}
        disabled={!may}
        autocomplete="off"
        placeholder="0x…"
        onInput={(e) => setWallet(e.currentTarget.value.trim())}
      />
      {may && isWallet(wallet) && (
        <Show of={bar} lines={1}>
          {(b) => (
            <>
              {b.sanctioned && <Notice tone="bad">{w.sanctioned}</Notice>}
              {b.held && <Notice tone="warn">{w.held(b.reason ?? '')}</Notice>}
              {!b.sanctioned && !b.held && <Notice tone="good">{w.free}</Notice>}
            </>
          )}
        </Show>
      )}
    </Card>
  );
}
