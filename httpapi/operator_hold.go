package httpapi

import (
	"context"
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/auth"
	"github.com/nodeledger/nodeledger/intake"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
)

type holdRequest struct {
	Body struct {
		Referenced
		Wallet string `json:"wallet" maxLength:"64"`
		Reason string `json:"reason" maxLength:"500" doc:"For operators; empty: the wallet is paid again"`
	}
}

func (a *api) hold(ctx context.Context, in *holdRequest) (out Done, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	receipt, err := a.engine.Hold(ctx, who, b.Reference, strings.ToLower(b.Wallet), b.Reason)
	if err != nil {
		return out, err
	}
	return done(receipt), nil
}

type sanctionsRequest struct {
	Body struct {
		Referenced
		Name string `json:"name" maxLength:"200" doc:"Of the file, for messages"`
		Text string `json:"text" doc:"One address a line with comments after #, or CSV whose first column is address"`
	}
}

func (a *api) recordSanctions(ctx context.Context, in *sanctionsRequest) (out Done, err error) {
	who, err := auth.By(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	var receipt engine.Receipt
	wallets, err := intake.Sanctions(strings.NewReader(b.Text), named(b.Name))
	if err == nil {
		receipt, err = a.engine.RecordSanctions(ctx, who, b.Reference, wallets)
	}
	if err != nil {
		return out, err
	}
	return done(receipt), nil
}

// Hold is a wallet that is held back.
type Hold struct {
	Wallet string `json:"wallet"`
	Reason string `json:"reason"`
}

// Holds are all of them.
type Holds struct {
	Holds     []Hold `json:"holds" doc:"In order of wallet"`
	Sanctions int    `json:"sanctions" doc:"How many wallets are on the sanctions list"`
}

func (a *api) listHolds(context.Context, *nothing) (out Holds, err error) {
	out.Holds = []Hold{}
	a.engine.Payouts(func(b *payout.Book) {
		var wallets []ledger.Wallet
		for w := range b.Holds() {
			wallets = append(wallets, w)
		}
		slices.SortFunc(wallets, ledger.Wallet.Compare)
		for _, w := range wallets {
			out.Holds = append(out.Holds, Hold{w.String(), b.Holds()[w]})
		}
		out.Sanctions = b.Sanctions()
	})
	return out, nil
}
