package statement

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Total is what the lines of one nature come to in one asset in one year: what was earned, what was paid for nodes (the cost basis) and
// what of it came back.
type Total struct {
	Year     int
	Nature   Nature
	Asset    money.Asset
	Amount   *big.Int // base units
	Lines    int
	Unpriced int    // of them, whose day has no price
	Value    string // US dollars, exact: of the lines that have a price
}

// counts says that a line is one of a total: income, and of what was bought what was paid for it.
func counts(a ledger.Account, l *Line) bool {
	return l.Nature == Income || a.Class() == ledger.Income && (l.Nature == Purchase || l.Nature == Return)
}

// totals adds up the lines, in order of year, nature and asset.
func (st *Period) totals() (list []Total, err error) {
	type key struct {
		year   int
		nature Nature
		asset  money.Asset
	}
	sums := map[key]*Total{}
	values := map[key]decimal.Decimal{}
	for i := range st.Accounts {
		a := &st.Accounts[i]
		for j := range a.Lines {
			l := &a.Lines[j]
			if !counts(a.Account, l) {
				continue
			}
			k := key{l.When.UTC().Year(), l.Nature, a.Asset}
			t := sums[k]
			if t == nil {
				t = &Total{Year: k.year, Nature: k.nature, Asset: k.asset, Amount: new(big.Int)}
				sums[k] = t
			}
			t.Amount.Add(t.Amount, l.Amount)
			t.Lines++
			if l.Value == "" {
				t.Unpriced++
				continue
			}
			value, err := decimal.NewFromString(l.Value)
			if err != nil {
				return nil, err
			}
			values[k] = values[k].Add(value)
		}
	}
	for k, t := range sums {
		if t.Unpriced < t.Lines {
			t.Value = values[k].String()
		}
		list = append(list, *t)
	}
	slices.SortFunc(list, func(a, b Total) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Nature, b.Nature), cmp.Compare(a.Asset.Symbol(), b.Asset.Symbol()))
	})
	return list, nil
}
