package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/report"
)

// Balance is what was moved into accounts, what out of them, and what that leaves.
type Balance struct {
	Debit   Amount `json:"debit" doc:"All that was ever moved into it"`
	Credit  Amount `json:"credit" doc:"All that was ever moved out of it"`
	Balance Amount `json:"balance" doc:"What that leaves, above zero on the normal side: debit less credit, or credit less debit"`
}

// BalanceOf is a balance that normally stands on a side as it goes out.
func BalanceOf(side ledger.Side, b money.Balance) Balance {
	out := Balance{AmountOf(b.In), AmountOf(b.Out), NetOf(b)}
	if side == ledger.Credit {
		out.Balance = NetOf(money.Balance{In: b.Out, Out: b.In})
	}
	return out
}

// Account is one account.
type Account struct {
	Account  string    `json:"account" doc:"Path of the account"`
	Class    string    `json:"class" enum:"assets,liabilities,equity,income,expenses,register" doc:"What it is to an accountant"`
	Side     string    `json:"side" enum:"debit,credit" doc:"On which its balance normally stands"`
	At       string    `json:"at,omitempty" doc:"The instant that was asked for"`
	Balances []Balance `json:"balances" doc:"One for each asset"`
	Entries  []Entry   `json:"entries" doc:"Newest first"`
	Next     string    `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// TrialRow is one asset of one kind of account.
type TrialRow struct {
	Kind     string    `json:"kind" doc:"An account's path with * for whose it is" example:"liabilities:share:*"`
	Class    string    `json:"class" enum:"assets,liabilities,equity,income,expenses,register" doc:"What it is to an accountant"`
	Side     string    `json:"side" enum:"debit,credit" doc:"On which its balance normally stands"`
	Accounts int       `json:"accounts" doc:"How many accounts are of the kind"`
	Wallet   string    `json:"wallet,omitempty" doc:"Of a wallet, distributor or sale contract of the project: its address, of which there is a cash flow"`
	Name     *Sentence `json:"name,omitempty" doc:"What it is called in a report; absent of the register, which is in none"`
	Balance
}

// Trial is the trial balance.
type Trial struct {
	At   string     `json:"at,omitempty" doc:"When"`
	Rows []TrialRow `json:"rows" doc:"Every kind of account"`
	Sums []Balance  `json:"sums" doc:"One for each asset: debit and credit are equal, so each balance is zero"`
	Fresh
}

// AccountOf is an account with its balances, those before an instant when at is not zero, and a page of its entries.
func AccountOf(account ledger.Account, at time.Time, balances []money.Balance, list []engine.Entry, next string, of view.AsOf) Account {
	out := Account{
		Account: account.String(), Class: account.Class().String(), Side: account.Side().String(), At: Instant(at),
		Balances: []Balance{}, Entries: EntriesOf(list), Next: next, Fresh: FreshOf(of),
	}
	for _, b := range balances {
		out.Balances = append(out.Balances, BalanceOf(account.Side(), b))
	}
	return out
}

// TrialOf is a trial balance as it goes out.
func TrialOf(t *view.Trial) Trial {
	out := Trial{At: Instant(t.At), Rows: []TrialRow{}, Sums: []Balance{}, Fresh: FreshOf(t.AsOf)}
	for _, r := range t.Rows {
		row := TrialRow{
			Kind: r.Kind, Class: r.Class.String(), Side: r.Side.String(), Accounts: r.Accounts, Balance: BalanceOf(r.Side, r.Balance),
		}
		if r.Class != ledger.Register {
			name := SentenceOf(report.NameOf(r.Account))
			row.Name = &name
		}
		if w, ok := r.Account.Wallet(); ok && r.Class == ledger.Assets {
			row.Wallet = w.String()
		}
		out.Rows = append(out.Rows, row)
	}
	for _, s := range t.Sums {
		out.Sums = append(out.Sums, BalanceOf(ledger.Debit, s))
	}
	return out
}
