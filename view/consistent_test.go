package view_test

import (
	"context"
	"fmt"
	"log/slog"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
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

// What a wallet has of the token is of one state, whoever writes while it is read, or nothing is said.
func TestTokensAreOfOneState(t *testing.T) {
	t.Parallel()
	writer, _ := samplebooks.Rewarded(t)
	books, ok := writer.Reader().(engine.Store)
	if !ok {
		t.Fatal("the books cannot be opened a second time")
	}
	grant := fold.GrantTerms{Name: "more", Wallet: samplebooks.Person(250).String(), Total: "1", Bucket: "funds",
		Start: samplebooks.Day(14), Cliff: "20d", Duration: "100d"}
	disturbed := &disturbedStore{Store: books, write: func(n int) error {
		g := grant
		g.Name = fmt.Sprint("more-", n)
		_, err := writer.RecordGrant(t.Context(), engine.By{Name: "alice"}, "grant-"+g.Name, g)
		return err
	}}
	mine, err := engine.Open(t.Context(), writer.Program(), disturbed, nil, samplebooks.Soon, slog.New(slog.DiscardHandler))
	if err != nil {
		t.Fatal(err)
	}
	sources := view.NewSources(mine, nil)
	for _, times := range []int{1000, 0, 3} { // 1000: each time
		disturbed.left = times
		read, err := holder.OfTokens(t.Context(), mine, sources, samplebooks.Person(250))
		disturbed.left = 0
		if times == 1000 {
			if samplebooks.RefusalCode(t, err) != problem.Code(problem.Unavailable.String()) {
				t.Errorf("somebody writes all the time: %v", err)
			}
			continue
		}
		want, failed := holder.OfTokens(t.Context(), mine, sources, samplebooks.Person(250))
		if err != nil || failed != nil || read.AsOf != want.AsOf || read.Locked != want.Locked {
			t.Errorf("written %d times meanwhile: %v locked at %v (%v), want %v at %v (%v)", times, read.Locked, read.AsOf, err,
				want.Locked, want.AsOf, failed)
		}
	}
}

// disturbedStore has somebody write each time when entries are read, so many times.
type disturbedStore struct {
	engine.Store

	write        func(n int) error
	left, writes int
}

func (d *disturbedStore) Entries(ctx context.Context, a ledger.Account, after string, limit int) ([]engine.Entry, string, error) {
	if d.left > 0 {
		d.left--
		d.writes++
		if err := d.write(d.writes); err != nil {
			return nil, "", err
		}
	}
	return d.Store.Entries(ctx, a, after, limit)
}
