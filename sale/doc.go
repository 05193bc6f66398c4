// Package sale holds the rules of selling: the ladder of tiers, quotes, the readers of sale contracts, and how a purchase
// becomes a transaction of the books.
//
// Guarantees:
//   - A quote is exact to the base unit and is the one that the contract charges: tiers are walked in the contract's
//     order, and a discount is floored where the program says.
//   - A reader turns logs and transactions into facts and keeps nothing; State keeps what the facts add up to. The same
//     facts in the same order give the same state and the same drafts, always.
//   - What was paid equals treasury + referral + dust, to the base unit. A base unit that the chain's facts cannot place
//     is counted as unresolved, never guessed.
//   - What another contract accepted is booked and marked, never dropped: self-referrals, purchases of nothing, codes
//     that nobody registered, prices that are not on the ladder.
//
// Not guaranteed: that the contract's settings are fully known. A contract that changes them without events is followed
// through its admin transactions; a purchase that does not fit the ladder as known carries a flag.
package sale
