// Package recompute says what the books of a sale must hold, from a plain account of what happened: a second implementation of the rules
// for tests to compare the first one with. It is slow and simple on purpose, goes from instant to instant, and has whole numbers and
// fractions only.
//
//	balances, err := recompute.Run(rules, happened, until, daily) // by account and asset, above zero in debit
//
// Guarantees:
//   - It imports nothing of this module: what the two implementations agree on was written twice.
//   - An error names what cannot have happened under the rules: an account below zero that may not be, more points than the cap.
//
// Where the rules leave something open, it is read as follows:
//   - Revenue is split so that the holders' share is rounded down and the buyback fund gets the rest.
//   - Where tiers have percentages of their own, a discount and a reward are rounded down once for all tiers of one percentage.
//   - Whoever uses their own code was referred by nobody: those above them are who referred their first purchase with another's code.
//   - What splitting a day between pools leaves over joins the next day's split; the part of a pool that nobody takes part in is taken off
//     what is issued, which is never below zero. A day that issues nothing holds no round.
//   - Of several series of one day each is split after the other, the rest of one with the next.
//   - What vests is moved at the end of each day.
//   - The part of a day of points before the TGE is rounded down once.
//   - A holder of the TGE airdrop is one of just before its instant.
//   - A receipt that an operator explained is explained at the instant at which it moved.
//
// Not covered: refunds, licences that are sold on, payout runs that are cancelled or paid before their approval, amendments, and settings
// that begin at a block.
package recompute
