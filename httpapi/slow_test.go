package httpapi_test

// Callers who take their time, over connections without any buffer, so that whoever does not read is felt at once. Where time must
// pass it is that of a bubble (testing/synctest): it jumps to the next moment at which something happens, so that nobody waits and
// every moment is exact.

import (
	"bufio"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/operator"
)

// pipes is a listener whose connections are pipes.
type pipes struct {
	calls  chan net.Conn
	closed chan struct{}
	once   sync.Once
}

func (p *pipes) Accept() (net.Conn, error) {
	select {
	case c := <-p.calls:
		return c, nil
	case <-p.closed:
		return nil, net.ErrClosed
	}
}

func (p *pipes) Close() error {
	p.once.Do(func() { close(p.closed) })
	return nil
}

func (p *pipes) Addr() net.Addr { return &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)} }

func (p *pipes) call(t *testing.T) net.Conn {
	t.Helper()
	ours, theirs := net.Pipe()
	p.calls <- theirs
	t.Cleanup(func() { _ = ours.Close() })
	return ours
}

// guarded are recorded books for operators with a token.
func guarded(t *testing.T) (o httpapi.Options, token string) {
	t.Helper()
	e, _ := samplebooks.Recorded(t)
	check(t, e.Sync(t.Context(), nil))
	token, hash, err := operator.NewToken(strings.NewReader(strings.Repeat("x", 32)))
	check(t, err)
	var registry operator.Registry
	check(t, registry.Apply(operator.Change{Name: "bot", Label: "ci", Token: hash, Scopes: operator.Scopes()}, samplebooks.Soon.At))
	return httpapi.Options{
		Engine: e, Clock: samplebooks.Soon, Logger: slog.New(slog.DiscardHandler), Origin: "https://books.example.org",
		Operators: func() operator.Registry { return registry },
	}, token
}

// piped serves over pipes. Stop the server where the test ends.
func piped(t *testing.T, o httpapi.Options) (p *pipes, stop func()) {
	t.Helper()
	h, err := httpapi.New(o)
	check(t, err)
	s := httpapi.Server(h)
	s.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	p = &pipes{calls: make(chan net.Conn), closed: make(chan struct{})}
	go func() { _ = s.Serve(p) }()
	return p, func() { _ = s.Close() }
}

// drip sends a byte every second until the other end hangs up.
func drip(c net.Conn, text string) {
	for _, b := range []byte(text) {
		if _, err := c.Write([]byte{b}); err != nil {
			return
		}
		time.Sleep(time.Second)
	}
}

func TestSlowHeadersAreCutOff(t *testing.T) {
	t.Parallel()
	o, _ := guarded(t)
	synctest.Test(t, func(t *testing.T) {
		p, stop := piped(t, o)
		defer stop()
		c, begun := p.call(t), time.Now()
		go drip(c, "GET / HTTP/1.1\r\nHost: books.example.org\r\nX: "+strings.Repeat("x", 100))
		_, err := io.Copy(io.Discard, c) // until the server hangs up
		check(t, err)
		if after := time.Since(begun); after != 5*time.Second {
			t.Errorf("a caller held a connection for %s with a byte a second", after)
		}
		check(t, c.Close())
		time.Sleep(2 * time.Second) // until the caller has noticed
	})
}

func TestSlowBodiesAreCutOff(t *testing.T) {
	t.Parallel()
	o, _ := guarded(t)
	synctest.Test(t, func(t *testing.T) {
		p, stop := piped(t, o)
		defer stop()
		c := p.call(t)
		_, err := io.WriteString(c, "POST /api/v1/session HTTP/1.1\r\nHost: books.example.org\r\nContent-Type: application/json\r\n"+
			"Content-Length: 1000\r\n\r\n{")
		check(t, err)
		begun := time.Now()
		go drip(c, strings.Repeat(" ", 100))
		answer, err := http.ReadResponse(bufio.NewReader(c), nil)
		check(t, err)
		defer answer.Body.Close()
		if after := time.Since(begun); answer.StatusCode != http.StatusRequestTimeout || after != 5*time.Second {
			t.Errorf("%s after %s", answer.Status, after)
		}
		check(t, c.Close())
		time.Sleep(2 * time.Second) // until the caller has noticed
	})
}

// Somebody who asks and does not read loses the connection: after the time of an answer, and in a stream after five seconds in which
// an event was not taken.
func TestStalledReadersAreCutOff(t *testing.T) {
	t.Parallel()
	o, _ := guarded(t)
	for _, c := range []struct {
		path  string
		reads int // bytes before it stops
		after time.Duration
	}{
		{"/openapi.json", 16, 45 * time.Second},
		{"/api/v1/events", 16, 45 * time.Second},
		{"/api/v1/events", 1500, 5 * time.Second},
	} {
		synctest.Test(t, func(t *testing.T) {
			p, stop := piped(t, o)
			defer stop()
			connection := p.call(t)
			_, err := io.WriteString(connection, "GET "+c.path+" HTTP/1.1\r\nHost: books.example.org\r\nLast-Event-ID: 0\r\n\r\n")
			check(t, err)
			_, err = io.ReadFull(connection, make([]byte, c.reads))
			check(t, err)
			time.Sleep(c.after + time.Second)
			_ = connection.SetReadDeadline(time.Now().Add(time.Second)) // it is closed, if all is well
			rest, err := io.ReadAll(connection)
			if err != nil && !errors.Is(err, io.ErrClosedPipe) {
				t.Errorf("%s after %s: %v", c.path, c.after, err)
			}
			if len(rest) > 16<<10 {
				t.Errorf("%s: %d bytes came after the break", c.path, len(rest))
			}
		})
	}
}

// A header that is split by an attacker, a request in a request, and headers without end.
func TestBrokenRequests(t *testing.T) {
	t.Parallel()
	o, token := guarded(t)
	p, stop := piped(t, o)
	defer stop()
	for name, c := range map[string]struct {
		text   string
		status int
	}{
		"two lengths": {"POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n", 400},
		"a length and pieces": {"POST /api/v1/session/nonce HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n" +
			"\r\n0\r\n\r\n", 200},
		"no host":               {"GET / HTTP/1.1\r\n\r\n", 400},
		"a broken line":         {"GET / HTTP/1.1\r\nHost: x\r\n Folded: x\r\n\r\n", 400},
		"NUL in a header":       {"GET / HTTP/1.1\r\nHost: x\r\nX-Request-Id: a\x00b\r\n\r\n", 400},
		"NUL in the path":       {"GET /api/v1/holders/\x00 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
		"a huge header":         {"GET / HTTP/1.1\r\nHost: x\r\nX: " + strings.Repeat("x", 32<<10) + "\r\n\r\n", 431},
		"a token in the path":   {"GET /api/v1/session?token=" + token + " HTTP/1.1\r\nHost: x\r\n\r\n", 401},
		"an address of another": {"GET http://evil.com/api/v1/session HTTP/1.1\r\nHost: x\r\n\r\n", 401},
		"no method":             {"BREW /api/v1/sale HTTP/1.1\r\nHost: x\r\n\r\n", 405},
	} {
		conn := p.call(t)
		check(t, conn.SetDeadline(time.Now().Add(patience)))
		go func() { _, _ = io.WriteString(conn, c.text) }() // the server may hang up in the middle
		answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if answer.StatusCode != c.status {
			text, _ := io.ReadAll(answer.Body)
			t.Errorf("%s: %s %s", name, answer.Status, text)
		}
		_ = answer.Body.Close()
		_ = conn.Close()
	}
}
