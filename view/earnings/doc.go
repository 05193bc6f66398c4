// Package earnings shows what a wallet earned at a glance: in the last days and in all, day by day, and by the purchases that its nodes
// came from.
//
// Guarantees:
//   - What is earned is what a statement at accrual calls income, to the base unit: windows, bars and everything are sums of the same
//     lines, and what a reorganisation or a correction took back is taken off.
//   - The bars of a time make what was earned in it. What lots of nodes earned, with what no lot was there for, makes all that was earned
//     by nodes.
//   - A value in US dollars is that of the days that have a price, and says how many lines have none.
package earnings
