import { count } from '../plural';

export const payouts = {
  title: 'Payouts',
  lead: 'What was paid to you, what is on its way, what waits and why, and what you can claim now.',
  emptyTitle: 'Whose payouts?',
  empty: 'Connect your wallet, or add any address above. Nothing is signed for looking.',
  runs: 'Run by run',
  runsHint: 'A run gathers everything that is owed. Two operators release it, and only the chain settles it.',
  runOf: (run: string) => `Run ${run}`,
  noRuns: 'No payout yet',
  noRunsText: 'When a run pays these wallets, or leaves them waiting, it appears here with the reason.',
  madeOf: 'What it is made of',
  methods: { transfer: 'sent by the treasury', claim: 'claimed from the distributor' },
  why: { share: 'Revenue share', referral: 'Referral rewards', rebate: 'Rebate', tokens: 'Tokens' } as Record<
    string,
    string
  >,
  states: {
    prepared: {
      name: 'Prepared',
      text: 'Gathered and fixed. One operator proposes it, another approves it.',
    },
    proposed: { name: 'Proposed', text: 'Waits for a second operator to approve it.' },
    approved: { name: 'Approved', text: 'Released by two operators. The treasury signs the transfers next.' },
    approvedClaim: {
      name: 'Approved',
      text: 'Released by two operators. It can be claimed as soon as its tree is published.',
    },
    onItsWay: {
      name: 'On its way',
      text: 'The treasury has the transfer files. It counts as paid once a final block shows the payment.',
    },
    claimable: {
      name: 'Claimable',
      text: 'It is yours to claim, now or later: what is not claimed stays claimable with every later run.',
    },
    paid: { name: 'Paid', text: 'A final block of the chain shows the payment.' },
    partly: { name: 'Partly paid', text: 'A final block shows a part of it. The rest is still owed to you.' },
    cancelled: {
      name: 'Cancelled',
      text: 'This run was cancelled before it paid. What was in it is owed to you as before, and goes into a later run.',
    },
    waiting: 'Waits',
  },
  evidence: {
    title: 'Evidence from the chain',
    none: 'The entries of this payment are older than those that are listed here. Your statement has them.',
    transaction: 'Transaction',
    log: (n: string) => `log ${n}`,
    prove: (sequence: string) => `Prove entry ${sequence}`,
  },
  claim: {
    title: 'Claimable now',
    now: 'You can claim',
    go: 'Claim',
    hint: 'The contract pays what was granted to you so far less what you have claimed. You pay only the network fee.',
    none: 'Nothing to claim',
    noneText: 'These wallets are in no published tree. What the treasury sends needs no claim; see the runs below.',
    to: 'to',
    button: (amount: string) => `Claim ${amount}`,
    buttonNone: 'Nothing left to claim',
    connectFirst:
      'Connect a wallet above to claim. Any wallet can send the claim; the money goes to the address named here.',
    forOther:
      'Your wallet sends this claim and pays its network fee. The money goes to the address named here, not to your wallet.',
    books:
      'The tree names the books that it came from, and the chain has the hash of its file: keep it, and anyone can show later ' +
      'that the books still begin with those.',
    from: (size: number) => `Books of ${count(size, 'leaf', 'leaves')} with the root`,
    keepTree: (run: string) => `Keep the tree of ${run}`,
    allHint: 'One transaction for all of them: either every claim is paid or none. It is made by',
    allButton: (n: number) => `Claim all ${n}`,
    allObstacle: (asset: string, why: string) => `${asset}: ${why} Claim the others one by one.`,
    checks: {
      title: 'Checked in this browser',
      done: 'checked',
      failed: 'failed',
      waiting: 'not checked yet',
      proof: 'The proof leads to the root',
      call: 'The call is the one computed here, for the distributor',
      root: 'The distributor pays by this root',
      rootWaits: 'asked when a wallet is connected',
    },
    faults: {
      proof:
        'The proof that the server gave does not lead to the root that it named. Do not claim ' +
        'with it: use a tree file below, and tell whoever runs this site.',
      call:
        'The call that the server gave is not the one that belongs to this proof. Do not ' +
        'sign it: use a tree file below, and tell whoever runs this site.',
    },
    obstacles: {
      'no-root':
        'The distributor has no active tree yet. The operators propose and activate it; then this can be claimed.',
      'other-root':
        'The distributor pays by another tree now: this one is not active yet, or a later one has ' +
        'replaced it. Load the page again in a while, or use the latest tree file.',
      'not-a-distributor':
        'The contract at this address does not answer as a distributor. Check the address and the network.',
      claimed: 'Already claimed: everything granted so far has been paid. The next run adds to it.',
      nothing: 'Nothing is granted to this wallet.',
    },
    refusals: {
      funds: 'There is too little in your wallet for the network fee. Add some and try again.',
      reverted:
        'The distributor refuses this claim. Nothing was spent. Load the page again; if it stays, tell the project.',
      Underfunded: (held: string) =>
        `The distributor holds only ${held} at the moment. The treasury must fund it first; your claim stays valid.`,
      NothingToClaim: (claimed: string) =>
        `Already claimed: ${claimed} have been paid for this wallet, and that is all so far.`,
      NoActiveRoot: 'The distributor has no active tree yet. Try again when it has one.',
      InvalidProof:
        'The distributor pays by another tree now. Load the page again for the latest proof, or use the latest tree file.',
      CumulativeBelowClaimed:
        'The tree grants less than this wallet has already got. Tell the project: a corrected tree is needed.',
      TotalExceeded: 'The tree grants more than its total. Tell the project: it must be proposed again.',
      EnforcedPause: 'Claims are paused. Try again later; your claim stays valid.',
      EarlierStillPays:
        'An earlier distributor still pays, so this one waits. Try again later, or tell the project; your claim stays valid.',
    },
    timeline: 'Your claim',
    steps: { signed: 'Signed and sent', mined: 'Mined', final: 'Final' },
    notes: {
      sending: 'Waiting for a block. You can close this page: the claim goes on without it.',
      mined: (block: string) => `Paid in block ${block}`,
      finalizing: 'The books count it once the chain cannot take it back. On Ethereum that takes about 15 minutes.',
      final: 'It cannot be undone any more.',
      failed:
        'The transaction was mined and the distributor refused it. You paid only ' +
        'the network fee. Close this and try again to see why.',
    },
    close: 'Close',
  },
  tree: {
    title: 'Claim from a tree file',
    hint: 'Every tree is published whole. With its file you need only the chain to claim, not this server.',
    drop: 'Drop a tree file here (JSON)',
    choose: 'Choose a tree file',
    dropHint: 'It is read in this browser and not sent anywhere.',
    tooLarge: 'The file is larger than 128 MiB. No tree of this program should be: check which file it is.',
    noJSON: 'This is not JSON. Take the tree file of a run, whose name ends in -tree.json.',
    faults: {
      form: (where: string) => `This is not a tree in the form standard-v1: ${where} does not fit.`,
      leaf: (where: string) => `${where} is not what its hash says. The file was changed: do not use it.`,
      node: (where: string) => `${where} is not the hash of its children. The file was changed: do not use it.`,
      twice: (where: string) => `${where} names a wallet for the second time. Do not use this file.`,
    },
    good: (name: string) => `${name} holds`,
    goodText: (wallets: string) => `Every hash was computed again. Wallets in the tree: ${wallets}.`,
    root: 'Root',
    total: 'Total granted',
    distributor: 'Distributor contract',
    placeHint: 'The contract that pays by this tree, on your wallet’s network. The project publishes its address.',
    placeConnect: 'Connect a wallet first: the contract is asked through it.',
    placeForm: 'This is not an address: write 0x and 40 hexadecimal digits.',
    placeNone: 'There is no distributor at this address on your wallet’s network.',
    placeUse: 'Use this contract',
    whose: 'Whose claim?',
    whoseText: 'Connect your wallet, or add an address at the top of the page.',
    notIn: 'Not in this tree',
    notInText: (wallets: string) => `The tree grants nothing to ${wallets}.`,
  },
};
