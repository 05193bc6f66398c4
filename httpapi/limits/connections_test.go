package limits

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/netip"
	"testing"
	"testing/synctest"
)

// calls is a listener whose connections are pipes from addresses.
type calls chan net.Conn

func (c calls) Accept() (net.Conn, error) {
	if conn, ok := <-c; ok {
		return conn, nil
	}
	return nil, net.ErrClosed
}

func (calls) Close() error   { return nil }
func (calls) Addr() net.Addr { return &net.TCPAddr{} }

// from is a connection from an address.
type from struct {
	net.Conn
	at netip.AddrPort
}

func (f from) RemoteAddr() net.Addr { return net.TCPAddrFromAddrPort(f.at) }

// callers are a server with few places, and those who call it.
type callers struct {
	*testing.T
	calls calls
	hold  chan struct{} // requests for /hold are answered when it is closed
}

func newCallers(t *testing.T, trusted ...netip.Prefix) *callers {
	t.Helper()
	x := &callers{t, make(calls), make(chan struct{})}
	server := &http.Server{ConnState: Idle, Handler: http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/hold" {
			<-x.hold
		}
	})}
	go func() { _ = server.Serve(newConnections(trusted, 8, 3).Listen(x.calls)) }()
	t.Cleanup(func() {
		close(x.calls)
		_ = server.Close()
	})
	return x
}

// call connects from an address.
func (x *callers) call(address string) net.Conn {
	ours, theirs := net.Pipe()
	x.calls <- from{theirs, netip.AddrPortFrom(netip.MustParseAddr(address), 1)}
	synctest.Wait()
	return ours
}

// ask sends a request, and waits until it is answered or held.
func (x *callers) ask(c net.Conn, path string) {
	x.Helper()
	if _, err := io.WriteString(c, "GET "+path+" HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
		x.Fatal(err)
	}
	if path != "/hold" {
		x.answered(c)
	}
	synctest.Wait()
}

func (x *callers) answered(c net.Conn) {
	x.Helper()
	answer, err := http.ReadResponse(bufio.NewReader(c), nil)
	if err != nil || answer.StatusCode != http.StatusOK {
		x.Errorf("%v %v", answer, err)
		return
	}
	_ = answer.Body.Close()
}

// closed says whether the server hung up.
func (x *callers) closed(c net.Conn) bool {
	x.Helper()
	ended := make(chan error, 1)
	go func() {
		_, err := c.Read(make([]byte, 1))
		ended <- err
	}()
	synctest.Wait()
	select {
	case err := <-ended:
		return errors.Is(err, io.EOF)
	default:
		return false
	}
}

// One client holds a few connections. One more takes the place of the oldest that waits for a request; when none does it is closed at once,
// and nobody else notices.
func TestConnectionsOfOneClientAreBounded(t *testing.T) {
	t.Parallel()
	for name, form := range map[string]string{"an address": "203.0.113.7", "a network of IPv6": "2001:db8:1:2::%d"} {
		synctest.Test(t, func(t *testing.T) {
			x, of := newCallers(t), func(n int) string {
				if name == "an address" {
					return form
				}
				return fmt.Sprintf(form, n)
			}
			other, silent, idle, busy := x.call("198.51.100.1"), x.call(of(1)), x.call(of(2)), x.call(of(3))
			x.ask(idle, "/")
			x.ask(busy, "/hold")
			all := []net.Conn{busy}
			for _, gone := range []net.Conn{silent, idle} {
				c := x.call(of(4))
				if !x.closed(gone) {
					t.Errorf("%s keeps a connection without a request, or holds more than three", name)
				}
				x.ask(c, "/hold")
				all = append(all, c)
			}
			if !x.closed(x.call(of(5))) {
				t.Errorf("%s holds more than three", name)
			}
			x.ask(other, "/")
			close(x.hold)
			for _, c := range all {
				x.answered(c)
			}
			synctest.Wait()
			x.ask(x.call(of(6)), "/")
			x.ask(all[2], "/")
			if x.closed(other) {
				t.Error("somebody else's connection is closed")
			}
		})
	}
}

// When all places are taken, somebody of another network takes one of the network with most: one without a request first.
func TestConnectionsAreShared(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		x := newCallers(t)
		var busy, idle []net.Conn
		for n := range 5 {
			c := x.call(fmt.Sprintf("203.0.113.%d", n))
			x.ask(c, "/hold")
			busy = append(busy, c)
		}
		for n := range 3 {
			c := x.call(fmt.Sprintf("203.0.113.1%d", n))
			x.ask(c, "/")
			idle = append(idle, c)
		}
		first := x.call("198.51.100.1")
		x.ask(first, "/")
		if !x.closed(idle[0]) {
			t.Error("the one without a request that is there longest is open")
		}
		for n := range 4 {
			x.ask(x.call(fmt.Sprintf("198.51.%d.1", 101+n)), "/hold")
		}
		if !x.closed(idle[1]) || !x.closed(idle[2]) || !x.closed(first) {
			t.Error("one with a request was closed before those without")
		}
		for i, c := range busy {
			if lost := x.closed(c); lost != (i == len(busy)-1) {
				t.Errorf("connection %d with a request is closed: %t", i, lost)
			}
		}
		if !x.closed(x.call("203.0.113.99")) {
			t.Error("the network with most has one more")
		}
		close(x.hold)
	})
}

// A trusted proxy has as many connections as there are, and keeps them whatever others do.
func TestConnectionsOfProxies(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		x := newCallers(t, netip.MustParsePrefix("10.0.0.0/8"))
		for n := range 10 {
			x.call(fmt.Sprintf("198.51.%d.1", n))
		}
		var all []net.Conn
		for range 8 {
			all = append(all, x.call("10.0.0.1"))
		}
		for _, c := range all {
			x.ask(c, "/")
		}
		if x.call("198.51.99.1"); x.closed(all[0]) {
			t.Error("a stranger took a place of the proxy's")
		}
	})
}
