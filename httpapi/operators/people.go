package operators

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/wire"
)

func (a *handlers) listOperators(context.Context, *nothing) (wire.Operators, error) {
	registry := a.Engine.Operators()
	return wire.OperatorsOf(&registry, a.Clock.Now()), nil
}

type consentRequest struct {
	Body struct {
		Name  string `json:"name" maxLength:"64" doc:"Of the operator whose key it is"`
		Grant string `json:"grant" minLength:"64" maxLength:"64" doc:"Which key: grant of a key that waits, in list-operators"`
	}
}

func (a *handlers) consentToKey(ctx context.Context, in *consentRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.ConsentToKey(ctx, who, in.Body.Name, in.Body.Grant)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}

type addKeyRequest struct {
	Body struct {
		Referenced
		Name     string           `json:"name" maxLength:"64" doc:"Of the operator, in lower-case letters, digits, _ and -"`
		Label    string           `json:"label" maxLength:"64" doc:"What the operator calls the key"`
		Wallet   string           `json:"wallet,omitempty" maxLength:"64" doc:"That signs in; or token"`
		Contract bool             `json:"contract,omitempty" doc:"The wallet is a contract, such as a Safe, whose own word counts (ERC-1271)"`
		Token    string           `json:"token,omitempty" maxLength:"64" doc:"SHA-256 of a token's secret, 64 hexadecimal digits"`
		Scopes   []operator.Scope `json:"scopes" minItems:"1" maxItems:"5" doc:"What the key may do"`
		Until    time.Time        `json:"until,omitzero" doc:"From then on the key does not count"`
	}
}

func (a *handlers) addKey(ctx context.Context, in *addKeyRequest) (wire.Receipt, error) {
	b := &in.Body
	return a.changeKeys(ctx, b.Reference, operator.Change{Name: b.Name, Label: b.Label, Wallet: b.Wallet, Contract: b.Contract, Token: b.Token,
		Scopes: b.Scopes, Until: b.Until})
}

type revokeKeyRequest struct {
	Body struct {
		Referenced
		Name  string `json:"name" maxLength:"64" doc:"Of the operator"`
		Label string `json:"label,omitempty" maxLength:"64" doc:"Of the key; empty: all of them"`
	}
}

func (a *handlers) revokeKey(ctx context.Context, in *revokeKeyRequest) (wire.Receipt, error) {
	return a.changeKeys(ctx, in.Body.Reference, operator.Change{Name: in.Body.Name, Label: in.Body.Label, Revoke: true})
}

func (a *handlers) changeKeys(ctx context.Context, reference string, change operator.Change) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.RecordOperator(ctx, who, reference, change)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}
