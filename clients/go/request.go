package nodeledger

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// request is what is sent, as often as it has to be.
type request struct {
	method, path string
	values       url.Values
	head         http.Header
	body         []byte
	repeatable   bool
	err          error
}

// newRequest fills the places of a path in order.
func newRequest(method, path string, places ...any) *request {
	for _, place := range places {
		before, rest, _ := strings.Cut(path, "{")
		_, after, _ := strings.Cut(rest, "}")
		path = before + url.PathEscape(fmt.Sprint(place)) + after
	}
	return &request{
		method: method, path: path, values: url.Values{}, head: http.Header{"Accept": {"application/json"}},
		repeatable: method == http.MethodGet,
	}
}

func (r *request) with(p interface{ put(r *request) }) *request {
	p.put(r)
	return r
}

func (r *request) sending(body any) *request {
	r.body, r.err = json.Marshal(body)
	var named struct{ Reference string }
	_ = json.Unmarshal(r.body, &named) // a body without one has none
	r.repeatable = named.Reference != ""
	r.head.Set("Content-Type", "application/json")
	return r
}

// query and header put a parameter that is not zero.
func (r *request) query(name string, value any) {
	if text := written(value); text != "" {
		r.values.Set(name, text)
	}
}

func (r *request) header(name string, value any) {
	if text := written(value); text != "" {
		r.head.Set(name, text)
	}
}

func written(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case int64:
		if v != 0 {
			return strconv.FormatInt(v, 10)
		}
	case bool:
		if v {
			return "true"
		}
	}
	return ""
}

func (c *Client) address(r *request) string {
	at := strings.TrimSuffix(c.server.String(), "/") + r.path
	if len(r.values) > 0 {
		at += "?" + r.values.Encode()
	}
	return at
}

// send sends a request until it has an answer, and read has read it where it is given. What it gives is 2xx or 304.
func (c *Client) send(ctx context.Context, r *request, read func(*http.Response) error) (*http.Response, error) {
	if r.err != nil {
		return nil, r.err
	}
	for turn := 0; ; turn++ {
		answer, err := c.attempt(ctx, r, read)
		if err == nil {
			return answer, nil
		}
		var p *ProblemError
		wait := c.options.Pause << turn
		last := ctx.Err() != nil || !r.repeatable || turn >= c.options.Retries
		if errors.As(err, &p) {
			last = last || !p.Transient() || p.RetryAfter > c.options.LongestWait
			wait = max(wait, p.RetryAfter)
		}
		if last {
			return nil, err
		}
		if err := pause(ctx, wait); err != nil {
			return nil, err
		}
	}
}

func (c *Client) attempt(ctx context.Context, r *request, read func(*http.Response) error) (*http.Response, error) {
	if read != nil {
		timed, end := context.WithTimeout(ctx, c.options.Timeout)
		defer end()
		ctx = timed
	}
	out, err := http.NewRequestWithContext(ctx, r.method, c.address(r), bytes.NewReader(r.body))
	if err != nil {
		return nil, err
	}
	out.Header = r.head.Clone()
	if c.options.Token != nil {
		token, err := c.options.Token(ctx)
		if err != nil {
			return nil, err
		}
		out.Header.Set("Authorization", "Bearer "+token)
	}
	answer, err := c.options.HTTP.Do(out)
	if err != nil {
		return nil, err
	}
	if (answer.StatusCode < 200 || answer.StatusCode > 299) && answer.StatusCode != http.StatusNotModified {
		return nil, problemOf(answer)
	}
	if read != nil {
		return answer, read(answer)
	}
	return answer, nil
}

// pause waits, or gives the context's error.
func pause(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
