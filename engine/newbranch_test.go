package engine_test

import (
	"testing"

	"github.com/nodeledger/nodeledger/engine"
)

// After a reorganisation to a shorter branch the report counts the blocks of the chain as it stands, as that of books that never saw another.
func TestBlocksThatLeftTheChainAreNotCounted(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := t.Context()
		w := newWorld(4)
		w.grow(40)
		w.Finalise(20)
		e := start(t, s, w)
		fatal(t, e.Sync(ctx, nil))
		w.Cut(15)
		w.grow(5)
		fatal(t, e.Sync(ctx, nil))
		clean := start(t, open(t, "clean.db"), w)
		fatal(t, clean.Sync(ctx, nil))
		have, err := e.Report(ctx)
		fatal(t, err)
		want, err := clean.Report(ctx)
		fatal(t, err)
		same(t, "blocks", have.Blocks, want.Blocks)
		_, err = engine.Verify(ctx, s, nil, w.Now(), nil)
		fatal(t, err)
	})
}
