package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/progress"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/ledger/checkpoint"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) ledgerCommand() *cobra.Command {
	var quick bool
	var expected expectation
	verify := &cobra.Command{
		Use: "verify", Short: "Recompute every table of the books and compare", Annotations: readsBooks(),
		Long: `Recomputes every hash, balance and day sum and the tree from inputs and journal. Then computes every transaction again from the
inputs, in a temporary file, and compares: so what was changed and hashed anew is found, too. Names the first difference. It needs
no program file and no endpoint; a file that --program names must be a text of the books. Statements that stand on a contract's
word (ERC-1271) are counted; with --rpc the contracts are asked again, each at its block, for which an endpoint needs the state of old
blocks, and every final block that the books stand on is looked for on the chain.

With --expect it also compares the books with a checkpoint that was kept elsewhere: they must be at least that long, and have its root
and the end of its journal at its size, and its block where they know it; where they do not, that is said.`,
		Example: `  nodeledger ledger verify --db books.db
  nodeledger ledger verify --quick
  nodeledger ledger verify --expect books.checkpoint`,
		RunE: func(c *cobra.Command, _ []string) error { return in.verify(c.Context(), &expected, quick) },
	}
	expected.addFlags(verify)
	verify.Flags().BoolVar(&quick, "quick", false,
		"compare the tables with the journal only, not the journal with the inputs that it follows from")
	var balanceAt, trialAt, after string
	var limit int
	balance := &cobra.Command{
		Use: "balance ACCOUNT", Short: "Show what an account holds, now or at a time", Annotations: readsBooks(),
		Example: `  nodeledger ledger balance equity:fund:share
  nodeledger ledger balance income:sale:WALLET --at 2026-04-01`,
		RunE: func(c *cobra.Command, args []string) error {
			account, err := view.ParseAccount(args[0])
			if err != nil {
				return problem.Invalidf("%w: such as assets:wallet:0x..., income:sale:0x..., liabilities:referral:0x...:payable "+
					"or register:node:0x...", err)
			}
			at, err := timeFlag(balanceAt)
			if err != nil {
				return err
			}
			return in.balance(c.Context(), account, at, after, limit)
		},
	}
	trial := &cobra.Command{
		Use: "trial", Short: "Show the trial balance: every kind of account; each asset sums to zero", Annotations: readsBooks(),
		Example: `  nodeledger ledger trial
  nodeledger ledger trial --at 2026-04-01`,
		RunE: func(c *cobra.Command, _ []string) error {
			at, err := timeFlag(trialAt)
			if err != nil {
				return err
			}
			return in.trial(c.Context(), at)
		},
	}
	for flags, value := range map[*cobra.Command]*string{balance: &balanceAt, trial: &trialAt} {
		flags.Flags().StringVar(value, "at", "", "`time` before which everything counts: 2026-05-01 or 2026-05-01T12:00:00Z; without it, now")
	}
	balance.Flags().StringVar(&after, "after", "", "`cursor` where the page begins: the next of the page before")
	usage.AddNumber(balance, &limit, "limit", 50, "`number` of entries in --json", 1, 500)
	return usage.Group("ledger", "Verify, query and export the journal", verify, in.headCommand(), in.reconcileCommand(),
		in.transactionsCommand(), balance, trial, in.balanceSheetCommand(), in.incomeStatementCommand(), in.cashFlowCommand(),
		in.proveCommand(), in.consistencyCommand(), in.checkpointCommand(), in.keyCommand(), in.exportCommand())
}

func timeFlag(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	at, err := view.ParseTime(text)
	return at, err
}

// beforeVerifying are the codes of what is no difference within the books.
var beforeVerifying = []problem.Code{store.OldChart, engine.WentBack, engine.Rewritten, problem.NotTheText, problem.NoDatabase, "busy"}

func (in *invocation) verify(ctx context.Context, x *expectation, quick bool) error {
	expected, err := x.read()
	if err != nil {
		return err
	}
	p, err := in.given()
	if err != nil {
		return err
	}
	verified, block, err := in.verified(ctx, p, expected, quick)
	if errors.Is(err, errNoBooks) || ctx.Err() != nil || err != nil && slices.Contains(beforeVerifying, problem.Of(err).Code) {
		return err
	}
	var said asked
	var differs *ledger.Difference
	if err == nil {
		if said, err = in.askNodes(ctx, quick); err != nil && !errors.As(err, &differs) {
			return fmt.Errorf("the books are sound in themselves, and they cannot be compared with the chain: %w", err)
		}
		if noted := in.noteChain(&said, differs); noted != nil {
			return noted
		}
	}
	if err == nil {
		result := wire.VerifiedOf(&verified)
		result.Words, result.Asked, result.NotAsked, result.Compared = wire.ContractWordsOf(said.words), said.again, said.later, said.proven.Block
		if expected != nil && !expected.Bare && !block {
			result.NotCompared = fmt.Sprintf("block %d %s", expected.Final, expected.FinalHash)
		}
		return in.show(result, func(w io.Writer) {
			fmt.Fprintf(w, "sound: %d transactions, %d postings, head %s, balances root %s\n", result.Transactions, result.Postings,
				result.Head, result.BalancesRoot)
			if result.Inputs > 0 {
				fmt.Fprintf(w, "every transaction follows from the %d recorded inputs\n", result.Inputs)
			}
			if result.Unsigned > 0 {
				fmt.Fprintf(w, "nobody signed the first %d facts: they were taken over from books of before there were signatures\n", result.Unsigned)
			}
			writeWords(w, &result)
			if result.Compared > 0 {
				fmt.Fprintf(w, "everything up to block %d is what the chain says\n", result.Compared)
			}
			if said.later != "" {
				fmt.Fprintf(w, "not asked: %s; ask again later\n", said.later)
			}
			if expected != nil {
				fmt.Fprintf(w, "they begin with the checkpoint of %d leaves in %s\n", expected.Size, x.file)
			}
			if result.NotCompared != "" {
				fmt.Fprintf(w, "not compared: the hash of its last final block, %s, which the books do not have\n", result.NotCompared)
			}
		})
	}
	result := wire.Verification{Transactions: verified.Transactions, Postings: verified.Postings, Words: wire.ContractWordsOf(said.words),
		Asked: said.again}
	if errors.As(err, &differs) {
		result.Difference = wire.DifferenceOf(differs)
	} else {
		result.Difference = &wire.Difference{Table: "database", Text: in.redact(err.Error())}
	}
	if shown := in.show(result, func(io.Writer) {}); shown != nil {
		return shown
	}
	return reported("books-differ", "the books are not sound: %w", err)
}

// verified verifies books, and compares them with a checkpoint and with a text of the program where they are given. block says whether
// they know the checkpoint's block.
func (in *invocation) verified(ctx context.Context, p *program.Program, expected *checkpoint.Checkpoint,
	quick bool) (verified engine.Verification, block bool, err error) {
	s, err := in.openStore(ctx, in.db)
	if err != nil {
		return engine.Verification{}, false, err
	}
	defer s.Close()
	verify := in.verifyWholly
	if quick {
		verify = func(ctx context.Context, s engine.Store) (engine.Verification, error) {
			return engine.Verify(ctx, s, nil, in.Clock.Now(), nil)
		}
	}
	verified, err = verify(ctx, s)
	found := engine.Finding{Time: in.Clock.Now().UTC()}
	var difference *ledger.Difference
	switch {
	case errors.As(err, &difference):
		found.Difference = difference.Error()
		return verified, false, errors.Join(err, in.lastHead().Note(found))
	case err != nil:
		return verified, false, err
	}
	if expected != nil {
		if block, err = view.CheckCheckpoint(ctx, expected, s); err != nil {
			return verified, false, err
		}
	}
	if err := engine.CheckText(ctx, p, s); err != nil {
		return verified, false, err
	}
	if _, err := in.notRolledBack(ctx, s); err != nil || quick {
		return verified, block, err
	}
	found.Whole = true
	return verified, block, in.lastHead().Note(found)
}

// noteChain keeps, where a head is kept, what a comparison with the chain found.
func (in *invocation) noteChain(said *asked, differs *ledger.Difference) error {
	found := engine.Finding{Time: in.Clock.Now().UTC(), OfChain: true}
	switch {
	case differs != nil:
		found.Difference = differs.Error()
	case said.proven == engine.Fetched{} || said.later != "":
		return nil // nothing was compared, or not everything
	default:
		found.Whole = true
	}
	return in.lastHead().Note(found)
}

// verifyWholly verifies books with everything that follows from their inputs.
func (in *invocation) verifyWholly(ctx context.Context, s engine.Store) (engine.Verification, error) {
	scratch, err := store.NewScratch(ctx)
	if err != nil {
		return engine.Verification{}, err
	}
	defer scratch.Close()
	bar := progress.New(in.barTo(), "inputs", 0)
	defer bar.End()
	return engine.Verify(ctx, s, scratch, in.Clock.Now(), func(done, total uint64) { bar.Show(done, total, "inputs") })
}

func (in *invocation) balance(ctx context.Context, account ledger.Account, at time.Time, after string, limit int) error {
	s, state, err := in.openState(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	fresh, err := view.Of(ctx, s, state)
	if err != nil {
		return err
	}
	balances, err := view.OfAccount(ctx, s, account, at)
	if err != nil {
		return err
	}
	list, next, err := s.Entries(ctx, account, after, limit)
	if err != nil {
		return err
	}
	result := wire.AccountOf(account, at, balances, list, next, fresh)
	return in.show(result, func(w io.Writer) {
		fmt.Fprintf(w, "%s, class %s, normally in %s\n", result.Account, result.Class, result.Side)
		table(w, func(row func(cells ...any)) {
			if len(result.Balances) == 0 {
				row("nothing was ever booked there")
				return
			}
			row("debit", "credit", "balance")
			for _, b := range result.Balances {
				row(b.Debit.Display, b.Credit.Display, b.Balance.Display)
			}
		})
		writeAt(w, at)
		writeFresh(w, fresh)
	})
}

func (in *invocation) trial(ctx context.Context, at time.Time) error {
	s, state, err := in.openState(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	t, err := view.TrialBalance(ctx, s, s, state, at)
	if err != nil {
		return err
	}
	for _, b := range t.Sums {
		if b.Net().Sign() != 0 {
			return fmt.Errorf("%s does not sum to zero but to %s: run `nodeledger ledger verify`", b.In.Asset(), b)
		}
	}
	result := wire.TrialOf(&t)
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("class", "account kind", "accounts", "debit", "credit", "balance (normal side)")
			for _, r := range result.Rows {
				row(r.Class, r.Kind, r.Accounts, r.Debit.Display, r.Credit.Display, r.Balance.Balance.Display+" "+r.Side)
			}
			for _, s := range result.Sums {
				row("sum", "", "", s.Debit.Display, s.Credit.Display, s.Balance.Display)
			}
		})
		writeAt(w, at)
		writeFresh(w, t.AsOf)
	})
}

func instant(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}

func writeAt(w io.Writer, at time.Time) {
	if !at.IsZero() {
		fmt.Fprintf(w, "everything before %s\n", instant(at))
	}
}
