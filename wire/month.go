package wire

import (
	"strconv"

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
}

// ClosedMonthOf is a closed month as it goes out.
func ClosedMonthOf(m *period.ClosedMonth) ClosedMonth {
	return ClosedMonth{
		m.Month, Instant(m.Start), Instant(m.End), m.Block, m.BlockHash, NetOf(m.CarriedIn), NetOf(m.Revenue),
		AmountOf(m.Paid), NetOf(m.CarriedOut), AmountOf(m.ToBuyback), m.Holders, OptionalSentence(m.ZeroReason), m.By.Operator,
		Instant(m.By.Time), m.File.String(), m.Sequence,
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

// MonthClosed is a month after it was closed.
type MonthClosed struct {
	Already bool        `json:"already_recorded" doc:"It was closed before, and nothing was written"`
	Month   ClosedMonth `json:"month" doc:"The month, now closed"`
	Fresh
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
