// The frame around the pages, and what every page says.
import { count } from '../plural';

export const shell = {
  skip: 'Skip to content',
  menu: 'Menu',
  closeMenu: 'Close menu',
  main: 'Pages',
  language: 'Language',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  zone: 'Times in',
  zones: { local: 'Your time', utc: 'UTC' },
  groups: { sale: 'Sale', mine: 'For holders', books: 'Accounting' },
  pages: {
    sale: 'Overview',
    buy: 'Buy nodes',
    nodes: 'My nodes',
    rewards: 'Rewards',
    referrals: 'Referrals',
    estimator: 'Estimator',
    payouts: 'Payouts',
    verify: 'Verify',
    operator: 'Operators',
    books: 'Books',
    statement: 'Statement',
    reference: 'API reference',
    fairness: 'How the sale went',
  },
  missing: {
    title: 'Page not found',
    lead: 'The address may be mistyped, or the page has moved.',
    home: 'Go to the overview',
  },
  broken: { title: 'This part of the page could not be loaded', reload: 'Load the page again' },
  footer:
    'Every figure here follows from the chain and a program file. Anyone can rebuild the books and get the same hash.',
  api: 'API',
};

export const general = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying',
  copyUnits: (amount: string) => `Copy ${amount} in base units`,
  copyAddress: 'Copy the address',
  copyHash: 'Copy the hash',
  retry: 'Try again',
  loading: 'Loading',
  more: 'Show more',
  none: 'None',
  unknown: 'Not known',
  details: 'Details',
  nodes: (n: number) => count(n, 'node', 'nodes'),
  purchases: (n: number) => count(n, 'purchase', 'purchases'),
  blocks: (n: number) => count(n, 'block', 'blocks'),
  units: (digits: string, asset: string) => `${digits} base units of ${asset}`,
  spans: {
    y: (n: number) => count(n, 'year', 'years'),
    mo: (n: number) => count(n, 'month', 'months'),
    d: (n: number) => count(n, 'day', 'days'),
    h: (n: number) => count(n, 'hour', 'hours'),
    s: (n: number) => count(n, 'second', 'seconds'),
  },
  quarter: (n: number, year: string) => `Q${n} ${year}`,
  rate: (price: string, currency: string, asset: string) =>
    `About, at ${price} ${currency} for 1 ${asset}, from the price list of this server for`,
  currencyRate: (currency: string, price: string, of: string) => `1 ${currency} is ${price} ${of}, for`,
  currency: 'Currency',
  table: 'Figures as a table',
  optional: 'optional',
  localTime: (zone: string) => `Your time (${zone})`,
};

export const fresh = {
  asOf: (when: string) => `Updated ${when}`,
  made: 'This block was made',
  block: (n: string) => `Block ${n}`,
  final: (n: string) => `final to ${n}`,
  notBegun: 'Nothing is booked yet',
  proof: {
    full: 'Every block proven',
    events: 'Events proven',
    none: 'Not proven',
  } as Record<string, string>,
  proofMeans: {
    full: 'The receipts of every block were rebuilt and match the chain: no event was left out.',
    events:
      'Every block that returned events was proven by its receipts; omissions are caught by the contract’s own counter.',
    none: 'The endpoint’s answers were taken as they came. This chain or setting gives no proof.',
  } as Record<string, string>,
  old: (when: string, block: string) =>
    `The books stand at block ${block}, made ${when}. Newer events are not in these figures yet.`,
  failing: (when: string) => `The server does not answer. You see its figures of ${when}.`,
  pending: (blocks: string) => `${blocks} with purchases wait for finality.`,
  frozen:
    'The books are frozen: an operator must look at contradictory answers of the chain. Figures stay as they were.',
};

export const problem = {
  title: 'This could not be shown',
  offline: 'No answer from the server. Check your connection, then try again.',
  broken: 'The server’s answer could not be read. Try again; if it stays, tell whoever runs this site.',
  http: (status: number) => `The server answered with status ${status}. Try again in a moment.`,
  limited: 'Too many requests in a short time. Wait a moment, then try again.',
  missing: 'This server does not offer this yet.',
  /** Sentences by the problem's code. Without an entry the server's own sentence is shown, which is English and more exact. */
  byCode: {} as Record<string, string>,
};
