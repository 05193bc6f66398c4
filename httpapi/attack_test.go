package httpapi

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
)

// described is what of the API's description these tests go by.
type described struct {
	Paths map[string]map[string]struct {
		Parameters []struct {
			Name, In string
			Required bool
			Schema   struct {
				Type      string
				Maximum   *json.Number
				MaxLength *int
			}
		}
		Security []map[string][]string
	}
}

func description(t *testing.T, g *gate) (d described) {
	t.Helper()
	if err := json.Unmarshal(g.browser().send(http.MethodGet, "/openapi.json", "").Body.Bytes(), &d); err != nil || len(d.Paths) < 15 {
		t.Fatal(err, len(d.Paths))
	}
	return d
}

// Every list has an end, and every text of a query or path has a longest form, or a few forms: there is no operation where
// somebody forgot it.
func TestNothingIsWithoutBounds(t *testing.T) {
	g := newGate(t)
	b := g.browser()
	limits := 0
	for path, operations := range description(t, g).Paths {
		for method, o := range operations {
			for _, p := range o.Parameters {
				if p.Name != "limit" && p.Name != "top" {
					continue
				}
				if limits++; p.Schema.Maximum == nil {
					t.Errorf("%s %s: %s has no maximum", method, path, p.Name)
				}
				concrete := strings.NewReplacer("{wallet}", "0x00000000000000000000000000000000000000aa", "{job}", "points", "{slot}", "2024-05-01", "{path}", "sale:dust", "{run}", "may").Replace(path)
				w := b.send(http.MethodGet, concrete+"?"+p.Name+"=1000000", "")
				if w.Code != http.StatusUnprocessableEntity && w.Code != http.StatusUnauthorized {
					t.Errorf("%s?%s=1000000: %d %.200s", concrete, p.Name, w.Code, w.Body)
				}
			}
		}
	}
	if limits < 5 {
		t.Errorf("%d lists were looked at", limits)
	}
}

// Whatever changes something is for operators, save for signing in.
func TestOnlyOperatorsChangeAnything(t *testing.T) {
	g := newGate(t)
	for path, operations := range description(t, g).Paths {
		for method, o := range operations {
			forOperators := len(o.Security) > 0
			switch {
			case path == "/api/v1/session/nonce", path == "/api/v1/session" && method == "post":
			case method != "get" && !forOperators:
				t.Errorf("%s %s is for everybody", method, path)
			case strings.HasPrefix(path, "/api/") && forOperators == open(path):
				t.Errorf("%s %s: for operators %t, for other sites %t", method, path, forOperators, open(path))
			}
			if !forOperators {
				continue
			}
			w := g.browser().send(strings.ToUpper(method), strings.NewReplacer("{", "", "}", "").Replace(path), "")
			refused(t, method+" "+path, w, http.StatusUnauthorized, "sign in")
		}
	}
}

// What a caller writes comes back as text, wherever it is shown again.
func TestMarkupStaysText(t *testing.T) {
	g := newGate(t)
	b := g.browser()
	script := url.QueryEscape(`<script>alert(1)</script>&"'`)
	for _, path := range []string{
		"/api/v1/quote?quantity=1&code=" + script, "/api/v1/quote?quantity=" + script, "/api/v1/holders/" + script, "/api/v1/ledger/accounts/" + script,
		"/api/v1/holders?" + script + "=1", "/" + script, "/api/v1/holders?after=" + script,
	} {
		w := b.send(http.MethodGet, path, "")
		if w.Code < 400 || strings.ContainsAny(w.Body.String(), "<>&") || w.Header().Get("Content-Type") != "application/problem+json" ||
			w.Header().Get("X-Content-Type-Options") != "nosniff" || w.Header().Get("Content-Security-Policy") != dataPolicy {
			t.Errorf("%s: %d %s %v", path, w.Code, w.Body, w.Header())
		}
	}
}

// Many at once with one nonce: one of them signs in.
func TestOneNonceOpensOneSession(t *testing.T) {
	s := newSessions()
	now := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	_, nonce := s.invite(now)
	var opened atomic.Int32
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() {
			if secret, _, ok := s.start(nonce, now.Add(time.Minute), ledger.Wallet{byte(i)}, now.Add(time.Hour), now); ok {
				opened.Add(1)
				if _, ok := s.of(secret, now); !ok {
					t.Error("the session that was opened is not there")
				}
			}
		})
	}
	all.Wait()
	if opened.Load() != 1 || len(s.open) != 1 {
		t.Errorf("%d sessions were opened", opened.Load())
	}
}
