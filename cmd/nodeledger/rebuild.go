package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/progress"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/redact"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) rebuildCommand() *cobra.Command {
	var from string
	c := &cobra.Command{
		Use: "rebuild", Short: "Rebuild the books in an empty place, from recorded inputs or from the chain", Annotations: writesBooks(),
		Long: `With --from, the inputs that the old books recorded are replayed into the new ones, every transaction is computed again, and both
are compared. Without it, everything is fetched from the chain and proven again.`,
		Example: `  nodeledger rebuild --from books.db --db again.db
  nodeledger rebuild --db mine.db --rpc https://one.example`,
		RunE: func(c *cobra.Command, _ []string) error {
			if !usage.IsSet(c.Flags(), "db") {
				return usage.Errorf("rebuild needs a place for the new books: --db FILE")
			}
			if from == "" {
				return in.refetch(c.Context())
			}
			return in.replay(c.Context(), from)
		},
	}
	c.Flags().StringVar(&from, "from", "", "`file` or postgres:// address of the old books whose inputs are replayed")
	return c
}

func (in *invocation) replay(ctx context.Context, from string) error {
	p, err := in.loadProgram()
	if err != nil {
		return err
	}
	if sameFile(from, in.db) {
		return problem.Invalidf("the old books and the new ones are the same: name another --db")
	}
	old, err := in.openStore(ctx, from)
	if err != nil {
		return err
	}
	defer old.Close()
	source, err := old.State(ctx)
	if err != nil {
		return err
	}
	oldRoot, err := engine.BalancesRoot(ctx, old)
	if err != nil {
		return err
	}
	books, err := in.empty(ctx)
	if err != nil {
		return err
	}
	defer books.Close()
	begun := in.Clock.Now()
	progress := progress.New(in.barTo(), "inputs", 0)
	head, err := engine.Rebuild(ctx, p, old, books, func(done, total uint64) { progress.Show(done, total, "inputs") })
	progress.End()
	if err != nil {
		if ctx.Err() != nil {
			return fmt.Errorf("stopped before the end; remove %s before trying again", redact.URL(in.db))
		}
		return err
	}
	e, err := engine.Open(ctx, p, books, nil, in.Clock, in.logger(false))
	if err != nil {
		return err
	}
	now, err := in.outcome(ctx, e, begun)
	if err != nil {
		return err
	}
	result := wire.Rebuilt{BookSummary: now.BookSummary}
	result.Equal = head.Hash == source.Ledger.Hash && head.Sequence == source.Ledger.Sequence && result.BalancesRoot == oldRoot.String()
	err = in.show(result, func(w io.Writer) {
		now.write(w)
		if result.Equal {
			fmt.Fprintf(w, "equal: the same head and balances as %s\n", redact.URL(from))
		}
	})
	if err == nil && !result.Equal {
		return reported("books-differ", "the books differ: rebuilt head %d %s, old head %d %s; old balances root %s: run `nodeledger "+
			"ledger verify --db OLD`, and check that the program file is the one that they were made with",
			head.Sequence, head.Hash, source.Ledger.Sequence, source.Ledger.Hash, oldRoot)
	}
	return err
}

func (in *invocation) refetch(ctx context.Context) error {
	begun := in.Clock.Now()
	p, err := in.loadProgram()
	if err != nil {
		return err
	}
	watcher, err := in.dial(ctx, p, false)
	if err != nil {
		return err
	}
	defer watcher.Close()
	books, err := in.empty(ctx)
	if err != nil {
		return err
	}
	defer books.Close()
	return in.syncInto(ctx, begun, p, watcher, books, false)
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

func sameFile(a, b string) bool {
	full, err := filepath.Abs(a)
	other, err2 := filepath.Abs(b)
	return a == b || (err == nil && err2 == nil && full == other)
}
