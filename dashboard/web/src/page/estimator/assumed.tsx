// Everything that the estimate takes for granted, with who says so, and a way to change what can be changed here.

import { language, words } from '../../i18n';
import type { Estimate } from '../../schema/api.gen';
import { Card } from '../../ui/layout';
import { SentenceOf } from '../../ui/sentence';
import { Table } from '../../ui/table';
import { type Name, names } from './assumption';

/** The name of an assumption. */
export function nameOf(name: string): string {
  return words().estimator.names[name] ?? name.replaceAll('_', ' ');
}

const fields: Record<string, Name> = { wallets: 'nodes', paid: 'node-price', asset_price: 'eth-price' };

/** The field that an assumption is changed in; undefined: the program file or the books fix it. */
export function fieldOf(name: string): Name | undefined {
  return fields[name] ?? names.find((n) => n === name.replaceAll('_', '-'));
}

/** Brings the reader to an assumption's field. */
function goTo(field: Name): void {
  const at = document.querySelector<HTMLElement>(`[data-assumption="${field}"]`);
  at?.closest('details')?.setAttribute('open', '');
  const input = at?.querySelector<HTMLElement>('input:not([type=range]), select');
  input?.scrollIntoView({ block: 'center' });
  input?.focus();
}

export function Assumed({ of: e }: { of: Estimate }) {
  const w = words().estimator;
  return (
    <Card title={w.assumed} hint={w.assumedHint}>
      <Table
        caption={w.assumed}
        rows={e.assumptions}
        keyOf={(_, i) => i}
        columns={[
          { name: w.assumedColumns.name, cell: (a) => nameOf(a.name) },
          { name: w.assumedColumns.value, number: true, cell: (a) => <SentenceOf of={a.value} /> },
          {
            name: w.assumedColumns.source,
            cell: (a) => (
              <span class={a.source === 'user' ? 'tag good' : 'tag'}>{w.sources[a.source] ?? a.source}</span>
            ),
          },
          {
            name: w.assumedColumns.change,
            cell: (a) => {
              const field = fieldOf(a.name);
              if (!field) return <span class="muted">{w.fixed}</span>;
              return (
                <button
                  type="button"
                  class="button quiet"
                  aria-label={w.changeOf(nameOf(a.name))}
                  onClick={() => goTo(field)}
                >
                  {w.change}
                </button>
              );
            },
          },
        ]}
      />
      {e.sources.length > 0 && (
        <details>
          <summary>{w.origins}</summary>
          <Table
            caption={w.origins}
            rows={e.sources}
            keyOf={(s) => s.setting}
            columns={[
              { name: w.originColumns.setting, cell: (s) => <code>{s.setting}</code> },
              {
                name: w.originColumns.origin,
                cell: (s) => [w.originNames[s.origin] ?? s.origin, s.items.join(', ')].filter(Boolean).join(' '),
              },
              { name: w.originColumns.text, cell: (s) => (language.value === 'zh' ? s.zh : s.en) },
            ]}
          />
        </details>
      )}
    </Card>
  );
}
