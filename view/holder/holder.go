package holder

import (
	"cmp"
	"context"
	"slices"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/sale"
	"github.com/nodeledger/nodeledger/view"
)

// Statement is what the books say about one wallet. A wallet that they do not know has a statement of zeros.
type Statement struct {
	Wallet  ledger.Wallet
	Nodes   uint64
	Money                   // in the sale's asset
	Others  []Money         // in every other asset that nodes were paid in
	Used    []uint64        // nodes taken of each tier, from tier 1 on
	Share   *Earned         // its part of the revenue; nil: the program has no revenue
	Rebate  []Earned        // of campaigns, in each asset in which there are any
	Codes   []referral.Code // the wallet's own, in order
	Entries []engine.Entry  // the latest postings, newest first
	AsOf    view.AsOf
}

// Money is what a wallet paid and earned in one asset.
type Money struct {
	Paid     money.Amount // for nodes, less what was refunded
	Referral Earnings
}

// Earnings are a referrer's rewards.
type Earnings struct {
	Earned                 money.Amount // all of it, whatever became of it
	Pending, Payable, Paid money.Amount // what became of it; the rest is in payout runs
	InRuns                 money.Amount
	Nodes, Purchases       uint64 // that the wallet referred
}

// OfHolder makes the statement of a wallet with its latest entries, limit at most.
func OfHolder(ctx context.Context, e *engine.Engine, codes *Codes, w ledger.Wallet, limit int) (st Statement, err error) {
	own := codes.Of(w)
	var known known
	err = view.Together(ctx, e, func(f *fold.Fold, s engine.State) (err error) {
		known, err = knownOf(f, s, w)
		return err
	}, func() (err error) {
		st, err = known.statement(ctx, e, w, limit)
		return err
	})
	st.Codes = own
	return st, err
}

// statement adds what the books say to what is known from the fold.
func (k *known) statement(ctx context.Context, e *engine.Engine, w ledger.Wallet, limit int) (st Statement, err error) {
	st = Statement{Wallet: w, Used: k.used}
	if st.AsOf, err = view.Of(ctx, e.Reader(), k.state); err != nil {
		return st, err
	}
	held, err := fold.BalanceNow(ctx, e.Reader(), ledger.Place{Account: ledger.Holding(w, sale.Node), Asset: sale.Node})
	if err != nil {
		return st, err
	}
	nodes, err := held.Held()
	if err != nil {
		return st, err
	}
	units := nodes.Uint256()
	st.Nodes = units.Uint64()
	for i, in := range k.assets {
		m, err := in.money(ctx, e, w)
		if err != nil {
			return st, err
		}
		if i == 0 {
			st.Money = m
		} else {
			st.Others = append(st.Others, m)
		}
	}
	for _, account := range []ledger.Account{
		ledger.Holding(w, sale.Node), ledger.SaleIncome(w), ledger.Referral(w, ledger.ReferralPending),
		ledger.Referral(w, ledger.ReferralPayable), ledger.ReferralExpense(w),
	} {
		entries, _, err := e.History().Entries(ctx, account, "", limit)
		if err != nil {
			return st, err
		}
		st.Entries = append(st.Entries, entries...)
	}
	st.Entries = latest(st.Entries, limit)
	return st, k.rewards(ctx, e, w, &st)
}

// money is what a wallet paid and earned in an asset.
func (k *inAsset) money(ctx context.Context, e *engine.Engine, w ledger.Wallet) (Money, error) {
	zero := money.Zero(k.asset)
	m := Money{Paid: zero, Referral: Earnings{Earned: k.earned, Nodes: k.nodes, Purchases: k.purchases,
		Pending: zero, Payable: zero, Paid: zero, InRuns: k.inRuns}}
	booked := zero // what the referrer earned, as it is booked
	for _, a := range []struct {
		account ledger.Account
		see     func(money.Balance) error
	}{
		{ledger.SaleIncome(w), func(b money.Balance) (err error) {
			if b.Negative() { // otherwise more was refunded than paid
				m.Paid, err = b.Owed()
			}
			return err
		}},
		{ledger.Referral(w, ledger.ReferralPending), owed(&m.Referral.Pending)},
		{ledger.Referral(w, ledger.ReferralPayable), owed(&m.Referral.Payable)},
		{ledger.ReferralExpense(w), func(b money.Balance) (err error) {
			booked, err = b.Held()
			return err
		}},
	} {
		b, err := fold.BalanceNow(ctx, e.Reader(), ledger.Place{Account: a.account, Asset: k.asset})
		if err == nil {
			err = a.see(b)
		}
		if err != nil {
			return m, err
		}
	}
	r := &m.Referral
	var err error
	r.Paid, err = paid(booked, r.Pending, r.Payable, r.InRuns) // what was booked as earned and is owed no more
	return m, err
}

func owed(into *money.Amount) func(money.Balance) error {
	return func(b money.Balance) (err error) {
		*into, err = b.Owed()
		return err
	}
}

// latest puts the entries of several accounts into one list, newest first. A posting between two of the accounts is in it
// once.
func latest(entries []engine.Entry, limit int) []engine.Entry {
	slices.SortFunc(entries, func(a, b engine.Entry) int {
		return cmp.Or(b.Effective.Compare(a.Effective), cmp.Compare(b.Sequence, a.Sequence), cmp.Compare(a.Line, b.Line))
	})
	entries = slices.CompactFunc(entries, func(a, b engine.Entry) bool { return a.Sequence == b.Sequence && a.Line == b.Line })
	return entries[:min(limit, len(entries))]
}

// Holder is a wallet and what it holds.
type Holder struct {
	Wallet ledger.Wallet
	Nodes  uint64
}

// Holders lists who holds nodes in order of wallet, beginning after a wallet (the zero wallet: from the first), limit at
// most. more says that the list goes on.
func Holders(ctx context.Context, e *engine.Engine, after ledger.Wallet, limit int) (list []Holder, more bool, fresh view.AsOf, err error) {
	err = view.Together(ctx, e, func(_ *fold.Fold, s engine.State) error {
		fresh = view.At(s)
		return nil
	}, func() (err error) {
		list, more, err = holdersAfter(ctx, e.Reader(), after, limit)
		return err
	})
	if err == nil {
		err = fresh.Prove(ctx, e.Reader())
	}
	return list, more, fresh, err
}

func holdersAfter(ctx context.Context, s fold.Balances, after ledger.Wallet, limit int) (list []Holder, more bool, err error) {
	for p, err := range s.Balances(ctx, ledger.RegisterOf(sale.Node)) {
		if err != nil {
			return nil, false, err
		}
		wallet, ok := p.Account.Holder()
		if !ok || p.Asset != sale.Node || (after != (ledger.Wallet{}) && wallet.Compare(after) <= 0) {
			continue
		}
		amount, err := p.Balance.Held()
		if err != nil {
			return nil, false, err
		}
		if amount.IsZero() {
			continue
		}
		if len(list) == limit {
			return list, true, nil
		}
		units := amount.Uint256()
		list = append(list, Holder{wallet, units.Uint64()})
	}
	return list, false, nil
}
