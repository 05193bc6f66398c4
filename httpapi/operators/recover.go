package operators

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

type recoveryTextRequest struct {
	Body struct {
		Name     string           `json:"name" maxLength:"64" doc:"Of somebody who has no key, in lower-case letters, digits, _ and -"`
		Label    string           `json:"label" maxLength:"64" doc:"What the operator calls the key"`
		Wallet   string           `json:"wallet,omitempty" maxLength:"64" doc:"That signs in; or token"`
		Contract bool             `json:"contract,omitempty" doc:"The wallet is a contract, such as a Safe, whose own word counts (ERC-1271)"`
		Token    string           `json:"token,omitempty" maxLength:"64" doc:"SHA-256 of a token's secret, 64 hexadecimal digits"`
		Scopes   []operator.Scope `json:"scopes" minItems:"1" maxItems:"5" doc:"What the key may do; admin is one of them"`
		Until    time.Time        `json:"until,omitzero" doc:"From then on the key does not count"`
	}
}

type recoverRequest struct {
	Body struct {
		Name       string           `json:"name" maxLength:"64" doc:"Of somebody who has no key, in lower-case letters, digits, _ and -"`
		Label      string           `json:"label" maxLength:"64" doc:"What the operator calls the key"`
		Wallet     string           `json:"wallet,omitempty" maxLength:"64" doc:"That signs in; or token"`
		Contract   bool             `json:"contract,omitempty" doc:"The wallet is a contract, such as a Safe, whose own word counts (ERC-1271)"`
		Token      string           `json:"token,omitempty" maxLength:"64" doc:"SHA-256 of a token's secret, 64 hexadecimal digits"`
		Scopes     []operator.Scope `json:"scopes" minItems:"1" maxItems:"5" doc:"What the key may do; admin is one of them"`
		Until      time.Time        `json:"until,omitzero" doc:"From then on the key does not count"`
		After      uint64           `json:"after" doc:"The transaction that the signed text names"`
		Signatures []string         `json:"signatures" minItems:"1" maxItems:"3" doc:"Of recovery wallets over the text, 0x and 130 hexadecimal digits each"`
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

func (a *handlers) recoveryText(ctx context.Context, in *recoveryTextRequest) (out wire.RecoveryText, err error) {
	end, err := a.alone()
	if err != nil {
		return out, err
	}
	defer end()
	b := &in.Body
	out.Statement, out.After, err = a.Engine.RecoveryText(ctx, operator.Change{Name: b.Name, Label: b.Label, Wallet: b.Wallet,
		Contract: b.Contract, Token: b.Token, Scopes: b.Scopes, Until: b.Until})
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
	receipt, err := a.Engine.RecoverOperator(ctx, operator.Change{Name: b.Name, Label: b.Label, Wallet: b.Wallet,
		Contract: b.Contract, Token: b.Token, Scopes: b.Scopes, Until: b.Until}, b.After, signatures)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}
