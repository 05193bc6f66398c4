// Package view reads the books for people: quotes, statements of holders, trial balances, estimates, and how fresh each
// of them is.
// The command line and the HTTP API give the same answers because both take them from here.
//
// Guarantees:
//   - An answer is read at one state of the books: the freshness that it carries is that of its numbers.
//   - A quote comes from the rules of package sale and from nowhere else, and the transaction that it hands out pays exactly
//     what the quote says.
//   - Scores and estimates come from package rewards and from nowhere else. What a person assumes is read exactly: a decimal
//     or a percentage, never a floating-point number. An estimate is about 1,000 wallets and 600 months at most.
//   - A statement's opening balance and its entries make its closing balance, to the base unit, for every account; otherwise
//     there is no statement. Income, what came back of a payment, and what only moved are never mixed.
//   - An epoch that is shown again is computed again, from what the books held at its end.
//   - What is kept in memory between two answers (Epochs, Sources, Codes, Roster) is made of the books alone and bounded by
//     the number of wallets and of closed epochs.
//   - What cannot be answered is a *Refusal with a stable code and one line that says what to do.
//
// Not guaranteed: that a purchase sent later still costs the same. The contract decides when it is mined. Nor that an
// estimate comes true, or that a tax office sees an entry's nature as it is written here. In books with more than 20,000
// holders or referrers their lists may be those of the state before the last; they say which. Where another process writes
// the books, what is read may be younger than it says.
package view
