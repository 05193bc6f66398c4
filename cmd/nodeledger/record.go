package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/problem"
)

// recordCommands write down what operators know and no chain tells.
func (in *invocation) recordCommands() []*cobra.Command {
	s := &signer{in: in}
	scores := &cobra.Command{
		Use: "record-scores FILE", Short: "Record a file of scores (CSV or JSON): compute, stakes, checks, drills, ratings", Annotations: writesBooks(),
		Long:    "Columns, or keys: wallet, what, value, at. When a row is wrong, all wrong rows are listed and nothing is recorded.",
		Example: "  nodeledger rewards record-scores scores.csv --reference providers-2026-08 --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			f, err := openFile(args[0])
			if err != nil {
				return err
			}
			defer f.Close()
			rows, err := intake.Scores(f, args[0])
			if err != nil {
				return oneLineOfRows(args[0], err)
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				again, err := e.RecordScores(c.Context(), by, s.reference, rows)
				return again, oneLineOfRows(args[0], err)
			})
		},
	}
	tge := &cobra.Command{
		Use: "record-tge TIME", Short: "Record the time of the TGE (token generation event)", Annotations: writesBooks(),
		Long:    "Only for a program file without token.tge.",
		Example: "  nodeledger rewards record-tge 2026-09-01T00:00:00Z --reference tge --operator ann",
		RunE: func(c *cobra.Command, args []string) error {
			at, err := time.Parse(time.RFC3339, args[0])
			if err != nil {
				return usagef("%q is not a timestamp (RFC 3339): write it as 2026-09-01T00:00:00Z", args[0])
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.RecordTGE(c.Context(), by, s.reference, at)
			})
		},
	}
	s.addFlags(true, scores, tge)
	return []*cobra.Command{scores, tge}
}

// oneLineOfRows names the file in a refusal of its rows, each of which is a reason.
func oneLineOfRows(file string, err error) error {
	if err == nil {
		return nil
	}
	if len(problem.Of(err).Reasons) > 0 {
		return fmt.Errorf("%s: %w", file, err)
	}
	return err
}
