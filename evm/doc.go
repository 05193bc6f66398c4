// Package evm is what every reader of an EVM chain shares: a log, a transaction, the place of either in its block, and one
// decoder of ABI-encoded words for the data of logs and for calldata.
//
//	log.Topics[0]   which event                            [Topic]
//	log.Topics[n]   an indexed argument, one word          [Log.IndexedAddress], [Log.Indexed]
//	log.Data        the other arguments, in order          [Words]
//	tx.Input[:4]    which function                         [Selector]
//	tx.Input[4:]    its arguments, in order                [Words]
//
// Guarantees:
//   - A decoder of Words answers or returns an error that names the argument, counted from 1. It never panics, whatever the
//     bytes are, and never allocates more than they are long.
//   - What it answers is what go-ethereum's abi package answers; a fuzz test holds them together. It is stricter in one
//     thing: an address whose upper twelve bytes are not zero is an error, and not an address that is cut out of a number.
//   - The fields of [Log] and [Tx], in their order, are the recorded form of a block. A field that moves makes other books.
//
// Not guaranteed: that a log or a transaction is the chain's. Whoever makes one has proven it before.
package evm
