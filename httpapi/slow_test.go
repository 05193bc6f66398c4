package httpapi_test

// Callers who take their time, over connections without any buffer, so that whoever does not read is felt at once.

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
	"time"

	"github.com/nodeledger/nodeledger/httpapi"
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

func piped(t *testing.T, write time.Duration) (p *pipes, token string) {
	t.Helper()
	e, _ := recordedBooks(t)
	check(t, e.Sync(t.Context(), nil))
	token, hash, err := operator.NewToken(strings.NewReader(strings.Repeat("x", 32)))
	check(t, err)
	var registry operator.Registry
	check(t, registry.Apply(operator.Change{Name: "bot", Label: "ci", Token: hash, Scopes: operator.Scopes()}, soon.At))
	h, err := httpapi.New(httpapi.Options{
		Engine: e, Clock: soon, Logger: slog.New(slog.DiscardHandler), Origin: "https://books.example.org",
		Operators: func() operator.Registry { return registry },
	})
	check(t, err)
	s := httpapi.Server(h)
	if write > 0 {
		s.WriteTimeout = write
	}
	s.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	p = &pipes{calls: make(chan net.Conn), closed: make(chan struct{})}
	go func() { _ = s.Serve(p) }()
	t.Cleanup(func() { _ = s.Close() })
	return p, token
}

// drip sends a byte every second and says whether the other end hung up before it lost its patience.
func drip(t *testing.T, c net.Conn, text string) bool {
	t.Helper()
	check(t, c.SetWriteDeadline(time.Now().Add(2*patience)))
	go func() { _, _ = io.Copy(io.Discard, c) }() // what the server says in parting
	begun := time.Now()
	for _, b := range []byte(text) {
		if _, err := c.Write([]byte{b}); err != nil {
			return errors.Is(err, io.ErrClosedPipe)
		}
		time.Sleep(time.Second)
		if time.Since(begun) > patience {
			break
		}
	}
	return false
}

func TestSlowHeadersAreCutOff(t *testing.T) {
	t.Parallel()
	p, _ := piped(t, 0)
	if !drip(t, p.call(t), "GET / HTTP/1.1\r\nHost: books.example.org\r\nX: "+strings.Repeat("x", 100)) {
		t.Error("a caller holds a connection with a byte a second")
	}
}

func TestSlowBodiesAreCutOff(t *testing.T) {
	t.Parallel()
	p, _ := piped(t, 0)
	c := p.call(t)
	go func() {
		_, _ = io.WriteString(c, "POST /api/v1/session HTTP/1.1\r\nHost: books.example.org\r\nContent-Type: application/json\r\n"+
			"Content-Length: 1000\r\n\r\n{")
		for range 20 {
			if _, err := io.WriteString(c, " "); err != nil {
				return
			}
			time.Sleep(time.Second)
		}
	}()
	begun := time.Now()
	check(t, c.SetReadDeadline(begun.Add(patience)))
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err == nil {
		defer answer.Body.Close()
		if answer.StatusCode != http.StatusRequestTimeout {
			t.Errorf("%s", answer.Status)
		}
	} else if errors.Is(err, io.ErrNoProgress) || time.Since(begun) >= patience {
		t.Error(err)
	}
	if took := time.Since(begun); took < 4*time.Second {
		t.Errorf("a slow body was cut off after %s", took)
	}
}

// Somebody who asks and does not read loses the connection; a stream is no exception.
func TestStalledReadersAreCutOff(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"/openapi.json", "/api/v1/events"} {
		p, _ := piped(t, 2*time.Second)
		c := p.call(t)
		check(t, c.SetDeadline(time.Now().Add(patience)))
		_, err := io.WriteString(c, "GET "+path+" HTTP/1.1\r\nHost: books.example.org\r\nLast-Event-ID: 0\r\n\r\n")
		check(t, err)
		one := make([]byte, 16)
		_, err = io.ReadFull(c, one)
		check(t, err)
		time.Sleep(6 * time.Second) // a stream gives every event five
		rest, err := io.ReadAll(c)
		if err != nil && !errors.Is(err, io.ErrClosedPipe) {
			t.Errorf("%s: %v", path, err)
		}
		if len(rest) > 16<<10 {
			t.Errorf("%s: %d bytes came after the break", path, len(rest))
		}
	}
}

// A header that is split by an attacker, a request in a request, and headers without end.
func TestBrokenRequests(t *testing.T) {
	t.Parallel()
	p, token := piped(t, 0)
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
