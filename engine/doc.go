// Package engine holds the use cases: take in what the chain proved, follow the head and undo what left it, rebuild, and
// report. It joins the rules, which know nothing of databases and networks, with the ports that do.
//
// Guarantees:
//   - The journal is a pure function of the program file and the recorded inputs in order. Rebuild replays the inputs into
//     empty books and ends with the same head.
//   - Inputs, transactions, cursor, coverage and window are committed together or not at all. Stopping at any instant, by
//     kill -9 too, and starting again ends with the same books as never having stopped.
//   - Nothing is booked that the chain port did not prove to the level that is recorded with it.
//   - A block that is not final may leave again: its transactions are then reversed, after the branch that replaces it was
//     proven, in the same commit as the new branch. Rewards become payable, and withdrawals count, only when final.
//   - What contradicts something final freezes the books with the evidence until an operator thaws them.
//
// Not guaranteed: that two books which saw different reorganisations have the same journal. They have the same balances
// (ledger.BalancesRoot).
package engine
