package lasthead

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// sized is books of which only the size is asked.
type sized struct {
	engine.Copy
	size uint64
}

func (b sized) State(context.Context) (s engine.State, err error) {
	for range b.size {
		s.Ledger.Tree, _ = s.Ledger.Tree.Add(ledger.Hash{1})
	}
	return s, nil
}

func (b sized) Leaves(_ context.Context, from, to uint64) ([]ledger.Hash, error) {
	list := make([]ledger.Hash, to-from)
	for i := range list {
		list[i] = ledger.Hash{1}
	}
	return list, nil
}

func (b sized) Coverage(context.Context) ([]engine.Span, error) { return nil, nil }

// A whole verification counts for a day, for as long as whoever adds to the books keeps their head, and until a difference is found.
func TestHowLongAWholeVerificationCounts(t *testing.T) {
	ctx, f, now := t.Context(), File(filepath.Join(t.TempDir(), "books.head")), time.Unix(1_700_000_000, 0)
	counts := func(size uint64, at time.Time, want bool) {
		t.Helper()
		m, since, err := f.Verified(ctx, sized{size: size}, at)
		if err != nil || (m != nil) != want || want && (m.Size != size || !since.Equal(now)) {
			t.Errorf("%d at %s: %+v since %s: %v", size, at, m, since, err)
		}
	}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	counts(5, now, false)
	check(f.Advance(ctx, sized{size: 5}, engine.Fetched{}, now))
	counts(5, now, false) // it was seen, and not verified
	check(f.Note(engine.Finding{Time: now}))
	counts(5, now, false) // not wholly
	check(f.Note(engine.Finding{Time: now, Whole: true}))
	counts(5, now, true)
	counts(5, now.Add(23*time.Hour), true)
	counts(5, now.Add(24*time.Hour), false)
	counts(5, now.Add(-time.Second), false)
	counts(6, now, false) // somebody else added to them
	counts(4, now, false)
	check(f.Advance(ctx, sized{size: 6}, engine.Fetched{}, now))
	counts(6, now, true)
	check(f.Keep(engine.Finding{Time: now, Difference: "a row"}))
	counts(6, now, false)
	check(f.Keep(engine.Finding{Time: now}))
	counts(6, now, false) // what is new is sound, the rest was not looked at
}
