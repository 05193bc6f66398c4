package engine_test

import (
	"context"
	"errors"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sale"
)

// apart is a chain whose endpoints report different counters.
type apart struct {
	engine.Chain

	answers map[string]string
	level   engine.Proof
}

func (a *apart) Counters(_ context.Context, at engine.Header) ([]engine.Count, error) {
	d := &engine.Disagreement{Block: at.Number, What: "the contract's counter", Answers: a.answers}
	return []engine.Count{{Counter: sale.Counter{Of: program.CountsNodes}, Apart: d}}, nil
}

func (a *apart) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	p, err := a.Chain.Prove(ctx, parent, to, final)
	p.Level = a.level
	return p, err
}

// Endpoints that differ about the contract's counter do not stop books of which all is proven, where one of them says what is proven.
func TestAWrongCounterOfOneOfTwo(t *testing.T) {
	ctx := t.Context()
	for name, one := range map[string]struct {
		level    engine.Proof
		one, two string
		stops    bool
	}{
		"one is right":          {engine.ProofFull, "10", "11", false},
		"both are wrong":        {engine.ProofFull, "11", "12", true},
		"logs could be missing": {engine.ProofEvents, "10", "11", true},
		"nothing is proven":     {engine.ProofNone, "10", "11", true},
		"one is beyond any count": {engine.ProofFull, "10", "115792089237316195423570985008687907853269984665640564039457584007913129639935",
			false},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(3)
			w.Mine(w.Buy(50, 0, 4), w.Buy(51, 0, 6))
			w.Finalise(0)
			c := &apart{w, map[string]string{"https://one": one.one, "https://two": one.two}, one.level}
			e, err := engine.Open(ctx, paying(t), open(t, "books.db"), c, w, silent())
			fatal(t, err)
			err = e.Sync(ctx, nil)
			var d *engine.Disagreement
			if one.stops != errors.As(err, &d) || !one.stops && err != nil {
				t.Errorf("stops %t: %v", one.stops, err)
			}
			e.View(func(f *fold.Fold, _ engine.State) {
				if sold := f.Sale.Totals.Nodes; (sold == 10) == one.stops {
					t.Errorf("%d nodes are booked", sold)
				}
			})
		})
	}
}
