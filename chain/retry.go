package chain

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strconv"
	"time"
)

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
