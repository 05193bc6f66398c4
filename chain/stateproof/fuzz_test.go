package stateproof_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/chain/stateproof"
)

// FuzzSlot: no list of nodes proves that a slot holds anything but what it holds, and none makes the verification panic,
// also when the nodes themselves say what the root is.
func FuzzSlot(f *testing.F) {
	_, storage := world(f, 60)
	for _, n := range []byte{1, 7, 60, 61} {
		at := slot(n)
		nodes := storage.prove(f, at[:])
		for len(nodes) < 3 {
			nodes = append(nodes, nil)
		}
		f.Add(n, nodes[0], nodes[1], nodes[2])
	}
	f.Add(byte(1), []byte{0x80}, []byte{0xc0}, []byte{})
	f.Fuzz(func(t *testing.T, n byte, a, b, c []byte) {
		at := slot(n)
		for _, nodes := range [][][]byte{nil, {a}, {a, b}, {a, b, c}, {b, c}} {
			got, err := stateproof.VerifySlot(storage.root, at, nodes)
			want := 1000 * uint64(n)
			if n > 60 {
				want = 0
			}
			if err == nil && (!got.IsUint64() || got.Uint64() != want) {
				t.Fatalf("slot %d holds %s", n, &got)
			}
			if len(nodes) > 0 {
				root := crypto.Keccak256Hash(nodes[0])
				_, _ = stateproof.VerifySlot(root, at, nodes)                         // whatever it says, it says it
				_, _ = stateproof.VerifyAccount(root, common.Address(at[12:]), nodes) // and so here
			}
		}
	})
}
