package main

import (
	"bufio"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/nodeledger/nodeledger/cmd/nodeledger/usage"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/export/hledger"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

// exporter writes a journal in one format.
type exporter func(ctx context.Context, w io.Writer, j *exported) error

var exporters = map[string]exporter{"hledger": exportHledger, "csv": exportCSV, "jsonl": exportJSONL}

// exported is the journal as it is now; what is booked meanwhile is left out.
type exported struct {
	*store.Store
	state  engine.State
	prices statement.Prices // nil: none
}

// transactions are the whole journal in order.
func (j *exported) transactions(ctx context.Context) iter.Seq2[*ledger.Transaction, error] {
	return func(yield func(*ledger.Transaction, error) bool) {
		for t, err := range j.Transactions(ctx, 1) {
			if err == nil && t.Sequence > j.state.Ledger.Sequence || !yield(t, err) || err != nil {
				return
			}
		}
	}
}

func (in *invocation) exportCommand() *cobra.Command {
	var format, out, prices string
	c := &cobra.Command{
		Use: "export", Short: "Export the whole journal as hledger, CSV or JSON lines", Annotations: readsBooks(),
		Long: `hledger: a journal for hledger, in order of dates, whose reports (bse, is, cf) are those of this program. csv: a row for each
posting. jsonl: a line for each transaction, with everything that its hash covers. Amounts in csv and jsonl are in base units.`,
		Example: `  nodeledger ledger export --format hledger --out books.journal
  nodeledger ledger export --format csv`,
		RunE: func(c *cobra.Command, _ []string) error {
			if prices != "" && format != "hledger" {
				return usage.Errorf("--prices goes with --format hledger")
			}
			list, err := in.readPrices(c.Context(), prices)
			if err != nil {
				return err
			}
			return in.export(c.Context(), exporters[format], list, out)
		},
	}
	usage.AddChoice(c, &format, "format", "", "`format` of the export", "hledger", "csv", "jsonl")
	c.Flags().StringVar(&out, "out", "", "new `file` to write; stdout without it")
	c.Flags().StringVar(&prices, "prices", "", "CSV `file` of prices (date,asset,usd): hledger can show values in USD")
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

// export writes the journal. A file is never written over.
func (in *invocation) export(ctx context.Context, write exporter, prices statement.Prices, out string) (err error) {
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
	w := bufio.NewWriterSize(to, 1<<16)
	if err := write(ctx, w, &exported{s, state, prices}); err != nil {
		return err
	}
	return w.Flush()
}

// exportCSV writes a row for each posting, amounts in base units. A transaction that moves nothing has one row without accounts.
func exportCSV(ctx context.Context, w io.Writer, j *exported) error {
	rows := csv.NewWriter(w)
	err := rows.Write([]string{"sequence", "line", "effective", "booked", "kind", "from", "to", "asset", "decimals", "amount", "key",
		"reverses", "meta", "hash"})
	if err != nil {
		return err
	}
	for t, err := range j.transactions(ctx) {
		if err == nil {
			err = writeRows(rows, t)
		}
		if err != nil {
			return err
		}
	}
	rows.Flush()
	return rows.Error()
}

// writeRows writes the rows of a transaction.
func writeRows(rows *csv.Writer, t *ledger.Transaction) error {
	write := func(line, from, to, asset, decimals, amount string) error {
		reverses := ""
		if t.Reverses > 0 {
			reverses = strconv.FormatUint(t.Reverses, 10)
		}
		return rows.Write([]string{strconv.FormatUint(t.Sequence, 10), line, t.Effective.UTC().Format(time.RFC3339),
			t.Booked.UTC().Format(time.RFC3339),
			string(t.Kind), from, to, asset, decimals, amount, t.Source.Key(), reverses, t.Meta.Canonical(), t.Hash.String()})
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

// exportJSONL writes a JSON object for each transaction, as the API answers it.
func exportJSONL(ctx context.Context, w io.Writer, j *exported) error {
	for t, err := range j.transactions(ctx) {
		if err == nil {
			err = wire.Encode(w, wire.TransactionOf(t))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// exportHledger writes a journal that hledger reads. What a transaction carries besides stands in tags of its entry.
func exportHledger(ctx context.Context, w io.Writer, j *exported) error {
	used, err := chartOf(ctx, j)
	if err != nil {
		return err
	}
	s := &j.state
	return hledger.Write(w, &hledger.Journal{
		Title: fmt.Sprintf("The books of %s on chain %d as of block %d, %d transactions, head %s",
			s.Identity.Program, s.Identity.Chain, s.Cursor.Head.Number, s.Ledger.Sequence, s.Ledger.Hash),
		Assets: used.assets, Accounts: used.accounts, Price: j.prices, Until: s.Cursor.Head.When(),
		Entries: func(yield func(*hledger.Entry, error) bool) {
			for t, err := range view.ByDay(ctx, j, s.Ledger.Sequence) {
				if err != nil {
					yield(nil, err)
					return
				}
				if !yield(entryOf(t), nil) {
					return
				}
			}
		},
	})
}

// entryOf is a transaction as hledger has it.
func entryOf(t *ledger.Transaction) *hledger.Entry {
	e := &hledger.Entry{
		Date: t.Effective, Code: strconv.FormatUint(t.Sequence, 10), Text: string(t.Kind), Postings: t.Postings,
		Tags: []hledger.Tag{{Name: "hash", Value: t.Hash.String()}, {Name: "key", Value: t.Source.Key()},
			{Name: "effective", Value: instant(t.Effective)}, {Name: "booked", Value: instant(t.Booked)}},
	}
	for _, name := range sortedKeys(t.Meta) {
		e.Tags = append(e.Tags, hledger.Tag{Name: name, Value: t.Meta[name]})
	}
	return e
}
