package main

import (
	"context"
	"fmt"
	"io"
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
		Use: "prepare RUN", Short: "Gather everything payable in an asset into a payout run", Annotations: writesBooks(),
		Long: `RUN is the name of the new run, such as 2026-08. Its lines are fixed from then on: what is owed later goes into the next run.
Wallets below the minimum payout, on hold or on the sanctions list stay out of it, with the reason in the run's file.`,
		Example: `  nodeledger payout prepare 2026-08 --asset USDT --operator ann
  nodeledger payout prepare 2026-08 --asset USDT --claim --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			method := payout.Transfer
			if claim {
				method = payout.Claim
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.PreparePayout(c.Context(), by, args[0], asset, method)
			})
		},
	}
	prepare.Flags().StringVar(&asset, "asset", "USDT", "`symbol` of the asset to pay")
	prepare.Flags().BoolVar(&claim, "claim", false, "wallets claim from the distributor contract with a Merkle proof, instead of transfers")
	step := func(name, short, example string) *cobra.Command {
		return &cobra.Command{
			Use: name + " RUN", Short: short, Annotations: writesBooks(), Example: example,
			RunE: func(c *cobra.Command, args []string) error {
				return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
					return e.StepPayout(c.Context(), by, args[0], name, reason)
				})
			},
		}
	}
	propose := step(payout.Propose, "Propose a run for approval", "  nodeledger payout propose 2026-08 --operator ann")
	approve := step(payout.Approve, "Approve a run that another operator proposed", "  nodeledger payout approve 2026-08 --operator bob")
	cancel := step(payout.Cancel, "Cancel a run of which nothing was paid: what it gathered is owed again",
		`  nodeledger payout cancel 2026-08 --reason "wrong asset" --operator ann`)
	resolve := &cobra.Command{
		Use: "resolve EXCEPTION", Short: "Close an exception with a reason", Annotations: writesBooks(),
		Long:    "EXCEPTION is the key that \"payout exceptions\" prints: the hash of the transaction, a colon, and the index of the log.",
		Example: `  nodeledger payout resolve EXCEPTION --reason "a test transfer" --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ResolvePayment(c.Context(), by, args[0], reason)
			})
		},
	}
	for _, c := range []*cobra.Command{cancel, resolve} {
		c.Flags().StringVar(&reason, "reason", "", "`text` that says why; it is recorded")
	}
	s.addFlags(false, prepare, propose, approve, cancel, resolve)
	list := &cobra.Command{
		Use: "list", Short: "List payout runs with their progress", Annotations: readsBooks(),
		Example: "  nodeledger payout list",
		RunE:    func(c *cobra.Command, _ []string) error { return in.runs(c.Context()) },
	}
	exceptions := &cobra.Command{
		Use: "exceptions", Short: "List payments that no line of a run explains", Annotations: readsBooks(),
		Example: "  nodeledger payout exceptions",
		RunE:    func(c *cobra.Command, _ []string) error { return in.exceptions(c.Context()) },
	}
	return group("payout", "Prepare, approve, export and settle payouts", prepare, propose, approve, in.payoutExport(), in.payoutSettle(), list, cancel, exceptions, resolve, in.holdCommand(), in.sanctionsCommand())
}

func (in *invocation) holdCommand() *cobra.Command {
	s := &signer{in: in}
	var reason string
	c := &cobra.Command{
		Use: "hold WALLET", Short: "Hold back a wallet's payouts, or resume them", Annotations: writesBooks(),
		Long: "With a --reason the wallet stays out of the next runs. Without one its payouts resume.",
		Example: `  nodeledger payout hold WALLET --reason "address under review" --reference hold-1 --operator ann
  nodeledger payout hold WALLET --reference resume-1 --operator ann`,
		RunE: func(c *cobra.Command, args []string) error {
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.Hold(c.Context(), by, s.reference, args[0], reason)
			})
		},
	}
	c.Flags().StringVar(&reason, "reason", "", "`text` that says why; only operators see it")
	s.addFlags(true, c)
	return c
}

func (in *invocation) sanctionsCommand() *cobra.Command {
	s := &signer{in: in}
	c := &cobra.Command{
		Use: "sanctions FILE", Short: "Replace the list of wallets that are never paid", Annotations: writesBooks(),
		Long:    "The file has one address on each line. It replaces the whole list.",
		Example: "  nodeledger payout sanctions sanctions.txt --reference list-2026-09 --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			f, err := openFile(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			wallets, err := intake.Sanctions(f, args[0])
			if err != nil {
				return oneLineOfRows(args[0], err)
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
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
		Use: "settle", Short: "Book the payments that the chain proves, and list the runs", Annotations: writesBooks(),
		Long:    "Exits 1 while payments are open that no line of a run explains.",
		Example: "  nodeledger payout settle --rpc https://one.example",
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
					return reported("unexplained-payments", "%d payments are not explained by any line; `nodeledger payout exceptions` shows them", open)
				}
				return nil
			})
		},
	}
}
