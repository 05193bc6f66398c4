package engine_test

import (
	"context"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

// No name of a run, and nothing that a person may choose, is the reference of a step of another one.
func TestNoReferenceTakesThePlaceOfAnother(t *testing.T) {
	ctx := context.Background()
	_, s, e := funded(t)
	row := fold.RevenueRow{Source: "dapp", Amount: "1", At: time.Date(2024, 4, 20, 0, 0, 0, 0, time.UTC)}
	for _, reference := range []string{"month-2024-04", "run-x", "x-proposed", "thaw-1"} {
		// Anybody may call their facts so, and nothing is in the way of the steps below.
		done(t)(e.RecordRevenue(ctx, ann, reference, row))
		done(t)(e.Hold(ctx, bob, reference, ledger.Wallet{1}.String(), ""))
	}
	for _, reference := range []string{"month:2024-04", "payout:x", "x-approve", "run-x-propose", "2024-04-export", "x-cancel",
		"resolve-0x00:1", "thaw:7"} {
		refusal(t, problem.Invalid, "one that the program makes itself")(e.RecordRevenue(ctx, bob, reference, row))
		refusal(t, problem.Invalid, "one that the program makes itself")(e.Hold(ctx, ann, reference, ledger.Wallet{1}.String(), "why"))
		if _, err := e.RecordRevenues(ctx, ann, []engine.ReferencedRevenue{{Reference: reference, RevenueRow: row}}); err == nil {
			t.Errorf("%s was taken from a file", reference)
		}
	}
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	// A run called x-approve is no approval of the run x, nor one called run-x-propose a proposal of run-x.
	for _, run := range []string{"x-approve", "x-propose", "run-x", "run-x-approve", "x", "month-2024-04"} {
		done(t)(e.PreparePayout(ctx, bob, run, "USDT", payout.Transfer))
		done(t)(e.StepPayout(ctx, ann, run, payout.Propose, ""))
		done(t)(approve(e, bob, run))
		done(t)(e.StepPayout(ctx, bob, run, payout.Cancel, "another name"))
		if again, err := e.PreparePayout(ctx, bob, run, "USDT", payout.Transfer); !again.AlreadyRecorded || err != nil {
			t.Fatalf("%s once more: again %v, %v", run, again, err)
		}
	}
	livedOn(t, e, paying(t), s)
	rebuilt(t, s)
}
