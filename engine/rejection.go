package engine

import (
	"context"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

// RejectPayout asks to cancel a run that was exported, with a reason and the evidence that its transactions cannot be executed any
// more. Where there is a node the evidence must name a nonce, and the Safe that was to pay is asked how many it has used, at the last final
// block that the books have: so no payment of the run can be missing in them. Another operator consents: [Engine.ConsentToCancel].
func (e *Engine) RejectPayout(ctx context.Context, by By, run, reason string, evidence payout.RejectionEvidence) (Receipt, error) {
	if reason == "" {
		return Receipt{}, problem.Invalidf("say why the run is cancelled: --reason")
	}
	return e.recordMade(ctx, by, fold.PayoutStep, "", func() (any, error) {
		who, err := e.whoIs(by)
		if err != nil {
			return nil, err
		}
		known := e.fold.Payouts().Run(run)
		if known != nil && known.Rejection != nil { // the same again asks no node again
			r := known.Rejection
			same := evidence.Transaction == r.Evidence.Transaction && sameNonce(evidence.Nonce, r.Evidence.Nonce)
			if r.By == who && r.Reason == reason && same {
				evidence = r.Evidence
			}
		}
		if known != nil && evidence.How == "" {
			if err := e.proveNonce(ctx, common.Address(known.Payer.Treasury), &evidence); err != nil {
				return nil, err
			}
		}
		return fold.StepBody{Run: run, Step: payout.Reject, Reason: reason, Evidence: &evidence,
			Number: e.fold.Payouts().NextRejection(run, who, reason, &evidence)}, nil
	})
}

func sameNonce(a, b *uint64) bool { return a == b || a != nil && b != nil && *a == *b }

// proveNonce asks the Safe that was to pay how many nonces it has used, where there is a node.
func (e *Engine) proveNonce(ctx context.Context, safe common.Address, evidence *payout.RejectionEvidence) error {
	evidence.Used, evidence.Block = 0, 0
	switch {
	case e.chain == nil:
		return nil
	case evidence.Nonce == nil:
		return problem.Invalidf("name the highest nonce that a batch of the run got in the Safe: the node is asked whether it was used")
	}
	final := e.state.Cursor.Final
	if final.Hash == (common.Hash{}) {
		return problem.Conflictf("nothing is booked yet: sync the books first")
	}
	chain := e.awayWhole()
	at, err := chain.FinalAt(ctx, final.Number)
	if err != nil {
		return err
	}
	if at.Hash != final.Hash {
		return problem.Conflictf("block %d is %s on the chain and %s in the books: sync them first", final.Number, at.Hash, final.Hash)
	}
	used, err := chain.SafeNonce(ctx, at, safe)
	if err != nil {
		return err
	}
	if !used.Known() || !used.Value.IsUint64() {
		if evidence.Transaction != (ledger.Hash{}) {
			return nil // recorded as it is said
		}
		return problem.Conflictf("no endpoint says how many nonces the treasury's Safe has used at block %d: %s", at.Number, used.Why)
	}
	evidence.Used, evidence.Block, evidence.How = used.Value.Uint64(), at.Number, string(used.Assurance)
	return nil
}

// ConsentToCancel consents to cancel a run that was exported: what is the digest of the rejection that another operator asked for,
// with the reason and the evidence, see [payout.Rejection].
func (e *Engine) ConsentToCancel(ctx context.Context, by By, run string, what ledger.Hash) (Receipt, error) {
	if what == (ledger.Hash{}) {
		return Receipt{}, problem.Invalidf("say what you consent to: the SHA-256 of reason and evidence, as `nodeledger payout show %s` "+
			"prints it",
			run)
	}
	return e.record(ctx, by, fold.PayoutStep, "", fold.StepBody{Run: run, Step: payout.Cancel, Consents: what})
}
