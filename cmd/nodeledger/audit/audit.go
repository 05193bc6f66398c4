package audit

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// Chain is the auditor's own endpoints, under the consensus where a beacon node is named.
type Chain interface {
	engine.Chain
	engine.Assuring
}

// Books are books that follow.
type Books struct {
	Block    engine.Header   // up to which they do
	Finality engine.Finality // on whose word that block is final
	Final    uint64          // up to which they say that they are final
	Later    string          // why they are not compared up to there; empty: they are

	Transactions, Inputs uint64
	Root                 ledger.Hash // of the tree over everything

	Facts Facts
}

// Facts says what was taken of operators' word.
type Facts struct {
	Signed    uint64 // whole, and signed by a key of the books
	Unsigned  uint64 // whole, and recorded under a name before there were operators, or in books of before there were signatures
	Open      uint64 // whose body is public and whose signature is not
	Withheld  uint64 // whose body is not public: what they booked is taken as published
	Contracts uint64 // signed by contracts that were asked again
}

// Parting is where books do not follow.
type Parting struct {
	Transaction uint64 // the first one that does not
	Difference  *ledger.Difference
}

// Error is the place and the reason.
func (p *Parting) Error() string { return p.Difference.Error() }

// Reason is what differs, in words about published books.
func (p *Parting) Reason() string {
	if p.Difference.Table == "journal" {
		return strings.NewReplacer(" stored is ", " published is ", "nothing is stored there", "nothing is published there").Replace(
			p.Difference.Text)
	}
	return p.Error()
}

// run makes the books again that are published at a URL. The error is a *Parting where they do not follow.
func run(ctx context.Context, from *server, p *program.Program, chain Chain, progress func(what string, done, total uint64)) (b Books,
	err error) {
	folder, err := os.MkdirTemp("", "nodeledger-audit-")
	if err != nil {
		return b, fmt.Errorf("there is no room to make the books again: %w: name another folder with TMPDIR", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	books, err := from.download(ctx, folder, func(done, total uint64) { progress("published", done, total) })
	if err != nil {
		return b, err
	}
	defer books.close()
	scratch, err := store.NewScratch(ctx)
	if err != nil {
		return b, err
	}
	defer scratch.Close()
	if err := chain.Watch(p); err != nil {
		return b, err
	}
	a := auditing{source: source{published: books, identity: engine.IdentityOf(p)}, chain: chain, again: &again{scratch, books}}
	if err := a.all(ctx, p, progress); err != nil {
		var differs *ledger.Difference
		if errors.As(err, &differs) {
			return b, &Parting{books.parting(differs), differs}
		}
		return b, err
	}
	return a.result, nil
}

// auditing is one audit on its way.
type auditing struct {
	source source
	chain  Chain
	again  *again
	final  engine.Header // the chain's last final block
	result Books
}

func (a *auditing) all(ctx context.Context, p *program.Program, progress func(what string, done, total uint64)) error {
	if err := a.upTo(ctx); err != nil {
		return err
	}
	if _, err := engine.Rebuild(ctx, p, &a.source, a.again, func(done, total uint64) { progress("inputs", done, total) }); err != nil {
		return engine.AsDifference(ctx, err)
	}
	if err := engine.CompareJournals(ctx, &a.source, a.again, a.source.head.Sequence); err != nil {
		return err
	}
	later, err := engine.ProveAgain(ctx, a.chain, a.again, engine.Fetched{}, nil)
	if err != nil {
		return err
	}
	a.result.Later = later
	if err := a.link(ctx); err != nil {
		return err
	}
	return a.tree(ctx)
}

// link proves that the block up to which the books were compared is one of those before the last final block of the chain: parent hashes
// lead from there to it.
func (a *auditing) link(ctx context.Context) error {
	for at := a.result.Block; at.Number < a.final.Number; {
		stretch, err := a.chain.Prove(ctx, at, a.final.Number, true)
		switch {
		case errors.Is(err, engine.ErrForked):
			return ledger.Differs("input", fmt.Sprintf("final block %d", at.Number), "the chain's last final block %s does not follow it: %v",
				a.final, err)
		case err != nil:
			return err
		case stretch.Last.Number == a.final.Number && stretch.Last.Hash != a.final.Hash:
			return fmt.Errorf("the blocks after %s lead to %s, and the last final block was %s: try again later", at, stretch.Last, a.final)
		}
		at = stretch.Last
	}
	return nil
}

// upToOne is a chain whose last final block stays the same while the books are compared with it.
type upToOne struct {
	Chain

	final engine.Header
}

// Finalized is that block.
func (c upToOne) Finalized(context.Context) (engine.Header, error) { return c.final, nil }

// upTo decides up to which block the books are compared with the chain: up to which they say that they are final, or the chain is.
func (a *auditing) upTo(ctx context.Context) error {
	var last, pending engine.Header
	for in, err := range a.source.Inputs(ctx, 1) {
		if err != nil {
			return err
		}
		h, ok, err := in.Final()
		if err != nil {
			return ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "%v", err)
		}
		if ok {
			last = h
		}
		if b, err := in.Block(); err == nil && b != nil && in.Kind == fold.InputPending {
			pending = b.Header
		}
	}
	final, err := a.chain.Finalized(ctx)
	if err != nil {
		return err
	}
	a.result.Final = max(last.Number, a.source.head.AsOf.Final)
	a.result.Block, a.final = final, final
	if a.result.Final < final.Number {
		if a.result.Block, err = a.chain.FinalAt(ctx, a.result.Final); err != nil {
			return err
		}
	}
	a.result.Finality = a.chain.FinalityOf(final)
	a.chain = upToOne{a.chain, final}
	a.source.cursor.Final = a.result.Block
	if last.Number > a.result.Block.Number {
		a.source.cursor.Final = last
	}
	a.source.cursor.Head = a.source.cursor.Final
	if pending.Number > a.source.cursor.Head.Number {
		a.source.cursor.Head = pending
	}
	return nil
}

// tree computes the root of the tree over everything from the inputs that were published and the transactions that follow.
func (a *auditing) tree(ctx context.Context) error {
	books, r := a.source.published, &a.result
	var tree ledger.Frontier
	sequence := uint64(0)
	add := func(until uint64) error {
		for t, err := range a.again.Transactions(ctx, sequence+1) {
			if err != nil {
				return err
			}
			if t.Sequence > until {
				return nil
			}
			tree, _ = tree.Add(ledger.TransactionLeaf(t.Sequence, t.Hash))
			sequence = t.Sequence
		}
		return nil
	}
	for n := range books.inputs.count() {
		if books.before[n] > sequence {
			if err := add(books.before[n]); err != nil {
				return err
			}
		}
		in, digest, err := books.input(n + 1)
		if err != nil {
			return err
		}
		kind := in.Kind
		if kind == fold.InputWithheld {
			kind = fold.InputFact
		} else if ledger.Digest(in.Payload) != digest {
			return ledger.Differs("input", fmt.Sprintf("sequence %d", n+1), "its digest is %s, and the published one is %s",
				ledger.Digest(in.Payload), digest)
		}
		if err := r.Facts.count(&in); err != nil {
			return err
		}
		tree, _ = tree.Add(ledger.LeafHash(ledger.InputEntry(n+1, books.before[n], string(kind), digest)))
	}
	if err := add(books.head.Sequence); err != nil {
		return err
	}
	r.Inputs, r.Transactions, r.Root = books.head.Inputs, sequence, tree.Root()
	if r.Root.String() != books.head.Root || tree.Count != books.head.Size {
		return ledger.Differs("tree", "its root", "the inputs and transactions lead to the root %s of %d leaves, and the published one is "+
			"%s of %d", r.Root, tree.Count, books.head.Root, books.head.Size)
	}
	return nil
}

func (f *Facts) count(in *fold.Input) error {
	fact, err := in.Fact()
	if err != nil || fact == nil {
		return err
	}
	words, err := fact.Words()
	switch _, open, _ := in.Withheld(); {
	case err != nil:
		return err
	case open:
		f.Open++
	case in.Kind == fold.InputWithheld:
		f.Withheld++
	case len(fact.Signature) > 0 || len(words) > 0 || fact.Kind == fold.Recover:
		f.Signed++
	default:
		f.Unsigned++
	}
	if len(words) > 0 {
		f.Contracts++
	}
	return nil
}

// parting is the first transaction that a difference is about.
func (p *published) parting(d *ledger.Difference) uint64 {
	var n uint64
	where := d.Row
	if _, err := fmt.Sscanf(where, "sequence %d", &n); err == nil && d.Table == "journal" {
		return n
	}
	for _, form := range []string{"sequence %d", "sequences %d"} {
		if _, err := fmt.Sscanf(where, form, &n); err == nil {
			return p.firstOf(n)
		}
	}
	for _, form := range []string{"block %d", "final block %d"} {
		if _, err := fmt.Sscanf(where, form, &n); err == nil {
			return p.firstFrom(n)
		}
	}
	if _, err := fmt.Sscanf(d.Text, "input %d", &n); err == nil {
		return p.firstOf(n)
	}
	return 1
}

// firstOf is the first transaction of an input, or the next one where it has none.
func (p *published) firstOf(input uint64) uint64 {
	if input == 0 || input > uint64(len(p.before)) {
		return 1
	}
	return p.before[input-1] + 1
}

// firstFrom is the first transaction of a block, or of what comes after it.
func (p *published) firstFrom(block uint64) uint64 {
	for n := uint64(1); n <= p.inputs.count(); n++ {
		in, _, err := p.input(n)
		if err != nil {
			return p.firstOf(n)
		}
		h, ok, err := in.Final()
		if b, none := in.Block(); none == nil && b != nil {
			h, ok, err = b.Header, true, nil
		}
		if err == nil && ok && h.Number >= block {
			return p.firstOf(n)
		}
	}
	return p.head.Sequence + 1
}
