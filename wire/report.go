package wire

import (
	"math/big"

	"github.com/nodeledger/nodeledger/view/report"
)

// ReportLine is one asset of one kind of account.
type ReportLine struct {
	Kind   string   `json:"kind" doc:"An account's path with * for whose it is; result: income less expenses since the beginning" example:"liabilities:share:*"`
	Name   Sentence `json:"name" doc:"What it is called"`
	Amount Amount   `json:"amount" doc:"Above zero on the normal side of the section; below zero where it is taken off"`
}

// ReportSection is a class of accounts.
type ReportSection struct {
	Lines  []ReportLine `json:"lines" doc:"In order of kind; those that are zero are left out"`
	Totals []Amount     `json:"totals" doc:"The sum of the lines, one for each asset"`
}

// BalanceSheet is what the project owns, what it owes, and what is left.
type BalanceSheet struct {
	At          string        `json:"at,omitempty" format:"date-time" doc:"Everything in effect before then; absent: everything"`
	Assets      ReportSection `json:"assets" doc:"What wallets and accounts of the project hold"`
	Liabilities ReportSection `json:"liabilities" doc:"What is owed to somebody"`
	Equity      ReportSection `json:"equity" doc:"What is left: assets less liabilities, to the base unit"`
	Fresh
}

// IncomeStatement is what was earned and spent in a period.
type IncomeStatement struct {
	From     string        `json:"from,omitempty" format:"date-time" doc:"The first instant; absent: from the beginning"`
	To       string        `json:"to,omitempty" format:"date-time" doc:"The first instant that is left out; absent: up to now"`
	Income   ReportSection `json:"income" doc:"Sales and revenue"`
	Expenses ReportSection `json:"expenses" doc:"What was spent on it"`
	Result   []Amount      `json:"result" doc:"Income less expenses, one for each asset"`
	Fresh
}

// CashFlowLine is what moved between a wallet and one kind of account.
type CashFlowLine struct {
	Kind string   `json:"kind" doc:"Of the account on the other side" example:"income:sale:*"`
	Role string   `json:"role" doc:"What that account is for" example:"sale"`
	Name Sentence `json:"name" doc:"What it is called"`
	In   Amount   `json:"in" doc:"What came from there"`
	Out  Amount   `json:"out" doc:"What went there"`
}

// AssetFlow is what moved of one asset: opening, with everything in and without everything out, is closing.
type AssetFlow struct {
	Asset   string         `json:"asset" doc:"Symbol of the asset"`
	Opening Amount         `json:"opening" doc:"At the beginning"`
	Lines   []CashFlowLine `json:"lines" doc:"In order of kind; what was reversed is taken off"`
	Closing Amount         `json:"closing" doc:"At the end"`
}

// CashFlow is what moved through a wallet of the project in a period.
type CashFlow struct {
	Wallet string      `json:"wallet" doc:"Address, in lower case"`
	From   string      `json:"from,omitempty" format:"date-time" doc:"The first instant; absent: from the beginning"`
	To     string      `json:"to,omitempty" format:"date-time" doc:"The first instant that is left out; absent: up to now"`
	Assets []AssetFlow `json:"assets" doc:"One for each asset"`
	Fresh
}

// BalanceSheetOf is a balance sheet as it goes out.
func BalanceSheetOf(b *report.BalanceSheet) BalanceSheet {
	return BalanceSheet{
		Instant(b.At), reportSectionOf(&b.Assets), reportSectionOf(&b.Liabilities), reportSectionOf(&b.Equity), FreshOf(b.AsOf),
	}
}

// IncomeStatementOf is an income statement as it goes out.
func IncomeStatementOf(i *report.IncomeStatement) IncomeStatement {
	return IncomeStatement{
		Instant(i.From), Instant(i.To), reportSectionOf(&i.Income), reportSectionOf(&i.Expenses), sumsOf(i.Result), FreshOf(i.AsOf),
	}
}

// CashFlowOf is a cash flow as it goes out.
func CashFlowOf(c *report.CashFlow) CashFlow {
	out := CashFlow{Wallet: c.Wallet.String(), From: Instant(c.From), To: Instant(c.To), Assets: []AssetFlow{}, Fresh: FreshOf(c.AsOf)}
	for _, f := range c.Assets {
		amount := func(units *big.Int) Amount { return SignedAmount(f.Asset, units) }
		flow := AssetFlow{f.Asset.Symbol(), amount(f.Opening), []CashFlowLine{}, amount(f.Closing)}
		for _, l := range f.Lines {
			flow.Lines = append(flow.Lines, CashFlowLine{l.Kind, l.Role.String(), SentenceOf(l.Name), amount(l.In), amount(l.Out)})
		}
		out.Assets = append(out.Assets, flow)
	}
	return out
}

func reportSectionOf(s *report.Section) ReportSection {
	out := ReportSection{[]ReportLine{}, sumsOf(s.Totals)}
	for _, l := range s.Lines {
		out.Lines = append(out.Lines, ReportLine{l.Kind, SentenceOf(l.Name), SignedAmount(l.Asset, l.Units)})
	}
	return out
}

func sumsOf(list []report.Sum) []Amount {
	out := []Amount{}
	for _, s := range list {
		out = append(out, SignedAmount(s.Asset, s.Units))
	}
	return out
}
