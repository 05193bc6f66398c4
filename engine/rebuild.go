package engine

import (
	"context"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// RebuildTarget is the books that a rebuild writes.
type RebuildTarget interface {
	Reader
	Writer
}

// Rebuild replays the inputs that one store recorded into another, empty one, and brings over how far it had come. It
// computes every transaction again from the program file and the inputs; nothing of the journal is copied. The heads
// are equal when the source is what its inputs lead to.
func Rebuild(ctx context.Context, p *program.Program, from Reader, to RebuildTarget, progress func(done, total uint64)) (ledger.Head,
	error) {
	source, target, err := openForRebuild(ctx, p, from, to)
	if err != nil {
		return ledger.Head{}, err
	}
	books, err := fold.New(p)
	if err != nil {
		return ledger.Head{}, err
	}
	c := Commit{Seen: target.Position}
	flush := func() error {
		if len(c.Inputs) == 0 {
			return nil
		}
		if _, err := to.Commit(ctx, c); err != nil {
			return err
		}
		c.Seen.Inputs += uint64(len(c.Inputs))
		if progress != nil {
			progress(c.Seen.Inputs, source.Inputs)
		}
		c.Inputs, c.Drafts = nil, nil
		return nil
	}
	events := books.Events
	for in, err := range from.Inputs(ctx, 1) {
		if err != nil {
			return ledger.Head{}, err
		}
		if in.Kind == fold.InputDrop || in.Kind == fold.InputJob || in.Kind == fold.InputFact {
			// What is to be reversed, was held at an epoch's end or is owed to a run must be in the store first.
			if err := flush(); err != nil {
				return ledger.Head{}, err
			}
		}
		drafts, err := books.Apply(ctx, in, fold.Ground{Books: to})
		if err != nil {
			return ledger.Head{}, err
		}
		c.Inputs = append(c.Inputs, fold.Input{Kind: in.Kind, Payload: in.Payload})
		c.Drafts = append(c.Drafts, drafts...)
		if in.Kind == fold.InputDrop {
			if err := flush(); err != nil {
				return ledger.Head{}, err
			}
			// What left the chain leaves the fold by its being made anew.
			if books, err = fold.Restore(ctx, p, to); err != nil {
				return ledger.Head{}, err
			}
			events = books.Events
		}
		if books.Events-events >= commitEvents {
			events = books.Events
			if err := flush(); err != nil {
				return ledger.Head{}, err
			}
		}
	}
	if err := flush(); err != nil {
		return ledger.Head{}, err
	}
	if c.Headers, err = from.Window(ctx); err != nil {
		return ledger.Head{}, err
	}
	if c.Covered, err = from.Coverage(ctx); err != nil {
		return ledger.Head{}, err
	}
	c.Cursor, c.Incident = &source.Cursor, source.Frozen
	return to.Commit(ctx, c)
}

// openForRebuild checks that the books to read are the program's, and that those to write are empty.
func openForRebuild(ctx context.Context, p *program.Program, from Reader, to RebuildTarget) (source, target State, err error) {
	source, err = from.State(ctx)
	if err != nil {
		return source, target, err
	}
	if source.Identity != IdentityOf(p) {
		return source, target, problem.Conflictf("the books to rebuild are those of program %s on chain %d, not of %s on %d: name the "+
			"program file that they were made with", source.Identity.Program, source.Identity.Chain, p.Name, p.Chain.ID)
	}
	if err := to.Open(ctx, source.Identity); err != nil {
		return source, target, err
	}
	target, err = to.State(ctx)
	if err != nil {
		return source, target, err
	}
	if target.Inputs != 0 || target.Ledger.Sequence != 0 {
		return source, target, problem.Conflictf("the books to rebuild into are not empty (%d transactions): name a new file or database",
			target.Ledger.Sequence)
	}
	return source, target, nil
}
