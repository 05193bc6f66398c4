package wire

import (
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/inbox"
)

// Endpoint is how a node is that the chain is asked from.
type Endpoint struct {
	URL     string `json:"url" doc:"Without secrets"`
	State   string `json:"state" enum:"up,waiting,behind,faulty,slow,limited,failing,refusing" doc:"Whether it is asked, and why not"`
	Ready   bool   `json:"ready" doc:"It was asked for its chain and contract, and they are right"`
	Score   int    `json:"score" doc:"100 = healthy, 0 = unusable; capped at 50 after a wrong answer"`
	Latency int64  `json:"latency_ms" doc:"Of a request, smoothed"`
	Lag     uint64 `json:"lag_blocks" doc:"Behind the foremost endpoint"`
	Error   string `json:"error,omitempty" doc:"Of the last request; absent when it went well"`
}

// Asked says whether it is asked now: it is not left alone, and is the right one.
func (e *Endpoint) Asked() bool { return e.State == "up" || e.State == "behind" || e.State == "faulty" }

// Coverage is a stretch of blocks and how it was proven.
type Coverage struct {
	From  uint64 `json:"from" doc:"The first block"`
	To    uint64 `json:"to" doc:"The last block"`
	Proof string `json:"proof" doc:"Proof level: full, events, agreed with the number of endpoints, or none" example:"full"`
}

// Freeze says why the books wait for an operator.
type Freeze struct {
	Since    string            `json:"since" format:"date-time" doc:"When it was found"`
	Text     string            `json:"text" doc:"What contradicts the books"`
	Evidence map[string]string `json:"evidence" doc:"What contradicts what"`
}

// NextJob is the slot of the schedule that comes due first.
type NextJob struct {
	Job  string `json:"job" doc:"Name of the job"`
	Slot string `json:"slot" doc:"Day or instant that the job ran for"`
	At   string `json:"at" format:"date-time" doc:"It runs once the chain is final past then"`
}

// OperatorHealth is everything that may need somebody.
type OperatorHealth struct {
	Lag             int64        `json:"lag_seconds" doc:"How old the newest booked block is"`
	Warnings        []Sentence   `json:"warnings" doc:"What somebody should look at, such as that no endpoint of the chain answers; empty when there is nothing"`
	Frozen          *Freeze      `json:"frozen,omitempty" doc:"Absent: the books go on"`
	Pending         int          `json:"pending_blocks" doc:"Blocks with purchases that are not final"`
	Reorganisations int          `json:"reorganisations" doc:"How often booked blocks left the chain"`
	Coverage        []Coverage   `json:"coverage" doc:"Blocks that are proven, and how"`
	Endpoints       []Endpoint   `json:"endpoints" doc:"The nodes that the chain is asked from"`
	NextJob         *NextJob     `json:"next_job,omitempty" doc:"Absent: nothing is scheduled"`
	Exceptions      int          `json:"exceptions" doc:"Payments that wait for somebody to say why"`
	Liabilities     []Obligation `json:"liabilities" doc:"What the books owe in each asset"`
	Fresh
}

// FrozenOf is why the books are frozen; nil when they are not.
func FrozenOf(i *engine.Incident) *Freeze {
	if i == nil {
		return nil
	}
	return &Freeze{Instant(i.Time), i.Text, i.Evidence}
}

// CoverageOf are stretches of blocks as they go out.
func CoverageOf(spans []engine.Span) []Coverage {
	out := []Coverage{}
	for _, s := range spans {
		out = append(out, Coverage{s.From, s.To, string(s.Level)})
	}
	return out
}

// NextJobOf is a slot of the schedule as it goes out.
func NextJobOf(due fold.Due) *NextJob { return &NextJob{due.Name, due.Slot, Instant(due.At)} }

// Jobs is what became of the jobs that were due.
type Jobs struct {
	Ran  int      `json:"ran"`
	Head string   `json:"ledger_head"`
	Next *NextJob `json:"next_job,omitempty"` // absent: nothing is scheduled
}

// InboxItem is something that waits for an operator.
type InboxItem struct {
	Text  Sentence       `json:"text" doc:"What waits"`
	Place inbox.Place    `json:"place" enum:"month,payouts,record,rules,health,audit" doc:"Where on the operators' page it is dealt with"`
	Name  string         `json:"name,omitempty" doc:"Of the run, the month or the operator that it is about"`
	Since string         `json:"since,omitempty" format:"date-time" doc:"From when it waits"`
	Scope operator.Scope `json:"scope" doc:"That it takes; of a key that waits, admin where another operator has that scope"`
	By    string         `json:"by,omitempty" doc:"Who took the step before, and cannot take this one"`
	Yours bool           `json:"yours" doc:"The key that asks may do it"`
}

// Inbox is what waits for operators.
type Inbox struct {
	Items []InboxItem `json:"items" doc:"The most urgent first"`
	Yours int         `json:"yours" doc:"How many the key that asks may do"`
	Fresh
}

// InboxOf is what waits, as it goes out.
func InboxOf(list []inbox.Item, of view.AsOf) Inbox {
	out := Inbox{Items: []InboxItem{}, Fresh: FreshOf(of)}
	for _, i := range list {
		out.Items = append(out.Items, InboxItem{SentenceOf(i.Text), i.Place, i.Name, Instant(i.Since), i.Scope, i.By, i.Yours})
		if i.Yours {
			out.Yours++
		}
	}
	return out
}
