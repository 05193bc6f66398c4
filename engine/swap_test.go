package engine_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/tamper"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/store"
)

// reached opens connections anew where the server ended them.
func reached(t *testing.T, s engine.Store) {
	t.Helper()
	var err error
	for range 10 {
		_, err = s.State(t.Context())
	}
	fatal(t, err)
}

// refusedBooks checks that an error says that the books are not those that were seen.
func refusedBooks(t *testing.T, what string, err error, want problem.Code) {
	t.Helper()
	if err == nil || problem.Of(err).Code != want {
		t.Errorf("%s: %v", what, err)
	}
}

// Whoever has books open takes nothing into an older copy that was put in their place, nor into a fork of them, and says so; the newer
// copy is taken again.
func TestADatabaseThatIsSwappedIsNotFollowed(t *testing.T) {
	for name, dsn := range map[string]func() string{
		"sqlite":   func() string { return filepath.Join(t.TempDir(), "books.db") },
		"postgres": func() string { return pgtest.URL(t) },
	} {
		t.Run(name, func(t *testing.T) {
			ctx, db := t.Context(), &tamper.Books{T: t, DSN: dsn()}
			s, err := store.Connect(ctx, db.DSN)
			fatal(t, err)
			defer s.Close()
			_, e := fundedIn(t, s)
			hold := func(e *engine.Engine, nth int, reason string) error {
				_, err := e.Hold(ctx, ann, reason, fmt.Sprintf("0x%040x", nth), reason)
				return err
			}
			old := db.Copied()
			reached(t, s)
			fatal(t, hold(e, 1, "first"))
			fatal(t, e.Sound())
			newer := db.Copied()
			db.Swap(old)
			reached(t, s)

			w := watch(t, e, s, 10_000*time.Hour)
			f := w.until(t, func(f *engine.Finding) bool { return f.Difference != "" })
			if !strings.Contains(f.Difference, "older copy") {
				t.Errorf("%s", f.Difference)
			}
			refusedBooks(t, "a fact", hold(e, 2, "second"), engine.WentBack)
			refusedBooks(t, "a reader", e.Reload(ctx), engine.WentBack)
			at, err := s.State(ctx)
			fatal(t, err)

			clock := &turned{now: at.Cursor.Head.When()}
			other, err := engine.Open(ctx, nil, s, nil, clock, silent()) // a process that has seen no more than the older copy
			fatal(t, err)
			fatal(t, hold(other, 3, "fork"))
			forked, err := s.State(ctx)
			fatal(t, err)
			same(t, "size", forked.Ledger.Size(), at.Ledger.Size()+2)
			refusedBooks(t, "a fact in a fork", hold(e, 2, "second"), engine.Rewritten)
			refusedBooks(t, "a reader of a fork", e.Reload(ctx), engine.Rewritten)
			after, err := s.State(ctx)
			fatal(t, err)
			same(t, "head", after.Ledger.Hash, forked.Ledger.Hash)
			if e.Sound() == nil {
				t.Error("it is sound")
			}

			db.Swap(newer)
			reached(t, s)
			fatal(t, e.Reload(ctx))
			fatal(t, hold(e, 2, "second"))
		})
	}
}
