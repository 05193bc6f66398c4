package operators

import (
	"context"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/wire"
)

// receipted answers with the receipt of what somebody records.
func receipted(ctx context.Context, record func(engine.By) (engine.Receipt, error)) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	receipt, err := record(who)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}

type pointsSoldRequest struct {
	Body struct {
		Referenced
		Wallet   string    `json:"wallet" maxLength:"64" doc:"Address of who bought, in lower case"`
		Points   string    `json:"points" maxLength:"100" doc:"In points, e.g. 1250.50 (not base units)"`
		Received string    `json:"received" maxLength:"100" doc:"What was paid, e.g. 1250.50 (not base units)"`
		Asset    string    `json:"asset,omitempty" maxLength:"16" example:"USDT" doc:"That was paid; that of the revenue when empty"`
		Price    string    `json:"price,omitempty" maxLength:"50" example:"0.8" doc:"Of one point in what was paid; that of the program file when empty"`
		Source   string    `json:"source" maxLength:"64" example:"fiat" doc:"Of revenue, where the money is"`
		At       time.Time `json:"at" doc:"When, a whole second"`
		Note     string    `json:"note,omitempty" maxLength:"500" doc:"Everybody can read it in the journal"`
	}
}

func (a *handlers) recordPointsSold(ctx context.Context, in *pointsSoldRequest) (wire.Receipt, error) {
	b := &in.Body
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.RecordPointsSold(ctx, who, b.Reference, fold.PointsSoldBody{Wallet: b.Wallet, Points: b.Points, Received: b.Received,
			Asset: b.Asset, Price: b.Price, Source: b.Source, At: b.At, Note: b.Note})
	})
}

type pointsSpentRequest struct {
	Body struct {
		Referenced
		Wallet string    `json:"wallet" maxLength:"64" doc:"Address of who spent, in lower case"`
		Points string    `json:"points" maxLength:"100" doc:"In points, e.g. 1250.50 (not base units)"`
		For    string    `json:"for" minLength:"1" maxLength:"500" doc:"What they were spent for; everybody can read it in the journal"`
		At     time.Time `json:"at" doc:"When, a whole second"`
	}
}

func (a *handlers) recordPointsSpent(ctx context.Context, in *pointsSpentRequest) (wire.Receipt, error) {
	b := &in.Body
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.RecordPointsSpent(ctx, who, b.Reference, fold.PointsSpentBody{Wallet: b.Wallet, Points: b.Points, For: b.For, At: b.At})
	})
}

type stakeRequest struct {
	Body struct {
		Referenced
		Wallet string    `json:"wallet" maxLength:"64" doc:"Address of the holder, in lower case"`
		Amount string    `json:"amount" maxLength:"100" doc:"In points or tokens, e.g. 1250.50 (not base units)"`
		Asset  string    `json:"asset" maxLength:"16" example:"GPOINT" doc:"The points or the token"`
		At     time.Time `json:"at" doc:"When, a whole second"`
	}
}

func (r *stakeRequest) stake() fold.StakeBody {
	return fold.StakeBody{Wallet: r.Body.Wallet, Amount: r.Body.Amount, Asset: r.Body.Asset, At: r.Body.At}
}

func (a *handlers) recordStake(ctx context.Context, in *stakeRequest) (wire.Receipt, error) {
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.RecordStake(ctx, who, in.Body.Reference, in.stake())
	})
}

func (a *handlers) recordUnstake(ctx context.Context, in *stakeRequest) (wire.Receipt, error) {
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.RecordUnstake(ctx, who, in.Body.Reference, in.stake())
	})
}

type moveReversalRequest struct {
	Body struct {
		Reverses string `json:"reverses" minLength:"1" maxLength:"128" doc:"The reference of what was recorded by mistake"`
		Reason   string `json:"reason" minLength:"1" maxLength:"500" doc:"Everybody can read it in the journal"`
	}
}

func (a *handlers) reverseMove(ctx context.Context, in *moveReversalRequest) (wire.Receipt, error) {
	return receipted(ctx, func(who engine.By) (engine.Receipt, error) {
		return a.Engine.ReverseMove(ctx, who, in.Body.Reverses, in.Body.Reason)
	})
}
