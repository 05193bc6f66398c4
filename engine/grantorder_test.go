package engine_test

import (
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// A grant that began before it was recorded gives what vested when it is recorded, not before: at no instant is less than nothing locked.
func TestAGrantMovesNothingBeforeItIsRecorded(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := t.Context()
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 4))
		p := rewarding(t)
		e, err := engine.Open(ctx, p, s, w, w, silent())
		fatal(t, err)
		w.upTo(t, e, on(4, 18).Add(6*time.Hour))
		staff(t, e)
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		granted := w.Now()
		done(t)(e.RecordGrant(ctx, ann, "late", fold.GrantTerms{Name: "late", Wallet: ledger.Wallet{19: 60}.String(), Total: "1000",
			Bucket: "funds", Start: on(4, 14), Duration: "10d"}))
		refusal(t, problem.Invalid, "grant late was recorded at "+granted.Format(time.RFC3339)+": revoke it from then on")(
			e.RecordRevocation(ctx, ann, "early", "late", granted.Add(-time.Second)))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		account := ledger.HolderToken(ledger.Wallet{19: 60}, p.Token.Asset, ledger.Available)
		for at, want := range map[time.Time]string{granted: "0 GPU", granted.Add(time.Second): "400 GPU"} {
			b, err := s.BalanceAt(ctx, ledger.Place{Account: account, Asset: p.Token.Asset}, at)
			fatal(t, err)
			same(t, "available before "+at.String(), b.String(), want)
		}
		w.upTo(t, e, on(4, 20))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		same(t, "available", has(t, s, account, p.Token.Asset), "600 GPU")
		lawHolds(t, s, p, map[ledger.Kind]int{})
		verifiedWholly(t, s)
		rebuiltBy(t, s, p)
		livedOn(t, e, p, s)
	})
}

// Whenever a grant is recorded, the supply is in its buckets before anything is taken out of them, by the drop at the TGE too.
func TestTheSupplyIsAllocatedBeforeTheTGE(t *testing.T) {
	for name, change := range map[string][]string{
		"recorded by two": {"  tge: 2024-04-19T12:00:00Z\n", "", "cap: 6000", "cap: 60000"}, "in the file": nil,
	} {
		t.Run(name, func(t *testing.T) {
			onBoth(t, func(t *testing.T, s engine.Store) {
				ctx := t.Context()
				w := newWorld(1)
				w.Mine(w.Buy(50, 0, 4))
				p := rewardingBut(t, change...)
				e, err := engine.Open(ctx, p, s, w, w, silent())
				fatal(t, err)
				w.upTo(t, e, on(4, 19))
				staff(t, e)
				_, err = e.RunJobs(ctx)
				fatal(t, err)
				w.upTo(t, e, on(4, 20).Add(12*time.Hour))
				done(t)(e.RecordGrant(ctx, ann, "late", fold.GrantTerms{Name: "late", Wallet: ledger.Wallet{19: 60}.String(), Total: "1000",
					Bucket: "funds", Start: on(4, 20), Duration: "10d"}))
				if change != nil {
					for _, by := range []engine.By{ann, bob} {
						done(t)(e.RecordTGE(ctx, by, "tge", on(4, 19).Add(12*time.Hour), time.Time{}))
					}
				}
				_, err = e.RunJobs(ctx)
				fatal(t, err)
				lawHolds(t, s, p, map[ledger.Kind]int{})
				rebuiltBy(t, s, p)
				livedOn(t, e, p, s)
			})
		})
	}
}
