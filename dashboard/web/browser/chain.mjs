// The chain of a demonstration: its node's JSON-RPC, and the keys of its wallets, which a seed gives.
import { concat, keccak256, numberToHex, stringToHex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

/** The account of a name of the chain with a seed, as chain/devnet derives it. */
function devnetNamed(name, seed = 1) {
  const text = [
    stringToHex('nodeledger development chain, no value: '),
    numberToHex(seed, { size: 8 }),
    stringToHex(name),
  ];
  return privateKeyToAccount(keccak256(concat(text)));
}

/** The account of wallet i of the chain. */
export const devnetWallet = (i) => devnetNamed(`wallet ${i}`);

/** The account that the sale fills and payouts come from, and the one that owns the contracts and can make tether. */
export const devnetTreasury = () => devnetNamed('treasury');
export const devnetOwner = () => devnetNamed('owner');

/** An account of the chain's wallets by address; undefined when none of them has it. */
export function devnetAccount(address) {
  for (let i = 0; i < wallets; i++) {
    const a = devnetWallet(i);
    if (a.address.toLowerCase() === address.toLowerCase()) return a;
  }
  return undefined;
}

/** How many funded wallets the chain has. The last two belong to the operators ann and bob. */
export const wallets = 60;

export class NodeError extends Error {
  constructor({ code, message, data }) {
    super(message);
    Object.assign(this, { code, data });
  }
}

let id = 0;

async function post(node, body) {
  const answer = await fetch(node, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.json();
}

/** One call of a node. Throws NodeError with what the node says. */
export async function rpc(node, method, params = []) {
  const answer = await post(node, { jsonrpc: '2.0', id: ++id, method, params });
  if (answer.error) throw new NodeError(answer.error);
  return answer.result;
}

/** Many calls of one method; each gives its result, or the NodeError. */
export async function rpcMany(node, method, list, atOnce = 100) {
  const out = [];
  for (let i = 0; i < list.length; i += atOnce) {
    const part = list.slice(i, i + atOnce).map((params, n) => ({ jsonrpc: '2.0', id: n, method, params }));
    const answers = await post(node, part);
    for (const a of answers.sort((x, y) => x.id - y.id)) out.push(a.error ? new NodeError(a.error) : a.result);
  }
  return out;
}

const tip = 1_000_000_000n; // wei a gas

/** Signs with the account and sends to the node; gives the hash. */
export async function send(node, account, { to, data = '0x', value = '0x0' }) {
  const from = account.address;
  const call = { from, to, data, value };
  const [nonce, gas, price, chain] = await Promise.all([
    rpc(node, 'eth_getTransactionCount', [from, 'pending']),
    rpc(node, 'eth_estimateGas', [call]),
    rpc(node, 'eth_gasPrice'),
    rpc(node, 'eth_chainId'),
  ]);
  const signed = await account.signTransaction({
    type: 'eip1559',
    chainId: Number(chain),
    nonce: Number(nonce),
    to,
    data,
    value: BigInt(value),
    gas: BigInt(gas) * 2n,
    maxFeePerGas: 4n * BigInt(price) + tip,
    maxPriorityFeePerGas: tip,
  });
  return rpc(node, 'eth_sendRawTransaction', [signed]);
}
