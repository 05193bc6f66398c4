package main

import (
	"cmp"
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/report"
	"github.com/nodeledger/nodeledger/wire"
)

// runHledger runs hledger over a journal. Where it is not installed the test fails and says what to install.
func runHledger(t *testing.T, journal string, args ...string) string {
	t.Helper()
	program, err := exec.LookPath(cmp.Or(os.Getenv("HLEDGER"), "hledger"))
	if err != nil {
		t.Fatalf("hledger is not installed: install it (apt-get install hledger), or set HLEDGER to the path of one: %v", err)
	}
	run := exec.CommandContext(t.Context(), program, append([]string{"-f", journal}, args...)...)
	run.Env = append(os.Environ(), "LANG=C.UTF-8")
	out, err := run.CombinedOutput()
	if err != nil {
		t.Fatalf("hledger %s: %v\n%.2000s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

// figure is a place in a report; a section's sum has the kind "total", what all sections leave the kind "net" of no section.
type figure struct{ section, kind, asset string }

// figures are a report: whole units by place. What is zero is not in it.
type figures map[figure]decimal.Decimal

func (f figures) add(section, kind, asset string, amount decimal.Decimal) {
	at := figure{section, kind, asset}
	if f[at] = f[at].Add(amount); f[at].IsZero() {
		delete(f, at)
	}
}

func (f figures) addSection(section string, s wire.ReportSection) {
	for _, l := range s.Lines {
		f.addAmount(section, l.Kind, l.Amount)
	}
	for _, total := range s.Totals {
		f.addAmount(section, "total", total)
	}
}

func (f figures) addAmount(section, kind string, a wire.Amount) {
	f.add(section, kind, a.Asset, decimal.RequireFromString(a.Amount).Shift(-int32(a.Decimals)))
}

// compare names every place at which two reports differ.
func (f figures) compare(t *testing.T, of string, want figures) {
	t.Helper()
	if len(f) == 0 && len(want) > 0 {
		t.Errorf("%s: hledger's report is empty", of)
	}
	for at := range maps.Keys(want) {
		if !f[at].Equal(want[at]) {
			t.Errorf("%s: %v is %s by hledger, %s by our report", of, at, f[at], want[at])
		}
	}
	for at, amount := range f {
		if _, ok := want[at]; !ok {
			t.Errorf("%s: %v is %s by hledger, and not in our report", of, at, amount)
		}
	}
}

// sections are hledger's names for them.
var sections = map[string]string{
	"Assets": "assets", "Liabilities": "liabilities", "Equity": "equity", "Revenues": "income", "Expenses": "expenses", "Cash flows": "cash",
}

// readReport reads a report that hledger wrote as CSV, one for each column. Accounts of a kind are added up.
func readReport(t *testing.T, text string) (columns []figures) {
	t.Helper()
	in := csv.NewReader(strings.NewReader(text))
	in.FieldsPerRecord = -1
	rows, err := in.ReadAll()
	if err != nil || len(rows) < 3 {
		t.Fatalf("%d rows: %v", len(rows), err)
	}
	for range rows[1][1:] {
		columns = append(columns, figures{})
	}
	section := ""
	for _, row := range rows[2:] {
		if name, begins := sections[row[0]]; begins {
			section = name
			continue
		}
		in, kind := section, row[0]
		switch account, err := ledger.ParseAccount(row[0]); {
		case err == nil:
			kind = view.KindOf(account)
		case row[0] == "Net:":
			in, kind = "", "net"
		case row[0] != "total":
			t.Fatalf("what is the row %q?", row)
		}
		for i, cell := range row[1:] {
			for amount := range strings.SplitSeq(cell, ", ") {
				if number, asset, ok := strings.Cut(amount, " "); ok {
					columns[i].add(in, kind, strings.Trim(asset, `"`), decimal.RequireFromString(number))
				}
			}
		}
	}
	return columns
}

// ask runs a command with --json over books.
func ask[T any](t *testing.T, books string, args ...string) (answer T) {
	t.Helper()
	if err := json.Unmarshal([]byte(mustRun(t, append(args, "--db", books, "--json")...)), &answer); err != nil {
		t.Fatal(err)
	}
	return answer
}

// sheetOf is our balance sheet as hledger has it, which knows no result: what that is stays as the net.
func sheetOf(s wire.BalanceSheet) figures {
	f := figures{}
	f.addSection("assets", s.Assets)
	f.addSection("liabilities", s.Liabilities)
	for _, l := range s.Equity.Lines {
		if l.Kind == report.ResultKind {
			f.addAmount("", "net", l.Amount)
			continue
		}
		f.addAmount("equity", l.Kind, l.Amount)
		f.addAmount("equity", "total", l.Amount)
	}
	return f
}

// The year of a demonstration, exported: hledger finds nothing to blame, and its balance sheet, income statement and cash flow of
// every month are ours, line by line.
func TestHledgerSaysWhatOurReportsSay(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	books, journal, prices := filepath.Join(folder, "demo.db"), filepath.Join(folder, "books.journal"), filepath.Join(folder, "prices.csv")
	program := filepath.Join(folder, "demo.yaml")
	mustRun(t, "demo", "--once", "--seed", "7", "--until", "2027-01-06", "--purchases", "60", "--db", books, "--program-file", program)
	list := "date,asset,usd\n2026-01-01,ETH,1\n2026-02-10,ETH,2500.5\n2026-02-11,ETH,2600\n2026-09-01,GPU,0.25\n"
	if err := os.WriteFile(prices, []byte(list), 0o600); err != nil {
		t.Fatal(err)
	}
	mustRun(t, "ledger", "export", "--format", "hledger", "--prices", prices, "--db", books, "--out", journal)
	runHledger(t, journal, "check", "--strict", "ordereddates", "accounts", "commodities", "balanced")
	mustRun(t, "payout", "export", "2026-01", "--format", "hledger", "--db", books, "--program", program, "--out", folder)
	runHledger(t, filepath.Join(folder, "2026-01.journal"), "check", "--strict", "ordereddates", "accounts", "commodities", "balanced")
	const want = "P 2026-02-10 ETH 2500.5 USD\nP 2026-02-11 ETH 2600 USD\nP 2026-09-01 GPU 0.25 USD\n"
	if got := runHledger(t, journal, "prices"); got != want {
		t.Errorf("the prices are\n%s, want\n%s", got, want)
	}
	months := []string{"-M", "-b", "2026-01-01", "-e", "2027-02-01", "-O", "csv"}
	reports := map[string][]figures{}
	for _, name := range []string{"bse", "bs", "is", "cf"} {
		if reports[name] = readReport(t, runHledger(t, journal, append([]string{name}, months...)...)); len(reports[name]) != 13 {
			t.Fatalf("%s has %d columns", name, len(reports[name]))
		}
	}
	text, err := os.ReadFile(journal)
	if err != nil {
		t.Fatal(err)
	}
	var wallets []string
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "account assets:wallet:"); ok {
			wallets = append(wallets, strings.Fields(rest)[0])
		}
	}
	compared := 0
	for n := range 13 {
		day := func(n int) string {
			return time.Date(2026, time.January+time.Month(n), 1, 0, 0, 0, 0, time.UTC).Format(time.DateOnly)
		}
		from, to := day(n), day(n+1)
		sheet := sheetOf(ask[wire.BalanceSheet](t, books, "ledger", "balance-sheet", "--at", to))
		compared += len(sheet)
		reports["bse"][n].compare(t, "bse before "+to, sheet)
		reports["bs"][n].compare(t, "bs before "+to, withoutEquity(sheet))
		income := ask[wire.IncomeStatement](t, books, "ledger", "income-statement", "--from", from, "--to", to)
		reports["is"][n].compare(t, "is from "+from, incomeOf(income))
		reports["cf"][n].compare(t, "cf from "+from, cashOf(t, books, wallets, from, to))
	}
	if compared < 200 {
		t.Errorf("only %d lines are compared", compared)
	}
	periods(t, books, program)
}

// periods checks that a quarter has the emission of its own days, and a tax year its own last day and the share of its last month.
func periods(t *testing.T, books, program string) {
	t.Helper()
	quarter := ask[wire.Quarter](t, books, "buyback", "quarter", "2026-Q3", "--program", program)
	if quarter.Emitted.Amount != "3590971272229822161422708" { // 30,000,000 x 87.5 of 731 days
		t.Errorf("%s are emitted in the quarter", quarter.Emitted.Display)
	}
	found := map[string]bool{}
	for _, h := range ask[wire.Holders](t, books, "holder", "list", "--limit", "100", "--program", program).Holders {
		st := ask[wire.Statement](t, books, "statement", h.Wallet, "--from", "2026-01-01", "--to", "2027-01-01", "--program", program)
		for _, a := range st.Accounts {
			for _, l := range a.Entries {
				if l.When == "2026-12-31T23:59:59Z" {
					found[l.Kind+" "+l.Source.Slot+" "+l.Nature] = true
				}
			}
		}
	}
	for _, want := range []string{"token-epoch 2026-12-31 income", "month 2026-12 income"} {
		if !found[want] {
			t.Errorf("no statement of the year has %s: %v", want, found)
		}
	}
}

// withoutEquity leaves out the section: what is left is assets less liabilities.
func withoutEquity(sheet figures) figures {
	f := figures{}
	for at, amount := range sheet {
		switch {
		case at.section == "equity":
		case at.kind == "net":
		default:
			f.add(at.section, at.kind, at.asset, amount)
		}
	}
	for at, amount := range sheet {
		if at.kind == "total" && at.section == "assets" {
			f.add("", "net", at.asset, amount)
		}
		if at.kind == "total" && at.section == "liabilities" {
			f.add("", "net", at.asset, amount.Neg())
		}
	}
	return f
}

func incomeOf(i wire.IncomeStatement) figures {
	f := figures{}
	f.addSection("income", i.Income)
	f.addSection("expenses", i.Expenses)
	for _, r := range i.Result {
		f.addAmount("", "net", r)
	}
	return f
}

// cashOf is what our cash flows of wallets changed.
func cashOf(t *testing.T, books string, wallets []string, from, to string) figures {
	t.Helper()
	f := figures{}
	for _, wallet := range wallets {
		for _, flow := range ask[wire.CashFlow](t, books, "ledger", "cash-flow", "--wallet", wallet, "--from", from, "--to", to).Assets {
			for _, l := range flow.Lines {
				for _, kind := range []string{"assets:wallet:" + wallet, "total"} {
					out := l.Out
					f.addAmount("cash", kind, l.In)
					f.add("cash", kind, out.Asset, decimal.RequireFromString(out.Amount).Shift(-int32(out.Decimals)).Neg())
				}
			}
		}
	}
	return f
}
