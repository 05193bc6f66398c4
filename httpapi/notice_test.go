package httpapi_test

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/delivery"
	"github.com/nodeledger/nodeledger/delivery/outbox"
	"github.com/nodeledger/nodeledger/delivery/webhook"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/wire"
)

// told is a desk whose books tell a receiver what happens.
type told struct {
	*desk
	mu     sync.Mutex
	bodies []wire.NoticeBody
	raw    []string
	refuse bool
	secret string
	clock  samplebooks.Clock
}

func newTold(t *testing.T, nodes []int64) *told {
	t.Helper()
	x := &told{secret: webhook.NewSecret(), clock: samplebooks.Clock{At: time.Date(2024, 5, 2, 12, 0, 0, 0, time.UTC)}}
	server := httptest.NewServer(x)
	t.Cleanup(server.Close)
	folder := t.TempDir()
	check(t, os.WriteFile(filepath.Join(folder, "secret"), []byte(x.secret), 0o600))
	config := filepath.Join(folder, "notices.yaml")
	check(t, os.WriteFile(config, fmt.Appendf(nil,
		"webhooks:\n  - { name: ops, url: %q, secret_file: secret, private: true, all_wallets: true }\n", server.URL), 0o600))
	read, err := delivery.ReadConfig(config, os.Getenv, "test")
	check(t, err)
	box, err := outbox.Open(t.Context(), filepath.Join(folder, "books.db"), time.Date(2024, 4, 1, 0, 0, 0, 0, time.UTC))
	check(t, err)
	t.Cleanup(func() { _ = box.Close() })
	x.desk = newDesk(t, nodes, func(o *httpapi.Options) {
		o.Notices = &delivery.Desk{Outbox: box, Books: engine.IdentityOf(o.Engine.Program()), Clock: x.clock}
	})
	ctx, end := context.WithCancel(t.Context())
	var running sync.WaitGroup
	sender := delivery.NewSender(delivery.Options{Engine: x.engine, Outbox: box, Config: read, Clock: x.clock,
		Log:  slog.New(slog.DiscardHandler),
		Poll: time.Millisecond})
	running.Go(func() { check(t, sender.Run(ctx)) })
	t.Cleanup(func() { end(); running.Wait() })
	return x
}

// ServeHTTP takes a notice, or refuses it.
func (x *told) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	raw, _ := io.ReadAll(r.Body)
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.refuse {
		w.WriteHeader(http.StatusGone)
		return
	}
	var body wire.NoticeBody
	decoder := json.NewDecoder(strings.NewReader(string(raw)))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&body); err != nil || body.Data.ID != r.Header.Get("Webhook-Id") {
		x.Errorf("%s: %v", raw, err)
	}
	verified(x.T, r.Header, raw, x.secret, x.clock.At)
	x.bodies, x.raw = append(x.bodies, body), append(x.raw, string(raw))
}

// await waits until a number of notices of a type came, and gives them.
func (x *told) await(kind string, n int) (list []wire.NoticeBody) {
	x.Helper()
	for end := time.Now().Add(time.Minute); ; time.Sleep(time.Millisecond) {
		x.mu.Lock()
		list = slices.DeleteFunc(slices.Clone(x.bodies), func(b wire.NoticeBody) bool { return string(b.Type) != kind })
		x.mu.Unlock()
		if len(list) >= n {
			return list
		}
		if time.Now().After(end) {
			x.Fatalf("%d notices of %s came, not %d", len(list), kind, n)
		}
	}
}

// A month from its closing to the last payment, by transfers and by claims: each step is told as it is taken, once, with the amounts of the
// books, and nothing private is told.
func TestAMonthIsTold(t *testing.T) {
	t.Parallel()
	x := newTold(t, fives(8))
	x.await("wallet.unlocked", 8)
	if tge := x.await("tge.recorded", 1); tge[0].Timestamp != "2024-04-19T12:00:00Z" {
		t.Errorf("%+v", tge)
	}
	x.earned("20000")
	if m := x.await("month.closed", 1)[0].Data; m.Period != "2024-04" || m.Sentence.Text != "the month 2024-04 is closed" {
		t.Errorf("%+v", m)
	}
	x.did(x.ann, "/holds", map[string]any{"reference": "hold-6", "wallet": samplebooks.Person(6).String(), "reason": "a secret of theirs"},
		&wire.Receipt{})
	out := x.letOut("april", "transfer")
	for _, kind := range []string{"run.proposed", "run.exported"} {
		if r := x.await(kind, 1)[0].Data; r.Run != "april" || *r.Amount != out.Payout.Total {
			t.Errorf("%s: %+v", kind, r)
		}
	}
	pays, lines := map[ledger.Wallet]*big.Int{}, x.lines("april", 100)
	for _, l := range lines {
		pays[walletOf(t, l.Wallet)] = units(t, l.Amount)
	}
	x.chain.Mine(x.chain.Transfer(common.HexToAddress(deskTether), common.HexToAddress(deskTreasury), common.Address{19: 77}, big.NewInt(5)))
	x.sees(false, pays)
	x.await("run.settled", 1)
	for _, p := range x.await("wallet.paid", len(lines)) {
		if w := walletOf(t, p.Data.Wallet); pays[w] == nil || units(t, *p.Data.Amount).Cmp(pays[w]) != 0 || p.Data.TxHash == "" {
			t.Errorf("%+v", p.Data)
		}
		delete(pays, walletOf(t, p.Data.Wallet))
	}
	if len(pays) > 0 {
		t.Errorf("nobody was told of %v", pays)
	}
	if e := x.await("exception.opened", 1)[0].Data; e.Why == nil || e.Why.Code != "payment-unknown-recipient" || e.Amount.Amount != "5" {
		t.Errorf("%+v", e)
	}
	x.private()
	x.feeds()
	x.seenByOperators()
}

// private looks for what is not for everybody, and for notices that came twice.
func (x *told) private() {
	x.Helper()
	x.mu.Lock()
	defer x.mu.Unlock()
	seen := map[string]bool{}
	for i := range x.bodies {
		if id := x.bodies[i].Data.ID; seen[id] {
			x.Errorf("%s came twice", x.raw[i])
		} else {
			seen[id] = true
		}
		if strings.Contains(x.raw[i], "secret") || strings.Contains(x.raw[i], "held") {
			x.Errorf("%s tells who is held back", x.raw[i])
		}
	}
}

// feeds reads the feed by the rules of Atom.
func (x *told) feeds() {
	x.Helper()
	w := x.ask(http.MethodGet, "/api/v1/feed.atom?language=zh")
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/atom+xml; charset=utf-8" || w.Header().Get("ETag") == "" {
		x.Fatalf("%d %v %s", w.Code, w.Header(), w.Body)
	}
	titles := checkAtom(x.T, w.Body.String())
	want := []string{
		"TGE 已于 2024-04-19T12:00:00Z 发生", "2024-04 月份已关闭",
		"发放批次 april 已导出：向 5 个钱包发放 6500 USDT",
		"发放批次 april 已全部结清：向 5 个钱包发放 6500 USDT",
	}
	slices.Sort(titles)
	slices.Sort(want)
	if !slices.Equal(titles, want) {
		x.Errorf("the feed has %q, not %q", titles, want)
	}
	r := httptest.NewRequestWithContext(x.Context(), http.MethodGet, "/api/v1/feed.atom?language=zh", nil)
	r.Header.Set("If-None-Match", w.Header().Get("ETag"))
	again := httptest.NewRecorder()
	x.handler.ServeHTTP(again, r)
	if again.Code != http.StatusNotModified {
		x.Errorf("%d to who has the feed", again.Code)
	}
}

var urn = regexp.MustCompile(`^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)

// checkAtom checks a feed against RFC 4287, as far as it has these elements, and gives the titles of its entries.
func checkAtom(t *testing.T, text string) (titles []string) {
	t.Helper()
	type link struct {
		Rel  string `xml:"rel,attr"`
		Href string `xml:"href,attr"`
	}
	var f struct {
		XMLName xml.Name `xml:"http://www.w3.org/2005/Atom feed"`
		ID      []string `xml:"http://www.w3.org/2005/Atom id"`
		Title   []string `xml:"http://www.w3.org/2005/Atom title"`
		Updated []string `xml:"http://www.w3.org/2005/Atom updated"`
		Author  []string `xml:"http://www.w3.org/2005/Atom author>name"`
		Link    []link   `xml:"http://www.w3.org/2005/Atom link"`
		Entry   []struct {
			ID        []string `xml:"http://www.w3.org/2005/Atom id"`
			Title     []string `xml:"http://www.w3.org/2005/Atom title"`
			Updated   []string `xml:"http://www.w3.org/2005/Atom updated"`
			Published []string `xml:"http://www.w3.org/2005/Atom published"`
			Content   []string `xml:"http://www.w3.org/2005/Atom content"`
			Rest      []struct {
				XMLName xml.Name
			} `xml:",any"`
		} `xml:"http://www.w3.org/2005/Atom entry"`
		Rest []struct{ XMLName xml.Name } `xml:",any"`
	}
	decoder := xml.NewDecoder(strings.NewReader(text))
	decoder.Strict = true
	check(t, decoder.Decode(&f))
	instant := func(of []string) time.Time {
		at, err := time.Parse(time.RFC3339, strings.Join(of, " "))
		check(t, err)
		return at
	}
	one := func(what string, of []string) string {
		if len(of) != 1 || of[0] == "" {
			t.Errorf("%q stands %d times", what, len(of))
		}
		return strings.Join(of, " ")
	}
	if !urn.MatchString(one("id", f.ID)) || one("title", f.Title) == "" || one("author", f.Author) == "" || len(f.Rest) > 0 ||
		len(f.Link) != 2 || f.Link[0].Rel != "self" || f.Link[1].Rel != "alternate" {
		t.Errorf("%+v", f)
	}
	ids, last := map[string]bool{}, instant(f.Updated)
	for i := range f.Entry {
		e := &f.Entry[i]
		id, at := one("id", e.ID), instant(e.Updated)
		if !urn.MatchString(id) || ids[id] || at.After(last) || one("content", e.Content) == "" || instant(e.Published).After(at) ||
			len(e.Rest) != 1 || e.Rest[0].XMLName.Local != "category" {
			t.Errorf("%+v", e)
		}
		ids[id], last = true, at
		titles = append(titles, one("title", e.Title))
	}
	return titles
}

// seenByOperators: operators see the log, try an endpoint that is gone and send again; others do not.
func (x *told) seenByOperators() {
	x.Helper()
	var log wire.NoticeDeliveries
	x.look("/notices/deliveries?endpoint=ops&state=delivered&limit=3", &log)
	if len(log.Deliveries) != 3 || log.Next == "" || log.Deliveries[0].Attempts[0].Status != http.StatusOK ||
		log.Deliveries[0].Sentence.Text == "" {
		x.Errorf("%+v", log)
	}
	again := log.Deliveries[2]
	path := fmt.Sprintf("/notices/deliveries/%d/resend", again.Number)
	x.refuses(x.bob, path, nil, 403, "forbidden", "scope admin")
	x.refuses("", path, nil, 401, "not-authenticated", "")
	x.refuses(x.ann, "/notices/nobody/test", nil, 404, "not-found", "no endpoint nobody")
	x.refuses(x.ann, "/notices/deliveries/99999/resend", nil, 404, "not-found", "no delivery 99999")
	x.mu.Lock()
	x.refuse = true
	x.mu.Unlock()
	x.did(x.ann, "/notices/ops/test", nil, &wire.NoticeQueued{})
	var list wire.NoticeEndpoints
	for end := time.Now().Add(time.Minute); len(list.Endpoints) == 0 || list.Endpoints[0].State != "gone"; time.Sleep(time.Millisecond) {
		list = wire.NoticeEndpoints{}
		if x.look("/notices", &list); time.Now().After(end) {
			x.Fatalf("%+v", list)
		}
	}
	var ready wire.Readiness
	x.get("/readyz", &ready)
	if len(ready.Warnings) != 1 || !strings.Contains(ready.Warnings[0], "the endpoint ops of notices answered that it is gone") {
		x.Errorf("%+v", ready)
	}
	var health wire.OperatorHealth
	if x.look("/health", &health); len(health.Warnings) != 1 || health.Warnings[0].Text != ready.Warnings[0] {
		x.Errorf("operators see %+v", health.Warnings)
	}
	metrics := httptest.NewRecorder()
	httpapi.Metrics(x.handler).ServeHTTP(metrics, httptest.NewRequestWithContext(x.Context(), http.MethodGet, "/metrics", nil))
	for _, line := range []string{`nodeledger_notices_endpoint_failing{endpoint="ops"} 1`, `nodeledger_notices_failed_total{endpoint="ops"} 1`,
		fmt.Sprintf(`nodeledger_notices_delivered_total{endpoint="ops"} %d`, list.Endpoints[0].Delivered)} {
		if !strings.Contains(metrics.Body.String(), line+"\n") {
			x.Errorf("the metrics lack %s", line)
		}
	}
	x.mu.Lock()
	x.refuse = false
	x.mu.Unlock()
	x.did(x.ann, path, nil, &wire.NoticeQueued{})
	x.await("notice.test", 1)
	x.await(string(again.Type), 2)
}

// A server that sends no notices says so.
func TestNoNotices(t *testing.T) {
	t.Parallel()
	d := newDesk(t, fives(5))
	if p := d.problem(d.send(d.ann, http.MethodGet, "/notices", nil)); p.Status != http.StatusNotFound ||
		!strings.Contains(p.Detail, "--notices FILE") {
		t.Errorf("%+v", p)
	}
	if titles := checkAtom(t, d.ask(http.MethodGet, "/api/v1/feed.atom").Body.String()); len(titles) != 1 {
		t.Errorf("the feed has %q", titles)
	}
}
