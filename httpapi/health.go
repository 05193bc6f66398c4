package httpapi

import (
	"context"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

type nothing struct{}

// Health says that the process serves.
type Health struct {
	OK bool `json:"ok"`
}

func (a *api) health(context.Context, *nothing) (Health, error) { return Health{true}, nil }

// Readiness says that the answers can be relied on.
type Readiness struct {
	Ready bool `json:"ready"`
	Fresh
}

// readiness refuses with every reason at once.
func (a *api) readiness(ctx context.Context, _ *nothing) (Readiness, error) {
	of, err := view.Now(ctx, a.engine)
	if err != nil {
		return Readiness{}, err
	}
	var reasons []string
	a.engine.View(func(_ *fold.Fold, s engine.State) {
		if s.Frozen != nil {
			reasons = append(reasons, fmt.Sprintf("the books are frozen since %s: %s", instant(s.Frozen.Time), s.Frozen.Text))
		}
	})
	switch lag := a.clock.Now().Sub(of.Time); {
	case !of.Begun:
		reasons = append(reasons, "nothing is booked yet")
	case a.maxLag > 0 && lag > a.maxLag:
		reasons = append(reasons, fmt.Sprintf("the newest booked block is %s old, more than %s", lag.Truncate(time.Second), a.maxLag))
	}
	if len(reasons) > 0 {
		p := problem.New(problem.Unavailable, "not-ready", "the answers cannot be relied on now")
		p.Reasons = reasons
		return Readiness{}, p
	}
	return Readiness{true, fresh(of)}, nil
}
