package dashboard

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/dashboard/answer"
	"github.com/nodeledger/nodeledger/dashboard/intake"
	"github.com/nodeledger/nodeledger/engine"
)

// referenced is how every fact is told from the others of its operator.
type referenced struct {
	Reference string `json:"reference" minLength:"1" maxLength:"128" pattern:"^[A-Za-z0-9][A-Za-z0-9._:/#@+-]*$" doc:"What you call it; the same reference is recorded once"`
}

type revenueRequest struct {
	Body struct {
		referenced
		Source string    `json:"source" maxLength:"64" doc:"Such as dapp or fiat"`
		Amount string    `json:"amount" maxLength:"100" doc:"Whole units of the revenue's asset, with a minus when income was returned" example:"1250.50"`
		At     time.Time `json:"at" doc:"When it was earned, a whole second"`
		Note   string    `json:"note,omitempty" maxLength:"500" doc:"Everybody can read it in the journal"`
	}
}

func (a *api) recordRevenue(ctx context.Context, in *revenueRequest) (out Done, err error) {
	who, err := by(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	again, err := a.engine.RecordRevenue(ctx, who, b.Reference, engine.RevenueRow{Source: b.Source, Amount: b.Amount, At: b.At, Note: b.Note})
	if err != nil {
		return out, a.declined(ctx, err, answer.BadRequest)
	}
	return a.done(ctx, who.Name, b.Reference, again)
}

type importRevenueRequest struct {
	Body struct {
		Format string `json:"format" enum:"csv,stripe" doc:"csv: reference,source,amount,at,note; stripe: Stripe's report of balance changes, itemized"`
		Name   string `json:"name" maxLength:"200" doc:"Of the file, for messages"`
		Text   string `json:"text" doc:"What is in the file"`
		Source string `json:"source,omitempty" maxLength:"64" doc:"Of stripe: what the income is booked as; fiat when empty"`
		Column string `json:"column,omitempty" enum:"net,gross" doc:"Of stripe: after or before its fees; net when empty"`
	}
}

// Imported says what became of a file of income.
type Imported struct {
	Rows     int            `json:"rows" doc:"Of income in the file"`
	Recorded int            `json:"recorded"`
	Again    int            `json:"again" doc:"Rows that had been recorded before"`
	Skipped  map[string]int `json:"skipped" doc:"Rows that are no income, by what they are"`
}

func (a *api) importRevenue(ctx context.Context, in *importRevenueRequest) (out Imported, err error) {
	who, err := by(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	out.Skipped = map[string]int{}
	var rows []engine.ReferencedRevenue
	if b.Format == "stripe" {
		rows, out.Skipped, err = intake.Stripe(strings.NewReader(b.Text), named(b.Name), or(b.Source, "fiat"), or(b.Column, intake.Net))
	} else {
		rows, err = intake.Revenue(strings.NewReader(b.Text), named(b.Name))
	}
	if err == nil {
		out.Again, err = a.engine.RecordRevenues(ctx, who, rows)
	}
	if err != nil {
		return out, a.declined(ctx, err, answer.BadRequest)
	}
	out.Rows, out.Recorded = len(rows), len(rows)-out.Again
	return out, nil
}

func named(name string) string { return or(name, "the file") }

func or(text, otherwise string) string {
	if text == "" {
		return otherwise
	}
	return text
}

type buybackRequest struct {
	Body struct {
		referenced
		Spent  string    `json:"spent" maxLength:"100" doc:"Whole units of the revenue's asset, out of the buyback fund"`
		Tokens string    `json:"tokens" maxLength:"100" doc:"Whole tokens that came"`
		At     time.Time `json:"at" doc:"A whole second"`
		Note   string    `json:"note,omitempty" maxLength:"500" doc:"Where the evidence is, such as a transaction's hash"`
	}
}

func (a *api) recordBuyback(ctx context.Context, in *buybackRequest) (out Done, err error) {
	who, err := by(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	again, err := a.engine.RecordBuyback(ctx, who, b.Reference, engine.BuybackRow{Spent: b.Spent, Tokens: b.Tokens, At: b.At, Note: b.Note})
	if err != nil {
		return out, a.declined(ctx, err, answer.BadRequest)
	}
	return a.done(ctx, who.Name, b.Reference, again)
}

type importScoresRequest struct {
	Body struct {
		referenced
		Name string `json:"name" maxLength:"200" doc:"Of the file, for messages"`
		Text string `json:"text" doc:"CSV with the columns wallet,what,value,at, or a JSON list of the same"`
	}
}

func (a *api) importScores(ctx context.Context, in *importScoresRequest) (out Done, err error) {
	who, err := by(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	var again bool
	rows, err := intake.Scores(strings.NewReader(b.Text), named(b.Name))
	if err == nil {
		again, err = a.engine.RecordScores(ctx, who, b.Reference, rows)
	}
	if err != nil {
		return out, a.declined(ctx, err, answer.BadRequest)
	}
	return a.done(ctx, who.Name, b.Reference, again)
}

type grantRequest struct {
	Body struct {
		referenced
		Name     string    `json:"name" maxLength:"64" doc:"Of the grant"`
		Wallet   string    `json:"wallet" maxLength:"64"`
		Total    string    `json:"total" maxLength:"100" doc:"Whole tokens"`
		Schedule string    `json:"schedule,omitempty" maxLength:"64" doc:"One of the program file, in place of the terms below"`
		Start    time.Time `json:"start,omitzero"`
		AtStart  string    `json:"at_start,omitempty" maxLength:"100" doc:"Whole tokens that vest at once"`
		Cliff    string    `json:"cliff,omitempty" maxLength:"20" example:"6mo"`
		Duration string    `json:"duration,omitempty" maxLength:"20" example:"2y"`
		Step     string    `json:"step,omitempty" enum:"linear,monthly"`
		Begins   string    `json:"begins,omitempty" enum:"after_cliff,accrue"`
	}
}

func (a *api) recordGrant(ctx context.Context, in *grantRequest) (out Done, err error) {
	who, err := by(ctx)
	if err != nil {
		return out, err
	}
	b := &in.Body
	again, err := a.engine.RecordGrant(ctx, who, b.Reference, engine.GrantTerms{
		Name: b.Name, Wallet: b.Wallet, Total: b.Total, Schedule: b.Schedule, Start: b.Start, AtStart: b.AtStart, Cliff: b.Cliff, Duration: b.Duration,
		Step: b.Step, Begins: b.Begins,
	})
	if err != nil {
		return out, a.declined(ctx, err, answer.BadRequest)
	}
	return a.done(ctx, who.Name, b.Reference, again)
}

type closeMonthRequest struct {
	Month string `path:"month" maxLength:"20" doc:"Such as 2024-06"`
}

// MonthClosed is a month after it was closed.
type MonthClosed struct {
	Again bool        `json:"again" doc:"It was closed before, and nothing was written"`
	Month ClosedMonth `json:"month"`
	Fresh
}

func (a *api) closeMonth(ctx context.Context, in *closeMonthRequest) (out MonthClosed, err error) {
	who, err := by(ctx)
	if err != nil {
		return out, err
	}
	if out.Again, err = a.engine.CloseMonth(ctx, who, in.Month); err != nil {
		return out, a.declined(ctx, err, codeConflict)
	}
	m, err := a.payouts.months.Of(ctx, in.Month)
	if err != nil {
		return out, fmt.Errorf("month %s is closed: %w", in.Month, err)
	}
	out.Month = MonthOf(&m)
	out.Fresh, err = a.now(ctx)
	return out, err
}
