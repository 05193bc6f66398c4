// Package merkle publishes who may claim how much as a Merkle tree: OpenZeppelin's StandardMerkleTree, format
// "standard-v1", over leaves of (address, uint256), where the number is the total ever granted in base units.
//
// Guarantees:
//   - Root, proofs and dump are those of npm's @openzeppelin/merkle-tree for the same leaves in the same order, and the
//     dump is the same text as JSON.stringify(tree.dump()) there, byte for byte, but for the head of the books that a tree came
//     from, which follows as one more key and which the library leaves alone. OpenZeppelin's MerkleProof contract accepts the
//     proofs.
//   - A tree has at least one leaf, no wallet twice and no amount of zero.
//   - Load recomputes every hash of a dump, and accepts it only when each leaf belongs to exactly one value.
//   - A tree does not change once it is made, and may be read by many goroutines at once.
//
// Not guaranteed: that amounts only grow from one tree to the next (whoever builds a tree sums what was granted), and the
// spelling of addresses: a dump writes them in lower case, also those that Load found with capitals.
package merkle
