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
	"github.com/nodeledger/nodeledger/sentence"
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
		if late := s.NotFinal(); late > finalityLate && a.maxLag > 0 {
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
	switch updates, late := a.failing(); {
	case updates.IsZero() || frozen: // frozen books are not brought up to date, as they should
	case late:
		reasons = append(reasons, updates.English())
	default:
		warnings = append(warnings, updates.English())
	}
	for _, w := range a.warnings(ctx) {
		warnings = append(warnings, w.English())
	}
	if len(reasons) > 0 {
		reasons = append(reasons, warnings...)
		p := problem.New(problem.Unavailable, "not-ready", "the answers cannot be relied on now")
		p.Reasons = reasons
		return wire.Readiness{}, p
	}
	out := wire.Readiness{Ready: true, Warnings: warnings, Fresh: wire.FreshOf(of)}
	if a.role != nil {
		out.Role = a.role().Name()
	}
	return out, nil
}

// operatorsWarnings are the same with what is no warning any more, and a reason, when it lasts.
func (a *api) operatorsWarnings(ctx context.Context) (list []sentence.Sentence) {
	frozen := false
	a.engine.View(func(_ *fold.Fold, s engine.State) { frozen = s.Frozen != nil })
	if updates, _ := a.failing(); !updates.IsZero() && !frozen {
		list = append(list, updates)
	}
	return append(list, a.warnings(ctx)...)
}

// warnings are what somebody should look at, though the answers can be relied on.
func (a *api) warnings(ctx context.Context) (list []sentence.Sentence) {
	if a.endpoints != nil {
		if none := noneUp(a.endpoints()); !none.IsZero() {
			list = append(list, none)
		}
	}
	if files := a.filesWait(); !files.IsZero() {
		list = append(list, files)
	}
	return append(list, a.failingNotices(ctx)...)
}

// failingNotices names the endpoints of notices that somebody should look at.
func (a *api) failingNotices(ctx context.Context) (list []sentence.Sentence) {
	if a.notices == nil {
		return nil
	}
	all, err := a.notices.Endpoints(ctx)
	if err != nil {
		return []sentence.Sentence{sentence.New(sentence.WarnNoticesUnreadable, nil)}
	}
	for i := range all {
		switch s := &all[i]; {
		case s.Gone:
			list = append(list, sentence.New(sentence.WarnNoticesGone, sentence.Params{"name": s.Name, "waiting": fmt.Sprint(s.Waiting)}))
		case s.Failing():
			list = append(list, sentence.New(sentence.WarnNoticesFailing, sentence.Params{
				"name": s.Name, "failures": fmt.Sprint(s.Failures), "waiting": fmt.Sprint(s.Waiting)}))
		}
	}
	return list
}

// noneUp says that the chain cannot be followed, where no endpoint is up.
func noneUp(endpoints []wire.Endpoint) (none sentence.Sentence) {
	states := map[string]int{}
	for _, e := range endpoints {
		if e.Asked() {
			return none
		}
		states[e.State]++
	}
	var said []string
	for _, state := range slices.Sorted(maps.Keys(states)) {
		said = append(said, fmt.Sprintf("%d %s", states[state], state))
	}
	return sentence.New(sentence.WarnNoEndpoint, sentence.Params{"states": strings.Join(said, ", ")})
}
