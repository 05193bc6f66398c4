package store

import (
	"context"
	"io"
	"net"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/nodeledger/nodeledger/problem"
)

// cutWire is a connection to a server that can be cut and mended, or be silent: then what is sent is taken and goes nowhere.
type cutWire struct {
	net.Listener
	mu     sync.Mutex
	cut    bool
	open   []net.Conn
	silent atomic.Bool
	taken  atomic.Int64 // connections
}

func (w *cutWire) serve(to func() (net.Conn, error)) {
	for {
		from, err := w.Accept()
		if err != nil {
			return
		}
		w.taken.Add(1)
		w.mu.Lock()
		server, err := to()
		if w.cut || err != nil {
			from.Close()
			w.mu.Unlock()
			continue
		}
		w.open = append(w.open, from, server)
		w.mu.Unlock()
		go func() { _, _ = io.Copy(swallowing{server, &w.silent}, from); server.Close() }()
		go func() { _, _ = io.Copy(swallowing{from, &w.silent}, server); from.Close() }()
	}
}

// swallowing writes, or takes what is written while nothing may pass.
type swallowing struct {
	io.Writer
	silent *atomic.Bool
}

func (s swallowing) Write(b []byte) (int, error) {
	if s.silent.Load() {
		return len(b), nil
	}
	return s.Writer.Write(b)
}

func (w *cutWire) set(cut bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.cut = cut
	for _, c := range w.open {
		c.Close()
	}
	w.open = nil
}

// wired is the URL of a PostgreSQL database that is reached through a wire.
func wired(t *testing.T, database string) (*cutWire, string) {
	t.Helper()
	dsn, err := url.Parse(database)
	must(t, err)
	server := func() (net.Conn, error) { return new(net.Dialer).DialContext(context.Background(), "tcp", dsn.Host) }
	if host := dsn.Query().Get("host"); host != "" {
		port := dsn.Query().Get("port")
		server = func() (net.Conn, error) {
			return new(net.Dialer).DialContext(context.Background(), "unix", host+"/.s.PGSQL."+port)
		}
	}
	listener, err := new(net.ListenConfig).Listen(t.Context(), "tcp", "127.0.0.1:0")
	must(t, err)
	w := &cutWire{Listener: listener}
	go w.serve(server)
	t.Cleanup(func() { listener.Close(); w.set(true) })
	through := *dsn
	through.Host = listener.Addr().String()
	query := through.Query()
	query.Del("host")
	query.Del("port")
	query.Set("sslmode", "disable")
	through.RawQuery = query.Encode()
	return w, through.String()
}

// A database that is away is a refusal that says so, for readers and writers, and what comes after it is back goes on.
func TestADatabaseThatIsAway(t *testing.T) {
	w, through := wired(t, databases[1].make(t))
	s := open(t, through)
	head, err := book(s, purchases(0, 10, noon(0))...)
	must(t, err)
	for range 3 {
		w.set(true)
		_, reading := s.State(t.Context())
		_, writing := book(s, purchases(10, 10, noon(0))...)
		_, opening := ConnectReadOnly(t.Context(), through)
		for what, err := range map[string]error{"reading": reading, "writing": writing, "opening": opening} {
			if p := problem.Of(err); p == nil || p.Kind != problem.Unavailable || p.Code != problem.NoDatabase ||
				!strings.Contains(err.Error(), "does not answer") {
				t.Errorf("%s: %v", what, err)
			}
		}
		w.set(false)
		state, err := s.State(t.Context())
		for again := 0; err != nil && again < 5; again++ { // connections that were cut are thrown away when they are used
			state, err = s.State(t.Context())
		}
		must(t, err)
		if state.Ledger.String() != head.String() {
			t.Errorf("after it is back the books end at %s, not at %s", state.Ledger, head)
		}
	}
	if _, err := book(s, purchases(10, 10, noon(0))...); err != nil {
		t.Errorf("writing after it is back: %v", err)
	}
	verified(t, s)
}
