package audit

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
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
	Missing              uint64      // final blocks of the chain with something of the sale that they do not have, after Block
	Compared             uint64      // transactions up to the first one of something that is not final on the chain
	Rules                []string    // digests of the texts of the program, the first one first: the last one is the program file
	Root                 ledger.Hash // of the tree over everything

	Unproven uint64 // amounts that wallets held when they were taken in, which the books say and no endpoint proves

	Facts Facts
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
func run(ctx context.Context, from *server, p *program.Program, chain Chain, now func() time.Time,
	progress func(what string, done, total uint64)) (b Books, err error) {
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
	a := auditing{source: source{published: books, identity: engine.IdentityOf(p)}, chain: link(chain, p.Chain.Proof),
		again: &again{Scratch: scratch, published: books}, now: now}
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
	chain  *linked
	again  *again
	now    func() time.Time
	result Books
}

func (a *auditing) all(ctx context.Context, p *program.Program, progress func(what string, done, total uint64)) error {
	if err := a.rules(ctx, p); err != nil {
		return err
	}
	if err := a.upTo(ctx, p.Chain.StartBlock); err != nil {
		return err
	}
	_, err := engine.Rebuild(ctx, p, &a.source, a.again, func(done, total uint64) { progress("inputs", done, total) })
	switch {
	case errors.Is(err, fold.ErrNewer):
		return err
	case err != nil:
		return engine.AsDifference(ctx, err)
	}
	if err := engine.CompareJournals(ctx, &a.source, a.again, a.source.head.Sequence); err != nil {
		return err
	}
	later, err := engine.ProveAgain(ctx, a.chain, a.again, engine.Fetched{}, nil)
	if err == nil {
		a.result.Later = later
		err = a.link(ctx)
	}
	if err != nil {
		return a.chain.stands(ctx, err)
	}
	a.result.Unproven += a.chain.unproven
	return a.tree(ctx)
}

// rules compares the program file with the texts that were published: the books are made by the first one, which says whose they are, and
// the file is the one that operators agreed on last. What they agreed on in between is listed.
func (a *auditing) rules(ctx context.Context, p *program.Program) error {
	for in, err := range a.source.Inputs(ctx, 1) {
		if err != nil {
			return err
		}
		if in.Sequence == 1 {
			first, err := in.Program()
			if in.Kind != fold.InputText || err != nil {
				return ledger.Differs("input", "sequence 1", "it is not the text of a program, by which the books are made")
			}
			if engine.IdentityOf(first) != engine.IdentityOf(p) {
				return problem.Conflictf("the books at this address are those of program %s on chain %d, and the program file is of %s on %d",
					first.Name, first.Chain.ID, p.Name, p.Chain.ID)
			}
			a.result.Rules = append(a.result.Rules, canonical.Digest(first))
		}
		fact, err := in.Fact()
		if err != nil {
			return ledger.Differs("input", fmt.Sprintf("sequence %d", in.Sequence), "%v", err)
		}
		if digest, ok := fact.Agrees(); ok {
			a.result.Rules = append(a.result.Rules, digest)
		}
	}
	if given := canonical.Digest(p); len(a.result.Rules) == 0 || a.result.Rules[len(a.result.Rules)-1] != given {
		return problem.New(problem.Conflict, problem.NotTheText, "the program file is the text %s, and the books go by %s: name the file "+
			"that is published with them", given, a.result.Rules)
	}
	return nil
}

// link proves that the block up to which the books were compared is one of those before the last final block of the chain: parent hashes
// lead from there to it. What the books booked of blocks in between, before they called them final, must be on the chain.
func (a *auditing) link(ctx context.Context) error {
	booked, err := pendingAfter(ctx, &a.source, a.result.Block.Number)
	if err != nil {
		return err
	}
	return a.chain.toFinal(ctx, a.result.Block, func(stretch *engine.Proven) error {
		missing, err := booked.compare(stretch)
		a.result.Missing += missing
		return err
	})
}

// upTo decides up to which block the books are compared with the chain: up to which they say that they are final, or the chain is.
func (a *auditing) upTo(ctx context.Context, start uint64) error {
	final, err := a.chain.Finalized(ctx)
	if err != nil {
		return err
	}
	a.chain.upTo(final)
	r := reach{chain: a.chain, final: final}
	for in, err := range a.source.Inputs(ctx, 1) {
		if err == nil {
			err = r.take(&in)
		}
		if err != nil {
			return err
		}
	}
	if now := a.now(); r.last.When().After(now.Add(soon)) {
		return ledger.Differs("input", fmt.Sprintf("final block %d", r.last.Number), "it is dated %s, and it is %s now",
			r.last.When().Format(time.RFC3339), now.UTC().Format(time.RFC3339))
	} else if err := r.newest.IsAhead(now); err != nil {
		return err
	}
	a.result.Final = max(r.last.Number, a.source.head.AsOf.Final)
	block := a.result.Final
	if block == 0 { // nothing is booked: nothing before the start was to be
		block = max(start, 1) - 1
	}
	a.result.Block = final
	if block < final.Number {
		if a.result.Block, err = a.chain.FinalAt(ctx, block); err != nil {
			return err
		}
	}
	a.result.Compared = a.source.head.Sequence
	if r.ahead > 0 {
		a.result.Compared = a.source.before[r.ahead-1]
	}
	a.result.Unproven = r.unknown
	a.result.Finality = a.chain.FinalityOf(final)
	a.source.cursor.Final = a.result.Block
	if r.last.Number > a.result.Block.Number {
		a.source.cursor.Final = r.last
	}
	a.source.cursor.Head = a.source.cursor.Final
	if r.pending.Number > a.source.cursor.Head.Number {
		a.source.cursor.Head = r.pending
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
	return min(p.before[input-1], p.head.Sequence) + 1
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
