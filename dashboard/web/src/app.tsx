// The frame around the pages: navigation, language, theme.
import { useEffect, useState } from 'preact/hooks';
import { address, readAhead } from './api/http';
import { type Language, language, languages, setLanguage, words } from './i18n';
import { lazy } from './lazy';
import { hrefOf, type PageName, pageOf, paths, place } from './route';
import { theme, themes, zone, zones } from './setting';
import { Announcer } from './ui/announce';
import { Segments } from './ui/form';
import { Icon } from './ui/icon';
import { Page } from './ui/layout';

const pages = {
  sale: lazy(() => import('./page/sale')),
  buy: lazy(() => import('./page/buy')),
  nodes: lazy(() => import('./page/nodes')),
  rewards: lazy(() => import('./page/rewards')),
  referrals: lazy(() => import('./page/referrals')),
  estimator: lazy(() => import('./page/estimator')),
  payouts: lazy(() => import('./page/payouts')),
  verify: lazy(() => import('./page/verify')),
  operator: lazy(() => import('./page/operator')),
  books: lazy(() => import('./page/books')),
  statement: lazy(() => import('./page/statement')),
  reference: lazy(() => import('./page/reference')),
  fairness: lazy(() => import('./page/fairness')),
} satisfies Record<PageName, unknown>;

/** Begins to load what the page of an address needs first: its code and, of the sale's, what the server says of it. */
export function loadPage(path: string): void {
  const name = pageOf(path);
  if (!name) return;
  pages[name].load();
  if (name === 'sale') readAhead(address('/sale'));
}

/** Pages that other pages lead to are not in the menu. */
type InMenu = Exclude<PageName, 'statement' | 'reference' | 'fairness'>;

const groups: ['sale' | 'mine' | 'books', InMenu[]][] = [
  ['sale', ['sale', 'buy', 'estimator']],
  ['mine', ['nodes', 'rewards', 'referrals', 'payouts']],
  ['books', ['books', 'verify', 'operator']],
];

export function App() {
  const w = words().shell;
  const name = pageOf(place.value.path);
  const title = name ? w.pages[name] : w.missing.title;
  useEffect(() => {
    document.title = `${title} · nodeledger`;
  }, [title]);
  const Shown = name && pages[name];
  return (
    <>
      <a class="skip" href="#content">
        {w.skip}
      </a>
      <div class="frame">
        <Bar at={name} />
        <div>
          <main id="content" tabIndex={-1}>
            {Shown ? <Shown key={name} /> : <Missing />}
          </main>
          <footer class="foot">
            {w.footer} <a href={hrefOf('reference')}>{w.api}</a>
          </footer>
        </div>
      </div>
      <Announcer />
    </>
  );
}

function Bar({ at }: { at: PageName | undefined }) {
  const w = words().shell;
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [place.value.path]);
  return (
    <header class="bar-top" data-open={open} onKeyDown={(e) => e.key === 'Escape' && setOpen(false)}>
      <div class="bar-head">
        <a class="brand" href={paths.sale}>
          <img src="/favicon.svg" alt="" width={26} height={26} />
          nodeledger
        </a>
        <button
          type="button"
          class="button square menu-button"
          aria-expanded={open}
          aria-controls="menu"
          aria-label={open ? w.closeMenu : w.menu}
          onClick={() => setOpen(!open)}
        >
          <Icon of={open ? 'close' : 'menu'} />
        </button>
      </div>
      <div class="menu" id="menu">
        <nav aria-label={w.main}>
          {groups.map(([group, list]) => (
            <div key={group}>
              <p class="menu-group" id={`group-${group}`}>
                {w.groups[group]}
              </p>
              <ul aria-labelledby={`group-${group}`}>
                {list.map((page) => (
                  <li key={page}>
                    <a href={hrefOf(page)} aria-current={page === at ? 'page' : undefined}>
                      <Icon of={page} />
                      {w.pages[page]}
                    </a>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <div class="menu-foot">
          <Segments
            label={w.language}
            value={language.value}
            options={Object.entries(languages) as [Language, string][]}
            onPick={(to) => void setLanguage(to)}
          />
          <Segments
            label={w.zone}
            value={zone.value}
            options={zones.map((z) => [z, w.zones[z]])}
            onPick={(to) => (zone.value = to)}
          />
          <Segments
            label={w.theme}
            value={theme.value}
            options={themes.map((t) => [t, w.themes[t]])}
            onPick={(to) => (theme.value = to)}
          />
        </div>
      </div>
    </header>
  );
}

function Missing() {
  const w = words().shell.missing;
  return (
    <Page title={w.title} lead={w.lead}>
      <a class="button" href={paths.sale}>
        {w.home}
      </a>
    </Page>
  );
}
