package engine_test

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/worlds"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/store"
)

// shaky is a flaky store whose database is away for a while.
type shaky struct {
	flaky

	calm bool // nothing happens
	away int  // calls that fail before the database is back
}

var errAway = errors.New("the database is away")

// there is how a call fails while the database is away.
func (s *shaky) there() error {
	if s.away == 0 {
		return nil
	}
	s.away--
	return errAway
}

func (s *shaky) Commit(ctx context.Context, c engine.Commit) (ledger.Head, error) {
	if err := s.there(); err != nil {
		return ledger.Head{}, err
	}
	if s.calm {
		return s.Store.Commit(ctx, c)
	}
	return s.flaky.Commit(ctx, c)
}

func (s *shaky) State(ctx context.Context) (engine.State, error) {
	if err := s.there(); err != nil {
		return engine.State{}, err
	}
	return s.Store.State(ctx)
}

func (s *shaky) Window(ctx context.Context) ([]engine.Header, error) {
	if err := s.there(); err != nil {
		return nil, err
	}
	return s.Store.Window(ctx)
}

func (s *shaky) Keyed(ctx context.Context, key string) (*ledger.Transaction, error) {
	if err := s.there(); err != nil {
		return nil, err
	}
	return s.Store.Keyed(ctx, key)
}

// jumpy is a clock that may show another time than that of the world's newest block.
type jumpy struct {
	*world

	off time.Duration
}

func (j *jumpy) Now() time.Time { return j.world.Now().Add(j.off) }

// trouble is a process on the books of a world, to which things happen.
type trouble struct {
	t     *testing.T
	w     *world
	steps *rand.Rand
	dsn   string
	books *shaky
	clock *jumpy
	late  bool // the clock goes back
	e     *engine.Engine
	asked []bool // holds that were asked for, and whether that was answered
	saw   map[string]int
}

// begin is a process that begins on the books, with a connection of its own.
func (x *trouble) begin(calm bool) {
	x.t.Helper()
	if x.books != nil {
		fatal(x.t, x.books.Close())
	}
	s, err := store.Connect(context.Background(), x.dsn)
	fatal(x.t, err)
	x.books = &shaky{flaky: flaky{s, x.steps}, calm: calm}
	x.e, err = engine.Open(context.Background(), worldProgram(x.t), x.books, x.w, x.clock, silent())
	fatal(x.t, err)
}

// happened says whether an error is one of what happens here. Whoever was killed begins anew.
func (x *trouble) happened(err error) bool {
	switch {
	case errors.Is(err, errCrash):
		x.saw["kill"]++
		x.begin(false)
		return true
	case errors.Is(err, errAway):
		x.saw["database away"]++
		return true
	}
	return false
}

func (x *trouble) sync() {
	x.t.Helper()
	if err := x.e.Sync(context.Background(), nil); err != nil && !x.happened(err) {
		x.t.Fatal(err)
	}
}

// hold records a fact: the first one that was asked for and not answered, or another one.
func (x *trouble) hold() {
	x.t.Helper()
	n := slices.Index(x.asked, false)
	if n < 0 {
		n = len(x.asked)
		x.asked = append(x.asked, false)
	}
	_, err := x.e.Hold(context.Background(), ann, x.reference(n), common.Address{18: 9, 19: byte(n)}.Hex(), "to be looked at")
	switch {
	case err == nil:
		x.asked[n] = true
	case problem.Of(err).Kind == problem.Conflict && strings.Contains(err.Error(), "set the clock of this machine"):
		x.saw["late clock refused"]++
	case !x.happened(err):
		x.t.Fatal(err)
	}
}

func (x *trouble) reference(n int) string { return fmt.Sprintf("hold-%d", n) }

// jump moves the clock hours or a day, or to the right time: in some worlds back, where facts are refused, and in others forth, after which
// no fact is dated earlier.
func (x *trouble) jump() {
	x.clock.off = []time.Duration{0, time.Hour, 5 * time.Hour, 24 * time.Hour}[x.steps.IntN(4)]
	if x.late {
		x.clock.off = -x.clock.off
	}
	x.saw["clock"]++
}

// step is one thing that happens.
func (x *trouble) step() {
	switch x.steps.IntN(11) {
	case 0, 1:
		x.w.grow(1 + x.steps.IntN(5))
	case 2:
		x.w.reorganise(1 + x.steps.IntN(6))
	case 3:
		x.w.Finalise(x.steps.IntN(12))
	case 4:
		x.w.withdraw()
	case 5, 6:
		x.hold()
	case 7: // and somebody records a fact by it, where it went back after the chain has gone on for longer than clocks may differ
		x.jump()
		if x.late && x.clock.off < 0 {
			x.w.Until(x.w.Now().Add(90 * time.Minute))
			x.sync()
		}
		x.hold()
	case 8:
		x.books.away = 1 + x.steps.IntN(4)
		x.sync()
		x.books.away = 0
	default:
		x.sync()
	}
}

// ends says whether the books are those of the chain as it stands, with every fact that was answered, each once.
func (x *trouble) ends(kinds map[ledger.Kind]int) {
	t, ctx := x.t, context.Background()
	x.w.Finalise(0)
	x.clock.off = 0
	x.begin(true)
	fatal(t, x.e.Sync(ctx, nil))
	for slices.Contains(x.asked, false) {
		x.hold()
	}
	clean := open(t, "clean.db")
	straight := start(t, clean, x.w)
	fatal(t, straight.Sync(ctx, nil))
	same(t, "balances", root(t, x.books), root(t, clean))
	same(t, "totals", totals(t, x.e), totals(t, straight))
	verifiedWholly(t, x.books)
	asTheChainSays(t, x.books, x.w)
	verified(t, clean)
	everythingKept(t, x.books, x.w, kinds)
	recorded := map[string]int{}
	var newest time.Time
	for tx, err := range x.books.Transactions(ctx, 1) {
		fatal(t, err)
		if tx.Source.Name == "ann" {
			recorded[tx.Source.Reference]++
		}
		if tx.Source.Origin == ledger.FromOperator {
			newest = tx.Effective
		}
	}
	for n := range x.asked {
		if recorded[x.reference(n)] != 1 {
			t.Errorf("%s is in the books %d times", x.reference(n), recorded[x.reference(n)])
		}
	}
	// While it is earlier than the clock said once, a verification says to set the clock.
	_, err := engine.Verify(ctx, x.books, nil, x.clock.Now(), nil)
	if ahead := newest.After(x.clock.Now().Add(time.Hour)); ahead != (err != nil) || ahead && !strings.Contains(err.Error(), "set the clock") {
		t.Errorf("the newest fact is of %s, it is %s: %v", newest, x.clock.Now(), err)
	} else if ahead {
		x.saw["clock ahead told"]++
	}

	again := open(t, "again.db")
	head, err := engine.Rebuild(ctx, worldProgram(t), x.books, again, nil)
	fatal(t, err)
	state, err := x.books.State(ctx)
	fatal(t, err)
	same(t, "rebuilt head", head.String(), state.Ledger.String())
	verified(t, again)
}

// TestWhateverHappensTheBooksEndLikeTheChain runs seeded worlds of purchases, reorganisations, finality, facts, processes that are killed
// and begin anew, a clock that jumps, and a database that is away, and compares the books with those of somebody who only saw the chain
// as it ended. FAULTS=from:to are other seeds.
func TestWhateverHappensTheBooksEndLikeTheChain(t *testing.T) {
	kinds, saw := map[ledger.Kind]int{}, map[string]int{}
	from, to, all := uint64(0), worlds.Of(10, 25), uint64(25)
	if text := os.Getenv("FAULTS"); text != "" {
		_, err := fmt.Sscanf(text, "%d:%d", &from, &to)
		fatal(t, err)
	}
	for seed := from; seed < to; seed++ {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			dsn := filepath.Join(t.TempDir(), "books.db")
			if seed%5 == 4 {
				dsn = pgtest.URL(t)
			}
			w := newWorld(seed)
			x := &trouble{t: t, w: w, steps: rand.New(rand.NewPCG(seed, 2)), dsn: dsn, clock: &jumpy{world: w}, late: seed%2 == 1, saw: saw}
			x.begin(true)
			defer func() { x.books.Close() }()
			staff(t, x.e)
			x.begin(false)
			for range 60 {
				x.step()
			}
			x.ends(kinds)
		})
	}
	t.Logf("transactions: %v; what happened: %v", kinds, saw)
	if from > 0 || to < 10 {
		return
	}
	for _, k := range []ledger.Kind{sale.PurchaseKind, sale.PayableKind, sale.WithdrawalKind, ledger.ReversalKind} {
		if kinds[k] < worlds.Least(50, to, all) {
			t.Errorf("only %d transactions of kind %s: the worlds are too quiet to show anything", kinds[k], k)
		}
	}
	for _, k := range []string{"kill", "database away", "clock", "late clock refused", "clock ahead told"} {
		if saw[k] < worlds.Least(5, to, all) {
			t.Errorf("only %d times %s: the worlds are too quiet to show anything", saw[k], k)
		}
	}
}

// TestNewBranchesOfTroubledBooks replaces final blocks under the books of such worlds. The new books have what the new branch says, and
// every fact of the old ones is in them once, or named as left out once.
func TestNewBranchesOfTroubledBooks(t *testing.T) {
	left, kept := 0, 0
	for seed := range worlds.Of(5, 12) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			ctx := context.Background()
			w := newWorld(seed)
			x := &trouble{
				t: t, w: w, steps: rand.New(rand.NewPCG(seed, 4)), dsn: filepath.Join(t.TempDir(), "books.db"), clock: &jumpy{world: w},
				late: seed%2 == 1, saw: map[string]int{},
			}
			if seed%4 == 3 {
				x.dsn = pgtest.URL(t)
			}
			x.begin(true)
			defer func() { x.books.Close() }()
			staff(t, x.e)
			x.begin(false)
			for range 40 {
				x.step()
			}
			x.clock.off = 0
			x.begin(true)
			for range 4 {
				w.grow(3)
				w.Finalise(x.steps.IntN(3))
				x.sync()
				x.hold()
			}
			final := len(w.Blocks) - 1 - int(w.Final)
			depth := final + 1 + x.steps.IntN(8)
			w.Cut(depth)
			w.grow(depth + 2 + x.steps.IntN(4))
			w.Finalise(1)
			if err := x.e.Sync(ctx, nil); !errors.Is(err, engine.ErrFrozen) {
				t.Fatal(err)
			}
			if seed%3 > 0 {
				done(t)(x.e.Thaw(ctx, ann, "to be seen"))
				x.hold()
			}

			other := open(t, "new.db")
			now, n, err := engine.FollowNewBranch(ctx, nil, x.books.Store, other, w, x.clock, silent())
			fatal(t, err)
			verifiedWholly(t, other)
			asTheChainSays(t, other, w)
			clean := open(t, "clean.db")
			straight := start(t, clean, w)
			fatal(t, straight.Sync(ctx, nil))
			same(t, "balances", root(t, other), root(t, clean))
			same(t, "totals", totals(t, now), totals(t, straight))
			facts := map[string]int{}
			for _, l := range n.LeftOut {
				facts[l.Reference]++
				left++
			}
			for tx, err := range other.Transactions(ctx, 1) {
				fatal(t, err)
				if tx.Source.Origin == ledger.FromOperator {
					facts[tx.Source.Reference]++
					kept++
				}
			}
			for tx, err := range x.books.Transactions(ctx, 1) {
				fatal(t, err)
				if tx.Source.Origin == ledger.FromOperator && facts[tx.Source.Reference] != 1 {
					t.Errorf("%s is there or left out %d times", tx.Source.Reference, facts[tx.Source.Reference])
				}
			}
		})
	}
	t.Logf("%d facts were taken over, %d left out", kept, left)
	if kept < 50 {
		t.Errorf("only %d facts were taken over", kept)
	}
}
