package chain

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/rpc"
)

// socket carries calls over a websocket, which is slower than HTTP but also tells of new heads.
type socket struct {
	url    string
	limits Limits

	mu     sync.Mutex
	client *rpc.Client // nil until it is needed
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

// connect is the connection, made when there is none.
func (s *socket) connect(ctx context.Context) (*rpc.Client, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.client == nil {
		ctx, cancel := context.WithTimeout(ctx, s.limits.Timeout)
		defer cancel()
		client, err := rpc.DialOptions(ctx, s.url, rpc.WithWebsocketMessageSizeLimit(int64(s.limits.Body)))
		if err != nil {
			return nil, connectionError(err)
		}
		s.client = client
	}
	return s.client, nil
}

// verbatim passes parameters on that are JSON already.
type verbatim []byte

func (v verbatim) MarshalJSON() ([]byte, error) { return v, nil }

func (s *socket) carry(ctx context.Context, calls []*call, alone bool) error {
	client, err := s.connect(ctx)
	if err != nil {
		return err
	}
	limited, cancel := context.WithTimeoutCause(ctx, s.limits.Timeout, timeoutError(s.limits.Timeout))
	defer cancel()
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
		if client, err := s.connect(ctx); err == nil {
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
