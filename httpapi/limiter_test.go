package httpapi_test

import (
	"net/http"
	"net/http/httptest"
	"strconv"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/httpapi"
)

func TestTooManyRequests(t *testing.T) {
	t.Parallel()
	g := newVisit(t, func(o *httpapi.Options) { o.Rate = 5 })
	from := func(address string) func(*http.Request) {
		return func(r *http.Request) { r.RemoteAddr = address }
	}
	ask := func(address string) *httptest.ResponseRecorder {
		return g.send(http.MethodGet, "/healthz", from(address))
	}
	for i := range 10 {
		if w := ask("203.0.113.1:" + strconv.Itoa(1000+i)); w.Code != http.StatusOK {
			t.Fatalf("request %d: %d %s", i+1, w.Code, w.Body)
		}
	}
	w := ask("203.0.113.1:2000")
	g.refused("one more", w, http.StatusTooManyRequests, "5 requests a second")
	if w.Header().Get("Retry-After") != "1" || w.Header().Get("X-Request-Id") == "" || w.Header().Get("X-Content-Type-Options") != "nosniff" {
		t.Errorf("%v", w.Header())
	}
	if w := ask("203.0.113.2:1000"); w.Code != http.StatusOK {
		t.Errorf("somebody else waits as well: %d", w.Code)
	}
	g.refused("a page that is not there", g.send(http.MethodGet, "/nothing", from("203.0.113.1:1")), http.StatusTooManyRequests, "a second")
	g.clock.At = g.clock.At.Add(199 * time.Millisecond)
	g.refused("too early", ask("203.0.113.1:2000"), http.StatusTooManyRequests, "a second")
	g.clock.At = g.clock.At.Add(time.Millisecond)
	if w := ask("203.0.113.1:2000"); w.Code != http.StatusOK {
		t.Errorf("after a fifth of a second: %d", w.Code)
	}
	g.refused("at once again", ask("203.0.113.1:2000"), http.StatusTooManyRequests, "a second")
}
