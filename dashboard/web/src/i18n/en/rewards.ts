import { count } from '../plural';

export const rewards = {
  title: 'Rewards',
  lead:
    'Every day’s rewards, pool by pool, with the arithmetic written out. Each ' +
    'epoch has a file from which anyone can recompute it.',
  epochs: 'Closed epochs',
  kind: 'Kind',
  kinds: { '': 'All', 'points-epoch': 'Points', 'token-epoch': 'Tokens', 'tge-drop': 'TGE airdrop' } as Record<
    string,
    string
  >,
  columns: { day: 'Day (UTC)', kind: 'Kind', issued: 'Issued', unlocks: 'Unlocks', open: 'Details' },
  open: 'Open',
  none: 'No epoch has been closed yet',
  noneText: 'An epoch closes when the chain is final past its end.',
  back: 'All epochs',
  epoch: (kind: string, day: string) => `${kind}, ${day}`,
  missing: 'Choose an epoch from the list.',
  issued: 'Issued',
  holders: 'Holders',
  paidHolders: (n: number) => count(n, 'holder paid', 'holders paid'),
  block: 'Holders as of block',
  rule: 'Rules',
  unlocks: 'Unlocks',
  atOnce: 'Available at once',
  pools: 'Pools',
  poolColumns: {
    pool: 'Pool',
    in: 'Carried in',
    amount: 'Put in',
    paid: 'Paid',
    out: 'Carried out',
    score: 'Total score',
    holders: 'Paid to',
  },
  poolNames: { validators: 'Validators', providers: 'Providers', queens: 'Queen validators' } as Record<string, string>,
  conserved: 'Carried in + put in = paid + carried out, to the base unit. Checked in your browser.',
  notConserved: 'Carried in + put in does not equal paid + carried out. Tell whoever runs this site.',
  nothing: 'Nothing was issued',
  share: 'One wallet’s share',
  shareHint: 'The whole computation, step by step.',
  wallet: 'Wallet',
  compute: 'Show the computation',
  badWallet: 'This is not a wallet: write 0x and 40 hexadecimal digits.',
  got: 'Received',
  fromPool: (pool: string, score: string) => `${pool}, score ${score}`,
  file: 'The epoch’s file',
  fileHint: 'Everything that went into the computation. Its SHA-256 is in the ledger.',
  hash: 'SHA-256 in the ledger',
  sequence: 'Transaction in the ledger',
  download: 'Download',
  check: 'Check the hash here',
  checking: 'Downloading and hashing…',
  checkGood: (bytes: string) =>
    `The file of ${bytes} bytes has exactly this hash. It is the file that the ledger recorded.`,
  checkBad: (hash: string) =>
    `The file’s hash is ${hash}, not the one in the ledger. Do not rely on it; tell whoever runs this site.`,
  prove: 'Prove it against a checkpoint',
  /** Reasons of a zero by their code. Without an entry the server's sentence is shown, which is English and more exact. */
  reasons: {} as Record<string, string>,
  insecure: 'Hashing in the browser needs https. Download the file and run sha256sum instead.',
};
