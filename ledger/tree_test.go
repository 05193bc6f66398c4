package ledger_test

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/rfc6962"
	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// grown are books of n leaves, every third of which is an input: the head after each leaf, and what the tree has.
type grown struct {
	heads   []ledger.Head // heads[i] has i leaves
	entries [][]byte
	leaves  []ledger.Hash
	tiles   []ledger.Hash
	txs     map[int]*ledger.Transaction // by leaf
}

func grow(t interface{ Fatal(...any) }, n int, postings func() int) *grown {
	g := &grown{heads: []ledger.Head{{}}, txs: map[int]*ledger.Transaction{}}
	for i := range n {
		head := g.heads[i]
		var tile *ledger.Hash
		if i%3 == 0 {
			payload := fmt.Append(nil, "payload", i)
			g.entries = append(g.entries, ledger.InputEntry(head.Inputs+1, head.Sequence, "block", ledger.Digest(payload)))
			var leaf ledger.Hash
			leaf, tile, head = head.Take("block", payload)
			g.leaves = append(g.leaves, leaf)
		} else {
			d := purchase(uint64(i+1), byte(i), int64(i))
			d.Postings = d.Postings[:postings()]
			tx, whole, next, err := head.Seal(d)
			if err != nil {
				t.Fatal(err)
			}
			tile, head, g.txs[i] = whole, next, &tx
			g.entries = append(g.entries, ledger.TransactionEntry(tx.Sequence, tx.Hash))
			g.leaves = append(g.leaves, ledger.TransactionLeaf(tx.Sequence, tx.Hash))
		}
		if g.heads = append(g.heads, head); tile != nil {
			g.tiles = append(g.tiles, *tile)
		}
	}
	return g
}

// nodes reads the tree of the leaves, made by somebody else's code.
func (g *grown) nodes(ids []compact.NodeID) ([]ledger.Hash, error) {
	out := make([]ledger.Hash, len(ids))
	for i, id := range ids {
		first, end := id.Coverage()
		out[i] = theirRoot(g.leaves[first:end])
	}
	return out, nil
}

// theirRoot is the root over leaves' hashes by transparency-dev's code.
func theirRoot(leaves []ledger.Hash) ledger.Hash {
	r := (&compact.RangeFactory{Hash: rfc6962.DefaultHasher.HashChildren}).NewEmptyRange(0)
	for i := range leaves {
		if err := r.Append(leaves[i][:], nil); err != nil {
			panic(err)
		}
	}
	root, err := r.GetRootHash(nil)
	if err != nil {
		panic(err)
	}
	if root == nil {
		root = rfc6962.DefaultHasher.EmptyRoot()
	}
	return ledger.Hash(root)
}

func one() int { return 1 }

func TestTheTreeIsThatOfRFC6962(t *testing.T) {
	t.Parallel()
	g := grow(t, 1030, one)
	for i, entry := range g.entries {
		if ledger.LeafHash(entry) != g.leaves[i] || !bytes.Equal(rfc6962.DefaultHasher.HashLeaf(entry), g.leaves[i][:]) {
			t.Fatalf("leaf %d is not the hash of %q", i, entry)
		}
	}
	for _, size := range []int{0, 1, 2, 3, 255, 256, 257, 511, 512, 1029, 1030} {
		if head := g.heads[size]; head.Root() != theirRoot(g.leaves[:size]) || head.Size() != uint64(size) ||
			head.Inputs+head.Sequence != uint64(size) || !head.Tree.Whole() {
			t.Errorf("the tree of %d leaves is %v", size, head)
		}
	}
	var want []ledger.Hash
	for tile := range slices.Chunk(g.leaves[:1024], ledger.TileWidth) {
		want = append(want, theirRoot(tile))
	}
	if !slices.Equal(g.tiles, want) {
		t.Errorf("%d tiles, or others", len(g.tiles))
	}
}

// What is written down of the tree was computed by another program in another language.
func TestTheEntriesAreFrozen(t *testing.T) {
	t.Parallel()
	g := grow(t, 5, func() int { return 3 })
	want := "input\n2\n2\nblock\nb4f3bdff83fbf2030f6e60c0ebf5f184946b84855482e2e02b43207f4ced1eb7\n"
	if got := string(g.entries[3]); got != want {
		t.Errorf("%q", got)
	}
	if root := g.heads[5].Root().String(); root != "0x642cff7d5373272b5cf89c3622beee0dc2ab022e99ecf384c6b529524c91a046" {
		t.Errorf("the root is %s; entries are %q", root, g.entries)
	}
}

func TestLeavesAreProvenInEveryTree(t *testing.T) {
	t.Parallel()
	g := grow(t, 300, one)
	rapid.Check(t, func(t *rapid.T) {
		size := rapid.IntRange(1, 300).Draw(t, "size")
		index := rapid.IntRange(0, size-1).Draw(t, "index")
		root := theirRoot(g.leaves[:size])
		p, err := ledger.ProveLeaf(g.entries[index], uint64(index), uint64(size), g.nodes)
		if err != nil || p.Root != root {
			t.Fatal(err)
		}
		bad := p
		bad.Entry = g.entries[(index+1)%300]
		if err := bad.Verify(uint64(size), root); !errors.Is(err, ledger.ErrProof) {
			t.Fatalf("another entry was proven: %v", err)
		}
		if err := p.Verify(uint64(size), ledger.Hash{1}); !errors.Is(err, ledger.ErrProof) {
			t.Fatalf("proven against another root: %v", err)
		}
		if err := p.Verify(uint64(size)+1, root); !errors.Is(err, ledger.ErrProof) {
			t.Fatalf("proven in a tree of another size: %v", err)
		}
		if bad = p; size > 1 {
			bad.Path = append([]ledger.Hash{{1}}, p.Path[1:]...)
			if err := bad.Verify(uint64(size), root); !errors.Is(err, ledger.ErrProof) {
				t.Fatalf("proven along another path: %v", err)
			}
		}
	})
}

func TestBooksOfALaterDayBeginWithThoseOfAnEarlier(t *testing.T) {
	t.Parallel()
	g := grow(t, 300, one)
	rapid.Check(t, func(t *rapid.T) {
		to := rapid.IntRange(0, 300).Draw(t, "to")
		from := rapid.IntRange(0, to).Draw(t, "from")
		before, after := theirRoot(g.leaves[:from]), theirRoot(g.leaves[:to])
		p, err := ledger.ProveConsistency(uint64(from), uint64(to), g.nodes)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Verify(before, after); err != nil {
			t.Fatal(err)
		}
		for _, forged := range []ledger.ConsistencyProof{
			{From: p.From, To: p.To, FromRoot: ledger.Hash{1}, ToRoot: after, Path: p.Path},
			{From: p.From, To: p.To, FromRoot: before, ToRoot: ledger.Hash{1}, Path: p.Path},
			{From: p.From, To: p.To, FromRoot: before, ToRoot: after, Path: append(slices.Clone(p.Path), ledger.Hash{})},
		} {
			if from == 0 && forged.ToRoot == (ledger.Hash{1}) {
				continue // whatever it is, it begins with nothing
			}
			if err := forged.Verify(forged.FromRoot, forged.ToRoot); !errors.Is(err, ledger.ErrProof) {
				t.Fatalf("a forged proof from %d to %d holds: %v", from, to, err)
			}
			if err := p.Verify(forged.FromRoot, forged.ToRoot); len(forged.Path) == len(p.Path) && !errors.Is(err, ledger.ErrProof) {
				t.Fatalf("proven to somebody who knows other roots: %v", err)
			}
		}
	})
}

func TestLineProofs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(2, 40).Draw(t, "leaves")
		g := grow(t, n, func() int { return rapid.IntRange(1, 3).Draw(t, "postings") })
		size := rapid.IntRange(2, n).Draw(t, "size")
		index := rapid.IntRange(1, size-1).Filter(func(i int) bool { return i%3 != 0 }).Draw(t, "transaction")
		tx := g.txs[index]
		line, root := rapid.IntRange(0, len(tx.Postings)-1).Draw(t, "line"), g.heads[size].Root()
		p, err := ledger.ProveLine(tx, line, uint64(index), uint64(size), g.nodes)
		if err != nil {
			t.Fatal(err)
		}
		if err := p.Verify(uint64(size), root); err != nil {
			t.Fatal(err)
		}
		p.Posting.Amount, _ = p.Posting.Amount.Add(money.Units(p.Posting.Amount.Asset(), 1))
		if err := p.Verify(uint64(size), root); !errors.Is(err, ledger.ErrProof) {
			t.Fatalf("another amount was proven: %v", err)
		}
		p.Posting = tx.Postings[line]
		if err := p.Verify(uint64(size), ledger.Hash{1}); !errors.Is(err, ledger.ErrProof) {
			t.Fatalf("proven against another root: %v", err)
		}
		p.Leaf.Entry = g.entries[0]
		if err := p.Verify(uint64(size), root); !errors.Is(err, ledger.ErrProof) {
			t.Fatalf("proven by another leaf: %v", err)
		}
	})
}
