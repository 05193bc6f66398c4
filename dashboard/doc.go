// Package dashboard serves the books over HTTP: a JSON API whose OpenAPI description comes from its typed handlers, health
// and readiness, metrics, and a page that lists what is there.
//
// Guarantees:
//   - It only reads. No request changes the books.
//   - Every answer about money says how fresh it is (as_of) and how well it is proven (proof). Amounts are digits of base
//     units with their asset and decimals, never floating-point numbers. An estimate is no amount: its numbers are decimal
//     strings in whole units, and each thing that it assumes stands in the answer with its source.
//   - Every error is a problem document (RFC 9457) with a stable code. Texts of errors inside the server, stacks and paths go
//     to the log and nowhere else.
//   - The size of a request, the length of a list and the time of an answer are bounded.
//
// Not guaranteed: protection from many callers at once. Put a proxy with a rate limit in front of it where strangers can
// reach it.
package dashboard
