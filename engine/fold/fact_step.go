package fold

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/checkpoint"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/payout/merkle"
	"github.com/nodeledger/nodeledger/problem"
)

// StepBody is a step of a run.
type StepBody struct {
	Run    string      `json:"run"`
	Step   string      `json:"step"`
	Reason string      `json:"reason,omitempty"`
	Root   ledger.Hash `json:"root,omitzero"` // of an export for claims
	// File is, of an approval, the SHA-256 of the run's file that was approved; of an export for claims, of the published tree.
	File  ledger.Hash `json:"file,omitzero"`
	Total string      `json:"total,omitempty"` // of an approval: what is paid, in base units
	// Number and Evidence are of a request to cancel a run that was exported, Consents is the digest of the request that a
	// cancellation consents to.
	Number   int                       `json:"number,omitempty"`
	Evidence *payout.RejectionEvidence `json:"evidence,omitempty"`
	Consents ledger.Hash               `json:"consents,omitzero"`
	// Used is, of an export, how many nonces the Safe that is to pay had used, where a node told: no batch of the run has a smaller one.
	Used *uint64 `json:"used,omitempty"`
}

// stepEntry: a run is proposed, approved, exported or cancelled, or somebody asks to cancel one that was exported; a cancelled run's
// transaction is reversed.
var stepEntry = entry[StepBody]{
	scope: func(b *StepBody) (operator.Scope, bool) {
		switch b.Step {
		case payout.Approve:
			return operator.Approve, true
		case payout.Propose, payout.Reject:
			return operator.Prepare, true
		}
		if b.Consents != (ledger.Hash{}) {
			return operator.Approve, true
		}
		return operator.Prepare, false
	},
	form:      `[a-z0-9][a-z0-9_-]*-(?:propose|approve|export|cancel|reject-[1-9][0-9]*)`,
	reference: stepReference,
	about: func(f *Fold, b *StepBody) (lines []string, since uint64, err error) {
		run := f.payouts.Run(b.Run)
		if b.Step != payout.Approve || run == nil {
			return nil, 0, nil
		}
		a := operator.Approval{Of: "run", Name: b.Run, File: b.File, Total: run.Total.String(), Repeats: f.payouts.Repeats(b.Run)}
		lines, err = a.Lines()
		return lines, 0, err
	},
	check: func(ctx context.Context, p *Proposal, b *StepBody) error {
		if b.Step == payout.Propose || b.Step == payout.Approve || b.Step == payout.Export {
			if err := p.fold.CheckRun(ctx, b.Run, p.ground); err != nil {
				return err
			}
		}
		switch {
		case b.Step == payout.Approve:
			if err := p.fold.payouts.CanApprove(b.Run, p.fact.Operator, b.File, b.Total); err != nil {
				return err
			}
			if err := p.fold.checkPreparers(b.Run, p.fact.When()); err != nil {
				return err
			}
			return p.fold.checkAge(b.Run, p.fact)
		case b.Step == payout.Cancel && b.Consents != (ledger.Hash{}):
			return p.fold.payouts.CanConsent(b.Run, p.fact.Operator, b.Consents)
		case b.Step == payout.Reject && b.Evidence == nil:
			return problem.Invalidf("a run that was exported is cancelled with evidence")
		}
		if err := p.fold.payouts.Can(b.Step, b.Run, p.fact.Operator); err != nil {
			return err
		}
		switch b.Step {
		case payout.Export:
			return p.fold.checkTree(b.Run, b.Root, b.File)
		case payout.Reject:
			return p.fold.payouts.CheckRejection(b.Run, b.Evidence)
		}
		return nil
	},
	draft: func(ctx context.Context, p *Proposal, b *StepBody) ([]ledger.Draft, error) {
		if b.Step != payout.Cancel {
			return nil, nil
		}
		run := p.fold.payouts.Run(b.Run)
		if run == nil {
			return nil, fmt.Errorf("there is no run %s", b.Run)
		}
		tx, err := p.ground.Keyed(ctx, run.Prepared.Key())
		if err != nil {
			return nil, err
		}
		if tx == nil {
			return nil, fmt.Errorf("run %s is not in the journal", b.Run)
		}
		reason := b.Reason
		if r := run.Rejection; r != nil && b.Consents != (ledger.Hash{}) {
			reason = r.Reason
		}
		return []ledger.Draft{ledger.Reverse(tx, p.fact.When(), fmt.Sprintf("run %s was cancelled: %s", b.Run, reason))}, nil
	},
	apply: func(p *Proposal, b *StepBody, _ *ledger.Draft) error {
		taken := payout.Taken{
			Step: b.Step, Run: b.Run, Operator: p.fact.Operator, Key: p.fact.How, At: p.fact.When(), Reason: b.Reason, Root: b.Root,
			Evidence: b.Evidence, Consents: b.Consents, Used: b.Used,
		}
		if b.Step == payout.Approve || b.Step == payout.Export {
			taken.File = b.File
		}
		return p.fold.payouts.Take(taken)
	},
}

// stepReference is the reference of a step: a run is proposed, approved, exported and cancelled once, and may be asked to be cancelled
// again with other evidence.
func stepReference(b *StepBody) string {
	if b.Step == payout.Reject {
		return fmt.Sprintf("%s-%s-%d", b.Run, b.Step, b.Number)
	}
	return b.Run + "-" + b.Step
}

// StepOf is the run that a transaction is a step of: one that was proposed, approved, exported or cancelled by it, or that somebody
// asked to cancel. ok is false for every other transaction.
func StepOf(tx *ledger.Transaction) (run string, ok bool) {
	if tx.Meta["fact"] != PayoutStep {
		return "", false
	}
	run = strings.TrimRight(tx.Source.Reference, "0123456789")
	for _, step := range []string{payout.Propose, payout.Approve, payout.Export, payout.Cancel, payout.Reject + "-"} {
		if before, is := strings.CutSuffix(run, "-"+step); is {
			return before, true
		}
	}
	return "", false
}

// checkAge refuses the approval of a run by a key that got what it may do after the run was prepared.
func (f *Fold) checkAge(run string, fact *Fact) error {
	label, made, ok := f.operators.Made(fact.Operator, fact.How)
	if p := f.payouts.Run(run); ok && made.Changes > p.Keys {
		return problem.New(problem.Forbidden, "", "the key %s of %s was made at %s, after run %s was prepared: approve it with an older key, or "+
			"cancel the run and prepare it again under another name", label, fact.Operator, made.At.UTC().Format(time.RFC3339), run)
	}
	return nil
}

// checkPreparers refuses the approval of a run that was prepared or proposed by somebody whose keys may do that no more.
func (f *Fold) checkPreparers(run string, at time.Time) error {
	p := f.payouts.Run(run)
	for i := range p.Steps {
		if by := p.Steps[i].Operator; f.lost(by, operator.Prepare, at) {
			return problem.Conflictf("%s, who prepared or proposed run %s, has no key for that any more: cancel it, and somebody else prepares it "+
				"again", by, run)
		}
	}
	return nil
}

// lost says that somebody had keys and that none of them that counts has a scope.
func (f *Fold) lost(name string, scope operator.Scope, at time.Time) bool {
	for _, o := range f.operators.List() {
		if o.Name == name {
			return !slices.ContainsFunc(o.Keys, func(k operator.Key) bool {
				return !k.Revoked && (k.Until.IsZero() || at.Before(k.Until)) && slices.Contains(k.Scopes, scope)
			})
		}
	}
	return false
}

// Claims is what the tree of a run for claims is made of: all that was granted to every wallet up to the run, and the head of the books
// that this came from. It is fixed when the run is exported.
type Claims struct {
	Run     string
	Granted map[ledger.Wallet]money.Amount
	Books   merkle.Books
}

// Claims is what the tree of a run for claims is made of. An error that is a refusal: there is no such run.
func (f *Fold) Claims(run string) (c Claims, err error) {
	c.Run = run
	if c.Granted, err = f.payouts.Granted(run); err != nil {
		return c, err
	}
	if head := f.payouts.GrantedFrom(run); head != (ledger.TreeHead{}) {
		p := f.program
		c.Books = merkle.Books{Origin: checkpoint.Origin(p.Name, p.Chain.ID, p.Sale.Contract.Hex()), Head: head}
	}
	return c, nil
}

// Tree has a leaf for every wallet, in rising order.
func (c *Claims) Tree() (*merkle.Tree, error) {
	leaves := make([]merkle.Leaf, 0, len(c.Granted))
	for w, amount := range c.Granted {
		leaves = append(leaves, merkle.Leaf{Wallet: w, Amount: amount.Uint256()})
	}
	slices.SortFunc(leaves, func(x, y merkle.Leaf) int { return x.Wallet.Compare(y.Wallet) })
	tree, err := merkle.Build(leaves)
	if err != nil {
		return nil, fmt.Errorf("the tree of run %s: %w", c.Run, err)
	}
	return tree.From(c.Books), nil
}

// TreeFile is the SHA-256 of a tree's dump, which goes on chain with the root.
func TreeFile(t *merkle.Tree) (ledger.Hash, error) {
	sum := sha256.New()
	err := t.Dump(sum)
	return ledger.Hash(sum.Sum(nil)), err
}

// checkTree refuses an export of another tree than the run's, or of another dump of it: a run for claims cannot be cancelled after it, so
// a wrong root would leave it neither published nor cancelled, and the dump says from which books the tree came.
func (f *Fold) checkTree(run string, root, file ledger.Hash) error {
	if f.payouts.Run(run).Method != payout.Claim {
		if root != (ledger.Hash{}) {
			return problem.Invalidf("run %s is paid by transfers and has no tree", run)
		}
		return nil
	}
	claims, err := f.Claims(run)
	if err != nil {
		return err
	}
	if root == (ledger.Hash{}) || file == (ledger.Hash{}) {
		return problem.Invalidf("an export of a run for claims names the root of its tree, and the SHA-256 of the tree's file")
	}
	tree, err := claims.Tree()
	if err != nil {
		return err
	}
	if want := ledger.Hash(tree.Root()); root != want {
		return problem.Conflictf("the tree of run %s has the root %s, not %s: another run was exported since it was made, so export this "+
			"one again", run, want, root)
	}
	want, err := TreeFile(tree)
	if err == nil && file != want {
		err = problem.Conflictf("the file of the tree of run %s has the SHA-256 %s, not %s: it must name the books of %d leaves with the root "+
			"%s, so export the run again", run, want, file, claims.Books.Head.Size, claims.Books.Head.Root)
	}
	return err
}
