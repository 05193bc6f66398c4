package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
)

// Tranche is what one epoch gave a holder and is locked.
type Tranche struct {
	Amount    Amount `json:"amount"`
	UnlocksAt string `json:"unlocks_at" format:"date-time"`
	Job       string `json:"job"`
	Slot      string `json:"slot" doc:"The epoch's day"`
}

// VestingGrant is a grant of tokens that vest.
type VestingGrant struct {
	Name     string `json:"name"`
	Total    Amount `json:"total" doc:"After a revocation: what had vested by then"`
	Vested   Amount `json:"vested" doc:"By the schedule, as of the newest booked block; the books move it at midnight"`
	Locked   Amount `json:"locked" doc:"Total less vested"`
	Released Amount `json:"released" doc:"What the holder took"`
	Start    string `json:"start" format:"date-time"`
	CliffEnd string `json:"cliff_end" format:"date-time"`
	End      string `json:"end" format:"date-time"`
}

// CurveStep is what is locked and available from an instant on.
type CurveStep struct {
	At        string `json:"at" format:"date-time"`
	Locked    Amount `json:"locked"`
	Available Amount `json:"available"`
}

// Holdings are points and tokens by stage. What the program does not have is absent.
type Holdings struct {
	Points    *Amount        `json:"points,omitempty"`
	Locked    *Amount        `json:"locked,omitempty"`
	Available *Amount        `json:"available,omitempty" doc:"Tokens that can be taken"`
	Released  *Amount        `json:"released,omitempty" doc:"Tokens that were taken"`
	Tranches  []Tranche      `json:"tranches" doc:"Of epochs, that are still locked, the first to unlock first"`
	Grants    []VestingGrant `json:"grants"`
	Curve     []CurveStep    `json:"curve" doc:"From now on, if nothing is added or taken. A grant that vests by the second has a step at the beginning of every month, at its cliff and at its end"`
}

// HoldingsOf are tokens as they go out: the command line prints the same.
func HoldingsOf(t *holder.Tokens) Holdings {
	out := Holdings{
		Points: some(t.Points), Locked: some(t.Locked), Available: some(t.Available), Released: some(t.Released),
		Tranches: []Tranche{}, Grants: []VestingGrant{}, Curve: []CurveStep{},
	}
	for _, tranche := range t.Tranches {
		out.Tranches = append(out.Tranches, Tranche{amount(tranche.Amount), instant(tranche.UnlocksAt), holder.TrancheJob, tranche.Slot})
	}
	for _, g := range t.Grants {
		out.Grants = append(out.Grants, VestingGrant{
			g.Name, amount(g.Total), amount(g.Vested), amount(g.Locked), amount(g.Released), instant(g.Start), instant(g.CliffEnd), instant(g.End),
		})
	}
	for _, s := range t.Curve {
		out.Curve = append(out.Curve, CurveStep{instant(s.At), amount(s.Locked), amount(s.Available)})
	}
	return out
}

// TokensOfHolder is what a wallet has of the program's points and token.
type TokensOfHolder struct {
	Wallet string `json:"wallet"`
	Holdings
	Fresh
}

func (a *api) tokens(ctx context.Context, in *holderRequest) (TokensOfHolder, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return TokensOfHolder{}, err
	}
	t, err := holder.OfTokens(ctx, a.engine, a.reading.sources, wallet)
	if err != nil {
		return TokensOfHolder{}, err
	}
	return TokensOfHolder{wallet.String(), HoldingsOf(&t), fresh(t.AsOf)}, nil
}
