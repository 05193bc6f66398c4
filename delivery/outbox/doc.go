// Package outbox keeps the notices that are to be sent, and the log of what became of them, in a database beside the books: of books in a
// SQLite file the file FILE.notices, of books in PostgreSQL the schema nodeledger_notices of the same database.
//
// Guarantees:
//   - Nothing of it is part of the books: no table of theirs is read or written, and losing it loses no book entry.
//   - A notice is taken in once, by its ID, with one delivery for each target that wants it, all in one transaction with how far the
//     journal was looked at.
//   - One process at a time sends: whoever has the turn, which ends by itself when that process is gone.
//   - A target's deliveries have numbers in the order in which they were taken in, and [Outbox.Next] gives the smallest that waits.
//   - No secret is kept: no URL, no signature, no answer's body.
//
// Not guaranteed: that a delivery which was sent is marked. A process that ends in between sends it again, with the same ID.
package outbox
