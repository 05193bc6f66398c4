package view

import (
	"cmp"
	"context"
	"iter"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Row is one asset of one kind of account in a trial balance.
type Row struct {
	Kind     string // an account's path with * for the wallet or name, such as "liabilities:share:*"
	Class    ledger.Class
	Side     ledger.Side    // on which its balance normally stands
	Accounts int            // how many accounts of the kind ever held the asset
	Account  ledger.Account // the first of them by its path
	Balance  money.Balance
}

// Trial is a trial balance: every kind of account, and the sum of each asset, whose net is zero in sound books.
type Trial struct {
	Rows []Row // in order of class, kind and asset
	Sums []money.Balance
	AsOf AsOf
	At   time.Time // zero: now
}

// single is the roles of which each account has a row of its own: there are few, and each is of interest.
var single = []ledger.Role{
	ledger.WalletRole, ledger.DistributorRole, ledger.ContractRole, ledger.SourceRole, ledger.CampaignRole, ledger.RevenueRole,
	ledger.CostRole, ledger.BucketRole, ledger.PoolRole,
}

// KindOf is an account's path without whose it is; the whole path where each account has a row of its own.
func KindOf(a ledger.Account) string {
	if slices.Contains(single, a.Role()) {
		return a.String()
	}
	return a.Kind()
}

// TrialBalance adds up the books: as they are, or as they stood before an instant when at is not zero. Nobody may commit
// between the reading of the state and the end.
func TrialBalance(ctx context.Context, from engine.Reader, journal engine.History, state engine.State,
	at time.Time) (t Trial, err error) {
	type key struct {
		kind  string
		asset money.Asset
	}
	rows := map[key]*Row{}
	sums := map[money.Asset]money.Balance{}
	add := func(p ledger.PlaceBalance) (err error) {
		k := key{KindOf(p.Account), p.Asset}
		if rows[k] == nil {
			rows[k] = &Row{Kind: k.kind, Class: p.Account.Class(), Side: p.Account.Side(), Account: p.Account, Balance: money.NewBalance(p.Asset)}
		}
		if _, ok := sums[p.Asset]; !ok {
			sums[p.Asset] = money.NewBalance(p.Asset)
		}
		if p.Account.String() < rows[k].Account.String() {
			rows[k].Account = p.Account
		}
		rows[k].Accounts++
		if rows[k].Balance, err = rows[k].Balance.Plus(p.Balance); err != nil {
			return err
		}
		sums[p.Asset], err = sums[p.Asset].Plus(p.Balance)
		return err
	}
	t.At = at
	if t.AsOf, err = Of(ctx, from, state); err != nil {
		return t, err
	}
	balances := from.Balances(ctx, "")
	if !at.IsZero() {
		balances = balancesAt(ctx, journal, state.Ledger.Sequence, at)
	}
	for p, err := range balances {
		if err == nil {
			err = add(p)
		}
		if err != nil {
			return t, err
		}
	}
	for _, r := range rows {
		t.Rows = append(t.Rows, *r)
	}
	slices.SortFunc(t.Rows, func(a, b Row) int {
		return cmp.Or(cmp.Compare(a.Class, b.Class), cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(a.Balance.In.Asset().Symbol(), b.Balance.In.Asset().Symbol()))
	})
	for _, b := range sums {
		t.Sums = append(t.Sums, b)
	}
	slices.SortFunc(t.Sums, func(a, b money.Balance) int { return cmp.Compare(a.In.Asset().Symbol(), b.In.Asset().Symbol()) })
	return t, nil
}

// balancesAt are the balances at an instant. It goes through the journal once, since all accounts are asked for.
func balancesAt(ctx context.Context, journal engine.History, last uint64, at time.Time) iter.Seq2[ledger.PlaceBalance, error] {
	return func(yield func(ledger.PlaceBalance, error) bool) {
		then, err := PeriodSums(ctx, journal, last, time.Time{}, at, func(ledger.Account) bool { return true })
		if err != nil {
			yield(ledger.PlaceBalance{}, err)
			return
		}
		for place, b := range then {
			if !yield(ledger.PlaceBalance{Place: place, Balance: b}, nil) {
				return
			}
		}
	}
}

// PeriodSums adds up the postings in effect from an instant to before another, up to a transaction of the journal, of the accounts
// that of wants. The zero time is no bound.
func PeriodSums(ctx context.Context, journal engine.History, last uint64, from, to time.Time,
	of func(ledger.Account) bool) (map[ledger.Place]money.Balance, error) {
	sums := map[ledger.Place]money.Balance{}
	move := func(account ledger.Account, amount money.Amount, how func(money.Balance, money.Amount) (money.Balance, error)) (err error) {
		if !of(account) {
			return nil
		}
		place := ledger.Place{Account: account, Asset: amount.Asset()}
		b, ok := sums[place]
		if !ok {
			b = money.NewBalance(amount.Asset())
		}
		sums[place], err = how(b, amount)
		return err
	}
	for t, err := range journal.Transactions(ctx, 1) {
		if err != nil {
			return nil, err
		}
		if t.Sequence > last {
			break
		}
		if t.Effective.Before(from) || !to.IsZero() && !t.Effective.Before(to) {
			continue
		}
		for _, p := range t.Postings {
			if err := move(p.From, p.Amount, money.Balance.Give); err != nil {
				return nil, err
			}
			if err := move(p.To, p.Amount, money.Balance.Receive); err != nil {
				return nil, err
			}
		}
	}
	return sums, nil
}
