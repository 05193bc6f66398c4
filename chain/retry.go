package chain

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net"
	"net/http"
	"strconv"
	"syscall"
	"time"
)

// retryTransport is a http.RoundTripper that tries again when it makes sense to: after 429, 502, 503 and 504 and when nothing
// answered. It waits as long as Retry-After asks for, within a limit, otherwise longer and longer with jitter. Every
// attempt has its own timeout, the body's arrival included.
type retryTransport struct {
	next     http.RoundTripper
	attempts int
	timeout  time.Duration
	longest  time.Duration
	sleep    func(context.Context, time.Duration) error
	now      func() time.Time
}

// backoff is the pause after the first failure; each one after that is twice as long, up to the longest.
const backoff = 100 * time.Millisecond

func (p *retryTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	ctx := request.Context()
	for attempt := 1; ; attempt++ {
		response, err := p.attempt(request)
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		again := err != nil && !permanent(err)
		if err == nil {
			switch response.StatusCode {
			case http.StatusTooManyRequests, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
				again = true
			}
		}
		if !again || attempt >= p.attempts {
			return response, err
		}
		pause := min(backoff<<(attempt-1), p.longest)
		pause = pause/2 + rand.N(pause/2+1)
		if err == nil {
			if asked, ok := retryAfter(response.Header.Get("Retry-After"), p.now()); ok {
				if asked > p.longest {
					return response, nil // longer than anybody wants to wait: the caller tries another endpoint
				}
				pause = asked
			}
			_, _ = io.CopyN(io.Discard, response.Body, 4096) // so that the connection can be used again
			_ = response.Body.Close()
		}
		if err := p.sleep(ctx, pause); err != nil {
			return nil, err
		}
		if request.Body, err = request.GetBody(); err != nil {
			return nil, err
		}
	}
}

// permanent says that the same once more would end the same.
func permanent(err error) bool {
	var dns *net.DNSError
	return errors.Is(err, errTimeout) || errors.Is(err, syscall.ECONNREFUSED) || errors.As(err, &dns) && dns.IsNotFound
}

// attempt makes one attempt. Its timer runs until the body is closed.
func (p *retryTransport) attempt(request *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithTimeoutCause(request.Context(), p.timeout, timeoutError(p.timeout))
	response, err := p.next.RoundTrip(request.WithContext(ctx))
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

// retryAfter reads seconds or a date.
func retryAfter(text string, now time.Time) (time.Duration, bool) {
	if seconds, err := strconv.ParseUint(text, 10, 31); err == nil {
		return time.Duration(seconds) * time.Second, true
	}
	if at, err := http.ParseTime(text); err == nil {
		return max(0, at.Sub(now)), true
	}
	return 0, false
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
