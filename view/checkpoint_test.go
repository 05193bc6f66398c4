package view_test

import (
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
)

// A checkpoint of an earlier moment is compared in every line; where the books do not know its block, that is said.
func TestACheckpointIsComparedInEveryLine(t *testing.T) {
	ctx := t.Context()
	e, _ := samplebooks.Days(t)
	books := e.Reader().(engine.Books)
	at, err := books.State(ctx)
	fatal := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	fatal(err)
	var blocks []fold.Input // in which something was booked
	numbers, unknown := map[uint64]bool{}, 0
	for in, err := range books.Inputs(ctx, 1) {
		fatal(err)
		h, ok, err := in.Final()
		fatal(err)
		if ok {
			blocks, numbers[h.Number] = append(blocks, in), true
		}
	}
	if len(blocks) < 5 {
		t.Fatalf("%d blocks", len(blocks))
	}
	for tx, err := range books.Transactions(ctx, 1) {
		fatal(err)
		leaf, _, err := books.LeafOf(ctx, engine.TransactionLeaf, tx.Sequence)
		fatal(err)
		c := view.CheckpointOf(&at)
		c.Size, c.Sequence, c.Journal = leaf+1, tx.Sequence, tx.Hash
		c.Root, err = ledger.RootAt(c.Size, view.Nodes(ctx, books))
		fatal(err)
		last := blocks[0] // among those leaves
		for _, in := range blocks {
			if in.Sequence <= c.Size-c.Sequence {
				last = in
			}
		}
		h, _, err := last.Final()
		fatal(err)
		c.Final, c.FinalHash = h.Number, ledger.Hash(h.Hash)
		check := func(what string, known bool, want string) {
			t.Helper()
			block, err := view.CheckCheckpoint(ctx, &c, books)
			if (err == nil) != (want == "") || block != known || err != nil && !strings.Contains(err.Error(), want) {
				t.Errorf("transaction %d, %s: %t, %v, want %q", tx.Sequence, what, block, err, want)
			}
		}
		check("as it was", true, "")
		c.FinalHash[0] ^= 1
		check("another hash of the block", false, "has the hash")
		c.FinalHash[0] ^= 1
		for c.Final++; numbers[c.Final]; c.Final++ {
		}
		if c.Final < at.Cursor.Final.Number {
			unknown++
			check("a block of which nothing is known", false, "")
		}
		c.Final = at.Cursor.Final.Number + 1
		check("a block that is not final", false, "the books are final to block")
		if c.Final = h.Number - 1; last.Sequence <= c.Size-c.Sequence {
			check("an earlier block", false, "checkpoint, size")
		}
		c.Final = h.Number
		c.Sequence--
		check("one transaction less", false, "the journal ended at transaction")
		c.Sequence++
		c.Journal[0] ^= 1
		check("another hash of the journal", false, "the journal ended at transaction")
	}
	if unknown == 0 {
		t.Error("every block is known")
	}
}
