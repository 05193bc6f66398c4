package engine_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/store"
)

// oneStretch is a final chain with four logs in each of the blocks 1 to 20: one stretch of a backfill, with a commit for each block.
func oneStretch() *fakechain.Chain { return fourEach(20) }

// fourEach is a final chain with four logs in each block from 1 on.
func fourEach(blocks int) *fakechain.Chain {
	c := fakechain.New(3)
	for n := range blocks - 1 {
		var logs []evm.Log
		for i := range 4 {
			logs = append(logs, c.Buy(byte(10+(n+i)%7), byte(i%3), int64(1+i)))
		}
		c.Mine(logs...)
	}
	c.Finalise(0)
	return c
}

// before calls a function before each commit of a store; its error is the commit's.
type before struct {
	engine.Store
	commits int
	call    func(commits int) error
}

func (b *before) Commit(ctx context.Context, c engine.Commit) (ledger.Head, error) {
	b.commits++
	if err := b.call(b.commits); err != nil {
		return ledger.Head{}, err
	}
	return b.Store.Commit(ctx, c)
}

func following(t *testing.T, s engine.Store, c engine.Chain) *engine.Engine {
	t.Helper()
	e, err := engine.Open(context.Background(), worldProgram(t), s, c, fixedClock{}, silent())
	fatal(t, err)
	return e
}

// undisturbed is the head of the books of a chain that nothing happens to.
func undisturbed(t *testing.T, c engine.Chain) string {
	t.Helper()
	s := open(t, "undisturbed.db")
	fatal(t, following(t, s, c).Sync(context.Background(), nil))
	at, err := s.State(context.Background())
	fatal(t, err)
	return at.Ledger.String()
}

// Whichever commit of a stretch fails, the books end with the one before it, the fold knows nothing of what it had taken meanwhile, and
// the next sync makes the same books as one that nothing happened to.
func TestWhatIsFoldedAheadOfAFailedCommitIsThrownAway(t *testing.T) {
	chain := oneStretch()
	want := undisturbed(t, chain)
	for _, fails := range []int{1, 2, 3, 10, 20} {
		t.Run(fmt.Sprint(fails), func(t *testing.T) {
			onBoth(t, func(t *testing.T, s engine.Store) { goesOnAfter(t, s, chain, fails, want) })
		})
	}
}

// The next stretch is folded while the last commit of the one before is written. Whichever commit around it fails, it is the same.
func TestWhatIsFoldedAheadOfTheNextStretchIsThrownAway(t *testing.T) {
	chain := fourEach(100) // stretches up to block 63 and up to 100
	want := undisturbed(t, chain)
	for _, fails := range []int{62, 63, 64, 65, 100} {
		goesOnAfter(t, open(t, fmt.Sprintf("fails-%d.db", fails)), chain, fails, want)
	}
}

// goesOnAfter has a commit of a backfill with four logs each fail, looks where the books and readers are, and what they become.
func goesOnAfter(t *testing.T, s engine.Store, chain *fakechain.Chain, fails int, want string) {
	t.Helper()
	ctx := context.Background()
	e := following(t, &before{Store: s, call: func(n int) error {
		if n == fails {
			return errCrash
		}
		return nil
	}}, chain)
	if err := e.Sync(ctx, nil); !errors.Is(err, errCrash) {
		t.Fatal(err)
	}
	at, err := s.State(ctx)
	fatal(t, err)
	if before := uint64(fails - 1); at.Cursor.Head.Number != before || seen(e) != (sight{before, 4 * before}) {
		t.Errorf("the books are at block %d, readers see %+v", at.Cursor.Head.Number, seen(e))
	}
	livedOn(t, e, worldProgram(t), s)
	fatal(t, e.Sync(ctx, nil))
	if at, err = s.State(ctx); err != nil || at.Ledger.String() != want {
		t.Errorf("%s, %v; undisturbed %s", at.Ledger, err, want)
	}
	livedOn(t, e, worldProgram(t), s)
}

// Where endpoints differ about the contract's counter at the end, everything before is booked first: what is right is seen by the books.
func TestTheLastStretchIsLookedAtInItsTurn(t *testing.T) {
	chain := fourEach(100)
	s := open(t, "books.db")
	b := &before{Store: s, call: func(int) error { return nil }}
	e := following(t, b, apartAtTheEnd{chain})
	var at []uint64
	fatal(t, e.Sync(context.Background(), func(p engine.Progress) { at = append(at, p.Block) }))
	if !slices.Equal(at, []uint64{20, 40, 60, 63, 83, 100}) || b.commits != 100 {
		t.Errorf("it went by %d in %d commits", at, b.commits)
	}
}

// apartAtTheEnd has endpoints that differ about how many nodes were sold; one of them is right.
type apartAtTheEnd struct{ *fakechain.Chain }

func (c apartAtTheEnd) Counters(ctx context.Context, at engine.Header) ([]engine.Count, error) {
	list, err := c.Chain.Counters(ctx, at)
	if err == nil {
		list[0].Apart = &engine.Disagreement{Answers: map[string]string{"one": list[0].Value.Dec(), "other": "7"}}
	}
	return list, err
}

// sight is what a reader sees: up to which block the books are, and how many events the fold has.
type sight struct{ head, events uint64 }

func seen(e *engine.Engine) (s sight) {
	e.View(func(f *fold.Fold, at engine.State) { s = sight{at.Cursor.Head.Number, f.Events} })
	return s
}

// Who begins to wait for the books while a stretch is written sees them after the commit that follows, as they are then.
func TestAReaderWaitsForNoWholeStretch(t *testing.T) {
	chain, looks := oneStretch(), make(chan sight, 1)
	b := &before{Store: open(t, "books.db")}
	e := following(t, b, chain)
	b.call = func(n int) error {
		if n == 3 {
			go func() { looks <- seen(e) }()
			for !e.Wanted() {
				runtime.Gosched()
			}
		}
		return nil
	}
	fatal(t, e.Sync(context.Background(), nil))
	if got := <-looks; got != (sight{4, 16}) {
		t.Errorf("after the fourth of 20 commits a reader saw %+v", got)
	}
}

// Who begins to wait for writing while a stretch is written has it after the commit that follows, or one of the next few: while they wait
// the backfill lets go after each.
func TestAWriterWaitsForNoWholeStretch(t *testing.T) {
	b := &before{Store: open(t, "books.db")}
	looking := &writerLooks{before: b, at: make(chan int, 1)}
	e := following(t, looking, oneStretch())
	b.call = func(n int) error {
		if n == 3 {
			go func() {
				if err := e.Refresh(context.WithValue(context.Background(), isWriter{}, true)); err != nil {
					t.Error(err)
				}
			}()
			for !e.WriterWaits() {
				runtime.Gosched()
			}
		}
		return nil
	}
	fatal(t, e.Sync(context.Background(), nil))
	if commits := <-looking.at; commits < 3 || commits > 8 {
		t.Errorf("a writer that waited during the third of 20 commits had the books after %d", commits)
	}
}

// writerLooks says after how many commits a writer with the mark looks at the state, which it does before anything.
type writerLooks struct {
	*before

	at chan int
}

type isWriter struct{}

func (w *writerLooks) State(ctx context.Context) (engine.State, error) {
	if ctx.Value(isWriter{}) != nil {
		w.at <- w.commits
	}
	return w.before.State(ctx)
}

// Where another process records facts while a stretch is written, what was folded ahead is thrown away, and the rest follows the facts.
func TestFactsComeBetweenTwoCommitsOfAStretch(t *testing.T) {
	onBothDatabases(t, func(t *testing.T, dsn string) {
		ctx, chain := context.Background(), oneStretch()
		connect := func() engine.Store {
			s, err := store.Connect(ctx, dsn)
			fatal(t, err)
			t.Cleanup(func() { s.Close() })
			return s
		}
		b := &before{Store: connect()}
		e := following(t, b, chain)
		b.call = func(n int) error {
			if n == 6 {
				other, err := engine.Open(ctx, nil, connect(), nil, moment(chain.Blocks[5].Header.When()), silent())
				fatal(t, err)
				staff(t, other)
			}
			return nil
		}
		fatal(t, e.Sync(ctx, nil))
		at, err := b.State(ctx)
		fatal(t, err)
		if want := (sight{20, 80}); seen(e) != want || at.Cursor.Head.Number != 20 || at.Inputs != 1+20+2 || b.commits != 21 {
			t.Errorf("%d inputs up to block %d in %d commits, readers see %+v", at.Inputs, at.Cursor.Head.Number, b.commits, seen(e))
		}
		livedOn(t, e, worldProgram(t), b)
		rebuiltBy(t, b, worldProgram(t))
	})
}

// moment is a clock that stands.
type moment time.Time

func (m moment) Now() time.Time { return time.Time(m) }
