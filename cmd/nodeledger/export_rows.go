package main

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
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

// jsonlFormat writes a JSON object for each transaction, amounts in base units.
type jsonlFormat struct{}

type postingJSON struct {
	From     string `json:"from"`
	To       string `json:"to"`
	Asset    string `json:"asset"`
	Decimals uint8  `json:"decimals"`
	Amount   string `json:"amount"`
}

// sourceJSON is the fact that a transaction comes from; with it everything that the hash covers is there.
type sourceJSON struct {
	Origin      string `json:"origin"`
	Chain       uint64 `json:"chain,omitempty"`
	BlockNumber uint64 `json:"block_number,omitempty"`
	BlockHash   string `json:"block_hash,omitempty"`
	TxHash      string `json:"tx_hash,omitempty"`
	LogIndex    uint32 `json:"log_index"`
	Leg         string `json:"leg,omitempty"`
	Generation  uint32 `json:"generation,omitempty"`
	Name        string `json:"name,omitempty"`
	Reference   string `json:"reference,omitempty"`
	Reversal    bool   `json:"reversal,omitempty"`
}

func sourceOf(s *ledger.Source) sourceJSON {
	out := sourceJSON{
		Origin: string(s.Origin), Chain: s.Chain, BlockNumber: s.BlockNumber, LogIndex: s.LogIndex, Leg: s.Leg, Generation: s.Generation,
		Name: s.Name, Reference: s.Reference, Reversal: s.Reversal,
	}
	if s.Origin == ledger.FromChain {
		out.BlockHash, out.TxHash = s.BlockHash.String(), s.TxHash.String()
	}
	return out
}

type transactionJSON struct {
	Sequence  uint64            `json:"sequence"`
	Key       string            `json:"key"`
	Source    sourceJSON        `json:"source"`
	Kind      string            `json:"kind"`
	Program   string            `json:"program"`
	Rule      string            `json:"rule"`
	Effective string            `json:"effective"`
	Booked    string            `json:"booked"`
	Reverses  uint64            `json:"reverses,omitempty"`
	Meta      map[string]string `json:"meta"`
	Postings  []postingJSON     `json:"postings"`
	Previous  string            `json:"previous"`
	Hash      string            `json:"hash"`
}

func (jsonlFormat) begin(io.Writer, engine.State, chart) error { return nil }

func (jsonlFormat) transaction(w io.Writer, t *ledger.Transaction) error {
	out := transactionJSON{
		t.Sequence, t.Source.Key(), sourceOf(&t.Source), string(t.Kind), t.Program, t.Rule, instant(t.Effective), instant(t.Booked), t.Reverses,
		t.Meta, []postingJSON{}, t.Previous.String(), t.Hash.String(),
	}
	if out.Meta == nil {
		out.Meta = map[string]string{}
	}
	for _, p := range t.Postings {
		a := p.Amount.Asset()
		out.Postings = append(out.Postings, postingJSON{p.From.String(), p.To.String(), a.Symbol(), a.Decimals(), p.Amount.Digits()})
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	return encoder.Encode(out)
}
