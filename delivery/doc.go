// Package delivery tells people what the books have to say: it takes notices out of the books into an outbox, and sends them to webhooks
// and mail addresses.
//
//	engine ──> gather ──> outbox (beside the books) ──> one sender for each endpoint ──> webhook, mail
//	                          ^                                │
//	                          └── sent, again later, given up ─┘
//
// Guarantees:
//   - Nothing waits for it: the books go on whatever becomes of a notice, and nothing of it is written into them.
//   - A notice is sent at least once to each endpoint that wants it, always with the same ID and the same body. An endpoint gets its
//     notices in order: one that fails keeps those behind it waiting, until it is delivered or given up.
//   - Of several processes one sends. When it is gone, another one does within [turn].
//   - A restart, or books that are rebuilt, tell nothing again. What happened before there was an outbox is told to nobody.
//   - Secrets are read from files or the environment, and are neither in the outbox nor in a log.
//
// Not guaranteed: that a notice is seen once by a receiver that keeps no IDs: an answer that is lost makes it come again.
package delivery
