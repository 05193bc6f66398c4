// Package traces sends to a collector what a server spends its time on (OpenTelemetry): requests, updates of the books, and what of them
// the database took.
//
// Guarantees:
//   - Spans say the route of a request, its method and status, and the kind of database and of work. Nothing of them names a wallet, an
//     operator, a query, an address with a password, or the text of an error.
//   - Whoever asks decides nothing: identifiers of traces that come with a request are not taken over.
//   - A collector that is slow or away holds up nothing: what does not fit is dropped, at the end as well.
//   - Without a collector nothing is measured, and nothing costs time.
//
// Not guaranteed: that every span arrives.
package traces
