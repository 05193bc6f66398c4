// Package quote shows what nodes cost and what they would earn: quotes with the transaction to send, estimates, scores, and how
// ready the program is for its TGE (token generation event).
//
// Guarantees:
//   - A quote comes from the rules of package sale and from nowhere else, and the transaction that it hands out pays exactly
//     what the quote says.
//   - Scores and estimates come from package rewards and from nowhere else. What a person assumes is read exactly: a decimal
//     or a percentage, never a floating-point number. An estimate is about 1,000 wallets and 600 months at most.
//   - The cost of an estimate for which nobody gave a price is such a quote; of a sale that is sold out there is none. After the TGE
//     an estimate begins at the day of the books.
//
// Not guaranteed: that a purchase sent later still costs the same. The contract decides when it is mined. Nor that an estimate
// comes true.
package quote
