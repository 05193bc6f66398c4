package operators

import (
	"context"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

type recoveryTextRequest struct {
	Body struct{ wire.KeyGiven }
}

type recoverRequest struct {
	Body struct {
		wire.KeyGiven
		After      uint64   `json:"after" doc:"How many facts the signed text names"`
		Signatures []string `json:"signatures" minItems:"1" maxItems:"3" doc:"Of recovery wallets over the text, in hex; of a Safe, its owners' in one"`
	}
}

// recoveryBounds are those of what a stranger may ask: a short body, and one at a time.
var recoveryBounds = operation.Bounds{Body: 16 << 10, Cost: operation.Cost{Requests: 10}}

// recovering is an operation that nobody signs in for: the signatures of the recovery wallets are all that counts.
func recovering(id, path, summary, description string) operation.Operation {
	o := recorded("", id, path, summary, description)
	o.Guarded, o.Bounds = false, recoveryBounds
	o.Refusals = append([]operation.Refusal{operation.SignIn, operation.Forbidden}, o.Refusals...)
	return o
}

func (a *handlers) registerRecovery(h *operation.API) {
	operation.Register(h, recovering("request-recovery", "/recover/text", "The text that recovery wallets sign to give somebody a key",
		"For when no administrator has a key left: operators.recovery of the program file names the wallets. Nothing is recorded."),
		a.recoveryText)
	operation.Register(h, recovering("recover-operator", "/recover", "Give somebody a key by the program's recovery wallets",
		"Send what request-recovery was asked for, with after of its answer and the signatures of its text. Nobody signs in for it."), a.recover)
}

// alone lets one stranger at a time use what recovers.
func (a *handlers) alone() (end func(), err error) {
	if !a.recovering.TryLock() {
		return nil, problem.New(problem.Busy, "too-many-requests", "somebody else recovers a key at this moment: try again")
	}
	return a.recovering.Unlock, nil
}

func (a *handlers) recoveryText(_ context.Context, in *recoveryTextRequest) (out wire.ToSign, err error) {
	end, err := a.alone()
	if err != nil {
		return out, err
	}
	defer end()
	out.Statement, out.After, err = a.Engine.RecoveryText(in.Body.Change())
	return out, err
}

func (a *handlers) recover(ctx context.Context, in *recoverRequest) (out wire.Receipt, err error) {
	end, err := a.alone()
	if err != nil {
		return out, err
	}
	defer end()
	b := &in.Body
	signatures := make([][]byte, len(b.Signatures))
	for i, text := range b.Signatures {
		if signatures[i], err = operator.ParseSignature(text); err != nil {
			return out, err
		}
	}
	receipt, err := a.Engine.RecoverOperator(ctx, b.Change(), b.After, signatures)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}
