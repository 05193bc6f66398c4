// Package fair shares out what there is a fixed number of, such as connections, streams and turns, so that nobody with many addresses
// of one network shuts out the rest.
//
// Guarantees:
//   - What counts as one client, and what as one network, is the same wherever something is bounded.
//   - When all places are taken, whoever comes from a network with fewer of them gets one.
//   - Nothing waits, and the memory is bounded by the number of places.
//
// Not guaranteed: that many clients of many networks together leave room for others.
package fair
