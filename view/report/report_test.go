package report_test

import (
	"context"
	"fmt"
	"log/slog"
	"math/big"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/demo"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/internal/worlds"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/report"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

const months = 8 // the token is generated in the seventh

// books are those of a demonstration, at their last state.
type books struct {
	*engine.Engine
	state engine.State
}

// demonstration makes the books of a seed in a database.
func demonstration(t *testing.T, seed uint64, database string) *books {
	t.Helper()
	s, err := demo.Start(t.Context(), demo.Options{
		Seed: seed, Months: months, Purchases: 40, Database: database, Logger: slog.New(slog.DiscardHandler),
		Update: func(ctx context.Context, e *engine.Engine) error {
			if err := e.Sync(ctx, nil); err != nil {
				return err
			}
			_, err := e.RunJobs(ctx)
			return err
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Close)
	if err := s.RunMonths(t.Context(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	if err := s.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	state, err := s.Engine.Reader().State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return &books{s.Engine, state}
}

func (b *books) sheet(t *testing.T, at time.Time) report.BalanceSheet {
	t.Helper()
	s, err := report.BalanceSheetAt(t.Context(), b.Reader(), b.History(), b.state, at)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func (b *books) income(t *testing.T, from, to time.Time) report.IncomeStatement {
	t.Helper()
	i, err := report.IncomeStatementOf(t.Context(), b.Reader(), b.History(), b.state, from, to)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

func (b *books) flow(t *testing.T, w ledger.Wallet, from, to time.Time) report.CashFlow {
	t.Helper()
	c, err := report.CashFlowOf(t.Context(), b.Reader(), b.History(), b.state, w, from, to)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// ends are the instants at which the months of a demonstration end; the zero time is now.
func ends() (all []time.Time) {
	for n := range months + 2 {
		all = append(all, time.Date(2026, time.January+time.Month(n), 1, 0, 0, 0, 0, time.UTC))
	}
	return append(all, time.Time{})
}

// sumsBy adds up the lines whose kind is wanted, by asset.
func sumsBy(s *report.Section, want func(kind string) bool) map[string]*big.Int {
	sums := map[string]*big.Int{}
	for _, l := range s.Lines {
		if !want(l.Kind) {
			continue
		}
		if sums[l.Asset.Symbol()] == nil {
			sums[l.Asset.Symbol()] = new(big.Int)
		}
		sums[l.Asset.Symbol()].Add(sums[l.Asset.Symbol()], l.Units)
	}
	return sums
}

// same compares sums by asset; an asset that is missing is zero.
func same(a, b map[string]*big.Int) bool {
	for _, pair := range [][2]map[string]*big.Int{{a, b}, {b, a}} {
		for asset, units := range pair[0] {
			other := pair[1][asset]
			if other == nil {
				other = new(big.Int)
			}
			if units.Cmp(other) != 0 {
				return false
			}
		}
	}
	return true
}

func minus(a, b map[string]*big.Int) map[string]*big.Int {
	left := map[string]*big.Int{}
	for asset, units := range a {
		left[asset] = new(big.Int).Set(units)
	}
	for asset, units := range b {
		if left[asset] == nil {
			left[asset] = new(big.Int)
		}
		left[asset].Sub(left[asset], units)
	}
	return left
}

// On both databases, at every month's end assets are liabilities and equity; what a month earned less what it spent is the change of
// equity but for what owners, the beginning, own tokens and unexplained movements changed; and each wallet's cash flow leads from sheet
// to sheet. What the wallets have on the chain, the demonstration itself compares after every month.
func TestEveryMonth(t *testing.T) {
	t.Parallel()
	for i := range int(worlds.Of(4, 10)) {
		seed := []uint64{1, 2, 3, 7, 42}[i/2]
		t.Run(fmt.Sprintf("seed %d, %s", seed, []string{"sqlite", "postgresql"}[i%2]), func(t *testing.T) {
			t.Parallel()
			database := filepath.Join(t.TempDir(), "demo.db")
			if i%2 == 1 {
				database = pgtest.URL(t)
			}
			b := demonstration(t, seed, database)
			before, lines := b.sheet(t, ends()[0]), 0
			from := ends()[0]
			for _, at := range ends()[1:] {
				sheet := b.sheet(t, at)
				lines += len(sheet.Assets.Lines) + len(sheet.Liabilities.Lines) + len(sheet.Equity.Lines)
				balances(t, at, &sheet)
				income := b.income(t, from, at)
				result := map[string]*big.Int{}
				for _, r := range income.Result {
					result[r.Asset.Symbol()] = r.Units
				}
				if change := minus(earned(&sheet), earned(&before)); !same(change, result) {
					t.Errorf("before %v: equity changed by %v, and income less expenses is %v", at, change, result)
				}
				b.wallets(t, from, at, &before, &sheet)
				before, from = sheet, at
			}
			b.agreesWithTrial(t, &before)
			b.addsUp(t)
			if lines < 100 {
				t.Errorf("only %d lines in all sheets", lines)
			}
		})
	}
}

// earned is the equity that earnings make, whether set aside or not.
func earned(s *report.BalanceSheet) map[string]*big.Int {
	return sumsBy(&s.Equity, func(kind string) bool {
		return kind == report.ResultKind || kind == "equity:earnings" || strings.HasPrefix(kind, "equity:fund:")
	})
}

// balances compares both sides of a sheet as its lines have them.
func balances(t *testing.T, at time.Time, s *report.BalanceSheet) {
	t.Helper()
	all := func(string) bool { return true }
	assets, owed, left := sumsBy(&s.Assets, all), sumsBy(&s.Liabilities, all), sumsBy(&s.Equity, all)
	if !same(minus(assets, owed), left) {
		t.Errorf("before %v: assets %v, liabilities %v, equity %v", at, assets, owed, left)
	}
	for _, section := range []*report.Section{&s.Assets, &s.Liabilities, &s.Equity} {
		totals := map[string]*big.Int{}
		for _, total := range section.Totals {
			totals[total.Asset.Symbol()] = total.Units
		}
		if !same(totals, sumsBy(section, all)) {
			t.Errorf("before %v: the totals of %s are %v", at, section.Class, totals)
		}
		for _, l := range section.Lines {
			if l.Units.Sign() == 0 || strings.HasPrefix(l.Kind, "register:") {
				t.Errorf("before %v: %s stands in %s with %s", at, l.Kind, section.Class, l.Units)
			}
		}
	}
}

// wallets follows every wallet, distributor and contract from one sheet to the next.
func (b *books) wallets(t *testing.T, from, to time.Time, before, after *report.BalanceSheet) {
	t.Helper()
	for _, l := range after.Assets.Lines {
		account, err := ledger.ParseAccount(l.Kind)
		if err != nil {
			t.Fatal(err)
		}
		w, ok := account.Wallet()
		if !ok {
			continue
		}
		of := func(kind string) bool { return kind == l.Kind }
		opening, closing := map[string]*big.Int{}, map[string]*big.Int{}
		for _, f := range b.flow(t, w, from, to).Assets {
			opening[f.Asset.Symbol()], closing[f.Asset.Symbol()] = f.Opening, f.Closing
			sum := new(big.Int).Set(f.Opening)
			for _, line := range f.Lines {
				sum.Add(sum, line.In).Sub(sum, line.Out)
				if line.In.Sign() < 0 || line.Out.Sign() < 0 || line.Role == 0 {
					t.Errorf("%s, from %v: %+v", l.Kind, from, line)
				}
			}
			if sum.Cmp(f.Closing) != 0 {
				t.Errorf("%s, from %v: %s of %s and what moved make %s, not %s", l.Kind, from, f.Opening, f.Asset, sum, f.Closing)
			}
		}
		if !same(opening, sumsBy(&before.Assets, of)) || !same(closing, sumsBy(&after.Assets, of)) {
			t.Errorf("%s, from %v to %v: from %v to %v, and the sheets say otherwise", l.Kind, from, to, opening, closing)
		}
	}
}

// agreesWithTrial compares the sheet of now with the trial balance.
func (b *books) agreesWithTrial(t *testing.T, s *report.BalanceSheet) {
	t.Helper()
	trial, err := view.TrialBalance(t.Context(), b.Reader(), b.History(), b.state, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	lines := slices.Concat(s.Assets.Lines, s.Liabilities.Lines, s.Equity.Lines)
	for _, r := range trial.Rows {
		want := r.Balance.Net()
		if r.Class.Side() == ledger.Credit {
			want.Neg(want)
		}
		at := slices.IndexFunc(lines, func(l report.Line) bool { return l.Kind == r.Kind && l.Asset == r.Balance.In.Asset() })
		switch outside := r.Class > ledger.Equity; {
		case outside || want.Sign() == 0:
			if at >= 0 {
				t.Errorf("%s stands in the sheet", r.Kind)
			}
		case at < 0 || lines[at].Units.Cmp(want) != 0:
			t.Errorf("%s is %s in the trial balance, and in the sheet: %v", r.Kind, want, at)
		}
	}
}

// addsUp compares the months of an income statement with that of all of the time.
func (b *books) addsUp(t *testing.T) {
	t.Helper()
	all := func(string) bool { return true }
	whole := b.income(t, time.Time{}, time.Time{})
	income, expenses := sumsBy(&whole.Income, all), sumsBy(&whole.Expenses, all)
	if len(whole.Income.Lines) < 3 || len(whole.Expenses.Lines) < 2 {
		t.Fatalf("%d lines of income, %d of expenses", len(whole.Income.Lines), len(whole.Expenses.Lines))
	}
	from := time.Time{}
	for _, to := range ends() {
		part := b.income(t, from, to)
		income, expenses = minus(income, sumsBy(&part.Income, all)), minus(expenses, sumsBy(&part.Expenses, all))
		from = to
	}
	if !same(income, nil) || !same(expenses, nil) {
		t.Errorf("of the whole the months leave %v of income and %v of expenses", income, expenses)
	}
}

// Only a wallet of the project has a cash flow. The refusal names those that there are.
func TestCashFlowOfAStranger(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	state, err := e.Reader().State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	_, err = report.CashFlowOf(t.Context(), e.Reader(), e.History(), state, ledger.Wallet{1}, time.Time{}, time.Time{})
	if problem.KindOf(err) != problem.NotFound || !strings.Contains(err.Error(), "name one of [0x") {
		t.Errorf("the cash flow of a stranger: %v", err)
	}
}

// What was reversed is in no line: it neither came nor went.
func TestCashFlowLeavesOutWhatWasReversed(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Made(t)
	samplebooks.Settle(t, e)
	usdt, wallet, at := money.MustAsset("USDT", 6), samplebooks.Person(9), samplebooks.Day(14)
	draft := func(reference string, from, to ledger.Account, amount uint64) ledger.Draft {
		return ledger.Draft{Kind: "opening", Effective: at, Booked: at, Source: ledger.OperatorSource("test", reference),
			Postings: []ledger.Posting{{From: from, To: to, Amount: money.Units(usdt, amount)}}}
	}
	held := ledger.WalletFunds(wallet)
	samplebooks.Book(t, e, draft("a", ledger.Opening(), held, 50), draft("b", ledger.Opening(), held, 7),
		draft("c", held, ledger.Opening(), 2))
	for second, err := range e.History().Transactions(t.Context(), 2) {
		if err != nil {
			t.Fatal(err)
		}
		if second.Source.Reference == "b" {
			samplebooks.Book(t, e, ledger.Reverse(second, at, "a test"))
			break
		}
	}
	state, err := e.Reader().State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	c, err := report.CashFlowOf(t.Context(), e.Reader(), e.History(), state, wallet, at, at.Add(time.Second))
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Assets) != 1 || len(c.Assets[0].Lines) != 1 {
		t.Fatalf("%+v", c)
	}
	f := c.Assets[0]
	l := f.Lines[0]
	got := fmt.Sprintf("%s; %s %s %s %s; %s", f.Opening, l.Kind, l.Role, l.In, l.Out, f.Closing)
	if want := "0; equity:opening opening 50 2; 48"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	later, err := report.CashFlowOf(t.Context(), e.Reader(), e.History(), state, wallet, at.Add(time.Second), time.Time{})
	if err != nil || later.Assets[0].Opening.Int64() != 48 || len(later.Assets[0].Lines) != 0 {
		t.Errorf("afterwards: %+v, %v", later, err)
	}
}
