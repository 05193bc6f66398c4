// Package ledger is the double-entry journal: accounts, postings, transactions, the hash chain, checkpoints and proofs.
//
// Guarantees:
//   - A posting moves a positive amount of one asset from one account to another, so every asset sums to zero over all
//     accounts, always.
//   - An account that holds what is owed or owned never goes below zero; only accounts that stand for the world outside
//     the books may (Account.Overdraft says which).
//   - A transaction is sealed once: its hash covers every field of it, of its postings and of everything before it.
//     Nothing here changes or removes a sealed transaction; a mistake or a reorganisation of the chain is a reversal.
//   - Times of booking never go backwards along the journal.
//   - A sealed day's checkpoint lets anybody check one posting against one hash without having the rest of the books.
//
// Everything is pure: no clock, no database, no network. Whoever stores a journal keeps the order and the uniqueness of
// keys; Verifier finds every difference between what is stored and what this package would have sealed.
package ledger
