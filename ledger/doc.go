// Package ledger is the double-entry journal: accounts, postings, transactions, the hash chain, the tree over everything and proofs.
//
// Guarantees:
//   - A posting moves a positive amount of one asset from one account to another, so every asset sums to zero over all
//     accounts, always.
//   - An account that holds what is owed or owned never goes below zero; only accounts that stand for the world outside
//     the books may (Account.Overdraft says which).
//   - A transaction is sealed once: its hash covers every field of it, of its postings and of everything before it.
//     Nothing here changes or removes a sealed transaction; a mistake or a reorganisation of the chain is a reversal.
//   - Times of booking never go backwards along the journal.
//   - One tree of RFC 6962 has every input and every transaction in the order in which they were taken. Its root lets anybody check
//     one of them, or one posting, without having the rest of the books, and that books of a later day contain those of an earlier.
//
// Everything is pure: no clock, no database, no network. Whoever stores a journal keeps the order and the uniqueness of
// keys; Verifier finds every difference between what is stored and what this package would have sealed.
package ledger
