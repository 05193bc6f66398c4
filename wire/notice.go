package wire

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/notice"
)

// NoticeBody is what a webhook is sent, in the form of Standard Webhooks.
type NoticeBody struct {
	Type      notice.Type `json:"type" doc:"What it is about" example:"run.proposed"`
	Timestamp string      `json:"timestamp" format:"date-time" doc:"When it happened, by the clock of the chain, the schedule or the operator"`
	Data      NoticeData  `json:"data" doc:"What happened"`
}

// NoticeData is what a notice says. What it is not about is absent.
type NoticeData struct {
	ID       string    `json:"id" doc:"As in the header webhook-id: keep it, and take a notice that you have seen for one" example:"msg_0b1c6e1a3a0f4d1e9d7c2b5a49f0e8d3"`
	Program  string    `json:"program" doc:"Name of the program whose books these are"`
	Sentence Sentence  `json:"sentence" doc:"What happened"`
	Chinese  string    `json:"chinese" doc:"The same in Chinese"`
	Why      *Sentence `json:"why,omitempty" doc:"Of exception.opened: what is wrong with the payment"`
	Wallet   string    `json:"wallet,omitempty" doc:"Address, in lower case"`
	Run      string    `json:"run,omitempty" doc:"Name of the payout run"`
	Period   string    `json:"period,omitempty" doc:"The month, the quarter, or the epoch that unlocked" example:"2024-06"`
	Amount   *Amount   `json:"amount,omitempty" doc:"How much"`
	TxHash   string    `json:"tx_hash,omitempty" doc:"Of the payment's transaction"`
	Ends     string    `json:"ends,omitempty" doc:"Of a notice that says that trouble is over: the id of the one that said that it began"`
}

// NoticeBodyOf is a notice as webhooks are sent it.
func NoticeBodyOf(n *notice.Notice, program string) NoticeBody {
	d := NoticeData{
		ID: n.ID, Program: program, Sentence: SentenceOf(n.Said), Chinese: n.Said.Chinese(), Why: OptionalSentence(n.Why), Run: n.Run,
		Period: n.Period, Amount: OptionalAmount(n.Amount), Ends: n.Ends,
	}
	if n.Wallet != (ledger.Wallet{}) {
		d.Wallet = n.Wallet.String()
	}
	if n.TxHash != (ledger.Hash{}) {
		d.TxHash = n.TxHash.String()
	}
	return NoticeBody{n.Type, Instant(n.At), d}
}

// Text is the body as it is sent.
func (b *NoticeBody) Text() (string, error) {
	var text strings.Builder
	err := Encode(&text, b)
	return strings.TrimSuffix(text.String(), "\n"), err
}

// ReadNoticeBody reads what Text wrote.
func ReadNoticeBody(text string) (b NoticeBody, err error) {
	if err := json.Unmarshal([]byte(text), &b); err != nil {
		return b, fmt.Errorf("the body of a notice: %w", err)
	}
	return b, nil
}

// NoticeEndpoint is how an endpoint of notices is.
type NoticeEndpoint struct {
	Name      string      `json:"name" doc:"As the configuration calls it"`
	Kind      notice.Kind `json:"kind" enum:"webhook,mail" doc:"How it is told"`
	Where     string      `json:"where" doc:"Its host, or the mail address"`
	State     string      `json:"state" enum:"ok,retrying,failing,gone" doc:"Whether the last attempts succeeded. failing: somebody should look at it; gone: it answered 410, and nothing is sent until somebody sends it something again"`
	Failures  int         `json:"failures" doc:"Attempts that failed in a row"`
	Next      string      `json:"next,omitempty" format:"date-time" doc:"Before which nothing is sent"`
	Waiting   int         `json:"waiting" doc:"How many notices wait"`
	Oldest    string      `json:"oldest,omitempty" format:"date-time" doc:"Since when the first of them waits"`
	Delivered uint64      `json:"delivered" doc:"Notices that it took"`
	Failed    uint64      `json:"failed" doc:"Attempts that failed"`
	Dead      uint64      `json:"dead" doc:"Notices that were given up, and not sent again"`
}

// NoticeEndpointOf is an endpoint as it goes out.
func NoticeEndpointOf(s *notice.Status) NoticeEndpoint {
	state := "ok"
	switch {
	case s.Gone:
		state = "gone"
	case s.Failing():
		state = "failing"
	case s.Failures > 0:
		state = "retrying"
	}
	return NoticeEndpoint{
		Name: s.Name, Kind: s.Kind, Where: s.Where, State: state, Failures: s.Failures, Next: Instant(s.Next), Waiting: s.Waiting,
		Oldest: Instant(s.Oldest), Delivered: s.Delivered, Failed: s.Failed, Dead: s.Dead,
	}
}

// NoticeEndpoints are all endpoints of notices.
type NoticeEndpoints struct {
	Endpoints []NoticeEndpoint `json:"endpoints" doc:"By name"`
}

// NoticeEndpointsOf are endpoints as they go out.
func NoticeEndpointsOf(list []notice.Status) NoticeEndpoints {
	out := NoticeEndpoints{Endpoints: []NoticeEndpoint{}}
	for i := range list {
		out.Endpoints = append(out.Endpoints, NoticeEndpointOf(&list[i]))
	}
	return out
}

// NoticeAttempt is one try of a delivery.
type NoticeAttempt struct {
	At      string `json:"at" format:"date-time" doc:"When it began"`
	Status  int    `json:"status" doc:"Of the answer, HTTP's or SMTP's; 0: there was none"`
	Latency int64  `json:"latency" doc:"How long it took, in milliseconds"`
	Error   string `json:"error" doc:"Why it failed; empty: it was delivered"`
}

// NoticeDelivery is a notice on its way to an endpoint.
type NoticeDelivery struct {
	Number   uint64          `json:"number" doc:"An endpoint's are sent in the order of their numbers"`
	Endpoint string          `json:"endpoint" doc:"Its name"`
	ID       string          `json:"id" doc:"Of the notice"`
	Type     notice.Type     `json:"type" doc:"Of the notice"`
	At       string          `json:"at" format:"date-time" doc:"Of the notice"`
	Wallet   string          `json:"wallet,omitempty" doc:"That the notice is about"`
	Sentence Sentence        `json:"sentence" doc:"What it says"`
	State    notice.State    `json:"state" enum:"waiting,delivered,dead" doc:"dead: it was tried for long enough, and can be sent again"`
	Queued   string          `json:"queued" format:"date-time" doc:"When it began to wait"`
	Tries    int             `json:"tries" doc:"How many attempts there were"`
	Attempts []NoticeAttempt `json:"attempts" doc:"The last five, the oldest first"`
}

// NoticeDeliveries are a page of the log of notices.
type NoticeDeliveries struct {
	Deliveries []NoticeDelivery `json:"deliveries" doc:"The newest first"`
	Next       string           `json:"next" doc:"Give it as after for the next page; empty: this was the last"`
}

// NoticeDeliveriesOf are deliveries as they go out. next is the number of the last one, 0 when there are no more.
func NoticeDeliveriesOf(list []notice.Delivery, next uint64) (NoticeDeliveries, error) {
	out := NoticeDeliveries{Deliveries: []NoticeDelivery{}}
	for i := range list {
		d := &list[i]
		body, err := ReadNoticeBody(d.Body)
		if err != nil {
			return out, err
		}
		one := NoticeDelivery{
			Number: d.Number, Endpoint: d.Endpoint, ID: d.Notice, Type: d.Type, At: Instant(d.At), Wallet: d.Wallet,
			Sentence: body.Data.Sentence, State: d.State, Queued: Instant(d.Queued), Tries: d.Tries, Attempts: []NoticeAttempt{},
		}
		for _, a := range d.Attempts {
			one.Attempts = append(one.Attempts, NoticeAttempt{Instant(a.At), a.Status, a.Latency.Milliseconds(), a.Error})
		}
		out.Deliveries = append(out.Deliveries, one)
	}
	if next > 0 {
		out.Next = strconv.FormatUint(next, 10)
	}
	return out, nil
}

// NoticeQueued is a delivery that waits to be sent.
type NoticeQueued struct {
	Number uint64 `json:"number" doc:"Of the delivery, in the log of notices"`
}

// NoticeSecret is a new secret of a webhook.
type NoticeSecret struct {
	Secret string `json:"secret" doc:"As the libraries of Standard Webhooks take it" example:"whsec_..."`
}
