package chain

import (
	"errors"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"
)

// scripted answers with one status after the other and records the pauses between them; a status of 0 is no answer.
type scripted struct {
	statuses []int
	after    string
	asked    int
	bodies   []string
	at       []time.Time
}

func (s *scripted) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	s.bodies, s.at = append(s.bodies, string(body)), append(s.at, time.Now())
	status := s.statuses[min(s.asked, len(s.statuses)-1)]
	s.asked++
	if status == 0 || err != nil {
		return nil, errors.New("connection reset by peer")
	}
	answer := "{}"
	if status == http.StatusOK {
		answer = `{"jsonrpc":"2.0","id":0,"result":null}`
	}
	return &http.Response{
		StatusCode: status, Header: http.Header{"Retry-After": {s.after}}, Body: io.NopCloser(strings.NewReader(answer)),
	}, nil
}

func (s *scripted) pauses() (list []time.Duration) {
	for i := 1; i < len(s.at); i++ {
		list = append(list, s.at[i].Sub(s.at[i-1]))
	}
	return list
}

// ask makes one call. It belongs into a bubble of its own time.
func (s *scripted) ask(t *testing.T, attempts int, others ...*endpoint) error {
	t.Helper()
	limits := Limits{Attempts: attempts, Wait: 20 * time.Second}.orDefault()
	carrier := newPost(&url.URL{Scheme: "http", Host: "host"}, limits)
	carrier.client.Transport = &timedTransport{s, time.Minute}
	e := &endpoint{name: "e", carrier: carrier, limits: limits, batch: 1, maxBatch: 1, score: 100}
	e.others = func() []*endpoint { return append(others, e) }
	return e.callOne(t.Context(), &call{method: "eth_chainId", params: []byte("[]"), read: func(r *reader) { r.skip() }})
}

// TestPatience: when it asks again, after which pause, and when it gives up.
func TestPatience(t *testing.T) {
	date := time.Date(2000, 1, 1, 0, 0, 9, 0, time.UTC).Format(http.TimeFormat) // a bubble begins at midnight
	for name, one := range map[string]struct {
		statuses []int
		after    string
		text     string // of the error
		pauses   []time.Duration
	}{
		"at once":       {[]int{200}, "", "", nil},
		"seconds":       {[]int{429, 429, 200}, "7", "", []time.Duration{7 * time.Second, 7 * time.Second}},
		"a date":        {[]int{429, 200}, date, "", []time.Duration{9 * time.Second}},
		"too long":      {[]int{429, 200}, "21", "HTTP 429 (\"{}\") and asks to wait 21s", nil},
		"not temporary": {[]int{404, 200}, "", "HTTP 404", nil},
		"a redirect":    {[]int{301, 200}, "", "HTTP 301", nil},
	} {
		synctest.Test(t, func(t *testing.T) {
			s := &scripted{statuses: one.statuses, after: one.after}
			err := s.ask(t, 4)
			if (err == nil) != (one.text == "") || err != nil && !strings.Contains(err.Error(), one.text) {
				t.Errorf("%s: %v", name, err)
			}
			if !slices.Equal(s.pauses(), one.pauses) {
				t.Errorf("%s: the pauses are %v", name, s.pauses())
			}
		})
	}
	synctest.Test(t, func(t *testing.T) {
		s := &scripted{statuses: []int{0, 502, 429, 500, 408, 522, 200}}
		if err := s.ask(t, 7); err != nil || len(slices.Compact(slices.Clone(s.bodies))) != 1 {
			t.Fatal(err, s.bodies)
		}
		for i, pause := range s.pauses() {
			if most := 100 * time.Millisecond << i; pause < most/2 || pause > most {
				t.Errorf("pause %d is %s", i, pause)
			}
		}
	})
	for _, last := range []int{0, 429, 500} {
		synctest.Test(t, func(t *testing.T) {
			s := &scripted{statuses: []int{last}}
			if err := s.ask(t, 3); s.asked != 3 || err == nil {
				t.Errorf("after %d attempts: %v", s.asked, err)
			}
		})
	}
}

// TestAnotherInsteadOfWaiting: what asks for a long wait is left alone while another endpoint is there, and asked again after that.
func TestAnotherInsteadOfWaiting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		other := &endpoint{name: "other", ready: true}
		s := &scripted{statuses: []int{429}, after: "15"}
		if err := s.ask(t, 5, other); err == nil || s.asked != 1 {
			t.Errorf("it was asked %d times: %v", s.asked, err)
		}
		other.restsUntil = time.Now().Add(time.Hour)
		s = &scripted{statuses: []int{429, 200}, after: "15"}
		if err := s.ask(t, 5, other); err != nil || s.asked != 2 {
			t.Errorf("it was asked %d times: %v", s.asked, err)
		}
	})
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
		"block range 1-69 is too large (max 10 allowed)":                                                   {10, 0},
		"requested range 1 to 69 too large, at most 10":                                                    {10, 0},
		"requested too many blocks from 1 to 70, maximum is set to 10":                                     {10, 0},
		"range 70 exceeds limit of 10":                                                                     {10, 0},
		"query exceeds max results 5, retry with the range 4-11":                                           {0, 8},
		"query timeout exceeded":                                                                           {0, 0},
	} {
		if limit, suggestion := allowed(text); limit != want[0] || suggestion != want[1] {
			t.Errorf("%q: limit %d, suggestion %d", text, limit, suggestion)
		}
	}
}
