package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/survey"
	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
	"github.com/nodeledger/nodeledger/program/describe"
	"github.com/nodeledger/nodeledger/view"
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
		append([]*cobra.Command{check, show, schema, in.probeCommand()}, in.textCommands()...)...)
}

// probeCommand looks at a sale and writes nothing.
func (in *invocation) probeCommand() *cobra.Command {
	var f survey.Flags
	c := &cobra.Command{
		Use: "probe", Short: "Look at the contracts of a sale, and draft its program file without writing it", Annotations: noBooks(),
		Long: "The same as init, and writes no file.",
		Example: `  nodeledger program probe --contract CONTRACT --rpc https://one.example
  nodeledger program probe --contract CONTRACT --rpc https://one.example --json`,
		RunE: func(c *cobra.Command, _ []string) error {
			d, err := f.Draft(c.Context(), in.rpc, in.provable)
			if err != nil {
				return err
			}
			return in.show(d, func(w io.Writer) { survey.Write(w, &d) })
		},
	}
	f.AddFlags(c)
	return c
}

// initCommand drafts a program file.
func (in *invocation) initCommand() *cobra.Command {
	var f survey.Flags
	var out string
	c := &cobra.Command{
		Use: "init", Short: "Look at the contracts of a sale, and write a draft of its program file", Annotations: noBooks(),
		Long: `Fetches the logs of the contracts and some of their transactions, lays the numbers of each event beside what moved, and says which
events are purchases, commissions, withdrawals, refunds and codes. Each line of the draft says how it is known: sure, likely, or ask.
Nothing that an endpoint says here is proven: read the draft, then "program check" and "sync" it.`,
		Example: "  nodeledger init --contract CONTRACT --rpc https://one.example --out draft.yaml",
		RunE: func(c *cobra.Command, _ []string) error {
			d, err := f.Draft(c.Context(), in.rpc, in.provable)
			if err != nil {
				return err
			}
			if d.Out = cmp.Or(out, f.Name+".yaml"); d.Draft == "" {
				d.Out = ""
			} else if err := writeNew(d.Out, []byte(d.Draft)); err != nil {
				return err
			}
			shown := in.show(d, func(w io.Writer) {
				survey.Write(w, &d)
				if d.Out != "" {
					fmt.Fprintf(w, "\nwritten into %[1]s; read it, then run: nodeledger program check %[1]s\n", d.Out)
				}
			})
			if shown == nil && d.Draft == "" {
				return reported("no-sale-found", "no event of the contracts was found that sells nodes, so there is no draft: give the contract's ABI "+
					"with --abi, and look whether it is the contract that sells")
			}
			return shown
		},
	}
	f.AddFlags(c)
	c.Flags().StringVar(&out, "out", "", "new `file` to write; the program's name and .yaml without it")
	return c
}

// provable is the lowest level that all endpoints can prove, as the doctor finds it.
func (in *invocation) provable(ctx context.Context, p *program.Program) (level program.ProofLevel, why string) {
	watcher, err := in.dialBriefly(ctx, p, in.rpc)
	if err != nil {
		return "", ""
	}
	defer watcher.Close()
	all, err := watcher.Provable(ctx)
	if err != nil {
		return "", ""
	}
	for _, one := range all {
		if one.Level != "" && (level == "" || one.Falls(level)) {
			level, why = one.Level, fmt.Sprintf("as far as block %d could be rebuilt", one.Block)
			if one.Why != "" {
				why += "; " + strings.ReplaceAll(one.Why, one.Endpoint, "an endpoint") // whose name is nobody's business
			}
		}
	}
	return level, oneLine(in.redact(why))
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

// textCommands change the rules of books: one operator proposes a text, another agrees.
func (in *invocation) textCommands() []*cobra.Command {
	s, agree := &signer{in: in}, &signer{in: in}
	var why, amendment string
	var amends bool
	propose := &cobra.Command{
		Use: "propose FILE", Short: "Propose a program file as the books' next rules", Annotations: writesBooks(),
		Long: "It may change nothing that was in force at a moment that is booked: entries are added with a later \"from\".\n" +
			"It comes into force when another operator agrees.\n" +
			"With --amend it corrects a mistake in a rule by which closed months or days of points were computed: they are computed again,\n" +
			"and the difference is booked when the other operator agrees to it (\"program amendment\").",
		Example: `  nodeledger program propose next-sale.yaml --why "more for holders from June on" --reference rules-june`,
		RunE: func(c *cobra.Command, args []string) error {
			next, err := program.Load(args[0])
			if err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ProposeProgram(c.Context(), by, s.reference, next, why, amends)
			})
		},
	}
	propose.Flags().StringVar(&why, "why", "", "`text` that says why; it is recorded")
	propose.Flags().BoolVar(&amends, "amend", false, "correct what is booked by a rule that was wrong")
	_ = propose.MarkFlagRequired("why") // it is defined above
	s.addFlags(true, propose)
	consent := &cobra.Command{
		Use: "consent DIGEST", Short: "Agree to the program file that another operator proposed", Annotations: writesBooks(),
		Long: "DIGEST names the file: \"program history\" and \"program check\" print it.\n" +
			"Of one that amends, --amendment-hash is the hash of what it corrects (\"program amendment\").",
		Example: "  nodeledger program consent DIGEST",
		RunE: func(c *cobra.Command, args []string) error {
			hash, err := hashFlag("--amendment-hash", amendment)
			if err != nil {
				return err
			}
			return agree.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ConsentToProgram(c.Context(), by, args[0], hash)
			})
		},
	}
	consent.Flags().StringVar(&amendment, "amendment-hash", "", "`hash` of what the text corrects, as \"program amendment\" prints it")
	agree.addFlags(false, consent)
	history := in.read(&cobra.Command{
		Use: "history", Short: "List the texts of the books' program, and what changed", Example: "  nodeledger program history",
	}, func(_ *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		var result wire.ProgramTexts
		e.View(func(f *fold.Fold, _ engine.State) { result = wire.ProgramTextsOf(f.Texts(), f.Proposed(), of) })
		return in.show(result, func(w io.Writer) {
			for i := range result.Texts {
				writeText(w, &result.Texts[i])
			}
			if result.Proposed != nil {
				writeText(w, result.Proposed)
			}
			writeFresh(w, of)
		})
	})
	return []*cobra.Command{propose, in.amendment(), consent, history}
}

// amendment shows what a text that amends would correct.
func (in *invocation) amendment() *cobra.Command {
	return in.read(&cobra.Command{
		Use: "amendment", Short: "Show what the text that waits would correct of what is booked", Example: "  nodeledger program amendment",
		Long: "Computes every closed period again by the text that was proposed with --amend, and books nothing.",
	}, func(c *cobra.Command, _ []string, e *engine.Engine, of view.AsOf) error {
		text, a, err := e.Amendment(c.Context())
		if err != nil {
			return err
		}
		result := wire.AmendmentOf(text, a, of)
		return in.show(result, func(w io.Writer) {
			others := 0
			table(w, func(row func(cells ...any)) {
				row("period", "holders got", "holders get", "of another amount", "transaction")
				for i := range result.Periods {
					p := &result.Periods[i]
					if p.Holders == 0 {
						others++
						continue
					}
					row(p.Job+" "+p.Slot, displayOf(p.Before), displayOf(p.After), p.Holders, p.Corrects)
				}
			})
			if others > 0 {
				fmt.Fprintf(w, "%d periods have another version of the rules in their file, and no other amount\n", others)
			}
			for _, k := range result.Kept {
				fmt.Fprintf(w, "%s keeps %s that a payout gathered before, and the fund of the share bears it; cancel a run that is not paid "+
					"first\n", k.Wallet, k.Amount.Display)
			}
			for _, k := range result.SetOff {
				fmt.Fprintf(w, "%s kept %s before and gets it now anyway: the fund of the share gets it back\n", k.Wallet, k.Amount.Display)
			}
			fmt.Fprintf(w, "next: another operator agrees to it:\n  nodeledger program consent %s --amendment-hash %s\n", result.SHA256, result.Hash)
			writeFresh(w, of)
		})
	})
}

// displayOf is an amount for people; nothing where there is none.
func displayOf(a *wire.Amount) string {
	if a == nil {
		return "nothing"
	}
	return a.Display
}

func writeText(w io.Writer, t *wire.ProgramText) {
	switch {
	case t.By == "":
		fmt.Fprintf(w, "%s  the first\n", t.SHA256)
	case t.Consent == "":
		fmt.Fprintf(w, "%s  proposed by %s at %s, waits for consent: %s\n", t.SHA256, t.By, t.At, oneLine(t.Why))
	default:
		fmt.Fprintf(w, "%s  by %s and %s, in force since %s: %s\n", t.SHA256, t.By, t.Consent, t.Since, oneLine(t.Why))
	}
	for _, s := range t.Words.GoneEN {
		fmt.Fprintf(w, "  no more:  %s\n", s)
	}
	for _, s := range t.Words.ComeEN {
		fmt.Fprintf(w, "  new:      %s\n", s)
	}
	for _, c := range t.Changes {
		fmt.Fprintf(w, "  %s: %s -> %s\n", c.Setting, cmp.Or(c.Old, "nothing"), cmp.Or(c.New, "nothing"))
	}
}
