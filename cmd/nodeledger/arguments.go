package main

import (
	"strings"

	"github.com/spf13/cobra"
)

// arguments are what the line of a command's use says that it takes: "hold WALLET" needs one, "check [FILE]" may have one,
// "score N..." has one or more.
type arguments struct {
	names []string
	least int
	many  bool // the last may be repeated
}

func argumentsOf(c *cobra.Command) (a arguments) {
	for _, word := range strings.Fields(c.Use)[1:] {
		word, repeated := strings.CutSuffix(word, "...")
		name := strings.Trim(word, "[]")
		if name == word {
			a.least++
		}
		a.names, a.many = append(a.names, name), a.many || repeated
	}
	return a
}

// checkArguments refuses too few and too many.
func checkArguments(c *cobra.Command, args []string) error {
	takes := argumentsOf(c)
	switch {
	case c.HasSubCommands() && len(takes.names) == 0 && len(args) > 0:
		return unknownCommand(c, args[0])
	case len(args) < takes.least:
		return usagef("%s needs %s%s", spoken(c), strings.Join(takes.names[len(args):takes.least], " and "), suchAs(c))
	case takes.many || len(args) <= len(takes.names):
		return nil
	case len(takes.names) == 0:
		return usagef("%s takes no arguments: remove %q", spoken(c), args[0])
	}
	return usagef("%s takes %s and nothing more: remove %q", spoken(c), strings.Join(takes.names, " and "), args[len(takes.names)])
}
