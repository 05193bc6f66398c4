package operators

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/wire"
)

type grantRequest struct {
	Body struct {
		Referenced
		Name     string    `json:"name" maxLength:"64" doc:"Of the grant"`
		Wallet   string    `json:"wallet" maxLength:"64" doc:"Address, in lower case"`
		Total    string    `json:"total" maxLength:"100" doc:"In the token, e.g. 1250.50 (not base units)"`
		Bucket   string    `json:"bucket,omitempty" maxLength:"64" example:"funds" doc:"Of the allocation, that it comes from; that of the schedule when empty"`
		Schedule string    `json:"schedule,omitempty" maxLength:"64" doc:"One of the program file, in place of the terms below"`
		Start    time.Time `json:"start,omitzero" doc:"The first instant"`
		AtStart  string    `json:"at_start,omitempty" maxLength:"100" doc:"What vests at once, in the token, e.g. 1250.50 (not base units)"`
		Cliff    string    `json:"cliff,omitempty" maxLength:"20" example:"6mo" doc:"How long nothing vests, such as 6mo"`
		Duration string    `json:"duration,omitempty" maxLength:"20" example:"2y" doc:"Over how long it vests, such as 2y"`
		Step     string    `json:"step,omitempty" enum:"linear,monthly" doc:"Evenly, or month by month"`
		Begins   string    `json:"begins,omitempty" enum:"after_cliff,accrue" doc:"From when it vests: after the cliff, or from the start"`
	}
}

func (a *handlers) recordGrant(ctx context.Context, in *grantRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	receipt, err := a.Engine.RecordGrant(ctx, who, b.Reference, fold.GrantTerms{
		Name: b.Name, Wallet: b.Wallet, Total: b.Total, Bucket: b.Bucket, Schedule: b.Schedule, Start: b.Start, AtStart: b.AtStart,
		Cliff: b.Cliff, Duration: b.Duration, Step: b.Step, Begins: b.Begins,
	})
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}

type grantRevocationRequest struct {
	Grant string `path:"grant" maxLength:"64" doc:"Its name"`
	Body  struct {
		Referenced
		At time.Time `json:"at" doc:"What is not vested by then goes back"`
	}
}

func (a *handlers) revokeGrant(ctx context.Context, in *grantRevocationRequest) (wire.Receipt, error) {
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.RecordRevocation(ctx, who, in.Body.Reference, in.Grant, in.Body.At)
	})
}

type grantReleaseRequest struct {
	Grant string `path:"grant" maxLength:"64" doc:"Its name"`
	Body  struct {
		Referenced
		Amount string    `json:"amount" maxLength:"100" doc:"What the holder withdrew, in the token, e.g. 1250.50 (not base units)"`
		At     time.Time `json:"at" doc:"When"`
	}
}

func (a *handlers) releaseGrant(ctx context.Context, in *grantReleaseRequest) (wire.Receipt, error) {
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.RecordRelease(ctx, who, in.Body.Reference, in.Grant, in.Body.Amount, in.Body.At)
	})
}

type tgePlanRequest struct {
	Body struct {
		Referenced
		At time.Time `json:"at" doc:"The time for which the TGE (token generation event) is planned, a whole second"`
	}
}

func (a *handlers) planTGE(ctx context.Context, in *tgePlanRequest) (wire.Receipt, error) {
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.PlanTGE(ctx, who, in.Body.Reference, in.Body.At)
	})
}

type tgeRequest struct {
	Body struct {
		Referenced
		At        time.Time `json:"at" doc:"The time of the TGE (token generation event), a whole second"`
		InsteadOf time.Time `json:"instead_of,omitzero" required:"false" doc:"The planned time, where the TGE was at another one"`
	}
}

func (a *handlers) recordTGE(ctx context.Context, in *tgeRequest) (wire.Receipt, error) {
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.RecordTGE(ctx, who, in.Body.Reference, in.Body.At, in.Body.InsteadOf)
	})
}

type thawRequest struct {
	Body struct {
		Reason string `json:"reason" minLength:"1" maxLength:"500" doc:"Why the books may go on"`
	}
}

func (a *handlers) thaw(ctx context.Context, in *thawRequest) (out wire.FreezeState, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	if _, err := a.Engine.Thaw(ctx, who, in.Body.Reason); err != nil {
		return out, err
	}
	a.Engine.View(func(_ *fold.Fold, s engine.State) { out.Frozen = s.Frozen != nil })
	return out, nil
}
