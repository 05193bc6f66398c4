package wire

import (
	"strconv"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
)

// ClosedMonth is a month of revenue that was closed: carried_in + revenue = paid + carried_out + to_buyback.
type ClosedMonth struct {
	Month       string    `json:"month" example:"2024-06" doc:"Such as 2024-06"`
	Start       string    `json:"start" format:"date-time" doc:"The first instant"`
	End         string    `json:"end" format:"date-time" doc:"The first instant that is not in it"`
	Block       string    `json:"block" doc:"After which holders were looked at"`
	BlockHash   string    `json:"block_hash" doc:"Of the last final block that counts"`
	CarriedIn   Amount    `json:"carried_in" doc:"What earlier months left; below zero when more was returned than came"`
	Revenue     Amount    `json:"revenue" doc:"What revenue brought into the fund of the share in the month, less what was returned in it"`
	Paid        Amount    `json:"paid" doc:"To holders"`
	CarriedOut  Amount    `json:"carried_out" doc:"What this month leaves"`
	ToBuyback   Amount    `json:"to_buyback" doc:"The surplus, where the program sends it to the buyback fund"`
	HoldersPaid int       `json:"holders_paid" doc:"How many wallets get something"`
	ZeroReason  *Sentence `json:"zero_reason,omitempty" doc:"Why nobody gets anything"`
	ClosedBy    string    `json:"closed_by" doc:"The operator"`
	ClosedAt    string    `json:"closed_at" format:"date-time" doc:"When it was closed"`
	File        string    `json:"file" doc:"SHA-256 of its file, as the journal has it"`
	Sequence    uint64    `json:"sequence" doc:"Of its transaction in the journal"`
	Corrected   []uint64  `json:"corrected" doc:"Sequences of the transactions by which amendments of the program corrected it: the figures are as corrected"`
}

// ClosedMonthOf is a closed month as it goes out.
func ClosedMonthOf(m *period.ClosedMonth) ClosedMonth {
	return ClosedMonth{
		m.Month, Instant(m.Start), Instant(m.End), m.Block, m.BlockHash, NetOf(m.CarriedIn), NetOf(m.Revenue),
		AmountOf(m.Paid), NetOf(m.CarriedOut), AmountOf(m.ToBuyback), m.Holders, OptionalSentence(m.ZeroReason), m.By.Operator,
		Instant(m.By.Time), m.File.String(), m.Sequence, append([]uint64{}, m.Corrected...),
	}
}

// Months is a page of the list.
type Months struct {
	Months []ClosedMonth `json:"months" doc:"Newest first"`
	Next   string        `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fund   string        `json:"fund_account" doc:"Where what is set aside for the holders is until their month closes, and what earlier months left"`
	Fresh
}

// MonthDetail is one month, computed again.
type MonthDetail struct {
	ClosedMonth
	Rule    string  `json:"rule" doc:"Version of the rules that computed it"`
	Mode    string  `json:"mode" doc:"brackets or pro_rata; empty: no rule was in force"`
	Holders int     `json:"holders" doc:"That held nodes at its end"`
	Due     *Amount `json:"due,omitempty" doc:"The sum of the brackets' amounts"`
	Scaled  bool    `json:"scaled" doc:"The fund was smaller than what was due, and everybody got the same part of it"`
	Fresh
}

// MonthExplanation is how a wallet's number of a month came about.
type MonthExplanation struct {
	Wallet     string     `json:"wallet" doc:"Address, in lower case"`
	Nodes      uint64     `json:"nodes" doc:"Held at the month's end"`
	Amount     Amount     `json:"amount" doc:"What the wallet gets"`
	ZeroReason *Sentence  `json:"zero_reason,omitempty" doc:"Why the amount is zero"`
	Lines      []Sentence `json:"lines" doc:"The whole computation as on paper"`
	Fresh
}

// MonthClosed is a month after it was closed, or after somebody proposed that.
type MonthClosed struct {
	Already  bool           `json:"already_recorded" doc:"It was closed, or proposed as it is, before, and nothing was written"`
	State    string         `json:"state" enum:"closed,proposed" doc:"Proposed: another operator must approve it"`
	Month    *ClosedMonth   `json:"month,omitempty" doc:"The month, now closed"`
	Proposal *MonthProposal `json:"proposal,omitempty" doc:"What waits for another operator's approval"`
	Fresh
}

// MonthProposal is a month that somebody proposed to close.
type MonthProposal struct {
	Month     string `json:"month" example:"2024-06" doc:"Such as 2024-06"`
	Reference string `json:"reference" doc:"Of the fact"`
	By        string `json:"by" doc:"The operator: another one must approve it"`
	At        string `json:"at" format:"date-time" doc:"When"`
	File      string `json:"file" doc:"SHA-256 of the month's file as it was proposed"`
	Total     Amount `json:"total" doc:"What holders get"`
}

// MonthProposalOf is a proposed month as it goes out; nil for none.
func MonthProposalOf(p *fold.ProposedMonth) *MonthProposal {
	if p == nil {
		return nil
	}
	return &MonthProposal{p.Month, p.Source.Reference, p.By, Instant(p.At), p.File.String(), AmountOf(p.Pays)}
}

// MonthClosedOf is what became of a request to close a month: it is closed, or a proposal of it waits.
func MonthClosedOf(already bool, m *period.ClosedMonth, waits *fold.ProposedMonth, of view.AsOf) MonthClosed {
	out := MonthClosed{Already: already, State: "proposed", Proposal: MonthProposalOf(waits), Fresh: FreshOf(of)}
	if m != nil {
		closed := ClosedMonthOf(m)
		out.State, out.Month = "closed", &closed
	}
	return out
}

// MonthPreview is what closing a month would book now: carried_in + revenue = paid + carried_out + to_buyback.
type MonthPreview struct {
	Month       string         `json:"month" example:"2024-06" doc:"Such as 2024-06"`
	Start       string         `json:"start" format:"date-time" doc:"The first instant"`
	End         string         `json:"end" format:"date-time" doc:"The first instant that is not in it"`
	Block       string         `json:"block" doc:"After which holders are looked at"`
	BlockHash   string         `json:"block_hash" doc:"Of the last final block that counts"`
	Rule        string         `json:"rule" doc:"Version of the rules that compute it"`
	Mode        string         `json:"mode" doc:"brackets or pro_rata; empty: no rule is in force"`
	CarriedIn   Amount         `json:"carried_in" doc:"What earlier months left; below zero when more was returned than came"`
	Revenue     Amount         `json:"revenue" doc:"What revenue brought into the fund of the share in the month, less what was returned in it"`
	Due         *Amount        `json:"due,omitempty" doc:"The sum of the brackets' amounts"`
	Factor      string         `json:"factor" doc:"The part of their brackets that holders get where the fund is too small, cut off after 18 places; empty: all"`
	Paid        Amount         `json:"paid" doc:"To holders"`
	CarriedOut  Amount         `json:"carried_out" doc:"What this month leaves"`
	ToBuyback   Amount         `json:"to_buyback" doc:"The surplus, where the program sends it to the buyback fund"`
	Holders     int            `json:"holders" doc:"That held nodes at its end"`
	HoldersPaid int            `json:"holders_paid" doc:"How many wallets get something"`
	ZeroReason  *Sentence      `json:"zero_reason,omitempty" doc:"Why nobody gets anything"`
	File        string         `json:"file" doc:"SHA-256 of the month's file as it would be: whoever approves names it"`
	CloseBy     int            `json:"close_by" doc:"How many operators it takes to close it"`
	Proposal    *MonthProposal `json:"proposal,omitempty" doc:"That somebody made"`
	Stands      bool           `json:"stands" doc:"The month is as it was proposed; otherwise it must be proposed again"`
	Last        *ClosedMonth   `json:"last_month,omitempty" doc:"The last closed month, which it is compared with"`
	Enter       int            `json:"entering" doc:"Holders who held no nodes at the last month's end"`
	Leave       int            `json:"leaving" doc:"Who held some, and hold none now"`
	Move        int            `json:"changing_bracket" doc:"Who are in another bracket now"`
	Lines       []MonthLine    `json:"lines" doc:"What everybody would get, in order of wallet"`
	Next        string         `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

// MonthLine is what a wallet would get for a month, beside what it got for the last one.
type MonthLine struct {
	Wallet        string    `json:"wallet" doc:"Address, in lower case"`
	Change        string    `json:"change" enum:",enters,leaves,bracket" doc:"Against the last month; empty: none"`
	Nodes         uint64    `json:"nodes" doc:"Held at the month's end"`
	NodesBefore   uint64    `json:"nodes_before" doc:"Held at the last month's end"`
	Bracket       uint64    `json:"bracket" doc:"The nodes from which the bracket counts; 0: below the first, or there are none"`
	BracketBefore uint64    `json:"bracket_before" doc:"That of the last month"`
	Amount        Amount    `json:"amount" doc:"What the wallet would get"`
	AmountBefore  Amount    `json:"amount_before" doc:"What it got for the last month"`
	ZeroReason    *Sentence `json:"zero_reason,omitempty" doc:"Why it gets nothing"`
}

// MonthPreviewOf is a preview as it goes out, with a page of its lines: limit at most, those after a wallet (zero: from the first), only
// those that changed where changed says so.
func MonthPreviewOf(p *period.Preview, after ledger.Wallet, limit int, changed bool, of view.AsOf) MonthPreview {
	m := p.Month
	out := MonthPreview{
		Month: m.Slot, Start: Instant(m.Start), End: Instant(m.End), Block: strconv.FormatUint(m.Block.Number, 10),
		BlockHash: m.Block.Hash.String(), Rule: m.Rule, Mode: string(m.Mode), CarriedIn: NetOf(m.CarryIn), Revenue: NetOf(m.Fund),
		Factor: m.Factor(), Paid: AmountOf(m.Paid), CarriedOut: NetOf(m.CarryOut), ToBuyback: AmountOf(m.ToBuyback), Holders: len(m.Holders),
		HoldersPaid: m.HoldersPaid(), ZeroReason: OptionalSentence(m.WhyNobody()), File: p.Body.File.String(), CloseBy: p.CloseBy,
		Proposal: MonthProposalOf(p.Proposed), Stands: p.Stands(), Enter: p.Changes[rewards.HolderEnters],
		Leave: p.Changes[rewards.HolderLeaves], Move: p.Changes[rewards.BracketChanges], Lines: []MonthLine{}, Fresh: FreshOf(of),
	}
	if !m.Due.IsZero() {
		out.Due = OptionalAmount(m.Due)
	}
	if p.Last != nil {
		last := ClosedMonthOf(p.Last)
		out.Last = &last
	}
	for i := range p.Lines {
		l := &p.Lines[i]
		if after != (ledger.Wallet{}) && l.Wallet.Compare(after) <= 0 || changed && l.Changes == "" {
			continue
		}
		if len(out.Lines) == limit {
			out.Next = out.Lines[limit-1].Wallet
			break
		}
		out.Lines = append(out.Lines, MonthLine{
			l.Wallet.String(), string(l.Changes), l.Now.Nodes, l.Before.Nodes, l.Now.Bracket, l.Before.Bracket, AmountOf(l.Now.Amount),
			AmountOf(l.Before.Amount), OptionalSentence(m.Why(l.Wallet)),
		})
	}
	return out
}

// MonthsOf is a page of closed months; more says that it goes on.
func MonthsOf(list []period.ClosedMonth, more bool, of view.AsOf) Months {
	out := Months{
		Months: []ClosedMonth{}, Fresh: FreshOf(of), Fund: ledger.FundAccount(ledger.ShareFund).String(),
	}
	for i := range list {
		out.Months = append(out.Months, ClosedMonthOf(&list[i]))
	}
	if more {
		out.Next = strconv.Itoa(list[len(list)-1].Number)
	}
	return out
}

// MonthDetailOf is a closed month and what it is when it is computed again.
func MonthDetailOf(m *period.ClosedMonth, r *rewards.ClosedMonth, of view.AsOf) MonthDetail {
	out := MonthDetail{
		ClosedMonth: ClosedMonthOf(m), Rule: r.Rule, Mode: string(r.Mode), Holders: len(r.Holders), Scaled: r.Scaled, Fresh: FreshOf(of),
	}
	if !r.Due.IsZero() {
		out.Due = OptionalAmount(r.Due)
	}
	return out
}

// MonthExplanationOf is how a wallet's number of a month came about as it goes out.
func MonthExplanationOf(w ledger.Wallet, found *period.MonthExplanation, of view.AsOf) MonthExplanation {
	return MonthExplanation{
		Wallet: w.String(), Nodes: found.Nodes, Amount: AmountOf(found.Amount), ZeroReason: OptionalSentence(found.ZeroReason),
		Lines: SentencesOf(found.Lines), Fresh: FreshOf(of),
	}
}

// Quarter is what revenue, buybacks and emission were in three months. One that has not ended is as far as the books are.
type Quarter struct {
	Quarter      string `json:"quarter" example:"2024-Q2" doc:"Such as 2024-Q2"`
	Start        string `json:"start" format:"date-time" doc:"The first instant"`
	End          string `json:"end" format:"date-time" doc:"The first instant that is not in it"`
	Revenue      Amount `json:"revenue" doc:"That sources earned, as in the income statement"`
	Costs        Amount `json:"costs" doc:"Fees, refunds and whatever else they cost, as in the income statement"`
	ToBuyback    Amount `json:"to_buyback" doc:"By how much the buyback fund grew but for what was spent, a month's surplus included; below zero when more was given back"`
	Spent        Amount `json:"spent" doc:"On buybacks"`
	Bought       Amount `json:"bought" doc:"Tokens that were bought back"`
	Price        string `json:"price,omitempty" doc:"Average cost of 1 token, in the usual unit of what was spent: a decimal, cut off after 18 places" example:"1.2"`
	Emitted      Amount `json:"emitted" doc:"Tokens that the days inside the quarter emitted"`
	Dropped      Amount `json:"dropped" doc:"Tokens of the TGE's drop, when the TGE is in the quarter; not part of emitted or net"`
	Converted    Amount `json:"converted" doc:"Tokens that points became at the TGE, when it is in the quarter; not part of emitted or net"`
	Net          Amount `json:"net" doc:"Emitted less bought; below zero when the token was deflationary"`
	Deflationary bool   `json:"deflationary" doc:"More was bought back than emitted"`
	Fresh
}

// QuarterOf is a quarter by its name as it goes out.
func QuarterOf(name string, q *period.Quarter, of view.AsOf) Quarter {
	net := q.Net.Big()
	if q.Deflationary {
		net.Neg(net)
	}
	return Quarter{
		Quarter: name, Start: Instant(q.Start), End: Instant(q.End), Revenue: owedOf(q.Revenue), Costs: NetOf(q.Costs),
		ToBuyback: owedOf(q.ToBuyback), Spent: AmountOf(q.Spent), Bought: AmountOf(q.Bought), Price: q.Price, Emitted: AmountOf(q.Emitted),
		Dropped: AmountOf(q.Dropped), Converted: AmountOf(q.Converted),
		Net: SignedAmount(q.Net.Asset(), net), Deflationary: q.Deflationary, Fresh: FreshOf(of),
	}
}
