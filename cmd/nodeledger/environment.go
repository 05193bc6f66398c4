package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// settable are the flags that the environment may set; flags come first.
var settable = []string{"db", "program", "rpc", "listen", "poll", "max-lag", "operator", "origin", "files"}

// fromEnvironment takes NODELEDGER_<FLAG> for every such flag that was not given.
func (in *invocation) fromEnvironment(c *cobra.Command) error {
	for _, name := range settable {
		variable := "NODELEDGER_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
		value := in.Env(variable)
		flag := c.Flags().Lookup(name)
		if flag == nil || flag.Changed || value == "" {
			continue
		}
		if err := c.Flags().Set(name, value); err != nil {
			return usagef("%s does not fit: %w", variable, err)
		}
	}
	return nil
}

// isSet says whether a setting was made by a flag or by the environment.
func isSet(flags *pflag.FlagSet, name string) bool {
	flag := flags.Lookup(name)
	return flag != nil && flag.Changed
}
