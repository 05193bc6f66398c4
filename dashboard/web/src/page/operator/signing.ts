// The text that an operator's wallet signs to sign in: ERC-4361, version 1. It is made here, so that a server cannot have
// somebody sign in elsewhere.
import { checksum } from '../../proof/checksum';

export interface SignIn {
  /** Where the page is, such as https://nodes.example. */
  origin: string;
  wallet: string;
  /** The program's name, such as gpunet: the sign-in counts for its books only. */
  program: string;
  chain: number;
  /** The public key that signs for the wallet while the session lasts: the server has the other half. */
  nonce: string;
  issuedAt: Date;
}

/** Shown by the wallet above the rest, and wanted by the server to the letter. Wallets show it as it is, so it is in English. */
const statement = (program: string) =>
  `Sign in to keep the books of ${program} for twelve hours. This sends no transaction and costs nothing.`;

/** The message. Throws a RangeError when the nonce or the wallet is none. */
export function signInText({ origin, wallet, program, chain, nonce, issuedAt }: SignIn): string {
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(program)) throw new RangeError('the program’s name is none');
  if (!/^[A-Za-z0-9]{8,}$/.test(nonce)) throw new RangeError('the nonce is not 8 letters and digits or more');
  return [
    `${new URL(origin).host} wants you to sign in with your Ethereum account:`,
    checksum(wallet),
    '',
    statement(program),
    '',
    `URI: ${origin}`,
    'Version: 1',
    `Chain ID: ${chain}`,
    `Nonce: ${nonce}`,
    `Issued At: ${issuedAt.toISOString().slice(0, 19)}Z`,
  ].join('\n');
}

/** When the server says it is, from the message that it would have made; now when it made none. Books may run on a clock of
 * their own, as those of a simulated chain do. */
export function issuedAt(theirs: string | undefined, now = new Date()): Date {
  const at = new Date(/^Issued At: (.+)$/m.exec(theirs ?? '')?.[1] ?? NaN);
  return Number.isNaN(at.getTime()) ? now : at;
}
