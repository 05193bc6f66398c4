package store

import (
	"cmp"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// balances compares the table with what the journal adds up to.
func (v *verification) balances() error {
	truth := v.ledger.Balances().Now
	check := func(r *balanceRow) (ledger.Place, error) {
		b, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
		if err != nil {
			return ledger.Place{}, ledger.Differs("balance", r.name(), "%v", err)
		}
		place := ledger.Place{Account: v.byID[r.Account], Asset: b.In.Asset()}
		return place, agree("balance", r.name(), truth, place, b)
	}
	seen := map[ledger.Place]bool{}
	pass := func(visit func(ledger.Place)) error {
		return balanceRows(v.tx.Order("account, asset, decimals"), func(r *balanceRow) error {
			place, err := check(r)
			if err == nil {
				visit(place)
			}
			return err
		})
	}
	n := 0
	if err := pass(func(ledger.Place) { n++ }); err != nil || n == len(truth) {
		return err
	}
	if err := pass(func(p ledger.Place) { seen[p] = true }); err != nil {
		return err
	}
	var first *balanceRow
	for place := range truth {
		r := balanceRow{Account: v.ids[place.Account], Asset: place.Asset.Symbol()}
		if !seen[place] && (first == nil || cmp.Or(cmp.Compare(r.Account, first.Account), cmp.Compare(r.Asset, first.Asset)) < 0) {
			first = &r
		}
	}
	return ledger.Differs("balance", first.name(), "it is missing")
}

// days compares the table with what the journal adds up to day by day.
func (v *verification) days() error {
	truth := v.ledger.Balances().Days
	seen := map[ledger.DayPlace]bool{}
	pass := func(visit func(ledger.DayPlace)) error {
		return dayDeltaRows(v.tx.Order("wide, asset, decimals, account, day"), func(r *dayDeltaRow) error {
			b, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
			if err != nil {
				return ledger.Differs("day_delta", r.name(), "%v", err)
			}
			at := ledger.DayPlace{Place: ledger.Place{Account: v.byID[r.Account], Asset: b.In.Asset()}, Day: uint64(r.Day), Wide: uint64(r.Wide)}
			if err := agree("day_delta", r.name(), truth, at, b); err != nil {
				return err
			}
			visit(at)
			return nil
		})
	}
	n := 0
	if err := pass(func(ledger.DayPlace) { n++ }); err != nil || n == len(truth) {
		return err
	}
	if err := pass(func(at ledger.DayPlace) { seen[at] = true }); err != nil {
		return err
	}
	var first *dayDeltaRow
	for at := range truth {
		r := dayDeltaRow{Wide: int64(at.Wide), Account: v.ids[at.Account], Day: int64(at.Day), Asset: at.Asset.Symbol()}
		if !seen[at] && (first == nil || cmp.Or(cmp.Compare(r.Wide, first.Wide), cmp.Compare(r.Asset, first.Asset),
			cmp.Compare(r.Account, first.Account), cmp.Compare(r.Day, first.Day)) < 0) {
			first = &r
		}
	}
	return ledger.Differs("day_delta", first.name(), "it is missing")
}

// agree compares one stored balance with the true one.
func agree[K comparable](table, row string, truth map[K]*money.Balance, at K, b money.Balance) error {
	want, ok := truth[at]
	if !ok {
		return ledger.Differs(table, row, "the journal moved nothing there")
	}
	if b != *want {
		return ledger.Differs(table, row, "it holds %s in and %s out, the journal says %s in and %s out",
			b.In.Digits(), b.Out.Digits(), want.In.Digits(), want.Out.Digits())
	}
	return nil
}
