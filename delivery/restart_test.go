package delivery

import (
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/delivery/outbox"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/notice"
	"github.com/nodeledger/nodeledger/problem"
)

// A process that ends after it sent and before it marked: whoever comes next sends that notice again with its ID, and then the rest.
func TestAProcessThatEndsBetweenSendingAndMarking(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	want := expected(t, e)
	onBoth(t, func(t *testing.T, books string) {
		c := before()
		o, r := open(t, books, c), newReceiver(t, c)
		r.does = func(n int, _ http.ResponseWriter, _ *http.Request) bool {
			if n == 5 {
				must(t, o.Close()) // what was sent cannot be marked any more
			}
			return false
		}
		stop := start(t, e, o, config(t, "", r), c)
		until(t, nil, "the sixth notice is sent", func() bool { calls, _ := r.seen(); return len(calls) == 6 })
		stop()
		o = open(t, books, c)
		c.add(turn + time.Second) // the turn of the process that is gone ends
		start(t, e, o, config(t, "", r), c)
		idle(t, nil, o, len(want))
		calls, taken := r.seen()
		if got := ofJournal(taken, want); !slices.Equal(got, want) {
			t.Errorf("it was told\n%s, not\n%s", got, want)
		}
		if calls[6] != calls[5] || len(calls) != len(taken)+1 {
			t.Errorf("%d requests for %d notices, the seventh of %s after %s", len(calls), len(taken), calls[6], calls[5])
		}
	})
}

// A restart, books that were made again, and a journal that is looked at from its beginning tell nothing again.
func TestNothingIsToldAgain(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	want := expected(t, e)
	rebuilt, _ := samplebooks.Rewarded(t)
	onBoth(t, func(t *testing.T, books string) {
		c := before()
		o, r := open(t, books, c), newReceiver(t, c)
		cfg := config(t, "", r)
		stop := start(t, e, o, cfg, c)
		idle(t, nil, o, len(want))
		stop()
		first, _ := r.seen()
		for _, again := range []*engine.Engine{e, rebuilt} {
			stop := start(t, again, o, cfg, c)
			looked(t, o, again)
			stop()
			forgetPlace(t, o, c)
			stop = start(t, again, o, cfg, c)
			looked(t, o, again)
			stop()
		}
		if calls, _ := r.seen(); !slices.Equal(calls, first) {
			t.Errorf("%d notices were sent again", len(calls)-len(first))
		}
	})
}

// forgetPlace puts the place up to which the journal was looked at back to its beginning, as another history does.
func forgetPlace(t *testing.T, o *outbox.Outbox, c *clock) {
	t.Helper()
	mine, err := o.Turn(t.Context(), "test", c.Now(), c.Now())
	if err != nil || !mine {
		t.Fatal(mine, err)
	}
	must(t, o.Take(t.Context(), "test", outbox.Batch{}, c.Now()))
	must(t, o.EndTurn(t.Context(), "test"))
}

// looked waits until all of the journal was looked at.
func looked(t *testing.T, o *outbox.Outbox, e *engine.Engine) {
	t.Helper()
	state, err := e.Reader().State(t.Context())
	must(t, err)
	until(t, nil, "the journal is looked at", func() bool {
		at, _, err := o.Seen(t.Context())
		must(t, err)
		return at.Sequence == state.Ledger.Sequence && at.Hash == state.Ledger.Hash
	})
}

// An outbox that begins later than everything in the books tells nothing of it.
func TestWhatWasBeforeTheOutboxIsToldToNobody(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	onBoth(t, func(t *testing.T, books string) {
		c := &clock{at: samplebooks.Day(30)}
		o, r := open(t, books, c), newReceiver(t, c)
		start(t, e, o, config(t, "", r), c)
		looked(t, o, e)
		number, err := (&Desk{Outbox: o, Books: engine.IdentityOf(e.Program()), Clock: c}).Test(t.Context(), "a")
		must(t, err)
		idle(t, nil, o, 1)
		if calls, _ := r.seen(); len(calls) != 1 || number != 1 {
			t.Errorf("%d requests, the test is number %d", len(calls), number)
		}
	})
}

// Of two processes one sends. When it is gone, without having said so, the other one goes on.
func TestOneOfTwoProcessesSends(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	want := expected(t, e)
	onBoth(t, func(t *testing.T, books string) {
		c := before()
		one, two, r := open(t, books, c), open(t, books, c), newReceiver(t, c)
		cfg := config(t, "", r)
		r.does = func(n int, _ http.ResponseWriter, request *http.Request) bool {
			if n == 9 {
				must(t, one.Close())
				r.take(request.Header.Get("Webhook-Id"))
				c.add(turn + time.Second)
				return true
			}
			return false
		}
		stop := start(t, e, one, cfg, c)
		until(t, nil, "the first one has the turn", func() bool { calls, _ := r.seen(); return len(calls) > 0 })
		start(t, e, two, cfg, c)
		idle(t, nil, two, len(want))
		stop()
		calls, taken := r.seen()
		if got := ofJournal(taken, want); !slices.Equal(got, want) {
			t.Errorf("it was told\n%s, not\n%s", got, want)
		}
		if len(calls) != len(taken)+1 { // the one that was not marked
			t.Errorf("%d requests for %d notices", len(calls), len(taken))
		}
	})
}

// An endpoint that never takes a notice loses it after a day, and gets it when an operator sends it again.
func TestGivenUpAndSentAgain(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	want := expected(t, e)
	onBoth(t, func(t *testing.T, books string) {
		c := before()
		o, r := open(t, books, c), newReceiver(t, c)
		desk := &Desk{Outbox: o, Books: engine.IdentityOf(e.Program()), Clock: c}
		var repaired atomic.Bool
		r.does = func(_ int, w http.ResponseWriter, request *http.Request) bool {
			calls, _ := r.seen()
			if request.Header.Get("Webhook-Id") == calls[0] && !repaired.Load() {
				w.WriteHeader(http.StatusServiceUnavailable)
				return true
			}
			return false
		}
		start(t, e, o, config(t, "", r), c)
		until(t, c, "the endpoint fails", func() bool {
			list, err := desk.Endpoints(t.Context())
			must(t, err)
			return len(list) == 1 && list[0].Failing() && list[0].Waiting >= len(want) && !list[0].Oldest.IsZero()
		})
		idle(t, c, o, len(want))
		dead, _, err := desk.Deliveries(t.Context(), notice.Page{State: notice.Dead, Limit: 10})
		must(t, err)
		calls, taken := r.seen()
		if len(dead) != 1 || dead[0].Notice != calls[0] || len(dead[0].Attempts) != 5 || slices.Contains(taken, calls[0]) {
			t.Fatalf("%+v", dead)
		}
		repaired.Store(true)
		must(t, desk.Resend(t.Context(), dead[0].Number))
		idle(t, c, o, len(want))
		if _, taken = r.seen(); taken[len(taken)-1] != calls[0] {
			t.Errorf("the last one that it took is %s, not %s", taken[len(taken)-1], calls[0])
		}
		if code := samplebooks.RefusalCode(t, desk.Resend(t.Context(), 1_000_000)); code != "not-found" {
			t.Errorf("the refusal is %s", code)
		}
		if _, err := desk.Test(t.Context(), "nobody"); problem.KindOf(err) != problem.NotFound {
			t.Error(err)
		}
	})
}

// An outbox that nobody made is not made by whoever only looks at it.
func TestAnOutboxIsMadeByWhoSends(t *testing.T) {
	t.Parallel()
	onBoth(t, func(t *testing.T, books string) {
		if _, err := outbox.OpenExisting(t.Context(), books); problem.KindOf(err) != problem.NotFound ||
			!strings.Contains(err.Error(), "serve --notices") {
			t.Error(err)
		}
		o := open(t, books, before())
		must(t, o.Close())
		again, err := outbox.OpenExisting(t.Context(), books)
		must(t, err)
		at, episodes, err := again.Seen(t.Context())
		if err != nil || !at.Began.Equal(samplebooks.Day(13)) || episodes != nil || at.Hash != (ledger.Hash{}) {
			t.Error(at, episodes, err)
		}
		must(t, again.Close())
	})
	if files, err := filepath.Glob("*.notices"); err != nil || len(files) > 0 {
		t.Error(files, err)
	}
}
