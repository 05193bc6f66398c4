package main

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// exporter writes a journal in one format.
type exporter interface {
	begin(w io.Writer, s engine.State, chart chart) error
	transaction(w io.Writer, t *ledger.Transaction) error
}

var exporters = map[string]exporter{"hledger": hledgerFormat{}, "csv": csvFormat{}, "jsonl": jsonlFormat{}}

func (in *invocation) exportCommand() *cobra.Command {
	var format, out string
	c := &cobra.Command{
		Use: "export", Short: "Export the whole journal as hledger, CSV or JSON lines", Annotations: readsBooks(),
		Long: `hledger: a journal for hledger. csv: a row for each posting. jsonl: a line for each transaction, with everything that its hash
covers. Amounts in csv and jsonl are in base units.`,
		Example: `  nodeledger ledger export --format hledger --out books.journal
  nodeledger ledger export --format csv`,
		RunE: func(c *cobra.Command, _ []string) error { return in.export(c.Context(), exporters[format], out) },
	}
	addChoice(c, &format, "format", "", "`format` of the export", "hledger", "csv", "jsonl")
	c.Flags().StringVar(&out, "out", "", "new `file` to write; stdout without it")
	_ = c.MarkFlagRequired("format") // it is defined above
	return c
}

// chart is what occurs in the books, in order.
type chart struct {
	accounts []ledger.Account
	assets   []money.Asset
}

func chartOf(ctx context.Context, s engine.Store) (c chart, err error) {
	err = s.Balances(ctx, "", func(p ledger.Place, _ money.Balance) error {
		if n := len(c.accounts); n == 0 || c.accounts[n-1] != p.Account {
			c.accounts = append(c.accounts, p.Account)
		}
		if !slices.Contains(c.assets, p.Asset) {
			c.assets = append(c.assets, p.Asset)
		}
		return nil
	})
	slices.SortFunc(c.assets, func(a, b money.Asset) int { return strings.Compare(a.Symbol(), b.Symbol()) })
	return c, err
}

// codeFileExists is the code of a file that would be written over.
const codeFileExists problem.Code = "file-exists"

var errEnd = errors.New("end")

// export writes the journal as it is now; what is booked meanwhile is left out. A file is never written over.
func (in *invocation) export(ctx context.Context, e exporter, out string) (err error) {
	s, state, err := in.openState(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	to := in.Stdout
	if out != "" {
		file, err := os.OpenFile(out, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) // it says what everybody paid
		if errors.Is(err, os.ErrExist) {
			return problem.New(problem.Conflict, codeFileExists, "%s is there already: remove it, or name another file", out)
		}
		if err != nil {
			return problem.New(problem.NotFound, codeFile, "%w; name a file in a folder that exists", err)
		}
		defer func() {
			if err = errors.Join(err, file.Close()); err != nil {
				err = errors.Join(err, os.Remove(out))
			}
		}()
		to = file
	}
	used, err := chartOf(ctx, s)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(to, 1<<16)
	if err := e.begin(w, state, used); err != nil {
		return err
	}
	last := state.Ledger.Sequence
	err = s.Transactions(ctx, 1, func(t *ledger.Transaction) error {
		if t.Sequence > last {
			return errEnd
		}
		return e.transaction(w, t)
	})
	if err != nil && !errors.Is(err, errEnd) {
		return err
	}
	return w.Flush()
}
