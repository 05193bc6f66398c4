package lasthead

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/wire"
)

// A difference of the books alone, and one of them and the chain, stand beside each other, and each is cleared only by a whole verification
// of its own kind. While one from the chain stands nothing counts as fetched.
func TestEachDifferenceIsClearedByItsOwnKind(t *testing.T) {
	now := time.Unix(1_700_000_000, 0)
	f, fetched := File(filepath.Join(t.TempDir(), "books.head")), engine.Fetched{Inputs: 4, Block: 9, Hash: [32]byte{1}}
	if err := f.Advance(t.Context(), sized{size: 5}, fetched, now); err != nil {
		t.Fatal(err)
	}
	for i, x := range []struct {
		found engine.Finding
		want  string
	}{
		{engine.Finding{Time: now, Difference: "block 7", OfChain: true}, "block 7"},
		{engine.Finding{Time: now, Difference: "a row"}, "a row, block 7"},
		{engine.Finding{Time: now}, "a row, block 7"},                // what is new
		{engine.Finding{Time: now, OfChain: true}, "a row, block 7"}, // a part
		{engine.Finding{Time: now, Whole: true}, "block 7"},
		{engine.Finding{Time: now, Difference: "another row"}, "another row, block 7"},
		{engine.Finding{Time: now, Whole: true, OfChain: true}, "another row"},
		{engine.Finding{Time: now, Whole: true}, ""},
	} {
		if err := f.Keep(x.found); err != nil {
			t.Fatal(err)
		}
		stand, err := f.Check(t.Context(), sized{size: 5})
		var words []string
		for i := range stand {
			words = append(words, stand[i].Difference)
			if of := strings.HasPrefix(stand[i].Difference, "block"); stand[i].OfChain != of || !stand[i].Time.Equal(now) {
				t.Errorf("%+v", stand[i])
			}
		}
		if got := strings.Join(words, ", "); err != nil || got != x.want {
			t.Errorf("%d: after %+v there stands %q, want %q: %v", i, x.found, got, x.want, err)
		}
		want := fetched
		if strings.Contains(x.want, "block") {
			want = engine.Fetched{}
		}
		if got, err := f.Fetched(); err != nil || got != want {
			t.Errorf("%d: fetched %+v, %v", i, got, err)
		}
	}
}

// other is books whose leaves are others; asked is called once when the first three are read.
type other struct {
	sized
	asked func()
}

func (b *other) Leaves(_ context.Context, from, to uint64) ([]ledger.Hash, error) {
	if ask := b.asked; ask != nil && to == 3 {
		b.asked = nil
		ask()
	}
	list := make([]ledger.Hash, to-from)
	for i := range list {
		list[i] = ledger.Hash{2}
	}
	return list, nil
}

func (b *other) State(context.Context) (s engine.State, err error) {
	for range b.size {
		s.Ledger.Tree, _ = s.Ledger.Tree.Add(ledger.Hash{2})
	}
	return s, nil
}

// No mark is kept that does not go on from the one in the file, and not from one that another process keeps meanwhile.
func TestAMarkThatDoesNotGoOnIsNotKept(t *testing.T) {
	ctx, now := t.Context(), time.Unix(1_700_000_000, 0)
	theirs := File(filepath.Join(t.TempDir(), "theirs.head"))
	if err := theirs.Advance(ctx, sized{size: 6}, engine.Fetched{}, now); err != nil {
		t.Fatal(err)
	}
	f, books := File(filepath.Join(t.TempDir(), "books.head")), &other{sized: sized{size: 3}}
	if err := f.Advance(ctx, books, engine.Fetched{}, now); err != nil {
		t.Fatal(err)
	}
	books.size, books.asked = 9, func() {
		if err := os.Rename(string(theirs), string(f)); err != nil {
			t.Error(err)
		}
	}
	for _, when := range []string{"meanwhile", "before"} {
		err := f.Advance(ctx, books, engine.Fetched{}, now)
		if err == nil || !strings.Contains(err.Error(), "the past of the books was changed") {
			t.Errorf("%s: %v", when, err)
		}
		if s, err := f.Read(); err != nil || s.Mark.Size != 6 {
			t.Errorf("%s: %+v, %v", when, s, err)
		}
	}
}

// Of what several processes keep at once nothing is lost.
func TestProcessesThatKeepAtOnce(t *testing.T) {
	const each, processes = 20, 4
	f := File(filepath.Join(t.TempDir(), "books.head"))
	var all sync.WaitGroup
	for range processes {
		all.Go(func() {
			for range each {
				if err := f.change(func(s *wire.LastHead) { s.Mark.Size++ }); err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if s, err := f.Read(); err != nil || s.Mark.Size != each*processes {
		t.Errorf("%+v, %v", s, err)
	}
}
