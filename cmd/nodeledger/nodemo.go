//go:build nodemo

package main

import (
	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/problem"
)

// demoExample is empty: the help names nothing that this build does not have.
const demoExample = ""

// demoCommand says where the demonstration is: it needs a whole node of go-ethereum, which a server that keeps books does not carry.
func (in *invocation) demoCommand() *cobra.Command {
	return &cobra.Command{
		Use: "demo", Short: "Run a whole sale on a chain in memory", Annotations: noBooks(), Hidden: true,
		Example: "  nodeledger-demo demo", DisableFlagParsing: true,
		RunE: func(*cobra.Command, []string) error {
			return problem.New(problem.Unavailable, "no-demo",
				"this build keeps books and has no demonstration: nodeledger-demo demo runs it; in the source tree, make demo")
		},
	}
}
