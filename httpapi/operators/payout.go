package operators

import (
	"cmp"
	"context"
	"io"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/wire"
)

type prepareRequest struct {
	Body struct {
		Run    string `json:"run" maxLength:"64" doc:"A name for it, in lower-case letters, digits, _ and -" example:"2024-06-usdt"`
		Asset  string `json:"asset" maxLength:"16" example:"USDT" doc:"Symbol of the asset"`
		Method string `json:"method,omitempty" enum:"transfer,claim" doc:"Who sends: the treasury, or holders claim. transfer when empty"`
	}
}

func (a *handlers) preparePayout(ctx context.Context, in *prepareRequest) (out wire.PayoutReceipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	receipt, err := a.Engine.PreparePayout(ctx, who, b.Run, b.Asset, payout.Method(cmp.Or(b.Method, string(payout.Transfer))))
	return a.runAfterStep(ctx, b.Run, receipt, err)
}

// runAfterStep is the run after a step, or why the step was not taken.
func (a *handlers) runAfterStep(ctx context.Context, run string, receipt engine.Receipt, err error) (out wire.PayoutReceipt, _ error) {
	if err != nil {
		return out, discreet(ctx, run, err)
	}
	r, head, err := a.Runs.Detail(ctx, run)
	if err != nil {
		return out, err
	}
	of, err := view.Now(ctx, a.Engine)
	return wire.PayoutReceipt{Receipt: wire.ReceiptOf(receipt), Payout: wire.PayoutDetailOf(&r, head, of)}, err
}

// discreet does not tell who must not be paid, and why, unless the key may read what is private.
func discreet(ctx context.Context, run string, err error) error {
	if problem.Of(err).Code != problem.Barred || mayReadPrivate(ctx) {
		return err
	}
	return problem.New(problem.Conflict, problem.Barred,
		"a wallet with a line in run %s must not be paid now: cancel the run and prepare it again "+
			"under another name; a key with the scope %s is told which wallet, and why", run, operator.Private)
}

// mayReadPrivate says whether the key that a request came with may read what is private.
func mayReadPrivate(ctx context.Context) bool {
	actor, ok := auth.OperatorOf(ctx)
	return ok && actor.May(operator.Private)
}

type stepRequest struct {
	Run string `path:"run" maxLength:"64" doc:"Its name"`
}

func (a *handlers) step(ctx context.Context, run, step, reason string) (out wire.PayoutReceipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	if _, err := a.Runs.Of(run); err != nil {
		return out, err
	}
	receipt, err := a.Engine.StepPayout(ctx, who, run, step, reason)
	return a.runAfterStep(ctx, run, receipt, err)
}

func (a *handlers) proposePayout(ctx context.Context, in *stepRequest) (wire.PayoutReceipt, error) {
	return a.step(ctx, in.Run, payout.Propose, "")
}

type approveRequest struct {
	Run  string `path:"run" maxLength:"64" doc:"Its name"`
	File string `header:"If-Match" maxLength:"80" doc:"The field file of get-payout, in quotes. Required"`
}

func (a *handlers) approvePayout(ctx context.Context, in *approveRequest) (out wire.PayoutReceipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	if _, err := a.Runs.Of(in.Run); err != nil {
		return out, err
	}
	file, err := ifMatch(in.File)
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.ApprovePayout(ctx, who, in.Run, file)
	return a.runAfterStep(ctx, in.Run, receipt, err)
}

type cancelRequest struct {
	Run  string `path:"run" maxLength:"64" doc:"Its name"`
	Body struct {
		Reason      string  `json:"reason" minLength:"1" maxLength:"500" doc:"Everybody can read it"`
		Transaction string  `json:"transaction,omitempty" maxLength:"66" doc:"Of a run that was exported: hash of the Safe's rejecting transaction"`
		Nonce       *uint64 `json:"nonce,omitempty" doc:"Of a run that was exported: the highest nonce that a batch of it got in the Safe"`
	}
}

// cancelPayout cancels a run, or asks for the consent of another operator where it was exported.
func (a *handlers) cancelPayout(ctx context.Context, in *cancelRequest) (out wire.PayoutReceipt, err error) {
	evidence := payout.RejectionEvidence{Nonce: in.Body.Nonce}
	if in.Body.Transaction != "" {
		if evidence.Transaction, err = ledger.ParseHash(in.Body.Transaction); err != nil {
			return out, problem.Invalidf("transaction: %w", err)
		}
	}
	if evidence == (payout.RejectionEvidence{}) {
		return a.step(ctx, in.Run, payout.Cancel, in.Body.Reason)
	}
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	if _, err := a.Runs.Of(in.Run); err != nil {
		return out, err
	}
	receipt, err := a.Engine.RejectPayout(ctx, who, in.Run, in.Body.Reason, evidence)
	return a.runAfterStep(ctx, in.Run, receipt, err)
}

type consentToCancelRequest struct {
	Run  string `path:"run" maxLength:"64" doc:"Its name"`
	Body struct {
		SHA256 string `json:"sha256" minLength:"66" maxLength:"66" doc:"What is consented to: sha256 of the rejection, in get-payout"`
	}
}

func (a *handlers) consentToCancel(ctx context.Context, in *consentToCancelRequest) (out wire.PayoutReceipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	if _, err := a.Runs.Of(in.Run); err != nil {
		return out, err
	}
	what, err := ledger.ParseHash(in.Body.SHA256)
	if err != nil {
		return out, problem.Invalidf("sha256: %w", err)
	}
	receipt, err := a.Engine.ConsentToCancel(ctx, who, in.Run, what)
	return a.runAfterStep(ctx, in.Run, receipt, err)
}

// exportPayout takes note of an export only when the files can be made.
func (a *handlers) exportPayout(ctx context.Context, in *stepRequest) (out wire.PayoutReceipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	r, err := a.Runs.Of(in.Run)
	if err != nil {
		return out, err
	}
	a.exporting.Lock()
	defer a.exporting.Unlock()
	if _, err := payoutview.Export(ctx, a.Engine, in.Run, payoutview.FormatSafe, 1, io.Discard); err != nil {
		return out, err
	}
	var root, file ledger.Hash
	if r.Method == payout.Claim {
		tree, err := payoutview.TreeOf(a.Engine, in.Run)
		if err != nil {
			return out, err
		}
		root = tree.Root()
		if file, err = tree.File(); err != nil {
			return out, err
		}
	}
	receipt, err := a.Engine.ExportPayout(ctx, who, in.Run, root, file)
	return a.runAfterStep(ctx, in.Run, receipt, err)
}
