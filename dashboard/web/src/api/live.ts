// What is booked, as it is booked: one stream of events for the whole page. It carries no figures to show; it says which
// answers have to be asked for again.
import { effect, signal } from '@preact/signals';

export const kinds = ['purchase', 'final', 'epoch', 'payout'] as const;
export type Kind = (typeof kinds)[number];

/** Whether the stream is open. */
export const up = signal(false);

/** What each kind of answer depends on. Answers that are not here, such as a closed epoch, do not change or are not told of. */
const about: [RegExp, readonly Kind[]][] = [
  [/^\/(sale(\/fairness)?|quote|leaderboard)$/, ['purchase']],
  [/^\/readiness$/, ['purchase', 'epoch']],
  [/^\/holders\/[^/]+$/, kinds],
  [/^\/holders\/[^/]+\/tokens$/, ['epoch']],
  [/^\/holders\/[^/]+\/earnings$/, ['purchase', 'final', 'epoch']],
  [/^\/holders\/[^/]+\/referrals$/, ['purchase', 'final', 'payout']],
  [/^\/holders\/[^/]+\/payouts$/, ['payout']],
  [/^\/(epochs|months)$/, ['epoch']],
  [/^\/payouts(\/[^/]+(\/lines)?)?$/, ['payout']],
  [/^\/operator\/inbox$/, ['epoch', 'payout']],
  [/^\/ledger\/accounts\/(holders|referrers):/, ['final', 'epoch', 'payout']],
];

/** The events after which an address answers something else. */
export function concerns(path: string): readonly Kind[] {
  const plain = path.split('?')[0]?.replace(/^\/api\/v1/, '') ?? '';
  return about.find(([form]) => form.test(plain))?.[1] ?? [];
}

/** How long events are gathered before anything is asked for, and then again between two askings, in milliseconds: closing a
 * period books hundreds of transactions at once. */
export const gather = 1000;

/** How long after a refusal the stream is tried again; a browser tries again by itself after a broken connection. */
const pause = 30_000;

/** Polling while the stream is open: only in case an event was lost. */
const slow = 60_000;

/** What is polled more often than this is waited for by somebody, finality for instance, which is no event. */
const waited = 10_000;

/** How long until addresses are read again without an event: `poll` while the stream is not open. */
export function pace(paths: readonly string[], poll: number): number {
  return up.peek() && poll >= waited && paths.every((p) => concerns(p).length > 0) ? Math.max(poll, slow) : poll;
}

const listeners = new Set<(news: ReadonlySet<Kind>) => void>();

/** Calls back when something was booked that concerns one of the addresses. Returns how to stop. */
export function onNews(paths: readonly string[], call: () => void): () => void {
  const kinds = new Set(paths.flatMap(concerns));
  if (kinds.size === 0) return () => {};
  const hear = (news: ReadonlySet<Kind>) => {
    if ([...news].some((k) => kinds.has(k))) call();
  };
  listeners.add(hear);
  return () => void listeners.delete(hear);
}

/** Opens the stream for as long as somebody looks at the page, since a browser has few connections for a site and all its
 * tabs. Returns how to close it. */
export function followEvents(
  path = '/api/v1/events',
  Source: typeof EventSource | undefined = globalThis.EventSource,
): () => void {
  if (!Source) return () => {};
  let source: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let telling: ReturnType<typeof setTimeout> | undefined;
  let missed = false; // the stream was away, and what it would have said is not known
  const news = new Set<Kind>();
  const tell = (of: readonly Kind[]) => {
    for (const k of of) news.add(k);
    telling ??= setTimeout(() => {
      telling = undefined;
      const now = new Set(news);
      news.clear();
      for (const hear of [...listeners]) hear(now);
    }, gather);
  };
  const open = () => {
    clearTimeout(again);
    const s = new Source(path);
    source = s;
    s.onopen = () => {
      up.value = true;
      if (missed) tell(kinds);
      missed = false;
    };
    s.onerror = () => {
      up.value = false;
      missed = true;
      if (s.readyState === Source.CLOSED) again = setTimeout(open, pause);
    };
    for (const k of kinds) s.addEventListener(k, () => tell([k]));
  };
  const close = () => {
    clearTimeout(again);
    source?.close();
    source = undefined;
    up.value = false;
  };
  const look = () => {
    if (document.visibilityState === 'hidden') {
      close();
      missed = true;
    } else if (!source) open();
  };
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    clearTimeout(telling);
    close();
  };
}

/** Calls back when the stream opens or breaks off. Returns how to stop. */
export function onPace(call: () => void): () => void {
  let begun = false;
  return effect(() => {
    void up.value;
    if (begun) call();
    begun = true;
  });
}
