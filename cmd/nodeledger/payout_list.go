package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) showRuns(ctx context.Context, e *engine.Engine, before, limit int) error {
	of, err := view.Now(ctx, e)
	if err != nil {
		return err
	}
	list, more := payoutview.NewRuns(e).List(payoutview.Filter{}, before, limit)
	result := wire.PayoutsOf(list, more, of)
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
	c := in.read(&cobra.Command{
		Use: "list", Short: "List payout runs with their progress, the newest first", Example: "  nodeledger payout list",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, _ view.AsOf) error {
		before, err := view.ParseNumber(p.After)
		if err != nil {
			return err
		}
		return in.showRuns(c.Context(), e, before, p.Limit)
	})
	p.AddFlags(c, "runs", 50, 200)
	return c
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
