// New wallets for tests that spend.
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { devnetWallet, rpc, send } from './chain.mjs';
import { until } from './stage.mjs';

/** A new wallet with coins from one of the chain's. */
export async function fundedAccount(node, wei) {
  const account = privateKeyToAccount(generatePrivateKey());
  if (wei > 0n) {
    const hash = await send(node, devnetWallet(41), { to: account.address, value: `0x${wei.toString(16)}` });
    await until('the coins to arrive', () => rpc(node, 'eth_getTransactionReceipt', [hash]));
  }
  return account;
}
