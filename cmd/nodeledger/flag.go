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
