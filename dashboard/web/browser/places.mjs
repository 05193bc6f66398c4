// Every page, and the states of it that are worth looking at.
import { devnetAccount, devnetWallet } from './chain.mjs';
import { until } from './stage.mjs';
import { world } from './world.mjs';

/** Two holders of the chain's crowd, looked at as one: the first refers many and provides a computer. */
export const group = [0, 3].map((i) => devnetWallet(i).address.toLowerCase());

const subjects = ['month', 'payouts', 'record', 'health', 'audit'];

/** The last day that points were given out for. */
async function epoch() {
  const { epochs } = await world.stage.api('/epochs?limit=1');
  return `/rewards?epoch=${encodeURIComponent(`${epochs[0].job}/${epochs[0].slot}`)}&wallet=${group[0]}`;
}

/** The comparison of the wallets with the chain, which the server makes when the year is over. */
async function compared() {
  await until('the wallets to be compared with the chain', async () => {
    const answer = await fetch(`${world.stage.url}/api/v1/ledger/reconciliation`);
    return answer.ok;
  });
  return '/books?show=chain';
}

/** name: of pictures and tests. path: in the page. kept: what the browser remembers. operator: with ann signed in. */
export const places = [
  { name: 'sale', path: '/' },
  { name: 'fairness', path: '/fairness' },
  { name: 'buy', path: '/buy', kept: { referral: 'ALPHA' } },
  { name: 'estimator', path: '/estimator?nodes=7&token-price=0.25&eth-price=3000' },
  { name: 'nodes', path: '/nodes', kept: { wallets: group } },
  { name: 'nodes-empty', path: '/nodes' },
  { name: 'rewards', path: '/rewards', kept: { wallets: group } },
  { name: 'epoch', path: epoch, kept: { wallets: group } },
  { name: 'referrals', path: '/referrals', kept: { wallets: group } },
  { name: 'payouts', path: '/payouts', kept: { wallets: group } },
  { name: 'payouts-empty', path: '/payouts' },
  { name: 'books', path: '/books?period=2026-09' },
  { name: 'books-income', path: '/books?show=income&period=2026-Q3' },
  { name: 'books-cash-flow', path: '/books?show=flow&period=2026' },
  { name: 'books-chain', path: compared },
  { name: 'statement', path: `/statement?wallet=${group[0]}&from=2026-11-01&to=2027-01-01` },
  { name: 'verify', path: '/verify?sequence=1200&line=0' },
  { name: 'verify-payout', path: '/verify?what=payout' },
  { name: 'reference', path: '/reference' },
  { name: 'sign-in', path: '/operator' },
  ...subjects.map((s) => ({ name: `operator-${s}`, path: `/operator?tab=${s}`, operator: true })),
];

/** The address of a place. */
export async function addressOf({ path }) {
  return world.stage.url + (typeof path === 'function' ? await path() : path);
}

let cookies;

/** What a browser has before it comes to a place: what it remembers, and the session of ann where an operator is needed. */
export async function visitOf({ kept, operator }, language = 'en') {
  if (!operator) return { kept: { ...kept, language } };
  cookies ??= await signIn(devnetWallet(58));
  return { kept: { ...kept, language, 'signed-in': true }, cookies };
}

/** Signs an account in with Ethereum over the API, and gives the session's cookies for a browser. */
export async function signIn(account) {
  const { url } = world.stage;
  const jar = new Map();
  const post = async (path, body) => {
    const cookie = [...jar].map(([k, v]) => `${k}=${v}`).join('; ');
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: url, Cookie: cookie },
      body: body && JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      jar.set(name, value);
    }
    return answer.json();
  };
  const { message } = await post(`/session/nonce?wallet=${account.address}`);
  await post('/session', { message, signature: await account.signMessage({ message }) });
  return [...jar].filter(([, v]) => v !== '').map(([name, value]) => ({ name, value, url }));
}

/** Wallets of the chain that can claim something, with what it is. */
export async function claimants() {
  const { stage } = world;
  const out = [];
  for (let after = ''; ; ) {
    const { holders, next } = await stage.api(`/holders?limit=100${after && `&after=${after}`}`);
    for (const { wallet } of holders) {
      const account = devnetAccount(wallet);
      if (!account) continue;
      const { claims } = await stage.api(`/holders/${wallet}/payouts`);
      const claim = claims.find((c) => BigInt(c.claimable.amount) > 0n);
      if (claim) out.push({ account, claim });
    }
    if (!next) return out;
    after = next;
  }
}
