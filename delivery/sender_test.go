package delivery

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"

	"github.com/nodeledger/nodeledger/delivery/outbox"
	"github.com/nodeledger/nodeledger/delivery/webhook"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/notice"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// onBoth runs a test with an outbox beside books in a file, and in PostgreSQL.
func onBoth(t *testing.T, test func(t *testing.T, books string)) {
	t.Helper()
	t.Run("sqlite", func(t *testing.T) { test(t, filepath.Join(t.TempDir(), "books.db")) })
	t.Run("postgres", func(t *testing.T) { test(t, pgtest.URL(t)) })
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// clock goes on when it is told to.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

func (c *clock) add(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// receiver is a server that takes webhooks. It checks every signature with the library of Standard Webhooks.
type receiver struct {
	t      *testing.T
	url    string
	secret string
	clock  *clock
	// does says how the request with a number, from 0 on, is answered; nil or false: it is taken.
	does func(number int, w http.ResponseWriter, r *http.Request) (done bool)

	mu    sync.Mutex
	calls []string // the ID of each request
	taken []string // the IDs that it took, each once, in order
}

func newReceiver(t *testing.T, c *clock) *receiver {
	t.Helper()
	r := &receiver{t: t, secret: webhook.NewSecret(), clock: c}
	server := httptest.NewServer(r)
	t.Cleanup(server.Close)
	r.url = server.URL
	return r
}

// ServeHTTP takes a webhook as a receiver should: it looks at the signature, and at whether it saw the ID before.
func (r *receiver) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		r.t.Error(err)
	}
	wh, err := standardwebhooks.NewWebhook(r.secret)
	if err != nil {
		r.t.Error(err)
	}
	if err := wh.VerifyIgnoringTimestamp(body, request.Header); err != nil {
		r.t.Errorf("the signature: %v", err)
	}
	sent, err := strconv.ParseInt(request.Header.Get("Webhook-Timestamp"), 10, 64)
	if now := r.clock.Now().Unix(); err != nil || sent > now || sent < samplebooks.Day(13).Unix() {
		r.t.Errorf("the timestamp is %d, it is %d: %v", sent, now, err)
	}
	id := request.Header.Get("Webhook-Id")
	if !strings.Contains(string(body), `"id":"`+id+`"`) {
		r.t.Errorf("the body %s is not of %s", body, id)
	}
	r.mu.Lock()
	number := len(r.calls)
	r.calls = append(r.calls, id)
	r.mu.Unlock()
	if r.does != nil && r.does(number, w, request) {
		return
	}
	r.take(id)
}

// take does what a notice asks for, unless it was done already.
func (r *receiver) take(id string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !slices.Contains(r.taken, id) {
		r.taken = append(r.taken, id)
	}
}

func (r *receiver) seen() (calls, taken []string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.calls), slices.Clone(r.taken)
}

// config writes a configuration with the receivers as endpoints a, b, ..., which are told of all wallets, and reads it.
func config(t *testing.T, more string, receivers ...*receiver) *Config {
	t.Helper()
	folder := t.TempDir()
	text := more + "webhooks:\n"
	for i, r := range receivers {
		name := string(rune('a' + i))
		must(t, os.WriteFile(filepath.Join(folder, name+".secret"), []byte(r.secret+"\n"), 0o600))
		text += fmt.Sprintf("  - { name: %s, url: %q, secret_file: %s.secret, private: true, all_wallets: true }\n", name, r.url, name)
	}
	path := filepath.Join(folder, "notices.yaml")
	must(t, os.WriteFile(path, []byte(text), 0o600))
	c, err := ReadConfig(path, func(string) string { return "" }, "test")
	must(t, err)
	return c
}

// start runs a sender until it is stopped.
func start(t *testing.T, e *engine.Engine, o *outbox.Outbox, c *Config, now engine.Clock) (stop func()) {
	t.Helper()
	ctx, end := context.WithCancel(t.Context())
	s := NewSender(Options{Engine: e, Outbox: o, Config: c, Clock: now, Log: slog.New(slog.DiscardHandler), Poll: time.Millisecond})
	done := make(chan error, 1)
	go func() { done <- s.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		end()
		must(t, <-done)
	})
	t.Cleanup(stop)
	return stop
}

func open(t *testing.T, books string, c *clock) *outbox.Outbox {
	t.Helper()
	o, err := outbox.Open(t.Context(), books, c.Now())
	must(t, err)
	t.Cleanup(func() { _ = o.Close() })
	return o
}

// until waits for something that another goroutine does. Time goes on meanwhile, by c.
func until(t *testing.T, c *clock, what string, is func() bool) {
	t.Helper()
	for end := time.Now().Add(time.Minute); !is(); time.Sleep(time.Millisecond) {
		if c != nil {
			c.add(time.Minute)
		}
		if time.Now().After(end) {
			t.Fatalf("it never came to it that %s", what)
		}
	}
}

// idle waits until everything was taken or given up.
func idle(t *testing.T, c *clock, o *outbox.Outbox, want int) {
	t.Helper()
	until(t, c, fmt.Sprintf("%d notices are through", want), func() bool {
		list, next, err := o.Deliveries(t.Context(), notice.Page{Limit: 1000})
		must(t, err)
		waits := slices.ContainsFunc(list, func(d notice.Delivery) bool { return d.State == notice.Waiting })
		return next == 0 && len(list) >= want && !waits
	})
}

// before is a moment before everything in the sample books.
func before() *clock { return &clock{at: samplebooks.Day(13)} }

// expected are the IDs of what the journal tells, in order.
func expected(t *testing.T, e *engine.Engine) (ids []string) {
	t.Helper()
	m := notice.Maker{Books: engine.IdentityOf(e.Program())}
	for tx, err := range e.History().Transactions(t.Context(), 1) {
		must(t, err)
		list, err := m.OfTransaction(tx)
		must(t, err)
		for i := range list {
			ids = append(ids, list[i].ID)
		}
	}
	if len(ids) < 20 {
		t.Fatalf("the sample books tell %d notices only", len(ids))
	}
	return ids
}

// ofJournal are those of the IDs that are among others.
func ofJournal(all, journal []string) []string {
	return slices.DeleteFunc(slices.Clone(all), func(id string) bool { return !slices.Contains(journal, id) })
}

// A receiver that fails, hangs, drops the connection, loses answers, is slow and says that it is no more: it is told everything once, in
// order, with a good signature, and the log says what happened.
func TestToldOnceInOrder(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	want := expected(t, e)
	onBoth(t, func(t *testing.T, books string) {
		c := before()
		o, r := open(t, books, c), newReceiver(t, c)
		desk := &Desk{Outbox: o, Books: engine.IdentityOf(e.Program()), Clock: c}
		r.does = func(n int, w http.ResponseWriter, request *http.Request) bool {
			switch {
			case n == 0, n == 1, n%7 == 3:
				http.Error(w, "not today", http.StatusInternalServerError)
			case n == 4: // it hangs
				<-request.Context().Done()
			case n == 5, n == 12: // the connection breaks off
				panic(http.ErrAbortHandler)
			case n == 8: // the answer is lost
				r.take(request.Header.Get("Webhook-Id"))
				panic(http.ErrAbortHandler)
			case n == 15:
				w.Header().Set("Retry-After", "60")
				w.WriteHeader(http.StatusTooManyRequests)
			case n == 20:
				w.WriteHeader(http.StatusGone)
			case n == 22:
				http.Redirect(w, request, "/elsewhere", http.StatusTemporaryRedirect)
			default:
				return false
			}
			return true
		}
		cfg := config(t, "give_up: 8760h\n", r)
		hook, err := webhook.New(webhook.Options{URL: r.url, Secrets: secrets(t, r.secret), Private: true, Timeout: 100 * time.Millisecond})
		must(t, err)
		cfg.channels["a"] = hooked{hook}
		start(t, e, o, cfg, c)
		until(t, c, "the endpoint is gone", func() bool {
			list, err := desk.Endpoints(t.Context())
			must(t, err)
			return len(list) == 1 && list[0].Gone
		})
		waiting, _, err := desk.Deliveries(t.Context(), notice.Page{State: notice.Waiting, Limit: 1000})
		must(t, err)
		calls, _ := r.seen()
		must(t, desk.Resend(t.Context(), waiting[len(waiting)-1].Number)) // an operator has looked at it
		idle(t, c, o, len(want))
		if len(calls) != 21 {
			t.Errorf("%d requests went out although the endpoint was gone", len(calls)-21)
		}
		calls, taken := r.seen()
		if got := ofJournal(taken, want); !slices.Equal(got, want) {
			t.Errorf("it was told\n%s, not\n%s", got, want)
		}
		if len(calls) <= len(taken) {
			t.Errorf("%d requests for %d notices: nothing was tried again", len(calls), len(taken))
		}
		checkLog(t, desk, taken, len(calls))
	})
}

func secrets(t *testing.T, text string) []webhook.Secret {
	t.Helper()
	s, err := webhook.ParseSecret(text)
	must(t, err)
	return []webhook.Secret{s}
}

// checkLog looks at the log of what a receiver took after so many requests.
func checkLog(t *testing.T, desk *Desk, taken []string, calls int) {
	t.Helper()
	var all []notice.Delivery
	for at := uint64(0); ; {
		page, next, err := desk.Deliveries(t.Context(), notice.Page{Endpoint: "a", Before: at, Limit: 7})
		must(t, err)
		if all = append(all, page...); next == 0 {
			break
		}
		at = next
	}
	slices.Reverse(all)
	tries, said := 0, map[string]int{}
	for i := range all {
		if all[i].State != notice.Delivered || all[i].Notice != taken[i] {
			t.Errorf("the log has %+v, it took %s", all[i], taken[i])
		}
		tries += all[i].Tries
		for _, a := range all[i].Attempts {
			said[a.Error]++
		}
	}
	if tries != calls || len(all) != len(taken) {
		t.Errorf("the log has %d attempts of %d deliveries; there were %d of %d", tries, len(all), calls, len(taken))
	}
	for _, text := range []string{"it answered 500", "no answer within 100ms", "EOF", "it answered 429", "it answered 410",
		"it answered 307: redirects are not followed"} {
		if said[text] == 0 {
			t.Errorf("no attempt failed with %q: %v", text, said)
		}
	}
	list, err := desk.Endpoints(t.Context())
	must(t, err)
	if s := list[0]; s.Delivered != uint64(len(taken)) || s.Failed != uint64(calls-len(taken)) || s.Waiting != 0 || s.Failures != 0 {
		t.Errorf("%+v", s)
	}
}
