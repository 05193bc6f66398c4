// Every page, and the states of it that are worth looking at.
import { devnetWallet } from './chain.mjs';
import { world } from './world.mjs';

/** Two holders of the chain's crowd, looked at as one: the first refers many and provides a computer. */
export const group = [0, 3].map((i) => devnetWallet(i).address.toLowerCase());

const subjects = ['month', 'payouts', 'record', 'health', 'audit'];

/** name: of pictures and tests. path: in the page. kept: what the browser remembers. operator: with ann signed in. */
export const places = [
  { name: 'sale', path: '/' },
  { name: 'buy', path: '/buy', kept: { referral: 'ALPHA' } },
  { name: 'nodes', path: '/nodes', kept: { wallets: group } },
  { name: 'nodes-empty', path: '/nodes' },
  { name: 'rewards', path: '/rewards', kept: { wallets: group } },
  { name: 'referrals', path: '/referrals', kept: { wallets: group } },
  { name: 'estimator', path: '/estimator' },
  { name: 'payouts', path: '/payouts', kept: { wallets: group } },
  { name: 'verify', path: '/verify' },
  { name: 'sign-in', path: '/operator' },
  ...subjects.map((s) => ({ name: `operator-${s}`, path: `/operator?tab=${s}`, operator: true })),
];

let cookies;

/** The cookies of a session of ann's, signed in with her wallet as the page does it. */
export async function annsCookies() {
  cookies ??= await signIn(devnetWallet(58));
  return cookies;
}

/** Signs an account in with Ethereum over the API, and gives the session's cookies for a browser. */
export async function signIn(account) {
  const { url } = world.stage;
  const jar = new Map();
  const post = async (path, body) => {
    const cookie = [...jar].map(([k, v]) => `${k}=${v}`).join('; ');
    const answer = await fetch(`${url}/api/v1${path}`, { method: 'POST', headers: { 'Content-Type': 'application/json', Origin: url, Cookie: cookie }, body: body && JSON.stringify(body) });
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
