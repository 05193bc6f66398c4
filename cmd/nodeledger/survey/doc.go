// Package survey looks at the contracts of a sale through an endpoint, for the draft of a program file: their logs, a sample of their
// transactions, the tokens that moved in these, and views that count.
//
// Guarantees:
//   - It is bounded: so many logs are kept, so many transactions fetched, so many bytes of an answer read; it stops with its context.
//   - Ranges of logs narrow where an endpoint refuses wide ones.
//
// Not guaranteed: that an answer is true. A draft is a guess; what the books take in later is proven.
package survey
