package store

import (
	"errors"
	"log/slog"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/store/cluster"
)

// A copy is read while it has all that was shown, and the books themselves while it has not, or cannot be read.
func TestACopyIsReadThatHasAllThatWasShown(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		books := open(t, dsn)
		fillBooks(t, books)
		behind := open(t, databases[0].make(t))
		least := uint64(0)
		behind.Follow(books, func() uint64 { return least })
		sequence := func() uint64 {
			t.Helper()
			state, err := behind.State(t.Context())
			must(t, err)
			return state.Ledger.Sequence
		}
		of, err := books.State(t.Context())
		must(t, err)
		if n := sequence(); n != 0 {
			t.Errorf("a copy that has enough is not read: %d transactions", n)
		}
		least = of.Ledger.Size()
		if n := sequence(); n != of.Ledger.Sequence {
			t.Errorf("a copy that is behind is read: %d transactions of %d", n, of.Ledger.Sequence)
		}
		must(t, behind.Close())
		least = 0
		if n := sequence(); n != of.Ledger.Sequence {
			t.Errorf("in the place of a copy that is away: %d transactions of %d", n, of.Ledger.Sequence)
		}
	})
}

// What a leader books is refused once its term has ended, and nothing of it is written.
func TestALeaderWhoseTermEndedCommitsNothing(t *testing.T) {
	dsn := databases[1].make(t)
	s := open(t, dsn)
	m, err := cluster.Open(t.Context(), dsn, cluster.NewName(), slog.New(slog.DiscardHandler))
	must(t, err)
	defer m.Close()
	go func() { _ = m.Run(t.Context()) }() // it ends with the test
	for !m.Status().Leads {
		time.Sleep(10 * time.Millisecond)
	}
	leading := cluster.Under(t.Context(), m.Status().Token)
	_, err = s.Commit(leading, engine.Commit{Drafts: purchases(0, 3, noon(0))})
	must(t, err)
	state, err := s.State(t.Context())
	must(t, err)
	must(t, s.read.Exec("UPDATE nodeledger_cluster.lease SET token = token + 1, holder = 'another'").Error)
	next := engine.Commit{Seen: state.Position, Drafts: purchases(3, 3, noon(1))}
	if _, err := s.Commit(leading, next); !errors.Is(err, cluster.ErrDeposed) {
		t.Errorf("under a term that has ended: %v", err)
	}
	if now, err := s.State(t.Context()); err != nil || now.Position != state.Position {
		t.Errorf("the books went from %+v to %+v, %v", state.Position, now.Position, err)
	}
	_, err = s.Commit(t.Context(), next) // under no term, as a fact is
	must(t, err)
	verified(t, s)
}
