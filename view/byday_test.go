package view_test

import (
	"slices"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
)

// By day a journal has every transaction once, in order of days, and those of a day in its own order.
func TestByDay(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Made(t)
	samplebooks.Settle(t, e)
	state, err := e.Reader().State(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	before := state.Ledger.Sequence
	var drafts []ledger.Draft
	hours := []int{50, 49, 3, 80, 4, 60, 2, 75, 74} // days 16 16 14 17 14 16 14 17 17
	for i, hour := range hours {
		drafts = append(drafts, ledger.Draft{
			Kind: "opening", Effective: samplebooks.Day(14).Add(time.Duration(hour) * time.Hour), Booked: samplebooks.Day(20),
			Source: ledger.OperatorSource("test", string(rune('a'+i))),
			Postings: []ledger.Posting{{From: ledger.Opening(), To: ledger.WalletFunds(samplebooks.Person(9)),
				Amount: money.Units(money.MustAsset("USDT", 6), 1)}},
		})
	}
	samplebooks.Book(t, e, drafts...)
	for last, want := range map[uint64][]uint64{
		before + 9: {3, 5, 7, 1, 2, 6, 4, 8, 9}, before + 4: {3, 1, 2, 4}, before + 1: {1}, before + 100: {3, 5, 7, 1, 2, 6, 4, 8, 9},
	} {
		var got []uint64
		for tx, err := range view.ByDay(t.Context(), e.History(), last) {
			if err != nil {
				t.Fatal(err)
			}
			if tx.Sequence > before {
				got = append(got, tx.Sequence-before)
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("up to %d: %v, want %v", last, got, want)
		}
	}
	for _, err := range view.ByDay(t.Context(), e.History(), before+9) {
		if err != nil {
			t.Fatal(err)
		}
		break // whoever has seen enough stops it
	}
}
