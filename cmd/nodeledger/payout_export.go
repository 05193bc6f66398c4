package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/wire"
)

// payoutExport writes a run's files.
func (in *invocation) payoutExport() *cobra.Command {
	s := &signer{in: in}
	var format, out string
	c := &cobra.Command{
		Use: "export RUN", Short: "Write the files that the treasury signs, or that wallets claim with", Annotations: writesBooks(),
		Long: `safe: batches for a Safe's Transaction Builder. airdrop: for the Safe app CSV Airdrop. csv, hledger: for accounting.
Of a run for claims, merkle: the tree; propose and activate: the calls that propose and activate it. file: the run's own file.
Without --format, every form that the run has. The files of a run are always the same bytes.`,
		Example: `  nodeledger payout export 2026-01 --out files --operator ann
  nodeledger payout export 2026-02 --format merkle --out files --operator ann`,
		RunE: func(c *cobra.Command, args []string) error { return in.exportRun(c.Context(), s, args[0], format, out) },
	}
	usage.AddChoice(c, &format, "format", "", "one `format` only", payoutview.FormatSafe, payoutview.FormatPropose,
		payoutview.FormatActivate, payoutview.FormatAirdrop, payoutview.FormatCSV, payoutview.FormatHledger, payoutview.FormatMerkle,
		payoutview.FormatFile)
	c.Flags().StringVar(&out, "out", ".", "write the files into this `folder`")
	s.addFlags(false, c)
	return c
}

func (in *invocation) exportRun(ctx context.Context, s *signer, run, format, out string) error {
	result := wire.ExportResult{Run: run, Files: []wire.ExportedFile{}}
	err := in.openForWriting(ctx, func(e *engine.Engine) error {
		forms := []string{format}
		if format == "" {
			p, err := progressOf(e, run)
			if err != nil {
				return err
			}
			forms = p
		}
		if slices.ContainsFunc(forms, payoutview.Moves) {
			if err := in.giveOut(ctx, e, s, run, forms); err != nil {
				return err
			}
		}
		if err := os.MkdirAll(out, 0o755); err != nil { //nolint:gosec // what is exported is not secret
			return err
		}
		for _, form := range forms {
			for part := 1; ; part++ {
				var text bytes.Buffer
				x, err := payoutview.Export(ctx, e, run, form, part, &text)
				if err != nil {
					return err
				}
				if err := writeNew(filepath.Join(out, x.Name), text.Bytes()); err != nil {
					return err
				}
				result.Files = append(result.Files, wire.ExportedFile{Name: x.Name, SHA256: x.File.String()})
				if x.Root != (ledger.Hash{}) {
					result.Root = x.Root.String()
				}
				if part >= x.Parts {
					break
				}
			}
		}
		return nil
	})
	if err != nil {
		return s.printStatement(err)
	}
	return in.show(result, func(w io.Writer) {
		if result.Root != "" {
			fmt.Fprintf(w, "root %s\n", result.Root)
		}
		table(w, func(row func(cells ...any)) {
			row("file", "SHA-256")
			for _, f := range result.Files {
				row(f.Name, f.SHA256)
			}
		})
	})
}

// progressOf are the forms that a run has.
func progressOf(e *engine.Engine, run string) (forms []string, err error) {
	var state payout.State
	e.Payouts(func(b *payout.Book) {
		p := b.Run(run)
		if p == nil {
			err = b.Can(payout.Export, run, "")
			return
		}
		state = p.State
		forms = (&payoutview.Run{Name: run, Method: p.Method, State: p.State}).Formats()
	})
	if err == nil && !slices.ContainsFunc(forms, payoutview.Moves) {
		err = problem.New(problem.Conflict, problem.NotApproved,
			"run %s is %s: it must be proposed and approved before it is exported; --format csv shows it", run, state)
	}
	return forms, err
}

// giveOut records that a run was exported, once: whoever exports it again only writes the files again.
func (in *invocation) giveOut(ctx context.Context, e *engine.Engine, s *signer, run string, forms []string) error {
	if err := e.MayPay(ctx); err != nil {
		return err
	}
	by, err := s.identify()
	if err != nil {
		return err
	}
	for _, form := range forms { // the refusal of a form comes before anything is recorded
		if _, err := payoutview.Export(ctx, e, run, form, 1, io.Discard); err != nil {
			return err
		}
	}
	method, state := payout.Method(""), payout.State("")
	e.Payouts(func(b *payout.Book) { method, state = b.Run(run).Method, b.Run(run).State })
	if state == payout.Exported || state == payout.Settled {
		return nil
	}
	var tree payoutview.ExportResult
	if method == payout.Claim {
		if tree, err = payoutview.Export(ctx, e, run, payoutview.FormatMerkle, 1, io.Discard); err != nil {
			return err
		}
	}
	_, err = e.ExportPayout(ctx, by, run, tree.Root, tree.File)
	return err
}

// writeNew writes a file. One that is there already stays when it is the same, and is not written over otherwise.
func writeNew(path string, text []byte) error {
	if old, err := os.ReadFile(filepath.Clean(path)); err == nil {
		if bytes.Equal(old, text) {
			return nil
		}
		return problem.New(problem.Conflict, codeFileExists,
			"%s is there with other content: move it away, or name another place with --out", path)
	}
	beside := filepath.Join(filepath.Dir(path), "."+strings.TrimPrefix(filepath.Base(path), ".")+".part")
	if err := os.WriteFile(beside, text, 0o600); err != nil { // a run's file says who is held back
		return err
	}
	return os.Rename(beside, path)
}
