package httpapi

import (
	"context"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type nothing struct{}

func (a *api) health(context.Context, *nothing) (wire.Health, error) {
	return wire.Health{OK: true}, nil
}

// readiness refuses with every reason at once.
func (a *api) readiness(ctx context.Context, _ *nothing) (wire.Readiness, error) {
	of, err := view.Now(ctx, a.engine)
	if err != nil {
		return wire.Readiness{}, err
	}
	var reasons []string
	a.engine.View(func(_ *fold.Fold, s engine.State) {
		if s.Frozen != nil {
			reasons = append(reasons, fmt.Sprintf("the books are frozen since %s: %s", wire.Instant(s.Frozen.Time), s.Frozen.Text))
		}
	})
	if err := a.engine.Sound(); err != nil {
		reasons = append(reasons, problem.Of(err).Text)
	}
	switch lag := a.clock.Now().Sub(of.Time); {
	case !of.Begun:
		reasons = append(reasons, "nothing is booked yet")
	case a.maxLag > 0 && lag > a.maxLag:
		reasons = append(reasons, fmt.Sprintf("the newest booked block is %s old, more than %s", lag.Truncate(time.Second), a.maxLag))
	}
	if len(reasons) > 0 {
		p := problem.New(problem.Unavailable, "not-ready", "the answers cannot be relied on now")
		p.Reasons = reasons
		return wire.Readiness{}, p
	}
	return wire.Readiness{Ready: true, Fresh: wire.FreshOf(of)}, nil
}
