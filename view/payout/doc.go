// Package payout shows payout runs, their files, what is owed to whom, and a wallet's claim with its proof.
//
// Guarantees:
//   - A run's files are the same bytes for everybody, whenever they are asked for.
//   - A claim that is handed out is in the run's Merkle tree.
//   - A file of which CheckFile finds no difference pays what the books say that part of the run pays, no more and no less.
package payout
