// Package answer reads the books for people: quotes, statements of holders, trial balances, estimates, and how fresh each
// of them is.
// The command line and the HTTP API give the same answers because both take them from here.
//
// Guarantees:
//   - An answer is read at one state of the books: the freshness that it carries is that of its numbers.
//   - A quote comes from the rules of package sale and from nowhere else, and the transaction that it hands out pays exactly
//     what the quote says.
//   - Scores and estimates come from package rewards and from nowhere else. What a person assumes is read exactly: a decimal
//     or a percentage, never a floating-point number. An estimate is about 1,000 wallets and 600 months at most.
//   - What cannot be answered is a *Refusal with a stable code and one line that says what to do.
//
// Not guaranteed: that a purchase sent later still costs the same. The contract decides when it is mined. Nor that an
// estimate comes true.
package answer
