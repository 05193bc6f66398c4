package usage

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nodeledger/nodeledger/problem"
)

// settable are the flags that the environment may set; flags come first.
var settable = []string{"db", "program", "rpc", "listen", "poll", "max-lag", "operator", "origin", "files", "checkpoint-key",
	"metrics-listen", "notices", "beacon", "checkpoint", "consensus-file"}

// FromEnvironment takes NODELEDGER_<FLAG> for every such flag of a command that was not given.
func FromEnvironment(c *cobra.Command, env func(name string) string) error {
	for _, name := range settable {
		variable := "NODELEDGER_" + strings.ToUpper(strings.ReplaceAll(name, "-", "_"))
		value := env(variable)
		flag := c.Flags().Lookup(name)
		if flag == nil || flag.Changed || value == "" {
			continue
		}
		if err := c.Flags().Set(name, value); err != nil {
			return problem.Invalidf("%s does not fit: %w", variable, err)
		}
	}
	return nil
}

// IsSet says whether a setting was made by a flag or by the environment.
func IsSet(flags *pflag.FlagSet, name string) bool {
	flag := flags.Lookup(name)
	return flag != nil && flag.Changed
}
