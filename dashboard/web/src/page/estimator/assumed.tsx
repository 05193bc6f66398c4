// Everything that the estimate takes for granted, with who says so.
import type { Estimate } from '../../api/schema';
import { words } from '../../i18n';
import { Card } from '../../ui/layout';
import { Table } from '../../ui/table';

/** The name of an assumption; that of a bracket carries its number of nodes. */
export function nameOf(name: string): string {
  const w = words().estimator;
  const bracket = /^factor_from_([0-9]+)$/.exec(name)?.[1];
  if (bracket) return w.factor(bracket);
  return w.names[name] ?? name.replace(/_/g, ' ');
}

export function Assumed({ of: e }: { of: Estimate }) {
  const w = words().estimator;
  return (
    <Card title={w.assumed}>
      <Table
        caption={w.assumed}
        rows={e.assumptions}
        keyOf={(a) => a.name}
        columns={[
          { name: w.assumedColumns.name, cell: (a) => nameOf(a.name) },
          { name: w.assumedColumns.value, number: true, cell: (a) => a.value || '–' },
          { name: w.assumedColumns.source, cell: (a) => <span class={a.source === 'user' ? 'tag good' : 'tag'}>{w.sources[a.source] ?? a.source}</span> },
        ]}
      />
    </Card>
  );
}
