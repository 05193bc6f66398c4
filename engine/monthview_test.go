package engine_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
)

// What readers find in the inputs is what was recorded: each fact with its transaction, the month as it was closed, and who a
// run left waiting.
func TestFactsAreReadFromTheInputs(t *testing.T) {
	ctx := context.Background()
	w := newWorld(4)
	w.Mine(w.Buy(50, 0, 4), w.Buy(51, 0, 5), w.Buy(52, 0, 20))
	for len(w.Blocks) < 12*20 {
		w.Mine()
	}
	w.Finalise(0)
	s := open(t, "books.db")
	e := startPaying(t, s, w)
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	check(e.Sync(ctx, nil))
	staff(t, e)
	record := func(receipt engine.Receipt, err error) {
		t.Helper()
		if check(err); receipt.AlreadyRecorded {
			t.Fatal("it was recorded before")
		}
	}
	record(e.RecordRevenue(ctx, ann, "april", fold.RevenueRow{Source: "dapp", Amount: "1", At: time.Date(2024, 4, 20, 0, 0, 0, 0, time.UTC)}))
	record(e.Hold(ctx, ann, "hold", ledger.Wallet{19: 51}.String(), "a question"))
	record(e.CloseMonth(ctx, ann, "2024-04"))
	record(e.PreparePayout(ctx, bob, "april", "USDT", payout.Transfer))

	kinds := map[string]int{}
	for in, err := range s.Inputs(ctx, 1) {
		check(err)
		f, err := in.Fact()
		check(err)
		if (f == nil) != (in.Kind != fold.InputFact) {
			t.Errorf("input %d, %s, gives the fact %v", in.Sequence, in.Kind, f)
		}
		if f == nil {
			continue
		}
		kinds[f.Kind]++
		if tx, err := s.Keyed(ctx, f.Key()); err != nil || tx == nil || tx.Meta["fact"] != f.Kind {
			t.Errorf("the journal has %v of %s (%v)", tx, f.Key(), err)
		}
		month, err := f.ClosedMonth()
		check(err)
		m, refused := e.Closing().Month(ctx, f, e.Reader())
		if f.Kind != fold.Month {
			if month != "" || refused == nil {
				t.Errorf("the fact %s closed the month %q", f.Key(), month)
			}
			continue
		}
		check(refused)
		again, err := e.Month(ctx, month)
		check(err)
		var one, other bytes.Buffer
		_, err = m.WriteFile(&one)
		check(err)
		_, err = again.WriteFile(&other)
		if check(err); month != "2024-04" || !bytes.Equal(one.Bytes(), other.Bytes()) {
			t.Errorf("month %s is another when it is computed again", month)
		}
	}
	if kinds[fold.Operator] != 2 || kinds[fold.Month] != 1 || kinds[fold.PayoutHold] != 1 || kinds[fold.Payout] != 1 {
		t.Errorf("%v", kinds)
	}
	run, _, err := e.Run(ctx, "april")
	check(err)
	waiting := run.Waiting
	if len(waiting) != 1 || waiting[0].Wallet != (ledger.Wallet{19: 51}) || waiting[0].Why != payout.HeldBack {
		t.Errorf("%+v", waiting)
	}
	if _, err := fold.ReadRun(&ledger.Draft{}, nil); err == nil {
		t.Error("somebody waits for a transaction that is no run")
	}
}
