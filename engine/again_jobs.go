package engine

import (
	"context"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
)

// instantPlace is the block that a job says to be the last one before an instant.
type instantPlace struct {
	input  string
	number uint64
	hash   common.Hash // zero: it names none
	before uint64      // seconds since 1970 UTC
}

// toProve is a block among the inputs.
type toProve struct {
	input  string
	number uint64
	fold.Input
}

// job takes note of the blocks that a job names.
func (a *again) job(j *fold.Job, where string, added bool) error {
	start, end, err := j.Window()
	if err != nil || !added || j.Name == rewards.UnlockJob {
		return err
	}
	a.places = append(a.places, instantPlace{where, j.Block, j.Hash, uint64(end.Unix())})
	if !start.Equal(end) {
		a.places = append(a.places, instantPlace{where, j.Opening, common.Hash{}, uint64(start.Unix()) + 1})
	}
	return nil
}

// isLastBefore refuses a block of a job that is not the last one before an instant, nor the first one of the books where all are later.
func (a *again) isLastBefore(ctx context.Context, p *instantPlace) error {
	at, err := a.chain.HeaderAt(ctx, p.number)
	if err != nil {
		return err
	}
	next, err := a.chain.HeaderAt(ctx, p.number+1)
	if err != nil {
		return err
	}
	first := p.number == a.watched.Chain.StartBlock && at.Time >= p.before
	if p.hash != (common.Hash{}) && at.Hash != p.hash || !first && (at.Time >= p.before || next.Time < p.before) {
		return ledger.Differs("input", p.input, "the job's block %d %s is not the last one before %s: on the chain that is %s, followed by %s",
			p.number, p.hash, time.Unix(int64(p.before), 0).UTC().Format(time.RFC3339), at, next)
	}
	return nil
}
