package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
)

type referralsRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
	After  string `query:"after" maxLength:"40" doc:"The next of the page before"`
	Limit  int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

// ReferralCode is a code of a wallet.
type ReferralCode struct {
	Code string `json:"code"`
	Live bool   `json:"live"`
}

// ReferralCredit is what one purchase earned.
type ReferralCredit struct {
	When     string `json:"when" format:"date-time"`
	Buyer    string `json:"buyer"`
	Nodes    uint64 `json:"nodes"`
	Paid     Amount `json:"paid" doc:"By the buyer"`
	Reward   Amount `json:"reward"`
	Stage    string `json:"stage" enum:"pending,payable,paid" doc:"pending: the purchase is not final. What was paid out covers the oldest credits first"`
	Block    uint64 `json:"block"`
	Tx       string `json:"tx"`
	LogIndex uint32 `json:"log_index"`
	Sequence uint64 `json:"sequence" doc:"Of the purchase in the journal"`
}

// ReferralPage is a page of a referrer's credits.
type ReferralPage struct {
	Wallet  string           `json:"wallet"`
	Codes   []ReferralCode   `json:"codes" doc:"Live or not, in order"`
	Credits []ReferralCredit `json:"credits" doc:"Newest first"`
	Count   int              `json:"count" doc:"How many credits there are in all"`
	Next    string           `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
}

// Referrals is such a page with how fresh it is.
type Referrals struct {
	ReferralPage
	Fresh
}

// ReferralsOf are credits as they go out: the command line prints the same.
func ReferralsOf(r *holder.Referrals) ReferralPage {
	out := ReferralPage{Wallet: r.Wallet.String(), Codes: []ReferralCode{}, Credits: []ReferralCredit{}, Count: r.Count, Next: r.Next}
	for _, c := range r.Codes {
		out.Codes = append(out.Codes, ReferralCode{c.Code, c.Active})
	}
	for i := range r.Credits {
		c := &r.Credits[i]
		out.Credits = append(out.Credits, ReferralCredit{
			instant(c.When), c.Buyer.String(), c.Nodes, amount(c.Paid), amount(c.Reward), string(c.Stage), c.Block, c.TxHash.String(), c.LogIndex, c.Sequence,
		})
	}
	return out
}

func (a *api) referrals(ctx context.Context, in *referralsRequest) (Referrals, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return Referrals{}, err
	}
	r, err := holder.OfReferrals(ctx, a.engine, a.reading.sources, a.reading.codes, wallet, in.After, in.Limit)
	if err != nil {
		return Referrals{}, err
	}
	return Referrals{ReferralsOf(&r), fresh(r.AsOf)}, nil
}
