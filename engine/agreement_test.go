package engine_test

import (
	"context"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/program"
)

// branching is two endpoints of which the first, who is asked first, proves a branch of its own; on what is final both agree.
type branching struct {
	*world
	own *world // the branch
}

func (c *branching) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	if final {
		return c.own.Chain.Prove(ctx, parent, to, final)
	}
	return c.world.Prove(ctx, parent, to, final)
}

// denied is branching whose first endpoint tells of its branch whenever it is asked for a header; the other one denies it.
type denied struct{ *branching }

func (c *denied) HeaderAt(ctx context.Context, n uint64) (engine.Header, error) {
	return c.own.HeaderAt(ctx, n)
}

func (c *denied) FinalAt(ctx context.Context, n uint64) (engine.Header, error) {
	a, err := c.own.HeaderAt(ctx, n)
	b, wrong := c.world.HeaderAt(ctx, n)
	if err == nil && wrong == nil && a != b {
		err = &engine.Contradiction{Block: n, Text: "the endpoints have different blocks"}
	}
	return b, err
}

// branch is a branch of n blocks with a purchase that was made up, above the last block of a world, which grows by as many others.
func branch(t *testing.T, w *world, n int) (other *world) {
	t.Helper()
	chain := *w.Chain
	chain.Blocks = append([]engine.Block(nil), w.Blocks...)
	other = &world{Chain: &chain, rng: w.rng, stretches: w.stretches}
	other.Mine(other.Buy(60, 0, 3))
	for range n - 1 {
		other.Mine()
	}
	other.Finalise(0)
	from := len(w.Blocks)
	for range n {
		w.Mine()
	}
	for i := from; i < len(w.Blocks); i++ {
		b := &w.Blocks[i]
		b.Header.Hash[0] ^= 0x55
		b.Facts.Hash = b.Header.Hash
		if i > from {
			b.Header.Parent[0] ^= 0x55
		}
	}
	w.Finalise(0)
	return other
}

// started is another process with the same books.
func started(t *testing.T, s engine.Store, c engine.Chain, clock engine.Clock) *engine.Engine {
	t.Helper()
	e, err := engine.Open(t.Context(), nil, s, c, clock, silent())
	fatal(t, err)
	e.VerifyFirst(scratched)
	return e
}

// What one endpoint proves becomes final only where it ends in the block that all of them call final.
func TestABranchOfOneEndpointDoesNotBecomeFinal(t *testing.T) {
	ctx := t.Context()
	w, s, _ := funded(t)
	w.Uncounted = true
	other := branch(t, w, 2)
	e := started(t, s, &branching{w, other}, w)
	fatal(t, e.FromChain(ctx))
	if err := e.Sync(ctx, nil); err == nil {
		t.Error("the branch was booked")
	}
	if at := stateOf(t, s); at.Cursor.Final.Number >= w.Final {
		t.Errorf("the books are final to %s", at.Cursor.Final)
	}
	e = started(t, s, w, w)
	fatal(t, e.Sync(ctx, nil))
	same(t, "the books go on to", stateOf(t, s).Cursor.Final, w.Blocks[w.Final].Header)
}

// Books are those of the chain when all endpoints say so: one that errs, or lies, calls no made-up block true.
func TestOneEndpointAloneCallsNoBooksTrue(t *testing.T) {
	ctx := t.Context()
	w, s, _ := funded(t)
	w.Uncounted = true
	other := branch(t, w, 4)
	b, last := other.Blocks[len(other.Blocks)-4], other.Blocks[other.Final].Header
	appendUpTo(t, s, &last, fold.BlockInput(fold.InputBlock, b.Header.Parent, &b.Facts))
	c := &denied{&branching{w, other}}
	finals, err := engine.FinalHeaders(ctx, s)
	fatal(t, err)
	if differs, later, err := engine.AskFinals(ctx, c, finals); err == nil {
		t.Errorf("final headers: %q %q", differs, later)
	}
	reached := func(f engine.Fetched) {
		if f.Block > b.Header.Number {
			t.Errorf("compared to block %d", f.Block)
		}
	}
	if later, err := engine.ProveAgain(ctx, c, s, engine.Fetched{}, reached); err == nil {
		t.Errorf("proven again: %s", later)
	}
	if _, err := started(t, s, c, w).PreparePayout(ctx, ann, "one", "USDT", payout.Transfer); err == nil {
		t.Error("a run was prepared")
	}
}

// bending is two endpoints of which the first proves one stretch that ends at a block that there is not, and then says nothing any more.
type bending struct {
	*world
	about uint64
	bent  bool
}

func (c *bending) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	if c.bent || parent.Number >= c.about {
		return c.world.Prove(ctx, parent, to, final)
	}
	p, err := c.world.Prove(ctx, parent, min(to, c.about), final)
	if err == nil && p.Last.Number == c.about {
		p.Last.Hash[0] ^= 1
		c.bent = true
	}
	return p, err
}

// A block that only one endpoint proved, and that nothing follows, is no block of the books: they are not called false by it.
func TestAStretchOfOneEndpointIsNoBlockOfTheBooks(t *testing.T) {
	ctx := t.Context()
	w, s, _ := funded(t)
	if _, err := engine.ProveAgain(ctx, &bending{world: w, about: w.Final - 50}, s, engine.Fetched{}, nil); err == nil || isDifference(err) {
		t.Error(err)
	}
	e := started(t, s, &bending{world: w, about: w.Final - 50}, w)
	if err := e.MayPay(ctx); err == nil {
		t.Error("it may pay before the endpoints agree")
	}
	fatal(t, e.Sound())
	fatal(t, e.MayPay(ctx))
}

// stale is two endpoints of which the one that leads still has, at some numbers, the blocks that left the chain.
type stale struct {
	*world
	gone map[uint64]engine.Header
}

func (c *stale) HeaderAt(ctx context.Context, n uint64) (engine.Header, error) {
	if h, ok := c.gone[n]; ok {
		return h, nil
	}
	return c.world.HeaderAt(ctx, n)
}

// A block that left the chain does not become final by the word of the one endpoint that still has it, also where that has it as its head.
func TestAStaleEndpointMakesNothingFinal(t *testing.T) {
	for name, behind := range map[string]int{"all of it is final": 0, "the head is not": 5} {
		t.Run(name, func(t *testing.T) {
			ctx := t.Context()
			w, s, _ := funded(t)
			w.Uncounted = true
			c := &stale{w, map[uint64]engine.Header{}}
			e := started(t, s, c, w)
			fatal(t, e.MayPay(ctx))
			w.Mine(w.Buy(60, 0, 3))
			w.Mine()
			fatal(t, e.Sync(ctx, nil))
			n := len(w.Blocks)
			for _, b := range w.Blocks[n-2:] {
				c.gone[b.Header.Number] = b.Header
			}
			w.Cut(2)
			for range 6 {
				w.Mine()
			}
			w.Finalise(behind)
			fatal(t, e.Sync(ctx, nil))
			same(t, "the books are final to", stateOf(t, s).Cursor.Final, w.Blocks[w.Final].Header)
			asTheChainSays(t, s, w)
		})
	}
}

// knowing is two endpoints: the honest one proves that nobody held anything, the one that lies says 1 base unit and proves nothing. Only
// one of them answers.
type knowing struct {
	*world
	lies bool
}

func (c *knowing) TokenBalance(_ context.Context, _ engine.Header, _, of common.Address, _ program.Mapping) (engine.Figure, error) {
	if c.lies {
		return engine.Figure{Value: *uint256.NewInt(1), Assurance: engine.AssuranceReported}, nil
	}
	return engine.Figure{Assurance: engine.AssuranceProven}, nil
}

// That a wallet held nothing was proven, and is not called false by hearsay.
func TestNothingThatWasProvenIsNotCalledFalseByHearsay(t *testing.T) {
	ctx := t.Context()
	w, s := newWorld(1), open(t, "books.db")
	w.grow(15)
	w.Finalise(0)
	c := &knowing{world: w}
	e, err := engine.Open(ctx, paying(t), s, c, w, silent())
	fatal(t, err)
	staff(t, e)
	fatal(t, e.Sync(ctx, nil))
	agreed(t, e, "rotate", rotated(t))
	fatal(t, e.Sync(ctx, nil))
	asTheChainSays(t, s, c)
	c.lies = true
	if _, err := engine.ProveAgain(ctx, c, s, engine.Fetched{}, nil); isDifference(err) {
		t.Error(err)
	}
}

func stateOf(t *testing.T, s engine.Store) engine.State {
	t.Helper()
	at, err := s.State(t.Context())
	fatal(t, err)
	return at
}
