package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/view/quote"
)

func (in *invocation) rewardsCommand() *cobra.Command {
	commands := append(in.recordCommands(), in.scoreCommand(), in.emissionCommand(), in.epochCommand(), in.epochsCommand(), in.readinessCommand())
	return group("rewards", "Scores, points, epochs and token emission", commands...)
}

func (in *invocation) scoreCommand() *cobra.Command {
	var at string
	c := &cobra.Command{
		Use: "score N...", Short: "Show the score of numbers of nodes, each for itself", Annotations: noBooks(),
		Long:    "By the score rules of the program file. Settings that begin at a block count as begun.",
		Example: "  nodeledger rewards score 4 5 20 100",
		RunE: func(_ *cobra.Command, args []string) error {
			nodes, err := quote.ParseWallets(strings.Join(args, ","))
			if err != nil {
				return asUsage(err)
			}
			return in.score(nodes, at)
		},
	}
	c.Flags().StringVar(&at, "at", "", "`time` whose rules apply: 2026-05-01 or 2026-05-01T12:00:00Z; without it, now")
	return c
}

func (in *invocation) score(nodes []uint64, at string) error {
	when, err := timeFlag(at)
	if err != nil {
		return err
	}
	if when.IsZero() {
		when = in.Clock.Now()
	}
	p, err := in.loadProgram()
	if err != nil {
		return err
	}
	scores := httpapi.ScoresOf(quote.Scores(p, quote.MomentOf(when), nodes))
	return in.show(scores, func(w io.Writer) {
		table(w, func(row func(cells ...any)) {
			row("nodes", "factor", "score")
			for _, s := range scores {
				row(s.Nodes, s.Factor, s.Score)
			}
		})
		fmt.Fprintf(w, "by the rules of %s at %s\n", p.Name, when.UTC().Format("2006-01-02 15:04:05 UTC"))
	})
}
