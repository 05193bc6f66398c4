package view_test

import (
	"context"
	"fmt"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
)

// Whatever somebody writes between the look at the fold and the look at the database: both are of one state in the end.
func TestTheFoldAndTheBooksTogether(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Days(t)
	recorded := 0
	record := func(ctx context.Context) error {
		recorded++
		_, err := e.RecordSanctions(ctx, engine.By{Name: "alice"}, fmt.Sprint("list-", recorded),
			[]string{fmt.Sprintf("0x%040x", recorded)})
		return err
	}
	for _, times := range []int{0, 1, 2, 100} { // how often it is disturbed; 100: each time
		var fromFold, fromBooks ledger.Hash
		reads := 0
		var last chan error
		err := view.Together(t.Context(), e, func(_ *fold.Fold, s engine.State) error {
			fromFold = s.Ledger.Hash
			return nil
		}, func() error {
			if reads++; reads <= times {
				last = make(chan error, 1)
				go func() { last <- record(context.WithoutCancel(t.Context())) }()
				if reads <= 6 { // the seventh time nobody may write, and record waits
					if err := <-last; err != nil {
						return err
					}
				}
			}
			s, err := e.Reader().State(t.Context())
			fromBooks = s.Ledger.Hash
			return err
		})
		if last != nil && reads == 7 {
			if err := <-last; err != nil {
				t.Error(err)
			}
		}
		if err != nil || fromFold != fromBooks || reads != min(times, 6)+1 {
			t.Errorf("disturbed %d times: read %d times, the fold is of %s, the books of %s: %v", times, reads, fromFold, fromBooks, err)
		}
	}
}
