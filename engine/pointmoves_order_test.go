package engine_test

import (
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// sells sells points to the wallet 60 for a dollar each.
func sells(t *testing.T, e *engine.Engine, reference, points string, at time.Time) (engine.Receipt, error) {
	return e.RecordPointsSold(t.Context(), ann, reference, fold.PointsSoldBody{Wallet: ledger.Wallet{19: 60}.String(), Points: points,
		Received: points, Price: "1", Source: "fiat", At: at})
}

// What the days before a sale may issue of the cap is theirs: the cap is not passed, in whatever order a sale and an epoch are booked.
func TestNoMorePointsAreSoldThanOpenDaysLeave(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 4))
		p := rewardingBut(t, selling("  tge: 2024-04-19T12:00:00Z\n", "", "validators: 1/3, providers: 1/3, queens: 1/3",
			"validators: 100%, providers: 0%, queens: 0%")...)
		e, err := engine.Open(t.Context(), p, s, w, w, silent())
		fatal(t, err)
		w.upTo(t, e, on(4, 15).Add(12*time.Hour))
		_, err = e.RunJobs(t.Context())
		fatal(t, err) // 2880 of 6000 are issued
		staff(t, e)
		w.upTo(t, e, on(4, 17).Add(12*time.Hour)) // and 2880 more will be, of the days that are over
		refusal(t, problem.Conflict, "the cap of 6000 GPOINT leaves 240 GPOINT: 241 GPOINT cannot have been sold (2880 GPOINT are for days up "+
			"to 2024-04-17 that are not closed yet)")(sells(t, e, "many", "241", on(4, 17).Add(time.Hour)))
		done(t)(sells(t, e, "all", "240", on(4, 17).Add(time.Hour)))
		_, err = e.RunJobs(t.Context())
		fatal(t, err)
		if got := has(t, s, ledger.Issuance(p.Points.Asset), p.Points.Asset); got != "-6000 GPOINT" {
			t.Errorf("%s left the cap", got)
		}
		rebuiltBy(t, s, p)
		livedOn(t, e, p, s)
	})
}

// From when the TGE is planned for no points move until it is recorded, or planned anew; and it is not recorded for an instant after which
// some moved.
func TestNoPointsMoveOnceTheTGEHasCome(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := t.Context()
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 4))
		p := rewardingBut(t, selling("  tge: 2024-04-19T12:00:00Z\n", "", "cap: 6000", "cap: 60000")...)
		e, err := engine.Open(ctx, p, s, w, w, silent())
		fatal(t, err)
		w.upTo(t, e, on(4, 16).Add(12*time.Hour))
		staff(t, e)
		tge := on(4, 19).Add(12 * time.Hour)
		done(t)(e.PlanTGE(ctx, ann, "plan", tge))
		done(t)(e.PlanTGE(ctx, bob, "plan", tge))
		stake := fold.StakeBody{Wallet: ledger.Wallet{19: 60}.String(), Amount: "40", Asset: "GPOINT"}
		done(t)(sells(t, e, "early", "100", on(4, 16)))
		stake.At = on(4, 16).Add(time.Hour)
		done(t)(e.RecordStake(ctx, ann, "stake", stake))
		w.upTo(t, e, on(4, 18).Add(12*time.Hour))
		stake.At, stake.Amount = on(4, 18).Add(11*time.Hour), "10" // available on the 20th
		done(t)(e.RecordUnstake(ctx, ann, "unstake", stake))
		w.upTo(t, e, on(4, 21))
		come := "the TGE is planned for 2024-04-19T12:00:00Z, which has come: record it, or plan it anew, before"
		refusal(t, problem.Conflict, come)(sells(t, e, "late", "100", tge))
		refusal(t, problem.Conflict, come)(e.ReverseMove(ctx, ann, "early", "a slip"))
		stake.At = tge.Add(time.Hour)
		refusal(t, problem.Conflict, come)(e.RecordUnstake(ctx, ann, "late", stake))
		done(t)(sells(t, e, "before", "5", tge.Add(-time.Second)))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		account := ledger.HolderToken(ledger.Wallet{19: 60}, p.Points.Asset, ledger.Unbonding)
		if got := has(t, s, account, p.Points.Asset); got != "10 GPOINT" {
			t.Errorf("%s are unbonding after the planned TGE", got)
		}
		for _, by := range []engine.By{ann, bob} {
			refusal(t, problem.Invalid, "points moved at 2024-04-19T11:59:59Z, so the TGE was not before 2024-04-19T12:00:00Z")(
				e.RecordTGE(ctx, by, "too-early", tge.Add(-time.Second), tge))
			done(t)(e.RecordTGE(ctx, by, "tge", tge, time.Time{}))
		}
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		if got := has(t, s, ledger.HolderToken(ledger.Wallet{19: 60}, p.Token.Asset, ledger.Available), p.Token.Asset); got != "75 GPU" {
			t.Errorf("%s are available of 105 points", got)
		}
		rebuiltBy(t, s, p)
		livedOn(t, e, p, s)
	})
}

// Where no TGE was planned, none is recorded for an instant before points were unbonding no more.
func TestTheTGEIsNotBeforePointsWereUnbonded(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := t.Context()
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 4))
		p := rewardingBut(t, selling("  tge: 2024-04-19T12:00:00Z\n", "")...)
		e, err := engine.Open(ctx, p, s, w, w, silent())
		fatal(t, err)
		w.upTo(t, e, on(4, 16).Add(12*time.Hour))
		staff(t, e)
		stake := fold.StakeBody{Wallet: ledger.Wallet{19: 60}.String(), Amount: "40", Asset: "GPOINT", At: on(4, 16).Add(time.Hour)}
		done(t)(sells(t, e, "sale", "100", on(4, 16)))
		done(t)(e.RecordStake(ctx, ann, "stake", stake))
		stake.At = on(4, 16).Add(2 * time.Hour)
		done(t)(e.RecordUnstake(ctx, ann, "unstake", stake))
		w.upTo(t, e, on(4, 18).Add(6*time.Hour))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		w.upTo(t, e, on(4, 19))
		at := on(4, 18).Add(time.Hour)
		refusal(t, problem.Invalid, "points moved at 2024-04-18T02:00:00Z")(e.RecordTGE(ctx, ann, "tge", at, time.Time{}))
		for _, by := range []engine.By{ann, bob} {
			done(t)(e.RecordTGE(ctx, by, "tge", on(4, 18).Add(2*time.Hour+time.Second), time.Time{}))
		}
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		rebuiltBy(t, s, p)
		livedOn(t, e, p, s)
		lawHolds(t, s, p, map[ledger.Kind]int{})
	})
}
