package wire

import (
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
)

// Liability is what the books owe in an asset.
type Liability struct {
	Asset   string `json:"asset" doc:"Symbol of the asset"`
	Payable Amount `json:"payable" doc:"To wallets, in no run"`
	InRuns  Amount `json:"in_runs" doc:"Gathered by runs and not paid"`
	Owed    Amount `json:"owed" doc:"Both"`
	Claims  Amount `json:"claims" doc:"Of in_runs, what holders can claim from distributors"`
	Held    Amount `json:"distributors" doc:"What the distributors hold by the books"`
}

// LiabilityOf is a liability as it goes out.
func LiabilityOf(l *payoutview.Liability) Liability {
	return Liability{l.Asset.Symbol(), AmountOf(l.Payable), AmountOf(l.InRuns), AmountOf(l.Owed), AmountOf(l.Claims), AmountOf(l.Held)}
}

// Liabilities are what the books owe.
type Liabilities struct {
	Liabilities []Liability `json:"liabilities" doc:"In order of asset"`
	Fresh
}

// LiabilitiesOf are liabilities as they go out.
func LiabilitiesOf(list []payoutview.Liability, of view.AsOf) Liabilities {
	out := Liabilities{Liabilities: []Liability{}, Fresh: FreshOf(of)}
	for i := range list {
		out.Liabilities = append(out.Liabilities, LiabilityOf(&list[i]))
	}
	return out
}

// Obligation is what the books owe in an asset, against what the treasury holds.
type Obligation struct {
	Liability
	Needed   Amount  `json:"from_treasury" doc:"What the treasury must pay or fund: owed, less what distributors hold for those who claim it"`
	Treasury *Amount `json:"treasury,omitempty" doc:"What the treasury holds on the chain; absent when it was not asked or could not be"`
	Short    *Amount `json:"short,omitempty" doc:"What the treasury lacks of from_treasury; absent when it holds enough or is not known"`
	Error    string  `json:"error,omitempty" doc:"Why the treasury's balance is not known"`
}
