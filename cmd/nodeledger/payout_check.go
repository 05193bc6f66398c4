package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/wire"
)

// codeFileDiffers is the code of a file that is not what the books say.
const codeFileDiffers problem.Code = "file-differs"

// checkCommand compares a file of a run with the books.
func (in *invocation) checkCommand() *cobra.Command {
	return in.read(&cobra.Command{
		Use: "check RUN FILE", Short: "Say whether a file that somebody was given is what the books say of a run",
		Long: `FILE is a batch for a Safe's Transaction Builder or the dump of a Merkle tree, as "payout export" writes them. It is checked
by itself, a batch by its checksum and a tree by every hash, and each of its lines is compared with the books. Exits 1 when it is
damaged, and when it is not what the books say: then the first difference is told.`,
		Example: `  nodeledger payout check 2026-01 files/2026-01-1-of-1.json
  nodeledger payout check 2026-02 files/2026-02-tree.json`,
	}, func(_ *cobra.Command, args []string, e *engine.Engine, of view.AsOf) error {
		run, path := args[0], args[1]
		f, err := openFile(path)
		if err != nil {
			return err
		}
		defer f.Close()
		checked, err := payoutview.CheckFile(e, run, path, f)
		if err != nil {
			return err
		}
		err = in.show(wire.PayoutCheckOf(&checked, of), func(w io.Writer) {
			writeChecked(w, &checked)
			writeFresh(w, of)
		})
		if err == nil && checked.Difference != nil {
			err = reported(codeFileDiffers, "%s is not what the books say of run %s: do not use it, export the run again", path, run)
		}
		return err
	})
}

// writeChecked is the comparison for people.
func writeChecked(w io.Writer, c *payoutview.FileCheck) {
	table(w, func(row func(cells ...any)) {
		row("run", c.Run)
		if c.Form == payoutview.FormatMerkle {
			row("file", "the dump of a Merkle tree")
		} else {
			row("file", fmt.Sprintf("a batch for a Safe, %d of %d", c.Part, c.Parts))
		}
		row("lines", c.Lines)
		row("total", c.Total)
		if c.Root != (ledger.Hash{}) {
			row("root", c.Root)
			row("books", c.From)
		}
	})
	if c.Difference != nil {
		fmt.Fprintln(w, c.Difference)
		return
	}
	fmt.Fprintln(w, "the file is what the books say")
}
