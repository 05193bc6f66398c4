package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/audit"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/progress"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/proving"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/redact"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

func (in *invocation) syncCommand() *cobra.Command {
	var finalOnly bool
	var consensus proving.Flags
	c := &cobra.Command{
		Use: "sync", Short: "Bring the books up to the head of the chain, once", Annotations: writesBooks(),
		Long: "Makes the books where there are none. What was booked before an interruption is whole: run it again to go on.",
		Example: `  nodeledger sync --program my-sale.yaml --db books.db --rpc https://one.example --rpc https://two.example
  nodeledger sync --rpc https://one.example --to-finalized`,
		RunE: func(c *cobra.Command, _ []string) error { return in.sync(c.Context(), finalOnly, consensus) },
	}
	c.Flags().BoolVar(&finalOnly, "to-finalized", false, "stop at the last final block")
	consensus.Add(c.Flags())
	return c
}

func (in *invocation) sync(ctx context.Context, finalOnly bool, consensus proving.Flags) error {
	begun := in.Clock.Now()
	p, err := in.watched(ctx)
	if err != nil {
		return err
	}
	watcher, err := in.dial(ctx, p, false)
	if err != nil {
		return err
	}
	defer watcher.Close()
	books, err := in.connect(ctx)
	if err != nil {
		return err
	}
	defer books.Close()
	if p, err = in.toOpen(p); err != nil {
		return err
	}
	return in.syncInto(ctx, begun, p, watcher, books, finalOnly, consensus)
}

// syncInto books everything into a store and prints what it then holds.
func (in *invocation) syncInto(ctx context.Context, begun time.Time, p *program.Program, watcher *chain.Watcher, books *store.Store,
	finalOnly bool, consensus proving.Flags) error {
	source, err := consensus.Over(watcher, p, in.db, in.Clock, in.logger(false))
	if err != nil {
		return err
	}
	source = proving.UpTo(source, finalOnly)
	found, err := in.notRolledBack(ctx, books)
	if err != nil {
		return err
	}
	e, err := engine.Open(ctx, p, books, source, in.Clock, in.logger(false))
	if err == nil {
		err = in.knowHead(e, found)
	}
	if err != nil {
		return err
	}
	progress := progress.New(in.barTo(), "blocks", headBlock(e))
	err = e.Sync(ctx, progress.Sync)
	if err == nil {
		err = compared(e.FromChain(ctx))
	}
	progress.End()
	if err != nil { // what was booked before is booked
		return errors.Join(stoppedAt(ctx, e, err), in.keepHead(context.WithoutCancel(ctx), e))
	}
	result, err := in.outcome(ctx, e, begun)
	if err != nil {
		return err
	}
	if err := in.keepHead(ctx, e); err != nil {
		return err
	}
	for _, fault := range watcher.FaultyAnswers() {
		result.Faults = append(result.Faults, in.redact(fault.Error()))
	}
	return in.show(result.BookSummary, func(w io.Writer) { result.write(w) })
}

// compared leaves out that a node is not as far as the books: it is asked another time.
func compared(err error) error {
	if err != nil && problem.Of(err).Code == problem.NoNode {
		return nil
	}
	return err
}

// headBlock is the last block in the books.
func headBlock(e *engine.Engine) (block uint64) {
	e.View(func(_ *fold.Fold, s engine.State) { block = s.Cursor.Head.Number })
	return block
}

// stoppedAt says how far the books are when a sync was told to stop; other errors speak for themselves.
func stoppedAt(ctx context.Context, e *engine.Engine, err error) error {
	if ctx.Err() == nil || errors.Is(err, engine.ErrFrozen) {
		return err
	}
	return fmt.Errorf("stopped at block %d; what is booked is whole, run the same command again to go on", headBlock(e))
}

// updateBooks is one step of keeping books up to date: what the chain has, then the jobs that are due. What another process did, such
// as thawing them, is taken over.
func updateBooks(e *engine.Engine) func(context.Context) error {
	return func(ctx context.Context) error {
		err := e.Sync(ctx, nil)
		if err == nil {
			_, err = e.RunJobs(ctx)
		}
		if errors.Is(err, engine.ErrFrozen) || errors.Is(err, engine.ErrMoved) {
			return errors.Join(err, e.Reload(ctx))
		}
		return err
	}
}

// restEvery is how often the database is given time for itself, at the most.
const restEvery = time.Minute

// resting is a step after which the database may do what is best done while nobody writes.
func resting(books *store.Store, step func(context.Context) error) func(context.Context) error {
	var last time.Time
	return func(ctx context.Context) error {
		if err := step(ctx); err != nil || time.Since(last) < restEvery {
			return err
		}
		last = time.Now()
		return books.Rest(ctx)
	}
}

// empty opens new books for writing and refuses those that hold something.
func (in *invocation) empty(ctx context.Context) (*store.Store, error) {
	books, err := in.connect(ctx)
	if err != nil {
		return nil, err
	}
	state, err := books.State(ctx)
	switch {
	case errors.Is(err, store.ErrEmpty):
		return books, nil
	case err == nil && (state.Inputs != 0 || state.Ledger.Sequence != 0 || state.Cursor != (engine.Cursor{})):
		err = problem.New(problem.Conflict, "books-exist", "%s holds books already (%d transactions, block %d): name a new place with --db",
			redact.URL(in.db), state.Ledger.Sequence, state.Cursor.Head.Number)
	}
	if err != nil {
		books.Close()
		return nil, err
	}
	return books, nil
}

// begun is empty for books that are whole only when they are finished: what operators recorded comes bit by bit.
func (in *invocation) begun(ctx context.Context) (*store.Store, error) {
	books, err := in.empty(ctx)
	if err != nil {
		return nil, err
	}
	if err := books.Begin(ctx); err != nil {
		books.Close()
		return nil, err
	}
	return books, nil
}

// outsideAudit is the command for whoever has the program file and endpoints, and none of the books.
func (in *invocation) outsideAudit() *cobra.Command {
	var consensus proving.Flags
	bar := progress.New(nil, "", 0)
	h := audit.Host{Annotations: noBooks, Show: in.show, Now: func() time.Time { return in.Clock.Now() }}
	h.Progress = func(what string, done, total uint64) { bar.Show(done, total, what) }
	h.Open = func(ctx context.Context) (*program.Program, audit.Chain, func(), error) {
		if in.program == "" {
			return nil, nil, nil, usage.Errorf("audit needs the program file that is published with the books: --program FILE")
		}
		if consensus.Optional || len(consensus.Beacons) > 0 && consensus.Checkpoint == "" {
			return nil, nil, nil, usage.Errorf("audit trusts a checkpoint that you chose, and nobody's word in its place: give --checkpoint with " +
				"--beacon, and no --beacon-optional")
		}
		p, err := in.given()
		if err != nil {
			return nil, nil, nil, err
		}
		watcher, err := in.dial(ctx, p, false)
		if err != nil {
			return nil, nil, nil, err
		}
		own := *p // what whoever wrote the file trusts is not asked
		own.Chain.Consensus = program.Consensus{}
		chain, err := consensus.Over(watcher, &own, "", in.Clock, in.logger(false))
		if err != nil {
			watcher.Close()
			return nil, nil, nil, err
		}
		bar = progress.New(in.barTo(), "inputs", 0)
		return p, chain, func() { bar.End(); watcher.Close() }, nil
	}
	c := h.Command()
	consensus.Add(c.Flags())
	return c
}
