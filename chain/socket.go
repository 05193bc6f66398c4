package chain

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
	"github.com/gorilla/websocket"
)

// socket carries calls over a websocket, which is slower than HTTP but also tells of new heads.
type socket struct {
	url    string
	limits Limits

	connecting chan struct{} // holds a place for whoever makes the connection

	mu     sync.Mutex
	client *rpc.Client     // nil until it is needed
	lost   context.Context // ends when its connection is lost
}

func (s *socket) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.client != nil {
		s.client.Close()
		s.client = nil
	}
}

// drop ends a connection that is lost, unless there is another one already: the next call connects anew.
func (s *socket) drop(lost *rpc.Client) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.client == lost && lost != nil {
		s.client.Close()
		s.client = nil
	}
}

// connect is the connection, made when there is none, and a context that ends when it is lost. Whoever waits for it, or for somebody else
// who makes it, waits no longer than until its context ends: a handshake by itself does not look at that.
func (s *socket) connect(ctx context.Context) (client *rpc.Client, lost context.Context, err error) {
	select {
	case s.connecting <- struct{}{}:
		defer func() { <-s.connecting }()
	case <-ctx.Done():
		return nil, nil, context.Cause(ctx)
	}
	s.mu.Lock()
	client, lost = s.client, s.lost
	s.mu.Unlock()
	if client != nil {
		return client, lost, nil
	}
	ctx, cancel := context.WithTimeoutCause(ctx, s.limits.Timeout, timeoutError(s.limits.Timeout))
	defer cancel()
	made := make(chan connection, 1)
	go func() { made <- s.dial(ctx) }()
	select {
	case c := <-made:
		if c.err == nil {
			s.mu.Lock()
			s.client, s.lost = c.client, c.lost
			s.mu.Unlock()
		} else if cause := context.Cause(ctx); cause != nil {
			c.err = cause
		}
		return c.client, c.lost, c.err
	case <-ctx.Done():
		go func() {
			if c := <-made; c.err == nil {
				c.client.Close()
			}
		}()
		return nil, nil, context.Cause(ctx)
	}
}

// connection is one that was made, and a context that ends when it is lost.
type connection struct {
	client *rpc.Client
	lost   context.Context
	err    error
}

func (s *socket) dial(ctx context.Context) connection {
	lost, lose := context.WithCancelCause(context.Background())
	client, err := rpc.DialOptions(ctx, s.url, rpc.WithWebsocketMessageSizeLimit(int64(s.limits.Body)), rpc.WithWebsocketDialer(
		websocket.Dialer{Proxy: http.ProxyFromEnvironment, NetDialContext: losing(lose)}))
	if err != nil {
		return connection{err: connectionError(err)}
	}
	return connection{client, lost, nil}
}

var errLost = errors.New("the connection was lost")

// losing dials connections that tell when they are lost. The client of go-ethereum can wait without end for the answer to what it wrote
// just before that.
func losing(lose context.CancelCauseFunc) func(ctx context.Context, network, address string) (net.Conn, error) {
	return func(ctx context.Context, network, address string) (net.Conn, error) {
		c, err := new(net.Dialer).DialContext(ctx, network, address)
		if err != nil {
			return nil, err
		}
		return &losable{c, lose}, nil
	}
}

type losable struct {
	net.Conn

	lose context.CancelCauseFunc
}

// Read tells of the first error.
func (c *losable) Read(p []byte) (n int, err error) {
	if n, err = c.Conn.Read(p); err != nil {
		c.lose(errLost)
	}
	return n, err
}

// verbatim passes parameters on that are JSON already.
type verbatim []byte

func (v verbatim) MarshalJSON() ([]byte, error) { return v, nil }

func (s *socket) carry(ctx context.Context, calls []*call, alone bool) error {
	client, lost, err := s.connect(ctx)
	if err != nil {
		return err
	}
	limited, cancel := context.WithTimeoutCause(ctx, s.limits.Timeout, timeoutError(s.limits.Timeout))
	defer cancel()
	limited, give := context.WithCancelCause(limited)
	defer context.AfterFunc(lost, func() { give(errLost) })()
	batch := make([]rpc.BatchElem, len(calls))
	for i, c := range calls {
		var params []json.RawMessage
		if err := json.Unmarshal(c.params, &params); err != nil {
			return err
		}
		batch[i] = rpc.BatchElem{Method: c.method, Result: new(json.RawMessage)}
		for _, p := range params {
			batch[i].Args = append(batch[i].Args, verbatim(p))
		}
	}
	if alone {
		batch[0].Error = client.CallContext(limited, batch[0].Result, batch[0].Method, batch[0].Args...)
		var said rpc.Error
		if batch[0].Error != nil && !errors.As(batch[0].Error, &said) {
			err = batch[0].Error
		}
	} else {
		err = client.BatchCallContext(limited, batch)
	}
	if err != nil {
		if cause := context.Cause(limited); cause != nil {
			err = cause
		}
		if ctx.Err() == nil {
			s.drop(client)
		}
		return connectionError(err)
	}
	for i, c := range calls {
		c.done, c.err = true, nil
		var said rpc.Error
		switch {
		case errors.As(batch[i].Error, &said):
			c.err = &rpcError{code: int64(said.ErrorCode()), text: said.Error()}
		case batch[i].Error != nil:
			return batch[i].Error
		default:
			text := *batch[i].Result.(*json.RawMessage)
			if len(text) == 0 {
				text = []byte("null")
			}
			r := &reader{text: text}
			c.take(r)
			if err := r.end(); err != nil {
				return &unreadable{err}
			}
		}
	}
	return nil
}

// listen tells of new heads until the context ends. What they say is not believed: they only wake.
func (s *socket) listen(ctx context.Context, wake chan<- struct{}) {
	for ctx.Err() == nil {
		if client, _, err := s.connect(ctx); err == nil {
			heads := make(chan json.RawMessage, 8)
			if following, err := client.EthSubscribe(ctx, heads, "newHeads"); err == nil {
				s.follow(ctx, following, heads, wake)
				s.drop(client)
			}
		}
		_ = sleep(ctx, 5*time.Second) // polling goes on meanwhile
	}
}

func (s *socket) follow(ctx context.Context, following *rpc.ClientSubscription, heads <-chan json.RawMessage, wake chan<- struct{}) {
	defer following.Unsubscribe()
	for {
		select {
		case <-heads:
			select {
			case wake <- struct{}{}:
			default: // a wake-up is waiting already
			}
		case <-following.Err(): //nolint:errcheck // why it ended does not matter, only that it did
			return
		case <-ctx.Done():
			return
		}
	}
}
