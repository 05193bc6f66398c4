// Package store keeps the books of package ledger in a database: SQLite in one file, or PostgreSQL. It implements
// engine.Store.
//
// Guarantees, on both databases:
//   - All or nothing. A commit's transactions, balances, inputs, tree, coverage, window and cursor are written in one
//     database transaction. An error, a context that ends, a killed process or a power cut leaves the books as they
//     were before it or as they are after all of it.
//   - Durable when answered. SQLite runs in WAL mode with synchronous = FULL; PostgreSQL with synchronous_commit = on,
//     whatever the server's default, and waits for its synchronous replicas, where it has some, also after the server stopped waiting.
//   - One writer at a time. Within a process callers take turns in the order of asking. Between processes SQLite's write
//     lock is waited for 20 seconds; on PostgreSQL a table lock, taken before the snapshot, makes writers queue, on top of
//     REPEATABLE READ with at most 10 attempts after a serialisation failure. Readers never wait for a writer nor it for them.
//   - Nobody overwrites what they have not seen. A commit compares the cursor and the number of inputs that its writer saw with
//     those of the books, within its transaction: engine.ErrMoved when another writer was there.
//   - Each read is of one state of the books. Transactions and Inputs read what never changes, by the page, so they may
//     also yield what was committed after they began.
//   - Once and only once. A key is in the journal once; a transaction is reversed at most once; a log of the chain is
//     booked again only after it was reversed, whatever block it is in by then. Unique indexes and a trigger hold this
//     for anybody who writes to the tables.
//   - Append-only. Triggers refuse UPDATE and DELETE, and TRUNCATE on PostgreSQL, on journal, posting, tile, input
//     and account.
//   - One chart of accounts. Books of another one are opened for their inputs only, see ConnectInputs.
//   - Exact. Amounts are digits on SQLite and numeric(78,0) on PostgreSQL; nothing is ever added up in SQL.
//   - Inputs are kept packed (package compact), and everything that is sealed is made of what they unpack to.
//   - The same commits give the same journal, head, tree and balances on both.
//   - Verify covers every column of every row of every table: journal and postings by the hash chain, balances and days
//     by adding up, inputs by their leaves, the order of inputs and transactions by the tree, accounts and the small tables
//     by a digest in each row and one over all rows in the head's. ConnectReadOnly never changes a byte.
//
// Costs: a commit needs a number of statements that does not grow with its size, but one for every 64 rows on SQLite and
// for every 10,000 on PostgreSQL (COPY counts as one). A balance at an instant reads one row for every day the account
// changes before it, and the account's postings of that one day; it looks for both among those of each wide transaction
// (ledger.WidePostings), which lie apart so that writing one touches nothing of the others. Verify holds accounts, balances, and days but
// for those of wide transactions in memory, and of the journal a thousand rows without their postings, and the postings of one
// transaction.
//
// Not guaranteed:
//   - Triggers do not bind whoever owns the tables: a superuser can switch them off, and on SQLite INSERT OR REPLACE does
//     not fire them. Verify finds what was changed, unless somebody computes every hash anew from there on; against that
//     a checkpoint, kept elsewhere, is what to compare with.
//   - A file on a network file system: SQLite's locks and WAL need a local disk.
//   - PostgreSQL behind a pooler that changes the session's settings. Other databases that speak PostgreSQL's protocol
//     are not tested.
//   - There are no foreign keys between journal, posting and account; Verify checks those references instead, so that
//     a bulk load need not look up each row's.
package store
