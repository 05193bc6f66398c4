package httpapi

import (
	"context"
	"fmt"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

type holderPayoutsRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"How many runs, the newest first"`
}

// HolderPayout is what a run means for one wallet.
type HolderPayout struct {
	Run      string       `json:"run"`
	Asset    string       `json:"asset"`
	Method   string       `json:"method" enum:"transfer,claim"`
	RunState string       `json:"run_state" enum:"draft,proposed,approved,exported,settled,cancelled"`
	At       string       `json:"at" format:"date-time" doc:"When what is owed was looked at"`
	State    string       `json:"state" enum:"open,partly_paid,paid,cancelled,waiting"`
	Amount   Amount       `json:"amount" doc:"What the run pays or, when it waits, what is owed"`
	Paid     Amount       `json:"paid"`
	Reason   string       `json:"reason,omitempty" doc:"Why it waits, when it is only small: below_minimum" example:"below_minimum"`
	Text     string       `json:"text,omitempty" doc:"The same for people"`
	Parts    []PayoutPart `json:"parts"`
}

// Claimable is what a wallet can take from a distributor. It can once the distributor's active root is the one named here.
type Claimable struct {
	Run         string           `json:"run" doc:"Whose tree it is"`
	Distributor string           `json:"distributor"`
	ChainID     uint64           `json:"chain_id"`
	Cumulative  Amount           `json:"cumulative" doc:"Granted since the beginning"`
	Claimed     Amount           `json:"claimed" doc:"Of it, as far as final blocks show"`
	Claimable   Amount           `json:"claimable"`
	Root        string           `json:"root"`
	Proof       []string         `json:"proof" doc:"From the leaf to the root"`
	Transaction QuoteTransaction `json:"transaction" doc:"Takes it; anybody may send it, the wallet gets it"`
}

// HolderPayouts is what runs pay a wallet.
type HolderPayouts struct {
	Wallet  string         `json:"wallet"`
	Payouts []HolderPayout `json:"payouts" doc:"Newest first"`
	Claims  []Claimable    `json:"claims" doc:"One for each asset of which there is something in a tree"`
	Fresh
}

func (a *api) holderPayouts(ctx context.Context, in *holderPayoutsRequest) (out HolderPayouts, err error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return out, err
	}
	out = HolderPayouts{Wallet: wallet.String(), Payouts: []HolderPayout{}, Claims: []Claimable{}}
	if out.Fresh, err = a.now(ctx); err != nil {
		return out, err
	}
	runs, err := a.payouts.runs.OfWallet(ctx, wallet, in.Limit)
	if err != nil {
		return out, err
	}
	for i := range runs {
		out.Payouts = append(out.Payouts, holderPayout(&runs[i]))
	}
	claims, err := a.payouts.claims.Of(ctx, wallet)
	if err != nil {
		return out, err
	}
	for i := range claims {
		c := &claims[i]
		proof := []string{}
		for _, h := range c.Proof {
			proof = append(proof, h.String())
		}
		chain := a.engine.Program().Chain.ID
		out.Claims = append(out.Claims, Claimable{
			c.Run, c.Distributor.Hex(), chain, amount(c.Cumulative), amount(c.Claimed), amount(c.Claimable), c.Root.String(), proof,
			QuoteTransaction{To: c.Distributor.Hex(), Data: fmt.Sprintf("0x%x", c.Data), Value: "0", ChainID: chain},
		})
	}
	return out, nil
}

// holderPayout leaves out why somebody is held back: that is between them and the operators.
func holderPayout(w *payoutview.WalletRun) HolderPayout {
	r := &w.Run
	out := HolderPayout{
		Run: r.Name, Asset: r.Asset.Symbol(), Method: string(r.Method), RunState: string(r.State), At: instant(r.At), Parts: []PayoutPart{},
	}
	if w.Line != nil {
		line := payoutLine(w.Line, r.State)
		out.State, out.Amount, out.Paid, out.Parts = line.State, line.Amount, line.Paid, line.Parts
		return out
	}
	out.State, out.Amount, out.Paid = "waiting", amount(w.Waiting.Amount), amount(money.Zero(r.Asset))
	out.Text = "it waits for a later run: the operators of the program can say more"
	if w.Waiting.Why == payout.BelowMinimum {
		out.Reason = string(payout.BelowMinimum)
		out.Text = fmt.Sprintf("less than the minimum of %s: it waits until there is more", w.Minimum)
	}
	return out
}
