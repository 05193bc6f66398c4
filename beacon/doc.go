// Package beacon asks beacon nodes what the consensus says, and hands the engine a chain whose final blocks are proven by it.
//
//	beacon nodes --HTTP--> Light --rules--> package consensus --> final execution headers
//	                                                                      |
//	execution nodes --> package chain ----------------------------> Chain --> engine
//
// Guarantees:
//   - What a beacon node says counts when its signatures and branches hold, see package consensus. A node can be slow or silent; it cannot
//     make a block final. One that sends what does not hold is named in the log and left alone for longer each time.
//   - The final block that [Chain] gives the engine is one that the consensus proves. An execution endpoint that has another block at that
//     number, and calls it final, is set apart until it has the proven one. Where none has it, that is an [engine.Contradiction], with both
//     hashes and the endpoints' names; two final blocks that two thirds of a committee signed are one, too.
//   - A final stretch that ends at the number of a proven block ends in that block.
//   - Answers are bounded in size and requests in time. Endpoints are asked together, and one that answers is enough.
//   - What was followed is kept in a file, written as a whole or not at all.
//
// The file holds the committees, some 100 KB, and is not in the books: it is about the machine's trust and not about the sale, each
// of several servers on one database follows the consensus for itself, and a database that somebody changed brings no committees of
// its own. Without the file the checkpoint is followed again. Whoever can write the file can write the settings as well, which name
// the checkpoint.
//
// Not guaranteed:
//   - That what a first sync books is of the proven block's branch before it has come up to that block: it books as it comes, and
//     fails or is frozen where parent hashes do not lead there. [Chain.FinalityOf] says consensus of proven blocks only. (Endpoints
//     that have another block at a proven one's number are found before anything is booked.)
//   - Parameters of networks that package consensus does not know. They are the endpoints' word, which has to be the same.
package beacon
