package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/program/describe"
	"github.com/nodeledger/nodeledger/wire"
)

func (in *invocation) programCommand() *cobra.Command {
	check := &cobra.Command{
		Use: "check [FILE]", Short: "Check a program file and list every mistake in it", Annotations: noBooks(),
		Long: "FILE may also be the name of a preset. Without it, the one of --program is checked.",
		Example: `  nodeledger program check my-sale.yaml
  nodeledger program check gpunet`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				in.program = args[0]
			}
			return in.check()
		},
	}
	var language string
	show := &cobra.Command{
		Use: "show [FILE]", Short: "Show the rules of a program file in sentences", Annotations: readsBooks(),
		Long: "FILE may also be the name of a preset. Without it, and without --program, the rules of the books are shown.\n" +
			"With --json the canonical form is printed, whose digest names the rules.",
		Example: `  nodeledger program show my-sale.yaml
  nodeledger program show gpunet --lang zh`,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 1 {
				in.program = args[0]
			}
			return in.describe(c.Context(), language)
		},
	}
	usage.AddChoice(show, &language, "lang", "en", "`language`", "en", "zh")
	schema := &cobra.Command{
		Use: "schema", Short: "Print the JSON Schema of program files, for editors", Annotations: noBooks(),
		Example: "  nodeledger program schema",
		RunE: func(*cobra.Command, []string) error {
			_, err := in.Stdout.Write(program.Schema())
			return err
		},
	}
	return usage.Group("program", "Check, show and change the rules of a sale",
		append([]*cobra.Command{check, show, schema}, in.textCommands()...)...)
}

func (in *invocation) check() error {
	p, err := in.begins()
	if err == nil {
		return in.show(wire.SoundProgramOf(p), func(w io.Writer) {
			fmt.Fprintf(w, "%s is a sound program file, digest %s\n", p.Name, canonical.Digest(p))
			for _, note := range describe.Notes(p) {
				fmt.Fprintln(w, "beware: "+note)
			}
		})
	}
	var mistakes program.Errors
	if !errors.As(err, &mistakes) {
		return err
	}
	shown := in.show(wire.MistakesOf(mistakes), func(w io.Writer) {
		if len(mistakes) > 1 {
			for _, m := range mistakes {
				fmt.Fprintln(w, m.Error())
			}
		}
	})
	switch {
	case shown != nil:
		return shown
	case len(mistakes) == 1:
		return problem.New(problem.Invalid, problem.InvalidProgram, "%w", mistakes[0])
	}
	return problem.New(problem.Invalid, problem.InvalidProgram, "%s has %d mistakes", in.program, len(mistakes))
}

func (in *invocation) describe(ctx context.Context, language string) error {
	p, err := in.rules(ctx)
	if err != nil {
		return err
	}
	if in.json {
		_, err := fmt.Fprintf(in.Stdout, "%s\n", canonical.Text(p))
		return err
	}
	return in.show(nil, func(w io.Writer) { _ = describe.Write(w, p, language) })
}
