package quote

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

// Ready is how ready the program is for its token's generation. Before anything is booked that cannot be said.
func Ready(ctx context.Context, e *engine.Engine) (r rewards.Readiness, of view.AsOf, err error) {
	if of, err = view.Now(ctx, e); err != nil {
		return r, of, err
	}
	if !of.Begun {
		return r, of, problem.New(problem.Conflict, problem.NothingBooked, "nothing is booked yet: ask again when the first block of the sale is")
	}
	r, err = e.Readiness(ctx)
	return r, of, err
}
