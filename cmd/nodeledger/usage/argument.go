package usage

import (
	"strings"

	"github.com/nodeledger/nodeledger/problem"
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
	if err := problem.CheckWord(word, c.allowed...); err != nil {
		return err
	}
	*c.to = word
	return nil
}

// Type is what a flag's value is called where its usage has no better word.
func (c *choice) Type() string { return "word" }

// AddChoice gives a command a flag that takes one of a few words, and completes them.
func AddChoice(c *cobra.Command, to *string, name, preset, usage string, allowed ...string) {
	*to = preset
	c.Flags().Var(&choice{to, allowed}, name, usage+": "+strings.Join(allowed, ", "))
	// The flag is that of the line above, so it cannot be missing.
	_ = c.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(allowed, cobra.ShellCompDirectiveNoFileComp))
}

// Arguments are what the line of a command's use says that it takes: "hold WALLET" needs one, "check [FILE]" may have one,
// "score N..." has one or more.
type Arguments struct {
	Names []string // of the places, in order
	Least int      // how many must be given
	Many  bool     // the last may be repeated
}

// ArgumentsOf reads the line of a command's use.
func ArgumentsOf(c *cobra.Command) (a Arguments) {
	for _, word := range strings.Fields(c.Use)[1:] {
		word, repeated := strings.CutSuffix(word, "...")
		name := strings.Trim(word, "[]")
		if name == word {
			a.Least++
		}
		a.Names, a.Many = append(a.Names, name), a.Many || repeated
	}
	return a
}

// CheckArguments refuses too few and too many.
func CheckArguments(c *cobra.Command, args []string) error {
	takes := ArgumentsOf(c)
	switch {
	case c.HasSubCommands() && len(takes.Names) == 0 && len(args) > 0:
		return UnknownCommand(c, args[0])
	case len(args) < takes.Least:
		return Errorf("%s needs %s%s", Name(c), strings.Join(takes.Names[len(args):takes.Least], " and "), suchAs(c))
	case takes.Many || len(args) <= len(takes.Names):
		return nil
	case len(takes.Names) == 0:
		return Errorf("%s takes no arguments: remove %q", Name(c), args[0])
	}
	return Errorf("%s takes %s and nothing more: remove %q", Name(c), strings.Join(takes.Names, " and "), args[len(takes.Names)])
}
