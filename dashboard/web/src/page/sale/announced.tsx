// Changes of the sale that were announced on the chain: a buyer sees a price before it is charged.

import { locale, words } from '../../i18n';
import { percentOf } from '../../money';
import type { Announcement } from '../../schema/api.gen';
import { Address } from '../../ui/address';
import { AmountOf } from '../../ui/amount';
import { Card } from '../../ui/layout';
import { Table } from '../../ui/table';
import { Time } from '../../ui/time';

export function Announced({ of: list }: { of: Announcement[] }) {
  const w = words().sale;
  return (
    <Card title={w.announced} hint={w.announcedHint}>
      <Table
        caption={w.announced}
        rows={list}
        keyOf={(a) => a.id}
        columns={[
          { name: w.announcedColumns.what, cell: (a) => what(a) },
          { name: w.announcedColumns.to, cell: (a) => <To of={a} /> },
          { name: w.announcedColumns.from, cell: (a) => <Time at={a.from} /> },
          { name: w.announcedColumns.until, cell: (a) => <Time at={a.until} /> },
        ]}
      />
    </Card>
  );
}

function what(a: Announcement): string {
  const w = words().sale;
  const name = w.settings[a.setting] ?? a.setting;
  return a.tier ? w.settingOfTier(name, a.tier) : name;
}

/** The new value. */
function To({ of: a }: { of: Announcement }) {
  const w = words().sale;
  switch (a.setting) {
    case 'tier':
      return (
        <>
          {a.price && <AmountOf of={a.price} />}{' '}
          <span class="muted">
            {w.announcedTier(
              (a.size ?? 0).toLocaleString(locale()),
              a.per_wallet?.toLocaleString(locale()) ?? w.noQuota,
            )}
          </span>
        </>
      );
    case 'treasury':
      return <Address of={a.value ?? ''} />;
    case 'discount':
    case 'reward':
      return <>{percentOf(a.value ?? '0', { locale: locale() })}</>;
    case 'mode':
      return <>{w.modes[a.value ?? ''] ?? a.value}</>;
    case 'list':
      return <>{a.value === 'everybody' ? w.everybody : w.states.listed}</>;
    default:
      return <bdi class="mono">{a.value ?? (a.call || a.id)}</bdi>;
  }
}
