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

	"encoding/csv"
	"fmt"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/export/hledger"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
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
	usage.AddChoice(c, &format, "format", "", "`format` of the export", "hledger", "csv", "jsonl")
	c.Flags().StringVar(&out, "out", "", "new `file` to write; stdout without it")
	_ = c.MarkFlagRequired("format") // it is defined above
	return c
}

// chart is what occurs in the books, in order.
type chart struct {
	accounts []ledger.Account
	assets   []money.Asset
}

func chartOf(ctx context.Context, s fold.Balances) (c chart, err error) {
	for p, err := range s.Balances(ctx, "") {
		if err != nil {
			return c, err
		}
		if n := len(c.accounts); n == 0 || c.accounts[n-1] != p.Account {
			c.accounts = append(c.accounts, p.Account)
		}
		if !slices.Contains(c.assets, p.Asset) {
			c.assets = append(c.assets, p.Asset)
		}
	}
	slices.SortFunc(c.assets, func(a, b money.Asset) int { return strings.Compare(a.Symbol(), b.Symbol()) })
	return c, nil
}

// codeFileExists is the code of a file that would be written over.
const codeFileExists problem.Code = "file-exists"

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
			return problem.New(problem.NotFound, problem.NoSuchFile, "%w; name a file in a folder that exists", err)
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
	for t, err := range s.Transactions(ctx, 1) {
		if err != nil {
			return err
		}
		if t.Sequence > last {
			break
		}
		if err := e.transaction(w, t); err != nil {
			return err
		}
	}
	return w.Flush()
}

// csvFormat writes a row for each posting, amounts in base units. A transaction that moves nothing has one row without
// accounts.
type csvFormat struct{}

func (csvFormat) begin(w io.Writer, _ engine.State, _ chart) error {
	return writeCSVRow(w, "sequence", "line", "effective", "booked", "kind", "from", "to", "asset", "decimals", "amount", "key",
		"reverses", "meta", "hash")
}

func (csvFormat) transaction(w io.Writer, t *ledger.Transaction) error {
	write := func(line, from, to, asset, decimals, amount string) error {
		reverses := ""
		if t.Reverses > 0 {
			reverses = strconv.FormatUint(t.Reverses, 10)
		}
		return writeCSVRow(w, strconv.FormatUint(t.Sequence, 10), line, t.Effective.UTC().Format(time.RFC3339),
			t.Booked.UTC().Format(time.RFC3339),
			string(t.Kind), from, to, asset, decimals, amount, t.Source.Key(), reverses, t.Meta.Canonical(), t.Hash.String())
	}
	if len(t.Postings) == 0 {
		return write("", "", "", "", "", "")
	}
	for i, p := range t.Postings {
		a := p.Amount.Asset()
		if err := write(strconv.Itoa(i), p.From.String(), p.To.String(), a.Symbol(), strconv.Itoa(int(a.Decimals())),
			p.Amount.Digits()); err != nil {
			return err
		}
	}
	return nil
}

func writeCSVRow(w io.Writer, cells ...string) error {
	c := csv.NewWriter(w)
	if err := c.Write(cells); err != nil {
		return err
	}
	c.Flush()
	return c.Error()
}

// jsonlFormat writes a JSON object for each transaction, as the API answers it.
type jsonlFormat struct{}

func (jsonlFormat) begin(io.Writer, engine.State, chart) error { return nil }

func (jsonlFormat) transaction(w io.Writer, t *ledger.Transaction) error {
	return wire.Encode(w, wire.TransactionOf(t))
}

// hledgerFormat writes a journal that hledger reads. What a purchase carries besides stands in comment lines above its entry.
type hledgerFormat struct{}

func (hledgerFormat) begin(w io.Writer, s engine.State, c chart) error {
	title := fmt.Sprintf("The books of %s on chain %d as of block %d, %d transactions, head %s",
		s.Identity.Program, s.Identity.Chain, s.Cursor.Head.Number, s.Ledger.Sequence, s.Ledger.Hash)
	return hledger.WriteHead(w, title, c.assets, c.accounts)
}

func (hledgerFormat) transaction(w io.Writer, t *ledger.Transaction) error {
	return hledger.WriteEntry(w, &hledger.Entry{
		Notes: []string{t.Source.Key() + " " + t.Meta.Canonical()}, Date: t.Effective, Code: strconv.FormatUint(t.Sequence, 10),
		Text: string(t.Kind),
		Tag:  "hash:" + t.Hash.String(), Postings: t.Postings,
	})
}
