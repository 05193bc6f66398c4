package main

import (
	"context"
	"errors"
	"log/slog"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/lasthead"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

// lastHead is where the last head of the books is kept outside of them.
func (in *invocation) lastHead() lasthead.File { return lasthead.Beside(in.db, in.head) }

// notRolledBack refuses books that are older than when they were seen last, or whose past was changed. Books that are empty are fine
// where none were ever seen.
func (in *invocation) notRolledBack(ctx context.Context, books *store.Store) ([]engine.Finding, error) {
	found, err := in.lastHead().Check(ctx, books)
	if errors.Is(err, store.ErrEmpty) {
		err = in.booksAreGone()
	}
	return found, err
}

func (in *invocation) booksAreGone() error {
	return problem.New(problem.Conflict, engine.WentBack,
		"there are no books any more where some were: restore them, or, if you mean to begin anew, delete %s", in.lastHead())
}

// toCompare are the books of an engine, to be compared with their last head.
func toCompare(e *engine.Engine) (engine.Copy, error) {
	books, ok := e.Reader().(engine.Copy)
	if !ok {
		return nil, errors.New("the books cannot be compared with their last head")
	}
	return books, nil
}

// keepHead keeps how far the books of an engine are.
func (in *invocation) keepHead(ctx context.Context, e *engine.Engine) error {
	books, err := toCompare(e)
	if err != nil {
		return err
	}
	at, fetched := e.Known()
	return in.lastHead().AdvanceTo(ctx, books, &at, fetched, e.Assured(), in.Clock.Now())
}

// knowHead tells an engine what the head says of its books: what verifications found, and what of them was fetched from the chain. What the
// engine finds is kept there.
func (in *invocation) knowHead(e *engine.Engine, found []engine.Finding) error {
	for i := range found {
		e.Found(found[i])
	}
	e.KeepFindings(in.lastHead().Keep)
	fetched, err := in.lastHead().Fetched()
	if err != nil {
		return err
	}
	e.Knows(fetched)
	assured, err := in.lastHead().Assured()
	e.KnowsAssured(assured)
	return err
}

// examineFinality says up to which blocks there was whose word that they are final, as it was kept; nothing where none was.
func (in *invocation) examineFinality(state *engine.State, r *diagnosis) {
	assured, err := in.lastHead().Assured()
	list := wire.StretchesOf(assured.Stretches(state.Identity.Start, state.Cursor.Final.Number))
	switch {
	case err != nil: // the head file is looked at by itself
	case len(list) > 0:
		r.add("finality of the books", green, "%s", wire.InWords(list))
	}
}

// verifyFirst has books verified wholly before the first step with money, unless their head says that they were.
func (in *invocation) verifyFirst(ctx context.Context, e *engine.Engine, books *store.Store) error {
	e.VerifyFirst(scratchBooks)
	whole, at, err := in.lastHead().Verified(ctx, books, in.Clock.Now())
	if err == nil && whole != nil {
		e.Trust(*whole, at)
	}
	return err
}

// scratchBooks are empty books in a temporary file, for a whole verification.
func scratchBooks(ctx context.Context) (engine.Scratch, func() error, error) {
	s, err := store.NewScratch(ctx)
	if err != nil {
		return nil, nil, err
	}
	return s, s.Close, nil
}

// watch verifies books in the background, and keeps their head outside of them.
func (in *invocation) watch(e *engine.Engine, books *store.Store, o serveOptions, log *slog.Logger) *engine.Watch {
	if in.lastHead() == "" {
		log.Warn("no head is kept outside of the database, so an older copy of it would not be noticed: name a file with --head-file")
	}
	e.VerifyFirst(scratchBooks)
	return &engine.Watch{
		Engine: e, Books: books, Every: o.verifyEvery, Poll: o.poll, Log: log, Scratch: scratchBooks,
		Keep: func(ctx context.Context, at *engine.State, fetched engine.Fetched) error {
			return in.lastHead().AdvanceTo(ctx, books, at, fetched, e.Assured(), in.Clock.Now())
		},
	}
}

// openToServe opens books that follow a chain, unless they are older than when they were seen last. watched is the program that is.
func (in *invocation) openToServe(ctx context.Context, watched *program.Program, books *store.Store, source engine.Chain,
	log *slog.Logger) (*engine.Engine, error) {
	p, err := in.toOpen(watched)
	if err != nil {
		return nil, err
	}
	found, err := in.notRolledBack(ctx, books)
	if err != nil {
		return nil, err
	}
	e, err := engine.Open(ctx, p, books, source, in.Clock, log)
	if err != nil {
		return nil, err
	}
	return e, in.knowHead(e, found)
}
