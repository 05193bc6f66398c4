// Package devnet is a development chain with a node sale on it: go-ethereum in memory, served as JSON-RPC over HTTP
// on the loopback interface, with NodeSale and NodeLicense deployed, funded wallets, and simulated purchases.
//
// The private keys are derived from the seed in Options, so everybody who reads this package has them. They are for
// this throw-away chain and for nothing else; never send anything of value to their addresses.
//
// Guaranteed:
//   - The same Options and the same calls in the same order give the same chain: the same transactions, receipts and
//     block hashes.
//   - The chain has no wall clock: a block is 12 seconds after its parent, unless Advance or the crowd says otherwise.
//   - Blocks are sealed only by the calls of Chain. A call that returns a receipt has mined it.
//   - Two blocks are never the same, also when the same transactions are mined again after a Fork.
//   - "latest" and "safe" are the head; "finalized" is the last block whose number is a multiple of 32.
//   - The rules are those of Ethereum since the Osaka fork; a transaction may use 16,777,216 gas.
//   - State of every block is kept, so eth_call works at every height.
//   - The server listens on a loopback address only.
//
// Not guaranteed: anything about consensus, peers, gas prices or speed of a real chain. Fork works below the
// finalized block too, which no honest chain does. Transactions sent over HTTP wait until Mine.
package devnet
