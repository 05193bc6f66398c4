package payout

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// barred says why a run must not go out as it was prepared; nil when it may. Its lines cannot change, so it must be cancelled
// and prepared again.
func (b *Book) barred(p *Progress) error {
	for _, w := range p.order {
		if why := b.barReason(w); why != "" {
			return problem.New(problem.Conflict, problem.Barred,
				"%s has a line in run %s and %s now: cancel the run and prepare it again under another name", w, p.Name, why)
		}
	}
	for _, x := range b.exceptions {
		if !x.Closed.IsZero() || !x.Moved() || x.Problem == UnexplainedReceipt || x.Amount.Asset() != p.Asset || p.lines[x.Wallet] == nil {
			continue
		}
		return problem.Conflictf("%s was paid %s that no line explains (exception %s), and would be paid by run %s again: resolve the "+
			"exception, "+
			"or hold the wallet back, cancel the run and prepare it again under another name", x.Wallet, x.Amount, x.Key, p.Name)
	}
	return nil
}

// barReason says in words why a wallet is left out of runs; empty when it is not.
func (b *Book) barReason(w ledger.Wallet) string {
	if b.sanctioned[w] {
		return "is on the sanctions list"
	}
	if _, held := b.held[w]; held {
		return "is held back"
	}
	return ""
}
