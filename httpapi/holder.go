package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
)

type holdersRequest struct {
	After string `query:"after" maxLength:"64" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"100"`
}

// HolderLine is a wallet in the list.
type HolderLine struct {
	Wallet string `json:"wallet"`
	Nodes  uint64 `json:"nodes"`
}

// Holders is a page of the list.
type Holders struct {
	Holders []HolderLine `json:"holders"`
	Next    string       `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

func (a *api) holders(ctx context.Context, in *holdersRequest) (Holders, error) {
	var after ledger.Wallet
	var err error
	if in.After != "" {
		if after, err = view.ParseWallet(in.After); err != nil {
			return Holders{}, err
		}
	}
	list, more, of, err := a.reading.roster.Holders(ctx, after, in.Limit)
	if err != nil {
		return Holders{}, err
	}
	out := Holders{Holders: []HolderLine{}, Fresh: fresh(of)}
	for _, h := range list {
		out.Holders = append(out.Holders, HolderLine{h.Wallet.String(), h.Nodes})
	}
	if more {
		out.Next = out.Holders[len(out.Holders)-1].Wallet
	}
	return out, nil
}

type holderRequest struct {
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
}

// Entry is one posting.
type Entry struct {
	Sequence  uint64 `json:"sequence" doc:"Of its transaction in the journal"`
	Line      int    `json:"line" doc:"In its transaction, from 0"`
	Kind      string `json:"kind" example:"purchase"`
	Effective string `json:"effective" format:"date-time"`
	From      string `json:"from"`
	To        string `json:"to"`
	Amount    Amount `json:"amount"`
}

func entries(of []engine.Entry) []Entry {
	out := []Entry{}
	for _, e := range of {
		out = append(out, Entry{
			e.Sequence, e.Line, string(e.Kind), instant(e.Effective), e.Posting.From.String(), e.Posting.To.String(), amount(e.Posting.Amount),
		})
	}
	return out
}

// Referral is what a wallet earned by referring.
type Referral struct {
	Earned    Amount   `json:"earned" doc:"All of it"`
	Pending   Amount   `json:"pending" doc:"Of purchases that are not final"`
	Payable   Amount   `json:"payable"`
	Paid      Amount   `json:"paid"`
	Nodes     uint64   `json:"nodes" doc:"That others bought with its codes"`
	Purchases uint64   `json:"purchases"`
	Codes     []string `json:"codes" doc:"Live codes"`
}

// Holder is one wallet's statement.
type Holder struct {
	Wallet   string   `json:"wallet"`
	Nodes    uint64   `json:"nodes"`
	Paid     Amount   `json:"paid" doc:"For nodes, less what was refunded"`
	Used     []uint64 `json:"used_of_tiers" doc:"Nodes taken of each tier, from tier 1 on"`
	Referral Referral `json:"referral"`
	Entries  []Entry  `json:"entries" doc:"The latest, newest first"`
	Fresh
}

// latestEntries is how many entries a statement shows.
const latestEntries = 50

func (a *api) holder(ctx context.Context, in *holderRequest) (Holder, error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return Holder{}, err
	}
	st, err := holder.OfHolder(ctx, a.engine, a.reading.codes, wallet, latestEntries)
	if err != nil {
		return Holder{}, err
	}
	out := Holder{
		Wallet: wallet.String(), Nodes: st.Nodes, Paid: amount(st.Paid), Used: append([]uint64{}, st.Used...), Entries: entries(st.Entries),
		Referral: Referral{
			Earned: amount(st.Referral.Earned), Pending: amount(st.Referral.Pending), Payable: amount(st.Referral.Payable),
			Paid: amount(st.Referral.Paid), Nodes: st.Referral.Nodes, Purchases: st.Referral.Purchases, Codes: []string{},
		},
		Fresh: fresh(st.AsOf),
	}
	for _, c := range st.Codes {
		if c.Active {
			out.Referral.Codes = append(out.Referral.Codes, c.Code)
		}
	}
	return out, nil
}
