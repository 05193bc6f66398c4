package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// choice is the value of a flag that takes one of a few words.
type choice struct {
	to      *string
	allowed []string
}

// String is the word.
func (c *choice) String() string { return *c.to }

// Set takes one of the words.
func (c *choice) Set(word string) error {
	if !slices.Contains(c.allowed, word) {
		return fmt.Errorf("%q is not one of %s", word, strings.Join(c.allowed, ", "))
	}
	*c.to = word
	return nil
}

// Type is what a flag's value is called where its usage has no better word.
func (c *choice) Type() string { return "word" }

// addChoice gives a command a flag that takes one of a few words, and completes them.
func addChoice(c *cobra.Command, to *string, name, preset, usage string, allowed ...string) {
	*to = preset
	c.Flags().Var(&choice{to, allowed}, name, usage+": "+strings.Join(allowed, ", "))
	// The flag is that of the line above, so it cannot be missing.
	_ = c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(allowed, cobra.ShellCompDirectiveNoFileComp))
}

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
