// Holding a wallet back from the next runs, and letting it in again.
import { useState } from 'preact/hooks';
import { type Holds, record, useOperators } from '../../api/operator';
import type { Session } from '../../api/session';
import { words } from '../../i18n';
import { Address } from '../../ui/address';
import { Count } from '../../ui/amount';
import { Field, Segments } from '../../ui/form';
import { Card } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Table } from '../../ui/table';
import { isWallet } from '../../wallet/group';
import { Action } from './action';
import { isReference } from './entry';
import { ReferenceField } from './recordform';

export function HoldForm({ who }: { who: Session }) {
  const w = words().operator;
  const list = useOperators<Holds>('/holds');
  const [how, setHow] = useState<'hold' | 'release'>('hold');
  const [wallet, setWallet] = useState('');
  const [reason, setReason] = useState('');
  const [reference, setReference] = useState('');
  const good = isWallet(wallet) && isReference(reference) && (how === 'release' || reason.trim() !== '');
  return (
    <>
      <Card title={w.record.hold} hint={w.record.holdHint}>
        <Segments
          label={w.record.hold}
          value={how}
          options={[
            ['hold', w.record.holdBack],
            ['release', w.record.release],
          ]}
          onPick={setHow}
        />
        <div class="fields">
          <Field
            label={w.run.wallet}
            error={wallet !== '' && !isWallet(wallet) ? words().payouts.tree.placeForm : undefined}
            value={wallet}
            maxLength={42}
            autocomplete="off"
            placeholder="0x…"
            onInput={(e) => setWallet(e.currentTarget.value.trim())}
          />
          {how === 'hold' && (
            <Field
              label={w.run.reason}
              hint={w.record.holdReason}
              value={reason}
              maxLength={500}
              autocomplete="off"
              onInput={(e) => setReason(e.currentTarget.value)}
            />
          )}
          <ReferenceField value={reference} onInput={setReference} />
        </div>
        <Action
          name={how === 'hold' ? w.record.holdBack : w.record.release}
          question={how === 'hold' ? w.record.holdQuestion : w.record.releaseQuestion}
          figures={[
            [w.run.wallet, <code>{wallet}</code>],
            ...(how === 'hold' ? ([[w.run.reason, reason]] as [string, preact.ComponentChildren][]) : []),
            [w.record.reference, <code>{reference}</code>],
          ]}
          warning={w.record.holdWarning}
          reason={!who.scopes.includes('admin') ? w.steps.scope('admin') : good ? undefined : w.record.fillIn}
          main
          run={() => record('/holds', { reference, wallet, reason: how === 'hold' ? reason.trim() : '' })}
          onDone={list.reload}
        />
      </Card>
      <Card title={w.record.held}>
        <Show of={list} lines={2}>
          {({ holds, sanctions }) => (
            <>
              <p class="hint">
                {w.record.onList} <Count of={sanctions} />
              </p>
              {holds.length === 0 ? (
                <p>{w.record.noneHeld}</p>
              ) : (
                <Table
                  caption={w.record.held}
                  rows={holds}
                  keyOf={(h) => h.wallet}
                  columns={[
                    { name: w.run.wallet, cell: (h) => <Address of={h.wallet} /> },
                    { name: w.run.reason, cell: (h) => h.reason },
                  ]}
                />
              )}
            </>
          )}
        </Show>
      </Card>
    </>
  );
}
