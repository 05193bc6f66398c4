package main

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) epochsCommand() *cobra.Command {
	var kind, after string
	var limit int
	c := &cobra.Command{
		Use: "epochs", Short: "List closed epochs, newest first", Annotations: readsBooks(),
		Example: "  nodeledger rewards epochs --kind tge-drop",
		RunE: func(c *cobra.Command, _ []string) error {
			before, err := view.ParseNumber(after)
			if err != nil {
				return err
			}
			return in.epochs(c.Context(), kind, before, limit)
		},
	}
	usage.AddChoice(c, &kind, "kind", "", "`kind` of epoch; without it, all", "points-epoch", "token-epoch", "tge-drop")
	c.Flags().StringVar(&after, "after", "", "`cursor` of the previous page: its next")
	usage.AddNumber(c, &limit, "limit", 50, "`number` of epochs", 1, 10_000)
	return c
}

func (in *invocation) epochs(ctx context.Context, kind string, before, limit int) error {
	e, err := in.openReadOnly(ctx)
	if err != nil {
		return err
	}
	defer e.Close()
	fresh, err := view.Now(ctx, e)
	if err != nil {
		return err
	}
	list, more, err := period.NewEpochs(e).List(ctx, kind, before, limit)
	if err != nil {
		return err
	}
	result := wire.EpochsOf(list, more, fresh)
	return in.show(result, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("kind", "slot", "issued", "block", "locked until", "file")
			for i := range list {
				c := &list[i]
				row(c.Kind, c.Job.Slot, c.Issued, c.Job.Block, result.Epochs[i].UnlocksAt, c.File)
			}
		})
		if more {
			fmt.Fprintf(w, "more with --after %s\n", result.Next)
		}
		writeFresh(w, fresh)
	})
}
