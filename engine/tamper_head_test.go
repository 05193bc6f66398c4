package engine_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/store"
)

// Whatever of the time of the last final block is set ahead, no job runs and no month closes before it is over. A header that is appended
// to the inputs, of a block that there is not, is whole books of another history: the chain is asked for that block before a job runs or a
// month closes, and names it.
func (s *scene) timeSetAhead(t *testing.T) {
	for what, forge := range map[string]func(b *copied){
		"":     func(*copied) {},
		"head": func(b *copied) { b.commit.Cursor.Final.Time += 40 * 24 * 60 * 60 },
		"inputs": func(b *copied) {
			made := b.commit.Cursor.Head
			made = engine.Header{Number: made.Number + 1, Hash: common.Hash{1}, Parent: made.Hash, Time: made.Time + 40*24*60*60}
			b.commit.Take(fold.FinalInput(made), nil)
			*b.commit.Cursor, b.commit.Headers = engine.Cursor{Final: made, Head: made}, nil
			b.commit.Covered[len(b.commit.Covered)-1].To = made.Number
		},
	} {
		c := s.crime(t, false, 2)
		c.rebuilt(forge)
		same(t, "verified", c.verified() != "", what == "head")
		books, err := store.Connect(t.Context(), c.dsn)
		fatal(t, err)
		e, err := engine.Open(t.Context(), nil, books, s.world, s.world, silent())
		fatal(t, err)
		before, err := books.State(t.Context())
		fatal(t, err)
		if ran, err := e.RunJobs(t.Context()); ran != 0 || (err != nil) != (what == "inputs") {
			t.Errorf("%s: %d jobs ran: %v", what, ran, err)
		}
		if _, err := e.CloseMonth(t.Context(), ann, "2024-05"); err == nil {
			t.Errorf("%s: May is closed at its third day", what)
		}
		after, err := books.State(t.Context())
		fatal(t, err)
		same(t, "booked", after.Ledger.Size(), before.Ledger.Size())
		headers, err := engine.FinalHeaders(t.Context(), books)
		fatal(t, err)
		differs, later, err := engine.AskFinals(t.Context(), s.world, headers)
		fatal(t, err)
		if (differs != "") != (what == "head") || strings.Contains(later, "input ") != (what == "inputs") {
			t.Errorf("%s: the chain is told to differ by %q, and not to have yet %q", what, differs, later)
		}
		fatal(t, books.Close())
	}
}

// Books that froze are frozen still when the head does not say so any more.
func (s *scene) stillFrozen(t *testing.T) {
	c := s.crime(t, false, 2)
	c.forge(func(b *copied) { b.commit.Take(fold.IncidentInput(&incident), nil) })
	c.unseen("UPDATE head SET frozen = ''")
	c.seal()
	books, err := store.Connect(t.Context(), c.dsn)
	fatal(t, err)
	defer books.Close()
	e, err := engine.Open(t.Context(), nil, books, s.world, s.world, silent())
	fatal(t, err)
	e.View(func(_ *fold.Fold, at engine.State) {
		if at.Frozen == nil || at.Frozen.Text != incident.Text {
			t.Errorf("frozen: %+v", at.Frozen)
		}
	})
	if err := e.Sync(t.Context(), nil); !errors.Is(err, engine.ErrFrozen) {
		t.Errorf("%v", err)
	}
	if _, err := e.RecordRevenue(t.Context(), ann, "late", fold.RevenueRow{Source: "dapp", Amount: "20", At: on(5, 2)}); !errors.Is(err,
		engine.ErrFrozen) {
		t.Errorf("%v", err)
	}
}
