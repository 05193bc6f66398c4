package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/progress"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/proving"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/redact"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) rebuildCommand() *cobra.Command {
	var from string
	var newBranch bool
	c := &cobra.Command{
		Use: "rebuild", Short: "Rebuild the books in an empty place, from recorded inputs or from the chain", Annotations: writesBooks(),
		Long: `With --from, the inputs that the old books recorded are replayed into the new ones, every transaction is computed again. The old
books are verified, and both are compared transaction by transaction; where they part is said. So books of an older chart of
accounts are made anew, with all that operators recorded; of those the head is not compared, but what every holder has and is
owed is. Without it, everything is fetched from the chain and proven again.

With --from and --new-branch, the new books are those of the branch that the chain has now, after it replaced a block that was final
in the old ones: what operators recorded is taken over as far as it fits there and its signatures hold, and the rest is listed, to be
recorded again. The old books are only read.`,
		Example: `  nodeledger rebuild --from books.db --db again.db
  nodeledger rebuild --db mine.db --rpc https://one.example`,
		RunE: func(c *cobra.Command, _ []string) error {
			if !usage.IsSet(c.Flags(), "db") {
				return usage.Errorf("rebuild needs a place for the new books: --db FILE")
			}
			if newBranch && from == "" {
				return usage.Errorf("--new-branch needs the old books: --from FILE")
			}
			if newBranch {
				return in.followNewBranch(c.Context(), from)
			}
			if from == "" {
				return in.refetch(c.Context())
			}
			return in.replay(c.Context(), from)
		},
	}
	c.Flags().StringVar(&from, "from", "", "`file` or postgres:// address of the old books whose inputs are replayed")
	c.Flags().BoolVar(&newBranch, "new-branch", false, "with --from, make books of the branch that the chain has now")
	return c
}

// oldBooks opens the books whose inputs new ones are made from, which are others than these. Whoever called closes them.
func (in *invocation) oldBooks(ctx context.Context, from string) (*program.Program, *store.Store, error) {
	p, err := in.given()
	if err != nil {
		return nil, nil, err
	}
	if sameFile(from, in.db) {
		return nil, nil, problem.Invalidf("the old books and the new ones are the same: name another --db")
	}
	old, err := in.openInputs(ctx, from)
	return p, old, err
}

func (in *invocation) replay(ctx context.Context, from string) error {
	p, old, err := in.oldBooks(ctx, from)
	if err != nil {
		return err
	}
	defer old.Close()
	source, err := old.State(ctx)
	if err != nil {
		return err
	}
	books, err := in.begun(ctx)
	if err != nil {
		return err
	}
	defer books.Close()
	begun := in.Clock.Now()
	progress := progress.New(in.barTo(), "inputs", 0)
	_, err = engine.Rebuild(ctx, p, old, books, func(done, total uint64) { progress.Show(done, total, "inputs") })
	progress.End()
	if err != nil {
		if ctx.Err() != nil {
			return fmt.Errorf("stopped before the end; remove %s before trying again", redact.URL(in.db))
		}
		return err
	}
	if err := books.Finish(ctx); err != nil {
		return err
	}
	if _, err := engine.SaveFold(ctx, books); err != nil { // the books are whole without it
		in.logger(false).Warn("what the inputs add up to could not be saved", "error", err)
	}
	e, err := engine.Open(ctx, p, books, nil, in.Clock, in.logger(false))
	if err != nil {
		return err
	}
	now, err := in.outcome(ctx, e, begun)
	if err != nil {
		return err
	}
	if err := in.lastHead().Advance(ctx, books, engine.Fetched{}, in.Clock.Now()); err != nil {
		return err
	}
	if old.Chart() < ledger.ChartVersion {
		return in.compareOlder(ctx, old, e, source, now)
	}
	return in.compare(ctx, old, from, source, now)
}

// compare says whether the old books are sound, and then whether every transaction of them is the rebuilt one.
func (in *invocation) compare(ctx context.Context, old *store.Store, from string, source engine.State, now booked) error {
	var err error
	if source.Ledger.Size() > 0 { // books of before the tree are compared only
		_, err = engine.Verify(ctx, old, nil, time.Time{}, nil)
	}
	if err == nil {
		var rebuilt *store.Store
		if rebuilt, err = in.openStore(ctx, in.db); err != nil {
			return err
		}
		defer rebuilt.Close()
		err = engine.Compare(ctx, old, rebuilt, source)
	}
	var differs *ledger.Difference
	if err != nil && !errors.As(err, &differs) {
		return err
	}
	equal := err == nil
	err = in.show(wire.Rebuilt{BookSummary: now.BookSummary, Equal: &equal, Difference: wire.DifferenceOf(differs)}, func(w io.Writer) {
		now.write(w)
		if equal {
			fmt.Fprintf(w, "equal: every transaction and balance of %s\n", redact.URL(from))
		}
	})
	if err == nil && !equal {
		return reported("books-differ", "the books differ, and these are right by the inputs of the old ones: %w", differs)
	}
	return err
}

// compareOlder compares rebuilt books with those of an older chart of accounts, where both must say the same.
func (in *invocation) compareOlder(ctx context.Context, old *store.Store, e *engine.Engine, source engine.State, now booked) error {
	compared, err := engine.CompareOlder(ctx, old.OlderBalances(ctx), e.Reader())
	if err != nil {
		return err
	}
	var different []string
	for _, c := range compared {
		different = append(different, c.Different...)
	}
	below, err := belowZero(ctx, e)
	if err != nil {
		return err
	}
	older := wire.OlderBooksOf(old.Chart(), source.Ledger.Hash, compared, below)
	err = in.show(wire.Rebuilt{BookSummary: now.BookSummary, Older: older}, func(w io.Writer) {
		now.write(w)
		fmt.Fprintf(w, "the old books have an older chart of accounts (%d, these have %d): their head %s is not compared\n",
			old.Chart(), ledger.ChartVersion, source.Ledger.Hash)
		for _, c := range compared {
			if len(c.Different) == 0 {
				fmt.Fprintf(w, "the same in both: %s (%d)\n", c.What, c.Balances)
			}
		}
		for _, b := range below {
			fmt.Fprintf(w, "beware: %s stands at %s: the old books saw this go and never what came in before, so the balance sheet lacks it\n",
				b.Account, b.Balance)
		}
	})
	if err == nil && len(different) > 0 {
		return reported("books-differ", "%d balances differ that must be the same by both charts of accounts, the first: %s: check that the "+
			"program file is the one that they were made with", len(different), different[0])
	}
	return err
}

// belowZero are the wallets of the project of which rebuilt books say that more went than came: older books did not watch what came.
func belowZero(ctx context.Context, e *engine.Engine) (list []ledger.PlaceBalance, err error) {
	for p, err := range e.Reader().Balances(ctx, ledger.WalletRole.Prefix()) {
		if err != nil {
			return nil, err
		}
		if p.Balance.Negative() {
			list = append(list, p)
		}
	}
	return list, nil
}

func (in *invocation) refetch(ctx context.Context) error {
	begun := in.Clock.Now()
	p, err := in.begins()
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
	return in.syncInto(ctx, begun, p, watcher, books, false, proving.Flags{})
}

// followNewBranch makes books of the chain's present branch, with what operators recorded in the old ones.
func (in *invocation) followNewBranch(ctx context.Context, from string) error {
	begun := in.Clock.Now()
	p, old, err := in.oldBooks(ctx, from)
	if err != nil {
		return err
	}
	defer old.Close()
	source, err := old.State(ctx)
	if err == nil {
		_, err = engine.Verify(ctx, old, nil, time.Time{}, nil)
	}
	if err != nil {
		return err
	}
	rules, err := engine.InForce(ctx, old)
	if err != nil {
		return err
	}
	if rules == nil {
		return fold.ErrNoText
	}
	watcher, err := in.dial(ctx, rules, false)
	if err != nil {
		return err
	}
	defer watcher.Close()
	if err := watcher.Watch(rules); err != nil {
		return err
	}
	books, err := in.begun(ctx)
	if err != nil {
		return err
	}
	defer books.Close()
	e, n, err := engine.FollowNewBranch(ctx, p, old, books, watcher, in.Clock, in.logger(false))
	if err != nil {
		return err
	}
	if err := books.Finish(ctx); err != nil {
		return err
	}
	if err := in.keepHead(ctx, e); err != nil {
		return err
	}
	now, err := in.outcome(ctx, e, begun)
	if err != nil {
		return err
	}
	taken := wire.NewBranchOf(redact.URL(from), source.Ledger.Hash, &n)
	return in.show(wire.Rebuilt{BookSummary: now.BookSummary, NewBranch: taken}, func(w io.Writer) {
		now.write(w)
		fmt.Fprintf(w, "old books: %s, head %s; both have the chain up to block %d\n", taken.From, taken.LedgerHead, taken.Shared)
		fmt.Fprintf(w, "taken over: %d facts that were recorded after it\n", taken.Facts)
		for _, l := range taken.LeftOut {
			fmt.Fprintf(w, "left out: input %d, %s of %s, %s, recorded %s: %s\n", l.Input, l.Reference, l.Operator, l.Kind, l.Time, l.Why)
		}
	})
}

// wayOn says how frozen books go on: what to run, as far as the nodes tell.
func (in *invocation) wayOn(ctx context.Context, p *program.Program, final engine.Header) string {
	if p == nil || len(in.rpc) == 0 {
		return "run `nodeledger doctor --rpc URL`, which says how they go on"
	}
	watcher, err := in.dialBriefly(ctx, p, in.rpc)
	if err != nil {
		return err.Error()
	}
	defer watcher.Close()
	replaced, err := engine.IsReplaced(ctx, watcher, final)
	switch {
	case err != nil:
		return fmt.Sprintf("they wait for nodes that agree: %s", err)
	case !replaced:
		return fmt.Sprintf("%s is on the chain; when it is understood, run `nodeledger doctor --thaw REASON --db %s`", final, in.db)
	}
	fresh, what := "NEW", ", where NEW is an empty database"
	if !strings.Contains(in.db, "://") {
		end := filepath.Ext(in.db)
		fresh, what = strings.TrimSuffix(in.db, end)+"-branch"+end, ""
	}
	return fmt.Sprintf("%s was replaced on the chain; run `nodeledger rebuild --new-branch --from %s --db %s --rpc %s`%s", final, in.db, fresh,
		strings.Join(in.rpc, " --rpc "), what)
}

func sameFile(a, b string) bool {
	full, err := filepath.Abs(a)
	other, err2 := filepath.Abs(b)
	return a == b || (err == nil && err2 == nil && full == other)
}
