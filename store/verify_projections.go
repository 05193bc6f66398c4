package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

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
		want := truth[place]
		if want == nil {
			return place, agree("balance", r.name(), nil, b)
		}
		return place, agree("balance", r.name(), &want.Balance, b)
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

// days compares the table with what the journal adds up to day by day; what wide transactions moved was compared with them.
func (v *verification) days() error {
	if err := v.noOtherWides(); err != nil {
		return err
	}
	truth := v.ledger.Balances().Days
	seen := map[ledger.DayPlace]bool{}
	pass := func(visit func(ledger.DayPlace)) error {
		return dayDeltaRows(v.tx.Where("wide = 0").Order("asset, decimals, account, day"), func(r *dayDeltaRow) error {
			b, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
			if err != nil {
				return ledger.Differs("day_delta", r.name(), "%v", err)
			}
			at := ledger.DayPlace{Place: ledger.Place{Account: v.byID[r.Account], Asset: b.In.Asset()}, Day: uint64(r.Day)}
			if err := agree("day_delta", r.name(), truth[at], b); err != nil {
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
		r := dayDeltaRow{Account: v.ids[at.Account], Day: int64(at.Day), Asset: at.Asset.Symbol(), Decimals: int16(at.Asset.Decimals())}
		if !seen[at] && (first == nil || compareDays(r, *first) < 0) {
			first = &r
		}
	}
	return ledger.Differs("day_delta", first.name(), "it is missing")
}

// noOtherWides finds rows that say of a wide transaction what it moved and of which there is no such transaction.
func (v *verification) noOtherWides() error {
	var wides []int64
	if err := v.tx.Raw(widesOf("day_delta")).Scan(&wides).Error; err != nil {
		return err
	}
	for _, wide := range wides {
		if wide != 0 && !v.wides[wide] {
			return ledger.Differs("day_delta", fmt.Sprintf("wide %d", wide), "there is no transaction with so many postings")
		}
	}
	return nil
}

// wide compares what the table of days says of a wide transaction, which was just verified, with what it moved.
func (v *verification) wide(t *ledger.Transaction) error {
	if v.wides == nil {
		v.wides = map[int64]bool{}
	}
	v.wides[int64(t.Sequence)] = true
	type line struct {
		row   dayDeltaRow
		moved *money.Balance
	}
	moved := v.ledger.Moved()
	want := make([]line, 0, len(moved)+1)
	add := func(a ledger.Account, asset money.Asset, moved *money.Balance) {
		want = append(want, line{dayDeltaRow{Wide: int64(t.Sequence), Asset: asset.Symbol(), Decimals: int16(asset.Decimals()),
			Account: v.ids[a], Day: int64(ledger.Day(t.Effective))}, moved})
	}
	for i := range t.Postings {
		p := &t.Postings[i]
		if i == 0 || moved[i].From != moved[i-1].From {
			add(p.From, p.Amount.Asset(), moved[i].FromDay)
		}
		add(p.To, p.Amount.Asset(), moved[i].ToDay)
	}
	slices.SortFunc(want, func(x, y line) int { return compareDays(x.row, y.row) })
	want = slices.CompactFunc(want, func(x, y line) bool { return x.moved == y.moved })
	err := dayDeltaRows(v.tx.Where("wide = ?", t.Sequence).Order("asset, decimals, account, day"), func(r *dayDeltaRow) error {
		b, err := readBalance(r.Asset, r.Decimals, r.Incoming, r.Outgoing)
		if err != nil {
			return ledger.Differs("day_delta", r.name(), "%v", err)
		}
		key := *r
		key.Incoming, key.Outgoing = "", ""
		if len(want) > 0 && compareDays(want[0].row, key) < 0 {
			return ledger.Differs("day_delta", want[0].row.name(), "it is missing")
		}
		if len(want) == 0 || want[0].row != key {
			return agree("day_delta", r.name(), nil, b)
		}
		err = agree("day_delta", r.name(), want[0].moved, b)
		want = want[1:]
		return err
	})
	if err == nil && len(want) > 0 {
		return ledger.Differs("day_delta", want[0].row.name(), "it is missing")
	}
	return err
}

// compareDays is the order of the table of days.
func compareDays(x, y dayDeltaRow) int {
	return cmp.Or(cmp.Compare(x.Wide, y.Wide), strings.Compare(x.Asset, y.Asset), cmp.Compare(x.Decimals, y.Decimals),
		cmp.Compare(x.Account, y.Account), cmp.Compare(x.Day, y.Day))
}

// agree compares one stored balance with the true one, of which there may be none.
func agree(table, row string, want *money.Balance, b money.Balance) error {
	if want == nil {
		return ledger.Differs(table, row, "the journal moved nothing there")
	}
	if b != *want {
		return ledger.Differs(table, row, "it holds %s in and %s out, the journal says %s in and %s out",
			b.In.Digits(), b.Out.Digits(), want.In.Digits(), want.Out.Digits())
	}
	return nil
}
