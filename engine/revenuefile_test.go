package engine_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// What is left out of a file on request is in the journal with the rule, the sums and the reason, once.
func TestWhatIsLeftOutOfAFileIsInTheBooks(t *testing.T) {
	ctx := context.Background()
	w := newWorld(3)
	for range 30 {
		w.grow(1)
	}
	w.Finalise(0)
	s := open(t, "books.db")
	e := startPaying(t, s, w)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	staff(t, e)
	file := engine.RevenueFile{
		Rows: []engine.ReferencedRevenue{{Row: 2, Reference: "a", RevenueRow: fold.RevenueRow{Source: "fiat", Amount: "1", At: w.Now()}}},
		LeftOut: &fold.LeftOutBody{File: "aa", Source: "fiat", Reason: "booked by hand", Rules: []fold.LeftOutRows{
			{Rule: "currency=eur", Rows: 1, Gross: map[string]string{"eur": "100.00"}, Fees: map[string]string{"eur": "3.20"}},
		}},
	}
	nameless := file
	nameless.LeftOut = &fold.LeftOutBody{File: "aa", Source: "fiat", Reason: " ", Rules: file.LeftOut.Rules}
	_, err := e.RecordRevenueFile(ctx, ann, nameless)
	refusal(t, problem.Invalid, "the reason to leave rows out must have 1 to 500 letters")(engine.Receipt{}, err)
	for i, want := range []engine.Imported{{Written: 2}, {Already: 1}} {
		if done, err := e.RecordRevenueFile(ctx, ann, file); done != want || err != nil {
			t.Errorf("time %d: %+v, %v", i, done, err)
		}
	}
	only := file
	only.Rows = nil
	if done, err := e.RecordRevenueFile(ctx, ann, only); done != (engine.Imported{}) || err != nil {
		t.Errorf("only what was left out: %+v, %v", done, err)
	}
	traces := 0
	for tx, err := range s.Transactions(ctx, 1) {
		if err != nil {
			t.Fatal(err)
		}
		if m := tx.Meta; m["fact"] == fold.LeftOut {
			traces++
			if len(tx.Postings) != 0 || m["reason"] != "booked by hand" || m["file"] != "aa" ||
				m["left_out"] != "currency=eur: 1 row, gross 100.00 eur, fees 3.20 eur" {
				t.Errorf("%+v", tx)
			}
		}
	}
	if traces != 1 {
		t.Errorf("%d traces", traces)
	}
	verified(t, s)
	rebuilt(t, s)
}

// Rows that cannot be read and rows that the books refuse are said together, each once.
func TestEveryWrongRowOfAFileIsSaidAtOnce(t *testing.T) {
	ctx := context.Background()
	w := newWorld(3)
	w.grow(1)
	e := startPaying(t, open(t, "books.db"), w)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	staff(t, e)
	row := func(n int, reference, amount string) engine.ReferencedRevenue {
		return engine.ReferencedRevenue{Row: n, Reference: reference, RevenueRow: fold.RevenueRow{Source: "fiat", Amount: amount, At: w.Now()}}
	}
	_, err := e.RecordRevenueFile(ctx, ann, engine.RevenueFile{
		Rows:  []engine.ReferencedRevenue{row(1, "a", "1"), row(2, "b", "0"), row(2, "b-fee", "0"), row(4, "d", "0")},
		Wrong: []problem.Row{{Number: 3, Text: "not an amount"}},
	})
	const zero = "the revenue is zero: give an amount above zero"
	same(t, "the rows", reasons(err), "row 2: "+zero+"\nrow 3: not an amount\nrow 4: "+zero)
	if err == nil || !strings.Contains(err.Error(), "3 of 4 rows are invalid") {
		t.Error(err)
	}
}

// Rows of a closed month are booked when they are recorded where that is asked for, with a note of their own date, and once however
// the file comes again.
func TestRowsOfClosedMonthsAreLate(t *testing.T) {
	ctx := context.Background()
	w := newWorld(1)
	s := open(t, "books.db")
	e := startPaying(t, s, w)
	w.upTo(t, e, on(5, 2))
	staff(t, e)
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	until := time.Date(2024, 5, 1, 0, 0, 0, 0, time.UTC)
	onTime := engine.ReferencedRevenue{Row: 1, Reference: "open", RevenueRow: fold.RevenueRow{Source: "fiat", Amount: "1", At: until}}
	closed := engine.ReferencedRevenue{Row: 2, Reference: "closed",
		RevenueRow: fold.RevenueRow{Source: "fiat", Amount: "7", At: until.Add(-time.Second), Note: "stripe charge"}}
	file := engine.RevenueFile{Rows: []engine.ReferencedRevenue{onTime, closed}, LateBy: "--late now"}
	_, err := e.RecordRevenueFile(ctx, ann, file)
	same(t, "the refusal", reasons(err), "row 2: 2024-04-30T23:59:59Z is before 2024-05-01T00:00:00Z, up to which months are closed: "+
		"with --late now it is booked now, with a note of its own date")
	late := file
	late.Late = true
	for i, c := range []struct {
		file engine.RevenueFile
		want engine.Imported
	}{{late, engine.Imported{Written: 2}}, {late, engine.Imported{Already: 2}}, {file, engine.Imported{Already: 2}}} {
		if done, err := e.RecordRevenueFile(ctx, ann, c.file); done != c.want || err != nil {
			t.Errorf("time %d: %+v, %v", i, done, err)
		}
	}
	tx, err := s.Keyed(ctx, ledger.OperatorSource("ann", "closed").Key())
	if err != nil || tx == nil {
		t.Fatal(tx, err)
	}
	if now := w.Now().UTC().Truncate(time.Second); !tx.Effective.Equal(now) || !tx.Booked.Equal(now) {
		t.Errorf("in effect at %s, booked at %s, want both at %s", tx.Effective, tx.Booked, now)
	}
	same(t, "the note", tx.Meta["note"], "stripe charge; dated 2024-04-30T23:59:59Z, in a month that was closed")
	other := late
	closed.Amount = "8"
	other.Rows = []engine.ReferencedRevenue{closed}
	if _, err := e.RecordRevenueFile(ctx, ann, other); !strings.Contains(fmt.Sprint(reasons(err)), "recorded before with other content") {
		t.Errorf("another content: %v", err)
	}
	refusal(t, problem.Invalid, "is in no month that is closed")(e.RecordRevenue(ctx, ann, "x",
		fold.RevenueRow{Source: "fiat", Amount: "1", At: until, Late: true}))
	verified(t, s)
	rebuilt(t, s)
}
