// Package rewards holds the rules of what holders earn: scores, points, the token's emission, locks, vesting, estimates,
// readiness for the TGE (token generation event), and campaigns.
//
// Guarantees:
//   - Everything is a pure function of the program, of a snapshot of holders and of what the books hold: no clock, no
//     database, no network. The same arguments give the same bytes and the same drafts.
//   - Scores are exact fractions. A share is floor(pool x weight / total weight): equal scores get equal amounts, and no
//     holder gains by splitting nodes over wallets.
//   - For every pool of every epoch, to the base unit: carried in + amount = paid + carried out. In the books a pool is
//     one account (ledger.PoolCarry): what the epoch gives comes in, what holders get goes out, the rest is the carry.
//   - What left issuance never passes the cap that is in force. The epoch that reaches it issues only what is left, and
//     later ones nothing until a dated setting raises it.
//   - The rules in force at the start of an epoch compute it. A setting that begins later changes no byte of its file.
//   - Emission: the days of a period sum to the period exactly, and whatever the supply no sum ever passes
//     first / (1 - then) of it, because every period's total is floored.
//   - Vesting never falls, is exact at its end and is floored once. What is locked, available and released sums to what
//     was granted at every instant.
//   - Every zero has a reason, for a machine and for a person, and Explain writes down the computation of one holder.
//
// Not guaranteed: that a snapshot is right (who reads it from the books says at which block), that what a score file
// says of providers and queens is true, and that an estimate comes true: each one lists what it assumes.
package rewards
