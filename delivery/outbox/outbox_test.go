package outbox_test

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/delivery/outbox"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/store"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// Books are sound, and of the form that they must have, with an outbox beside them; and opening them makes nothing of it.
func TestBooksWithAnOutboxBesideThemAreSound(t *testing.T) {
	t.Parallel()
	for name, dsn := range map[string]string{"sqlite": filepath.Join(t.TempDir(), "books.db"), "postgres": pgtest.URL(t)} {
		books, err := store.Connect(t.Context(), dsn)
		must(t, err)
		must(t, books.Open(t.Context(), engine.Identity{Program: "demo", Chain: 1}))
		o, err := outbox.Open(t.Context(), dsn, time.Unix(1, 0))
		must(t, err)
		must(t, books.Close())
		again, err := store.ConnectReadOnly(t.Context(), dsn)
		must(t, err)
		if _, err := again.Verify(t.Context()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		must(t, again.Close())
		must(t, o.Close())
	}
}
