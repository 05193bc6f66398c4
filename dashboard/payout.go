package dashboard

import (
	"context"
	"fmt"
	"net/http"
	"strconv"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"github.com/nodeledger/nodeledger/dashboard/answer"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/payout"
)

// payouts is what the handlers of months and payouts keep between requests.
type payouts struct {
	facts       *answer.Facts
	months      *answer.Months
	runs        *answer.Runs
	claims      *answer.Claims
	liabilities *answer.Liabilities
	exporting   sync.Mutex // a tree contains those that were exported before it, so they go out one by one

	treasury  func(context.Context, money.Asset) (money.Amount, error) // nil: nobody asks
	endpoints func() []Endpoint                                        // nil: not shown
}

func newPayouts(o *Options) *payouts {
	e, facts := o.Engine, answer.NewFacts(o.Engine)
	return &payouts{
		facts: facts, months: answer.NewMonths(facts), runs: answer.NewRuns(e), claims: answer.NewClaims(e), liabilities: answer.NewLiabilities(e),
		treasury: o.Treasury, endpoints: o.Endpoints,
	}
}

// registerPayouts adds the operations about payouts that everybody may use.
func (a *api) registerPayouts(h huma.API) {
	get(h, a, "payouts", "/api/v1/payouts", "Payout runs, the newest first", a.listPayouts)
	get(h, a, "payout-exceptions", "/api/v1/payouts/exceptions", "Payments that no line of a run explains, and that wait for somebody to say why", a.payoutExceptions)
	get(h, a, "payout", "/api/v1/payouts/{run}", "One payout run: who let it out, what is paid and what is open", a.payout, http.StatusNotFound)
	get(h, a, "payout-lines", "/api/v1/payouts/{run}/lines", "What a run pays, in order of wallet", a.payoutLines, http.StatusNotFound)
	get(h, a, "holder-payouts", "/api/v1/holders/{wallet}/payouts", "What runs pay a wallet, what waits, and what it can claim", a.holderPayouts)
	a.registerExport(h)
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
func PayoutOf(r *answer.Run) Payout {
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
	before, err := answer.ParseNumber(in.After)
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
		Payout: PayoutOf(&r), Minimum: amount(head.Minimum), Waiting: len(head.Waiting), File: head.File.String(), Sequence: head.Sequence, Exports: r.Formats(),
	}
	out.Fresh, err = a.now(ctx)
	return out, err
}

type payoutLinesRequest struct {
	Run   string `path:"run" maxLength:"64" doc:"Its name"`
	After string `query:"after" maxLength:"64" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"1000" default:"100"`
}

// PayoutPart is what one account of a wallet brings into a line.
type PayoutPart struct {
	Account string `json:"account"`
	Why     string `json:"why" doc:"share, rebate, referral or tokens"`
	Amount  Amount `json:"amount"`
}

// PayoutLine is what a run pays a wallet.
type PayoutLine struct {
	Wallet string       `json:"wallet"`
	Amount Amount       `json:"amount"`
	Paid   Amount       `json:"paid"`
	State  string       `json:"state" enum:"open,partly_paid,paid,cancelled"`
	Parts  []PayoutPart `json:"parts"`
}

func payoutLine(l *answer.RunLine, state payout.State) PayoutLine {
	out := PayoutLine{Wallet: l.Wallet.String(), Amount: amount(l.Amount), Paid: amount(l.Paid), State: "open", Parts: []PayoutPart{}}
	switch {
	case l.Paid == l.Amount:
		out.State = "paid"
	case state == payout.Cancelled:
		out.State = "cancelled"
	case !l.Paid.IsZero():
		out.State = "partly_paid"
	}
	for _, p := range l.Parts {
		out.Parts = append(out.Parts, PayoutPart{p.From.String(), p.Why(), amount(p.Amount)})
	}
	return out
}

// PayoutLines is a page of a run's lines.
type PayoutLines struct {
	Lines []PayoutLine `json:"lines"`
	Next  string       `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

func (a *api) payoutLines(ctx context.Context, in *payoutLinesRequest) (out PayoutLines, err error) {
	var after ledger.Wallet
	if in.After != "" {
		if after, err = answer.ParseWallet(in.After); err != nil {
			return out, err
		}
	}
	r, err := a.payouts.runs.Of(in.Run)
	if err != nil {
		return out, err
	}
	lines, more, err := a.payouts.runs.Lines(in.Run, after, in.Limit)
	if err != nil {
		return out, err
	}
	out.Lines = []PayoutLine{}
	for i := range lines {
		out.Lines = append(out.Lines, payoutLine(&lines[i], r.State))
	}
	if more {
		out.Next = lines[len(lines)-1].Wallet.String()
	}
	out.Fresh, err = a.now(ctx)
	return out, err
}

// PayoutException is a payment that waits for somebody to say why.
type PayoutException struct {
	Key     string  `json:"key" doc:"The payment: transaction, log and, in a batch of coins, place"`
	Problem string  `json:"problem" enum:"partly_paid,overpaid,paid_twice,before_approval,paid_to_stranger,unread"`
	Wallet  string  `json:"wallet,omitempty"`
	Amount  *Amount `json:"amount,omitempty" doc:"What no line explains; of partly_paid what is missing"`
	Run     string  `json:"run,omitempty"`
	At      string  `json:"at" format:"date-time" doc:"Of its block"`
	Text    string  `json:"text"`
	Open    bool    `json:"open" doc:"Nobody has said yet why it is all right"`
	Closed  string  `json:"closed,omitempty" doc:"For operators: why it is no longer one"`
}

func payoutException(e *payout.Exception, private bool) PayoutException {
	out := PayoutException{
		Key: e.Key, Problem: string(e.Problem), Run: e.Run, At: instant(e.At), Text: e.Text, Open: e.Closed == "", Amount: some(e.Amount),
	}
	if e.Problem != payout.Unread {
		out.Wallet = e.Wallet.String()
	}
	if private {
		out.Closed = e.Closed
	}
	return out
}

// PayoutExceptions are the payments that wait.
type PayoutExceptions struct {
	Exceptions []PayoutException `json:"exceptions" doc:"In the order of the chain, the oldest first"`
	Next       string            `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
	Fresh
}

type exceptionsRequest struct {
	All   bool   `query:"all" doc:"Those that are closed as well"`
	After string `query:"after" maxLength:"200" doc:"The next of the page before"`
	Limit int    `query:"limit" minimum:"1" maximum:"500" default:"100"`
}

func (a *api) payoutExceptions(ctx context.Context, in *exceptionsRequest) (PayoutExceptions, error) {
	return a.exceptions(ctx, in, false)
}

func (a *api) exceptions(ctx context.Context, in *exceptionsRequest, private bool) (out PayoutExceptions, err error) {
	from, err := answer.ParseNumber(in.After)
	if err != nil {
		return out, err
	}
	list := a.payouts.runs.Exceptions(in.All)
	from = min(from, len(list))
	to := min(from+in.Limit, len(list))
	out.Exceptions = []PayoutException{}
	for i := range list[from:to] {
		out.Exceptions = append(out.Exceptions, payoutException(&list[from+i], private))
	}
	if to < len(list) {
		out.Next = fmt.Sprint(to)
	}
	out.Fresh, err = a.now(ctx)
	return out, err
}
