package httpapi_test

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/httpapi/limits"
)

// parameters is what of the API's description these tests go by.
type parameters struct {
	Paths map[string]map[string]struct {
		Parameters []parameter
		Security   []map[string][]string
	}
}

type parameter struct {
	Name, In string
	Required bool
	Schema   struct {
		Type      string
		Maximum   *json.Number
		MaxLength *int
	}
}

func parametersOf(t *testing.T, g *visit) (d parameters) {
	t.Helper()
	if err := json.Unmarshal(g.send(http.MethodGet, "/openapi.json").Body.Bytes(), &d); err != nil || len(d.Paths) < 15 {
		t.Fatal(err, len(d.Paths))
	}
	return d
}

// Every list has an end, and every text of a query or path has a longest form, or a few forms: there is no operation where
// somebody forgot it.
func TestNothingIsWithoutBounds(t *testing.T) {
	t.Parallel()
	g := newVisit(t)
	limits := 0
	for path, operations := range parametersOf(t, g).Paths {
		for method, o := range operations {
			for _, p := range o.Parameters {
				if p.Name != "limit" && p.Name != "top" {
					continue
				}
				if limits++; p.Schema.Maximum == nil {
					t.Errorf("%s %s: %s has no maximum", method, path, p.Name)
				}
				concrete := strings.NewReplacer("{wallet}", "0x00000000000000000000000000000000000000aa", "{job}", "points", "{slot}",
					"2024-05-01", "{path}", "sale:dust", "{run}", "may").Replace(path)
				w := g.send(http.MethodGet, concrete+"?"+p.Name+"=1000000")
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

// Whatever changes something is for operators, save for signing in, and for recovery wallets, whose signatures are in what they send.
func TestOnlyOperatorsChangeAnything(t *testing.T) {
	t.Parallel()
	g := newVisit(t)
	for path, operations := range parametersOf(t, g).Paths {
		for method, o := range operations {
			forOperators := len(o.Security) > 0
			switch {
			case path == "/api/v1/session/nonce", path == "/api/v1/session" && method == "post":
			case path == "/api/v1/operator/recover/text", path == "/api/v1/operator/recover":
			case method != "get" && !forOperators:
				t.Errorf("%s %s is for everybody", method, path)
			case strings.HasPrefix(path, "/api/") && forOperators == limits.Open(path):
				t.Errorf("%s %s: for operators %t, for other sites %t", method, path, forOperators, limits.Open(path))
			}
			if !forOperators {
				continue
			}
			w := g.send(strings.ToUpper(method), strings.NewReplacer("{", "", "}", "").Replace(path))
			g.refused(method+" "+path, w, http.StatusUnauthorized, "sign in")
		}
	}
}

// What a caller writes comes back as text, wherever it is shown again.
func TestMarkupStaysText(t *testing.T) {
	t.Parallel()
	g := newVisit(t)
	script := url.QueryEscape(`<script>alert(1)</script>&"'`)
	for _, path := range []string{
		"/api/v1/quote?quantity=1&code=" + script, "/api/v1/quote?quantity=" + script, "/api/v1/holders/" + script,
		"/api/v1/ledger/accounts/" + script,
		"/api/v1/holders?" + script + "=1", "/" + script, "/api/v1/holders?after=" + script,
	} {
		w := g.send(http.MethodGet, path)
		if w.Code < 400 || strings.ContainsAny(w.Body.String(), "<>&") || w.Header().Get("Content-Type") != "application/problem+json" ||
			w.Header().Get("X-Content-Type-Options") != "nosniff" ||
			!strings.HasPrefix(w.Header().Get("Content-Security-Policy"), "default-src 'none'; base-uri") {
			t.Errorf("%s: %d %s %v", path, w.Code, w.Body, w.Header())
		}
	}
}
