package engine_test

import (
	"context"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

const oneSeries = "[{ of: node_holders, first: 15%, period: 2y, then: half }]"

// withSeries is the program of the worlds with more series of emissions.
func withSeries(t *testing.T, more string) *program.Program {
	t.Helper()
	return withRules(t, "2024-04-19T12:00:00Z", oneSeries, "[{ of: node_holders, first: 15%, period: 2y, then: half }"+more+"]")
}

const fromTheReserve = ", { of: reserve, from: 2024-04-21, first: 20%, period: 40d, then: half }"

// A series that was dated later before the TGE begins on its day out of its own bucket; after the TGE the list changes no more.
func TestASeriesOfTheReserveBeginsLater(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		first := withSeries(t, "")
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 5), w.Buy(51, 50, 20))
		e, err := engine.Open(ctx, first, s, w, w, silent())
		fatal(t, err)
		w.upTo(t, e, on(4, 17))
		staff(t, e)
		done(t)(e.RecordGrant(ctx, ann, "seed", fold.GrantTerms{Name: "seed", Wallet: ledger.Wallet{19: 250}.String(), Total: "19000000",
			Bucket: "funds", Start: on(4, 14), Duration: "100d"}))
		propose := func(reference, more string) (engine.Receipt, error) {
			return e.ProposeProgram(ctx, ann, reference, withSeries(t, more), "a second series", false)
		}
		refusal(t, problem.Conflict, "promises 2000000 GPU out of funds, which holds 20000000 GPU, of which 19000000 GPU are granted")(
			propose("grants", ", { of: funds, from: 4y, first: 1%, period: 2y, then: none }"))
		refusal(t, problem.Conflict, `token.emission is nothing in the books`)(
			propose("undated", ", { of: foundation, first: 1%, period: 2y, then: none }"))
		refusal(t, problem.Conflict, `token.emission.first is "0.15" in the books`)(e.ProposeProgram(ctx, ann, "change",
			withRules(t, "2024-04-19T12:00:00Z", "first: 15%", "first: 14%"), "less", false))
		agree := func(reference, more string) {
			t.Helper()
			done(t)(propose(reference, more))
			done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(withSeries(t, more)), ledger.Hash{}))
		}
		agree("relative", ", { of: reserve, from: 3d, first: 20%, period: 40d, then: half }")
		agree("dated", fromTheReserve)
		w.upTo(t, e, on(4, 24))
		_, err = e.RunJobs(ctx)
		fatal(t, err)
		// 40,000,000 over 40 days: three days are booked, of the 80,000,000 of the reserve.
		bucket, err := ledger.Bucket(first.Token.Asset, "reserve")
		fatal(t, err)
		left, err := fold.BalanceNow(ctx, s, ledger.Place{Account: bucket, Asset: first.Token.Asset})
		fatal(t, err)
		same(t, "reserve", left.String(), "77000000 GPU")
		tx, err := s.Keyed(ctx, ledger.JobSource("token-epoch", "2024-04-20").Key())
		fatal(t, err)
		if _, of := taken(tx)["reserve"]; of {
			t.Error("the reserve emits before its series begins")
		}
		q, err := e.QuarterOf(ctx, 2024, 2)
		fatal(t, err)
		same(t, "emitted in the quarter", q.Emitted.String(), "3184931.50684931506849315 GPU") // 3,000,000 and 4.5 days of 30,000,000 / 730
		for reference, more := range map[string]string{
			"out": "", "shifted": ", { of: reserve, from: 2024-04-30, first: 20%, period: 40d, then: half }",
			"more": fromTheReserve + ", { of: foundation, from: 2030-01-01, first: 1%, period: 2y, then: none }",
		} {
			refusal(t, problem.Conflict, "the token's rules are hard since its TGE")(propose(reference, more))
		}
		verifiedWholly(t, s)
		rebuiltBy(t, s, nil)
		livedOn(t, e, e.Program(), s)
		r, err := e.Epoch(ctx, "token-epoch", "2024-04-21")
		fatal(t, err)
		if len(r.Series) != 2 || r.Series[1].Of != "reserve" || r.Series[1].Issued.String() != "1000000 GPU" {
			t.Errorf("%+v", r.Series)
		}
	})
}

// taken is what a transaction took out of buckets, by their names.
func taken(tx *ledger.Transaction) map[string]string {
	out := map[string]string{}
	for _, p := range tx.Postings {
		if p.From.Role() == ledger.BucketRole {
			out[p.From.Name()] = p.Amount.String()
		}
	}
	return out
}
