package report

import (
	"cmp"
	"context"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
)

// CashFlow is what moved through a wallet or contract of the project in a period.
type CashFlow struct {
	Wallet   ledger.Wallet
	From, To time.Time   // zero: no bound
	Assets   []AssetFlow // in order of symbol
	AsOf     view.AsOf
}

// AssetFlow is what moved of one asset: opening + everything in - everything out = closing.
type AssetFlow struct {
	Asset            money.Asset
	Opening, Closing *big.Int
	Lines            []Flow // in order of kind
}

// Flow is what came from one kind of account and what went there. What was reversed is taken off the side on which it stood.
type Flow struct {
	Kind    string // of the account on the other side, as [view.KindOf] says it
	Role    ledger.Role
	Name    sentence.Sentence // see [NameOf]
	In, Out *big.Int
}

// CashFlowOf is the cash flow of a wallet, distributor or sale contract from an instant to before another. Nobody may commit between
// the reading of the state and the end.
func CashFlowOf(ctx context.Context, reader engine.Reader, journal engine.History, state engine.State, w ledger.Wallet,
	from, to time.Time) (c CashFlow, err error) {
	c = CashFlow{Wallet: w, From: from, To: to}
	if c.AsOf, err = view.Of(ctx, reader, state); err != nil {
		return c, err
	}
	places, known, err := placesOf(ctx, reader, w)
	if err != nil {
		return c, err
	}
	if len(places) == 0 {
		return c, problem.NotFoundf("nothing was booked to a wallet %s of the project: %s", w, known)
	}
	flows := map[money.Asset]*AssetFlow{}
	for _, p := range places {
		if flows[p.Asset] == nil {
			flows[p.Asset] = &AssetFlow{Asset: p.Asset, Opening: new(big.Int), Closing: new(big.Int)}
		}
		if err := flows[p.Asset].bounds(ctx, reader, p, from, to); err != nil {
			return c, err
		}
	}
	if err := follow(ctx, journal, places, from, to, flows); err != nil {
		return c, err
	}
	for _, f := range flows {
		if err := f.check(w); err != nil {
			return c, err
		}
		c.Assets = append(c.Assets, *f)
	}
	slices.SortFunc(c.Assets, func(a, b AssetFlow) int { return cmp.Compare(a.Asset.Symbol(), b.Asset.Symbol()) })
	return c, nil
}

// placesOf are the places of a wallet among the assets. known names those that have some, for a refusal.
func placesOf(ctx context.Context, reader engine.Reader, w ledger.Wallet) (places []ledger.Place, known string, err error) {
	known = "there is none yet"
	var wallets []string
	for p, err := range reader.Balances(ctx, ledger.Assets.Prefix()) {
		if err != nil {
			return nil, "", err
		}
		owner, ok := p.Account.Wallet()
		if !ok {
			continue
		}
		if owner == w {
			places = append(places, p.Place)
		}
		if !slices.Contains(wallets, owner.String()) && len(wallets) < 5 {
			wallets = append(wallets, owner.String())
			known = "name one of " + fmt.Sprint(wallets)
		}
	}
	return places, known, nil
}

// bounds adds a place's balances at both ends.
func (f *AssetFlow) bounds(ctx context.Context, reader engine.Reader, p ledger.Place, from, to time.Time) error {
	if to.IsZero() {
		to = view.Ever
	}
	closing, err := reader.BalanceAt(ctx, p, to)
	if err != nil {
		return err
	}
	f.Closing.Add(f.Closing, closing.Net())
	if from.IsZero() {
		return nil
	}
	opening, err := reader.BalanceAt(ctx, p, from)
	if err == nil {
		f.Opening.Add(f.Opening, opening.Net())
	}
	return err
}

// follow adds the entries of places to the flows of their assets. What moves from one of them to another stays where it is.
func follow(ctx context.Context, journal engine.History, places []ledger.Place, from, to time.Time,
	flows map[money.Asset]*AssetFlow) error {
	var own []ledger.Account
	for _, p := range places {
		if !slices.Contains(own, p.Account) {
			own = append(own, p.Account)
		}
	}
	for _, account := range own {
		for entry, err := range view.Entries(ctx, journal, account, from, to) {
			if err != nil {
				return err
			}
			p := entry.Posting
			in, other := p.To == account, p.From
			if !in {
				other = p.To
			}
			if !slices.Contains(own, other) {
				flows[p.Amount.Asset()].move(other, in, entry.Kind == ledger.ReversalKind, p.Amount.Big())
			}
		}
	}
	return nil
}

// move adds a movement from or to an account; one that is reversed is taken off the other direction.
func (f *AssetFlow) move(other ledger.Account, in, reversed bool, units *big.Int) {
	kind := view.KindOf(other)
	at, found := slices.BinarySearchFunc(f.Lines, kind, func(l Flow, kind string) int { return cmp.Compare(l.Kind, kind) })
	if !found {
		f.Lines = slices.Insert(f.Lines, at, Flow{Kind: kind, Role: other.Role(), Name: NameOf(other), In: new(big.Int), Out: new(big.Int)})
	}
	l := &f.Lines[at]
	if reversed {
		in = !in
		units.Neg(units)
	}
	if in {
		l.In.Add(l.In, units)
	} else {
		l.Out.Add(l.Out, units)
	}
}

// check compares the movements with the balances, and leaves out the lines on which nothing stayed.
func (f *AssetFlow) check(w ledger.Wallet) error {
	f.Lines = slices.DeleteFunc(f.Lines, func(l Flow) bool { return l.In.Sign() == 0 && l.Out.Sign() == 0 })
	sum := new(big.Int).Set(f.Opening)
	for _, l := range f.Lines {
		sum.Add(sum, l.In).Sub(sum, l.Out)
	}
	if sum.Cmp(f.Closing) != 0 {
		return fmt.Errorf("%s: %s of %s in base units at the beginning and its movements make %s, and the books have %s at the end: run "+
			"`nodeledger ledger verify`", w, f.Opening, f.Asset, sum, f.Closing)
	}
	return nil
}
