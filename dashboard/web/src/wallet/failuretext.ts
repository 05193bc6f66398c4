import { words } from '../i18n';
import type { WalletFailure } from './failure';

/** What a failure means for a person: what happened and what to do. */
export function failureText(f: WalletFailure): string {
  const w = words().wallet;
  if (f.kind === 'other') return f.detail ? w.failure.other(f.detail) : w.failure.unknown;
  if (f.kind === 'reverted') return w.failure.reverted;
  return w.failure[f.kind];
}
