package engine_test

import (
	"context"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// What somebody proposed who has no key for it any more is approved by nobody: a month is proposed anew, a run prepared anew.
func TestWhatALeaverProposedIsNotApproved(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		_, e := monthly(t, byTwo(t), s, on(5, 2), 5)
		done(t)(e.RecordRevenue(ctx, ann, "april", fold.RevenueRow{Source: "dapp", Amount: "1000", At: on(4, 20)}))
		carol := engine.By{Token: tokenOf("C")}
		hire(t, e, keyOf("carol", "C", operator.Prepare))
		done(t)(e.CloseMonth(ctx, carol, "2024-04"))
		done(t)(e.RecordOperator(ctx, ann, "carol-goes", operatorGoes("carol")))
		refusal(t, problem.Conflict, "carol, who proposed to close month 2024-04, has no key for that any more")(e.ApproveMonth(ctx, bob,
			"2024-04", proposedFile(e)))
		done(t)(closeByTwo(e, "2024-04"))

		dave := engine.By{Token: tokenOf("D")}
		hire(t, e, keyOf("dave", "D", operator.Prepare))
		done(t)(e.PreparePayout(ctx, dave, "one", "USDT", payout.Transfer))
		done(t)(e.StepPayout(ctx, ann, "one", payout.Propose, ""))
		give(t, e, "dave-records", operator.Change{Name: "dave", Label: "laptop-d", Revoke: true})
		refusal(t, problem.Conflict, "dave, who prepared or proposed run one, has no key for that any more")(approve(e, bob, "one"))
		done(t)(e.StepPayout(ctx, ann, "one", payout.Cancel, "dave left"))
		done(t)(e.PreparePayout(ctx, ann, "two", "USDT", payout.Transfer))
		done(t)(e.StepPayout(ctx, ann, "two", payout.Propose, ""))
		done(t)(approve(e, bob, "two"))

		erin, next := engine.By{Token: tokenOf("E")}, paying(t)
		hire(t, e, keyOf("erin", "E", operator.Admin))
		done(t)(e.ProposeProgram(ctx, erin, "text", next, "one is enough", false))
		done(t)(e.RecordOperator(ctx, ann, "erin-goes", operatorGoes("erin")))
		refusal(t, problem.Conflict, "erin, who proposed this text, has no key for that any more")(e.ConsentToProgram(ctx, bob,
			canonical.Digest(next), ledger.Hash{}))
		done(t)(e.ProposeProgram(ctx, ann, "text", next, "one is enough", false))
		done(t)(e.ConsentToProgram(ctx, bob, canonical.Digest(next), ledger.Hash{}))
		verified(t, s)
	})
}
