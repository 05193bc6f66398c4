package view_test

import (
	"fmt"
	"log/slog"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
)

// Whoever writes between the look at the fold and the look at the database, this process or another one: both are of one state in the end,
// or nothing is said.
func TestTheFoldAndTheBooksTogether(t *testing.T) {
	t.Parallel()
	mine, _ := samplebooks.Days(t)
	another := again(t, mine)
	recorded := 0
	for name, writer := range map[string]*engine.Engine{"this process": mine, "another process": another} {
		for _, times := range []int{0, 1, 2, 1000} { // how often it is disturbed; 1000: each time
			var fromFold, fromBooks ledger.Hash
			reads := 0
			err := view.Together(t.Context(), mine, func(_ *fold.Fold, s engine.State) error {
				fromFold = s.Ledger.Hash
				return nil
			}, func() error {
				if reads++; reads <= times {
					recorded++
					if _, err := writer.RecordSanctions(t.Context(), engine.By{Name: "alice"}, fmt.Sprint("list-", recorded),
						[]string{fmt.Sprintf("0x%040x", recorded)}); err != nil {
						return err
					}
				}
				s, err := mine.Reader().State(t.Context())
				fromBooks = s.Ledger.Hash
				return err
			})
			if times == 1000 {
				if samplebooks.RefusalCode(t, err) != problem.Code(problem.Unavailable.String()) {
					t.Errorf("%s writes all the time: %v", name, err)
				}
				continue
			}
			if err != nil || fromFold != fromBooks || reads != times+1 {
				t.Errorf("%s writes %d times: read %d times, the fold is of %s, the books of %s: %v", name,
					times, reads, fromFold, fromBooks, err)
			}
		}
	}
}

// Another process may have written at any time before.
func TestTheFoldCatchesUp(t *testing.T) {
	t.Parallel()
	mine, _ := samplebooks.Days(t)
	another := again(t, mine)
	if _, err := another.RecordSanctions(t.Context(), engine.By{Name: "alice"}, "list", []string{fmt.Sprintf("0x%040x", 7)}); err != nil {
		t.Fatal(err)
	}
	reads := 0
	err := view.Together(t.Context(), mine, func(*fold.Fold, engine.State) error { return nil }, func() error {
		reads++
		return nil
	})
	if err != nil || reads != 2 {
		t.Errorf("read %d times: %v", reads, err)
	}
}

// again opens the books of an engine a second time.
func again(t *testing.T, e *engine.Engine) *engine.Engine {
	t.Helper()
	books, ok := e.Reader().(engine.Store)
	if !ok {
		t.Fatal("the books cannot be opened a second time")
	}
	another, err := engine.Open(t.Context(), e.Program(), books, nil, samplebooks.Soon, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	return another
}
