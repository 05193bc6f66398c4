package main

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// hledgerFormat writes a journal that hledger reads. A posting becomes two lines that cancel out, so each entry balances.
// What a purchase carries besides stands in comment lines above its entry, where nothing in it can be taken for a tag or a
// date.
type hledgerFormat struct{}

func (hledgerFormat) begin(w io.Writer, s engine.State, c chart) error {
	_, err := fmt.Fprintf(w, "; The books of %s on chain %d as of block %d, %d transactions, head %s\n",
		s.Identity.Program, s.Identity.Chain, s.Cursor.Head.Number, s.Ledger.Sequence, s.Ledger.Hash)
	for _, a := range c.assets {
		if err == nil {
			_, err = fmt.Fprintf(w, "commodity 1000.%s %s\n", strings.Repeat("0", int(a.Decimals())), commodity(a))
		}
	}
	for _, a := range c.accounts {
		if err == nil {
			_, err = fmt.Fprintf(w, "account %s\n", a)
		}
	}
	return err
}

// commodity is the asset's symbol; hledger wants quotes around one with digits.
func commodity(a money.Asset) string {
	if strings.ContainsAny(a.Symbol(), "0123456789") {
		return `"` + a.Symbol() + `"`
	}
	return a.Symbol()
}

func (hledgerFormat) transaction(w io.Writer, t *ledger.Transaction) error {
	var b strings.Builder
	fmt.Fprintf(&b, "\n; %s %s\n", t.Source.Key(), t.Meta.Canonical())
	fmt.Fprintf(&b, "%s (%d) %s  ; hash:%s\n", t.Effective.UTC().Format(time.DateOnly), t.Sequence, t.Kind, t.Hash)
	for _, p := range t.Postings {
		amount := p.Amount.Decimal().StringFixed(int32(p.Amount.Asset().Decimals()))
		fmt.Fprintf(&b, "    %s  -%s %s\n", p.From, amount, commodity(p.Amount.Asset()))
		fmt.Fprintf(&b, "    %s  %s %s\n", p.To, amount, commodity(p.Amount.Asset()))
	}
	_, err := io.WriteString(w, b.String())
	return err
}
