package auth

import (
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/wire"
)

const testRecord = "/api/v1/operator/test-record/x"

func header(name string, values ...string) func(*http.Request) {
	return func(r *http.Request) { r.Header[name] = values }
}

func TestTokensOfRequests(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	may := g.token("bot", "ci", g.clock.at.Add(time.Hour), operator.Record)
	not := g.token("bot", "reader", time.Time{}, operator.Prepare, operator.Approve, operator.Admin)
	b := g.browser()
	send := func(edit func(*http.Request)) *httptest.ResponseRecorder {
		return b.send(http.MethodPost, testRecord, `{"reference":"june"}`, func(r *http.Request) {
			r.Header.Del("Origin")
			edit(r)
		})
	}
	if w := send(header("Authorization", "Bearer "+may)); w.Code != http.StatusOK || !slices.Equal(g.calls, []string{"bot token:ci june 0"}) {
		t.Fatalf("%d %s, %q", w.Code, w.Body, g.calls)
	}
	if w := send(header("Authorization", "bearer  "+may)); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	calls := len(g.calls)
	for _, c := range []struct {
		name   string
		edit   func(*http.Request)
		status int
		says   string
	}{
		{"nobody", func(*http.Request) {}, 401, "sign in"},
		{"an empty token", header("Authorization", "Bearer "), 401, "not known"},
		{"a token cut off", header("Authorization", "Bearer "+may[:40]), 401, "not known"},
		{"its hash", header("Authorization", "Bearer "+operator.TokenKey(may)), 401, "not known"},
		{"another way", header("Authorization", "Basic "+may), 401, "Bearer"},
		{"two tokens", header("Authorization", "Bearer "+may, "Bearer "+may), 401, "one header"},
		{"without the scope", header("Authorization", "Bearer "+not), 403, "lacks the scope record"},
		{"in the cookie", header("Cookie", "__Host-nodeledger="+may), 401, "sign in"},
		{"in the URL", func(r *http.Request) { r.URL.RawQuery = "access_token=" + may }, 401, "sign in"},
	} {
		refused(t, c.name, send(c.edit), c.status, c.says)
	}
	g.clock.at = g.clock.at.Add(time.Hour)
	refused(t, "ended", send(header("Authorization", "Bearer "+may)), 401, "has ended")
	if len(g.calls) != calls {
		t.Errorf("%q were done", g.calls[calls:])
	}
	got := read[wire.Session](t, b.send(http.MethodGet, "/api/v1/session", "", header("Authorization", "Bearer "+not)), http.StatusOK)
	if got.Operator != "bot" || got.How != "token:reader" || got.CSRF != "" || got.Expires != "" {
		t.Errorf("%+v", got)
	}
	if g.log.Len() > 0 || strings.Contains(g.log.String(), may) {
		t.Errorf("the log has %s", g.log)
	}
}

// A page of another site makes a browser that is signed in send things.
func TestForgedRequests(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	alice := g.operator("alice", 1, operator.Record)
	b, other := g.browser(), g.browser()
	b.signIn(alice)
	other.signIn(alice)
	send := func(edit ...func(*http.Request)) *httptest.ResponseRecorder {
		return b.send(http.MethodPost, testRecord, `{"reference":"june"}`, edit...)
	}
	for _, c := range []struct {
		name string
		edit func(*http.Request)
		says string
	}{
		{"without the token", header("X-Csrf-Token"), "X-CSRF-Token"},
		{"with an empty token", header("X-Csrf-Token", ""), "X-CSRF-Token"},
		{"with another session's token", header("X-Csrf-Token", other.csrf), "X-CSRF-Token"},
		{"with part of the token", header("X-Csrf-Token", b.csrf[:42]), "X-CSRF-Token"},
		{"without an origin", header("Origin"), "Origin"},
		{"from another site", header("Origin", "https://evil.com"), "Origin"},
		{"from a sandbox", header("Origin", "null"), "Origin"},
		{"from a name below", header("Origin", "https://x.books.example.org"), "Origin"},
		{"from a name that begins alike", header("Origin", home+".evil.com"), "Origin"},
		{"from the same name without TLS", header("Origin", "http://books.example.org"), "Origin"},
		{"from another port", header("Origin", home+":8443"), "Origin"},
	} {
		refused(t, c.name, send(c.edit), http.StatusForbidden, c.says)
	}
	for _, method := range []string{http.MethodDelete} {
		refused(t, method, b.send(method, "/api/v1/session", "", header("X-Csrf-Token", "")), http.StatusForbidden, "X-CSRF-Token")
	}
	if len(g.calls) > 0 {
		t.Fatalf("%q were done", g.calls)
	}
	if w := send(); w.Code != http.StatusOK || !slices.Equal(g.calls, []string{"alice wallet:" + alice.wallet.String() + " june 0"}) {
		t.Errorf("%d %s, %q", w.Code, w.Body, g.calls)
	}
	// Reading needs neither; a bearer's request is its own proof, whatever cookies come with it.
	if w := b.send(http.MethodGet, "/api/v1/operator/test-look", "", header("Origin"), header("X-Csrf-Token")); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	token := g.token("bot", "ci", time.Time{}, operator.Record)
	if w := send(header("Origin", "https://evil.com"), header("X-Csrf-Token"),
		header("Authorization", "Bearer "+token)); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	refused(t, "a bad token beside a good session", send(header("Authorization", "Bearer x")), 401, "not known")
}

func TestBodies(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	bearer := header("Authorization", "Bearer "+g.token("bot", "ci", time.Time{}, operator.Record))
	b := g.browser()
	long := func(n int) string {
		frame := `{"reference":"x","note":""}`
		return `{"reference":"x","note":"` + strings.Repeat("n", n-len(frame)) + `"}`
	}
	chunked := func(r *http.Request) { r.ContentLength = -1 }
	for _, c := range []struct {
		name, path, text string
		edit             func(*http.Request)
		status           int
		says             string
	}{
		{"as it should be", testRecord, `{"reference":"x"}`, bearer, 200, ""},
		{"with a charset", testRecord, `{"reference":"x"}`, header("Content-Type", "application/json; charset=UTF-8"), 200, ""},
		{"as long as may be", testRecord, long(operation.MaxJSON), chunked, 200, ""},
		{"a file as long as may be", "/api/v1/operator/test-file", long(operation.MaxFile), chunked, 200, ""},
		{"a byte more", testRecord, long(operation.MaxJSON + 1), bearer, 413, "longer than 1048576"},
		{"a byte more, unannounced", testRecord, long(operation.MaxJSON + 1), chunked, 413, "too large"},
		{"a file and a byte more", "/api/v1/operator/test-file", long(operation.MaxFile + 1), bearer, 413, "longer than"},
		{"a file and a byte more, unannounced", "/api/v1/operator/test-file", long(operation.MaxFile + 1), chunked, 413, "too large"},
		{"a body where none belongs", "/api/v1/session/nonce", long(operation.MaxBody + 1), bearer, 413, "longer than 65536"},
		{"an unknown field", testRecord, `{"reference":"x","approve":true}`, bearer, 422, "is not known in the body: remove it"},
		{"a field twice", testRecord, `{"reference":"x","Reference":"y"}`, bearer, 400, "twice"},
		{"a field missing", testRecord, `{}`, bearer, 422, "reference"},
		{"another type", testRecord, `{"reference":7}`, bearer, 422, "must be a text in quotes"},
		{"two documents", testRecord, `{"reference":"x"}{}`, bearer, 400, "invalid"},
		{"no JSON", testRecord, `reference=x`, bearer, 400, "invalid"},
		{"nothing", testRecord, ` `, bearer, 400, ""},
		{"a list", testRecord, `[]`, bearer, 422, "object"},
		{"a form", testRecord, `{"reference":"x"}`, header("Content-Type", "application/x-www-form-urlencoded"), 415, "application/json"},
		{"plain text", testRecord, `{"reference":"x"}`, header("Content-Type", "text/plain"), 415, "application/json"},
		{"something like it", testRecord, `{"reference":"x"}`, header("Content-Type", "application/problem+json"), 415, "application/json"},
		{"no type", testRecord, `{"reference":"x"}`, header("Content-Type"), 415, "application/json"},
		{"another charset", testRecord, `{"reference":"x"}`, header("Content-Type", "application/json; charset=utf-7"), 415, "application/json"},
		{"compressed", testRecord, `{"reference":"x"}`, header("Content-Encoding", "gzip"), 415, "not compressed"},
	} {
		w := b.send(http.MethodPost, c.path, c.text, bearer, c.edit)
		if c.status == http.StatusOK {
			if w.Code != http.StatusOK {
				t.Errorf("%s: %d %.200s", c.name, w.Code, w.Body)
			}
			continue
		}
		refused(t, c.name, w, c.status, c.says)
	}
	if len(g.calls) != 4 {
		t.Errorf("%q were done", g.calls)
	}
}

// untouched is a body that nobody may read.
type untouched struct{ read bool }

// Read notes that somebody did.
func (u *untouched) Read([]byte) (int, error) {
	u.read = true
	return 0, errors.New("read")
}

func TestNothingIsReadOfStrangers(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	b := g.browser()
	for _, path := range []string{testRecord, "/api/v1/operator/test-file"} {
		u := &untouched{}
		w := b.send(http.MethodPost, path, "x", func(r *http.Request) { r.Body, r.ContentLength = io.NopCloser(u), 1000 })
		refused(t, path, w, http.StatusUnauthorized, "sign in")
		if u.read {
			t.Errorf("%s: the body of a stranger was read", path)
		}
	}
}

// However a path is written, nobody gets to an operation without a key.
func TestPathsAroundTheGuard(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	b := g.browser()
	for _, path := range []string{
		"/api/v1/operator/test-look", "/api/v1//operator/test-look", "/api/v1/operator//test-look", "/api/v1/./operator/test-look",
		"/api/v1/holders/../operator/test-look", "/api/v1/holders/%2e%2e/operator/test-look", "/api/v1/operator%2ftest-look",
		"/api%2fv1%2foperator%2ftest-look",
		"/api/v1/%6fperator/test-look", "/API/v1/operator/test-look", "/api/v1/operator/test-look/", "/api/v1/operator/test-look%00",
		"/api/v1/operator/test-look;x",
		"/api/v1/operator/test-look%20", "//api/v1/operator/test-look", "/api/v1/operator/test-look?x=..%2f", `/api/v1\operator\test-look`,
	} {
		w := b.send(http.MethodGet, path, "")
		if w.Code != http.StatusUnauthorized && w.Code != http.StatusNotFound && w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
		if w.Header().Get("Access-Control-Allow-Origin") != "" && w.Code != http.StatusUnprocessableEntity {
			t.Errorf("%s: %d is shared with every site", path, w.Code)
		}
	}
	for _, override := range []string{"X-HTTP-Method-Override", "X-Method-Override", "X-Original-URL", "X-Rewrite-URL", "X-Forwarded-Prefix"} {
		w := b.send(http.MethodGet, "/healthz", "", func(r *http.Request) { r.Header.Set(override, "/api/v1/operator/test-look") })
		if w.Code != http.StatusOK || strings.Contains(w.Body.String(), "operator") {
			t.Errorf("%s: %d %s", override, w.Code, w.Body)
		}
	}
	if len(g.calls) > 0 {
		t.Errorf("%q were done", g.calls)
	}
}
