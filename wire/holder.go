package wire

import (
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/holder"
)

// HolderLine is a wallet in the list.
type HolderLine struct {
	Wallet string `json:"wallet" doc:"Address, in lower case"`
	Nodes  uint64 `json:"nodes" doc:"How many nodes"`
}

// Holders is a page of the list.
type Holders struct {
	Holders []HolderLine `json:"holders" doc:"A page of them"`
	Next    string       `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// Entry is one posting.
type Entry struct {
	Sequence  uint64 `json:"sequence" doc:"Of its transaction in the journal"`
	Line      int    `json:"line" doc:"In its transaction, from 0"`
	Kind      string `json:"kind" example:"purchase" doc:"What the transaction is"`
	Effective string `json:"effective" format:"date-time" doc:"When it counts"`
	From      string `json:"from" doc:"Where it comes from"`
	FromClass string `json:"from_class" enum:"treasury,dust,buyer,referrer,issuance,holding,token,rebate,share,campaign,pool,revenue,fund,buyback-market,buyback-held,payout" doc:"What the account is for"`
	FromName  string `json:"from_name,omitempty" doc:"The run, pool, campaign or source of revenue whose account it is"`
	To        string `json:"to" doc:"Where it goes"`
	ToClass   string `json:"to_class" enum:"treasury,dust,buyer,referrer,issuance,holding,token,rebate,share,campaign,pool,revenue,fund,buyback-market,buyback-held,payout" doc:"What the account is for"`
	ToName    string `json:"to_name,omitempty" doc:"The run, pool, campaign or source of revenue whose account it is"`
	Amount    Amount `json:"amount" doc:"How much moves"`
}

// EntriesOf are entries as they go out.
func EntriesOf(of []engine.Entry) []Entry {
	out := []Entry{}
	for _, e := range of {
		from, to := e.Posting.From, e.Posting.To
		out = append(out, Entry{
			e.Sequence, e.Line, string(e.Kind), Instant(e.Effective), from.String(), from.Class().String(), from.Name(),
			to.String(), to.Class().String(), to.Name(), AmountOf(e.Posting.Amount),
		})
	}
	return out
}

// Referral is what a wallet earned by referring.
type Referral struct {
	Earned    Amount   `json:"earned" doc:"All of it"`
	Pending   Amount   `json:"pending" doc:"Of purchases that are not final"`
	Payable   Amount   `json:"payable" doc:"Final, and not paid out yet"`
	Paid      Amount   `json:"paid" doc:"What was paid"`
	Nodes     uint64   `json:"nodes" doc:"That others bought with its codes"`
	Purchases uint64   `json:"purchases" doc:"How many purchases were made with the codes"`
	Codes     []string `json:"codes" doc:"Live codes"`
}

// Shares are the accounts of a wallet's part of the revenue, by what became of it.
type Shares struct {
	Payable string `json:"payable" doc:"What is owed"`
	Paid    string `json:"paid" doc:"What was paid"`
}

// Holder is one wallet's statement.
type Holder struct {
	Wallet   string   `json:"wallet" doc:"Address, in lower case"`
	Nodes    uint64   `json:"nodes" doc:"How many nodes"`
	Paid     Amount   `json:"paid" doc:"For nodes, less what was refunded"`
	Used     []uint64 `json:"used_of_tiers" doc:"Nodes taken of each tier, from tier 1 on"`
	Referral Referral `json:"referral" doc:"Rewards of referring"`
	Share    Shares   `json:"share" doc:"The accounts of its part of the revenue"`
	Entries  []Entry  `json:"entries" doc:"The latest, newest first"`
	Fresh
}

// HoldersOf is a page of the list; more says that it goes on.
func HoldersOf(list []holder.Holder, more bool, of view.AsOf) Holders {
	out := Holders{Holders: []HolderLine{}, Fresh: FreshOf(of)}
	for _, h := range list {
		out.Holders = append(out.Holders, HolderLine{h.Wallet.String(), h.Nodes})
	}
	if more {
		out.Next = out.Holders[len(out.Holders)-1].Wallet
	}
	return out
}

// HolderOf is what the books say about a wallet.
func HolderOf(st *holder.Statement) Holder {
	r := &st.Referral
	out := Holder{
		Wallet: st.Wallet.String(), Nodes: st.Nodes, Paid: AmountOf(st.Paid), Used: append([]uint64{}, st.Used...),
		Share:    Shares{ledger.Share(st.Wallet, ledger.SharePayable).String(), ledger.Share(st.Wallet, ledger.SharePaid).String()},
		Entries:  EntriesOf(st.Entries),
		Referral: Referral{AmountOf(r.Earned), AmountOf(r.Pending), AmountOf(r.Payable), AmountOf(r.Paid), r.Nodes, r.Purchases, []string{}},
		Fresh:    FreshOf(st.AsOf),
	}
	for _, c := range st.Codes {
		if c.Active {
			out.Referral.Codes = append(out.Referral.Codes, c.Code)
		}
	}
	return out
}
