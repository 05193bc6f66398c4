// Package httpapi serves the books over HTTP: a JSON API whose OpenAPI description comes from its typed handlers, health and
// readiness, metrics, and the page of package dashboard.
//
// Guarantees:
//   - Strangers only read. What changes something is for operators: somebody with a token, or who signed in with a wallet
//     (ERC-4361) and whose request comes from the page itself. Who that is and what they may do is looked up for every request,
//     before its body is read.
//   - Every answer about money says how fresh it is (as_of) and how well it is proven (proof). Amounts are digits of base
//     units with their asset and decimals, never floating-point numbers. An estimate is no amount: its numbers are decimal
//     strings in whole units, and each thing that it assumes stands in the answer with its source.
//   - Every error is a problem document (RFC 9457) with a stable code. Texts of errors inside the server, stacks and paths go
//     to the log and nowhere else.
//   - The size of a request, the length of a list, the time of an answer, the number of streams and, when Options.Rate is set,
//     the requests of one client are bounded, and so is the memory for all of these.
//   - Browsers are told to do nothing with answers but show them. Pages of other sites may read what everybody may, without
//     anything that says who the visitor is.
//
// Not guaranteed: that many clients together do not ask too much. Put a proxy in front where strangers can reach it, and TLS,
// which this package does not speak. Sessions live in memory: a restart ends them.
package httpapi
