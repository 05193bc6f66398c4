package engine_test

import (
	"context"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
)

// TestAReferralOfNothingIsOnNoLeaderboard: a contract that lets a purchase of no nodes through, with a code, made nobody a friend who
// bought; one of a node did.
func TestAReferralOfNothingIsOnNoLeaderboard(t *testing.T) {
	ctx := context.Background()
	w := newWorld(1)
	w.Mine(w.Buy(50, 7, 0), w.Buy(51, 8, 1))
	e, err := engine.Open(ctx, rewarding(t), open(t, "books.db"), w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	e.View(func(f *fold.Fold, _ engine.State) {
		top := f.Board.Top(f.Sale.Terms.Asset, 10)
		if len(top) != 1 || top[0].Referrer[19] != 8 || top[0].Nodes != 1 {
			t.Errorf("the leaderboard is %+v", top)
		}
	})
}
