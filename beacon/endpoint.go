package beacon

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

const (
	mostBytes    = 8 << 20 // of an answer; sixteen updates are some 1 MiB
	patience     = 10 * time.Second
	shortestRest = 2 * time.Second
	longestRest  = 5 * time.Minute
)

// errNone is an answer that there is nothing: a checkpoint or an update that a node does not have.
var errNone = errors.New("it does not have that")

// endpoint is a beacon node.
type endpoint struct {
	base, name string // name is without what may be secret
	client     *http.Client

	mu      sync.Mutex
	failed  int // in a row
	until   time.Time
	problem error // why it rests
}

func newEndpoint(text string) (*endpoint, error) {
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return nil, fmt.Errorf("--beacon must be the http or https URL of a beacon node")
	}
	return &endpoint{base: strings.TrimRight(text, "/"), name: u.Scheme + "://" + u.Host, client: &http.Client{Timeout: patience}}, nil
}

// get is the body of an answer.
func (e *endpoint) get(ctx context.Context, path string) ([]byte, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, e.base+path, nil)
	if err != nil {
		return nil, e.failure(err)
	}
	request.Header.Set("Accept", "application/json")
	answer, err := e.client.Do(request)
	if err != nil {
		return nil, e.failure(err)
	}
	defer answer.Body.Close()
	switch {
	case answer.StatusCode == http.StatusNotFound:
		return nil, e.failure(errNone)
	case answer.StatusCode != http.StatusOK:
		return nil, e.failure(fmt.Errorf("it answers with status %d", answer.StatusCode))
	}
	raw, err := io.ReadAll(io.LimitReader(answer.Body, mostBytes+1))
	if err == nil && len(raw) > mostBytes {
		err = fmt.Errorf("its answer has more than %d bytes", mostBytes)
	}
	if err != nil {
		return nil, e.failure(err)
	}
	return raw, nil
}

// failure names the endpoint, and nothing of its URL that may be a secret.
func (e *endpoint) failure(err error) error {
	var inURL *url.Error
	if errors.As(err, &inURL) {
		err = inURL.Err
	}
	return fmt.Errorf("beacon node %s: %w", e.name, err)
}

// rests is why the endpoint is left alone at a time; nil when it is not.
func (e *endpoint) rests(now time.Time) error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if now.Before(e.until) {
		return e.problem
	}
	return nil
}

// note remembers how a request went: after each failure in a row the endpoint is left alone for twice as long.
func (e *endpoint) note(now time.Time, err error) (first bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if err == nil {
		e.failed, e.until, e.problem = 0, time.Time{}, nil
		return false
	}
	e.failed++
	e.until = now.Add(min(shortestRest<<min(e.failed-1, 10), longestRest))
	e.problem = err
	return e.failed == 1
}
