package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
)

// placeholders are what the value of a flag may be called in help.
var placeholders = []string{
	"address", "age", "amount", "column", "cursor", "day", "factor", "file", "folder", "format", "hash", "id", "job", "key", "kind",
	"language", "length", "month",
	"name", "network", "number", "numbers", "pause", "percentage", "percentages", "price", "reason", "rule", "code", "scopes", "signature",
	"state", "symbol", "text", "time", "url", "wallet",
}

func TestTheValueOfEveryFlagHasAKnownName(t *testing.T) {
	t.Parallel()
	walk((&invocation{App: &App{}}).root(), func(c *cobra.Command) {
		c.Flags().VisitAll(func(f *pflag.Flag) {
			name, text := pflag.UnquoteUsage(f)
			if f.Value.Type() != "bool" && !slices.Contains(placeholders, name) || f.Value.Type() == "bool" && name != "" {
				t.Errorf("%s --%s: the value is called %q", c.CommandPath(), f.Name, name)
			}
			capital := text != "" && text[0] >= 'A' && text[0] <= 'Z' && !strings.HasPrefix(text, "CSV")
			if text == "" || strings.ContainsAny(text, "`\n") || strings.HasSuffix(text, ".") || capital {
				t.Errorf("%s --%s: %q is not a phrase", c.CommandPath(), f.Name, text)
			}
		})
	})
}

func TestEveryCommandHasHelp(t *testing.T) {
	t.Parallel()
	walk((&invocation{App: &App{}}).root(), func(c *cobra.Command) {
		switch {
		case c.Short == "", strings.HasSuffix(c.Short, "."), strings.Contains(c.Short, "`"):
			t.Errorf("%s: %q is not a phrase", c.CommandPath(), c.Short)
		case c.Annotations != nil && len(examples(c)) == 0:
			t.Errorf("%s has no example", c.CommandPath())
		}
		for _, line := range strings.Split(c.Long+"\n"+c.Example, "\n") {
			if len(line) > 140 {
				t.Errorf("%s: %d columns: %s", c.CommandPath(), len(line), line)
			}
		}
		for _, example := range examples(c) {
			if c.HasParent() && !strings.HasPrefix(example, c.CommandPath()) && usage.Name(c) != "version" {
				t.Errorf("%s is shown by another command: %s", c.CommandPath(), example)
			}
		}
	})
}

// examples are the lines of a command's examples.
func examples(c *cobra.Command) (lines []string) {
	for _, line := range strings.Split(c.Example, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}
