// Package payout is the rules of paying what the books owe: runs that gather it, the two people who approve a run, and the
// evidence from the chain that settles it.
//
// Guarantees:
//   - A run's lines never change once it is prepared: what somebody is owed later stands in a later run.
//   - The operator who proposed a run never approves it.
//   - A line is settled by evidence from the chain only, and never by more than it is. Whatever the chain shows that no line
//     explains is an Exception with a name, and stays one until somebody says why.
//   - What a run gathered is what is paid, what is open, or what went back when it was cancelled, to the base unit.
//   - Everybody who is owed something and not paid by a run stands in its file with the reason.
//
// Everything is pure. Amounts are base units. Nothing here holds a key or sends anything.
package payout
