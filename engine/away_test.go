package engine_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// gated is a chain whose answers to one question wait for a gate: it tells that it was asked, and answers when it may.
type gated struct {
	engine.Chain

	at    string // the question
	asked chan struct{}
	open  chan struct{}
}

func (g *gated) wait(question string) {
	if question == g.at {
		select {
		case g.asked <- struct{}{}:
		default: // asked before
		}
		<-g.open
	}
}

func (g *gated) Head(ctx context.Context) (engine.Header, error) {
	g.wait("head")
	return g.Chain.Head(ctx)
}
func (g *gated) Finalized(ctx context.Context) (engine.Header, error) {
	g.wait("finalized")
	return g.Chain.Finalized(ctx)
}
func (g *gated) HeaderAt(ctx context.Context, n uint64) (engine.Header, error) {
	g.wait("header")
	return g.Chain.HeaderAt(ctx, n)
}
func (g *gated) FinalAt(ctx context.Context, n uint64) (engine.Header, error) {
	g.wait("final")
	return g.Chain.FinalAt(ctx, n)
}
func (g *gated) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	g.wait(fmt.Sprintf("prove, final %t", final))
	return g.Chain.Prove(ctx, parent, to, final)
}
func (g *gated) Counters(ctx context.Context, at engine.Header) ([]engine.Count, error) {
	g.wait("counter")
	return g.Chain.Counters(ctx, at)
}
func (g *gated) TokenBalance(ctx context.Context, at engine.Header, token, of common.Address, m program.Mapping) (engine.Figure, error) {
	g.wait("balance")
	return g.Chain.TokenBalance(ctx, at, token, of, m)
}

// An operator records something while the chain does not answer, whatever it is asked: nobody waits for a node. When it answers, the books
// are those of a chain that answered at once.
func TestNobodyWaitsForANode(t *testing.T) {
	for _, question := range []string{"finalized", "head", "header", "final", "prove, final true", "prove, final false", "counter"} {
		t.Run(question, func(t *testing.T) {
			onBothDatabases(t, func(t *testing.T, dsn string) { nobodyWaits(t, dsn, question) })
		})
	}
}

func nobodyWaits(t *testing.T, dsn, question string) {
	ctx := t.Context()
	w := newWorld(3)
	w.grow(12)
	w.Finalise(4)
	g := &gated{Chain: w, asked: make(chan struct{}, 1), open: make(chan struct{})}
	s, err := store.Connect(ctx, dsn)
	fatal(t, err)
	t.Cleanup(func() { _ = s.Close() })
	e, err := engine.Open(ctx, paying(t), s, g, w, silent())
	fatal(t, err)
	fatal(t, e.Sync(ctx, nil))
	staff(t, e)
	at := w.Now()
	switch question {
	case "prove, final true", "counter": // nothing is pending before
		w.Finalise(0)
		fatal(t, e.Sync(ctx, nil))
		w.grow(3)
		w.Finalise(0)
	case "header":
		w.Cut(2)
		w.grow(5)
		w.Finalise(6)
	case "final": // the newest block of the books is below the one that is final
		w.grow(6)
		w.Finalise(1)
	default:
		w.grow(3)
		w.Finalise(5)
	}
	g.at = question
	synced := make(chan error)
	go func() { synced <- e.Sync(ctx, nil) }()
	<-g.asked
	_, err = e.RecordRevenue(ctx, ann, "while-it-hangs", fold.RevenueRow{Source: "fiat", Amount: "12", At: at})
	fatal(t, err)
	close(g.open)
	fatal(t, <-synced)
	fatal(t, e.Sync(ctx, nil))
	e.View(func(f *fold.Fold, s engine.State) {
		head, err := w.Head(ctx)
		fatal(t, err)
		if s.Cursor.Head != head || f.Sale.Totals.Nodes == 0 {
			t.Errorf("the books are at %s, the chain at %s", s.Cursor.Head, head)
		}
	})
	fatal(t, e.Reload(ctx)) // what the fold says is what the inputs say
}
