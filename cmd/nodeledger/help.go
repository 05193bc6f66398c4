package main

import "github.com/spf13/cobra"

const rootLong = `nodeledger watches the contract of a node sale, proves that no event is missing, and keeps double-entry books of it that
anyone can rebuild: purchases, referrals, points, tokens with their locks, monthly shares and payouts.

The books are named by --db and the rules of the sale by --program; both can come from the environment, as the examples
assume: NODELEDGER_DB=books.db NODELEDGER_PROGRAM=my-sale.yaml. Secrets come from there only: NODELEDGER_TOKEN.

Exit 0: done. Exit 1: refused or failed, with one line on stderr. Exit 2: wrong usage. With --json the line on stderr is
the problem document that the HTTP API answers, with a stable code.`

const rootExample = `  nodeledger demo
  nodeledger sync --program my-sale.yaml --db books.db --rpc https://one.example --rpc https://two.example
  nodeledger serve --program my-sale.yaml --db books.db --rpc https://one.example --rpc https://two.example`

// helpCommand shows the help of a command.
func helpCommand() *cobra.Command {
	return &cobra.Command{
		Use: "help [COMMAND]...", Short: "Show the help of a command", Annotations: noBooks(),
		Example: "  nodeledger help payout hold",
		RunE: func(c *cobra.Command, args []string) error {
			found, rest, err := c.Root().Find(args)
			if err == nil && len(rest) > 0 {
				return unknownCommand(found, rest[0])
			}
			if err != nil {
				return usageError{err}
			}
			found.InitDefaultHelpFlag()
			return found.Help()
		},
	}
}
