package engine_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
)

// The day of the TGE is split to the second: points up to it, which become tokens with all others, then the drop, then what is emitted
// in the rest of the day.
func TestTheDayOfTheTGEIsSplitToTheSecond(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		const tge = "2024-04-19T13:37:11Z"
		p := rewardingBut(t, "2024-04-19T12:00:00Z", tge, "cap: 6000", "cap: 60000")
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 5), w.Buy(51, 50, 20))
		e, err := engine.Open(ctx, p, s, w, w, silent())
		fatal(t, err)
		record(t, e)
		w.upTo(t, e, on(4, 19).Add(12*time.Hour))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		if tx, err := s.Keyed(ctx, ledger.JobSource("epoch", "2024-04-19").Key()); err != nil || tx != nil {
			t.Fatalf("points of the day are issued before the TGE: %v, %v", tx, err)
		}
		w.upTo(t, e, on(4, 19).Add(15*time.Hour))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		w.upTo(t, e, on(4, 21))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		last := uint64(0)
		for _, x := range []struct{ job, slot, effective string }{
			{"epoch", "2024-04-19", "2024-04-19T13:37:10Z"}, {"tge-conversion", tge, tge}, {"tge-drop", tge, tge},
			{"token-epoch", "2024-04-19", "2024-04-19T23:59:59Z"},
		} {
			tx, err := s.Keyed(ctx, ledger.JobSource(x.job, x.slot).Key())
			fatal(t, err)
			if tx == nil || tx.Sequence <= last || tx.Effective.Format(time.RFC3339) != x.effective {
				t.Fatalf("%s of %s after %d: %+v", x.job, x.slot, last, tx)
			}
			last = tx.Sequence
		}
		r, err := e.Epoch(ctx, "epoch", "2024-04-19")
		fatal(t, err)
		same(t, "points of the day", r.Budget.Setting.String(), "817.183333333333333333 GPOINT") // 1440 x 49031 / 86400
		r, err = e.Epoch(ctx, "token-epoch", "2024-04-19")
		fatal(t, err)
		same(t, "tokens of the day", r.Budget.Setting.String(), "17774.448249619482496194 GPU")
		for b, err := range s.Balances(ctx, ledger.RegisterOf(p.Points.Asset)) {
			fatal(t, err)
			if b.Account.Role() == ledger.HoldingRole && b.Balance.In != b.Balance.Out {
				t.Errorf("%s has %s after the conversion", b.Account, b.Balance)
			}
		}
		if tx, err := s.Keyed(ctx, ledger.JobSource("epoch", "2024-04-20").Key()); err != nil || tx != nil {
			t.Errorf("points after the TGE: %v, %v", tx, err)
		}
		verifiedWholly(t, s)
		rebuiltBy(t, s, p)
		livedOn(t, e, p, s)
		late := scores()[:1]
		late[0].At = on(4, 19).Add(13 * time.Hour)
		_, err = e.RecordScores(ctx, engine.By{Name: "alice"}, "late", late)
		if err == nil || !strings.Contains(reasons(err), "epochs are closed") {
			t.Errorf("a score of the closed part of the day: %v", err)
		}
	})
}
