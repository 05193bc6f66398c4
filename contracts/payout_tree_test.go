package contracts_test

import (
	"bytes"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/math"
	"github.com/ethereum/go-ethereum/crypto"
)

// grant is a leaf: what an account was granted since the beginning, in base units.
type grant struct {
	account    common.Address
	cumulative *big.Int
}

// encoded is the leaf as Solidity's abi.encode writes it: two words of 32 bytes.
func (g grant) encoded() []byte {
	return append(common.LeftPadBytes(g.account[:], 32), math.U256Bytes(new(big.Int).Set(g.cumulative))...)
}

func (g grant) hash() common.Hash {
	return crypto.Keccak256Hash(crypto.Keccak256(g.encoded()))
}

// payoutTree is OpenZeppelin's StandardMerkleTree: the root first, the children of node i at 2i+1 and 2i+2, the leaves
// last and backwards in the order of their hashes.
type payoutTree struct {
	grants []grant
	nodes  []common.Hash
}

func newPayoutTree(grants ...grant) payoutTree {
	var leaves []common.Hash
	for _, g := range grants {
		leaves = append(leaves, g.hash())
	}
	return payoutTree{grants, treeOver(leaves)}
}

func treeOver(leaves []common.Hash) []common.Hash {
	slices.SortFunc(leaves, func(a, b common.Hash) int { return bytes.Compare(a[:], b[:]) })
	nodes := make([]common.Hash, 2*len(leaves)-1)
	for i, leaf := range leaves {
		nodes[len(nodes)-1-i] = leaf
	}
	for i := len(leaves) - 2; i >= 0; i-- {
		nodes[i] = pairHash(nodes[2*i+1], nodes[2*i+2])
	}
	return nodes
}

func pairHash(a, b common.Hash) common.Hash {
	if bytes.Compare(a[:], b[:]) > 0 {
		a, b = b, a
	}
	return crypto.Keccak256Hash(a[:], b[:])
}

func (p payoutTree) root() common.Hash { return p.nodes[0] }

func (p payoutTree) total() *big.Int {
	sum := new(big.Int)
	for _, g := range p.grants {
		sum.Add(sum, g.cumulative)
	}
	return sum
}

// file stands for the hash of the published tree.
func (p payoutTree) file() common.Hash { return crypto.Keccak256Hash([]byte("file"), p.nodes[0][:]) }

// checkpoint stands for the root of the books that the tree was made from.
func (p payoutTree) checkpoint() common.Hash {
	return crypto.Keccak256Hash([]byte("checkpoint"), p.nodes[0][:])
}

// of is the account's leaf and its proof.
func (p payoutTree) of(t tester, account common.Address) (grant, [][32]byte) {
	t.Helper()
	for _, g := range p.grants {
		if g.account == account {
			return g, p.proof(slices.Index(p.nodes, g.hash()))
		}
	}
	t.Fatalf("%s has no leaf", account)
	return grant{}, nil
}

// proof holds the siblings on the way from a node up to the root.
func (p payoutTree) proof(node int) [][32]byte {
	proof := [][32]byte{}
	for ; node > 0; node = (node - 1) / 2 {
		sibling := node + 1
		if node%2 == 0 {
			sibling = node - 1
		}
		proof = append(proof, p.nodes[sibling])
	}
	return proof
}

// TestPayoutTreeIsOpenZeppelins takes its numbers from the README of @openzeppelin/merkle-tree.
func TestPayoutTreeIsOpenZeppelins(t *testing.T) {
	t.Parallel()
	tree := newPayoutTree(
		grant{common.HexToAddress("0x1111111111111111111111111111111111111111"), big.NewInt(5_000_000_000_000_000_000)},
		grant{common.HexToAddress("0x2222222222222222222222222222222222222222"), big.NewInt(2_500_000_000_000_000_000)},
	)
	if want := common.HexToHash("0xd4dee0beab2d53f2cc83e567171bd2820e49898130a22622b10ead383e90bd77"); tree.root() != want {
		t.Fatalf("root %s, want %s", tree.root(), want)
	}
	_, proof := tree.of(t, common.HexToAddress("0x1111111111111111111111111111111111111111"))
	if want := common.HexToHash("0xb92c48e9d7abe27fd8dfd6b5dfdbfb1c9a463f80c712b66f3a5180a090cccafc"); len(proof) != 1 || proof[0] != want {
		t.Fatalf("proof %x, want %s", proof, want)
	}
}
