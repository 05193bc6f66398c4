// Package program reads the program file: the rules of one node sale, in one YAML file that a person can read aloud.
//
// Guarantees:
//   - A Program comes from Read or Load only, is complete (defaults are filled in) and consistent: shares sum to exactly
//     100%, brackets rise, dated lists stand in order, event fields exist and have fitting types, addresses carry a
//     correct checksum or none.
//   - No number passes through a floating-point one: amounts, percentages and factors are taken from the file's own
//     digits, and a form that is not plain digits (1e-3, .5, 0x10, 1_000) is refused.
//   - All mistakes of a file are reported at once, each with its line and column and with what to write instead. Only
//     what keeps the file from being taken apart (text that is not YAML, anchors, too many keys) is reported by itself.
//   - Read never panics and its work is bounded: a file has at most 1 MiB, 10,000 keys and 24 levels.
//
// Not guaranteed: that the rules are those of the contract. A checksum does not make an address the right one, and the
// list of a dated setting that mixes blocks with instants is taken in the order it is written, since no chain is asked
// which came first.
//
// When a setting begins is written "2024-04-01" (midnight UTC), "2024-04-01T12:00:00Z" or "block 19600000".
package program
