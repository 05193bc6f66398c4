package main

import (
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/export/hledger"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/wire"
)

// csvFormat writes a row for each posting, amounts in base units. A transaction that moves nothing has one row without
// accounts.
type csvFormat struct{}

func (csvFormat) begin(w io.Writer, _ engine.State, _ chart) error {
	return writeCSVRow(w, "sequence", "line", "effective", "booked", "kind", "from", "to", "asset", "decimals", "amount", "key", "reverses", "meta", "hash")
}

func (csvFormat) transaction(w io.Writer, t *ledger.Transaction) error {
	write := func(line, from, to, asset, decimals, amount string) error {
		reverses := ""
		if t.Reverses > 0 {
			reverses = strconv.FormatUint(t.Reverses, 10)
		}
		return writeCSVRow(w, strconv.FormatUint(t.Sequence, 10), line, t.Effective.UTC().Format(time.RFC3339), t.Booked.UTC().Format(time.RFC3339),
			string(t.Kind), from, to, asset, decimals, amount, t.Source.Key(), reverses, t.Meta.Canonical(), t.Hash.String())
	}
	if len(t.Postings) == 0 {
		return write("", "", "", "", "", "")
	}
	for i, p := range t.Postings {
		a := p.Amount.Asset()
		if err := write(strconv.Itoa(i), p.From.String(), p.To.String(), a.Symbol(), strconv.Itoa(int(a.Decimals())), p.Amount.Digits()); err != nil {
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
		Notes: []string{t.Source.Key() + " " + t.Meta.Canonical()}, Date: t.Effective, Code: strconv.FormatUint(t.Sequence, 10), Text: string(t.Kind),
		Tag: "hash:" + t.Hash.String(), Postings: t.Postings,
	})
}
