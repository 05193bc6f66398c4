package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

func (in *invocation) ledgerCommand() *cobra.Command {
	verify := &cobra.Command{
		Use: "verify", Short: "Recompute every table of the books and compare", Annotations: readsBooks(),
		Long: `Recomputes every hash, balance, day sum and checkpoint from the journal, and names the first difference. A changed byte in any row
is found. It needs no program file and no endpoint.`,
		Example: "  nodeledger ledger verify --db books.db",
		RunE:    func(c *cobra.Command, _ []string) error { return in.verify(c.Context()) },
	}
	var balanceAt, trialAt string
	balance := &cobra.Command{
		Use: "balance ACCOUNT", Short: "Show what an account holds, now or at a time", Annotations: readsBooks(),
		Example: `  nodeledger ledger balance sale:treasury
  nodeledger ledger balance buyers:WALLET --at 2026-04-01`,
		RunE: func(c *cobra.Command, args []string) error {
			account, err := ledger.ParseAccount(args[0])
			if err != nil {
				return asUsage(problem.Invalidf("%w: such as sale:treasury, buyers:0x..., referrers:0x...:payable, holders:0x...:node", err))
			}
			at, err := timeFlag(balanceAt)
			if err != nil {
				return err
			}
			return in.balance(c.Context(), account, at)
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
	return group("ledger", "Verify, query and export the journal", verify, balance, trial, in.exportCommand())
}

func timeFlag(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	at, err := view.ParseTime(text)
	return at, asUsage(err)
}

type difference struct {
	Table string `json:"table"`
	Row   string `json:"row"`
	Text  string `json:"text"`
}

type verifyResult struct {
	OK           bool        `json:"ok"`
	Transactions uint64      `json:"transactions"`
	Postings     uint64      `json:"postings"`
	Head         string      `json:"head"`
	BalancesRoot string      `json:"balances_root"`
	Difference   *difference `json:"first_difference,omitempty"`
}

func (in *invocation) verify(ctx context.Context) error {
	verified, err := in.verified(ctx)
	if errors.Is(err, errNoBooks) || ctx.Err() != nil {
		return err
	}
	result := verifyResult{
		OK: err == nil, Transactions: verified.Transactions, Postings: verified.Postings,
	}
	if err == nil {
		result.Head, result.BalancesRoot = verified.Head.Hash.String(), verified.Balances.String()
		return in.show(result, func(w io.Writer) {
			fmt.Fprintf(w, "sound: %d transactions, %d postings, head %s, balances root %s\n", result.Transactions, result.Postings, result.Head, result.BalancesRoot)
		})
	}
	var differs *ledger.Difference
	if errors.As(err, &differs) {
		result.Difference = &difference{differs.Table, differs.Row, differs.Text}
	} else {
		result.Difference = &difference{Table: "database", Text: in.redact(err.Error())}
	}
	if shown := in.show(result, func(io.Writer) {}); shown != nil {
		return shown
	}
	return reported("unsound", "the books are not sound: %w", err)
}

func (in *invocation) verified(ctx context.Context) (engine.Verified, error) {
	s, err := in.openStore(ctx, in.db)
	if err != nil {
		return engine.Verified{}, err
	}
	defer s.Close()
	return s.Verify(ctx)
}

type balanceResult struct {
	Account  string        `json:"account"`
	At       string        `json:"at,omitempty"`
	Balances []balanceJSON `json:"balances"`
	AsOf     freshness     `json:"as_of"`
}

func (in *invocation) balance(ctx context.Context, account ledger.Account, at time.Time) error {
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
	result := balanceResult{Account: account.String(), At: instant(at), Balances: []balanceJSON{}, AsOf: freshOf(fresh)}
	for _, b := range balances {
		result.Balances = append(result.Balances, balanceOf(b))
	}
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row(account, "in", "out")
			for _, b := range balances {
				row(b, b.In, b.Out)
			}
			if len(balances) == 0 {
				row("nothing was ever booked there")
			}
		})
		writeAt(w, at)
		writeFresh(w, fresh)
	})
}

type trialRow struct {
	Kind     string `json:"kind"`
	Accounts int    `json:"accounts"`
	balanceJSON
}

type trialResult struct {
	At   string        `json:"at,omitempty"`
	Rows []trialRow    `json:"rows"`
	Sums []balanceJSON `json:"sums"`
	AsOf freshness     `json:"as_of"`
}

func (in *invocation) trial(ctx context.Context, at time.Time) error {
	s, state, err := in.openState(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	t, err := view.TrialBalance(ctx, s, state, at)
	if err != nil {
		return err
	}
	result := trialResult{At: instant(at), Rows: []trialRow{}, Sums: []balanceJSON{}, AsOf: freshOf(t.AsOf)}
	for _, r := range t.Rows {
		result.Rows = append(result.Rows, trialRow{r.Kind, r.Accounts, balanceOf(r.Balance)})
	}
	for _, b := range t.Sums {
		result.Sums = append(result.Sums, balanceOf(b))
		if b.Net().Sign() != 0 {
			return fmt.Errorf("%s does not sum to zero but to %s: run `nodeledger ledger verify`", b.In.Asset(), b)
		}
	}
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("kind", "accounts", "in", "out", "net")
			line := func(kind string, accounts any, b money.Balance) { row(kind, accounts, b.In, b.Out, b) }
			for _, r := range t.Rows {
				line(r.Kind, r.Accounts, r.Balance)
			}
			for _, b := range t.Sums {
				line("sum", "", b)
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
