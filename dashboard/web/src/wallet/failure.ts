// What went wrong between the page and the wallet, sorted by what a person has to do next.
import { decodeRevert, type Revert } from './revert';

export type FailureKind =
  | 'rejected' // the person said no in the wallet
  | 'pending' // the wallet already shows a request
  | 'chain' // the wallet does not know the network
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

/** The error and those that wallets wrap inside it, outermost first. */
function layers(e: unknown): Raw[] {
  const out: Raw[] = [];
  const look = (v: unknown, depth: number) => {
    if (depth > 6 || typeof v !== 'object' || v === null) return;
    const raw = v as Raw & { originalError?: unknown };
    out.push(raw);
    for (const inner of [raw.data, raw.error, raw.cause, raw.originalError]) look(inner, depth + 1);
  };
  look(e, 0);
  return out;
}

/** Sorts what a wallet threw. */
export function failureOf(e: unknown): WalletFailure {
  if (e instanceof WalletFailure) return e;
  const all = layers(e);
  const codes = all.map((r) => r.code);
  const detail =
    all
      .map((r) => r.message)
      .find((m): m is string => typeof m === 'string' && m !== '')
      ?.slice(0, 300) ?? '';
  const said = all
    .map((r) => String(r.message ?? ''))
    .join(' ')
    .toLowerCase();
  if (codes.includes(4001) || codes.includes('ACTION_REJECTED')) return new WalletFailure('rejected', detail);
  if (codes.includes(-32002)) return new WalletFailure('pending', detail);
  if (codes.includes(4902)) return new WalletFailure('chain', detail);
  if (codes.includes(4100)) return new WalletFailure('locked', detail);
  if (codes.includes(4900) || codes.includes(4901)) return new WalletFailure('disconnected', detail);
  for (const raw of all) {
    const revert = decodeRevert(raw.data);
    if (revert) return new WalletFailure('reverted', detail, revert);
  }
  if (said.includes('insufficient funds') || said.includes('insufficient balance'))
    return new WalletFailure('funds', detail);
  if (codes.includes(3) || said.includes('execution reverted')) return new WalletFailure('reverted', detail);
  return new WalletFailure('other', detail);
}
