import { count } from '../plural';

export const wallet = {
  title: 'Wallet',
  connect: (name: string) => `Connect ${name}`,
  waiting: 'Confirm in your wallet…',
  disconnect: 'Disconnect',
  noneTitle: 'No wallet found in this browser',
  none:
    'Install a browser wallet such as MetaMask, Rabby or Frame, or open this page ' +
    'in your wallet’s own browser. Then load the page again.',
  elsewhere: {
    title: 'Open this page in a wallet on a phone',
    text:
      'Point the phone’s camera at the code, copy the address that it shows, and open it in the browser inside your wallet. ' +
      'The code is drawn here: nobody else learns of it.',
    code: 'QR code of this page’s address',
    openIn: (app: string) => `Open in ${app}`,
    copy: 'Copy the address of this page',
  },
  pairing: {
    open: 'Connect a wallet on another device',
    title: 'Connect a wallet on another device (WalletConnect)',
    text: (relay: string) =>
      'Scan the code with your wallet and approve there. What the page and the wallet say passes through ' +
      `${relay}, which cannot read it but sees that you are here. Stay on this page: when you leave it, the wallet is disconnected.`,
    code: 'QR code for your wallet',
    copy: 'Copy the link for your wallet',
    openHere: 'Open a wallet on this phone',
    again: 'Show a new code',
    cancel: 'Cancel',
  },
  wrongNetwork: (now: string, wanted: string) => `Your wallet is on ${now}; this needs ${wanted}`,
  switchTo: (name: string) => `Switch to ${name}`,
  switchHint: 'Nothing is sent before the wallet is on the right network.',
  addedWith: (node: string) =>
    `If your wallet does not know this network, it is given ${node} as a node for it; you can choose another.`,
  addByHand:
    'Your wallet does not know this network. Add it in the wallet’s settings with this ' +
    'chain id and the address of a node that you trust, then switch again.',
  chainId: 'Chain id',
  copyChainId: 'Copy the chain id',
  failure: {
    rejected: 'You declined in your wallet. Nothing was sent. You can try again.',
    pending: 'Your wallet already shows a request. Open the wallet and answer it.',
    chain: 'Your wallet is on another network. Switch it, then try again.',
    stayed: 'Your wallet did not change its network. Change it in the wallet itself, then try again.',
    account: 'Your wallet is on another account now. Look at the order again: it is for that account.',
    locked: 'The wallet shared no account. Unlock it, allow this site, then try again.',
    funds: 'There is too little in your wallet for the price and the network fee. Add funds or choose fewer nodes.',
    reverted: 'The sale contract refuses this purchase. Nothing was spent.',
    disconnected: 'The wallet lost its connection to the network. Check it, then try again.',
    unknown:
      'The wallet reported an error without saying which. Nothing is known to be sent; look into your wallet before you try again.',
    other: (detail: string) => `The wallet reports: ${detail}`,
  },
};

export const buy = {
  title: 'Buy nodes',
  lead: 'See exactly what you pay before you sign. You pay the contract directly; this site never holds your money or your keys.',
  order: 'Your order',
  quantity: 'Nodes',
  fewer: 'One node fewer',
  more: 'One node more',
  presets: 'Brackets',
  faults: {
    empty: () => 'Enter how many nodes.',
    zero: () => 'Choose at least one node.',
    whole: () => 'Nodes come whole and above zero. Write digits only, such as 5.',
    wide: (plain: string) => `Write plain digits: ${plain}.`,
    digits: () => 'Write digits only, such as 5.',
    many: () => 'No sale has that many nodes. Write fewer digits.',
  },
  score: (score: string) => `Counts as ${score}`,
  scoreWith: (held: string, score: string) => `With your ${held}: counts as ${score}`,
  nextBracket: (more: number, from: string, to: string) =>
    `${count(more, 'more node lifts', 'more nodes lift')} your score from ${from} to ${to}`,
  code: 'Referral code',
  codeHint: (percent: string) => `A valid code takes ${percent} off.`,
  codeGood: (percent: string) => `Valid: ${percent} off`,
  codeChecking: 'Checking the code…',
  codeKept: 'From the link that you opened.',
  useInstead: (code: string) => `Use ${code}`,
  remove: 'Remove the code',
  tiers: 'How the price comes about',
  tierColumns: { tier: 'Tier', price: 'Price', quantity: 'Nodes', sum: 'Sum' },
  list: 'List price',
  discount: 'Discount',
  toPay: 'You pay',
  plusGas: 'Plus the network fee, which your wallet shows.',
  referrerGets: 'Of it, to the referrer',
  quota: 'Your quota',
  quotaHint: 'What this wallet may still buy in each tier.',
  quotaLeft: (left: string, of: string) => `${left} of ${of} left`,
  quotaOpen: (open: string, of: string) => `${open} of ${of} tiers have room`,
  quotaNone: 'This wallet has used its quota of every open tier.',
  receiver: 'The nodes go to the wallet that pays:',
  receiverUnknown: 'The nodes go to the wallet that pays.',
  receiverOnly: ' With this contract they cannot be bought for another wallet.',
  waits: {
    quantity: 'Correct the number of nodes first.',
    code: 'Correct the code or remove it first.',
    order: 'This order cannot be placed: see above.',
    wallet: 'Connect a wallet first.',
    network: 'Switch the wallet’s network first.',
  },
  connectFirst: 'Connect a wallet',
  connectHint: 'Your wallet is asked for its address only. Nothing is signed yet.',
  pay: (price: string) => `Pay ${price}`,
  checking: 'Checking the price…',
  confirm: 'Confirm in your wallet…',
  again: 'Buy more',
  noTransaction:
    'The purchase call of this contract is not known here. Buy on the project’s ' +
    'own site; these books follow the contract either way.',
  moved: (was: string, now: string) =>
    `The price moved from ${was} to ${now} while you were deciding. Check it and press pay again.`,
  funds: (missing: string) =>
    `Your wallet is short of ${missing}, before the network fee. Add funds or choose fewer nodes.`,
  reverts: {
    PriceMoved: (expected: string, sent: string) =>
      `The price moved: the contract now asks ${expected}, and ${sent} was offered. ` +
      'Nothing was spent. The price above is up to date; press pay again.',
    UnknownCode: (code: string) => `The contract does not know the code ${code}. Remove it or correct it.`,
    SelfReferral: 'You cannot use your own code. Use another one, or none.',
    QuotaExceeded: (tier: string, room: string) =>
      `In tier ${tier} this wallet may buy ${room} more. Choose fewer nodes, or use another wallet.`,
    PurchaseTooLarge: (most: string) => `One purchase can have at most ${most}. Buy in several.`,
    NotEnoughNodes: (available: string) => `Only ${available} can be bought with this wallet now. Choose fewer nodes.`,
    MaxNodesExceeded: (left: string) => `Only ${left} are left in the whole sale. Choose fewer nodes.`,
    EnforcedPause: 'The sale is paused. Try again later; nothing was spent.',
    ZeroQuantity: 'Choose at least one node.',
    TreasuryRejected: 'The contract could not pass the payment on. Tell the project; nothing was spent.',
  },
  timeline: 'Your purchase',
  steps: { signed: 'Signed and sent', mined: 'Mined', booked: 'In the books', final: 'Final' },
  notes: {
    sending: 'Waiting for a block. This usually takes less than a minute.',
    mined: (block: string) => `In block ${block}`,
    booking: 'The books follow within seconds.',
    finalizing:
      'Counted, and shown as pending until it is final on the chain. On Ethereum that takes about 15 minutes.',
    final: 'It cannot be undone any more.',
    failed:
      'The transaction was mined, and the contract refused it. You paid only the network fee. ' +
      'Usually the price moved in the last moment: check the price and try again.',
    closable: 'You can close this page: the purchase goes on without it, and you find it here again.',
    unseen: 'Not in the books yet. Connect the wallet that sent it to see whether it is mined.',
  },
  receipt: 'Receipt',
  receiptNodes: 'Nodes bought',
  receiptPaid: 'Paid',
  receiptTx: 'Transaction',
  receiptHeld: 'Your nodes now',
  receiptScore: 'Your score now',
  seeNodes: 'See my nodes',
  unfinished: (nodes: string) => `Your purchase of ${nodes} is not final yet`,
  unfinishedSteps: {
    sent: 'It is sent and waits for a block.',
    failed: 'The contract refused it. Open it to see what to do.',
    booking: 'It is mined; the books follow within seconds.',
    booked: 'It is in the books and waits for finality.',
  },
  follow: 'Show it',
  forget: 'Stop following',
};
