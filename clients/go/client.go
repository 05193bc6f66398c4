package nodeledger

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"
)

// Options say how a client is. The zero value is a good one.
type Options struct {
	// HTTP sends the requests; nil: a client without a timeout of its own.
	HTTP *http.Client
	// Token gives the token of an operator for each request; nil: only what everybody may read is there.
	Token func(context.Context) (string, error)
	// Retries is how often a request that may succeed later is sent again: 3 when zero, never when negative.
	Retries int
	// Pause is how long is waited before the first of these, and twice as long before each further one; 400 ms when zero.
	Pause time.Duration
	// LongestWait is the longest that is waited when the server asks for it; 30 s when zero. A longer wish is an error at once.
	LongestWait time.Duration
	// Timeout is how long one attempt may take; a minute when zero.
	Timeout time.Duration
	// Remember is how many answers are remembered with their ETag: 200 when zero, none when negative.
	Remember int
}

// Client is a nodeledger server. It may be used by several goroutines.
type Client struct {
	server  *url.URL
	options Options

	mu         sync.Mutex
	remembered map[string]remembered
	order      []string // the addresses of what is remembered, the oldest first
}

type remembered struct {
	etag string
	body []byte
}

// New is the server at an address such as https://books.example.org. A path before /api is kept.
func New(server string, o Options) (*Client, error) {
	u, err := url.Parse(server)
	if err != nil || u.Host == "" {
		return nil, fmt.Errorf("the address of a server must be like https://books.example.org, and %q is not", server)
	}
	o.HTTP = cmp.Or(o.HTTP, &http.Client{})
	o.Retries = max(0, cmp.Or(o.Retries, 3))
	o.Pause = cmp.Or(o.Pause, 400*time.Millisecond)
	o.LongestWait = cmp.Or(o.LongestWait, 30*time.Second)
	o.Timeout = cmp.Or(o.Timeout, time.Minute)
	o.Remember = max(0, cmp.Or(o.Remember, 200))
	return &Client{server: u, options: o, remembered: map[string]remembered{}}, nil
}

// call sends a request and reads its answer.
func call[T any](ctx context.Context, c *Client, r *request) (answer T, err error) {
	body, err := c.text(ctx, r)
	if err != nil {
		return answer, err
	}
	if err := json.Unmarshal(body, &answer); err != nil {
		return answer, fmt.Errorf("the answer of %s is not of this API: %w", c.server.Host, err)
	}
	return answer, nil
}

// text is the body of an answer, or of the remembered one when it did not change.
func (c *Client) text(ctx context.Context, r *request) ([]byte, error) {
	address := c.address(r)
	c.mu.Lock()
	before, known := c.remembered[address]
	c.mu.Unlock()
	known = known && r.method == http.MethodGet
	if known {
		r.head.Set("If-None-Match", before.etag)
	}
	var body []byte
	answer, err := c.send(ctx, r, func(answer *http.Response) (err error) { //nolint:bodyclose // closed in it
		defer answer.Body.Close()
		body, err = io.ReadAll(answer.Body)
		return err
	})
	if err != nil {
		return nil, err
	}
	if known && answer.StatusCode == http.StatusNotModified {
		return before.body, nil
	}
	if etag := answer.Header.Get("ETag"); etag != "" && r.method == http.MethodGet {
		c.remember(address, remembered{etag, body})
	}
	return body, nil
}

func (c *Client) remember(address string, r remembered) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if i := slices.Index(c.order, address); i >= 0 {
		c.order = slices.Delete(c.order, i, i+1)
	}
	c.order = append(c.order, address)
	c.remembered[address] = r
	if len(c.order) > c.options.Remember {
		delete(c.remembered, c.order[0])
		c.order = c.order[1:]
	}
}

// file sends a request and leaves the body of its answer to be read.
func (c *Client) file(ctx context.Context, r *request) (*http.Response, error) {
	r.head.Set("Accept", "*/*")
	return c.send(ctx, r, nil)
}

var errStuck = errors.New("a page of the list is followed by itself")

// pages are the things of a list, of which page gives those after a place, and the next place; empty: there are no more.
func pages[T any](page func(after string) ([]T, string, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for after := ""; ; {
			list, next, err := page(after)
			if err == nil && next != "" && next == after {
				err = errStuck
			}
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, one := range list {
				if !yield(one, nil) {
					return
				}
			}
			if next == "" {
				return
			}
			after = next
		}
	}
}
