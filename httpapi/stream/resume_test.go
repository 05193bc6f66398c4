package stream

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"path/filepath"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi/fair"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
)

// clock stands still.
type clock struct{ at time.Time }

// Now is always the same.
func (c clock) Now() time.Time { return c.at }

// recordedBooks are empty books of the recorded sale, and the node that they follow.
func recordedBooks(t *testing.T) (*engine.Engine, *server.Server, *store.Store) {
	t.Helper()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	node, err := server.Load(filepath.Join("..", "..", "testdata", "gpunet-sale"))
	must(err)
	web := httptest.NewServer(node)
	t.Cleanup(web.Close)
	p, err := program.Load(filepath.Join("..", "..", "testdata", "programs", "gpunet-recorded.yaml"))
	must(err)
	options, err := chain.OptionsOf(p, []string{web.URL}, nil)
	must(err)
	watcher, err := chain.Dial(t.Context(), options)
	must(err)
	t.Cleanup(watcher.Close)
	books, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "books.db"))
	must(err)
	t.Cleanup(func() { _ = books.Close() })
	e, err := engine.Open(t.Context(), p, books, watcher, clock{time.Date(2024, 4, 16, 0, 14, 48, 0, time.UTC)}, slog.New(slog.DiscardHandler))
	must(err)
	return e, node, books
}

// A stream whose place somebody else takes ends.
func TestPlaceThatIsTakenEndsItsStream(t *testing.T) {
	t.Parallel()
	e, _, _ := recordedBooks(t)
	b := New(Options{
		Books: e, Poll: time.Second, Heartbeat: time.Second, Log: slog.New(slog.DiscardHandler), Events: map[string]any{"event": struct{}{}},
		Client: func(r *http.Request) netip.Prefix { return netip.MustParsePrefix(r.Header.Get("From")) },
	})
	b.places = fair.New(2, maxOfClient)
	router := echo.New()
	b.Register(operation.New(router, huma.DefaultConfig("streams", "test"), b.Log))
	web := httptest.NewServer(router)
	t.Cleanup(web.Close)
	t.Cleanup(b.Close)
	listen := func(from string) *http.Response {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, web.URL+Route, nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("From", from)
		answer, err := http.DefaultClient.Do(r)
		if err != nil || answer.StatusCode != http.StatusOK {
			t.Fatalf("%s: %v %v", from, answer, err)
		}
		t.Cleanup(func() { _ = answer.Body.Close() })
		return answer
	}
	listen("10.0.0.1/32")
	newest := listen("10.0.0.2/32") // of the same network
	listen("10.1.0.1/32")
	if text, err := io.ReadAll(newest.Body); err != nil {
		t.Errorf("%q, %v", text, err)
	}
}

// Wherever somebody broke off, and however little is kept in memory, what follows is the journal: every transaction after
// that one, in order, each once.
func TestEveryPlaceToGoOnFrom(t *testing.T) {
	t.Parallel()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	e, node, books := recordedBooks(t)

	b := New(Options{Books: e, EventOf: func(tx *ledger.Transaction) (any, bool) { return tx, true }})
	b.keep, b.page = 5, 3
	for head := uint64(10); head <= 69; head += 59 / 4 {
		node.SetFinalized(head - 5)
		node.SetHead(head)
		must(e.Sync(t.Context(), nil))
		last := b.head()
		for after := range last + 2 {
			want := after + 1
			for at := after; ; {
				list, upTo, err := b.since(t.Context(), at)
				must(err)
				for _, h := range list {
					if h.sequence != want {
						t.Fatalf("after %d of %d came %d, want %d", after, last, h.sequence, want)
					}
					want++
				}
				if upTo == at {
					break
				}
				at = upTo
			}
			if want != max(after, last)+1 {
				t.Fatalf("after %d came what is before %d, and the journal has %d", after, want, last)
			}
		}
		if len(b.latest) > b.keep {
			t.Errorf("%d events are kept", len(b.latest))
		}
	}
	if b.head() < 30 || b.floor == 0 {
		t.Errorf("the journal has %d transactions, of which those up to %d were forgotten", b.head(), b.floor)
	}

	// Somebody who goes away while waiting for the others who read old transactions leaves nothing behind.
	b.replaying <- struct{}{}
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, at, err := b.since(gone, 1); !errors.Is(err, context.Canceled) || at != 1 {
		t.Errorf("%d, %v", at, err)
	}
	<-b.replaying
	must(books.Close())
	if _, _, err := b.since(t.Context(), 1); err == nil {
		t.Error("events came out of closed books")
	}
}
