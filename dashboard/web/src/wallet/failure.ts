// What went wrong between the page and the wallet, sorted by what a person has to do next.
import { decodeRevert, type Revert } from './revert';

export type FailureKind =
  | 'rejected' // the person said no in the wallet
  | 'pending' // the wallet already shows a request
  | 'chain' // the wallet does not know the network, or is on another one
  | 'stayed' // the wallet said that it changes its network, and did not
  | 'account' // the wallet is on another account
  | 'locked' // no account was shared
  | 'funds' // too little to pay for it and its gas
  | 'reverted' // the contract refuses
  | 'disconnected'
  | 'other';

export class WalletFailure extends Error {
  override name = 'WalletFailure';
  constructor(
    readonly kind: FailureKind,
    readonly detail = '',
    readonly revert?: Revert,
  ) {
    super(detail || kind);
  }
}

interface Raw {
  code?: unknown;
  message?: unknown;
  data?: unknown;
  error?: unknown;
  cause?: unknown;
}

/** The error and those that wallets wrap inside it, outermost first. A plain text is an error with that message. */
function layers(e: unknown): Raw[] {
  const out: Raw[] = [];
  const look = (v: unknown, depth: number) => {
    if (typeof v === 'string' && v !== '' && !v.startsWith('0x')) out.push({ message: v });
    if (depth > 6 || typeof v !== 'object' || v === null) return;
    const raw = v as Raw & { originalError?: unknown };
    out.push(raw);
    for (const inner of [raw.data, raw.error, raw.cause, raw.originalError]) look(inner, depth + 1);
  };
  look(e, 0);
  return out;
}

/** Codes of EIP-1193, and of WalletConnect where it has its own (5000 to 5002), by what they mean. */
const kinds: [FailureKind, (number | string)[]][] = [
  ['rejected', [4001, 5000, 5001, 5002, 'ACTION_REJECTED']],
  ['pending', [-32002]],
  ['chain', [4902]],
  ['locked', [4100]],
  ['disconnected', [4900, 4901]],
];

/** What wallets say whose code says nothing. */
const declined =
  /\buser (has )?(rejected|denied|declined|refused|disapproved|cancell?ed)\b|\b(rejected|denied|declined|cancell?ed) by (the )?user\b/;
const unknownNetwork = /\b(unrecogni[sz]ed|unknown|invalid|unsupported) (chain|network)\b|wallet_addethereumchain/;

/** Sorts what a wallet threw. */
export function failureOf(e: unknown): WalletFailure {
  if (e instanceof WalletFailure) return e;
  const all = layers(e);
  const codes = all.map((r) => (typeof r.code === 'string' && /^-?[0-9]+$/.test(r.code) ? Number(r.code) : r.code));
  const texts = all.map((r) => r.message).filter((m): m is string => typeof m === 'string' && m !== '');
  const detail = texts[0]?.slice(0, 300) ?? '';
  const said = texts.join(' ').toLowerCase();
  for (const [kind, of] of kinds) {
    if (of.some((c) => codes.includes(c))) return new WalletFailure(kind, detail);
  }
  if (declined.test(said)) return new WalletFailure('rejected', detail);
  if (unknownNetwork.test(said)) return new WalletFailure('chain', detail);
  for (const raw of all) {
    const revert = decodeRevert(raw.data);
    if (revert) return new WalletFailure('reverted', detail, revert);
  }
  if (said.includes('insufficient funds') || said.includes('insufficient balance'))
    return new WalletFailure('funds', detail);
  if (codes.includes(3) || said.includes('execution reverted')) return new WalletFailure('reverted', detail);
  return new WalletFailure('other', detail);
}
