// Package metrics says in Prometheus' text how the books, what they stand on and the process are.
//
// Guarantees:
//   - Every family that is ever served is in [Families], and docs/operations.md has all of them.
//   - Nothing of a wallet, of an operator, of a key or of an address with a password is in a name or a label.
//   - What can still be said is said while the database is away: a scrape does not fail because the books cannot be read.
//
// Not guaranteed: that counts outlive the process. Those that are named total begin again with it, as Prometheus expects.
package metrics
