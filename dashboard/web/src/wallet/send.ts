// Sending a transaction through the wallet, and waiting until it is mined.
import { sleep } from '../api/http';
import { hexOf } from '../proof/hex';
import { type Account, unchanged } from './account';
import { failureOf, WalletFailure } from './failure';
import { type Call, parseQuantity, quantity } from './provider';

export interface Receipt {
  hash: string;
  block: number;
  success: boolean;
}

/** Tries the call without sending it, and looks at the balance. Throws WalletFailure when it would fail. */
export async function rehearse(of: Account, call: Call): Promise<void> {
  const { provider } = of.offer;
  const value = BigInt(call.value);
  try {
    await unchanged(of, call.chain_id);
    const balance = parseQuantity(await provider.request({ method: 'eth_getBalance', params: [of.address, 'latest'] }));
    if (balance < value) throw new WalletFailure('funds', (value - balance).toString());
    await provider.request({
      method: 'eth_call',
      params: [{ from: of.address, to: call.to, data: call.data, value: quantity(value) }, 'latest'],
    });
  } catch (e) {
    throw failureOf(e);
  }
}

/** Has the wallet sign and send, on the network of the call and with the account that is shown. Gives the transaction's hash.
 * Throws WalletFailure. */
export async function send(of: Account, call: Call): Promise<string> {
  if (of.chain !== call.chain_id) throw new WalletFailure('chain');
  try {
    await unchanged(of, call.chain_id);
    const hash = await of.offer.provider.request({
      method: 'eth_sendTransaction',
      params: [{ from: of.address, to: call.to, data: call.data, value: quantity(BigInt(call.value)) }],
    });
    if (typeof hash !== 'string' || !/^0x[0-9a-fA-F]{64}$/.test(hash))
      throw new WalletFailure('other', String(hash).slice(0, 100));
    return hash.toLowerCase();
  } catch (e) {
    throw failureOf(e);
  }
}

/** Waits for a receipt, asking the wallet's node every `every` milliseconds. A node that fails now and then is asked again;
 * only the signal ends the waiting. */
export async function mined(of: Account, hash: string, signal: AbortSignal, every = 2000): Promise<Receipt> {
  for (;;) {
    signal.throwIfAborted();
    try {
      const r = (await of.offer.provider.request({ method: 'eth_getTransactionReceipt', params: [hash] })) as {
        status?: unknown;
        blockNumber?: unknown;
      } | null;
      if (r?.blockNumber)
        return { hash, block: Number(parseQuantity(r.blockNumber)), success: parseQuantity(r.status) === 1n };
    } catch {
      // The next turn may succeed.
    }
    await sleep(every, signal);
  }
}

/** Has the wallet sign a text (EIP-191). Throws WalletFailure. */
export async function signText(of: Account, text: string): Promise<string> {
  try {
    const signature = await of.offer.provider.request({
      method: 'personal_sign',
      params: [hexOf(new TextEncoder().encode(text)), of.address],
    });
    if (typeof signature !== 'string' || !/^0x([0-9a-fA-F]{2})+$/.test(signature)) throw new WalletFailure('other');
    return signature;
  } catch (e) {
    throw failureOf(e);
  }
}
