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
//   - Whoever writes first takes over what other processes wrote, facts of operators too: nothing is decided by a fold that is
//     behind the books. Who proved themselves earlier is looked up again when it is their turn.
//   - A refusal says whether what was said is wrong (ErrContent) or the books are not in the state for it (ErrState).
//
// Not guaranteed: that two books which saw different reorganisations have the same journal. They have the same balances
// (ledger.BalancesRoot). Nor that two processes never commit facts in the same instant: each looks whether the other wrote
// right before its commit, and a commit compares the cursor only, which a fact does not move.
package engine
