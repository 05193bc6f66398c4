// The page's addresses: plain paths, each of them answered by the server with the same document.
import { signal } from '@preact/signals';

export const paths = {
  sale: '/',
  buy: '/buy',
  nodes: '/nodes',
  rewards: '/rewards',
  referrals: '/referrals',
  estimator: '/estimator',
  payouts: '/payouts',
  verify: '/verify',
  operator: '/operator',
  books: '/books',
  statement: '/statement',
  reference: '/reference',
  fairness: '/fairness',
} as const;

export type PageName = keyof typeof paths;

export interface Place {
  path: string;
  query: URLSearchParams;
}

const here = (): Place => ({ path: window.location.pathname, query: new URLSearchParams(window.location.search) });

export const place = signal<Place>(here());

/** Whether another page was opened since the document was loaded: then the focus goes to the new page's heading. */
export const moved = signal(false);

/** The page of a path; a slash at the end makes no difference. undefined: there is none. */
export function pageOf(path: string): PageName | undefined {
  const plain = path.length > 1 ? path.replace(/\/+$/, '') || '/' : path;
  return (Object.keys(paths) as PageName[]).find((name) => paths[name] === plain);
}

/** The address of a page with a query; empty values are left out. */
export function hrefOf(name: PageName, query: Record<string, string> = {}): string {
  const q = new URLSearchParams(Object.entries(query).filter(([, v]) => v !== ''));
  return paths[name] + (q.size > 0 ? `?${q}` : '');
}

export function go(href: string): void {
  window.history.pushState(null, '', href);
  moved.value = true;
  place.value = here();
  window.scrollTo(0, 0);
}

/** Changes values of the query; empty values are taken out. history: whether Back returns to the query as it was. */
export function setQuery(values: Record<string, string>, history: 'replace' | 'push' = 'replace'): void {
  const query = new URLSearchParams(place.value.query);
  for (const [name, v] of Object.entries(values)) {
    if (v === '') query.delete(name);
    else query.set(name, v);
  }
  const href = place.value.path + (query.size > 0 ? `?${query}` : '');
  if (history === 'push') window.history.pushState(null, '', href);
  else window.history.replaceState(null, '', href);
  place.value = { path: place.value.path, query };
}

/** Follows clicks on links to pages without loading the document again. Returns how to stop. */
export function followLinks(root: Document = document): () => void {
  const click = (e: MouseEvent) => {
    if (e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
    const link = (e.target as Element | null)?.closest?.('a');
    if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return;
    if (!pageOf(link.pathname) || (link.hash && link.pathname === window.location.pathname)) return;
    e.preventDefault();
    go(link.pathname + link.search);
  };
  const back = () => {
    moved.value = true;
    place.value = here();
  };
  root.addEventListener('click', click);
  window.addEventListener('popstate', back);
  return () => {
    root.removeEventListener('click', click);
    window.removeEventListener('popstate', back);
  };
}
