package store

import (
	"bytes"
	"fmt"
	"math"
	"slices"

	"github.com/nodeledger/nodeledger/ledger"
)

// accounts reads the dictionary: ids without a gap, paths of the chart, digests.
func (v *verification) accounts() error {
	rows, err := v.tx.Model(&accountRow{}).Select(accountTable.names()).Order("id").Rows()
	if err != nil {
		return err
	}
	defer rows.Close()
	v.ids = map[ledger.Account]int64{}
	for want := int64(1); rows.Next(); want++ {
		var r accountRow
		name := fmt.Sprintf("id %d", want)
		if err := rows.Scan(&r.ID, &r.Path, &r.Digest); err != nil {
			return ledger.Differs("account", name, "it cannot be read: %v", err)
		}
		if r.ID != want {
			return ledger.Differs("account", name, "it is missing, the next one stored is %d", r.ID)
		}
		if !bytes.Equal(r.Digest, r.seal()) {
			return ledger.Differs("account", name, "its path is not what its digest was made of")
		}
		a, err := r.account()
		if err != nil {
			return err
		}
		if other, twice := v.ids[a]; twice {
			return ledger.Differs("account", name, "it has the path of account %d", other)
		}
		v.byID[r.ID], v.ids[a] = a, r.ID
	}
	return rows.Err()
}

// journal feeds every transaction with its postings to the ledger's verifier. Postings are read by stretches of the
// journal that leave no gap, so that none can hide between transactions.
func (v *verification) journal() error {
	after := int64(math.MinInt64)
	for {
		var rows []*journalRow
		err := journalRows(v.tx.Where("sequence > ?", after).Order("sequence").Limit(page), func(r *journalRow) error {
			rows = append(rows, r)
			return nil
		})
		if err != nil {
			return err
		}
		to := int64(math.MaxInt64)
		if i := slices.IndexFunc(rows, func(r *journalRow) bool { return r.wide() != 0 }); i >= 0 {
			rows = rows[:i+1] // what it moved is compared before the next one is read
			to = rows[i].Sequence
		} else if len(rows) == page {
			to = rows[page-1].Sequence
		}
		if len(rows) > 0 {
			if err := v.inputsTo(rows[len(rows)-1].Sequence - 1); err != nil {
				return err
			}
		}
		if err := v.stretch(rows, after, to); err != nil {
			return err
		}
		if to == math.MaxInt64 {
			break
		}
		after = to
	}
	if err := v.lastInputs(); err != nil {
		return err
	}
	if n := int64(len(v.byID)); v.used != n {
		return ledger.Differs("account", fmt.Sprintf("id %d", v.used+1), "no posting uses it")
	}
	return nil
}

// stretch checks transactions in order, and all postings whose sequence is above after and not above to.
func (v *verification) stretch(rows []*journalRow, after, to int64) error {
	var postings []ledger.Posting
	var wide *ledger.Transaction // the last one, when it is
	finish := func() error {
		r := rows[0]
		if int64(len(postings)) != r.Postings {
			return ledger.Differs("posting", fmt.Sprintf("sequence %d", r.Sequence), "the journal says %d postings, there are %d", r.Postings,
				len(postings))
		}
		t, err := r.transaction()
		if err != nil {
			return err
		}
		t.Postings = postings
		rows, postings = rows[1:], postings[:0]
		v.place(r.Sequence - 1)
		if t.Wide() {
			wide = &t
		}
		return v.ledger.Transaction(&t)
	}
	find := func(id int64) (ledger.Account, bool) { a, ok := v.byID[id]; return a, ok }
	// Reading from the bound itself keeps a row with the smallest number of all from hiding.
	above := v.tx.Where("sequence > ? AND sequence <= ?", after, to)
	if after == math.MinInt64 {
		above = v.tx.Where("sequence <= ?", to)
	}
	err := postingRows(above.Order("sequence, line"), func(p *postingRow) error {
		for len(rows) > 0 && rows[0].Sequence < p.Sequence {
			if err := finish(); err != nil {
				return err
			}
		}
		switch {
		case len(rows) == 0 || rows[0].Sequence != p.Sequence:
			return ledger.Differs("posting", p.name(), "there is no such transaction")
		case p.Line != int64(len(postings)):
			return ledger.Differs("posting", p.name(), "the line before it is number %d", len(postings)-1)
		case p.Effective != rows[0].Effective:
			return ledger.Differs("posting", p.name(), "its effective time is %d, its transaction says %d", p.Effective, rows[0].Effective)
		case p.Wide != rows[0].wide():
			return ledger.Differs("posting", p.name(), "its wide is %d, its transaction has %d postings", p.Wide, rows[0].Postings)
		}
		read, err := p.posting(find)
		if err != nil {
			return err
		}
		for _, id := range [2]int64{p.FromID, p.ToID} {
			if id > v.used+1 {
				return ledger.Differs("posting", p.name(), "it uses account %d before account %d was used", id, v.used+1)
			}
			v.used = max(v.used, id)
		}
		postings = append(postings, read)
		return nil
	})
	for err == nil && len(rows) > 0 {
		err = finish()
	}
	if err == nil && wide != nil {
		err = v.wide(wide)
	}
	return err
}
