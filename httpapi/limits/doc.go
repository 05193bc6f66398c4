// Package limits bounds what a request may cost and what browsers may do with an answer: middlewares that stand before every
// operation and the page.
//
// Guarantees:
//   - The size of a request, the time of an answer and, with a rate, the requests of one client are bounded; the memory for
//     telling clients apart is bounded as well, however many there are.
//   - What takes long is made in turn, is kept while it is true, and counts by what it costs. Who waits for a turn is bounded, and
//     nobody waits for somebody else's network.
//   - Who a client is comes from the connection or from a trusted proxy, never from what a client writes.
//   - Browsers are told to do nothing with answers but show them. Pages of other sites may read what everybody may, and nothing
//     that says who the visitor is.
//   - A mistake in one request ends no other.
//
// Not guaranteed: that many clients together do not ask too much.
package limits
