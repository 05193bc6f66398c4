package limits

import (
	"net"
	"net/http"
	"net/netip"
	"sync"

	"github.com/nodeledger/nodeledger/httpapi/fair"
)

// Bounds of the connections.
const (
	maxConnections = 2048 // at once, and as many of proxies
	maxOfAddress   = 128  // of one client
)

// Connections bound how many there are. Those of trusted proxies are counted apart, so that nobody shuts a proxy out, and one proxy
// may have all of them.
type Connections struct {
	trusted          Proxies
	clients, proxies *fair.Places
}

// NewConnections counts none yet.
func NewConnections(trusted Proxies) *Connections {
	return newConnections(trusted, maxConnections, maxOfAddress)
}

func newConnections(trusted Proxies, most, ofClient int) *Connections {
	return &Connections{trusted, fair.New(most, ofClient), fair.New(most, most)}
}

// Listen gives the connections of a listener that find a place, and closes the others at once. A server tells [Idle] how they are.
func (c *Connections) Listen(l net.Listener) net.Listener { return &listener{l, c} }

type listener struct {
	net.Listener
	connections *Connections
}

// Accept waits for one that finds a place.
func (l *listener) Accept() (net.Conn, error) {
	for {
		conn, err := l.Listener.Accept()
		if err != nil {
			return nil, err
		}
		if mine := l.connections.admit(conn); mine != nil {
			return mine, nil
		}
		_ = conn.Close() // whoever called notices; there is nobody else to tell
	}
}

// admit gives a connection a place, or nil.
func (c *Connections) admit(conn net.Conn) net.Conn {
	at, err := netip.ParseAddrPort(conn.RemoteAddr().String())
	places := c.clients
	if err == nil && c.trusted.has(at.Addr().Unmap()) {
		places = c.proxies
	}
	mine, err := places.Enter(fair.Client(at.Addr()), true, func() { _ = conn.Close() }) // the server notices
	if err != nil {
		return nil
	}
	return &counted{Conn: conn, idle: func(idle bool) { places.Spare(mine, idle) }, leave: sync.OnceFunc(func() { places.Leave(mine) })}
}

// counted is a connection with a place.
type counted struct {
	net.Conn
	idle  func(bool)
	leave func()
}

// Close gives the place back.
func (c *counted) Close() error {
	c.leave()
	return c.Conn.Close()
}

// Idle is told by a server ([http.Server].ConnState) how a connection is: one that waits for a request is the first to be closed when
// all places are taken, or as many as its client may have.
func Idle(conn net.Conn, state http.ConnState) {
	if c, ok := conn.(*counted); ok {
		c.idle(state == http.StateNew || state == http.StateIdle)
	}
}
