package chain

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"
)

// scripted answers with one status after the other and records the pauses between them; a status of 0 is no answer.
type scripted struct {
	statuses []int
	after    string
	asked    int
	bodies   []string
	pauses   []time.Duration
}

func (s *scripted) RoundTrip(r *http.Request) (*http.Response, error) {
	body, _ := io.ReadAll(r.Body)
	s.bodies = append(s.bodies, string(body))
	status := s.statuses[min(s.asked, len(s.statuses)-1)]
	s.asked++
	if status == 0 {
		return nil, errors.New("connection reset by peer")
	}
	return &http.Response{
		StatusCode: status, Header: http.Header{"Retry-After": {s.after}}, Body: io.NopCloser(strings.NewReader("{}")),
	}, nil
}

func (s *scripted) ask(t *testing.T, attempts int) (*http.Response, error) {
	t.Helper()
	p := &retryTransport{
		next: s, attempts: attempts, timeout: time.Minute, longest: 20 * time.Second,
		sleep: func(_ context.Context, pause time.Duration) error { s.pauses = append(s.pauses, pause); return nil },
		now:   func() time.Time { return time.Date(2024, 4, 16, 0, 0, 0, 0, time.UTC) },
	}
	r, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://host", strings.NewReader("ask"))
	if err != nil {
		t.Fatal(err)
	}
	return p.RoundTrip(r)
}

// TestPatience: when it asks again, after which pause, and when it gives up.
func TestPatience(t *testing.T) {
	for name, one := range map[string]struct {
		statuses []int
		after    string
		status   int // in the end; 0 is an error
		pauses   []time.Duration
	}{
		"at once":       {[]int{200}, "", 200, nil},
		"seconds":       {[]int{429, 503, 200}, "7", 200, []time.Duration{7 * time.Second, 7 * time.Second}},
		"a date":        {[]int{503, 200}, "Tue, 16 Apr 2024 00:00:09 GMT", 200, []time.Duration{9 * time.Second}},
		"a past date":   {[]int{503, 200}, "Tue, 16 Apr 2024 00:00:00 GMT", 200, []time.Duration{0}},
		"too long":      {[]int{429, 200}, "21", 429, nil},
		"not temporary": {[]int{404, 200}, "", 404, nil},
	} {
		s := &scripted{statuses: one.statuses, after: one.after}
		response, err := s.ask(t, 4)
		if err != nil || response.StatusCode != one.status {
			t.Errorf("%s: %v %v", name, response, err)
			continue
		}
		if len(s.pauses) != len(one.pauses) {
			t.Errorf("%s: the pauses are %v", name, s.pauses)
			continue
		}
		for i := range s.pauses {
			if s.pauses[i] != one.pauses[i] {
				t.Errorf("%s: the pauses are %v", name, s.pauses)
			}
		}
	}
	s := &scripted{statuses: []int{0, 502, 429, 200}, after: ""}
	if response, err := s.ask(t, 4); err != nil || response.StatusCode != 200 || strings.Join(s.bodies, ",") != "ask,ask,ask,ask" {
		t.Fatal(response, err, s.bodies)
	}
	for i, pause := range s.pauses {
		if most := backoff << i; pause < most/2 || pause > most {
			t.Errorf("pause %d is %s", i, pause)
		}
	}
	for _, last := range []int{0, 429} {
		s := &scripted{statuses: []int{last}}
		response, err := s.ask(t, 3)
		if s.asked != 3 || (err == nil) != (last != 0) || err == nil && response.StatusCode != last {
			t.Errorf("after %d attempts: %v %v", s.asked, response, err)
		}
	}
}

// TestAllowed: what providers say about the ranges that they allow.
func TestAllowed(t *testing.T) {
	for text, want := range map[string][2]uint64{
		"query returned more than 10000 results. Try with this block range [0x10, 0x1f].":                  {0, 16},
		"Log response size exceeded. Based on your parameters, this block range should work: [0x0, 0x3e7]": {0, 1000},
		"You can make eth_getLogs requests with up to a 2K block range and no limit on the response size":  {2000, 0},
		"eth_getLogs is limited to a 10,000 range":                                                         {10000, 0},
		"eth_getLogs is limited to a 7 block range":                                                        {7, 0},
		"exceed maximum block range: 5000":                                                                 {5000, 0},
		"ranges over 10000 blocks are not supported on freetier":                                           {10000, 0},
		"block range too large, range should be less than 800":                                             {800, 0},
		"query exceeds max block range 1024":                                                               {1024, 0},
		"query returned more than 10000 results":                                                           {0, 0},
		"query timeout exceeded":                                                                           {0, 0},
	} {
		if limit, suggestion := allowed(text); limit != want[0] || suggestion != want[1] {
			t.Errorf("%q: limit %d, suggestion %d", text, limit, suggestion)
		}
	}
}
