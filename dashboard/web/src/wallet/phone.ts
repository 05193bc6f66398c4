// Wallets on a phone open a page in a browser of their own. The links lead to the app and to nobody else: a scheme that it is registered
// for on the phone, never an address that a company answers.

export interface App {
  name: string;
  link: (page: URL) => string;
}

export const apps: readonly App[] = [
  // The app takes the page's address without its scheme.
  { name: 'MetaMask', link: (page) => `metamask://dapp/${page.host}${page.pathname}${page.search}` },
  { name: 'Trust Wallet', link: (page) => `trust://open_url?coin_id=60&url=${encodeURIComponent(page.href)}` },
];
