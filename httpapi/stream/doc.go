// Package stream tells those who listen what is booked, as it is booked (server-sent events).
//
// Guarantees:
//   - Wherever a listener broke off, what follows is the journal: every transaction after that one, in order, each once.
//   - The journal is read once, however many listen, and not at all while nobody does. Streams, those of one client, and the
//     events that are kept in memory are bounded.
//   - A listener that does not read loses its connection and holds up no other.
//
// Not guaranteed: that every transaction is told. Which are, and in what form, is for those who make a [Broadcaster] to say.
package stream
