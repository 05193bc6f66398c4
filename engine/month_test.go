package engine_test

import (
	"bytes"
	"context"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
)

// TestAMonthIsClosedOnceAndPaid follows one month from its revenue to the last payment.
func TestAMonthIsClosedOnceAndPaid(t *testing.T) {
	ctx := context.Background()
	w := newWorld(1)
	w.Mine(w.Buy(50, 0, 4), w.Buy(51, 0, 5), w.Buy(52, 0, 20))
	for len(w.Blocks) < 12*20 {
		w.Mine()
	}
	w.Finalise(0)
	s := open(t, "books.db")
	e := startPaying(t, s, w)
	files := map[string]*bytes.Buffer{}
	e.Keep(func(name string) (io.WriteCloser, error) {
		files[name] = new(bytes.Buffer)
		return nopCloser{files[name]}, nil
	})
	must := func(receipt engine.Receipt, err error) {
		t.Helper()
		if err != nil || receipt.AlreadyRecorded {
			t.Fatalf("%+v: %v", receipt, err)
		}
	}
	fails := func(want string, again engine.Receipt, err error) {
		t.Helper()
		if err == nil || again.AlreadyRecorded || !strings.Contains(err.Error(), want) {
			t.Fatalf("%v, want %q", err, want)
		}
	}
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	row := fold.RevenueRow{Source: "dapp", Amount: "0.001001", At: time.Date(2024, 4, 20, 0, 0, 0, 0, time.UTC)}
	must(e.RecordRevenue(ctx, engine.By{Name: "ann"}, "april", row))
	staff(t, e)
	fails("not authenticated", engine.Receipt{},
		func() error { _, err := e.RecordRevenue(ctx, engine.By{Name: "ann"}, "april-2", row); return err }())
	if again, err := e.RecordRevenue(ctx, ann, "april", row); !again.AlreadyRecorded || err != nil {
		t.Fatalf("the same revenue: %v %v", again, err)
	}
	row.Amount = "5"
	again, err := e.RecordRevenue(ctx, ann, "april", row)
	fails("recorded before", again, err)
	again, err = e.CloseMonth(ctx, ann, "2024-06")
	fails("final up to", again, err)
	must(e.CloseMonth(ctx, ann, "2024-04"))
	head := func() string { st, _ := s.State(ctx); return st.Ledger.String() }
	before := head()
	for _, by := range []engine.By{ann, bob} {
		if again, err := e.CloseMonth(ctx, by, "2024-04"); !again.AlreadyRecorded || err != nil {
			t.Fatalf("closing twice: %v %v", again, err)
		}
	}
	same(t, "head after closing twice", head(), before)
	again, err = e.RecordRevenue(ctx, ann, "late",
		fold.RevenueRow{Source: "dapp", Amount: "1", At: time.Date(2024, 4, 29, 0, 0, 0, 0, time.UTC)})
	fails("up to which months are closed", again, err)
	// 500 units of 2,250: 51 gets floor(250 x 500 / 2250) = 55, 52 gets floor(2000 x 500 / 2250) = 444, one is carried.
	m, err := e.Month(ctx, "2024-04")
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range map[byte]string{50: "0", 51: "55", 52: "444"} {
		if i, ok := m.Find(ledger.Wallet{19: n}); !ok || m.Share(i).Digits() != want {
			t.Errorf("wallet %d gets %s, want %s", n, m.Share(i).Digits(), want)
		}
	}
	same(t, "carry", m.CarryOut.Net().String(), "1")
	var file bytes.Buffer
	if _, err := m.WriteFile(&file); err != nil || !bytes.Equal(file.Bytes(), files["month-2024-04.json"].Bytes()) {
		t.Errorf("the month's file is another when it is computed again (%v)", err)
	}

	must(e.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer))
	if again, err := e.PreparePayout(ctx, ann, "april", "USDT", payout.Transfer); !again.AlreadyRecorded || err != nil {
		t.Fatalf("preparing twice: %v %v", again, err)
	}
	again, err = e.PreparePayout(ctx, ann, "april-2", "USDT", payout.Transfer)
	fails("nothing is to be paid", again, err)
	must(e.StepPayout(ctx, ann, "april", payout.Propose, ""))
	again, err = approve(e, ann, "april")
	fails("another operator", again, err)
	again, err = approve(e, engine.By{Name: "bob"}, "april")
	fails("not authenticated", again, err)
	again, err = approve(e, engine.By{Name: "bob", Token: ann.Token}, "april")
	fails("belongs to ann", again, err)
	must(approve(e, bob, "april"))
	must(e.ExportPayout(ctx, ann, "april", ledger.Hash{}, ledger.Hash{}))
	var lines []ledger.Wallet
	e.Payouts(func(b *payout.Book) { lines = b.Run("april").Wallets() })
	var again2 bytes.Buffer
	if _, err := e.RunFile(ctx, "april", &again2); err != nil || !bytes.Equal(again2.Bytes(), files["payout-april.json"].Bytes()) {
		t.Errorf("the run's file is another when it is written again (%v)", err)
	}
	for _, wallet := range lines {
		var amount money.Amount
		e.Payouts(func(b *payout.Book) { amount, _, _, _ = b.Run("april").Line(wallet) })
		units := amount.Uint256()
		w.pay(wallet, units.Uint64(), false)
	}
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	state := func() (state payout.State) {
		e.Payouts(func(b *payout.Book) { state = b.Run("april").State })
		return state
	}
	same(t, "before finality", state(), payout.Exported)
	w.Finalise(0)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	same(t, "after finality", state(), payout.Settled)
	conserved(t, s)
	verified(t, s)
	again, err = e.StepPayout(ctx, ann, "april", payout.Cancel, "too late")
	fails("cannot be cancelled", again, err)
}
