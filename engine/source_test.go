package engine_test

import (
	"context"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
)

// TestASourceThatTheFileDoesNotListIsRefused: a slip of the pen opens no source of its own.
func TestASourceThatTheFileDoesNotListIsRefused(t *testing.T) {
	ctx := context.Background()
	w := newWorld(1)
	w.Mine(w.Buy(50, 0, 4))
	p := rewardingBut(t, "token:\n", "revenue: { asset: GPU, sources: [dapp, fiat], split: { share: 50%, buyback: 50% } }\ntoken:\n")
	e, err := engine.Open(ctx, p, open(t, "books.db"), w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	w.upTo(t, e, on(4, 20))
	staff(t, e)
	record := func(reference, source string) (engine.Receipt, error) {
		return e.RecordRevenue(ctx, ann, reference, fold.RevenueRow{Source: source, Amount: "10.01", At: on(4, 19)})
	}
	refusal(t, problem.Invalid, `"fait" is not a source of revenue in the program file: did you mean fiat?`)(record("t-1", "fait"))
	refusal(t, problem.Invalid, `"bank" is not a source of revenue in the program file: use dapp, fiat`)(record("t-2", "bank"))
	done(t)(record("t-3", "fiat"))
}

// TestNothingIsGrantedThatIsNotThere: 300,000,000 of a supply of 200,000,000 are refused with what the bucket has left, and so is what
// two grants of one commit want together.
func TestNothingIsGrantedThatIsNotThere(t *testing.T) {
	ctx := context.Background()
	w := newWorld(1)
	w.Mine(w.Buy(50, 0, 4))
	e, err := engine.Open(ctx, rewarding(t), open(t, "books.db"), w, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	w.upTo(t, e, on(4, 20))
	staff(t, e)
	grant := func(reference, total, bucket string) (engine.Receipt, error) {
		return e.RecordGrant(ctx, ann, reference, fold.GrantTerms{
			Name: reference, Wallet: ledger.Wallet{19: 51}.String(), Total: total, Bucket: bucket, Start: on(4, 14), Duration: "4d",
		})
	}
	refusal(t, problem.Conflict, "300000000 GPU are more than the bucket funds has left for grants: 20000000 GPU of 20000000 GPU")(
		grant("big", "300000000", "funds"))
	done(t)(grant("first", "15000000", "funds"))
	refusal(t, problem.Conflict, "has left for grants: 5000000 GPU of 20000000 GPU")(grant("second", "5000001", "funds"))
	refusal(t, problem.Invalid, "the grant names no bucket: write bucket, one of foundation (29994000 GPU left), funds (5000000 GPU "+
		"left), reserve (80000000 GPU left)")(grant("nameless", "1", ""))
	done(t)(grant("third", "5000000", "funds"))
	refusal(t, problem.Invalid, `"founders" is not one of foundation, funds, node_holders, reserve`)(grant("fourth", "1", "founders"))
	refusal(t, problem.Conflict, "the bucket node_holders has left for grants")(grant("fifth", "1000000", "node_holders"))
	done(t)(grant("sixth", "80000000", "reserve"))
}

// TestNothingIsBoughtBackBeforeItIs: the token comes into being at its TGE, and not where none is known.
func TestNothingIsBoughtBackBeforeItIs(t *testing.T) {
	ctx := context.Background()
	revenue := "revenue: { asset: USDT, sources: [dapp], split: { share: 50%, buyback: 50% } }\ntoken:\n"
	gpu := "  GPU:    {"
	withUSDT := "  USDT:   { decimals: 6, kind: erc20, address: \"0x00000000000000000000000000000000000000d7\" }\n" + gpu
	for tge, wants := range map[string]string{
		"":                              "no TGE is known yet, and before it there is no GPU to buy back: record the TGE first",
		"  tge: 2024-04-19T12:00:00Z\n": "GPU comes into being at 2024-04-19T12:00:00Z: a buyback cannot be earlier, at 2024-04-19T11:59:59Z",
	} {
		w := newWorld(1)
		w.Mine(w.Buy(50, 0, 4))
		p := rewardingBut(t, "token:\n", revenue, gpu, withUSDT, "  tge: 2024-04-19T12:00:00Z\n", tge)
		e, err := engine.Open(ctx, p, open(t, "books.db"), w, w, silent())
		if err != nil {
			t.Fatal(err)
		}
		w.upTo(t, e, on(4, 20))
		staff(t, e)
		done(t)(e.RecordRevenue(ctx, ann, "r", fold.RevenueRow{Source: "dapp", Amount: "10", At: on(4, 18)}))
		buy := func(reference string, at time.Time) (engine.Receipt, error) {
			return e.RecordBuyback(ctx, ann, reference, fold.BuybackRow{Spent: "2", Tokens: "3", Source: "dapp", At: at})
		}
		kind := problem.Invalid
		if tge == "" {
			kind = problem.Conflict
		}
		refusal(t, kind, wants)(buy("early", time.Date(2024, 4, 19, 11, 59, 59, 0, time.UTC)))
		if tge != "" {
			done(t)(buy("at-once", time.Date(2024, 4, 19, 12, 0, 0, 0, time.UTC)))
			quarterly(t, e)
		}
	}
}

// quarterly checks that a quarter's lines are the net of the books, and that no more tokens are bought back than are about. Before it
// came 10 USDT, of which 2 bought 3 GPU.
func quarterly(t *testing.T, e *engine.Engine) {
	t.Helper()
	ctx := context.Background()
	for reference, row := range map[string]fold.RevenueRow{
		"returned": {Source: "dapp", Amount: "-3"}, "fee": {Source: "dapp", Amount: "1.5", Cost: true},
		"fee-back": {Source: "dapp", Amount: "-0.25", Cost: true}, "chargeback": {Source: "dapp", Amount: "-20"},
	} {
		row.At = on(4, 19)
		done(t)(e.RecordRevenue(ctx, ann, reference, row))
	}
	q, err := e.QuarterOf(ctx, 2024, 2)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "revenue", money.Balance{In: q.Revenue.Out, Out: q.Revenue.In}.String(), "10 USDT")
	same(t, "costs", q.Costs.String(), "24.25 USDT")                                                          // 3 + 1.5 - 0.25 + 20
	same(t, "into the fund", money.Balance{In: q.ToBuyback.Out, Out: q.ToBuyback.In}.String(), "-7.125 USDT") // (10 - 24.25) / 2
	same(t, "spent", q.Spent.String(), "2 USDT")
	done(t)(e.RecordRevenue(ctx, ann, "more", fold.RevenueRow{Source: "dapp", Amount: "1000", At: on(4, 19)}))
	if _, err := e.RunJobs(ctx); err != nil { // the supply goes into its buckets
		t.Fatal(err)
	}
	supply := e.Program().Token.Supply
	refusal(t, problem.Invalid, "outside of the project's buckets")(e.RecordBuyback(ctx, ann, "too-many",
		fold.BuybackRow{Spent: "1", Tokens: supply.Decimal().String(), Source: "dapp", At: on(4, 20)}))
}
