package httpapi

import (
	"context"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/view"
)

// Endpoint is how a node is that the chain is asked from.
type Endpoint struct {
	URL     string `json:"url" doc:"Without secrets"`
	Ready   bool   `json:"ready" doc:"It was asked for its chain and contract, and they are right"`
	Score   int    `json:"score" doc:"100 is flawless, 0 is hopeless; at most 50 once it was caught with a wrong answer"`
	Latency int64  `json:"latency_ms" doc:"Of a request, smoothed"`
	Lag     uint64 `json:"lag_blocks" doc:"Behind the foremost endpoint"`
	Error   string `json:"error,omitempty" doc:"Of the last request; absent when it went well"`
}

// Coverage is a stretch of blocks and how it was proven.
type Coverage struct {
	From  uint64 `json:"from"`
	To    uint64 `json:"to"`
	Proof string `json:"proof" enum:"full,events,none"`
}

// Frozen says why the books wait for an operator.
type Frozen struct {
	Since    string            `json:"since" format:"date-time"`
	Text     string            `json:"text"`
	Evidence map[string]string `json:"evidence"`
}

// NextJob is the slot of the schedule that comes due first.
type NextJob struct {
	Job  string `json:"job"`
	Slot string `json:"slot"`
	At   string `json:"at" format:"date-time" doc:"It runs once the chain is final past then"`
}

// Owed is what the books owe in an asset, against what the treasury holds.
type Owed struct {
	Asset    string  `json:"asset"`
	Payable  Amount  `json:"payable" doc:"To wallets, in no run"`
	InRuns   Amount  `json:"in_runs" doc:"Gathered by runs and not paid"`
	Owed     Amount  `json:"owed" doc:"Both"`
	Treasury *Amount `json:"treasury,omitempty" doc:"What the treasury holds on the chain; absent when it was not asked or could not be"`
	Short    *Amount `json:"short,omitempty" doc:"What the treasury lacks; absent when it holds enough or is not known"`
	Error    string  `json:"error,omitempty" doc:"Why the treasury's balance is not known"`
}

// OperatorHealth is everything that may need somebody.
type OperatorHealth struct {
	Lag             int64      `json:"lag_seconds" doc:"How old the newest booked block is"`
	Frozen          *Frozen    `json:"frozen,omitempty" doc:"Absent: the books go on"`
	Pending         int        `json:"pending_blocks" doc:"Blocks with purchases that are not final"`
	Reorganisations int        `json:"reorganisations" doc:"How often booked blocks left the chain"`
	Coverage        []Coverage `json:"coverage"`
	Endpoints       []Endpoint `json:"endpoints"`
	NextJob         *NextJob   `json:"next_job,omitempty" doc:"Absent: nothing is scheduled"`
	Exceptions      int        `json:"exceptions" doc:"Payments that wait for somebody to say why"`
	Liabilities     []Owed     `json:"liabilities"`
	Fresh
}

func (a *api) operatorHealth(ctx context.Context, _ *nothing) (out OperatorHealth, err error) {
	of, err := view.Now(ctx, a.engine)
	if err != nil {
		return out, err
	}
	out.Fresh, out.Endpoints = fresh(of), []Endpoint{}
	if of.Begun {
		out.Lag = int64(a.clock.Now().Sub(of.Time).Seconds())
	}
	a.engine.View(func(f *fold.Fold, s engine.State) {
		out.Pending = f.Pending()
		if s.Frozen != nil {
			out.Frozen = &Frozen{instant(s.Frozen.Time), s.Frozen.Text, s.Frozen.Evidence}
		}
	})
	if out.Reorganisations, err = a.payouts.facts.Reorganisations(ctx); err != nil {
		return out, err
	}
	spans, err := a.engine.Store().Coverage(ctx)
	if err != nil {
		return out, err
	}
	out.Coverage = []Coverage{}
	for _, s := range spans {
		out.Coverage = append(out.Coverage, Coverage{s.From, s.To, string(s.Level)})
	}
	if a.payouts.endpoints != nil {
		out.Endpoints = append(out.Endpoints, a.payouts.endpoints()...)
	}
	if due, ok := a.engine.Due(); ok {
		out.NextJob = &NextJob{due.Name, due.Slot, instant(due.At)}
	}
	out.Exceptions = a.payouts.runs.Unexplained()
	out.Liabilities, err = a.owed(ctx)
	return out, err
}

func (a *api) owed(ctx context.Context) ([]Owed, error) {
	list, err := a.payouts.liabilities.All(ctx)
	if err != nil {
		return nil, err
	}
	out := []Owed{}
	for _, l := range list {
		o := Owed{Asset: l.Asset.Symbol(), Payable: amount(l.Payable), InRuns: amount(l.InRuns), Owed: amount(l.Owed)}
		if a.payouts.treasury != nil {
			held, err := a.payouts.treasury(ctx, l.Asset)
			switch {
			case err != nil:
				o.Error = err.Error()
			case held.Asset() != l.Asset:
				o.Error = "the answer was in " + held.Asset().Symbol()
			default:
				o.Treasury = some(held)
				if short, err := l.Owed.Sub(held); err == nil && !short.IsZero() {
					o.Short = some(short)
				}
			}
		}
		out = append(out, o)
	}
	return out, nil
}
