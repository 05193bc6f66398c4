package wire

import (
	"github.com/nodeledger/nodeledger/engine"
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
	FromRole  string `json:"from_role" enum:"wallet,distributor,contract,source,referral,share,rebate,payout,earnings,opening,owners,fund,campaign,own-tokens,suspense,sale,revenue,referral-expense,share-expense,rebate-expense,cost,dust,issuance,holding,token,bucket,pool,token-payout,market,burnt" doc:"What the account is for"`
	FromName  string `json:"from_name,omitempty" doc:"The run, pool, campaign or source of revenue whose account it is"`
	To        string `json:"to" doc:"Where it goes"`
	ToRole    string `json:"to_role" enum:"wallet,distributor,contract,source,referral,share,rebate,payout,earnings,opening,owners,fund,campaign,own-tokens,suspense,sale,revenue,referral-expense,share-expense,rebate-expense,cost,dust,issuance,holding,token,bucket,pool,token-payout,market,burnt" doc:"What the account is for"`
	ToName    string `json:"to_name,omitempty" doc:"The run, pool, campaign or source of revenue whose account it is"`
	Amount    Amount `json:"amount" doc:"How much moves"`
}

// EntriesOf are entries as they go out.
func EntriesOf(of []engine.Entry) []Entry {
	out := []Entry{}
	for _, e := range of {
		from, to := e.Posting.From, e.Posting.To
		out = append(out, Entry{
			e.Sequence, e.Line, string(e.Kind), Instant(e.Effective), from.String(), from.Role().String(), from.Name(),
			to.String(), to.Role().String(), to.Name(), AmountOf(e.Posting.Amount),
		})
	}
	return out
}

// Referral is what a wallet earned by referring.
type Referral struct {
	Earned    Amount   `json:"earned" doc:"All of it"`
	Pending   Amount   `json:"pending" doc:"Of purchases that are not final"`
	Payable   Amount   `json:"payable" doc:"Final, and in no payout run"`
	InRuns    Amount   `json:"in_runs" doc:"Gathered by payout runs and not paid"`
	Paid      Amount   `json:"paid" doc:"What was paid"`
	Nodes     uint64   `json:"nodes" doc:"That others bought with its codes"`
	Purchases uint64   `json:"purchases" doc:"How many purchases were made with the codes"`
	Codes     []string `json:"codes" doc:"Live codes"`
}

// Earned is what a wallet earned of something and what became of it: earned = payable + in_runs + paid.
type Earned struct {
	Earned  Amount `json:"earned" doc:"All of it"`
	Payable Amount `json:"payable" doc:"Owed, and in no payout run"`
	InRuns  Amount `json:"in_runs" doc:"Gathered by payout runs and not paid"`
	Paid    Amount `json:"paid" doc:"What was paid"`
	Account string `json:"account" doc:"Path of the account of what was earned"`
	Owed    string `json:"owed_account" doc:"Path of the account of what is owed"`
}

// EarnedOf is what a wallet earned as it goes out.
func EarnedOf(x *holder.Earned) Earned {
	return Earned{AmountOf(x.Earned), AmountOf(x.Payable), AmountOf(x.InRuns), AmountOf(x.Paid), x.Account.String(), x.Owed.String()}
}

// Holder is one wallet's statement.
type Holder struct {
	Wallet   string        `json:"wallet" doc:"Address, in lower case"`
	Nodes    uint64        `json:"nodes" doc:"How many nodes"`
	Paid     Amount        `json:"paid" doc:"For nodes, less what was refunded"`
	Used     []uint64      `json:"used_of_tiers" doc:"Nodes taken of each tier, from tier 1 on"`
	Referral Referral      `json:"referral" doc:"Rewards of referring"`
	Others   []HolderMoney `json:"other_assets" doc:"The same in every other asset that nodes are paid in"`
	Share    *Earned       `json:"share,omitempty" doc:"Its part of the revenue; absent where the program has none"`
	Rebates  []Earned      `json:"rebates" doc:"Of campaigns, for each asset in which there are any"`
	Entries  []Entry       `json:"entries" doc:"The latest, newest first"`
	Fresh
}

// HolderMoney is what a wallet paid and earned in one asset.
type HolderMoney struct {
	Paid     Amount   `json:"paid" doc:"For nodes, less what was refunded"`
	Referral Referral `json:"referral" doc:"Rewards of referring"`
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
	out := Holder{
		Wallet: st.Wallet.String(), Nodes: st.Nodes, Paid: AmountOf(st.Paid), Used: append([]uint64{}, st.Used...),
		Rebates: []Earned{}, Entries: EntriesOf(st.Entries),
		Referral: referralOf(&st.Referral), Others: []HolderMoney{}, Fresh: FreshOf(st.AsOf),
	}
	for i := range st.Others {
		out.Others = append(out.Others, HolderMoney{AmountOf(st.Others[i].Paid), referralOf(&st.Others[i].Referral)})
	}
	if st.Share != nil {
		share := EarnedOf(st.Share)
		out.Share = &share
	}
	for i := range st.Rebate {
		out.Rebates = append(out.Rebates, EarnedOf(&st.Rebate[i]))
	}
	for _, c := range st.Codes {
		if c.Active {
			out.Referral.Codes = append(out.Referral.Codes, c.Code)
		}
	}
	return out
}

func referralOf(r *holder.Earnings) Referral {
	return Referral{
		AmountOf(r.Earned), AmountOf(r.Pending), AmountOf(r.Payable), AmountOf(r.InRuns), AmountOf(r.Paid), r.Nodes, r.Purchases, []string{},
	}
}
