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
//   - Nothing is decided by a fold that is behind the books: a commit compares what its writer has seen, and a writer that another
//     process was faster than catches up and decides anew by itself. Who proved themselves earlier is looked up again when it is
//     their turn.
//   - Every refusal that a caller can mend is a *problem.Error. Other errors are failures of the store, of a node, of the network.
//
// Use cases are methods of [Engine]; what an input does to the books is in package fold below; [Chain], [Reader], [History],
// [Writer] and [Auditor] are the ports.
//
// Not guaranteed: that two books which saw different reorganisations have the same journal. They have the same balances
// (ledger.BalancesRoot). Nor an order among processes that write in the same instant.
package engine
