package auth

import (
	"crypto/ed25519"
	"encoding/hex"
	"math/big"
	"net/http"
	"net/http/httptest"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/wire"
)

func TestSignInAndOut(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	alice := g.operator("alice", 1, operator.Approve, operator.Admin)
	b := g.browser()
	got := b.signIn(alice)
	want := wire.Session{Operator: "alice", How: "wallet:" + alice.wallet.String(),
		Scopes: []operator.Scope{"admin", "approve", "private"}, // the first key that may administer may read what is private
		CSRF:   got.CSRF, Expires: "2026-05-02T00:00:00Z"}
	if !reflect.DeepEqual(got, want) || len(got.CSRF) != 43 {
		t.Errorf("%+v", got)
	}
	if again := read[wire.Session](t, b.send(http.MethodGet, "/api/v1/session", ""), http.StatusOK); !reflect.DeepEqual(again, want) {
		t.Errorf("%+v", again)
	}
	if len(b.cookies) != 1 || len(b.cookies["__Host-nodeledger"]) != 43 {
		t.Fatalf("the browser keeps %v", b.cookies)
	}
	before := g.browser()
	before.cookies["__Host-nodeledger"] = b.cookies["__Host-nodeledger"]
	if got.CSRF == b.signIn(alice).CSRF {
		t.Error("two sessions have one token")
	}
	refused(t, "the session before", before.send(http.MethodGet, "/api/v1/session", ""), http.StatusUnauthorized, "sign in")
	stolen := b.cookies["__Host-nodeledger"]
	if got := read[wire.SignedOut](t, b.send(http.MethodDelete, "/api/v1/session", ""), http.StatusOK); !got.OK || len(b.cookies) != 0 {
		t.Errorf("%+v, the browser keeps %v", got, b.cookies)
	}
	b.cookies["__Host-nodeledger"] = stolen
	refused(t, "after signing out", b.send(http.MethodGet, "/api/v1/session", ""), http.StatusUnauthorized, "sign in")
	if g.log.Len() > 0 {
		t.Errorf("the log has %s", g.log)
	}
}

func TestCookies(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ origin, host, remote, prefix string }{
		{home, "books.example.org", "203.0.113.9:5", "__Host-"},
		{"", "127.0.0.1:8080", "127.0.0.1:5", ""},
		{"http://localhost:8080", "whatever", "127.0.0.1:5", ""},
	} {
		g := newGate(t, c.origin)
		alice := g.operator("alice", 1, operator.Admin)
		b := g.browser()
		if b.origin = c.origin; c.origin == "" {
			b.origin = "http://" + c.host
		}
		here := func(r *http.Request) {
			r.Host, r.RemoteAddr = c.host, c.remote
			*r = *at(r, "127.0.0.1:8080")
		}
		invited := b.send(http.MethodPost, "/api/v1/session/nonce?wallet="+alice.wallet.String(), "", here)
		message := read[wire.Invitation](t, invited, http.StatusOK).Message
		signedIn := b.present(message, alice.sign(message), here)
		secure := ""
		if c.prefix != "" {
			secure = " Secure;"
		}
		for i, form := range []string{
			`^` + c.prefix + `nodeledger-invitation=[A-Za-z0-9_-]{54}; Path=/; Max-Age=600; HttpOnly;` + secure + ` SameSite=Strict$`,
			`^` + c.prefix + `nodeledger=[A-Za-z0-9_-]{43}; Path=/; Max-Age=43200; HttpOnly;` + secure + ` SameSite=Strict$`,
			`^` + c.prefix + `nodeledger-invitation=; Path=/; Max-Age=0; HttpOnly;` + secure + ` SameSite=Strict$`,
		} {
			lines := append(invited.Header().Values("Set-Cookie"), signedIn.Header().Values("Set-Cookie")...)
			if len(lines) != 3 || !regexp.MustCompile(form).MatchString(lines[i]) {
				t.Errorf("%s: cookies %q", c.origin, lines)
			}
		}
	}
}

// Where no origin was set, the page is signed in on by the name that the browser has for this machine, and by one name at a time.
func TestSigningInByEitherName(t *testing.T) {
	t.Parallel()
	names := []string{"localhost:8080", "127.0.0.1:8080", "[::1]:8080"}
	for _, here := range names {
		g := newGate(t, "")
		alice := g.operator("alice", 1, operator.Admin)
		b := g.browser()
		as := func(host string) func(*http.Request) {
			return func(r *http.Request) {
				r.Host, r.RemoteAddr = host, "127.0.0.1:5"
				*r = *at(r, "127.0.0.1:8080")
			}
		}
		b.origin = "http://" + here
		invite := func(host string) *httptest.ResponseRecorder {
			return b.send(http.MethodPost, "/api/v1/session/nonce?wallet="+alice.wallet.String(), "", as(host))
		}
		message := read[wire.Invitation](t, invite(here), http.StatusOK).Message
		for _, other := range names {
			if other == here {
				continue
			}
			refused(t, "a page at "+here+" asks "+other, invite(other), http.StatusForbidden,
				"operators sign in on the page of http://"+other+" only")
			b.origin = "http://" + other // as a program may say
			refused(t, "a message for "+here+" at "+other, b.present(message, alice.sign(message), as(other)), http.StatusUnauthorized,
				"the message is for "+here+", not for "+other+": sign in on the page of http://"+other+" only")
			b.origin = "http://" + here
		}
		read[wire.Session](t, b.present(message, alice.sign(message), as(here)), http.StatusOK)
		read[wire.Session](t, b.send(http.MethodGet, "/api/v1/session", "", as(here)), http.StatusOK)
		refused(t, "without the port", invite("localhost"), http.StatusForbidden, "open http://localhost with its port")
		refused(t, "in capitals", invite("LOCALHOST:8080"), http.StatusForbidden, "open http://localhost with its port")
	}
}

// A visitor without an origin that is known cannot sign in.
func TestNobodySignsInAnywhereElse(t *testing.T) {
	t.Parallel()
	g := newGate(t, "")
	alice := g.operator("alice", 1, operator.Admin)
	b := g.browser()
	for name, edit := range map[string]func(*http.Request){
		"from afar": func(r *http.Request) { r.Host, r.RemoteAddr = "127.0.0.1:8080", "203.0.113.9:5" },
		"rebound":   func(r *http.Request) { r.Host, r.RemoteAddr = "evil.com", "127.0.0.1:5" },
		"by the name of another server on this machine": func(r *http.Request) {
			r.Host, r.RemoteAddr = "localhost:9999", "127.0.0.1:5"
			*r = *at(r, "127.0.0.1:8080")
		},
		"through a proxy": func(r *http.Request) {
			r.Host, r.RemoteAddr = "127.0.0.1", "127.0.0.1:5"
			r.Header.Set("X-Forwarded-For", "::1")
		},
	} {
		refused(t, name, b.send(http.MethodPost, "/api/v1/session/nonce", "", edit), http.StatusForbidden, "signing in is not possible here")
		refused(t, name, b.present("x", alice.sign("x"), edit), http.StatusForbidden, "use a token")
	}
	g = newGate(t, home)
	b = g.browser()
	b.origin = "https://evil.com"
	refused(t, "from another page", b.send(http.MethodPost, "/api/v1/session/nonce", ""), http.StatusForbidden, "on the page of "+home)
	refused(t, "from two pages", b.send(http.MethodPost, "/api/v1/session/nonce", "", func(r *http.Request) {
		r.Header["Origin"] = []string{home, "https://evil.com"}
	}), http.StatusForbidden, "on the page of "+home)
	program := func(r *http.Request) { r.Header.Del("Origin") }
	if w := b.send(http.MethodPost, "/api/v1/session/nonce", "", program); w.Code != http.StatusOK {
		t.Errorf("a program cannot ask for a nonce: %d %s", w.Code, w.Body)
	}
}

func TestForgedSignIns(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	alice := g.operator("alice", 1, operator.Admin)
	gone := g.operator("gone", 2, operator.Admin)
	g.apply(operator.Change{Name: "gone", Revoke: true})
	mallory := g.person(3)
	edited := func(old, by string) func(string) string {
		return func(m string) string {
			out := strings.Replace(m, old, by, 1)
			if out == m {
				t.Errorf("%q is not in %q", old, m)
			}
			return out
		}
	}
	same := func(m string) string { return m }
	for _, c := range []struct {
		name   string
		who    person // whose wallet the message names
		edit   func(string) string
		signer person
		status int
		says   string
	}{
		{"somebody unknown", mallory, same, mallory, 401, "not known"},
		{"somebody revoked", gone, same, gone, 401, "not known"},
		{"in the name of another", alice, same, mallory, 401, "not signed by the wallet"},
		{"for another domain", alice, edited("books.example.org wants", "evil.com wants"), alice, 401, "not for books.example.org"},
		{"for another port", alice, edited("books.example.org wants", "books.example.org:8443 wants"), alice, 401, "not for books.example.org"},
		{"without TLS", alice, edited("books.example.org wants", "http://books.example.org wants"), alice, 401, "not for books.example.org"},
		{"for another URI", alice, edited("URI: https://books.example.org", "URI: https://evil.com"), alice, 401, "URI"},
		{"for another chain", alice, edited("Chain ID: 1", "Chain ID: 11155111"), alice, 401, "chain 1"},
		{"with a nonce of one's own", alice, edited("Nonce: ", "Nonce: 0"), alice, 401, "nonce"},
		{"from the future", alice, edited("12:00:00Z", "12:02:00Z"), alice, 401, "future"},
		{"from the past", alice, edited("12:00:00Z", "11:49:00Z"), alice, 401, "ago"},
		{"expired", alice, edited("12:00:00Z", "12:00:00Z\nExpiration Time: 2026-05-01T12:00:00Z"), alice, 401, "expired"},
		{"not yet", alice, edited("12:00:00Z", "12:00:00Z\nNot Before: 2026-05-01T12:00:01Z"), alice, 401, "yet"},
		{"version 2", alice, edited("Version: 1", "Version: 2"), alice, 422, "version"},
		{"a line more", alice, edited("12:00:00Z", "12:00:00Z\nScope: admin"), alice, 422, "does not belong"},
	} {
		b := g.browser()
		message := c.edit(b.message(c.who))
		refused(t, c.name, b.present(message, c.signer.sign(message)), c.status, c.says)
		if b.cookies["__Host-nodeledger"] != "" {
			t.Errorf("%s: a session was opened", c.name)
		}
	}
	b := g.browser()
	message := b.message(alice)
	good := alice.sign(message)
	refused(t, "no signature", b.present(message, ""), 422, "130 hexadecimal digits")
	refused(t, "a signature cut off", b.present(message, good[:130]), 422, "130 hexadecimal digits")
	refused(t, "the mirrored signature", b.present(message, mirroredHex(t, good)), 401, "not signed")
	refused(t, "a signature of nothing", b.present(message, "0x"+strings.Repeat("0", 130)), 401, "not signed")
	refused(t, "of another text", b.present(message, alice.sign(message+" ")), 401, "not signed")
	refused(t, "nothing", b.present("", good), 422, "begin")
	refused(t, "a book", b.present(strings.Repeat("x", 5000), good), 422, "is too long")
	// The refusals before used nothing up.
	if w := b.present(message, good); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// mirroredHex is the other signature of a text that the curve allows.
func mirroredHex(t *testing.T, signature string) string {
	t.Helper()
	raw, err := operator.ParseSignature(signature)
	if err != nil {
		t.Fatal(err)
	}
	new(big.Int).Sub(crypto.S256().Params().N, new(big.Int).SetBytes(raw[32:64])).FillBytes(raw[32:64])
	raw[64] = 55 - raw[64]
	return "0x" + hex.EncodeToString(raw)
}

func TestReplayedSignIns(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	alice := g.operator("alice", 1, operator.Admin)
	victim := g.browser()
	message := victim.message(alice)
	invitation := victim.cookies["__Host-nodeledger-invitation"]
	signature := alice.sign(message)

	thief := g.browser()
	refused(t, "without a cookie", thief.present(message, signature), 401, "this browser")
	thief.message(alice)
	refused(t, "with a cookie of one's own", thief.present(message, signature), 401, "nonce")
	twice := func(r *http.Request) {
		r.Header.Set("Cookie", "__Host-nodeledger-invitation="+invitation+"; __Host-nodeledger-invitation=x")
	}
	refused(t, "with two cookies", thief.present(message, signature, twice), 401, "this browser")
	for _, made := range []string{"x", invitation[:53], invitation + "A", strings.Repeat("A", 54), strings.Repeat("_", 54)} {
		thief.cookies["__Host-nodeledger-invitation"] = made
		refused(t, "with a made-up cookie", thief.present(message, signature), 401, "non") // none, or another nonce
	}

	if w := victim.present(message, signature); w.Code != http.StatusOK {
		t.Fatalf("%d %s", w.Code, w.Body)
	}
	thief.cookies["__Host-nodeledger-invitation"] = invitation
	refused(t, "a second time", thief.present(message, signature), 401, "used before")
	g.clock.at = g.clock.at.Add(10*time.Minute - time.Second)
	refused(t, "a second time, nine minutes later", thief.present(message, signature), 401, "used before")
	g.clock.at = g.clock.at.Add(time.Second)
	refused(t, "when the nonce has ended", thief.present(message, signature), 401, "this browser")

	late := g.browser()
	message = late.message(alice)
	g.clock.at = g.clock.at.Add(10 * time.Minute)
	fresh := strings.Replace(message, "12:10:00Z", "12:19:59Z", 1)
	refused(t, "a fresh message with an old nonce", late.present(fresh, alice.sign(fresh)), 401, "this browser")
}

func TestSessionsEnd(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	alice := g.operator("alice", 1, operator.Admin)
	b := g.browser()
	b.signIn(alice)
	look := func() *httptest.ResponseRecorder { return b.send(http.MethodGet, "/api/v1/operator/test-look", "") }
	begun := g.clock.at
	g.clock.at = begun.Add(12*time.Hour - time.Second)
	if w := look(); w.Code != http.StatusOK {
		t.Errorf("%d %s", w.Code, w.Body)
	}
	g.clock.at = begun.Add(12 * time.Hour)
	refused(t, "after twelve hours", look(), 401, "sign in")

	g.clock.at = begun.Add(12*time.Hour - 5*time.Second)
	message := b.message(alice) + "\nExpiration Time: 2026-05-02T01:00:00+01:00\nResources:\n- https://example.org/x"
	b.csrf = ""
	if s := read[wire.Session](t, b.present(message, alice.sign(message)), http.StatusOK); s.Expires != "2026-05-02T00:00:00Z" {
		t.Errorf("%+v", s)
	}
	g.clock.at = g.clock.at.Add(5 * time.Second)
	refused(t, "when the message expires", look(), 401, "sign in")

	b.signIn(alice)
	g.apply(operator.Change{Name: "alice", Revoke: true})
	refused(t, "when the wallet is revoked", look(), 401, "revoked")
}

func TestSessionsAreBounded(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	alice, bob := g.operator("alice", 1, operator.Admin), g.operator("bob", 2, operator.Admin)
	other := g.browser()
	other.signIn(bob)
	var list []*browser
	for range maxOfWallet + 1 {
		g.clock.at = g.clock.at.Add(time.Second)
		b := g.browser()
		b.signIn(alice)
		list = append(list, b)
	}
	refused(t, "the oldest", list[0].send(http.MethodGet, "/api/v1/session", ""), 401, "sign in")
	for _, b := range append(list[1:], other) {
		if w := b.send(http.MethodGet, "/api/v1/session", ""); w.Code != http.StatusOK {
			t.Errorf("%d %s", w.Code, w.Body)
		}
	}
	g.clock.at = g.clock.at.Add(13 * time.Hour)
	other.csrf = ""
	other.signIn(bob)
	if len(g.auth.sessions.open) != 1 || len(g.auth.sessions.used) != 1 {
		t.Errorf("%d sessions and %d nonces are kept for nothing", len(g.auth.sessions.open)-1, len(g.auth.sessions.used)-1)
	}
	// However many ask for nonces, nothing is kept.
	for range 100 {
		g.browser().message(alice)
	}
	if len(g.auth.sessions.used) != 1 {
		t.Errorf("%d nonces are kept", len(g.auth.sessions.used))
	}
	// As many nonces as can be used at once.
	s, now := newSessions(), g.clock.at
	for i := range maxUsed {
		s.used[strings.Repeat("x", i+1)] = now.Add(time.Minute)
	}
	if _, _, ok := s.start([32]byte{1}, now.Add(time.Minute), session{wallet: alice.wallet, expires: now.Add(time.Hour)}, now); ok {
		t.Error("one more nonce than are kept was taken")
	}
	wanted := session{wallet: alice.wallet, expires: now.Add(time.Hour)}
	if _, _, ok := s.start([32]byte{1}, now.Add(2*time.Minute), wanted, now.Add(time.Minute)); !ok ||
		len(s.used) != 1 {
		t.Errorf("when they have ended, %d are kept", len(s.used))
	}
}

// What the process remembers opens no session, and what callers hold is never twice the same.
func TestSecretsAreNotKept(t *testing.T) {
	t.Parallel()
	s := newSessions()
	now := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	seed := [32]byte{7}
	secret, opened, ok := s.start(seed, now.Add(time.Minute), session{wallet: ledger.Wallet{1}, expires: now.Add(time.Hour)}, now)
	if !ok {
		t.Fatal("no session")
	}
	for id, kept := range s.open {
		if strings.Contains(string(id[:]), secret) || !reflect.DeepEqual(kept, opened) || kept.csrf == secret || kept.seed == seed {
			t.Errorf("%x: %+v keeps the secret %s", id, kept, secret)
		}
		if _, ok := s.of(string(id[:]), now); ok {
			t.Error("the hash of a secret opens the session")
		}
	}
	if key := opened.signedIn(secret).Key; !key.Equal(ed25519.NewKeyFromSeed(seed[:])) {
		t.Error("the secret shows another key than that of the seed")
	}
	var seen []string
	for range 50 {
		invitation, nonce := s.invite(now)
		if slices.Contains(seen, nonce) || len(nonce) != 64 || strings.Contains(invitation, nonce) {
			t.Errorf("%s, %s", invitation, nonce)
		}
		seen = append(seen, nonce)
		if back, _, ok := s.invited(invitation, now); !ok || nonceOf(back) != nonce {
			t.Errorf("%s became %x, %t", nonce, back, ok)
		}
		if back, _, ok := newSessions().invited(invitation, now); ok && nonceOf(back) == nonce {
			t.Error("another process makes the same nonce")
		}
	}
}

// Many at once with one nonce: one of them signs in.
func TestOneNonceOpensOneSession(t *testing.T) {
	t.Parallel()
	s := newSessions()
	now := time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)
	seed := [32]byte{9}
	var opened atomic.Int32
	var all sync.WaitGroup
	for i := range 50 {
		all.Go(func() {
			if secret, _, ok := s.start(seed, now.Add(time.Minute), session{wallet: ledger.Wallet{byte(i)}, expires: now.Add(time.Hour)}, now); ok {
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

// A contract signs in by its own word. No other address is asked, and a wallet with a key never is.
func TestAContractSignsIn(t *testing.T) {
	t.Parallel()
	g := newGate(t, home)
	alice, board, stranger := g.operator("alice", 1, operator.Admin), g.person(2), g.person(3)
	g.apply(operator.Change{Name: "board", Label: "safe", Wallet: board.wallet.String(), Contract: true,
		Scopes: []operator.Scope{operator.Approve}})
	long := "0x" + strings.Repeat("ab", 195)
	b := g.browser()
	refused(t, "a wallet that is none", b.present(b.message(alice), long), http.StatusUnauthorized, "not signed by the wallet")
	refused(t, "a stranger", b.present(b.message(stranger), long), http.StatusUnauthorized, "not signed by the wallet")
	refused(t, "too long", b.present(b.message(board), "0x"+strings.Repeat("ab", operator.MaxSignature+1)), http.StatusUnprocessableEntity, "")
	b.signIn(alice)
	if len(g.contracts.asked) > 0 {
		t.Fatalf("asked %v", g.contracts.asked)
	}
	b = g.browser()
	g.contracts.err = problem.New(problem.NotAuthenticated, "", "the contract does not say so")
	refused(t, "a no", b.present(b.message(board), long), http.StatusUnauthorized, "does not say so")
	g.contracts.err = problem.New(problem.Unavailable, problem.NoNode, "no node answers")
	refused(t, "nobody answers", b.present(b.message(board), long), http.StatusServiceUnavailable, "no node answers")
	g.contracts.err = nil
	got := read[wire.Session](t, b.present(b.message(board), long), http.StatusOK)
	if got.Operator != "board" || got.How != "wallet:"+board.wallet.String() || len(g.contracts.asked) != 3 {
		t.Errorf("%+v, asked %v", got, g.contracts.asked)
	}
}
