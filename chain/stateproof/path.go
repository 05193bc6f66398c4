package stateproof

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/trie"
)

// MaxNodes is the most nodes that a proof may have: a key of 32 bytes has 64 half bytes, and the root stands above them.
const MaxNodes = 65

// errNotThere says that the next node of the proof is not the one that the node above it names.
var errNotThere = errors.New("the next node is another one")

// path hands out the nodes of a proof, each one time and in their order. It is what the verification reads them from.
type path struct {
	nodes [][]byte
	next  int
}

// Has is asked by nobody and is there for the interface.
func (p *path) Has(hash []byte) (bool, error) {
	_, err := p.peek(hash)
	return err == nil, nil
}

// Get is the next node if it has this hash.
func (p *path) Get(hash []byte) ([]byte, error) {
	node, err := p.peek(hash)
	if err == nil {
		p.next++
	}
	return node, err
}

func (p *path) peek(hash []byte) ([]byte, error) {
	if p.next == len(p.nodes) || crypto.Keccak256Hash(p.nodes[p.next]) != common.Hash(hash) {
		return nil, errNotThere
	}
	return p.nodes[p.next], nil
}

// verify is the value of a key in the tree of a root; nil when the nodes prove that it has none. The key is hashed first,
// as in every tree of the state.
func verify(root common.Hash, key []byte, nodes [][]byte) ([]byte, error) {
	if len(nodes) > MaxNodes {
		return nil, fmt.Errorf("the proof has %d nodes, more than the %d that a tree is deep", len(nodes), MaxNodes)
	}
	if root == types.EmptyRootHash {
		return nil, empty(nodes)
	}
	p := &path{nodes: nodes}
	value, err := trie.VerifyProof(root, crypto.Keccak256(key), p)
	if err != nil {
		return nil, err
	}
	if p.next != len(nodes) {
		return nil, fmt.Errorf("the proof ends after %d nodes, and %d follow", p.next, len(nodes)-p.next)
	}
	return value, nil
}

// empty checks the proof of a tree with nothing in it: no node, or the one that stands for nothing.
func empty(nodes [][]byte) error {
	if len(nodes) == 0 || len(nodes) == 1 && crypto.Keccak256Hash(nodes[0]) == types.EmptyRootHash {
		return nil
	}
	return fmt.Errorf("the tree is empty, and the proof has %d nodes", len(nodes))
}
