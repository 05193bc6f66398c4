package main

import (
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/cobra/doc"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/build"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
)

const rootLong = `nodeledger watches the contract of a node sale, proves that no event is missing, and keeps double-entry books of it that
anyone can rebuild: purchases, referrals, points, tokens with their locks, monthly shares and payouts.

The books are named by --db and the rules of the sale by --program; both can come from the environment, as the examples
assume: NODELEDGER_DB=books.db NODELEDGER_PROGRAM=my-sale.yaml. Secrets come from there only: NODELEDGER_TOKEN.

Exit 0: done. Exit 1: refused or failed, with one line on stderr. Exit 2: a command, flag or argument is unknown, missing or
too much. With --json the line on stderr is the problem document that the HTTP API answers, with a stable code.`

const rootExample = demoExample +
	`  nodeledger sync --program my-sale.yaml --db books.db --rpc https://one.example --rpc https://two.example
  nodeledger serve --program my-sale.yaml --db books.db --rpc https://one.example --rpc https://two.example`

// helpCommand shows the help of a command.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]...", Short: "Show the help of a command", Annotations: noBooks(),
		Example: "  nodeledger help payout hold",
		RunE: func(c *cobra.Command, args []string) error {
			found, rest, err := c.Root().Find(args)
			if err == nil && len(rest) > 0 {
				return usage.UnknownCommand(found, rest[0])
			}
			if err != nil {
				return usage.Wrap(err)
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}

// completionCommand prints the scripts that complete command lines.
func completionCommand() *cobra.Command {
	shell := func(name, folder string, write func(*cobra.Command, io.Writer) error) *cobra.Command {
		return &cobra.Command{
			Use: name, Short: "Print the completion script of " + name, Annotations: noBooks(),
			Long:    "Where to put it: " + folder + ". It is read when a shell starts.",
			Example: "  nodeledger completion " + name,
			RunE:    func(c *cobra.Command, _ []string) error { return write(c.Root(), c.OutOrStdout()) },
		}
	}
	return usage.Group("completion", "Print a completion script for bash, zsh or fish",
		shell("bash", "/etc/bash_completion.d/nodeledger",
			func(root *cobra.Command, w io.Writer) error { return root.GenBashCompletionV2(w, true) }),
		shell("zsh", `a file _nodeledger in a folder of $fpath`,
			func(root *cobra.Command, w io.Writer) error { return root.GenZshCompletion(w) }),
		shell("fish", "~/.config/fish/completions/nodeledger.fish",
			func(root *cobra.Command, w io.Writer) error { return root.GenFishCompletion(w, true) }),
	)
}

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
			v := build.Version()
			at, err := time.Parse(time.RFC3339, v.Date) // so that the pages of a release are the same whoever writes them
			if err != nil {
				at = in.Clock.Now()
			}
			root := c.Root()
			root.DisableAutoGenTag = true
			return doc.GenManTree(root, &doc.GenManHeader{Section: "1", Source: "nodeledger " + v.Version, Date: &at}, args[0])
		},
	}
}
