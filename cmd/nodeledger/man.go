package main

import (
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"
)

// manCommand writes a manual page for each command.
func manCommand(in *invocation) *cobra.Command {
	return &cobra.Command{
		Use: "man FOLDER", Short: "Write the manual pages into a folder", Annotations: noBooks(),
		Long:    "One page for each command, such as nodeledger-payout-hold.1. The folder is made where it is missing.",
		Example: "  nodeledger man share/man/man1",
		RunE: func(c *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil { //nolint:gosec // manuals are public
				return err
			}
			now := in.Clock.Now()
			root := c.Root()
			root.DisableAutoGenTag = true
			return doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "nodeledger " + version().Version, Date: &now}, args[0])
		},
	}
}
