package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
)

// Balance is what came in, what went out and what that leaves.
type Balance struct {
	In  Amount `json:"in" doc:"All that ever came in"`
	Out Amount `json:"out" doc:"All that ever went out"`
	Net Amount `json:"net" doc:"What is left: in less out"`
}

// BalanceOf is a balance as it goes out.
func BalanceOf(b money.Balance) Balance { return Balance{AmountOf(b.In), AmountOf(b.Out), NetOf(b)} }

// Account is one account.
type Account struct {
	Account  string    `json:"account" doc:"Path of the account"`
	At       string    `json:"at,omitempty" doc:"The instant that was asked for"`
	Balances []Balance `json:"balances" doc:"One for each asset"`
	Entries  []Entry   `json:"entries" doc:"Newest first"`
	Next     string    `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// TrialRow is one asset of one kind of account.
type TrialRow struct {
	Kind     string `json:"kind" doc:"An account's path with * for whose it is" example:"referrers:*:payable"`
	Accounts int    `json:"accounts" doc:"How many accounts are of the kind"`
	Balance
}

// Trial is the trial balance.
type Trial struct {
	At   string     `json:"at,omitempty" doc:"When"`
	Rows []TrialRow `json:"rows" doc:"Every kind of account"`
	Sums []Balance  `json:"sums" doc:"One for each asset; each net is zero"`
	Fresh
}

// AccountOf is an account with its balances, those before an instant when at is not zero, and a page of its entries.
func AccountOf(account ledger.Account, at time.Time, balances []money.Balance, list []engine.Entry, next string, of view.AsOf) Account {
	out := Account{Account: account.String(), At: Instant(at), Balances: []Balance{}, Entries: EntriesOf(list), Next: next, Fresh: FreshOf(of)}
	for _, b := range balances {
		out.Balances = append(out.Balances, BalanceOf(b))
	}
	return out
}

// TrialOf is a trial balance as it goes out.
func TrialOf(t *view.Trial) Trial {
	out := Trial{At: Instant(t.At), Rows: []TrialRow{}, Sums: []Balance{}, Fresh: FreshOf(t.AsOf)}
	for _, r := range t.Rows {
		out.Rows = append(out.Rows, TrialRow{r.Kind, r.Accounts, BalanceOf(r.Balance)})
	}
	for _, s := range t.Sums {
		out.Sums = append(out.Sums, BalanceOf(s))
	}
	return out
}
