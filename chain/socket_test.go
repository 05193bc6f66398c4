package chain_test

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/rpc"

	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
)

// node is a node behind a websocket: it passes calls on to a server over HTTP and tells of heads when it is told to.
type node struct {
	behind *rpc.Client
	tell   chan struct{}
}

func (n *node) pass(method string, params ...any) (out json.RawMessage, err error) {
	err = n.behind.Call(&out, method, params...)
	return out, err
}

func (n *node) ChainId() (json.RawMessage, error) { return n.pass("eth_chainId") }
func (n *node) GetCode(a, at string) (json.RawMessage, error) {
	return n.pass("eth_getCode", a, at)
}
func (n *node) GetBlockByNumber(which string, whole bool) (json.RawMessage, error) {
	return n.pass("eth_getBlockByNumber", which, whole)
}
func (n *node) GetBlockByHash(hash string, whole bool) (json.RawMessage, error) {
	return n.pass("eth_getBlockByHash", hash, whole)
}
func (n *node) GetBlockReceipts(hash string) (json.RawMessage, error) {
	return n.pass("eth_getBlockReceipts", hash)
}
func (n *node) GetLogs(filter json.RawMessage) (json.RawMessage, error) {
	return n.pass("eth_getLogs", filter)
}

func (n *node) NewHeads(ctx context.Context) (*rpc.Subscription, error) {
	to, ok := rpc.NotifierFromContext(ctx)
	if !ok {
		return nil, errors.New("no subscriptions here")
	}
	following := to.CreateSubscription()
	go func() {
		for {
			select {
			case <-n.tell:
				_ = to.Notify(following.ID, map[string]string{"number": "0x1"}) // the watcher may be gone
			case <-following.Err(): //nolint:errcheck // only that it ended matters
				return
			}
		}
	}()
	return following, nil
}

// overSocket serves a server over a websocket. Its connections are lost after as many writes as lasting; 0: they last.
func overSocket(t *testing.T, s *server.Server, lasting int) (url string, tell chan<- struct{}) {
	t.Helper()
	behind, err := rpc.Dial(serve(t, s))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(behind.Close)
	n := &node{behind: behind, tell: make(chan struct{})}
	front := rpc.NewServer()
	if err := front.RegisterName("eth", n); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(front.Stop)
	web := httptest.NewUnstartedServer(front.WebsocketHandler([]string{"*"}))
	if lasting > 0 {
		web.Listener = &dropping{web.Listener, lasting}
	}
	web.Start()
	t.Cleanup(web.Close)
	return strings.Replace(web.URL, "http://", "ws://", 1), n.tell
}

// dropping accepts connections that are lost after some writes.
type dropping struct {
	net.Listener

	lasting int
}

func (d *dropping) Accept() (net.Conn, error) {
	c, err := d.Listener.Accept()
	return &dropped{Conn: c, left: d.lasting}, err
}

type dropped struct {
	net.Conn

	mu   sync.Mutex
	left int
}

func (d *dropped) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.left--; d.left < 0 {
		return 0, d.Close()
	}
	return d.Conn.Write(p)
}

// TestLostConnections: a websocket whose connection is lost again and again is connected anew each time, and what was asked is asked again.
func TestLostConnections(t *testing.T) {
	made := synth.PaymentHandler(40, 3)
	s := made.Serve()
	s.SetFaults(server.Faults{MaxRange: 5})
	url, _ := overSocket(t, s, 5)
	o := options(t, made)
	o.Endpoints = []string{url}
	o.Limits.Pause = time.Millisecond
	w := dial(t, o)
	holds(t, made, whole(t, w, 1, made.Blocks[len(made.Blocks)-1].Number))
	if h, err := w.Head(t.Context()); err != nil || h.Hash != s.Head().Hash {
		t.Error(h, err)
	}
}

// TestWebsocket: it proves like any other endpoint, and a head that it tells of wakes.
func TestWebsocket(t *testing.T) {
	made := synth.PaymentHandler(10, 3)
	s := made.Serve()
	url, tell := overSocket(t, s, 0)
	o := options(t, made)
	o.Endpoints = []string{url}
	o.Watch.Scan = true
	w := dial(t, o)
	holds(t, made, whole(t, w, 1, 12))
	select {
	case <-w.Wake():
		t.Fatal("it wakes without a head")
	default:
	}
	select {
	case tell <- struct{}{}:
	case <-time.After(10 * time.Second):
		t.Fatal("nobody follows the heads")
	}
	select {
	case <-w.Wake():
	case <-time.After(10 * time.Second):
		t.Fatal("a head does not wake")
	}
	s.SetFaults(server.Faults{LeaveOut: &server.At{Block: 5, Log: 2}})
	_, err := w.Prove(t.Context(), start(1), 12, true)
	if f := fault(t, err); f.Block != 5 || f.Endpoint != url {
		t.Fatal(err)
	}
}
