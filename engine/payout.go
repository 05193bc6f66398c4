package engine

import (
	"bytes"
	"context"
	"fmt"
	"io"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

// PreparePayout gathers everything payable in an asset into a run. What it gathers is fixed from then on; cancel it to have
// it gathered anew.
func (e *Engine) PreparePayout(ctx context.Context, by By, run, asset string, method payout.Method) (Receipt, error) {
	if err := payout.CheckName(run); err != nil {
		return Receipt{}, err
	}
	return e.record(ctx, by, fold.Payout, "", fold.PayoutBody{Run: run, Asset: asset, Method: method})
}

// ApprovePayout approves a run that somebody else proposed. file is the SHA-256 of the run's file that the approver looked at: of
// other bytes, or without it, the approval is refused. It is bound to the run's total as well.
func (e *Engine) ApprovePayout(ctx context.Context, by By, run string, file ledger.Hash) (Receipt, error) {
	if err := e.MayPay(ctx); err != nil {
		return Receipt{}, err
	}
	return e.recordMade(ctx, by, fold.PayoutStep, "", func() (any, error) {
		body := fold.StepBody{Run: run, Step: payout.Approve, File: file}
		if p := e.fold.Payouts().Run(run); p != nil {
			body.Total = p.Total.Digits()
		}
		return body, nil
	})
}

// StepPayout takes a step with a run: payout.Propose, or payout.Cancel with a reason.
func (e *Engine) StepPayout(ctx context.Context, by By, run, step, reason string) (Receipt, error) {
	if step == payout.Cancel && reason == "" {
		return Receipt{}, problem.Invalidf("say why the run is cancelled: --reason")
	}
	if step == payout.Approve {
		return Receipt{}, problem.Invalidf("a run is approved with the hash of its file")
	}
	if step == payout.Export {
		return Receipt{}, problem.Invalidf("a run is exported with its files")
	}
	if step == payout.Reject {
		return Receipt{}, problem.Invalidf("a run that was exported is cancelled with evidence")
	}
	return e.record(ctx, by, fold.PayoutStep, "", fold.StepBody{Run: run, Step: step, Reason: reason})
}

// ExportPayout records that a run's files were exported. root and file are those of the tree of a run for claims, and
// zero for any other; any other root is refused.
func (e *Engine) ExportPayout(ctx context.Context, by By, run string, root, file ledger.Hash) (Receipt, error) {
	body := fold.StepBody{Run: run, Step: payout.Export, Root: root, File: file}
	if err := e.mayRecord(ctx, fold.PayoutStep, body); err != nil {
		return Receipt{}, err
	}
	exported := func() (r *payout.Progress) {
		e.Payouts(func(b *payout.Book) {
			if now := b.Run(run); now != nil {
				as := *now
				r = &as
			}
		})
		return r
	}
	used, err := e.usedAtExport(ctx, exported())
	if err != nil {
		return Receipt{}, err
	}
	return e.recordMade(ctx, by, fold.PayoutStep, "", func() (any, error) {
		body.Used = used
		if r := exported(); r != nil && r.By(payout.Exported) != nil {
			body.Used = r.Used
		}
		return body, nil
	})
}

// usedAtExport is how many nonces the Safe that is to pay a run has used, at the newest final block, or had when the run was exported
// before; nil where there is no node, or none that can tell.
func (e *Engine) usedAtExport(ctx context.Context, run *payout.Progress) (*uint64, error) {
	switch {
	case run == nil:
		return nil, nil //nolint:nilnil // nobody knows
	case run.By(payout.Exported) != nil || e.chain == nil || run.Method != payout.Transfer:
		return run.Used, nil
	}
	at, err := e.chain.Finalized(ctx)
	if err != nil {
		return nil, err
	}
	used, err := e.chain.SafeNonce(ctx, at, common.Address(run.Payer.Treasury))
	if err != nil || !used.Known() || !used.Value.IsUint64() {
		return nil, err
	}
	n := used.Value.Uint64()
	return &n, nil
}

// CorrectPayment says what an exception was that was explained wrongly: what the last explanation booked is taken back.
func (e *Engine) CorrectPayment(ctx context.Context, by By, body fold.ResolveBody) (Receipt, error) {
	e.Payouts(func(b *payout.Book) { body.Corrects = max(1, b.Explanations(body.Exception)) })
	return e.ResolvePayment(ctx, by, body)
}

// ResolvePayment closes an exception with the reason why it is none, and with what it was when its amount stands in suspense.
func (e *Engine) ResolvePayment(ctx context.Context, by By, body fold.ResolveBody) (Receipt, error) {
	if body.Reason == "" {
		return Receipt{}, problem.Invalidf("say why the payment is all right: --reason")
	}
	return e.record(ctx, by, fold.PayoutResolve, "", body)
}

// CheckRun refuses a run whose amounts do not follow from the postings of its accounts, see [fold.RunCheck.Agree].
func (e *Engine) CheckRun(ctx context.Context, run string) (err error) {
	var check *fold.RunCheck
	var seen Position
	e.View(func(f *fold.Fold, s State) {
		seen = s.Position
		check, err = f.RunCheck(run)
	})
	if err != nil {
		return err
	}
	if err = check.Agree(ctx, e.store); err == nil {
		return nil
	}
	now, failed := e.store.State(ctx)
	if failed == nil && now.Position != seen {
		return ErrMoved // the books have lines settled of which the fold does not know yet
	}
	return err
}

// RunFile writes a run's file as it was when the run was prepared: the one whose hash is in the ledger, or an error.
func (e *Engine) RunFile(ctx context.Context, run string, w io.Writer) (ledger.Hash, error) {
	r, tx, err := e.Run(ctx, run)
	if err != nil {
		return ledger.Hash{}, err
	}
	var file bytes.Buffer
	hash, err := r.WriteFile(&file)
	if err != nil {
		return hash, err
	}
	if hash.String() != tx.Meta["file"] {
		return hash, fmt.Errorf("the file of run %s has the hash %s, the ledger says %s", run, hash, tx.Meta["file"])
	}
	_, err = file.WriteTo(w)
	return hash, err
}

// Run is a run as it was prepared, with those whom it leaves waiting, and its transaction.
func (e *Engine) Run(ctx context.Context, run string) (*payout.Run, *ledger.Transaction, error) {
	var prepared ledger.Source
	var input uint64
	e.View(func(f *fold.Fold, _ State) {
		if p := f.Payouts().Run(run); p != nil {
			prepared, input = p.Prepared, f.RunInput(run)
		}
	})
	if prepared == (ledger.Source{}) {
		return nil, nil, problem.NotFoundf("there is no run %s; `nodeledger payout list` shows them", run)
	}
	tx, err := e.reads.Keyed(ctx, prepared.Key())
	if err != nil {
		return nil, nil, err
	}
	if tx == nil {
		return nil, nil, fmt.Errorf("run %s is not in the journal: run `nodeledger ledger verify`", run)
	}
	var fact *fold.Fact
	if fold.NeedsFact(&tx.Draft) {
		if fact, err = e.factOf(ctx, input); err != nil {
			return nil, nil, err
		}
	}
	r, err := fold.ReadRun(&tx.Draft, fact)
	return r, tx, err
}

// factOf is the fact that an input is; nil when it is none.
func (e *Engine) factOf(ctx context.Context, input uint64) (*fold.Fact, error) {
	for in, err := range e.reads.Inputs(ctx, input) {
		if err != nil {
			return nil, err
		}
		return in.Fact()
	}
	return nil, nil //nolint:nilnil // whoever asks says what is missing
}
