// Package consensus follows Ethereum's consensus as a light client: from one checkpoint that somebody chose, over the sync committees, to
// execution headers that two thirds of a committee signed as final. It asks no network, no clock and no database.
//
//	checkpoint root                       chosen by a person, younger than the weak subjectivity allows
//	   | hash
//	beacon header --state root--> committee of period N
//	                                 | signs                        (two thirds or more of 512 keys)
//	                              attested header --state root--> committee of period N+1  --> ...
//	                                 | state root
//	                              finalised header --body root--> execution header: number, hash, state root
//
// Guarantees of what a [Chain] takes:
//   - The checkpoint's header hashes to the root that was chosen, and its state has the committee that the chain begins with.
//   - A committee follows the one before it, period by period: it is in the state of a header that two thirds of that one signed, and
//     that header's finalised header is of the same period, so that no committee of a branch that was left is taken.
//   - A signature counts under the fork of the slot before it, on the genesis of the network, by 342 members or more.
//   - A finalised header is in the state of the attested one; its execution header is in its body.
//   - No message is signed in the future of the clock that is given, and none is followed from a checkpoint, or from kept committees, that
//     are older than [Rules].MaxAge.
//   - Two finalised headers at one slot are [Equivocation], with both as evidence, even if each is signed.
//   - A [Refusal] names the rule and what does not hold. After one the Chain is as it was before.
//
// Headers are read as Capella, Deneb, Electra and Fulu have them. A fork that this version does not know is refused by name.
//
// Not guaranteed:
//   - That the checkpoint is of the chain that people mean. Whoever chooses it compares it with what others publish.
//   - Anything about a network two thirds of whose committee sign a lie. A committee is 512 validators of all, drawn for 27 hours; what
//     its members sign wrongly costs them nothing by the protocol.
//   - The slot in which a message was signed: the signature does not cover it. It decides which committee and which fork have to have
//     signed, and nothing else.
//   - Blocks between two finalised headers. They follow from the parent hashes of the execution chain, which package chain checks.
package consensus
