package payout

import (
	"maps"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// Book is every run and what the chain showed of its payments, so far. The same steps and the same evidence in the same
// order give the same Book. The zero Book is empty.
type Book struct {
	runs       []*Progress
	named      map[string]*Progress
	held       map[ledger.Wallet]string
	sanctioned map[ledger.Wallet]bool
	exceptions []*Exception
	exported   int // how many runs were
}

// Runs are all of them in the order in which they were prepared; do not change them.
func (b *Book) Runs() []*Progress { return b.runs }

// Run finds one by its name; nil when there is none.
func (b *Book) Run(name string) *Progress { return b.named[name] }

// Guard is what keeps wallets out of the next run, besides those that are never paid.
func (b *Book) Guard(minimum money.Amount) Guard {
	return Guard{Minimum: minimum, Held: b.held, Sanctioned: b.sanctioned}
}

// Hold keeps a wallet out of runs from now on, for a reason; an empty reason lets it in again.
func (b *Book) Hold(w ledger.Wallet, reason string) {
	if b.held == nil {
		b.held = map[ledger.Wallet]string{}
	}
	if b.held[w] = reason; reason == "" {
		delete(b.held, w)
	}
}

// Holds are the wallets that are held back, with the reason; do not change them.
func (b *Book) Holds() map[ledger.Wallet]string { return b.held }

// Sanction replaces the sanctions list.
func (b *Book) Sanction(list []ledger.Wallet) {
	b.sanctioned = make(map[ledger.Wallet]bool, len(list))
	for _, w := range list {
		b.sanctioned[w] = true
	}
}

// Sanctions is how many wallets are on the list.
func (b *Book) Sanctions() int { return len(b.sanctioned) }

// IsSanctioned says whether a wallet is on the list.
func (b *Book) IsSanctioned(w ledger.Wallet) bool { return b.sanctioned[w] }

// AreSanctioned says whether the sanctions list is exactly these wallets.
func (b *Book) AreSanctioned(list []ledger.Wallet) bool {
	other := make(map[ledger.Wallet]bool, len(list))
	for _, w := range list {
		other[w] = true
	}
	return maps.Equal(other, b.sanctioned)
}

// CanPrepare says in one line why a run of that name cannot be; nil when it can.
func (b *Book) CanPrepare(name string) error {
	if b.named[name] != nil {
		return problem.Conflictf("there is a run %s already: give this one another name", name)
	}
	return nil
}

// Prepare takes a run in, from the transaction with that source, by an operator with a key, as operator.Actor.How says it.
func (b *Book) Prepare(r *Run, source ledger.Source, who, key string) error {
	if err := b.CanPrepare(r.Name); err != nil {
		return err
	}
	p := &Progress{
		Name: r.Name, Asset: r.Asset, Method: r.Method, At: r.At, Prepared: source, File: r.File, Payer: r.Payer, Books: r.Books,
		Lines: len(r.Lines),
		Total: r.Total,
		Paid:  money.Zero(r.Asset),
		lines: make(map[ledger.Wallet]*open, len(r.Lines)), order: make([]ledger.Wallet, len(r.Lines)),
	}
	for i := range r.Lines {
		l := &r.Lines[i]
		p.order[i] = l.Wallet
		p.lines[l.Wallet] = &open{parts: l.Parts, total: l.Amount, paid: money.Zero(r.Asset)}
	}
	p.step(Step{State: Draft, Operator: who, At: r.At, Key: key})
	if b.named == nil {
		b.named = map[string]*Progress{}
	}
	b.runs, b.named[r.Name] = append(b.runs, p), p
	return nil
}

// The steps that an operator takes with a run.
const (
	Propose = "propose"
	Approve = "approve"
	Export  = "export"
	Cancel  = "cancel"
	// Reject asks to cancel a run that was exported; Cancel is then the consent of another operator.
	Reject = "reject"
)

// Can says in one line why an operator cannot take a step with a run; nil when they can. A run does not go out with a wallet
// that must not be paid since it was prepared, or that was paid something nobody has explained.
func (b *Book) Can(step, name, who string) error {
	if err := b.can(step, name, who); err != nil {
		return err
	}
	p := b.named[name]
	if step == Approve || (step == Export && p.State == Approved) {
		return b.barred(p)
	}
	return nil
}

// can is Can as far as the run's state says it.
func (b *Book) can(step, name, who string) error {
	p := b.named[name]
	if p == nil {
		return noRun(name)
	}
	switch step {
	case Propose:
		return p.canPropose(who)
	case Approve:
		return p.canApprove(who)
	case Export:
		return p.canExport(who)
	case Cancel:
		return p.canCancel(who)
	case Reject:
		return p.canReject()
	}
	return problem.Invalidf("%q is not a step of a run: use %s, %s, %s or %s", step, Propose, Approve, Export, Cancel)
}

func noRun(name string) error {
	return problem.NotFoundf("there is no run %s; `nodeledger payout list` shows them", name)
}

// Taken is a step that an operator takes with a run.
type Taken struct {
	Step, Run, Operator string
	Key                 string // with which key, as operator.Actor.How says
	At                  time.Time
	Reason              string             // of a cancellation, and of asking for one
	Root                ledger.Hash        // of an export for claims
	Evidence            *RejectionEvidence // of asking to cancel a run that was exported
	// Consents is, of a cancellation of a run that was exported, the digest of the request that it consents to.
	Consents ledger.Hash
	// File is, of an approval, the SHA-256 of the run's file that it is for, and of an export for claims that of the tree's dump; zero
	// of every other step, and of approvals before they named it.
	File ledger.Hash
	// Used is, of an export, how many nonces the treasury's Safe had used; nil: nobody knew.
	Used *uint64
}

// Take takes a step that Can allowed, or leaves everything as it was and says why the run's state does not allow it.
func (b *Book) Take(t Taken) error {
	err := b.can(t.Step, t.Run, t.Operator)
	if t.Step == Cancel && t.Consents != (ledger.Hash{}) {
		err = b.CanConsent(t.Run, t.Operator, t.Consents)
	}
	if err != nil {
		return err
	}
	p := b.named[t.Run]
	step := Step{Operator: t.Operator, At: t.At, Key: t.Key}
	switch t.Step {
	case Propose:
		step.State = Proposed
	case Approve:
		if t.File != (ledger.Hash{}) && t.File != p.File {
			return otherFile(p, t.File)
		}
		step.State, step.File = Approved, t.File
	case Export:
		if p.State == Exported {
			return nil
		}
		step.State, p.Root, p.TreeFile, p.Used = Exported, t.Root, t.File, t.Used
		b.exported++
		p.exported = b.exported
	case Reject:
		p.rejections++
		p.Rejection = &Rejection{t.Run, p.rejections, t.Reason, *t.Evidence, t.Operator, t.Key, t.At}
		return nil
	case Cancel:
		step.State, step.Reason = Cancelled, t.Reason
		if t.Consents != (ledger.Hash{}) {
			step.Reason, step.Rejected = p.Rejection.Reason, p.Rejection
		}
		p.Rejection, p.followers = nil, len(b.runs)
	}
	p.step(step)
	return nil
}

// Granted is, for each wallet, the sum of all that runs for claims from one distributor granted it, from the first exported one to
// the named one: the leaves of that run's tree. They are cumulative, so that one tree replaces the last. Another distributor's runs
// are claimed there, and not in this tree.
func (b *Book) Granted(name string) (map[ledger.Wallet]money.Amount, error) {
	last := b.named[name]
	if last == nil || last.Method != Claim {
		return nil, problem.NotFoundf("there is no run %s for claims", name)
	}
	sums := map[ledger.Wallet]money.Amount{}
	for _, p := range b.exportedBefore(last) {
		for w, o := range p.lines {
			sum, ok := sums[w]
			if !ok {
				sum = money.Zero(p.Asset)
			}
			var err error
			if sums[w], err = sum.Add(o.total); err != nil {
				return nil, err
			}
		}
	}
	return sums, nil
}

// GrantedFrom is the head of the books that the tree of a run for claims came from: of its runs, that of the one that was prepared last.
func (b *Book) GrantedFrom(name string) (head ledger.TreeHead) {
	last := b.named[name]
	if last == nil || last.Method != Claim {
		return head
	}
	for _, p := range b.exportedBefore(last) {
		if p.Books.Size > head.Size {
			head = p.Books
		}
	}
	return head
}

// claimedWith says that two runs are claimed from one distributor.
func (p *Progress) claimedWith(other *Progress) bool {
	return p.Asset == other.Asset && p.Method == Claim && other.Method == Claim && p.Payer.Distributor == other.Payer.Distributor
}

// exportedBefore is the runs whose lines are in the tree of a run: those that were exported before it, and itself.
func (b *Book) exportedBefore(last *Progress) []*Progress {
	list := []*Progress{last}
	for _, p := range b.runs {
		if p != last && p.claimedWith(last) && p.exported > 0 && (last.exported == 0 || p.exported < last.exported) {
			list = append(list, p)
		}
	}
	return list
}
