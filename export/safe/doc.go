// Package safe writes a payout run as the files that a Safe's apps read, so that the owners of a treasury sign exactly what
// the books owe: batches for the Transaction Builder (JSON) and for CSV Airdrop.
//
// Guarantees:
//   - Every transfer of the run stands in exactly one batch, in the order given, with its exact amount; the batches of a run
//     say "1 of 3".
//   - The same run gives the same bytes: the time is the run's, no clock is asked.
//   - The checksum is the one that the Transaction Builder computes, so it imports the file without the warning that it was
//     modified. Read refuses a file whose checksum does not fit, and any call that is not a transfer.
//
// Not guaranteed: that the treasury holds enough, that a token's contract has as many decimals as the program says (CSV
// Airdrop asks the contract, so compare what it shows), and that a batch fits into a block of every chain. A checksum
// protects against accidents, not against somebody who computes a new one: owners compare the transfers with the run.
package safe
