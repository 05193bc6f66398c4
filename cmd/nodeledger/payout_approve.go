package main

import (
	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

// approveCommand approves a run, and names the bytes that are approved.
func approveCommand(s *signer) *cobra.Command {
	var file string
	c := &cobra.Command{
		Use: payout.Approve + " RUN", Short: "Approve a run that another operator proposed", Annotations: writesBooks(),
		Long: `--file-hash is the SHA-256 of the run's file that you looked at; without it the command says what it is and what the run pays, and
approves nothing. The approval holds for these bytes and this total only. A key that was made after the run was prepared cannot approve.`,
		Example: "  nodeledger payout approve 2026-08 --file-hash HASH --operator bob",
		RunE: func(c *cobra.Command, args []string) error {
			var hash ledger.Hash
			if file != "" {
				var err error
				if hash, err = ledger.ParseHash(file); err != nil {
					return problem.Invalidf("--file-hash: %w", err)
				}
			}
			return s.recordAnd(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ApprovePayout(c.Context(), by, args[0], hash)
			}, runAfter(c.Context(), args[0]))
		},
	}
	c.Flags().StringVar(&file, "file-hash", "", "`hash` of the run's file that is approved (SHA-256), as \"payout show\" prints it")
	return c
}
