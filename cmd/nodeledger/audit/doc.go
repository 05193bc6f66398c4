// Package audit makes served books again from outside, and says whether they follow from the chain.
//
// The books publish their inputs, their journal and the head of the tree over both. Whoever audits has the program file, endpoints and, for
// the consensus, a checkpoint of their own.
//
// Guarantees:
//   - Every block among the inputs is proven again with the auditor's endpoints, and so is that there is no other one that concerns the
//     books. Parent hashes lead from each to the last final block, and which block is at a number is never an endpoint's word alone; a
//     difference is told of blocks that lead there. Every transaction of the journal is computed again, and compared field by field. The
//     root of the tree is computed from that, and is the published one.
//   - What operators said is no matter of the chain: it is taken from the books, and counted. A whole fact's signature is checked. Of a
//     private fact the body is not public: what it booked is taken as published, as far as a fact of its kind can book that.
//   - Nothing is kept: the books that are made are a temporary file.
//
// Not guaranteed: that what operators said is true; that books which somebody else is shown are these ones, which is what checkpoints that
// witnesses signed are for.
package audit
