package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/payout"
)

// payoutCommand pays what the books owe, without ever holding a key.
func (in *invocation) payoutCommand() *cobra.Command {
	s := &signer{in: in}
	var asset, reason string
	var claim bool
	prepare := &cobra.Command{
		Use: "prepare RUN", Short: "Gather everything payable in an asset into a run", Args: cobra.ExactArgs(1),
		Long: "What a run gathers is fixed from then on: what somebody is owed later stands in the next run.",
		RunE: func(c *cobra.Command, args []string) error {
			method := payout.Transfer
			if claim {
				method = payout.Claim
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
				return e.PreparePayout(c.Context(), by, args[0], asset, method)
			})
		},
	}
	prepare.Flags().StringVar(&asset, "asset", "USDT", "the `symbol` of what is paid")
	prepare.Flags().BoolVar(&claim, "claim", false, "wallets take it from the distributor, with a proof, in place of transfers")
	step := func(name, short string) *cobra.Command {
		return &cobra.Command{
			Use: name + " RUN", Short: short, Args: cobra.ExactArgs(1),
			RunE: func(c *cobra.Command, args []string) error {
				return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
					return e.StepPayout(c.Context(), by, args[0], name, reason)
				})
			},
		}
	}
	propose := step(payout.Propose, "Propose a run for approval")
	approve := step(payout.Approve, "Approve a run that somebody else proposed")
	cancel := step(payout.Cancel, "Cancel a run of which nothing was paid: what it gathered is owed again")
	resolve := &cobra.Command{
		Use: "resolve EXCEPTION", Short: "Close an exception with the reason why it is none", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
				return e.ResolvePayment(c.Context(), by, args[0], reason)
			})
		},
	}
	for _, c := range []*cobra.Command{cancel, resolve} {
		c.Flags().StringVar(&reason, "reason", "", "why; it is recorded")
	}
	s.addFlags(false, prepare, propose, approve, cancel, resolve)
	list := &cobra.Command{
		Use: "list", Short: "Every run and how far it has come", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return in.runs(c.Context()) },
	}
	exceptions := &cobra.Command{
		Use: "exceptions", Short: "Payments that no line explains", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error { return in.exceptions(c.Context()) },
	}
	return group("payout", "Pay what the books owe", prepare, propose, approve, in.payoutExport(), in.payoutSettle(), list, cancel, exceptions, resolve, in.holdCommand(), in.sanctionsCommand())
}

func (in *invocation) holdCommand() *cobra.Command {
	s := &signer{in: in}
	var reason string
	c := &cobra.Command{
		Use: "hold WALLET", Short: "Keep a wallet out of the next runs for a --reason; without one it is paid again", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
				return e.Hold(c.Context(), by, s.reference, args[0], reason)
			})
		},
	}
	c.Flags().StringVar(&reason, "reason", "", "why; only operators see it")
	s.addFlags(true, c)
	return c
}

func (in *invocation) sanctionsCommand() *cobra.Command {
	s := &signer{in: in}
	c := &cobra.Command{
		Use: "sanctions FILE", Short: "Replace the list of wallets that are never paid: one address a line", Args: cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			f, err := os.Open(filepath.Clean(args[0]))
			if err != nil {
				return err
			}
			defer f.Close()
			wallets, err := intake.Sanctions(f, args[0])
			if err != nil {
				return oneLineOfRows(args[0], err)
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (bool, error) {
				again, err := e.RecordSanctions(c.Context(), by, s.reference, wallets)
				return again, oneLineOfRows(args[0], err)
			})
		},
	}
	s.addFlags(true, c)
	return c
}

type runJSON struct {
	Run      string     `json:"run"`
	Asset    string     `json:"asset"`
	Method   string     `json:"method"`
	State    string     `json:"state"`
	Lines    int        `json:"lines"`
	Done     int        `json:"settled_lines"`
	Total    string     `json:"total"`
	Paid     string     `json:"paid"`
	Open     string     `json:"open"`
	Prepared string     `json:"prepared"`
	Steps    []stepJSON `json:"steps"`
}

type stepJSON struct {
	State    string `json:"state"`
	Operator string `json:"operator,omitempty"` // empty: the chain
	At       string `json:"at"`
	Reason   string `json:"reason,omitempty"`
}

func runOf(r *payout.Progress) runJSON {
	out := runJSON{
		r.Name, r.Asset.Symbol(), string(r.Method), string(r.State), r.Lines, r.Done, r.Total.Digits(), r.Paid.Digits(), r.Open().Digits(),
		r.At.Format(time.RFC3339), []stepJSON{},
	}
	for _, step := range r.Steps {
		out.Steps = append(out.Steps, stepJSON{string(step.State), step.Operator, step.At.Format(time.RFC3339), step.Reason})
	}
	return out
}

func (in *invocation) runs(ctx context.Context) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Store().Close()
	return in.showRuns(e)
}

func (in *invocation) showRuns(e *engine.Engine) (err error) {
	e.Payouts(func(b *payout.Book) {
		list := []runJSON{}
		for _, r := range b.Runs() {
			list = append(list, runOf(r))
		}
		err = in.show(list, func(w io.Writer) {
			table(w, func(row func(cells ...any)) {
				row("run", "state", "by", "lines", "settled", "total", "paid", "open")
				for _, r := range b.Runs() {
					row(r.Name, r.State, r.Method, r.Lines, r.Done, r.Total, r.Paid, r.Open())
				}
			})
		})
	})
	return err
}

type exceptionJSON struct {
	Exception string `json:"exception"`
	Problem   string `json:"problem"`
	Wallet    string `json:"wallet,omitempty"`
	Asset     string `json:"asset,omitempty"`
	Amount    string `json:"amount,omitempty"`
	Run       string `json:"run,omitempty"`
	At        string `json:"at"`
	Text      string `json:"text"`
	Closed    string `json:"closed,omitempty"`
}

func exceptionsOf(b *payout.Book) []exceptionJSON {
	list := []exceptionJSON{}
	for _, x := range b.Exceptions() {
		one := exceptionJSON{Exception: x.Key, Problem: string(x.Problem), Run: x.Run, At: x.At.Format(time.RFC3339), Text: x.Text, Closed: x.Closed}
		if x.Problem != payout.Unread {
			one.Wallet, one.Asset, one.Amount = x.Wallet.String(), x.Amount.Asset().Symbol(), x.Amount.Digits()
		}
		list = append(list, one)
	}
	return list
}

func (in *invocation) exceptions(ctx context.Context) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Store().Close()
	var list []exceptionJSON
	e.Payouts(func(b *payout.Book) { list = exceptionsOf(b) })
	return in.show(list, func(w io.Writer) {
		for _, x := range list {
			if x.Closed == "" {
				fmt.Fprintf(w, "%s %s\n  %s %s base units of %s to %s: %s\n", x.At, x.Exception, x.Problem, x.Amount, x.Asset, x.Wallet, x.Text)
			}
		}
		closed := 0
		for _, x := range list {
			if x.Closed != "" {
				closed++
			}
		}
		fmt.Fprintf(w, "%d open, %d closed\n", len(list)-closed, closed)
	})
}

// payoutSettle books what the chain shows of payments, and says what is still open.
func (in *invocation) payoutSettle() *cobra.Command {
	return &cobra.Command{
		Use: "settle", Short: "Book the payments that the chain shows, by evidence, and say what is open", Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			ctx := c.Context()
			return in.openWithChain(ctx, func(e *engine.Engine) error {
				if err := e.Sync(ctx, nil); err != nil {
					return stoppedAt(ctx, e, err)
				}
				open := 0
				e.Payouts(func(b *payout.Book) {
					for _, x := range exceptionsOf(b) {
						if x.Closed == "" {
							open++
						}
					}
				})
				if err := in.showRuns(e); err != nil {
					return err
				}
				if open > 0 {
					return errReported{fmt.Sprintf("%d payments are not explained by any line; `nodeledger payout exceptions` shows them", open)}
				}
				return nil
			})
		},
	}
}
