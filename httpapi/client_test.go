package httpapi_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"iter"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	client "github.com/nodeledger/nodeledger/clients/go"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
)

// wiretap sends the requests of a client, and keeps what the last one was answered. drop loses answers: it is told the number of each
// request, from 1.
type wiretap struct {
	mu       sync.Mutex
	requests int
	status   int
	body     []byte
	drop     func(request int) bool
}

func (w *wiretap) RoundTrip(r *http.Request) (*http.Response, error) {
	answer, err := http.DefaultTransport.RoundTrip(r)
	w.mu.Lock()
	defer w.mu.Unlock()
	w.requests++
	if err != nil || answer.Header.Get("Content-Type") == "text/event-stream" {
		return answer, err
	}
	w.status = answer.StatusCode
	w.body, err = io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	answer.Body = io.NopCloser(bytes.NewReader(w.body))
	if w.drop != nil && w.drop(w.requests) {
		answer.Body = io.NopCloser(io.MultiReader(bytes.NewReader(w.body[:len(w.body)/2]), broken{}))
	}
	return answer, nil
}

// broken is a connection that breaks.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// reader is an operator's client of a desk over a real connection.
type reader struct {
	*testing.T
	*client.Client
	tap *wiretap
}

func newReader(t *testing.T, h http.Handler, token string) *reader {
	t.Helper()
	server := httptest.NewUnstartedServer(nil)
	server.Config = httpapi.Server(h)
	server.Start()
	t.Cleanup(server.Close)
	tap := &wiretap{}
	c, err := client.New(server.URL, client.Options{HTTP: &http.Client{Transport: tap}, Pause: time.Millisecond,
		Token: func(context.Context) (string, error) { return token, nil }})
	check(t, err)
	return &reader{t, c, tap}
}

// same holds what the client read to what the server sent: nothing is lost, and nothing made up.
func (r *reader) same(answer any, err error) {
	r.Helper()
	if err != nil {
		r.Errorf("%T: %v", answer, err)
		return
	}
	text, err := json.Marshal(answer)
	check(r.T, err)
	var read, sent any
	check(r.T, json.Unmarshal(text, &read))
	check(r.T, json.Unmarshal(r.tap.body, &sent))
	if !reflect.DeepEqual(read, sent) {
		r.Errorf("%T was read as %s and sent as %s", answer, text, r.tap.body)
	}
}

// file reads a file.
func (r *reader) file(answer *http.Response, err error) {
	r.Helper()
	check(r.T, err)
	defer answer.Body.Close()
	if content, err := io.ReadAll(answer.Body); err != nil || len(content) == 0 {
		r.Errorf("%s: %d bytes, %v", answer.Request.URL, len(content), err)
	}
}

// all reads a list to its end.
func all[T any](t *testing.T, list iter.Seq2[T, error]) (found []T) {
	t.Helper()
	for one, err := range list {
		check(t, err)
		found = append(found, one)
	}
	return found
}

// ends reads a list in pages of one and in one page: both have the same things.
func ends[T any](t *testing.T, name string, read func(limit int64) iter.Seq2[T, error]) {
	t.Helper()
	small, large := all(t, read(1)), all(t, read(200))
	if len(large) == 0 || !reflect.DeepEqual(small, large) {
		t.Errorf("%s: %d in pages of one, and %d in one page", name, len(small), len(large))
	}
}

// TestTheClientReadsEverything reads books with a month, a run and notices by every operation that reads: what comes out is what was sent.
func TestTheClientReadsEverything(t *testing.T) {
	t.Parallel()
	x := newTold(t, fives(8))
	r := newReader(t, x.handler, x.ann)
	ctx, wallet := t.Context(), samplebooks.Person(1).String()
	r.same(r.PreviewMonth(ctx, "2024-04", client.PreviewMonthParams{}))
	ends(t, "a month", func(n int64) iter.Seq2[client.MonthLine, error] {
		return r.AllMonthLines(ctx, "2024-04", client.PreviewMonthParams{Limit: n})
	})
	x.earned("20000")
	x.letOut("april", "transfer")
	x.await("run.exported", 1)

	sale, err := r.GetSale(ctx)
	r.same(sale, err)
	r.same(r.GetSaleFairness(ctx))
	r.same(r.GetQuote(ctx, client.GetQuoteParams{Quantity: "2"}))
	r.same(r.GetEstimate(ctx, client.GetEstimateParams{Nodes: "5"}))
	r.same(r.GetScore(ctx, client.GetScoreParams{Nodes: "5"}))
	r.same(r.GetLeaderboard(ctx, client.GetLeaderboardParams{}))
	r.same(r.GetTGEReadiness(ctx))
	r.same(r.GetHolder(ctx, wallet))
	r.same(r.GetHolderEarnings(ctx, wallet, client.GetHolderEarningsParams{}))
	r.same(r.ListHolderPayouts(ctx, wallet, client.ListHolderPayoutsParams{}))
	r.same(r.ListHolderReferrals(ctx, wallet, client.ListHolderReferralsParams{}))
	r.same(r.GetHolderStatement(ctx, wallet, client.GetHolderStatementParams{}))
	r.same(r.GetHolderTokens(ctx, wallet))
	r.file(r.GetHolderCalendar(ctx, wallet, client.GetHolderCalendarParams{}))
	r.file(r.DownloadHolderRewards(ctx, wallet, client.DownloadHolderRewardsParams{}))

	epochs, err := r.ListEpochs(ctx, client.ListEpochsParams{Limit: 1})
	r.same(epochs, err)
	epoch := epochs.Epochs[0]
	r.same(r.GetEpoch(ctx, epoch.Job, epoch.Slot))
	r.same(r.ExplainEpoch(ctx, epoch.Job, epoch.Slot, wallet))
	r.file(r.DownloadEpochFile(ctx, epoch.Job, epoch.Slot, client.DownloadEpochFileParams{}))
	r.file(r.GetFeed(ctx, client.GetFeedParams{}))
	r.same(r.GetMonth(ctx, "2024-04"))
	r.same(r.ExplainMonth(ctx, "2024-04", wallet))
	r.file(r.DownloadMonthFile(ctx, "2024-04", client.DownloadMonthFileParams{}))
	r.same(r.GetQuarter(ctx, "2024-Q2"))
	r.payouts(ctx)
	r.ledger(ctx)
	r.operators(ctx)
	r.lists(ctx)
}

func (r *reader) payouts(ctx context.Context) {
	r.Helper()
	r.same(r.ListLiabilities(ctx))
	r.same(r.ListPayoutExceptions(ctx, client.ListPayoutExceptionsParams{}))
	r.same(r.GetPayout(ctx, "april"))
	r.file(r.DownloadPayout(ctx, "april", "csv", client.DownloadPayoutParams{}))
	r.file(r.DownloadPayoutFile(ctx, "april", client.DownloadPayoutFileParams{}))
	r.same(r.ListPayoutWaiting(ctx, "april", client.ListPayoutWaitingParams{}))
}

func (r *reader) ledger(ctx context.Context) {
	r.Helper()
	r.same(r.GetLedger(ctx))
	trial, err := r.GetTrialBalance(ctx, client.GetTrialBalanceParams{})
	r.same(trial, err)
	r.same(r.GetAccount(ctx, trial.Rows[0].Kind, client.GetAccountParams{Limit: 2}))
	r.same(r.GetBalanceSheet(ctx, client.GetBalanceSheetParams{}))
	r.same(r.GetIncomeStatement(ctx, client.GetIncomeStatementParams{}))
	r.same(r.GetCashFlow(ctx, "0x00000000000000000000000000000000000000aa", client.GetCashFlowParams{}))
	r.same(r.ProveConsistency(ctx, client.ProveConsistencyParams{From: 1}))
	r.same(r.ProveInput(ctx, 1, client.ProveInputParams{}))
	for tx, err := range r.AllTransactions(ctx, client.ListTransactionsParams{}) {
		if check(r.T, err); len(tx.Postings) > 0 {
			r.same(r.ProveTransaction(ctx, tx.Sequence, client.ProveTransactionParams{}))
			r.same(r.ProvePosting(ctx, tx.Sequence, 0, client.ProvePostingParams{}))
			break
		}
	}
	if _, err := r.GetReconciliation(ctx); !client.IsProblem(err, client.CodeNotFound) {
		r.Errorf("a reconciliation of a server that follows no chain: %v", err)
	}
	texts, err := r.ListProgramTexts(ctx)
	r.same(texts, err)
	r.same(r.GetProgramText(ctx, texts.Texts[0].Sha256))
}

func (r *reader) operators(ctx context.Context) {
	r.Helper()
	r.same(r.GetHealth(ctx))
	r.same(r.GetOperatorHealth(ctx))
	r.same(r.GetOperatorInbox(ctx))
	r.same(r.ListOperators(ctx))
	r.same(r.GetSession(ctx))
	r.same(r.ListHolds(ctx))
	r.same(r.GetWalletBar(ctx, samplebooks.Person(1).String()))
	r.same(r.ListOperatorExceptions(ctx, client.ListOperatorExceptionsParams{}))
	r.same(r.ListNoticeEndpoints(ctx))
	r.same(r.GetRevenueCheck(ctx, client.GetRevenueCheckParams{Reference: "april"}))
	if _, err := r.PreviewAmendment(ctx); !client.IsProblem(err) {
		r.Errorf("an amendment that nobody proposed: %v", err)
	}
}

// lists reads every list that goes on to its end.
func (r *reader) lists(ctx context.Context) {
	r.Helper()
	ends(r.T, "epochs", func(n int64) iter.Seq2[client.Epoch, error] {
		return r.AllEpochs(ctx, client.ListEpochsParams{Limit: n})
	})
	ends(r.T, "holders", func(n int64) iter.Seq2[client.HolderLine, error] {
		return r.AllHolders(ctx, client.ListHoldersParams{Limit: n})
	})
	ends(r.T, "months", func(n int64) iter.Seq2[client.ClosedMonth, error] {
		return r.AllMonths(ctx, client.ListMonthsParams{Limit: n})
	})
	ends(r.T, "payouts", func(n int64) iter.Seq2[client.Payout, error] {
		return r.AllPayouts(ctx, client.ListPayoutsParams{Limit: n})
	})
	ends(r.T, "lines", func(n int64) iter.Seq2[client.PayoutLine, error] {
		return r.AllPayoutLines(ctx, "april", client.ListPayoutLinesParams{Limit: n})
	})
	ends(r.T, "transactions", func(n int64) iter.Seq2[client.Transaction, error] {
		return r.AllTransactions(ctx, client.ListTransactionsParams{Limit: n})
	})
	ends(r.T, "audit", func(n int64) iter.Seq2[client.AuditEntry, error] {
		return r.AllAuditEntries(ctx, client.ListAuditEntriesParams{Limit: n})
	})
	ends(r.T, "deliveries", func(n int64) iter.Seq2[client.NoticeDelivery, error] {
		return r.AllNoticeDeliveries(ctx, client.ListNoticeDeliveriesParams{Limit: n, State: "delivered"})
	})
}

// TestTheClientLosesNothing: an answer that did not change is not sent again, one that is lost is asked for again, and what has a reference
// is recorded once.
func TestTheClientLosesNothing(t *testing.T) {
	t.Parallel()
	d := newDesk(t, fives(8))
	r := newReader(t, d.handler, d.ann)
	first, err := r.ListProgramTexts(t.Context())
	check(t, err)
	again, err := r.ListProgramTexts(t.Context())
	if err != nil || r.tap.status != http.StatusNotModified || !reflect.DeepEqual(first, again) {
		t.Errorf("%v with status %d: %+v, and before %+v", err, r.tap.status, again, first)
	}
	r.tap.requests, r.tap.drop = 0, func(request int) bool { return request == 1 }
	receipt, err := r.RecordRevenue(t.Context(), client.RevenueRequestBody{Source: "dapp", Amount: "12.50", At: "2024-04-20T00:00:00Z",
		Reference: "lost"})
	if err != nil || !receipt.AlreadyRecorded || r.tap.requests != 2 {
		t.Errorf("%v after %d requests: %+v", err, r.tap.requests, receipt)
	}
	_, err = r.RecordRevenue(t.Context(), client.RevenueRequestBody{Source: "dapp", Amount: "13", At: "2024-04-20T00:00:00Z",
		Reference: "lost"})
	if !client.IsProblem(err) || err.Error() == "" {
		t.Errorf("other content under the same reference: %v", err)
	}
}

// TestTheClientsStreamGoesOn: a stream that is cut after every few hundred bytes tells what an uncut one tells.
func TestTheClientsStreamGoesOn(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Recorded(t)
	check(t, e.Sync(t.Context(), nil))
	s := streaming(t, e)
	connections := 0
	cutting := &http.Client{Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
		connections++
		answer, err := http.DefaultTransport.RoundTrip(r)
		if err == nil {
			answer.Body = &cut{answer.Body, 1500 + 37*connections}
		}
		return answer, err
	})}
	var told [2][]client.BookEvent
	for i, sends := range []*http.Client{nil, cutting} {
		c, err := client.New(s.URL, client.Options{HTTP: sends})
		check(t, err)
		for event, err := range c.Events(t.Context(), client.EventsParams{Pause: time.Millisecond}) {
			check(t, err)
			if told[i] = append(told[i], event); event.ID == 41 {
				break
			}
		}
	}
	if len(told[0]) != 41 || connections < 5 || !reflect.DeepEqual(told[0], told[1]) {
		t.Errorf("%d events, and %d over %d connections", len(told[0]), len(told[1]), connections)
	}
	ctx, end := context.WithCancel(t.Context())
	end()
	c, err := client.New(s.URL, client.Options{})
	check(t, err)
	for event, err := range c.Events(ctx, client.EventsParams{}) {
		if err == nil {
			t.Errorf("%+v was told after the end", event)
		}
	}
}

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

// cut is a body that breaks after a number of bytes.
type cut struct {
	io.ReadCloser
	left int
}

func (c *cut) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, io.ErrUnexpectedEOF
	}
	n, err := c.ReadCloser.Read(p[:min(len(p), c.left)])
	c.left -= n
	return n, err
}

// verified holds a request to what receivers check with the client: it is a notice, and with anything changed it is none.
func verified(t *testing.T, h http.Header, body []byte, secret string, now time.Time) {
	t.Helper()
	n, err := client.Verify(h, body, now, "whsec_"+strings.Repeat("A", 40), secret)
	if err != nil || n.Data.ID != h.Get("Webhook-Id") {
		t.Errorf("%+v: %v", n, err)
	}
	changed := func(name, value string) http.Header {
		c := h.Clone()
		c.Set(name, value)
		return c
	}
	for name, k := range map[string]struct {
		head http.Header
		body []byte
		at   time.Time
	}{
		"another body": {h, append(bytes.Clone(body), ' '), now}, "another id": {changed("Webhook-Id", "msg_0"), body, now},
		"late": {h, body, now.Add(6 * time.Minute)}, "early": {h, body, now.Add(-6 * time.Minute)},
		"another timestamp": {changed("Webhook-Timestamp", "1700000000"), body, time.Unix(1700000000, 0)},
		"no signature":      {changed("Webhook-Signature", ""), body, now},
		"another kind":      {changed("Webhook-Signature", strings.Replace(h.Get("Webhook-Signature"), "v1,", "v2,", 1)), body, now},
	} {
		if _, err := client.Verify(k.head, k.body, k.at, secret); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}
