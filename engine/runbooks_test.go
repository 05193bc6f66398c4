package engine_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
)

// preparedFrom is the head of the books right before the input that a run is: by the tree, and as the run says it.
func preparedFrom(t *testing.T, s engine.Store, e *engine.Engine, run string) (tree, said ledger.TreeHead) {
	t.Helper()
	ctx := context.Background()
	var input uint64
	e.View(func(f *fold.Fold, _ engine.State) { input, said = f.RunInput(run), f.Payouts().Run(run).Books })
	leaf, found, err := s.LeafOf(ctx, engine.InputLeaf, input)
	if err != nil || !found {
		t.Fatalf("input %d of run %s: %v", input, run, err)
	}
	leaves, err := s.Leaves(ctx, 0, leaf)
	fatal(t, err)
	root, err := ledger.RootAt(leaf, ledger.NodesOf(leaves))
	fatal(t, err)
	return ledger.TreeHead{Size: leaf, Root: root}, said
}

// Every run names the books that it was prepared from, and the tree of a run for claims those of the run in it that was prepared last:
// the same in books that were opened anew, and in those that are made again from their inputs.
func TestARunNamesTheBooksThatItCameFrom(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w, e := fundedIn(t, s)
		done(t)(e.CloseMonth(ctx, ann, "2024-04"))
		done(t)(e.PreparePayout(ctx, ann, "april", "USDT", payout.Claim))
		w.Mine(w.Buy(53, 0, 20))
		for len(w.Blocks) < 12*55 {
			w.Mine()
		}
		w.Finalise(0)
		fatal(t, e.Sync(ctx, nil))
		done(t)(e.RecordRevenue(ctx, ann, "may", fold.RevenueRow{Source: "dapp", Amount: "0.01",
			At: time.Date(2024, 5, 2, 0, 0, 0, 0, time.UTC)}))
		done(t)(e.CloseMonth(ctx, ann, "2024-05"))
		done(t)(e.PreparePayout(ctx, ann, "may", "USDT", payout.Claim))

		var heads [2]ledger.TreeHead
		for i, run := range []string{"april", "may"} {
			tree, said := preparedFrom(t, s, e, run)
			if said != tree || said.Size == 0 {
				t.Errorf("run %s says that it came from %+v, the tree says %+v", run, said, tree)
			}
			heads[i] = said
		}
		if heads[0].Size >= heads[1].Size {
			t.Errorf("the later run came from the smaller books: %+v", heads)
		}
		letOut(t, e, "may")
		letOut(t, e, "april") // its tree has May in it, which was prepared last
		named := func(e *engine.Engine) (claims [2]fold.Claims) {
			e.View(func(f *fold.Fold, _ engine.State) {
				for i, run := range []string{"april", "may"} {
					var err error
					claims[i], err = f.Claims(run)
					fatal(t, err)
				}
			})
			return claims
		}
		first := named(e)
		for _, c := range first {
			if c.Books.Head != heads[1] || !strings.HasPrefix(c.Books.Origin, "nodeledger/") {
				t.Errorf("the tree of %s names %+v, want %+v", c.Run, c.Books, heads[1])
			}
		}
		if len(first[0].Granted) <= 0 || len(first[1].Granted) < 2 {
			t.Errorf("%v", first)
		}
		again := startPaying(t, s, w)
		for i, c := range named(again) {
			if c.Books != first[i].Books {
				t.Errorf("opened anew, the tree of %s names %+v", c.Run, c.Books)
			}
			_, before := claimTree(e, c.Run)
			if _, file := claimTree(again, c.Run); file != before {
				t.Errorf("opened anew, the tree of %s has another file", c.Run)
			}
		}
		rebuilt(t, s)
		verifiedWholly(t, s)
	})
}
