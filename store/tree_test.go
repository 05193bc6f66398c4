package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/transparency-dev/merkle/compact"
	"github.com/transparency-dev/merkle/rfc6962"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// grownBooks commits inputs that led to none, one or several transactions, some of which were booked before, in commits of many sizes.
// It gives the entries that the tree must have.
func grownBooks(t *testing.T, s *Store, commits int) (entries []string) {
	t.Helper()
	ctx := context.Background()
	hashes, inputs, sequence := map[string]ledger.Hash{}, 0, 0
	var order []string // of keys, "" is an input
	for c := range commits {
		var step engine.Commit
		for range 1 + c*c%40 {
			inputs++
			var drafts []ledger.Draft
			for range inputs % 4 {
				drafts = append(drafts, purchase(len(hashes)+len(drafts), noon(0)))
			}
			if inputs%7 == 0 {
				drafts = append(drafts, purchase(0, noon(0))) // it is in the journal already
			}
			step.Take(fold.Input{Kind: fold.InputFact, Payload: fmt.Append(nil, "input ", inputs)}, drafts)
			order = append(order, "")
			for _, d := range drafts {
				if _, known := hashes[d.Source.Key()]; !known {
					hashes[d.Source.Key()] = ledger.Hash{}
					order = append(order, d.Source.Key())
				}
			}
		}
		_, err := commit(s, step)
		must(t, err)
	}
	for tx, err := range s.Transactions(ctx, 1) {
		must(t, err)
		hashes[tx.Source.Key()] = tx.Hash
	}
	inputs = 0
	for _, key := range order {
		if key == "" {
			inputs++
			entries = append(entries, string(ledger.InputEntry(uint64(inputs), uint64(sequence), "fact",
				ledger.Digest(fmt.Append(nil, "input ", inputs)))))
			continue
		}
		sequence++
		entries = append(entries, string(ledger.TransactionEntry(uint64(sequence), hashes[key])))
	}
	return entries
}

// theirRoot is the root over entries by transparency-dev's code.
func theirRoot(t *testing.T, entries []string) ledger.Hash {
	t.Helper()
	r := (&compact.RangeFactory{Hash: rfc6962.DefaultHasher.HashChildren}).NewEmptyRange(0)
	for _, e := range entries {
		must(t, r.Append(rfc6962.DefaultHasher.HashLeaf([]byte(e)), nil))
	}
	root, err := r.GetRootHash(nil)
	must(t, err)
	return ledger.Hash(root)
}

func TestTheTreeHasEverythingInOrder(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		want := grownBooks(t, s, 30)
		size := uint64(len(want))
		state, err := s.State(ctx)
		must(t, err)
		if head := state.Ledger; size < 800 || head.Size() != size || head.Root() != theirRoot(t, want) || head.Inputs != state.Inputs {
			t.Fatalf("the head is %v, %d leaves; want %d", head, head.Size(), size)
		}
		if v := verified(t, s); v.Head.Root() != state.Ledger.Root() {
			t.Fatal("a verification ends with another root")
		}
		for _, part := range [][2]uint64{{0, size}, {0, 0}, {size, size}, {255, 256}, {256, 513}, {size - 3, size}, {300, 301}, {1, 77}} {
			entries, err := s.LeafEntries(ctx, part[0], part[1])
			must(t, err)
			leaves, err := s.Leaves(ctx, part[0], part[1])
			must(t, err)
			for i := range entries {
				if string(entries[i]) != want[part[0]+uint64(i)] || leaves[i] != ledger.LeafHash(entries[i]) {
					t.Fatalf("leaf %d is %q, want %q", part[0]+uint64(i), entries[i], want[part[0]+uint64(i)])
				}
			}
			if n := int(part[1] - part[0]); len(entries) != n || len(leaves) != n {
				t.Fatalf("%v are %d entries and %d leaves", part, len(entries), len(leaves))
			}
		}
		tiles, err := s.Tiles(ctx, 0, size/ledger.TileWidth)
		must(t, err)
		for i, tile := range tiles {
			if tile != theirRoot(t, want[i*ledger.TileWidth:(i+1)*ledger.TileWidth]) {
				t.Errorf("tile %d has another root", i)
			}
		}
		for index, entry := range want {
			var sequence uint64
			kind, name, _ := strings.Cut(entry, "\n")
			_, err := fmt.Sscan(name, &sequence)
			must(t, err)
			at, found, err := s.LeafOf(ctx, map[string]engine.LeafKind{"input": engine.InputLeaf, "transaction": engine.TransactionLeaf}[kind],
				sequence)
			if err != nil || !found || at != uint64(index) {
				t.Fatalf("%s %d is leaf %d, %v, %v; want %d", kind, sequence, at, found, err, index)
			}
		}
	})
}

func TestThereIsNothingPastTheTree(t *testing.T) {
	s, ctx := open(t, databases[0].make(t)), context.Background()
	want := grownBooks(t, s, 20)
	state, err := s.State(ctx)
	must(t, err)
	for _, part := range [][2]uint64{{2, 1}, {0, uint64(len(want)) + 1}, {1 << 63, 1<<63 + 1}} {
		if leaves, err := s.Leaves(ctx, part[0], part[1]); err == nil {
			t.Errorf("there are leaves %v: %d", part, len(leaves))
		}
	}
	for _, part := range [][2]uint64{{2, 1}, {0, uint64(len(want)) / ledger.TileWidth * 2}, {1 << 63, 1<<63 + 1}} {
		if tiles, err := s.Tiles(ctx, part[0], part[1]); err == nil {
			t.Errorf("there are tiles %v: %d", part, len(tiles))
		}
	}
	for kind, end := range map[engine.LeafKind]uint64{engine.InputLeaf: state.Inputs, engine.TransactionLeaf: state.Ledger.Sequence} {
		for _, sequence := range []uint64{0, end + 1, 1 << 63} {
			if at, found, err := s.LeafOf(ctx, kind, sequence); found || err != nil {
				t.Errorf("%d is leaf %d, %v", sequence, at, err)
			}
		}
	}
}

// A row that is changed together with its own hash, or that comes elsewhere in the order, is found by the tile that it is under, and a
// tile that is changed to fit by the head.
func TestARowWithItsHashIsFoundByTheTree(t *testing.T) {
	for _, c := range []struct {
		name  string
		table string
		do    func(*testing.T, *transaction)
	}{
		{"payload", "tile", func(t *testing.T, tx *transaction) {
			r := inputRow{Sequence: 100, Kind: "fact", Payload: []byte("another"), Transactions: placeOf(t, tx, 100)}
			rewrite(t, tx, &r)
		}},
		{"place", "tile", func(t *testing.T, tx *transaction) {
			r := inputRow{Sequence: 101, Kind: "fact", Payload: []byte("input 101"), Transactions: placeOf(t, tx, 101) + 1}
			rewrite(t, tx, &r)
		}},
		{"order", "input", func(t *testing.T, tx *transaction) {
			r := inputRow{Sequence: 101, Kind: "fact", Payload: []byte("input 101"), Transactions: placeOf(t, tx, 100) - 1}
			rewrite(t, tx, &r)
		}},
		{"past the end", "input", func(t *testing.T, tx *transaction) {
			var n int64
			must(t, tx.Table("input").Count(&n).Error)
			r := inputRow{Sequence: n, Kind: "fact", Payload: fmt.Append(nil, "input ", n), Transactions: 1 << 40}
			rewrite(t, tx, &r)
		}},
		{"the last ones", "head", func(t *testing.T, tx *transaction) {
			var n int64
			must(t, tx.Table("input").Count(&n).Error)
			r := inputRow{Sequence: n, Kind: "fact", Payload: []byte("another"), Transactions: placeOf(t, tx, n)}
			rewrite(t, tx, &r)
		}},
		{"one more tile", "tile", func(t *testing.T, tx *transaction) {
			must(t, tx.Exec("INSERT INTO tile SELECT number + 1, root FROM tile ORDER BY number DESC LIMIT 1").Error)
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, dsn string) {
				s := open(t, dsn)
				grownBooks(t, s, 30)
				must(t, s.dialect.transact(context.Background(), func(tx *transaction) error {
					if s.read.Name() == "postgres" {
						must(t, tx.Exec("SET LOCAL session_replication_role = replica").Error)
						c.do(t, tx)
						return nil
					}
					return withoutTriggers(tx.DB, func() error { c.do(t, tx); return nil })
				}))
				_, err := s.Verify(context.Background())
				var d *ledger.Difference
				if !errors.As(err, &d) || d.Table != c.table {
					t.Fatalf("found as %v", err)
				}
				if c.name == "payload" && (d.Row != "number 0" || !strings.Contains(d.Text, "leaves 0 to 255")) {
					t.Errorf("it is said to be at %v", err)
				}
			})
		})
	}
}

// placeOf is how many transactions stand before an input.
func placeOf(t *testing.T, tx *transaction, sequence int64) int64 {
	t.Helper()
	var r inputRow
	must(t, readPlace(tx.DB, sequence, &r))
	return r.Transactions
}

// rewrite replaces an input, and its digest with it.
func rewrite(t *testing.T, tx *transaction, r *inputRow) {
	t.Helper()
	leaf := ledger.InputLeaf(uint64(r.Sequence), uint64(r.Transactions), r.Kind, r.Payload)
	r.Digest = leaf[:]
	done := tx.Model(r).Select("*").Updates(r)
	must(t, done.Error)
	if done.RowsAffected != 1 || !slices.Equal(r.Digest, leaf[:]) {
		t.Fatal("nothing was rewritten")
	}
}
