package store

import (
	"context"
	"errors"
	"sync"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// Among many callers, those with a bad draft are refused for their own reason and nobody else is.
func TestABadDraftFailsItsOwnCallerOnly(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s, ctx := open(t, dsn), context.Background()
		_, err := book(s, purchase(0, noon(0)))
		must(t, err)
		w := s.NewWriter(50)
		bad := func(i int) (ledger.Draft, error) {
			d := purchase(1000+i, noon(0))
			switch i % 4 {
			case 0:
				d.Postings = append(d.Postings, ledger.Posting{From: mustAccount(ledger.PoolCarry("validators")), To: ledger.Dust(), Amount: money.Units(eth, 1)})
				return d, ledger.ErrOverdrawn
			case 1:
				d.Kind = "NO"
				return d, ledger.ErrInvalid
			case 2:
				d = purchase(0, noon(0))
				d.Rule = "2"
				return d, engine.ErrKeyTaken
			default:
				d = purchase(0, noon(0))
				d.Source.BlockHash = hashOf(i, "elsewhere")
				return d, ErrComeback
			}
		}
		var wg sync.WaitGroup
		var mu sync.Mutex
		seen := map[uint64]bool{}
		const callers = 120
		for c := range callers {
			wg.Go(func() {
				if c%10 == 3 {
					d, want := bad(c / 10)
					if _, err := w.Post(ctx, purchase(2000+c, noon(0)), d); !errors.Is(err, want) {
						t.Errorf("caller %d: %v instead of %v", c, err, want)
					}
					return
				}
				head, err := w.Post(ctx, purchase(2000+c, noon(0)), purchase(3000+c, noon(0)))
				if err != nil {
					t.Errorf("caller %d: %v", c, err)
				}
				mu.Lock()
				seen[head.Sequence] = true
				mu.Unlock()
			})
		}
		// Commits of the cursor take turns with the writer.
		wg.Go(func() {
			before := engine.Cursor{}
			for n := range uint64(10) {
				after := header(n+1, n+2)
				if _, err := s.Commit(ctx, engine.Commit{Before: before, After: after, Drafts: purchases(5000+int(n), 1, noon(0))}); err != nil {
					t.Errorf("commit %d: %v", n, err)
				}
				before = after
			}
		})
		wg.Wait()
		w.Close()
		if v := verified(t, s); v.Transactions != 1+2*(callers-callers/10)+10 {
			t.Fatalf("%d transactions", v.Transactions)
		}
		if len(seen) > callers-callers/10 || len(seen) < 2 {
			t.Fatalf("%d different heads were answered", len(seen))
		}
		if _, err := w.Post(ctx, purchase(1, noon(0))); !errors.Is(err, ErrClosed) {
			t.Fatalf("after closing: %v", err)
		}
	})
}

func TestACallerMayGiveUp(t *testing.T) {
	onBoth(t, func(t *testing.T, dsn string) {
		s := open(t, dsn)
		w := s.NewWriter(10)
		defer w.Close()
		ended, cancel := context.WithCancel(context.Background())
		cancel()
		if _, err := w.Post(ended, purchase(1, noon(0))); err != nil && !errors.Is(err, context.Canceled) {
			t.Fatal(err)
		}
		head, err := w.Post(context.Background(), purchase(1, noon(0)))
		if err != nil || head.Sequence != 1 {
			t.Fatalf("%v, %v", head, err)
		}
	})
}
