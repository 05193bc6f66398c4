package merkle_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout/merkle"
)

// grid is n leaves whose wallets are the numbers from 1; leaf i has i x 250,000,000 + i mod 7.
func grid(n int) []merkle.Leaf {
	leaves := make([]merkle.Leaf, n)
	for k := range leaves {
		i := uint64(k) + 1
		binary.BigEndian.PutUint64(leaves[k].Wallet[12:], i)
		leaves[k].Amount.SetUint64(i*250_000_000 + i%7)
	}
	return leaves
}

// scattered is n leaves in no order, with amounts of every length up to 2^256-1.
func scattered(n int) []merkle.Leaf {
	leaves := make([]merkle.Leaf, n)
	for i := range leaves {
		seed := crypto.Keccak256(fmt.Append(nil, i))
		leaves[i].Wallet = ledger.Wallet(seed[:20])
		leaves[i].Amount.SetAllOne().Rsh(&leaves[i].Amount, uint(seed[20]))
	}
	return leaves
}

func build(t rapid.TB, leaves []merkle.Leaf) *merkle.Tree {
	t.Helper()
	tree, err := merkle.Build(leaves)
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func drawLeaves(t *rapid.T) []merkle.Leaf {
	drawn := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) merkle.Leaf {
		var l merkle.Leaf
		copy(l.Wallet[:], rapid.SliceOfN(rapid.Byte(), 20, 20).Draw(t, "wallet"))
		l.Amount.SetBytes(rapid.SliceOfN(rapid.Byte(), 1, 32).Draw(t, "amount"))
		if l.Amount.IsZero() {
			l.Amount.SetOne()
		}
		return l
	}), 1, 70, func(l merkle.Leaf) ledger.Wallet { return l.Wallet }).Draw(t, "leaves")
	return drawn
}

func TestEveryProofVerifiesAndNoOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		leaves := drawLeaves(t)
		tree := build(t, slices.Clone(leaves))
		one := uint256.NewInt(1)
		for i, leaf := range leaves {
			proof, ok := tree.ProofOf(leaf.Wallet)
			if !ok || !slices.Equal(proof, tree.Proof(i)) || tree.Leaf(i) != leaf {
				t.Fatalf("leaf %d is not found by its wallet", i)
			}
			if !merkle.Verify(tree.Root(), leaf, proof) {
				t.Fatalf("the proof of leaf %d does not verify", i)
			}
			more, other := leaf, leaf
			more.Amount.Add(&more.Amount, one)
			other.Wallet[rapid.IntRange(0, 19).Draw(t, "byte")] ^= 1 << rapid.IntRange(0, 7).Draw(t, "bit")
			root := tree.Root()
			root[31] ^= 1
			if merkle.Verify(tree.Root(), more, proof) || merkle.Verify(tree.Root(), other, proof) || merkle.Verify(root, leaf, proof) {
				t.Fatalf("the proof of leaf %d verifies for another amount, wallet or root", i)
			}
			if j := rapid.IntRange(0, len(leaves)-1).Draw(t, "another"); j != i && merkle.Verify(tree.Root(), leaves[j], proof) {
				t.Fatalf("the proof of leaf %d verifies for leaf %d", i, j)
			}
			if len(proof) > 0 && merkle.Verify(tree.Root(), leaf, proof[:len(proof)-1]) {
				t.Fatalf("a part of the proof of leaf %d verifies", i)
			}
		}
		var stranger ledger.Wallet
		copy(stranger[:], crypto.Keccak256(leaves[0].Wallet[:]))
		if _, ok := tree.ProofOf(stranger); ok {
			t.Fatal("a wallet without a leaf has a proof")
		}
	})
}

func TestOrderOfLeavesDoesNotChangeTheRoot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		leaves := drawLeaves(t)
		shuffled := rapid.Permutation(leaves).Draw(t, "shuffled")
		if a, b := build(t, leaves), build(t, shuffled); a.Root() != b.Root() {
			t.Fatalf("roots %s and %s of the same leaves", a.Root(), b.Root())
		}
	})
}

// Trees on both sides of the size at which several goroutines share the work, made again with another Keccak in a line.
func TestNodesAreHashesOfTheirChildren(t *testing.T) {
	for _, n := range []int{511, 512, 513, 1024, 1025, 5000} {
		leaves := scattered(n)
		tree := build(t, leaves)
		level := make([][]byte, n)
		for i, l := range leaves {
			amount := l.Amount.Bytes32()
			level[i] = crypto.Keccak256(crypto.Keccak256(make([]byte, 12), l.Wallet[:], amount[:]))
		}
		slices.SortFunc(level, bytes.Compare)
		// The lowest hash is the last node.
		slices.Reverse(level)
		nodes := append(make([][]byte, n-1), level...)
		for i := n - 2; i >= 0; i-- {
			pair := [][]byte{nodes[2*i+1], nodes[2*i+2]}
			slices.SortFunc(pair, bytes.Compare)
			nodes[i] = crypto.Keccak256(pair...)
		}
		if root := tree.Root(); !bytes.Equal(root[:], nodes[0]) {
			t.Errorf("%d leaves: root %s, expected 0x%x", n, root, nodes[0])
		}
	}
}

func TestBuildRefuses(t *testing.T) {
	if _, err := merkle.Build(nil); !errors.Is(err, merkle.ErrNoLeaves) {
		t.Errorf("no leaves: %v", err)
	}
	twice := scattered(2000)
	twice[1500].Wallet = twice[3].Wallet
	zero := scattered(2000)
	zero[7].Amount.Clear()
	for want, leaves := range map[string][]merkle.Leaf{"leaves 3 and 1500 are both of 0x": twice, "leaf 7, 0x": zero} {
		if _, err := merkle.Build(leaves); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("got %v, expected %q", err, want)
		}
	}
}

func TestDumpTellsOfAFullDisk(t *testing.T) {
	full := errors.New("no space left")
	if err := build(t, scattered(2000)).Dump(&failing{full}); !errors.Is(err, full) {
		t.Errorf("got %v", err)
	}
}

type failing struct{ err error }

func (f *failing) Write([]byte) (int, error) { return 0, f.err }

func TestHashesAreRead(t *testing.T) {
	h := build(t, grid(3)).Root()
	if back, err := merkle.ParseHash(h.String()); err != nil || back != h {
		t.Errorf("%s is read as %s: %v", h, back, err)
	}
	for _, text := range []string{"", "0x", h.String()[2:], h.String()[:65], h.String() + "0", "0x" + strings.Repeat("g", 64)} {
		if _, err := merkle.ParseHash(text); err == nil {
			t.Errorf("%q is read as a hash", text)
		}
	}
}

func TestLoadReadsPiecemeal(t *testing.T) {
	tree := build(t, scattered(40))
	var dump bytes.Buffer
	if err := tree.Dump(&dump); err != nil {
		t.Fatal(err)
	}
	back, err := merkle.Load(iotest.OneByteReader(&dump))
	if err != nil || back.Root() != tree.Root() {
		t.Errorf("a dump that comes byte by byte: %v", err)
	}
}
