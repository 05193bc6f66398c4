// Package probe guesses the program file of a sale from what its contracts did: their logs, and a sample of their transactions with
// everything that moved in them.
//
// Guarantees:
//   - It is pure: it asks no node. [Plan] says which transactions it would like to see, and [Guess] works on a [Seen].
//   - Every line of a draft says how it is known: "sure" (it follows from what was seen), "likely" (it fits what was seen), or "ask"
//     (nothing on the chain says it).
//   - The same input gives the same draft.
//
// Not guaranteed: that a guess is right. A draft is read by a person, checked by `program check`, and compared with what the project
// published.
package probe
