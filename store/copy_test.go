package store

import (
	"errors"
	"log/slog"
	"sync/atomic"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
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

// Of books and a copy of them one may fall silent without a word: the other one is read within seconds, and all goes on when both answer.
func TestOneOfTwoDatabasesIsSilent(t *testing.T) {
	database := databases[1].make(t)
	primary, through := wired(t, database)
	books := open(t, through)
	fillBooks(t, books)
	replica, through := wired(t, database)
	reads, err := ConnectReadOnly(t.Context(), through)
	must(t, err)
	t.Cleanup(func() { reads.Close() })
	want, err := books.State(t.Context())
	must(t, err)
	var extra atomic.Uint64 // that the replica does not have
	reads.Follow(books, func() uint64 { return want.Ledger.Size() + extra.Load() })
	within := func(what string, most time.Duration) {
		t.Helper()
		begun := time.Now()
		state, err := reads.State(t.Context())
		if took := time.Since(begun); err != nil || took > most || state.Position != want.Position {
			t.Errorf("%s: after %s: %+v, %v", what, took, state.Position, err)
		}
	}
	const soon = beginsWithin + 3*time.Second
	within("both answer", soon)

	replica.silent.Store(true)
	within("the replica is silent", soon)
	replica.silent.Store(false)
	replica.set(true)
	replica.set(false) // what is on its way over a silent wire never comes

	primary.silent.Store(true)
	within("the primary is silent", soon)

	// The replica that is connected to is behind, and another one is not: the proxy leads new connections to it.
	extra.Store(1)
	before := replica.taken.Load()
	go func() {
		for replica.taken.Load() == before {
			time.Sleep(time.Millisecond)
		}
		extra.Store(0)
	}()
	within("another replica is not behind", soon)

	extra.Store(1)
	begun := time.Now()
	if _, err := reads.State(t.Context()); problem.Of(err).Code != problem.NoDatabase || time.Since(begun) > 5*soon {
		t.Errorf("neither can be read: after %s: %v", time.Since(begun), err)
	}
	primary.silent.Store(false)
	primary.set(true)
	primary.set(false)
	within("the primary answers again", soon)
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
