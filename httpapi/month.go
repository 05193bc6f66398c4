package httpapi

import (
	"context"
	"strconv"

	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/period"
)

// ClosedMonth is a month of revenue that was closed: carried_in + revenue = paid + carried_out + to_buyback.
type ClosedMonth struct {
	Month       string `json:"month" example:"2024-06"`
	Start       string `json:"start" format:"date-time"`
	End         string `json:"end" format:"date-time" doc:"The first instant that is not in it"`
	Block       string `json:"block" doc:"After which holders were looked at"`
	BlockHash   string `json:"block_hash"`
	CarriedIn   Amount `json:"carried_in" doc:"What earlier months left"`
	Revenue     Amount `json:"revenue" doc:"What revenue brought into the fund of the share since the last close"`
	Paid        Amount `json:"paid" doc:"To holders"`
	CarriedOut  Amount `json:"carried_out" doc:"What this month leaves"`
	ToBuyback   Amount `json:"to_buyback" doc:"The surplus, where the program sends it to the buyback fund"`
	HoldersPaid int    `json:"holders_paid"`
	Reason      string `json:"reason,omitempty" doc:"Why nobody gets anything" example:"fund_empty"`
	ClosedBy    string `json:"closed_by" doc:"The operator"`
	ClosedAt    string `json:"closed_at" format:"date-time"`
	File        string `json:"file" doc:"SHA-256 of its file, as the journal has it"`
	Sequence    uint64 `json:"sequence" doc:"Of its transaction in the journal"`
}

// MonthOf is a closed month as it goes out.
func MonthOf(m *period.Month) ClosedMonth {
	return ClosedMonth{
		m.Month, instant(m.Start), instant(m.End), m.Block, m.BlockHash, amount(m.CarriedIn), amount(m.Revenue), amount(m.Paid), amount(m.CarriedOut),
		amount(m.ToBuyback), m.Holders, m.Nothing, m.By.Operator, instant(m.By.Time), m.File.String(), m.Sequence,
	}
}

type monthsRequest struct {
	After string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"24"`
}

// Months is a page of the list.
type Months struct {
	Months []ClosedMonth `json:"months" doc:"Newest first"`
	Next   string        `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

func (a *api) listMonths(ctx context.Context, in *monthsRequest) (out Months, err error) {
	before, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	if out.Fresh, err = a.now(ctx); err != nil {
		return out, err
	}
	list, more, err := a.payouts.months.List(ctx, before, in.Limit)
	if err != nil {
		return out, err
	}
	out.Months = []ClosedMonth{}
	for i := range list {
		out.Months = append(out.Months, MonthOf(&list[i]))
	}
	if more {
		out.Next = strconv.Itoa(list[len(list)-1].Number)
	}
	return out, nil
}

type monthRequest struct {
	Month string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
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

func (a *api) month(ctx context.Context, in *monthRequest) (out MonthDetail, err error) {
	m, r, err := a.payouts.months.Compute(ctx, in.Month)
	if err != nil {
		return out, err
	}
	out = MonthDetail{ClosedMonth: MonthOf(&m), Rule: r.Rule, Mode: string(r.Mode), Holders: len(r.Holders), Scaled: r.Scaled}
	if !r.Due.IsZero() {
		out.Due = some(r.Due)
	}
	out.Fresh, err = a.now(ctx)
	return out, err
}

type monthHolderRequest struct {
	Month  string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
	Wallet string `path:"wallet" maxLength:"64" doc:"0x and 40 hexadecimal digits"`
}

// MonthReckoning is how a wallet's number of a month came about.
type MonthReckoning struct {
	Wallet string   `json:"wallet"`
	Nodes  uint64   `json:"nodes" doc:"Held at the month's end"`
	Amount Amount   `json:"amount"`
	Reason string   `json:"reason,omitempty" doc:"Why the amount is zero" example:"below_first_bracket"`
	Lines  []string `json:"lines" doc:"The whole computation as on paper"`
	Fresh
}

func (a *api) monthHolder(ctx context.Context, in *monthHolderRequest) (out MonthReckoning, err error) {
	wallet, err := view.ParseWallet(in.Wallet)
	if err != nil {
		return out, err
	}
	_, r, err := a.payouts.months.Compute(ctx, in.Month)
	if err != nil {
		return out, err
	}
	found, err := period.ReckonMonth(r, wallet)
	if err != nil {
		return out, err
	}
	out = MonthReckoning{Wallet: wallet.String(), Nodes: found.Nodes, Amount: amount(found.Amount), Reason: found.Code, Lines: found.Lines}
	out.Fresh, err = a.now(ctx)
	return out, err
}
