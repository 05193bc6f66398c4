// Names for addresses (ENS), as the reader's own wallet finds them: nobody else is asked. A name is shown beside the address that is used,
// never in its place, and only where it leads to that address and back.
import { bytesOf, hexOf, join } from '../proof/hex';
import { keccak256, keccakText } from '../proof/keccak';
import type { Account } from './account';

/** Where names are registered, by network: the registry has this address on Ethereum and on its test network. */
const registries: Record<number, string> = {
  1: '0x00000000000c2e074ec69a0dfb2997ba6c7d2e1e',
  11155111: '0x00000000000c2e074ec69a0dfb2997ba6c7d2e1e',
};

/** The registry of a network; undefined where none is known. A deployment names that of a network of its own in the document. */
export function registryOf(chain: number, doc: Document = document): string | undefined {
  const text = doc.querySelector<HTMLMetaElement>('meta[name="nodeledger:names"]')?.content;
  const own = new URLSearchParams(text ?? '');
  return Number(own.get('chain')) === chain ? (own.get('registry') ?? undefined) : registries[chain];
}

const longest = 255;

/** Whether a text is a name that is looked up: plain Latin letters, digits and hyphens only, since other letters can look like them. */
export function isName(text: string): boolean {
  return (
    text.length <= longest &&
    /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/.test(text) &&
    !/(^|\.)..--/.test(text)
  );
}

/** The node of a name, as EIP-137 has it. */
export function nodeOf(name: string): string {
  const labels = name === '' ? [] : name.split('.').reverse();
  return hexOf(labels.reduce((node, l) => keccak256(join(node, keccakText(l))), new Uint8Array(32)));
}

const calls = { resolver: '0x0178b8bf', addr: '0x3b3b57de', name: '0x691f3431' };

async function ask(of: Account, to: string, call: keyof typeof calls, node: string): Promise<Uint8Array> {
  const data = calls[call] + node.slice(2);
  return bytesOf(String(await of.offer.provider.request({ method: 'eth_call', params: [{ to, data }, 'latest'] })));
}

/** The address in an answer; undefined for none. */
function addressIn(answer: Uint8Array): string | undefined {
  const text = hexOf(answer.subarray(12, 32));
  return answer.length < 32 || /^0x0*$/.test(text) ? undefined : text;
}

/** The text in an answer; undefined where there is none, or one that is longer than a name is. */
function textIn(answer: Uint8Array): string | undefined {
  const size = Number(BigInt(hexOf(answer.subarray(32, 64))));
  if (answer.length < 64 + size || size === 0 || size > longest) return undefined;
  return new TextDecoder().decode(answer.subarray(64, 64 + size));
}

async function resolverOf(of: Account, node: string): Promise<string | undefined> {
  const registry = registryOf(of.chain);
  return registry && addressIn(await ask(of, registry, 'resolver', node));
}

/** The address that a name leads to; undefined for none. Throws what the wallet throws. */
export async function addressOfName(of: Account, name: string): Promise<string | undefined> {
  const node = nodeOf(name);
  const resolver = await resolverOf(of, node);
  return resolver && addressIn(await ask(of, resolver, 'addr', node));
}

/** The name that an address gives itself, where the name leads back to it; undefined otherwise, and where the wallet fails. */
export async function nameOfAddress(of: Account, address: string): Promise<string | undefined> {
  try {
    const node = nodeOf(`${address.slice(2).toLowerCase()}.addr.reverse`);
    const resolver = await resolverOf(of, node);
    const name = resolver && textIn(await ask(of, resolver, 'name', node));
    if (!name || !isName(name)) return undefined;
    return (await addressOfName(of, name)) === address.toLowerCase() ? name : undefined;
  } catch {
    return undefined;
  }
}
