package statement_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
	"github.com/nodeledger/nodeledger/view/statement"
)

// TestTotals: a year's income and what was paid for nodes are added up once each, with their values and the lines that have no price;
// what only moved between a wallet's own accounts counts for nothing.
func TestTotals(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	var some ledger.Wallet
	for p, err := range e.Reader().Balances(t.Context(), ledger.SaleRole.Prefix()) {
		if err != nil {
			t.Fatal(err)
		}
		if w, ok := p.Account.Owner(); ok {
			some = w
			break
		}
	}
	of := func(prices statement.Prices) statement.Period {
		st, err := statement.OfPeriod(context.Background(), e, view.NewSources(e, period.NewEpochs(e).UnlockedAt),
			statement.Request{Wallet: some, Prices: prices})
		if err != nil {
			t.Fatal(err)
		}
		return st
	}
	bare := of(nil)
	priced := of(func(asset string, _ time.Time) (string, bool) { return "2", asset == "ETH" })
	if len(bare.Totals) == 0 || len(bare.Totals) != len(priced.Totals) {
		t.Fatalf("totals %+v and %+v", bare.Totals, priced.Totals)
	}
	for i, total := range priced.Totals {
		if bare.Totals[i].Unpriced != bare.Totals[i].Lines || bare.Totals[i].Value != "" {
			t.Errorf("without a price: %+v", bare.Totals[i])
		}
		want := ""
		if total.Asset.Symbol() == "ETH" {
			want = twice(statement.WholeUnits(total.Asset, total.Amount))
		}
		if total.Value != want || (total.Unpriced == 0) != (want != "") {
			t.Errorf("%+v, want the value %q", total, want)
		}
		sum, lines := "", 0
		for _, a := range priced.Accounts {
			for _, l := range a.Lines {
				if l.Nature == statement.Purchase && a.Account == ledger.SaleIncome(some) && total.Nature == statement.Purchase {
					lines++
					sum += statement.WholeUnits(a.Asset, l.Amount) + " "
				}
			}
		}
		if total.Nature == statement.Purchase && lines != total.Lines {
			t.Errorf("%d lines of purchases (%s), the total says %d", lines, sum, total.Lines)
		}
	}
	var out strings.Builder
	if err := priced.WriteCSV(&out); err != nil || strings.Count(out.String(), "\ntotal,") != len(priced.Totals) {
		t.Errorf("%v\n%s", err, out.String())
	}
}

// twice is a decimal with up to 18 places times two.
func twice(decimal string) string {
	whole, part, _ := strings.Cut(decimal, ".")
	digits := whole + part
	carry, out := 0, []byte(digits)
	for i := len(out) - 1; i >= 0; i-- {
		n := int(out[i]-'0')*2 + carry
		out[i], carry = byte('0'+n%10), n/10
	}
	text := string(out)
	if carry > 0 {
		text = fmt.Sprint(carry) + text
	}
	if part == "" {
		return text
	}
	at := len(text) - len(part)
	return strings.TrimSuffix(strings.TrimRight(text[:at]+"."+text[at:], "0"), ".")
}
