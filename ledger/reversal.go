package ledger

import "time"

// Reverse drafts the mirror image of a sealed transaction: the same postings from To to From, with the original's
// effective time, booked when the reason became known. A reversal itself cannot be reversed: the mirror of a mirror has
// the key of the first mirror, and a journal has each key once.
func Reverse(t *Transaction, booked time.Time, reason string) Draft {
	d := t.Draft
	d.Kind = ReversalKind
	d.Booked = booked
	d.Reverses = t.Sequence
	d.Source.Reversal = true
	d.Meta = Meta{"reason": reason, "reverses": t.Hash.String()}
	d.Postings = make([]Posting, len(t.Postings))
	for i, p := range t.Postings {
		d.Postings[len(t.Postings)-1-i] = Posting{From: p.To, To: p.From, Amount: p.Amount}
	}
	return d
}

// SameContent says that sealing d would say what t says already. The time of booking does not count: it is when the
// fact was first known.
func (t *Transaction) SameContent(d *Draft) bool {
	a, b := &t.Draft, d
	if a.Kind != b.Kind || a.Program != b.Program || a.Rule != b.Rule || !a.Effective.Equal(b.Effective) ||
		a.Source != b.Source || a.Reverses != b.Reverses || len(a.Postings) != len(b.Postings) ||
		a.Meta.Canonical() != b.Meta.Canonical() {
		return false
	}
	for i := range a.Postings {
		if a.Postings[i] != b.Postings[i] {
			return false
		}
	}
	return true
}
