// Package chain watches an EVM chain through JSON-RPC endpoints that it does not trust, and hands on what it could prove.
//
// Guarantees, at level full:
//   - No watched log of a proven stretch is left out, invented or altered, whatever an endpoint answers. Every header is
//     recomputed from its fields and linked to the one before it. A block counts as empty only when its logsBloom rules
//     out every watched log; the receipts of every other block rebuild its receiptsRoot, with blooms that are computed and
//     never taken, and the watched logs in them equal the answer of eth_getLogs field by field. Log indexes are counted;
//     transaction hashes and calldata come from transactions that rebuild the transactionsRoot.
//   - How a chain encodes its blocks needs no setting: a hash has one preimage, and whichever encoding leads to it is the right one.
//     Headers are tried in the layouts of Ethereum and coreth, with one field more at the end and without the last ones; receipts with
//     what deposits (type 0x7e, with a version) and CIP-64 (0x7b) add, and without the last ones, which some chains tell beside the block.
//     Transactions that do not follow from what is told of them go into the root as their bytes, which are fetched where there are facts.
//     No number of a type is decoded that is not Ethereum's: such a transaction has a proven hash, and nothing that it says is taken.
//   - Watched logs are the sale's and those that the filters of the watch take beside it. They are proven alike and come
//     together: each once, in order of the index, even if several filters take it. A filter's log may be in a block only
//     when its bloom has the address and every topic of the filter, so that a busy token costs little. Each group of
//     filters with the same topics costs one more eth_getLogs for a range, or for a block near the head.
//   - An answer that hashes to something else and has fields or types that this version does not know is nobody's fault: the error names
//     them. So it is where several endpoints tell the very same, and where no header of the chain ever hashed to its hash.
//   - A faulty answer is an [engine.Fault] with endpoint, block and difference. Nothing of its stretch is
//     handed on. Another endpoint is asked for the same stretch, and [Watcher.FaultyAnswers] remembers the first.
//   - Endpoints that call the chain final at a number have the same block there, or it is an [engine.Contradiction].
//   - The contract's counter and balances are proven, where an endpoint answers eth_getProof, by the nodes of the state's trees
//     from the state root of a header that hashes to the block's hash: see package stateproof. A [engine.Figure] says whether
//     it is proven, reported or unknown. An endpoint that reports something else than what is proven is faulty, and so is one
//     whose proof does not hold where another's does; the honest one's figure is taken. Figures that nothing proves and that
//     differ are an [engine.Disagreement].
//   - A contract wallet's word about a signature (ERC-1271) counts when it is the one answer that the standard names, all endpoints
//     that answer say so, and two do where there are two. It is asked with bounded gas.
//   - Blocks that are not final are one branch, linked by hash from the top; logs and receipts of them are asked for by
//     block hash. A stretch that does not follow its parent is [engine.ErrForked]: near the head at the word of the endpoint
//     that leads, of what is final only when every endpoint says so. A lower head is no reorganisation.
//   - Answers are bounded in size, requests in time and in number of attempts, what is fetched ahead in batches. Memory
//     does not grow with the number of blocks. A context that ends ends everything.
//   - URLs are shown and logged without user, query, and the parts of the path that may be keys.
//
// What the levels do not show:
//   - full proves that blocks are what their hashes say. It does not verify consensus, which package beacon puts over it: an
//     endpoint that invents a whole branch from the parent on, with headers of its own, can otherwise only be caught by a second
//     endpoint. The very first header of the books links to nothing that was proven before.
//   - Where an endpoint does not serve the bytes of transactions that cannot be encoded, the hashes and bodies of all transactions of the
//     block are its word at level full, and the stretch counts as events; its logs are proven to be complete all the same. One that serves
//     them is asked first from then on. In a scan such a block is passed over when, at the endpoint's word, nothing in it calls the
//     contract: a failed or admin call could hide there; a log could not. [Watcher.Unproven] counts the blocks of each such cause, and the
//     first one of each is logged.
//   - Events that a chain tells beside a block, such as those of a state sync on Polygon before December 2025, are in no root. Watched ones
//     are left out at the levels full and events.
//   - events proves the blocks that returned logs and says nothing about the others: an endpoint that leaves out every log
//     of a block goes unnoticed, unless the contract's counter shows it. In a scan, the same is true of calls without logs.
//     Transactions that cannot be proven are taken at the endpoint's word.
//   - none proves nothing. Facts, hashes and times are the endpoint's word, and every transaction counts as successful
//     unless it is an admin transaction or the scan found it.
//   - With [Options].Agree, at the levels events and none, what fewer endpoints than that leave out, add or alter is a difference that
//     names them, and nothing of the stretch is handed on. What all of them leave out goes unnoticed.
//   - A figure is proven at the levels full and events. What a slot means is certain for our own NodeSale, whose code is part
//     of the proof. A slot that the program file names, or that was found, is as good as that naming and as the reports that
//     it was found by: a lone endpoint could report what some other slot holds. It is believed only as long as an endpoint
//     reports the same. Tokens whose balanceOf is not what their storage holds, such as those that rebase, are reported.
//   - At no level is what a contract says of a signature proven: it is the endpoints' word.
//   - At no level is a transaction's sender proven. The block that a listed admin transaction is in is proven when
//     the stretch comes to it, but a lone endpoint that claims an earlier block for it, and alters the lists of hashes beside
//     the headers, can hide it. A scan at level full leaves no room for that.
//   - Receipts without a status, from before October 2017, do not rebuild a receiptsRoot, and where hashes are not of headers, as on
//     Cosmos, zkSync and Fantom Opera, nothing can be proven: such chains need level none.
package chain
