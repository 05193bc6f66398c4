package fold

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
)

// TGEBody is the token generation event as it is recorded.
type TGEBody struct {
	TGE time.Time `json:"tge"`
}

// proposedTGE is a time that waits for another operator to record it, too.
type proposedTGE struct {
	at time.Time
	by string
}

// tgeEntry: two operators record the same instant at which the token is generated. It may not be before an epoch that is closed, and they
// may move it until it has come; then it is for ever.
var tgeEntry = entry[TGEBody]{
	scope:  always[TGEBody](operator.Approve),
	stands: func(f *Fold, b *TGEBody) bool { return b.TGE.Equal(f.tge) || b.TGE.Equal(f.proposedTGE.at) },
	check: func(_ context.Context, p *Proposal, b *TGEBody) error {
		f, token := p.fold, p.fold.program.Token
		at := b.TGE.Format(time.RFC3339)
		switch last := f.schedule.points; {
		case token == nil:
			return f.program.Lacks("token")
		case !token.TGE.IsZero():
			return problem.Conflictf("the program file has the TGE already, %s: there is nothing to record", token.TGE.Format(time.RFC3339))
		case b.TGE.Nanosecond() != 0:
			return problem.Invalidf("the TGE %s is not a whole second", b.TGE.Format(time.RFC3339Nano))
		case b.TGE.Equal(f.tge):
			return problem.Conflictf("the TGE was recorded before as %s", at)
		case !f.tge.IsZero() && !f.tge.After(f.momentAt(p.fact.When()).Time):
			return problem.Conflictf("the TGE was recorded as %s, which has come: it moves no more", f.tge.Format(time.RFC3339))
		case b.TGE.After(p.fact.When().AddDate(10, 0, 0)):
			return problem.Invalidf("the TGE %s is more than ten years away: is the year right?", at)
		case f.schedule.began.IsZero() && b.TGE.Before(p.fact.When()), b.TGE.Before(f.schedule.began):
			return problem.Invalidf("the TGE %s is before anything that is booked", at)
		case !last.IsZero() && b.TGE.Before(last):
			return problem.Invalidf("the TGE %s is before %s, up to which epochs are closed", at, last.Format(time.RFC3339))
		case f.proposedTGE == proposedTGE{b.TGE.UTC(), p.fact.Operator}:
			return problem.Conflictf("%s recorded the TGE %s before: it counts once another operator records the same", p.fact.Operator, at)
		}
		return nil
	},
	apply: func(p *Proposal, b *TGEBody, _ *ledger.Draft) error {
		f, at := p.fold, b.TGE.UTC()
		first := f.proposedTGE
		if first.at.Equal(at) && first.by != p.fact.Operator && !f.lost(first.by, operator.Approve, p.fact.When()) {
			f.tge, f.proposedTGE = at, proposedTGE{}
			return nil
		}
		f.proposedTGE = proposedTGE{at, p.fact.Operator}
		return nil
	},
}
