package report

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
)

// ResultKind is the kind of the line of equity that says what was earned since the beginning, less what was spent.
const ResultKind = "result"

// BalanceSheet is what the project owns, what it owes, and what is left, before an instant.
type BalanceSheet struct {
	At                          time.Time // zero: now
	Assets, Liabilities, Equity Section   // the result is the last lines of equity
	AsOf                        view.AsOf
}

// BalanceSheetAt is the balance sheet of everything in effect before an instant; of everything when at is zero. Nobody may commit
// between the reading of the state and the end.
func BalanceSheetAt(ctx context.Context, reader engine.Reader, journal engine.History, state engine.State,
	at time.Time) (b BalanceSheet, err error) {
	if b.AsOf, err = view.Of(ctx, reader, state); err != nil {
		return b, err
	}
	s, err := sectionsOf(ctx, reader, journal, state, time.Time{}, at, ledger.Assets, ledger.Liabilities, ledger.Equity, ledger.Income,
		ledger.Expenses)
	if err != nil {
		return b, err
	}
	b.At, b.Assets, b.Liabilities, b.Equity = at, *s[0], *s[1], *s[2]
	for _, result := range difference(s[3], s[4]) {
		if result.Units.Sign() != 0 {
			b.Equity.add(Line{ResultKind, sentence.New(sentence.ReportResult, nil), result})
		}
	}
	return b, b.check()
}

// check says which asset does not balance.
func (b *BalanceSheet) check() error {
	owed := Section{} // to others and to the owners
	for _, l := range slices.Concat(b.Liabilities.Lines, b.Equity.Lines) {
		owed.add(l)
	}
	for _, d := range difference(&b.Assets, &owed) {
		if d.Units.Sign() != 0 {
			return fmt.Errorf("assets of %s in base units are %s, liabilities %s and equity %s, which leaves %s: run `nodeledger ledger verify`",
				d.Asset, b.Assets.Total(d.Asset), b.Liabilities.Total(d.Asset), b.Equity.Total(d.Asset), d.Units)
		}
	}
	return nil
}

// IncomeStatement is what was earned and spent in a period.
type IncomeStatement struct {
	From, To         time.Time // zero: no bound
	Income, Expenses Section
	Result           []Sum // income less expenses, in order of symbol
	AsOf             view.AsOf
}

// IncomeStatementOf is the income statement of what is in effect from an instant to before another. Nobody may commit between the
// reading of the state and the end.
func IncomeStatementOf(ctx context.Context, reader engine.Reader, journal engine.History, state engine.State,
	from, to time.Time) (i IncomeStatement, err error) {
	if i.AsOf, err = view.Of(ctx, reader, state); err != nil {
		return i, err
	}
	s, err := sectionsOf(ctx, reader, journal, state, from, to, ledger.Income, ledger.Expenses)
	if err != nil {
		return i, err
	}
	i.From, i.To, i.Income, i.Expenses = from, to, *s[0], *s[1]
	i.Result = difference(&i.Income, &i.Expenses)
	return i, nil
}
