package main

import (
	"cmp"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

// textCommands change the rules of books: one operator proposes a text, another agrees.
func (in *invocation) textCommands() []*cobra.Command {
	s, agree := &signer{in: in}, &signer{in: in}
	var why string
	propose := &cobra.Command{
		Use: "propose FILE", Short: "Propose a program file as the books' next rules", Annotations: writesBooks(),
		Long: "It may change nothing that was in force at a moment that is booked: entries are added with a later \"from\".\n" +
			"It comes into force when another operator agrees.",
		Example: `  nodeledger program propose my-sale.yaml --why "more for holders from June on" --reference rules-june`,
		RunE: func(c *cobra.Command, args []string) error {
			next, err := program.Load(args[0])
			if err != nil {
				return err
			}
			return s.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ProposeProgram(c.Context(), by, s.reference, next, why)
			})
		},
	}
	propose.Flags().StringVar(&why, "why", "", "`text` that says why; it is recorded")
	_ = propose.MarkFlagRequired("why") // it is defined above
	s.addFlags(true, propose)
	consent := &cobra.Command{
		Use: "consent DIGEST", Short: "Agree to the program file that another operator proposed", Annotations: writesBooks(),
		Long:    "DIGEST names the file: \"program history\" and \"program check\" print it.",
		Example: "  nodeledger program consent DIGEST",
		RunE: func(c *cobra.Command, args []string) error {
			return agree.record(c, func(e *engine.Engine, by engine.By) (engine.Receipt, error) {
				return e.ConsentToProgram(c.Context(), by, args[0])
			})
		},
	}
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
	return []*cobra.Command{propose, consent, history}
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
	for _, c := range t.Changes {
		fmt.Fprintf(w, "  %s: %s -> %s\n", c.Setting, cmp.Or(c.Old, "nothing"), cmp.Or(c.New, "nothing"))
	}
}
