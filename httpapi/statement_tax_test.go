package httpapi_test

import (
	"encoding/csv"
	"net/http"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/view/statement"
	"github.com/nodeledger/nodeledger/wire"
)

// flows adds up what a file says by asset: received less sent.
func flows(t *testing.T, rows [][]string, in, out string) map[string]decimal.Decimal {
	t.Helper()
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	sums := map[string]decimal.Decimal{}
	for _, row := range rows[1:] {
		for name, sign := range map[string]int64{in: 1, out: -1} {
			cell, symbol := row[column[name+" Amount"]], row[column[name+" Currency"]]
			if (cell == "") != (symbol == "") {
				t.Errorf("%q", row)
			}
			if cell == "" {
				continue
			}
			n, err := decimal.NewFromString(cell)
			check(t, err)
			sums[symbol] = sums[symbol].Add(n.Mul(decimal.NewFromInt(sign)))
		}
	}
	return sums
}

// TestTaxFiles: what a tax program imports is what the statement adds up: income less what was paid, of every coin; points are none, and
// the tokens that they became are received. A purchase of a block that left the chain is not in it, and the header counts what is not.
func TestTaxFiles(t *testing.T) {
	t.Parallel()
	e := paidUp(t)
	p, err := program.Load("gpunet") // which has both assets
	check(t, err)
	prices, err := statement.ReadPrices(strings.NewReader("date,asset,usd\n2024-04-30,USDT,0.9995\n2024-04-20,GPU,1.25\n"), p)
	check(t, err)
	h, err := httpapi.New(httpapi.Options{Engine: e, Clock: samplebooks.Soon, Prices: prices})
	check(t, err)
	s := &site{t, h, new(strings.Builder)}
	path := "/api/v1/holders/" + samplebooks.Person(10).String() + "/statement"
	for _, counts := range []string{"accrual", "unlock"} {
		var st wire.Statement
		s.get(path+"?recognise="+counts, &st)
		if st.Recognise != counts || (len(st.Unrecognised) > 0) != (counts == "unlock") {
			t.Errorf("it is by %s and has %v", st.Recognise, st.Unrecognised)
		}
		want := map[string]decimal.Decimal{}
		sum := func(a wire.Amount, sign int64) {
			n, err := decimal.NewFromString(strings.TrimSuffix(a.Display, " "+a.Asset))
			check(t, err)
			want[a.Asset] = want[a.Asset].Add(n.Mul(decimal.NewFromInt(sign)))
		}
		for _, total := range st.Totals {
			sum(total.Amount, map[string]int64{"income": 1, "purchase": -1, "return": -1}[total.Nature])
		}
		for _, a := range st.Accounts {
			for _, l := range a.Entries {
				if counts == "accrual" && l.Kind == "tge-conversion" && l.Amount.Asset == "GPU" {
					sum(l.Amount, 1)
				}
			}
		}
		delete(want, "GPOINT")
		for format, names := range map[string][2]string{"koinly": {"Received", "Sent"}, "cointracking": {"Buy", "Sell"}} {
			w := s.ask(http.MethodGet, path+"?format="+format+"&recognise="+counts)
			if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/csv; charset=utf-8" ||
				!strings.HasSuffix(w.Header().Get("Content-Disposition"), "-"+format+`.csv"`) {
				t.Fatalf("%d %s", w.Code, w.Header())
			}
			body := w.Body.String()
			rows, err := csv.NewReader(strings.NewReader(body)).ReadAll()
			check(t, err)
			got := flows(t, rows, names[0], names[1])
			if len(got) != len(want) || len(got) != 3 {
				t.Errorf("%s at %s: %v, want %v", format, counts, got, want)
			}
			for asset, n := range want {
				if !got[asset].Equal(n) {
					t.Errorf("%s at %s: %s %s, want %s", format, counts, got[asset], asset, n)
				}
			}
			left := w.Header().Get("Nodeledger-Left-Out")
			if !strings.HasPrefix(left, "points=") || strings.HasPrefix(left, "points=0") || !strings.Contains(left, "nodes=1, ") ||
				strings.HasSuffix(left, "locked=0") != (counts == "accrual") {
				t.Errorf("%s at %s leaves out %s", format, counts, left)
			}
			if n := strings.Count(body, "Income (non taxable)"); format == "cointracking" && n != 1 { // the refund, and nothing that was undone
				t.Errorf("%d payments came back:\n%s", n, body)
			}
			if strings.Contains(body, "GPOINT") || strings.Contains(body, "NODE") || strings.Count(body, "refunded") != 1 {
				t.Errorf("%s:\n%s", format, body)
			}
		}
		if file := s.ask(http.MethodGet, path+"?format=koinly&recognise="+counts).Body.String(); !strings.Contains(file,
			",250.000001,USDT,,,249.8750009995,USD,income,") {
			t.Errorf("the share has no value:\n%s", file)
		}
	}
	if w := s.ask(http.MethodGet, path+"?recognise=never"); w.Code != http.StatusUnprocessableEntity && w.Code != http.StatusBadRequest {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}
