package chain

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"syscall"
	"time"
)

// carrier takes calls to an endpoint and reads the answers. An error is about all of them.
type carrier interface {
	carry(ctx context.Context, calls []*call, alone bool) error
	close()
}

// post carries calls over HTTP.
type post struct {
	url    string
	limit  int
	client *http.Client
	bodies sync.Pool // of *[]byte: answers are large and alike
}

func newPost(at *url.URL, limits Limits) *post {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = limits.Parallel + 2
	transport.ForceAttemptHTTP2 = true
	// Compression saves time on any real network and costs some on this machine.
	if host := net.ParseIP(at.Hostname()); at.Hostname() == "localhost" || host != nil && host.IsLoopback() {
		transport.DisableCompression = true
	}
	return &post{
		url: at.String(), limit: limits.Body,
		client: &http.Client{
			Transport:     &timedTransport{transport, limits.Timeout},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
		bodies: sync.Pool{New: func() any { return new([]byte) }},
	}
}

func (p *post) close() { p.client.CloseIdleConnections() }

func (p *post) carry(ctx context.Context, calls []*call, alone bool) error {
	ask, err := http.NewRequestWithContext(ctx, http.MethodPost, p.url, bytes.NewReader(request(nil, calls, alone)))
	if err != nil {
		return err
	}
	ask.Header.Set("Content-Type", "application/json")
	ask.Header.Set("Accept", "application/json")
	// Reading is safe to repeat: with this, a request that met a connection at its end is sent again on another.
	ask.Header["X-Idempotency-Key"] = []string{}
	response, err := p.client.Do(ask)
	if err != nil {
		return connectionError(err)
	}
	defer response.Body.Close()
	buffer := p.bodies.Get().(*[]byte)
	defer p.bodies.Put(buffer)
	body, err := p.read(response, (*buffer)[:0])
	if cap(body) <= 16<<20 { // an exceptional answer is not kept
		*buffer = body
	}
	if err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return refusal(response, body, calls)
	}
	return respond(body, calls)
}

// refusal is what an answer with another status than 200 says: in JSON-RPC, where it can be read, and otherwise by the status.
func refusal(response *http.Response, body []byte, calls []*call) error {
	after := retryAfter(response.Header.Get("Retry-After"), time.Now())
	err := respond(body, calls)
	var said *rpcError
	if errors.As(err, &said) || len(calls) == 1 && err == nil && errors.As(calls[0].err, &said) {
		said.status, said.after = response.StatusCode, after
		return said
	}
	out := &statusError{status: response.StatusCode, body: string(body[:min(len(body), 60)]), after: after}
	if at, err := response.Location(); err == nil {
		out.location = redact(at)
	}
	return out
}

// read takes the whole body, or says that it is more than the limit.
func (p *post) read(response *http.Response, into []byte) ([]byte, error) {
	if response.ContentLength > int64(p.limit) {
		return into, p.excess(response.ContentLength)
	}
	if n := int(response.ContentLength); n > cap(into) {
		into = make([]byte, 0, n+n/8+512)
	}
	for {
		if len(into) == cap(into) {
			into = append(into, make([]byte, max(4096, cap(into)/2))...)[:len(into)]
		}
		n, err := response.Body.Read(into[len(into):cap(into)])
		into = into[:len(into)+n]
		if len(into) > p.limit {
			return into, p.excess(0)
		}
		if err == io.EOF {
			return into, nil
		}
		if err != nil {
			return into, &unreadable{fmt.Errorf("the answer broke off after %d bytes: %w", len(into), err)}
		}
	}
}

func (p *post) excess(size int64) error {
	return &tooLarge{bytes: size, text: fmt.Sprintf("the answer is larger than %d bytes", p.limit)}
}

// connectionError words an error of a connection. The URL that net/http puts in front of it can hold a key.
func connectionError(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	var dns *net.DNSError
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Errorf("nothing listens there (%w); check the URL and that the node runs", syscall.ECONNREFUSED)
	case errors.As(err, &dns):
		return fmt.Errorf("the host %s is not known; check the URL", dns.Name)
	}
	return fmt.Errorf("no answer: %w; check the URL and the network", err)
}

// timedTransport is a http.RoundTripper with a timeout for each request, the body's arrival included.
type timedTransport struct {
	next    http.RoundTripper
	timeout time.Duration
}

// RoundTrip makes one attempt. Its timer runs until the body is closed.
func (t *timedTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeoutCause(request.Context(), t.timeout, timeoutError(t.timeout))
	response, err := t.next.RoundTrip(request.WithContext(ctx))
	if err != nil {
		if cause := context.Cause(ctx); cause != nil {
			err = cause
		}
		cancel()
		return nil, err
	}
	response.Body = &timedBody{response.Body, ctx, cancel}
	return response, nil
}

// errTimeout: no answer in time.
var errTimeout = errors.New("no answer in time")

func timeoutError(timeout time.Duration) error { return fmt.Errorf("%w, %s", errTimeout, timeout) }

type timedBody struct {
	io.ReadCloser
	ctx    context.Context
	cancel func()
}

func (t *timedBody) Read(p []byte) (int, error) {
	n, err := t.ReadCloser.Read(p)
	if cause := context.Cause(t.ctx); err != nil && !errors.Is(err, io.EOF) && cause != nil {
		err = cause
	}
	return n, err
}

func (t *timedBody) Close() error {
	defer t.cancel()
	return t.ReadCloser.Close()
}

// retryAfter reads seconds or a date; 0 when it says nothing.
func retryAfter(text string, now time.Time) time.Duration {
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second
	}
	if at, err := http.ParseTime(text); err == nil {
		return max(0, at.Sub(now))
	}
	return 0
}

// pauseAfter is the pause after the n-th failure in a row, from 0: twice as long each time, up to the longest, with jitter.
func (l *Limits) pauseAfter(n int) time.Duration {
	pause := min(l.Pause<<min(n, 20), l.Wait)
	return pause/2 + rand.N(pause/2+1)
}

func sleep(ctx context.Context, pause time.Duration) error {
	timer := time.NewTimer(pause)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return context.Cause(ctx)
	}
}
