package store

import (
	"context"
	"errors"
	"path/filepath"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
)

// TestWhatIsObserved: an observer is told of every read and every write, in the context of whoever asks, and how it went.
func TestWhatIsObserved(t *testing.T) {
	type key struct{}
	s, err := Connect(t.Context(), filepath.Join(t.TempDir(), "books.db"))
	must(t, err)
	defer s.Close()
	began, ended, failed := map[Kind]int{}, map[Kind]int{}, map[Kind]int{}
	s.Observe(func(ctx context.Context, kind Kind) func(error) {
		if ctx.Value(key{}) != "mine" {
			t.Errorf("%s is in another context", kind)
		}
		began[kind]++
		return func(err error) {
			ended[kind]++
			if err != nil {
				failed[kind]++
			}
		}
	})
	ctx := context.WithValue(t.Context(), key{}, "mine")
	must(t, s.Open(ctx, engine.Identity{Program: "gpunet", Chain: 1}))
	_, err = s.State(ctx)
	must(t, err)
	if _, err := s.Commit(ctx, engine.Commit{Seen: engine.Position{Inputs: 7}}); !errors.Is(err, engine.ErrMoved) {
		t.Fatal(err)
	}
	if began[Reading] == 0 || began[Writing] < 2 || failed[Reading] != 0 || failed[Writing] != 1 {
		t.Errorf("began %v, failed %v", began, failed)
	}
	for kind, n := range began {
		if ended[kind] != n {
			t.Errorf("of %d times %s ended %d", n, kind, ended[kind])
		}
	}
	if s.System() != "sqlite" {
		t.Errorf("the system is %s", s.System())
	}
}
