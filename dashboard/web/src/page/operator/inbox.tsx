// What waits, on every tab: first what whoever is signed in can do, then what others must.
import { useEffect, useRef } from 'preact/hooks';
import { type Inbox as Answer, type InboxItem, useOperators } from '../../api/operator';
import { changes } from '../../api/session';
import { words } from '../../i18n';
import { hrefOf, setQuery } from '../../route';
import { Show } from '../../ui/loading';
import { SentenceOf } from '../../ui/sentence';
import { Time } from '../../ui/time';

/** Where an item is dealt with, as the page's address has it. */
const query = (i: InboxItem) => ({
  tab: i.place,
  run: i.place === 'payouts' ? (i.name ?? '') : '',
  fact: i.place === 'record' ? (i.name ?? '') : '',
});

export function Inbox() {
  const w = words().operator.inbox;
  const list = useOperators<Answer>('/inbox', 30_000);
  const seen = useRef(changes.value);
  const now = changes.value;
  useEffect(() => {
    if (seen.current === now) return;
    seen.current = now;
    list.reload();
  }, [now]);
  return (
    <section class="card inbox" aria-label={w.title}>
      <Show of={list} lines={1}>
        {({ items, yours }) => {
          const others = items.filter((i) => !i.yours);
          return (
            <>
              <h2>{yours > 0 ? w.yours(yours) : w.nothing}</h2>
              {yours > 0 && <List of={items.filter((i) => i.yours)} />}
              {others.length > 0 && (
                <details>
                  <summary>{w.others(others.length)}</summary>
                  <List of={others} />
                </details>
              )}
            </>
          );
        }}
      </Show>
    </section>
  );
}

function List({ of }: { of: InboxItem[] }) {
  const w = words().operator;
  // The tab is shown without the page's heading taking the focus: what it is about does.
  const open = (e: MouseEvent, i: InboxItem) => {
    if (e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
    e.preventDefault();
    setQuery(query(i), 'push');
    setTimeout(() => {
      const panel = document.querySelector<HTMLElement>('[role=tabpanel]');
      panel?.focus({ preventScroll: true });
      panel?.scrollIntoView?.({ block: 'start' });
    }, 0);
  };
  return (
    <ul class="waiting">
      {of.map((i) => (
        <li key={`${i.text.code}.${i.name}.${i.since}`}>
          <a href={hrefOf('operator', query(i))} onClick={(e) => open(e, i)}>
            <SentenceOf of={i.text} />
          </a>
          <span class="hint">
            {w.tabs[i.place as keyof typeof w.tabs]}
            {i.since && (
              <>
                {' · '}
                <Time at={i.since} how="day" />
              </>
            )}
            {!i.yours && <> · {w.inbox.takes(w.who.scopes[i.scope as keyof typeof w.who.scopes])}</>}
          </span>
        </li>
      ))}
    </ul>
  );
}
