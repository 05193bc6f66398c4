package stateproof_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/rawdb"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/rlp"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/ethereum/go-ethereum/triedb"
	"github.com/holiman/uint256"
)

// tree is a tree of the state with some entries, and the proofs of it.
type tree struct {
	*trie.Trie
	root common.Hash
}

func newTree(t testing.TB, entries map[string][]byte) tree {
	t.Helper()
	made := trie.NewEmpty(triedb.NewDatabase(rawdb.NewMemoryDatabase(), nil))
	for key, value := range entries {
		if err := made.Update(crypto.Keccak256([]byte(key)), value); err != nil {
			t.Fatal(err)
		}
	}
	return tree{made, made.Hash()}
}

// prove is the list of nodes that proves a key, from the root down.
func (m tree) prove(t testing.TB, key []byte) (nodes [][]byte) {
	t.Helper()
	if m.root == types.EmptyRootHash {
		return nil
	}
	if err := m.Prove(crypto.Keccak256(key), (*list)(&nodes)); err != nil {
		t.Fatal(err)
	}
	return nodes
}

// list takes nodes as they come.
type list [][]byte

func (l *list) Put(_, node []byte) error { *l = append(*l, bytes.Clone(node)); return nil }
func (l *list) Delete([]byte) error      { return nil }

func address(n byte) common.Address { return common.Address{0: 0xa0, 19: n} }
func slot(n byte) common.Hash       { return common.Hash{31: n} }

// account is the account that the made state has at address(n), with a storage.
func account(n byte, storage common.Hash) *types.StateAccount {
	return &types.StateAccount{
		Nonce: uint64(n), Balance: uint256.NewInt(1_000_000 * uint64(n)), Root: storage, CodeHash: crypto.Keccak256([]byte{n}),
	}
}

// world is a state of the accounts 1 to n, and a storage of the slots 1 to n, each of which holds its own number times 1,000.
func world(t testing.TB, n byte) (state, storage tree) {
	t.Helper()
	slots, accounts := map[string][]byte{}, map[string][]byte{}
	for i := byte(1); i <= n; i++ {
		number, key := encoded(t, uint256.NewInt(1000*uint64(i))), slot(i)
		slots[string(key[:])] = number
	}
	storage = newTree(t, slots)
	for i := byte(1); i <= n; i++ {
		at := address(i)
		accounts[string(at[:])] = encoded(t, account(i, storage.root))
	}
	return newTree(t, accounts), storage
}

func encoded(t testing.TB, value any) []byte {
	t.Helper()
	out, err := rlp.EncodeToBytes(value)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// deep copies the nodes of a proof.
func deep(nodes [][]byte) [][]byte {
	out := slices.Clone(nodes)
	for i := range out {
		out[i] = bytes.Clone(out[i])
	}
	return out
}
