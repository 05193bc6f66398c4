package engine

import (
	"context"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
)

// instantPlace is the block that a job or a month says to be the last one before an instant.
type instantPlace struct {
	of     string // what names it: the job or the month
	input  string
	number uint64
	hash   common.Hash // where named
	named  bool
	before uint64 // seconds since 1970 UTC
}

// toProve is a block among the inputs.
type toProve struct {
	input  string
	number uint64
	fold.Input
}

// window takes note of the blocks that a job or a month names.
func (a *again) window(w *fold.Window, where string) {
	a.places = append(a.places, instantPlace{w.Of, where, w.Block, w.Hash, true, uint64(w.End.Unix())})
	if !w.Start.Equal(w.End) {
		a.places = append(a.places, instantPlace{w.Of, where, w.Opening, common.Hash{}, false, uint64(w.Start.Unix()) + 1})
	}
}

// isLastBefore refuses a block of a job that is not the last one before an instant, nor the first one of the books where all are later.
func (a *again) isLastBefore(ctx context.Context, p *instantPlace) error {
	if p.number > a.to.Cursor.Final.Number {
		return ledger.Differs("input", p.input, "the %s's block %d is past the block %d, up to which the books are final", p.of, p.number,
			a.to.Cursor.Final.Number)
	}
	at, err := a.chain.FinalAt(ctx, p.number)
	if err != nil {
		return err
	}
	right := p.number == a.watched.Chain.StartBlock && at.Time >= p.before
	var next Header
	if !right && p.number < a.to.Cursor.Final.Number {
		if next, err = a.chain.FinalAt(ctx, p.number+1); err != nil {
			return err
		}
		right = at.Time < p.before && next.Time >= p.before
	}
	if !right || p.named && at.Hash != p.hash {
		return ledger.Differs("input", p.input, "the %s's block %d %s is not the last one before %s: on the chain that is %s, followed by %s",
			p.of, p.number, p.hash, time.Unix(int64(p.before), 0).UTC().Format(time.RFC3339), at, next)
	}
	return nil
}

// words asks contracts again whether they said what an input says of them.
func (a *again) words(ctx context.Context, in *fold.Input) error {
	words, err := WordsOf(in)
	if err != nil || len(words) == 0 {
		return err
	}
	unheld, later, err := AskAgain(ctx, a.chain, words)
	switch {
	case err != nil:
		return err
	case len(unheld) > 0:
		return ledger.Differs("input", "words of contracts", "%s", unheld[0])
	case a.later == "":
		a.later = later
	}
	return nil
}
