package report

import (
	"cmp"
	"context"
	"math/big"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sentence"
	"github.com/nodeledger/nodeledger/view"
)

// Sum is a number of base units of an asset; it may be below zero.
type Sum struct {
	Asset money.Asset
	Units *big.Int
}

// Line is one asset of one kind of account.
type Line struct {
	Kind string            // as [view.KindOf] says it, or [ResultKind]
	Name sentence.Sentence // what it is called, see [NameOf]
	Sum
}

// Section is a class of accounts.
type Section struct {
	Class  ledger.Class
	Lines  []Line // in order of kind and symbol
	Totals []Sum  // in order of symbol, of every asset that has a line
}

// Total is a section's sum of an asset; zero when it has no line.
func (s *Section) Total(asset money.Asset) *big.Int {
	for _, t := range s.Totals {
		if t.Asset == asset {
			return t.Units
		}
	}
	return new(big.Int)
}

// add adds a line behind the others.
func (s *Section) add(l Line) {
	s.Lines = append(s.Lines, l)
	at, found := slices.BinarySearchFunc(s.Totals, l.Asset.Symbol(), func(t Sum, symbol string) int {
		return cmp.Compare(t.Asset.Symbol(), symbol)
	})
	if !found {
		s.Totals = slices.Insert(s.Totals, at, Sum{l.Asset, new(big.Int)})
	}
	s.Totals[at].Units = new(big.Int).Add(s.Totals[at].Units, l.Units)
}

// difference is one section's totals less another's, in order of symbol, of every asset that either has.
func difference(a, b *Section) (list []Sum) {
	for _, s := range [][]Sum{a.Totals, b.Totals} {
		for _, t := range s {
			if !slices.ContainsFunc(list, func(l Sum) bool { return l.Asset == t.Asset }) {
				list = append(list, Sum{t.Asset, new(big.Int).Sub(a.Total(t.Asset), b.Total(t.Asset))})
			}
		}
	}
	slices.SortFunc(list, func(x, y Sum) int { return cmp.Compare(x.Asset.Symbol(), y.Asset.Symbol()) })
	return list
}

// sectionsOf adds up the accounts of classes over a period. Over all of the books it reads the balances; otherwise it goes through
// the journal up to the state.
func sectionsOf(ctx context.Context, reader engine.Reader, journal engine.History, state engine.State, from, to time.Time,
	classes ...ledger.Class) ([]*Section, error) {
	sums := map[ledger.Place]money.Balance{}
	if from.IsZero() && to.IsZero() {
		for _, c := range classes {
			for p, err := range reader.Balances(ctx, c.Prefix()) {
				if err != nil {
					return nil, err
				}
				sums[p.Place] = p.Balance
			}
		}
	} else {
		var err error
		of := func(a ledger.Account) bool { return slices.Contains(classes, a.Class()) }
		if sums, err = view.PeriodSums(ctx, journal, state.Ledger.Sequence, from, to, of); err != nil {
			return nil, err
		}
	}
	sections := make([]*Section, len(classes))
	for i, c := range classes {
		sections[i] = sectionOf(c, sums)
	}
	return sections, nil
}

// sectionOf gathers what places of a class hold by kind, on the normal side of the class.
func sectionOf(class ledger.Class, sums map[ledger.Place]money.Balance) *Section {
	type key struct {
		kind  string
		asset money.Asset
	}
	kinds, names := map[key]*big.Int{}, map[string]sentence.Sentence{}
	for place, b := range sums {
		if place.Account.Class() != class {
			continue
		}
		k := key{view.KindOf(place.Account), place.Asset}
		if kinds[k] == nil {
			kinds[k], names[k.kind] = new(big.Int), NameOf(place.Account)
		}
		if class.Side() == ledger.Credit {
			kinds[k].Sub(kinds[k], b.Net())
		} else {
			kinds[k].Add(kinds[k], b.Net())
		}
	}
	s := &Section{Class: class}
	keys := make([]key, 0, len(kinds))
	for k, units := range kinds {
		if units.Sign() != 0 {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b key) int {
		return cmp.Or(cmp.Compare(a.kind, b.kind), cmp.Compare(a.asset.Symbol(), b.asset.Symbol()))
	})
	for _, k := range keys {
		s.add(Line{k.kind, names[k.kind], Sum{k.asset, kinds[k]}})
	}
	return s
}
