// Package demo is a whole sale on a chain in memory: wallets buy, the books follow, and two operators do the sale's money month
// by month. It needs nothing from outside, and nothing in it is of value.
//
// Guarantees:
//   - It never ends after [Options.Until], and within the hour before.
//   - The same [Options] make the same journal, to the last hash: the clock is that of the chain, and nothing is booked by
//     [Sale.RunMonths] and [Sale.Check] before it is final.
//   - [Sale.Check] fails when the ledger is not sound, when the contract charges another amount than the books quote, or when it
//     counts other nodes than the books.
//
// Not guaranteed: that two versions of the program make the same demonstration of a seed.
package demo
