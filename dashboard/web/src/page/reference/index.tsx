// The API, from the description that the server gives of it.
import './reference.css';
import { useEffect, useState } from 'preact/hooks';
import { useResource } from '../../api/resource';
import { words } from '../../i18n';
import { place, setQuery } from '../../route';
import { Copy } from '../../ui/copy';
import { Field } from '../../ui/form';
import { Icon } from '../../ui/icon';
import { Card, Facts, Page } from '../../ui/layout';
import { Show } from '../../ui/loading';
import { Empty } from '../../ui/notice';
import { Table } from '../../ui/table';
import { allCodes } from './code';
import { groups, type Operation, operationsOf, search } from './group';
import type { Description } from './openapi';
import { OperationOf } from './operation';

export const describedAt = '/openapi.json';

export default function Reference() {
  const w = words().reference;
  const doc = useResource<Description>(describedAt);
  return (
    <Page
      title={w.title}
      lead={w.lead}
      action={
        <a class="button" href={describedAt}>
          <Icon of="file" />
          {w.description}
        </a>
      }
    >
      <Show of={doc} lines={8} tall>
        {(d) => <Browse doc={d} />}
      </Show>
    </Page>
  );
}

function Browse({ doc }: { doc: Description }) {
  const w = words().reference;
  const q = place.value.query;
  const text = q.get('q') ?? '';
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set([q.get('operation') ?? '']));
  const all = operationsOf(doc);
  const found = search(all, text);
  useEffect(() => {
    const id = q.get('operation');
    if (id) document.getElementById(`operation-${id}`)?.scrollIntoView();
  }, []);
  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
    setQuery({ operation: next.has(id) ? id : '' });
  };
  const shown = groups
    .map((g) => [g, found.filter((o) => o.group === g)] as const)
    .filter(([, list]) => list.length > 0);
  return (
    <>
      <Start doc={doc} />
      <Card>
        <Field
          label={w.search}
          hint={w.searchHint}
          type="search"
          value={text}
          autocomplete="off"
          maxLength={100}
          onInput={(e) => setQuery({ q: e.currentTarget.value })}
        />
        <p role="status" class="muted">
          {w.found(found.length)}
        </p>
        {shown.length > 1 && (
          <nav aria-label={w.jump}>
            <ul class="chips">
              {shown.map(([g, list]) => (
                <li key={g}>
                  <a href={`#group-of-${g}`}>{w.groups[g]}</a> <span class="muted">{list.length}</span>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </Card>
      {found.length === 0 && (
        <>
          <Empty title={w.noneTitle}>{w.none}</Empty>
          <button type="button" class="button" onClick={() => setQuery({ q: '' })}>
            {w.clear}
          </button>
        </>
      )}
      {shown.map(([g, list]) => (
        <div key={g} id={`group-of-${g}`} class="ref-group" tabIndex={-1}>
          <Card title={w.groups[g]} hint={w.groupHints[g]}>
            <ul class="ref-list">
              {list.map((o) => (
                <OperationOf key={o.id} doc={doc} of={o} open={open.has(o.id)} onToggle={() => toggle(o.id)} />
              ))}
            </ul>
          </Card>
        </div>
      ))}
      {text === '' && <Codes of={all} />}
    </>
  );
}

function Start({ doc }: { doc: Description }) {
  const w = words().reference;
  const base = window.location.origin;
  return (
    <div class="ref-start">
      <Card title={w.start}>
        <Facts
          rows={[
            [
              w.base,
              <span class="address">
                <code>{base}</code>
                <Copy text={base} name={w.base} />
              </span>,
            ],
            [w.version, <code>{doc.info.version}</code>],
            [w.amounts, w.amountsText],
            [w.freshness, w.freshnessText],
            [w.paging, w.pagingText],
            [w.caching, w.cachingText],
          ]}
        />
      </Card>
    </div>
  );
}

function Codes({ of }: { of: readonly Operation[] }) {
  const w = words().reference;
  return (
    <Card title={w.codesTitle} hint={w.codesHint}>
      <Table
        caption={w.codesTitle}
        rows={allCodes(of)}
        keyOf={([code]) => code}
        columns={[
          { name: w.codeColumns.code, cell: ([code]) => <code>{code}</code> },
          { name: w.codeColumns.status, cell: ([, statuses]) => statuses.join(', ') },
          { name: w.codeColumns.means, cell: ([code]) => w.codes[code] ?? '–' },
        ]}
      />
    </Card>
  );
}
