package httpapi

import (
	"context"
	"strconv"
	"sync"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/view"
	payoutview "github.com/nodeledger/nodeledger/view/payout"
	"github.com/nodeledger/nodeledger/view/period"
)

// payouts is what the handlers of months and payouts keep between requests.
type payouts struct {
	facts       *period.Facts
	months      *period.Months
	runs        *payoutview.Runs
	claims      *payoutview.Claims
	liabilities *payoutview.Liabilities
	exporting   sync.Mutex // a tree contains those that were exported before it, so they go out one by one

	maxExport int // bytes of a file of a run that are kept in memory

	treasury  func(context.Context, money.Asset) (money.Amount, error) // nil: nobody asks
	endpoints func() []Endpoint                                        // nil: not shown
}

func newPayouts(o *Options) *payouts {
	e, facts := o.Engine, period.NewFacts(o.Engine)
	return &payouts{
		facts: facts, months: period.NewMonths(facts), runs: payoutview.NewRuns(e), claims: payoutview.NewClaims(e), liabilities: payoutview.NewLiabilities(e),
		maxExport: maxExport, treasury: o.Treasury, endpoints: o.Endpoints,
	}
}

// PayoutStep is who brought a run into a state.
type PayoutStep struct {
	State    string `json:"state" enum:"draft,proposed,approved,exported,settled,cancelled"`
	Operator string `json:"operator,omitempty" doc:"Absent where the chain did it"`
	At       string `json:"at" format:"date-time"`
	Reason   string `json:"reason,omitempty" doc:"Of a cancellation"`
}

// Payout is a run: total = paid + open, unless it was cancelled.
type Payout struct {
	Run    string       `json:"run" doc:"Its name" example:"2024-06-usdt"`
	Asset  string       `json:"asset"`
	Method string       `json:"method" enum:"transfer,claim" doc:"transfer: the treasury sends it; claim: holders take it from the distributor"`
	State  string       `json:"state" enum:"draft,proposed,approved,exported,settled,cancelled"`
	At     string       `json:"at" format:"date-time" doc:"When what is owed was looked at"`
	Lines  int          `json:"lines" doc:"How many wallets it pays"`
	Done   int          `json:"done" doc:"How many of them are paid whole"`
	Total  Amount       `json:"total"`
	Paid   Amount       `json:"paid" doc:"As far as final blocks show it"`
	Open   Amount       `json:"open"`
	Root   string       `json:"root,omitempty" doc:"Of the tree that was exported for claims"`
	Steps  []PayoutStep `json:"steps"`
}

// PayoutOf is a run as it goes out.
func PayoutOf(r *payoutview.Run) Payout {
	out := Payout{
		Run: r.Name, Asset: r.Asset.Symbol(), Method: string(r.Method), State: string(r.State), At: instant(r.At), Lines: r.Lines, Done: r.Done,
		Total: amount(r.Total), Paid: amount(r.Paid), Open: amount(r.Open), Steps: []PayoutStep{},
	}
	if r.Root != (ledger.Hash{}) {
		out.Root = r.Root.String()
	}
	for _, s := range r.Steps {
		out.Steps = append(out.Steps, PayoutStep{string(s.State), s.Operator, instant(s.At), s.Reason})
	}
	return out
}

type payoutsRequest struct {
	After string `query:"after" maxLength:"20" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

// Payouts is a page of the list.
type Payouts struct {
	Payouts []Payout `json:"payouts" doc:"Newest first"`
	Next    string   `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

func (a *api) listPayouts(ctx context.Context, in *payoutsRequest) (out Payouts, err error) {
	before, err := view.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	if out.Fresh, err = a.now(ctx); err != nil {
		return out, err
	}
	list, more := a.payouts.runs.List(before, in.Limit)
	out.Payouts = []Payout{}
	for i := range list {
		out.Payouts = append(out.Payouts, PayoutOf(&list[i]))
	}
	if more {
		out.Next = strconv.Itoa(list[len(list)-1].Number)
	}
	return out, nil
}

type payoutRequest struct {
	Run string `path:"run" maxLength:"64" doc:"Its name"`
}

// PayoutDetail is one run.
type PayoutDetail struct {
	Payout
	Minimum  Amount   `json:"minimum" doc:"Smaller sums wait for a later run"`
	Waiting  int      `json:"waiting" doc:"How many wallets are owed something and wait"`
	File     string   `json:"file" doc:"SHA-256 of its file, as the journal has it"`
	Sequence uint64   `json:"sequence" doc:"Of its transaction in the journal"`
	Exports  []string `json:"exports" doc:"The forms that it can be had in now"`
	Fresh
}

func (a *api) payout(ctx context.Context, in *payoutRequest) (out PayoutDetail, err error) {
	r, err := a.payouts.runs.Of(in.Run)
	if err != nil {
		return out, err
	}
	head, err := a.payouts.runs.Head(ctx, &r)
	if err != nil {
		return out, err
	}
	out = PayoutDetail{
		Payout: PayoutOf(&r), Minimum: amount(head.Minimum), Waiting: len(head.Waiting), File: head.File.String(), Sequence: head.Sequence, Exports: r.Published(),
	}
	out.Fresh, err = a.now(ctx)
	return out, err
}
