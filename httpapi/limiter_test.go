package httpapi_test

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httptrace"
	"net/netip"
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
	if w.Header().Get("Connection") != "close" {
		t.Error("whoever asks too often keeps the connection")
	}
	if w := ask("203.0.113.2:1000"); w.Header().Get("Connection") != "" || w.Code != http.StatusOK {
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

// Who asks too often begins anew with a connection; a proxy's is that of others as well.
func TestTooManyRequestsEndTheConnection(t *testing.T) {
	t.Parallel()
	for _, proxy := range []bool{false, true} {
		g := newVisit(t, func(o *httpapi.Options) {
			if o.Rate = 1; proxy {
				o.TrustedProxies = []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}
			}
		})
		s := httptest.NewUnstartedServer(nil)
		s.Config = httpapi.Server(g.handler)
		s.Start()
		defer s.Close()
		connections := 0
		ctx := httptrace.WithClientTrace(t.Context(), &httptrace.ClientTrace{GotConn: func(c httptrace.GotConnInfo) {
			if !c.Reused {
				connections++
			}
		}})
		for n := range 6 {
			r, err := http.NewRequestWithContext(ctx, http.MethodGet, s.URL+"/healthz", nil)
			check(t, err)
			w, err := s.Client().Do(r)
			check(t, err)
			_, err = io.Copy(io.Discard, w.Body)
			check(t, errors.Join(err, w.Body.Close()))
			if refused := w.StatusCode == http.StatusTooManyRequests; refused != (n >= 2) {
				t.Errorf("request %d: %s", n+1, w.Status)
			}
		}
		if want := map[bool]int{false: 4, true: 1}[proxy]; connections != want {
			t.Errorf("six requests, four of them refused, over %d connections, not %d", connections, want)
		}
	}
}

// What is dear counts as more than one request, on the routes that are no operations as well.
func TestDearRoutesCountMore(t *testing.T) {
	t.Parallel()
	wallet := "/api/v1/holders/0x00000000000000000000000000000000000000"
	for path, want := range map[string]int{"/openapi.json": 2, "/tile/0/00": 10, wallet: 10, "/healthz?n=": 20} {
		g, answered := newVisit(t, func(o *httpapi.Options) { o.Rate = 10 }), 0
		for n := 10; n < 60; n++ {
			asked := path + strconv.Itoa(n)
			switch path {
			case "/openapi.json":
				asked = path
			case "/tile/0/00":
				asked = path + strconv.Itoa(n%10)
			}
			w := httptest.NewRecorder()
			g.handler.(*checked).handler.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, asked, nil))
			if w.Code != http.StatusTooManyRequests {
				answered++
			}
		}
		if answered != want {
			t.Errorf("%s: %d answers of a rate that gives 20 requests at once, not %d", path, answered, want)
		}
	}
}
