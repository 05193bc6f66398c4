// Package usage reads command lines and says in one voice what is wrong with one: which command or flag, what it takes, and an example.
//
// Guarantees:
//   - A command, flag or argument that is unknown, missing or too much is an [Error], which is exit code 2. A value that is wrong is a
//     refusal of package problem, as it is where the API is given it.
//   - What a command takes is read from the line of its use and from its flags, so that help, checks and messages agree.
package usage

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/nodeledger/nodeledger/problem"
)

// Error is an error in how the program was called, whatever the values: exit code 2.
type Error struct{ error }

// Unwrap is what was wrong.
func (e Error) Unwrap() error { return e.error }

// Wrap makes an [Error] of one.
func Wrap(err error) error { return Error{err} }

// Errorf makes an [Error].
func Errorf(format string, args ...any) error { return Error{fmt.Errorf(format, args...)} }

// Group is a command that only holds others.
func Group(use, short string, commands ...*cobra.Command) *cobra.Command {
	c := &cobra.Command{Use: use, Short: short, RunE: MissingCommand}
	c.AddCommand(commands...)
	return c
}

// MissingCommand refuses a group, or the program itself, without a command.
func MissingCommand(c *cobra.Command, _ []string) error {
	if !c.HasParent() {
		return Errorf("missing command; one of: %s", strings.Join(commandNames(c), ", "))
	}
	return Errorf("missing subcommand; one of: %s", strings.Join(commandNames(c), ", "))
}

// UnknownCommand refuses a command that a group, or the program itself, does not have.
func UnknownCommand(c *cobra.Command, name string) error {
	known := commandNames(c)
	if near := didYouMean(name, known, ""); near != "" {
		return Errorf("unknown command %q%s", name, near)
	}
	return Errorf("unknown command %q; one of: %s", name, strings.Join(known, ", "))
}

// commandNames are the commands of a group.
func commandNames(c *cobra.Command) (names []string) {
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			names = append(names, sub.Name())
		}
	}
	return names
}

// Name is how a person names a command: without the program's name.
func Name(c *cobra.Command) string {
	return strings.TrimPrefix(strings.TrimPrefix(c.CommandPath(), c.Root().Name()), " ")
}

// FlagError says in our words what is wrong with a flag.
func FlagError(c *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var malformed *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return unknownFlag(c, unknown)
	case errors.As(err, &bare):
		placeholder, _ := pflag.UnquoteUsage(bare.GetFlag())
		return Errorf("--%s is missing its value: --%[1]s %s", bare.GetFlag().Name, strings.ToUpper(placeholder))
	case errors.As(err, &invalid):
		return invalidFlag(invalid)
	case errors.As(err, &malformed):
		return Errorf("%q is not a valid flag: write it as --name value", malformed.GetSpecifiedFlag())
	}
	return Error{err}
}

// unknownFlag refuses a flag that a command does not have.
func unknownFlag(c *cobra.Command, err *pflag.NotExistError) error {
	name := err.GetSpecifiedName()
	if short := err.GetSpecifiedShortnames(); short != "" {
		return Errorf("unknown flag -%s of %s", name, c.CommandPath())
	}
	var known []string
	c.Flags().VisitAll(func(f *pflag.Flag) { known = append(known, f.Name) })
	return Errorf("unknown flag --%s of %s%s", name, c.CommandPath(), didYouMean(name, known, "--"))
}

// invalidFlag says what a flag takes.
func invalidFlag(err *pflag.InvalidValueError) error {
	flag, given := err.GetFlag(), err.GetValue()
	switch flag.Value.Type() {
	case "uint64":
		return problem.Invalidf("--%s %q is not a whole number from 0 on", flag.Name, given)
	case "number":
		return problem.Invalidf("--%s %w", flag.Name, errors.Unwrap(err))
	case "duration":
		return problem.Invalidf("--%s %q is not a valid duration: write it as 12s or 15m", flag.Name, given)
	case "bool":
		return problem.Invalidf("--%s must be true or false, not %q", flag.Name, given)
	}
	return problem.Invalidf("--%s: %w", flag.Name, errors.Unwrap(err))
}

// MissingFlags refuses a command line without the flags that the command needs.
func MissingFlags(c *cobra.Command) error {
	var missing []string
	c.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Annotations[cobra.BashCompOneRequiredFlag] != nil && !f.Changed {
			placeholder, _ := pflag.UnquoteUsage(f)
			missing = append(missing, "--"+f.Name+" "+strings.ToUpper(placeholder))
		}
	})
	if len(missing) == 0 {
		return nil
	}
	return Errorf("%s needs %s%s", Name(c), strings.Join(missing, ", "), suchAs(c))
}

// suchAs is the first example of a command.
func suchAs(c *cobra.Command) string {
	first, _, _ := strings.Cut(strings.TrimSpace(c.Example), "\n")
	if first == "" {
		return ""
	}
	return ": " + first
}

// didYouMean asks whether the known word was meant that is nearest to one that is not known, or begins with it; nothing when none is.
func didYouMean(word string, known []string, prefix string) string {
	slices.Sort(known)
	near := problem.Nearest(word, known)
	begins := func(k string) bool { return word != "" && strings.HasPrefix(k, word) }
	if i := slices.IndexFunc(known, begins); i >= 0 && near != word {
		near = known[i]
	}
	if near == "" {
		return ""
	}
	return fmt.Sprintf("; did you mean %s%s?", prefix, near)
}
