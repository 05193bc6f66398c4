package main

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/demo"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/wire"
)

// openMonth is a demonstration of nine months whose last month, September 2026, is open.
type openMonth struct {
	env  map[string]string
	node string
	file func(string) string // a file of testdata/revenue
	bob  string              // the token of whoever approves
}

func startOpenMonth(t *testing.T) *openMonth {
	t.Helper()
	folder := t.TempDir()
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	d, err := demo.Start(t.Context(), demo.Options{Seed: 1, Months: 9, Purchases: 40, LeaveOpen: true,
		Database: filepath.Join(folder, "demo.db"), Logger: (&invocation{App: &App{}}).logger(false),
		Update: func(ctx context.Context, e *engine.Engine) error { return updateBooks(e)(ctx) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(d.Close)
	if err := d.RunMonths(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	d.Engine.Close() // so that its file is whole
	program := filepath.Join(folder, "sale.yaml")
	if err := os.WriteFile(program, []byte(d.ProgramText()), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	return &openMonth{
		map[string]string{"NODELEDGER_DB": "demo.db", "NODELEDGER_PROGRAM": program, "NODELEDGER_TOKEN": d.Operators.Ann.Token}, d.Chain.URL(),
		func(name string) string { return filepath.Join(here, "testdata", "revenue", name) }, d.Operators.Bob.Token,
	}
}

var november = time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)

// run runs a command line on the books of a file.
func (o *openMonth) run(t *testing.T, books string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	out, failed := new(lines), new(lines)
	a := &App{Stdout: out, Stderr: failed, Env: func(name string) string { return o.env[name] }, Clock: &stepClock{november},
		Limits: impatient}
	code = a.Run(t.Context(), append(args, "--db", books, "--json"))
	return code, out.String(), failed.String()
}

// must runs a command line, and reads what it prints into a value.
func (o *openMonth) must(t *testing.T, books string, into any, args ...string) {
	t.Helper()
	code, stdout, stderr := o.run(t, books, args...)
	if code != exitDone {
		t.Fatalf("%s: exit code %d: %s", strings.Join(args, " "), code, stderr)
	}
	if into != nil {
		if err := json.Unmarshal([]byte(stdout), into); err != nil {
			t.Fatal(err)
		}
	}
}

// refused runs a command line that is refused.
func (o *openMonth) refused(t *testing.T, books string, args ...string) wire.Problem {
	t.Helper()
	code, stdout, stderr := o.run(t, books, args...)
	if code != 1 || stdout != "" {
		t.Fatalf("%s: exit code %d: %s", strings.Join(args, " "), code, stdout)
	}
	return document(t, strings.Join(args, " "), strings.NewReader(stderr))
}

// sheet is what a balance sheet has, kind and asset to base units.
func (o *openMonth) sheet(t *testing.T, books string) map[string]string {
	t.Helper()
	var b wire.BalanceSheet
	o.must(t, books, &b, "ledger", "balance-sheet")
	all := map[string]string{}
	for _, s := range []wire.ReportSection{b.Assets, b.Liabilities, b.Equity} {
		for _, l := range s.Lines {
			all[l.Kind+" "+l.Amount.Asset] = l.Amount.Amount
		}
	}
	return all
}

// copied makes a copy of the books.
func copied(t *testing.T, to string) string {
	t.Helper()
	content, err := os.ReadFile("demo.db")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return to
}

// A month with refunds and a dispute and no sale at all is recorded after the month before was closed: the costs are taken off the
// source, and what was set aside is taken back. The order of a file's rows changes nothing.
func TestRevenueFiles(t *testing.T) {
	o := startOpenMonth(t)
	var income [2]wire.IncomeStatement
	var sheets [2]map[string]string
	for i, name := range []string{"oldest", "newest"} {
		books := copied(t, name+".db")
		o.must(t, books, nil, "revenue", "import", "--format", "stripe", o.file(name+".csv"))
		o.must(t, books, &income[i], "ledger", "income-statement", "--from", "2026-09-01", "--to", "2026-10-01")
		sheets[i] = o.sheet(t, books)
	}
	if fmt.Sprint(income[0]) != fmt.Sprint(income[1]) || !maps.Equal(sheets[0], sheets[1]) {
		t.Errorf("in one order %v and %v, in the other %v and %v", income[0], sheets[0], income[1], sheets[1])
	}

	books := copied(t, "refunds.db")
	before := o.sheet(t, books)
	o.must(t, books, nil, "revenue", "import", "--format", "stripe", o.file("sep.csv"))
	o.must(t, books, nil, "month", "close", "2026-09", "--rpc", o.node)
	var preview struct{ File string }
	o.must(t, books, &preview, "month", "preview", "2026-09", "--rpc", o.node)
	ann := o.env["NODELEDGER_TOKEN"]
	o.env["NODELEDGER_TOKEN"] = o.bob
	o.must(t, books, nil, "month", "approve", "2026-09", "--file-hash", preview.File, "--rpc", o.node)
	o.env["NODELEDGER_TOKEN"] = ann
	late := o.refused(t, books, "revenue", "import", "--format", "stripe", o.file("newest.csv"))
	var named []string
	for _, r := range late.Rows {
		named = append(named, fmt.Sprint(r.Number, " ", r.Reference))
	}
	if !strings.Contains(late.Detail, "3 of 3 rows are invalid") || fmt.Sprint(named) != "[1 txn_3 2 txn_2 3 txn_1]" ||
		!strings.HasSuffix(late.Rows[0].Text, "with --late now it is booked now, with a note of its own date") {
		t.Errorf("a file of a closed month: %q, rows %v, %v", late.Detail, named, late.Rows)
	}
	between := o.sheet(t, books)
	o.must(t, books, nil, "revenue", "import", "--format", "stripe", o.file("oct.csv"))
	after := o.sheet(t, books)
	moved(t, before, between, map[string]string{"assets:source:fiat USDT": "48549700000"}) // 50,000 less 1,450.30
	moved(t, between, after, map[string]string{                                            // 500 and 15, of which 60% were the holders'
		"assets:source:fiat USDT": "-515000000", "equity:fund:share USDT": "-309000000", "equity:fund:buyback USDT": "-206000000",
		"equity:earnings USDT": "515000000", "result USDT": "-515000000", "liabilities:share:* USDT": "0",
	})
	var october wire.IncomeStatement
	o.must(t, books, &october, "ledger", "income-statement", "--from", "2026-10-01")
	if l := october.Expenses.Lines; len(l) == 0 || l[0].Kind != "expenses:cost:fiat" || l[0].Amount.Amount != "515000000" {
		t.Errorf("October's expenses are %v", october.Expenses)
	}
	for i, want := range []int{5, 0} { // 100 - 3.20, 1,000 - 29.30 and -100 of September
		var done wire.ImportResult
		o.must(t, books, &done, "revenue", "import", "--format", "stripe", "--late", "now", o.file("newest.csv"))
		if done.Recorded != want || done.Already != 5-want {
			t.Errorf("time %d: %+v", i, done)
		}
	}
	moved(t, after, o.sheet(t, books), map[string]string{"assets:source:fiat USDT": "967500000", "equity:fund:share USDT": "580500000"})
	o.must(t, books, nil, "ledger", "verify")
}

// What a plain CSV file cannot be told is refused as a mistake on the command line; what is left out of a report on request is said so.
func TestOptionsOfRevenueFiles(t *testing.T) {
	o := startOpenMonth(t)
	for _, c := range []struct{ want, args string }{
		{"--skip, --reason belong to --format stripe", "--format csv --skip source=dapp --reason why"},
		{"--timezone belongs to --format stripe", "--timezone UTC"},
		{"--source belongs to --format stripe", "--source fiat"},
		{"--skip needs --reason", "--format stripe --skip currency=eur"},
	} {
		code, _, stderr := o.run(t, "demo.db", append([]string{"revenue", "import", o.file("sep.csv")}, strings.Fields(c.args)...)...)
		if code != 2 || !strings.Contains(stderr, c.want) {
			t.Errorf("%s: exit code %d: %s", c.args, code, stderr)
		}
	}
	args := []string{"revenue", "import", o.file("eur.csv"), "--format", "stripe", "--skip", "currency=eur", "--reason", "booked by hand"}
	for i, want := range []string{"skipped 1 row of payout: no revenue\nleft out on request 2 rows of currency=eur\nrecorded; ledger head ",
		"skipped 1 row of payout: no revenue\nleft out on request 2 rows of currency=eur\nit was recorded before"} {
		out := new(lines)
		a := &App{Stdout: out, Stderr: new(lines), Env: func(name string) string { return o.env[name] }, Clock: &stepClock{november},
			Limits: impatient}
		if code := a.Run(t.Context(), append(args, "--db", "demo.db")); code != exitDone || !strings.HasPrefix(out.String(), want) {
			t.Errorf("time %d: exit code %d: %s", i, code, out.String())
		}
	}
	var result wire.ImportResult
	o.must(t, "demo.db", &result, args...)
	if result.LeftOut["currency=eur"] != 2 || result.Skipped["payout"] != 1 || result.Already != 2 {
		t.Errorf("%+v", result)
	}
	o.must(t, "demo.db", nil, "revenue", "import", o.file("costs.csv"))
	var income wire.IncomeStatement
	o.must(t, "demo.db", &income, "ledger", "income-statement", "--from", "2026-09-01", "--to", "2026-10-01")
	if l := income.Expenses.Lines; !slices.ContainsFunc(l, func(l wire.ReportLine) bool {
		return l.Kind == "expenses:cost:dapp" && l.Amount.Amount == "12500000"
	}) {
		t.Errorf("the costs are %v", l)
	}
}

// moved compares the change of some lines of a sheet.
func moved(t *testing.T, before, after, want map[string]string) {
	t.Helper()
	units := func(text string) *big.Int {
		if text == "" {
			return new(big.Int)
		}
		n, ok := new(big.Int).SetString(text, 10)
		if !ok {
			t.Fatalf("%q is no number", text)
		}
		return n
	}
	for line, w := range want {
		if got := new(big.Int).Sub(units(after[line]), units(before[line])); got.Cmp(units(w)) != 0 {
			t.Errorf("%s went from %s to %s, that is %s, want %s", line, before[line], after[line], got, w)
		}
	}
}
