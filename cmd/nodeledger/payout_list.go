package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) showRuns(ctx context.Context, e *engine.Engine, of payoutview.Filter, before, limit int) error {
	now, err := view.Now(ctx, e)
	if err != nil {
		return err
	}
	list, more := payoutview.NewRuns(e).List(of, before, limit)
	result := wire.PayoutsOf(list, more, now)
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("run", "state", "by", "lines", "settled", "total", "paid", "open")
			for i := range list {
				r := &list[i]
				row(r.Name, r.State, r.Method, r.Lines, r.Done, r.Total, r.Paid, r.Open)
			}
		})
		usage.WriteNext(w, result.Next)
	})
}

// shown is an amount for people, where there is one.
func shown(a *wire.Amount) string {
	if a == nil {
		return "something"
	}
	return a.Display
}

// runAfter is a run as it is after a step.
func runAfter(ctx context.Context, run string) func(*engine.Engine, engine.Receipt) (any, error) {
	return func(e *engine.Engine, receipt engine.Receipt) (any, error) {
		_, detail, err := runDetail(ctx, e, run)
		return wire.PayoutReceipt{Receipt: wire.ReceiptOf(receipt), Payout: detail}, err
	}
}

func runDetail(ctx context.Context, e *engine.Engine, run string) (r payoutview.Run, detail wire.PayoutDetail, err error) {
	runs := payoutview.NewRuns(e)
	if r, err = runs.Of(run); err != nil {
		return r, detail, err
	}
	head, err := runs.Head(ctx, &r)
	if err != nil {
		return r, detail, err
	}
	of, err := view.Now(ctx, e)
	return r, wire.PayoutDetailOf(&r, head, of), err
}

func (in *invocation) runsCommand() *cobra.Command {
	var p usage.Page
	var wallet, state, month string
	c := in.read(&cobra.Command{
		Use: "list", Short: "List payout runs with their progress, the newest first",
		Example: "  nodeledger payout list\n  nodeledger payout list --state exported --month 2026-12",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, _ view.AsOf) error {
		before, err := view.ParseNumber(p.After)
		if err != nil {
			return err
		}
		of, err := filterOf(wallet, state, month)
		if err != nil {
			return err
		}
		return in.showRuns(c.Context(), e, of, before, p.Limit)
	})
	c.Flags().StringVar(&wallet, "wallet", "", "only runs with a line of this `wallet`")
	usage.AddChoice(c, &state, "state", "", "only runs in this `state`", string(payout.Draft), string(payout.Proposed),
		string(payout.Approved), string(payout.Exported), string(payout.Settled), string(payout.Cancelled))
	c.Flags().StringVar(&month, "month", "", "only runs that were prepared in this `month`, such as 2026-12 (UTC)")
	p.AddFlags(c, "runs", 50, 200)
	return c
}

// filterOf is which runs are asked for; what is empty asks for any.
func filterOf(wallet, state, month string) (of payoutview.Filter, err error) {
	of.State, of.Month = payout.State(state), month
	if wallet != "" {
		if of.Wallet, err = view.ParseWallet(wallet); err != nil {
			return of, err
		}
	}
	if _, err := time.Parse("2006-01", month); month != "" && err != nil {
		return of, problem.Invalidf("--month %q is not a month: write it as 2026-12", month)
	}
	return of, nil
}

func (in *invocation) exceptionsCommand() *cobra.Command {
	var p usage.Page
	var all bool
	c := in.read(&cobra.Command{
		Use: "exceptions", Short: "List payments and receipts that nothing explains", Example: "  nodeledger payout exceptions --all",
	}, func(_ *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		from, err := view.ParseNumber(p.After)
		if err != nil {
			return err
		}
		runs := payoutview.NewRuns(e)
		list, next := runs.Exceptions(all, from, p.Limit)
		result := wire.PayoutExceptionsOf(list, true, next, of)
		return in.show(result, func(w io.Writer) {
			for _, x := range result.Exceptions {
				from, to := x.Own, cmp.Or(x.Wallet, "nobody")
				if x.Problem == string(payout.UnexplainedReceipt) {
					from, to = to, from
				}
				if from != "" {
					from = " from " + from
				}
				fmt.Fprintf(w, "%s %s\n  %s %s%s to %s: %s\n", x.At, x.Key, x.Problem, shown(x.Amount), from, to, oneLine(x.Explanation.Text))
				if x.Closed != nil {
					fmt.Fprintf(w, "  closed: %s\n", oneLine(x.Closed.Text))
				}
			}
			open, _ := runs.Open()
			fmt.Fprintf(w, "%d open\n", open)
			usage.WriteNext(w, result.Next)
		})
	})
	c.Flags().BoolVar(&all, "all", false, "list those that are closed as well")
	p.AddFlags(c, "exceptions", 100, 500)
	return c
}
