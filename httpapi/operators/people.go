package operators

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
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
		Grant string `json:"grant" maxLength:"96" doc:"Which key: grant of a key that waits, in list-operators"`
	}
}

func (a *handlers) consentToKey(ctx context.Context, in *consentRequest) (wire.Receipt, error) {
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.ConsentToKey(ctx, who, in.Body.Name, in.Body.Grant)
	})
}

type addKeyRequest struct {
	Body struct {
		Referenced
		wire.KeyGiven
	}
}

func (a *handlers) addKey(ctx context.Context, in *addKeyRequest) (wire.Receipt, error) {
	return a.changeKeys(ctx, in.Body.Reference, in.Body.Change())
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

func (a *handlers) changeKeys(ctx context.Context, reference string, change operator.Change) (wire.Receipt, error) {
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.RecordOperator(ctx, who, reference, change)
	})
}
