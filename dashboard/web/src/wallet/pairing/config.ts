// Whether the deployment has switched on pairing with wallets on other devices: it then says so in the document itself, whose policy
// opens the relay and the node at the same time.

export interface PairingConfig {
  project: string; // of the deployment, at whoever runs the relay
  relay: string; // wss://…
  chain: number;
  node: string; // for what is read of the chain
}

/** undefined: it is not switched on, and nothing of it is loaded. */
export function pairingConfig(doc: Document = document): PairingConfig | undefined {
  const text = doc.querySelector<HTMLMetaElement>('meta[name="nodeledger:pairing"]')?.content;
  if (!text) return undefined;
  const { project = '', relay = '', node = '', chain } = Object.fromEntries(new URLSearchParams(text));
  return { project, relay, node, chain: Number(chain) };
}
