// A wallet on another device as EIP-1193 has wallets. What is signed goes to the wallet; what is read comes from the node that the
// deployment names for wallets, since a wallet far away does not read for others.
import { ApiProblem } from '../../api/http';
import type { Provider } from '../provider';
import { quantity } from '../provider';
import { methods, type Session } from './session';

/** What is asked of the node. Everything else is refused. */
const reads = [
  'eth_call',
  'eth_getBalance',
  'eth_getTransactionReceipt',
  'eth_getTransactionByHash',
  'eth_blockNumber',
];

export function providerOf(session: Session, chain: number, node: string): Provider {
  const listeners = new Map<string, Set<(v: never) => void>>();
  const emit = (event: string, value: unknown) => {
    for (const l of [...(listeners.get(event) ?? [])]) l(value as never);
  };
  session.follow((accounts) => {
    if (accounts.length > 0) emit('accountsChanged', accounts);
    else emit('disconnect', { code: 4900, message: 'the session with the wallet is over' });
  });
  return {
    async request({ method, params }) {
      if (method === 'eth_chainId') return quantity(BigInt(chain));
      if (method === 'eth_accounts' || method === 'eth_requestAccounts') return session.accounts;
      if (methods.includes(method)) return session.ask(method, params);
      if (reads.includes(method)) return read(node, method, params);
      throw { code: 4200, message: `${method} is not asked of a wallet on another device` };
    },
    on(event, listener) {
      listeners.set(event, (listeners.get(event) ?? new Set()).add(listener));
    },
    removeListener(event, listener) {
      listeners.get(event)?.delete(listener);
    },
  };
}

async function read(node: string, method: string, params: unknown): Promise<unknown> {
  const answer = await fetch(node, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  if (!answer.ok) throw new ApiProblem('broken', `${node}: ${answer.status}`);
  const { result, error } = (await answer.json()) as { result?: unknown; error?: unknown };
  if (error) throw error;
  return result;
}
