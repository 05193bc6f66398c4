// Package view reads the books for people: how fresh an answer is, the journal, accounts and the trial balance. The rooms below
// it show one subject each. The command line and the HTTP API give the same answers because both take them from here.
//
// Guarantees:
//   - An answer is read at one state of the books: the freshness that it carries is that of its numbers.
//   - What is kept in memory between two answers is made of the books alone, and bounded by the number of wallets and of closed
//     epochs.
//   - What cannot be answered is a [problem.Error] with a stable code and one line that says what to do.
//
// Not guaranteed: where another process writes the books, what is read may be younger than it says.
package view
