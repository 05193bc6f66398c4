package payout

import (
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// CanApprove says in one line why an operator cannot approve these bytes of a run; nil when they can. file is the SHA-256 of the
// run's file that they looked at: an approval without it, or of another one, is refused. total is what they approve the payment of.
func (b *Book) CanApprove(name, who string, file ledger.Hash, total string) error {
	if err := b.Can(Approve, name, who); err != nil {
		return err
	}
	switch p := b.named[name]; {
	case file == (ledger.Hash{}):
		return problem.New(problem.Unconditional, "", "say what of run %s you approve: it pays %s to %d wallets, and its file has the SHA-256 "+
			"%s; compare it and send it along (--file-hash HASH, or the header If-Match)", name, p.Total, p.Lines, p.File)
	case file != p.File:
		return otherFile(p, file)
	case total != p.Total.Digits():
		return problem.New(problem.Changed, "", "run %s pays %s, not %s base units: look at the run again", name, p.Total, total)
	}
	return nil
}

func otherFile(p *Progress, file ledger.Hash) error {
	return problem.New(problem.Changed, "", "the file of run %s has the SHA-256 %s, not %s: look at the run again before you approve it",
		p.Name, p.File, file)
}
