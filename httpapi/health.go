package httpapi

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
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
	warnings, frozen := []string{}, false
	a.engine.View(func(_ *fold.Fold, s engine.State) {
		if frozen = s.Frozen != nil; frozen {
			reasons = append(reasons, fmt.Sprintf("the books are frozen since %s: %s", wire.Instant(s.Frozen.Time), s.Frozen.Text))
		}
		if late := notFinal(&s); late > finalityLate && a.maxLag > 0 {
			reasons = append(reasons, fmt.Sprintf("blocks do not become final: the last final one, %d, is %s older than the newest, and epochs, "+
				"months and payouts wait for it", s.Cursor.Final.Number, late))
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
	switch text, late := a.failing(); {
	case text == "" || frozen: // frozen books are not brought up to date, as they should
	case late:
		reasons = append(reasons, text)
	default:
		warnings = append(warnings, text)
	}
	if a.endpoints != nil {
		if text := noneUp(a.endpoints()); text != "" {
			warnings = append(warnings, text)
		}
	}
	warnings = append(warnings, a.failingNotices(ctx)...)
	if len(reasons) > 0 {
		reasons = append(reasons, warnings...)
		p := problem.New(problem.Unavailable, "not-ready", "the answers cannot be relied on now")
		p.Reasons = reasons
		return wire.Readiness{}, p
	}
	return wire.Readiness{Ready: true, Warnings: warnings, Fresh: wire.FreshOf(of)}, nil
}

// failingNotices names the endpoints of notices that somebody should look at.
func (a *api) failingNotices(ctx context.Context) (list []string) {
	if a.notices == nil {
		return nil
	}
	all, err := a.notices.Endpoints(ctx)
	if err != nil {
		return []string{"the log of notices cannot be read"}
	}
	for i := range all {
		switch s := &all[i]; {
		case s.Gone:
			list = append(list, fmt.Sprintf("the endpoint %s of notices answered that it is gone, and is sent nothing: %d wait", s.Name, s.Waiting))
		case s.Failing():
			list = append(list, fmt.Sprintf("the endpoint %s of notices failed %d times in a row: %d wait", s.Name, s.Failures, s.Waiting))
		}
	}
	return list
}

// noneUp says that the chain cannot be followed, where no endpoint is up.
func noneUp(endpoints []wire.Endpoint) string {
	states := map[string]int{}
	for _, e := range endpoints {
		if e.Asked() {
			return ""
		}
		states[e.State]++
	}
	var said []string
	for _, state := range slices.Sorted(maps.Keys(states)) {
		said = append(said, fmt.Sprintf("%d %s", states[state], state))
	}
	return fmt.Sprintf("no endpoint of the chain can be used now (%s): the books are served as they stand, and follow the chain when one "+
		"answers", strings.Join(said, ", "))
}
