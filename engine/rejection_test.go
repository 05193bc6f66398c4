package engine_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

// void uses the nonce of an exported run in the treasury's Safe, and ann and bob cancel the run.
func void(t *testing.T, w *world, e *engine.Engine, run string) {
	t.Helper()
	ctx := context.Background()
	nonce := uint64(7)
	w.Use(common.HexToAddress(treasury), nonce+1)
	done(t)(e.RejectPayout(ctx, ann, run, "the wrong Safe", payout.RejectionEvidence{Nonce: &nonce}))
	done(t)(e.ConsentToCancel(ctx, bob, run, rejectionOf(e, run)))
}

// rejectionOf is the digest of what waits for consent; zero when nothing does.
func rejectionOf(e *engine.Engine, run string) (digest ledger.Hash) {
	e.Payouts(func(b *payout.Book) {
		if r := b.Run(run).Rejection; r != nil {
			digest = r.Digest()
		}
	})
	return digest
}

// A run that was exported may be executed by the Safe at any time. It is cancelled by two people, once the Safe cannot.
func TestACancellationAfterTheExportTakesTwoAndEvidence(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w, e := fundedIn(t, s)
		done(t)(e.CloseMonth(ctx, ann, "2024-04"))
		done(t)(e.PreparePayout(ctx, ann, "one", "USDT", payout.Transfer))
		nonce := uint64(7)
		used := payout.RejectionEvidence{Nonce: &nonce}
		said := payout.RejectionEvidence{Transaction: ledger.Hash{5}, Nonce: &nonce}
		refusal(t, problem.Conflict, "only a run that was exported")(e.RejectPayout(ctx, ann, "one", "why", said))
		letOut(t, e, "one")

		refusal(t, problem.Conflict, "it takes two operators, and evidence")(e.StepPayout(ctx, ann, "one", payout.Cancel, "why"))
		refusal(t, problem.Conflict, "it takes two operators, and evidence")(e.StepPayout(ctx, bob, "one", payout.Cancel, "why"))
		refusal(t, problem.Invalid, "with evidence")(e.StepPayout(ctx, ann, "one", payout.Reject, "why"))
		refusal(t, problem.Conflict, "nobody asked to cancel")(e.ConsentToCancel(ctx, bob, "one", ledger.Hash{7}))
		refusal(t, problem.Invalid, "say what you consent to")(e.ConsentToCancel(ctx, bob, "one", ledger.Hash{}))
		refusal(t, problem.Invalid, "say why")(e.RejectPayout(ctx, ann, "one", "", said))
		refusal(t, problem.Invalid, "name the highest nonce")(e.RejectPayout(ctx, ann, "one", "why",
			payout.RejectionEvidence{Transaction: ledger.Hash{5}}))
		refusal(t, problem.Conflict, "no endpoint says how many nonces")(e.RejectPayout(ctx, ann, "one", "why", used))
		refusal(t, problem.NotFound, "there is no run none")(e.RejectPayout(ctx, ann, "none", "why", said))
		w.Use(common.HexToAddress(treasury), nonce)
		refusal(t, problem.Conflict, "with the nonce 7 can still be executed")(e.RejectPayout(ctx, ann, "one", "why", said))

		// What the caller claims to have proven counts for nothing.
		claimed := payout.RejectionEvidence{Nonce: &nonce, Used: 99, Block: 1}
		refusal(t, problem.Conflict, "with the nonce 7 can still be executed")(e.RejectPayout(ctx, ann, "one", "why", claimed))

		w.Use(common.HexToAddress(treasury), nonce+1)
		done(t)(e.RejectPayout(ctx, ann, "one", "why", said))
		first := rejectionOf(e, "one")
		if again, err := e.RejectPayout(ctx, ann, "one", "why", said); !again.AlreadyRecorded || err != nil {
			t.Fatalf("the same again: %+v, %v", again, err)
		}
		done(t)(e.RejectPayout(ctx, ann, "one", "why", used)) // other evidence is another request
		refusal(t, problem.Changed, "look at it again")(e.ConsentToCancel(ctx, bob, "one", first))
		refusal(t, problem.Conflict, "another operator must consent")(e.ConsentToCancel(ctx, ann, "one", rejectionOf(e, "one")))
		refusal(t, problem.NotAuthenticated, "is not authenticated")(e.ConsentToCancel(ctx, engine.By{Name: "bob"}, "one",
			rejectionOf(e, "one")))
		e.Payouts(func(b *payout.Book) {
			if r := b.Run("one").Rejection; r.Evidence.How != "proven" || r.Evidence.Used != 8 || r.Evidence.Block != w.Final || r.By != "ann" {
				t.Errorf("%+v", r)
			}
		})
		there := startPaying(t, s, w) // as a process that begins
		done(t)(there.ConsentToCancel(ctx, bob, "one", rejectionOf(e, "one")))
		livedOn(t, there, paying(t), s)
		verified(t, s)
		rebuilt(t, s)
		conserved(t, s)
	})
}

// A nonce that the Safe had used before the export is of no batch of the run, whatever is said besides; without a node at the export
// nobody knows.
func TestANonceOfBeforeTheExportIsNoEvidence(t *testing.T) {
	ctx := context.Background()
	w, e := fundedIn(t, open(t, "nonce.db"))
	done(t)(e.CloseMonth(ctx, ann, "2024-04"))
	done(t)(e.PreparePayout(ctx, ann, "one", "USDT", payout.Transfer))
	w.Use(common.HexToAddress(treasury), 7)
	letOut(t, e, "one")
	w.Use(common.HexToAddress(treasury), 8)
	old, batch := uint64(6), uint64(7)
	refusal(t, problem.Conflict, "had used 7 nonces when run one was exported")(e.RejectPayout(ctx, ann, "one", "why",
		payout.RejectionEvidence{Nonce: &old}))
	refusal(t, problem.Conflict, "had used 7 nonces when run one was exported")(e.RejectPayout(ctx, ann, "one", "why",
		payout.RejectionEvidence{Nonce: &old, Transaction: ledger.Hash{5}}))
	if again, err := e.ExportPayout(ctx, ann, "one", ledger.Hash{}, ledger.Hash{}); err != nil || !again.AlreadyRecorded {
		t.Errorf("exported again, when the Safe has used more: %+v, %v", again, err)
	}
	done(t)(e.RejectPayout(ctx, ann, "one", "why", payout.RejectionEvidence{Nonce: &batch}))
	done(t)(e.ConsentToCancel(ctx, bob, "one", rejectionOf(e, "one")))
}

// Without a node the hash is recorded as it is said, and says so.
func TestWithoutANodeARejectionIsSaid(t *testing.T) {
	ctx := context.Background()
	w, s, e := letOutOf(t)
	alone, err := engine.Open(ctx, paying(t), s, nil, w, silent())
	if err != nil {
		t.Fatal(err)
	}
	nonce := uint64(7)
	refusal(t, problem.Invalid, "say what rejected")(alone.RejectPayout(ctx, ann, "one", "why", payout.RejectionEvidence{Nonce: &nonce}))
	done(t)(alone.RejectPayout(ctx, ann, "one", "why", payout.RejectionEvidence{Transaction: ledger.Hash{5}}))
	alone.Payouts(func(b *payout.Book) {
		if r := b.Run("one").Rejection; r.Evidence.How != "" || r.Evidence.Transaction != (ledger.Hash{5}) {
			t.Errorf("%+v", r)
		}
	})
	// It is paid before bob consents: nothing is cancelled.
	w.pay(ledger.Wallet{19: 51}, 250, false)
	w.Finalise(0)
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	refusal(t, problem.Conflict, "has already paid")(e.ConsentToCancel(ctx, bob, "one", rejectionOf(alone, "one")))
	livedOn(t, e, paying(t), s)
	rebuilt(t, s)
}

// Whoever approves the money of a run that a Safe had in its hands is told, and signs it.
func TestMoneyOfACancelledRunIsNamed(t *testing.T) {
	onBoth(t, func(t *testing.T, s engine.Store) {
		ctx := context.Background()
		w, e, carol := proposed(t, s)
		repeats := func(run string) (list string) {
			e.Payouts(func(b *payout.Book) { list = strings.Join(b.Repeats(run), ",") })
			return list
		}
		done(t)(carol.sign(func(by engine.By) (engine.Receipt, error) { return approve(e, by, "april") }))
		done(t)(e.ExportPayout(ctx, ann, "april", ledger.Hash{}, ledger.Hash{}))
		void(t, w, e, "april")
		done(t)(e.PreparePayout(ctx, ann, "draft", "USDT", payout.Transfer))
		done(t)(e.StepPayout(ctx, ann, "draft", payout.Cancel, "too early"))
		done(t)(e.PreparePayout(ctx, ann, "again", "USDT", payout.Transfer))
		done(t)(e.StepPayout(ctx, ann, "again", payout.Propose, ""))
		same(t, "again", repeats("again"), "april")
		same(t, "april itself", repeats("april"), "")
		_, err := e.ApprovePayout(ctx, engine.By{Name: "carol", StatementOnly: true}, "again", fileOf(e, "again"))
		var unsigned *engine.Unsigned
		if !errors.As(err, &unsigned) || !strings.Contains(unsigned.Text, "\nwith money of the cancelled runs april\n") {
			t.Fatalf("%v", err)
		}
		without := strings.Replace(unsigned.Text, "with money of the cancelled runs april\n", "", 1)
		refusal(t, problem.NotAuthenticated, "not known")(approve(e, carol.by(without), "again"))
		done(t)(carol.sign(func(by engine.By) (engine.Receipt, error) { return approve(e, by, "again") }))
		done(t)(e.ExportPayout(ctx, ann, "again", ledger.Hash{}, ledger.Hash{}))

		// What comes in later is other money.
		w.Until(w.Now().AddDate(0, 1, 0))
		w.Finalise(0)
		if err := e.Sync(ctx, nil); err != nil {
			t.Fatal(err)
		}
		may := w.Now().AddDate(0, 0, -10)
		done(t)(e.RecordRevenue(ctx, ann, "may", fold.RevenueRow{Source: "dapp", Amount: "0.01", At: may}))
		done(t)(e.CloseMonth(ctx, ann, may.Format("2006-01")))
		done(t)(e.PreparePayout(ctx, ann, "may", "USDT", payout.Transfer))
		same(t, "may", repeats("may"), "")
		livedOn(t, e, paying(t), s)
		verified(t, s)
		rebuilt(t, s)
	})
}
