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

// tgeEntry: the token is generated at an instant, which may not be before an epoch that is closed.
var tgeEntry = entry[TGEBody]{
	scope: always[TGEBody](operator.Record),
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
		case !f.tge.IsZero() && !f.tge.Equal(b.TGE):
			return problem.Conflictf("the TGE was recorded before as %s", f.tge.Format(time.RFC3339))
		case !last.IsZero() && b.TGE.Before(last):
			return problem.Invalidf("the TGE %s is before %s, up to which epochs are closed", at, last.Format(time.RFC3339))
		}
		return nil
	},
	apply: func(p *Proposal, b *TGEBody, _ *ledger.Draft) error {
		p.fold.tge = b.TGE.UTC()
		return nil
	},
}
