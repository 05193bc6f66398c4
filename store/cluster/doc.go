// Package cluster is what several servers on one PostgreSQL database share beside the books: who of them leads, how many they are, when to
// look at the books again, and who signed in. It is in the schema nodeledger_cluster of the books' database.
//
//	one server                    the database                 another server
//	takes or renews the lease --> lease: holder, token, until <-- finds it held
//	commits under its token ----> compares token and clock
//	                              NOTIFY ---------------------> reads what was booked
//
// Guarantees:
//   - At most one server leads at a time by the database's clock. Each term has a token that is larger than all before it.
//   - A commit that is made under a term ([Under]) is refused with [ErrDeposed] once the term has ended, however long the server slept.
//     The next commit of anybody waits for one that was let through, so nothing is between the comparison and its commit.
//   - A lease that was released is taken at the next look, one that was not within [Lasting] and a look.
//   - Whoever takes over from a server that did not release the lease ends that server's connections: a transaction that it left open
//     holds nobody up.
//   - A nonce opens one session, whichever server it is brought to; a session that was ended is ended for all.
//   - No secret stands in a table so that it can be used: sessions are sealed with what the caller alone has, and the key that makes nonces
//     opens nothing without the caller's cookie and the wallet's signature.
//   - Nothing of it is part of the books. Losing it signs everybody out, and the next leader takes a new term.
//
// Not guaranteed: that a token is larger than all before it where the database itself forgot commits that it had answered, as a replica
// does that was made the primary without being synchronous. Commits then still compare what the books were, see docs/adr.
package cluster
