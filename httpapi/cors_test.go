package httpapi_test

import (
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/operator"
)

func TestWhatOtherSitesMayRead(t *testing.T) {
	t.Parallel()
	g := newVisit(t)
	token := g.token("bot", "ci", time.Time{}, operator.Record)
	for _, c := range []struct {
		method, path string
		status       int
		shared       bool
	}{
		{http.MethodGet, "/api/v1/sale", 200, true},
		{http.MethodGet, "/api/v1/holders/0x00000000000000000000000000000000000000aa", 200, true},
		{http.MethodGet, "/api/v1/holders/alice", 422, true},
		{http.MethodGet, "/openapi.json", 200, true},
		{http.MethodOptions, "/api/v1/sale", 204, true},
		{http.MethodOptions, "/api/v1/events", 204, true},
		{http.MethodPost, "/api/v1/sale", 405, false},
		{http.MethodGet, "/", 200, false},
		{http.MethodGet, "/metrics", 404, false},
		{http.MethodGet, "/healthz", 200, false},
		{http.MethodGet, "/nothing", 404, false},
		{http.MethodOptions, "/nothing", 404, false},
		{http.MethodGet, "/api/v1/session", 200, false},
		{http.MethodOptions, "/api/v1/session", 204, false},
		{http.MethodOptions, "/api/v1/session/nonce", 204, false},
		{http.MethodGet, "/api/v1/operator/exceptions", 200, false},
		{http.MethodOptions, "/api/v1/operator/holds", 204, false},
		{http.MethodOptions, "/api/v1/operator/revenue", 204, false},
	} {
		w := g.send(c.method, c.path, func(r *http.Request) {
			r.Header.Set("Origin", "https://another.example")
			if c.path == "/api/v1/session" || strings.HasPrefix(c.path, "/api/v1/operator") {
				r.Header.Set("Authorization", "Bearer "+token)
			}
			r.Header.Set("Access-Control-Request-Method", http.MethodPost)
		})
		h := w.Header()
		if w.Code != c.status || (h.Get("Access-Control-Allow-Origin") == "*") != c.shared {
			t.Errorf("%s %s: %d, shared with %q", c.method, c.path, w.Code, h.Get("Access-Control-Allow-Origin"))
		}
		methods := h.Get("Access-Control-Allow-Methods")
		if h.Get("Access-Control-Allow-Credentials") != "" || (methods != "" && methods != http.MethodGet) ||
			(methods != "") != (c.shared && c.method == http.MethodOptions) {
			t.Errorf("%s %s allows %q to others: %v", c.method, c.path, methods, h)
		}
		if allowed := h.Get("Access-Control-Allow-Headers"); strings.Contains(allowed, "uthorization") ||
			strings.Contains(allowed, "CSRF") || strings.Contains(allowed, "*") {
			t.Errorf("%s %s lets others send %q", c.method, c.path, allowed)
		}
	}
}
