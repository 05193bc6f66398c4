package payout

import (
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// State is how far a run has come.
type State string

// The states.
const (
	Draft     State = "draft"
	Proposed  State = "proposed"
	Approved  State = "approved"
	Exported  State = "exported"
	Settled   State = "settled"
	Cancelled State = "cancelled"
)

// Step is who brought a run into a state, and when.
type Step struct {
	State    State
	Operator string
	At       time.Time
	Reason   string // of a cancellation
	Key      string // with which key, as operator.Actor.How says; empty where it is not known
	// Rejected is, of the cancellation of a run that was exported, who asked for it, and the evidence; nil of every other step.
	Rejected *Rejection
	// File is the SHA-256 of the run's file that was approved; zero of every other step, and of approvals before they named it.
	File ledger.Hash
}

// Progress is a run and how far it has come.
type Progress struct {
	Name     string
	Asset    money.Asset
	Method   Method
	At       time.Time
	Prepared ledger.Source   // of the transaction with the lines
	File     ledger.Hash     // SHA-256 of its file
	Payer    Payer           // what it is paid with
	Books    ledger.TreeHead // that it was prepared from
	Keys     uint64          // how many changes of operators' keys there were when it was prepared: later keys cannot approve it
	State    State
	Steps    []Step // in order; the first is Draft
	Lines    int
	Done     int          // lines that are settled whole
	Total    money.Amount // Paid + Open, until it is cancelled
	Paid     money.Amount
	Root     ledger.Hash // of the Merkle tree that was exported for claims
	TreeFile ledger.Hash // SHA-256 of that tree's dump, which goes on chain with the root
	Batch    int         // how many transfers a batch of its files has at most
	// Used is how many nonces the treasury's Safe had used when the run was exported; nil: nobody knew.
	Used *uint64
	// Rejection is the latest request to cancel the run after its export; nil: nobody asked.
	Rejection *Rejection

	rejections int // how many requests there were to cancel it
	followers  int // how many runs there were when it was cancelled
	exported   int // how many runs were exported up to and with it; 0: not yet
	lines      map[ledger.Wallet]*open
	order      []ledger.Wallet
}

// open is a line and what of its parts was paid.
type open struct {
	parts []Part
	paid  money.Amount
	total money.Amount
}

func (o *open) left() money.Amount {
	rest, err := o.total.Sub(o.paid)
	if err != nil {
		panic(err) // paid is only ever raised by at most what is left
	}
	return rest
}

// Open is what the run still must pay; zero when it was cancelled.
func (p *Progress) Open() money.Amount {
	if p.State == Cancelled {
		return money.Zero(p.Asset)
	}
	rest, err := p.Total.Sub(p.Paid)
	if err != nil {
		panic(err) // as above
	}
	return rest
}

// Line is what a run pays a wallet, what of it is paid, and of what parts it is made; ok is false when it pays it nothing.
func (p *Progress) Line(w ledger.Wallet) (total, paid money.Amount, parts []Part, ok bool) {
	o := p.lines[w]
	if o == nil {
		return money.Zero(p.Asset), money.Zero(p.Asset), nil, false
	}
	return o.total, o.paid, o.parts, true
}

// PaidOf is how much of what a wallet's line has from accounts of a role was paid, and how much of it is still open: nothing once
// the run was cancelled. Parts are paid in their order.
func (p *Progress) PaidOf(w ledger.Wallet, role ledger.Role) (paid, open money.Amount, err error) {
	paid, open = money.Zero(p.Asset), money.Zero(p.Asset)
	o := p.lines[w]
	if o == nil || p.State == Cancelled {
		return paid, open, nil
	}
	left := o.paid
	for _, part := range o.parts {
		took := part.Amount
		if left.Cmp(took) < 0 {
			took = left
		}
		if left, err = left.Sub(took); err != nil {
			return paid, open, err
		}
		if part.From.Role() != role {
			continue
		}
		rest, err := part.Amount.Sub(took)
		if err == nil {
			paid, err = paid.Add(took)
		}
		if err == nil {
			open, err = open.Add(rest)
		}
		if err != nil {
			return paid, open, err
		}
	}
	return paid, open, nil
}

// Wallets are those of the run's lines in rising order; do not change them.
func (p *Progress) Wallets() []ledger.Wallet { return p.order }

// By is who brought the run into a state; nil when nobody did.
func (p *Progress) By(s State) *Step {
	for i := range p.Steps {
		if p.Steps[i].State == s {
			return &p.Steps[i]
		}
	}
	return nil
}

func (p *Progress) step(s Step) {
	p.State = s.State
	p.Steps = append(p.Steps, s)
}

func (p *Progress) needs(s State, what string) error {
	if p.State != s {
		return problem.Conflictf("run %s is %s: only a run that is %s can be %s", p.Name, p.State, s, what)
	}
	return nil
}

// live says whether payments settle the run's lines.
func (p *Progress) live() bool { return p.State == Approved || p.State == Exported }

// canPropose, canApprove, canExport and canCancel say in one line why a step is not possible; nil when it is.
func (p *Progress) canPropose(string) error { return p.needs(Draft, "proposed") }

func (p *Progress) canApprove(who string) error {
	if err := p.needs(Proposed, "approved"); err != nil {
		return err
	}
	if by := p.By(Proposed); by == nil || by.Operator == who {
		return problem.Conflictf("run %s was proposed by %s: another operator must approve it", p.Name, who)
	}
	return nil
}

func (p *Progress) canExport(string) error {
	if p.State == Exported {
		return nil // again: the files are the same
	}
	return p.needs(Approved, "exported")
}

func (p *Progress) canCancel(string) error {
	if err := p.canEnd(); err != nil {
		return err
	}
	if p.State == Exported {
		return problem.Conflictf("run %s was exported: to cancel it takes two operators, and evidence that its transactions cannot be executed "+
			"any more", p.Name)
	}
	return nil
}

// canEnd says in one line why the run cannot be cancelled by anybody; nil when it can.
func (p *Progress) canEnd() error {
	switch {
	case p.State == Cancelled:
		return problem.Conflictf("run %s is already cancelled", p.Name)
	case p.State == Settled || !p.Paid.IsZero():
		return problem.Conflictf("run %s has already paid %s and cannot be cancelled: hold wallets back in the next run instead", p.Name, p.Paid)
	case p.State == Exported && p.Method == Claim:
		return problem.Conflictf("run %s was exported for claims and cannot be cancelled: what a published tree grants cannot be taken "+
			"back", p.Name)
	}
	return nil
}
