// Package stateproof verifies what eth_getProof answers (EIP-1186) against the state root of a block's header.
//
// A state root is the root of a Merkle Patricia tree over all accounts. An account holds the root of another tree over the
// slots of its contract's storage. A proof is the list of nodes from a root down to the leaf, or to the place where the
// leaf would have been:
//
//	header.stateRoot ── nodes ──▶ account: nonce, balance, code hash, storage root ── nodes ──▶ slot: 32 bytes
//
// Guarantees:
//   - A value is given only when every node hashes to what the node above it names, up to the root. One altered bit of one
//     node, a node left out, one too many, or nodes in another order are an error.
//   - Absence is proven like presence: an address that the state does not hold is an [Account] that does not exist, a slot
//     that was never written is zero.
//   - An answer cannot make it panic or run long: a proof is refused above [MaxNodes] nodes.
//
// Not guaranteed: that the root belongs to the chain. That is the caller's to know, from a header whose hash it has
// recomputed. What a slot means is not known here either.
package stateproof
