package wire

import (
	"time"

	"github.com/nodeledger/nodeledger/referral"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
)

// ReferralCode is a code of a wallet.
type ReferralCode struct {
	Code string `json:"code" doc:"Referral code"`
	Live bool   `json:"live" doc:"Whether it counts now"`
}

// ReferralCredit is what one purchase earned.
type ReferralCredit struct {
	When     string `json:"when" format:"date-time" doc:"When"`
	Buyer    string `json:"buyer" doc:"Who bought"`
	Nodes    uint64 `json:"nodes" doc:"How many nodes"`
	Paid     Amount `json:"paid" doc:"By the buyer"`
	Reward   Amount `json:"reward" doc:"What the referrer earns"`
	Stage    string `json:"stage" enum:"pending,payable,paid" doc:"pending: the purchase is not final. What was paid out covers the oldest credits first"`
	Block    uint64 `json:"block" doc:"Number of the block"`
	Tx       string `json:"tx" doc:"Hash of the transaction"`
	LogIndex uint32 `json:"log_index" doc:"Of the log in its block"`
	Sequence uint64 `json:"sequence" doc:"Of the purchase in the journal"`
}

// Referrals is a page of a referrer's credits.
type Referrals struct {
	Wallet  string           `json:"wallet" doc:"Address, in lower case"`
	Codes   []ReferralCode   `json:"codes" doc:"Live or not, in order"`
	Credits []ReferralCredit `json:"credits" doc:"Newest first"`
	Count   int              `json:"count" doc:"How many credits there are in all"`
	Next    string           `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// ReferralsOf is a page of credits as it goes out.
func ReferralsOf(r *holder.Referrals) Referrals {
	out := Referrals{Wallet: r.Wallet.String(), Codes: []ReferralCode{}, Credits: []ReferralCredit{}, Count: r.Count,
		Next: r.Next, Fresh: FreshOf(r.AsOf)}
	for _, c := range r.Codes {
		out.Codes = append(out.Codes, ReferralCode{c.Code, c.Active})
	}
	for i := range r.Credits {
		c := &r.Credits[i]
		out.Credits = append(out.Credits, ReferralCredit{
			Instant(c.When), c.Buyer.String(), c.Nodes, AmountOf(c.Paid), AmountOf(c.Reward), string(c.Stage), c.Block,
			c.TxHash.String(), c.LogIndex, c.Sequence,
		})
	}
	return out
}

// Standing is a referrer's place.
type Standing struct {
	Rank      int    `json:"rank" doc:"From 1"`
	Referrer  string `json:"referrer" doc:"Who earns"`
	Earned    Amount `json:"earned" doc:"All rewards of referring"`
	Nodes     uint64 `json:"nodes" doc:"That were bought with its codes"`
	Purchases uint64 `json:"purchases" doc:"How many purchases"`
	Selfs     uint64 `json:"self_referrals" doc:"How many of the purchases were its own"`
	First     string `json:"first" format:"date-time" doc:"When the first one was"`
}

// Leaderboard is the referrers by what they earned; ties by nodes, then by the earlier first referral, then by address.
type Leaderboard struct {
	Standings []Standing `json:"standings" doc:"The best first"`
	Fresh
}

// LeaderboardOf is the first referrers as they go out.
func LeaderboardOf(top []referral.Standing, of view.AsOf) Leaderboard {
	return Leaderboard{Standings: standingsOf(top), Fresh: FreshOf(of)}
}

func standingsOf(top []referral.Standing) []Standing {
	out := []Standing{}
	for _, s := range top {
		out = append(out, Standing{
			s.Rank, s.Referrer.String(), AmountOf(s.Earned), s.Nodes, s.Purchases, s.Selfs, Instant(time.Unix(s.First, 0)),
		})
	}
	return out
}
