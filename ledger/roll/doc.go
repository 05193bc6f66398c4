// Package roll keeps something for each of millions of wallets, in a few bytes more than it takes to write that down.
//
// Most entries lie one after the other in bytes, in the order of their keys; those that were set since lie in a map beside them, and are
// brought into the bytes when there are many. So a roll of a million entries has no pointers for a collector to follow, and one that was
// written as bytes is read without making a million things of them.
//
// Guaranteed: a [Roll] answers as a map does; rolls that hold the same have the same bytes, however it came there; [Roll.ReadBytes] takes
// only what [Roll.Bytes] can have given, and nothing that it is given ends the program; reading a roll changes nothing of it, so
// that many may at once. Not guaranteed: speed for a few entries, where a map is better.
package roll
