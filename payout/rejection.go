package payout

import (
	"crypto/sha256"
	"encoding/json"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// RejectionEvidence is why what was exported of a run cannot be executed any more. It is part of recorded facts: its tags never change.
type RejectionEvidence struct {
	// Transaction is the hash of the Safe's transaction that rejects the exported ones, as an operator says; zero: none is named.
	Transaction ledger.Hash `json:"transaction,omitzero"`
	// Nonce is the highest one that a batch of the run got in the Safe; nil: none is named. Used is how many nonces the Safe had
	// used at Block, which is final, and How the assurance of that figure: proven, or reported by every endpoint. Without a node
	// How is empty.
	Nonce *uint64 `json:"nonce,omitempty"`
	Used  uint64  `json:"used,omitempty"`
	Block uint64  `json:"block,omitempty"`
	How   string  `json:"how,omitempty"`
}

// Check says in one line what the evidence lacks; nil when it is enough to ask for.
func (e *RejectionEvidence) Check() error {
	switch {
	case e.Nonce != nil && e.How != "" && e.Used <= *e.Nonce:
		return problem.Conflictf("at the final block %d the Safe has used %d nonces, so its transaction with the nonce %d can still be "+
			"executed: "+
			"reject it in the Safe first", e.Block, e.Used, *e.Nonce)
	case e.Transaction == (ledger.Hash{}) && (e.Nonce == nil || e.How == ""):
		return problem.Invalidf("say what rejected the exported transactions: the hash of the Safe's rejecting transaction, or, with a " +
			"node, the " +
			"highest nonce that a batch of the run got")
	}
	return nil
}

// CheckRejection says in one line what the evidence lacks for a run that was exported; nil when it is enough to ask for.
func (b *Book) CheckRejection(run string, e *RejectionEvidence) error {
	if p := b.named[run]; p != nil && p.Used != nil && e.Nonce != nil && *e.Nonce < *p.Used {
		return problem.Conflictf("the Safe had used %d nonces when run %s was exported, so no batch of it has the nonce %d: name the highest "+
			"one that a batch of the run got", *p.Used, run, *e.Nonce)
	}
	return e.Check()
}

// Rejection is what somebody asks for: to cancel a run that was exported. It waits for another operator.
type Rejection struct {
	Run      string            `json:"run"`
	Number   int               `json:"number"` // of the requests for this run, from 1
	Reason   string            `json:"reason"`
	Evidence RejectionEvidence `json:"evidence"`
	By, Key  string            `json:"-"` // who asked, with which key
	At       time.Time         `json:"-"`
}

// Digest is the SHA-256 that names run, reason and evidence for whoever consents.
func (r *Rejection) Digest() ledger.Hash {
	raw, err := json.Marshal(r)
	if err != nil {
		panic(err) // texts, numbers and a hash always encode
	}
	return sha256.Sum256(raw)
}

// canReject says in one line why nobody can be asked to cancel the run with a reason; nil when they can.
func (p *Progress) canReject() error {
	if err := p.canEnd(); err != nil {
		return err
	}
	if p.State != Exported {
		return problem.Conflictf("run %s is %s: only a run that was exported needs a second operator to be cancelled", p.Name, p.State)
	}
	return nil
}

// CanConsent says in one line why an operator cannot consent to the cancellation of a run that was exported; nil when they can. what
// is the digest of the rejection that they looked at.
func (b *Book) CanConsent(name, who string, what ledger.Hash) error {
	p := b.named[name]
	if p == nil {
		return noRun(name)
	}
	if err := p.canReject(); err != nil {
		return err
	}
	switch r := p.Rejection; {
	case r == nil:
		return problem.Conflictf("nobody asked to cancel run %s: ask first, with the evidence and a reason", name)
	case what != r.Digest():
		return problem.New(problem.Changed, "", "%s asked to cancel run %s with evidence whose SHA-256 is %s, not %s: look at it again",
			r.By, name,
			r.Digest(), what)
	case r.By == who:
		return problem.Conflictf("%s asked to cancel run %s: another operator must consent", who, name)
	}
	return nil
}

// NextRejection is the number of the request that somebody makes for a run now: that of their own where it is the same again.
func (b *Book) NextRejection(name, who, reason string, evidence *RejectionEvidence) int {
	p := b.named[name]
	if p == nil {
		return 1
	}
	next := Rejection{Run: name, Number: p.rejections, Reason: reason, Evidence: *evidence}
	if r := p.Rejection; r != nil && r.By == who && r.Digest() == next.Digest() {
		return r.Number
	}
	return p.rejections + 1
}

// Repeats are the runs that were cancelled after their export whose money a run contains, in order of preparation: of each account that
// such a run gave back, it is the next run that gathered it.
func (b *Book) Repeats(name string) (runs []string) {
	p := b.named[name]
	if p == nil {
		return nil
	}
	for _, old := range b.runs {
		if old.State == Cancelled && old.exported > 0 && old.Asset == p.Asset && b.repeats(old, p) {
			runs = append(runs, old.Name)
		}
	}
	return runs
}

// repeats says whether a run has money in it that another one gave back when it was cancelled.
func (b *Book) repeats(old, p *Progress) bool {
	for w, line := range p.lines {
		gave := old.lines[w]
		if gave == nil {
			continue
		}
		for _, part := range line.parts {
			for _, given := range gave.parts {
				if given.From == part.From && b.gathersFirst(old, p, w, part.From) {
					return true
				}
			}
		}
	}
	return false
}

// gathersFirst says whether no run between the cancellation of one and another one kept what an account of a wallet got back.
func (b *Book) gathersFirst(old, p *Progress, w ledger.Wallet, from ledger.Account) bool {
	for _, between := range b.runs[old.followers:] {
		if between == p {
			return true
		}
		if between.State == Cancelled || between.lines[w] == nil {
			continue
		}
		for _, part := range between.lines[w].parts {
			if part.From == from {
				return false
			}
		}
	}
	return false
}
