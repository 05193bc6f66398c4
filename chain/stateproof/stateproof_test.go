package stateproof_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/nodeledger/nodeledger/chain/stateproof"
)

// TestAccountsAreProven proves every account of states of several sizes, and an address that none of them has.
func TestAccountsAreProven(t *testing.T) {
	for _, size := range []byte{1, 2, 17, 200} {
		state, storage := world(t, size)
		for n := byte(1); n <= size; n++ {
			at, want := address(n), account(n, storage.root)
			got, err := stateproof.VerifyAccount(state.root, at, state.prove(t, at[:]))
			if err != nil || !got.Exists || got.Nonce != want.Nonce || !got.Balance.Eq(want.Balance) || got.Storage != want.Root ||
				!bytes.Equal(got.Code[:], want.CodeHash) {
				t.Fatalf("account %d of %d: %+v, %v", n, size, got, err)
			}
		}
		missing := address(size + 1)
		got, err := stateproof.VerifyAccount(state.root, missing, state.prove(t, missing[:]))
		if err != nil || got != (stateproof.Account{Storage: types.EmptyRootHash, Code: types.EmptyCodeHash}) {
			t.Errorf("no account of %d: %+v, %v", size, got, err)
		}
	}
}

// TestSlotsAreProven proves every slot, and that a slot never written holds zero.
func TestSlotsAreProven(t *testing.T) {
	for _, size := range []byte{0, 1, 2, 17, 200} {
		_, storage := world(t, size)
		for n := byte(1); n <= size; n++ {
			at := slot(n)
			got, err := stateproof.VerifySlot(storage.root, at, storage.prove(t, at[:]))
			if err != nil || got.Uint64() != 1000*uint64(n) {
				t.Fatalf("slot %d of %d: %s, %v", n, size, &got, err)
			}
		}
		missing := slot(size + 1)
		got, err := stateproof.VerifySlot(storage.root, missing, storage.prove(t, missing[:]))
		if err != nil || !got.IsZero() {
			t.Errorf("no slot of %d: %s, %v", size, &got, err)
		}
	}
}

// TestAKeptZero: a leaf that holds zero proves zero.
func TestAKeptZero(t *testing.T) {
	key := slot(1)
	storage := newTree(t, map[string][]byte{string(key[:]): {0x80}})
	if v, err := stateproof.VerifySlot(storage.root, key, storage.prove(t, key[:])); err != nil || !v.IsZero() {
		t.Errorf("it holds %s, %v", &v, err)
	}
}

// TestAnEmptyTree: some nodes prove an empty storage with no node, some with the encoding of nothing.
func TestAnEmptyTree(t *testing.T) {
	for _, nodes := range [][][]byte{nil, {{0x80}}} {
		if got, err := stateproof.VerifySlot(types.EmptyRootHash, slot(1), nodes); err != nil || !got.IsZero() {
			t.Errorf("%x: %s, %v", nodes, &got, err)
		}
	}
	for _, nodes := range [][][]byte{{{0x81}}, {{0x80}, {0x80}}, {{}}} {
		if _, err := stateproof.VerifySlot(types.EmptyRootHash, slot(1), nodes); err == nil {
			t.Errorf("%x proves that a slot is empty", nodes)
		}
	}
}

// proofs are proofs of presence and of absence in one tree: of an account and of a slot.
func proofs(t *testing.T) map[string]struct {
	nodes  [][]byte
	verify func(nodes [][]byte) error
} {
	state, storage := world(t, 200)
	type proof = struct {
		nodes  [][]byte
		verify func(nodes [][]byte) error
	}
	ofAccount := func(n byte) proof {
		at := address(n)
		return proof{state.prove(t, at[:]), func(nodes [][]byte) error {
			_, err := stateproof.VerifyAccount(state.root, at, nodes)
			return err
		}}
	}
	ofSlot := func(n byte) proof {
		at := slot(n)
		return proof{storage.prove(t, at[:]), func(nodes [][]byte) error {
			_, err := stateproof.VerifySlot(storage.root, at, nodes)
			return err
		}}
	}
	return map[string]proof{"an account": ofAccount(7), "no account": ofAccount(201), "a slot": ofSlot(7), "no slot": ofSlot(201)}
}

// TestEveryByteCounts alters every byte of every node.
func TestEveryByteCounts(t *testing.T) {
	for name, p := range proofs(t) {
		if err := p.verify(p.nodes); err != nil || len(p.nodes) < 2 {
			t.Fatalf("%s: %d nodes, %v", name, len(p.nodes), err)
		}
		for i := range p.nodes {
			for k := range p.nodes[i] {
				for _, mask := range []byte{0x01, 0x80, 0xff} {
					altered := deep(p.nodes)
					altered[i][k] ^= mask
					if p.verify(altered) == nil {
						t.Fatalf("%s: byte %d of node %d was altered, and the proof holds", name, k, i)
					}
				}
			}
		}
	}
}

// TestOneListProves: a list that is cut anywhere, longer, in another order, or with a cut node proves nothing.
func TestOneListProves(t *testing.T) {
	other, _ := world(t, 3)
	at := address(1)
	foreign := other.prove(t, at[:])[0]
	for name, p := range proofs(t) {
		lists := map[string][][]byte{
			"nothing": nil, "an empty node": {{}}, "another tree's root before": append([][]byte{foreign}, p.nodes...),
			"another tree's root behind": append(slices.Clone(p.nodes), foreign),
			"the last node twice":        append(slices.Clone(p.nodes), p.nodes[len(p.nodes)-1]),
			"the root twice":             append([][]byte{p.nodes[0]}, p.nodes...),
			"many nodes":                 slices.Repeat(p.nodes, stateproof.MaxNodes),
		}
		for n := range p.nodes {
			lists["cut at "+string(rune('0'+n))] = p.nodes[:n]
			lists["without "+string(rune('0'+n))] = slices.Delete(slices.Clone(p.nodes), n, n+1)
			short := deep(p.nodes)
			short[n] = short[n][:len(short[n])-1]
			lists["a cut node "+string(rune('0'+n))] = short
		}
		backwards := slices.Clone(p.nodes)
		slices.Reverse(backwards)
		lists["backwards"] = backwards
		for what, nodes := range lists {
			if p.verify(nodes) == nil {
				t.Errorf("%s: %s proves it", name, what)
			}
		}
	}
}

// TestAnotherKey: the proof of one key says nothing about another, and nothing under another root.
func TestAnotherKey(t *testing.T) {
	state, storage := world(t, 200)
	seven, eight := address(7), address(8)
	if a, err := stateproof.VerifyAccount(state.root, eight, state.prove(t, seven[:])); err == nil {
		t.Errorf("the proof of account 7 proves that account 8 is %+v", a)
	}
	if a, err := stateproof.VerifyAccount(storage.root, seven, state.prove(t, seven[:])); err == nil {
		t.Errorf("under another root it is %+v", a)
	}
	one := slot(1)
	if v, err := stateproof.VerifySlot(storage.root, slot(2), storage.prove(t, one[:])); err == nil {
		t.Errorf("the proof of slot 1 proves that slot 2 holds %s", &v)
	}
}

// TestStrangeLeaves: a leaf that hashes right and is neither an account nor a number is refused.
func TestStrangeLeaves(t *testing.T) {
	at, key := address(1), slot(1)
	for name, leaf := range map[string][]byte{
		"a zero": {0x00}, "a leading zero": {0x82, 0x00, 0x01}, "33 bytes": encoded(t, make([]byte, 33)),
		"a list": {0xc0}, "garbage": {0xff, 0xff}, "something behind": {0x05, 0x06},
		"a short code hash": encoded(t, []any{uint64(1), uint64(1), common.Hash{1}, []byte{1}}),
		"three fields":      encoded(t, []any{uint64(1), uint64(1), common.Hash{1}}),
	} {
		state := newTree(t, map[string][]byte{string(at[:]): leaf})
		if a, err := stateproof.VerifyAccount(state.root, at, state.prove(t, at[:])); err == nil {
			t.Errorf("%s is the account %+v", name, a)
		}
		storage := newTree(t, map[string][]byte{string(key[:]): leaf})
		if v, err := stateproof.VerifySlot(storage.root, key, storage.prove(t, key[:])); err == nil {
			t.Errorf("%s is %s", name, &v)
		}
	}
}
