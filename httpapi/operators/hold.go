package operators

import (
	"context"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/wire"
)

type holdRequest struct {
	Body struct {
		Referenced
		Wallet string `json:"wallet" maxLength:"64" doc:"Address, in lower case"`
		Reason string `json:"reason" maxLength:"500" doc:"For operators; empty: the wallet is paid again"`
	}
}

func (a *handlers) hold(ctx context.Context, in *holdRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	wallet, err := view.ParseWallet(b.Wallet)
	if err != nil {
		return out, err
	}
	receipt, err := a.Engine.Hold(ctx, who, b.Reference, wallet.String(), b.Reason)
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}

type sanctionsRequest struct {
	Body struct {
		Referenced
		Name string `json:"name" maxLength:"200" doc:"Of the file, for messages"`
		Text string `json:"text" doc:"One address a line with comments after #, or CSV whose first column is address"`
	}
}

func (a *handlers) recordSanctions(ctx context.Context, in *sanctionsRequest) (out wire.Receipt, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	var receipt engine.Receipt
	wallets, err := intake.Sanctions(strings.NewReader(b.Text), named(b.Name))
	if err == nil {
		receipt, err = a.Engine.RecordSanctions(ctx, who, b.Reference, wallets)
	}
	if err != nil {
		return out, err
	}
	return wire.ReceiptOf(receipt), nil
}

func (a *handlers) listHolds(context.Context, *nothing) (out wire.Holds, err error) {
	a.Engine.Payouts(func(b *payout.Book) { out = wire.HoldsOf(b) })
	return out, nil
}

type barRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"Address"`
}

func (a *handlers) walletBar(_ context.Context, in *barRequest) (out wire.WalletBar, err error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return out, err
	}
	a.Engine.Payouts(func(b *payout.Book) { out = wire.WalletBarOf(b, wallet) })
	return out, nil
}
