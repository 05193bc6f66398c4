package auth

// A server with nothing but sign-in and four operations for operators, and a browser to visit it with.

import (
	"bytes"
	"context"
	"crypto/ecdsa"
	"encoding/hex"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/labstack/echo/v4"

	"github.com/nodeledger/nodeledger/httpapi/limits"
	"github.com/nodeledger/nodeledger/httpapi/operation"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/wire"
)

// hand is a clock that is moved by hand.
type hand struct{ at time.Time }

// Now is where the hand stands.
func (h *hand) Now() time.Time { return h.at }

const home = "https://books.example.org"

// gate is a server with operators.
type gate struct {
	*testing.T
	auth      *Auth
	handler   http.Handler
	clock     *hand
	registry  operator.Registry
	contracts words
	calls     []string // of the operations for operators: who and what
	log       *strings.Builder
	dear      chan struct{} // what takes long is answered when it is closed
}

// words are what contracts say: of which wallet they were asked, and the answer.
type words struct {
	asked []ledger.Wallet
	err   error
}

func (w *words) AskContract(_ context.Context, wallet ledger.Wallet, _ string, _ []byte) (operator.Word, error) {
	w.asked = append(w.asked, wallet)
	return operator.Word{}, w.err
}

type noted struct {
	Body struct {
		Reference string `json:"reference"`
		Note      string `json:"note,omitempty"`
	}
}

// did says that an operation was done.
type did struct {
	OK bool `json:"ok"`
}

// newGate is a gate whose page is at an address; at none that is configured when it is empty.
func newGate(t *testing.T, page string) *gate {
	t.Helper()
	g := &gate{T: t, clock: &hand{time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)}, log: new(strings.Builder),
		dear: make(chan struct{})}
	p, err := program.Load("gpunet")
	g.must(err)
	var at Origin
	if page != "" {
		at, err = ParseOrigin(page)
		g.must(err)
	}
	e, log := echo.New(), slog.New(slog.NewTextHandler(g.log, nil))
	api := operation.New(e, huma.DefaultConfig("gate", "test"), log)
	e.Use(operation.Identify, limits.Secure(at.Secure()), limits.Share, limits.Recover(log), limits.Bound(api, time.Minute))
	g.handler = e
	g.auth = New(api, func() operator.Registry { return g.registry }, at, g.clock, p, &g.contracts, limits.NewLimiter(0, nil).Client, nil)
	api.SetGuard(g.auth.Require)
	g.auth.Register(api)
	record := operation.Operation{
		ID: "test-record", Method: http.MethodPost, Path: "/api/v1/operator/test-record/{what}", Guarded: true, Scope: operator.Record,
	}
	operation.Register(api, record, g.note)
	file := operation.Operation{
		ID: "test-file", Method: http.MethodPost, Path: "/api/v1/operator/test-file", Guarded: true, Scope: operator.Record,
		Bounds: operation.FileBounds,
	}
	operation.Register(api, file, g.note)
	look := operation.Operation{ID: "test-look", Path: "/api/v1/operator/test-look", Guarded: true}
	operation.Register(api, look, func(ctx context.Context, _ *struct{}) (did, error) {
		actor, ok := OperatorOf(ctx)
		g.calls = append(g.calls, actor.Name())
		return did{ok}, nil
	})
	dear := operation.Operation{ID: "test-dear", Path: "/api/v1/operator/test-dear", Guarded: true,
		Bounds: operation.Bounds{Cost: operation.Cost{Turn: true}}}
	operation.Register(api, dear, func(context.Context, *struct{}) (did, error) {
		<-g.dear
		return did{true}, nil
	})
	operation.Register(api, operation.Operation{ID: "health", Path: "/healthz"},
		func(context.Context, *struct{}) (did, error) { return did{true}, nil })
	return g
}

// note is an operation that writes down who did what.
func (g *gate) note(ctx context.Context, in *noted) (did, error) {
	actor, ok := OperatorOf(ctx)
	g.calls = append(g.calls, actor.Name()+" "+actor.How()+" "+in.Body.Reference+" "+strconv.Itoa(len(in.Body.Note)))
	return did{ok}, nil
}

func (g *gate) must(err error) {
	g.Helper()
	if err != nil {
		g.Fatal(err)
	}
}

// apply changes who the operators are.
func (g *gate) apply(c operator.Change) {
	g.Helper()
	g.must(g.registry.Apply(c, g.clock.at))
}

// token gives an operator a token.
func (g *gate) token(name, label string, until time.Time, scopes ...operator.Scope) string {
	g.Helper()
	secret, hash, err := operator.NewToken(strings.NewReader(strings.Repeat(name+label, 32)))
	g.must(err)
	g.apply(operator.Change{Name: name, Label: label, Token: hash, Scopes: scopes, Until: until})
	return secret
}

// person is somebody with a wallet.
type person struct {
	key    *ecdsa.PrivateKey
	wallet ledger.Wallet
}

func (g *gate) person(seed byte) person {
	g.Helper()
	key, err := crypto.ToECDSA(bytes.Repeat([]byte{seed}, 32))
	g.must(err)
	return person{key, ledger.Wallet(crypto.PubkeyToAddress(key.PublicKey))}
}

// operator is a person whose wallet counts.
func (g *gate) operator(name string, seed byte, scopes ...operator.Scope) person {
	g.Helper()
	p := g.person(seed)
	g.apply(operator.Change{Name: name, Label: "wallet", Wallet: p.wallet.String(), Scopes: scopes})
	return p
}

func (p person) sign(text string) string {
	signature, err := crypto.Sign(crypto.Keccak256([]byte("\x19Ethereum Signed Message:\n"+strconv.Itoa(len(text))+text)), p.key)
	if err != nil {
		panic(err) // the digest has 32 bytes
	}
	signature[64] += 27
	return "0x" + hex.EncodeToString(signature)
}

// browser keeps cookies and says where it comes from.
type browser struct {
	*gate
	origin  string
	cookies map[string]string
	csrf    string
}

func (g *gate) browser() *browser {
	return &browser{gate: g, origin: home, cookies: map[string]string{}}
}

// send sends a request as the page would; edit may make it another one.
func (b *browser) send(method, path, text string, edit ...func(*http.Request)) *httptest.ResponseRecorder {
	b.Helper()
	var content io.Reader
	if text != "" {
		content = strings.NewReader(text)
	}
	r := httptest.NewRequestWithContext(b.Context(), method, path, content)
	r.Header.Set("Origin", b.origin)
	if text != "" {
		r.Header.Set("Content-Type", "application/json")
	}
	if b.csrf != "" {
		r.Header.Set("X-CSRF-Token", b.csrf)
	}
	for name, value := range b.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	for _, change := range edit {
		change(r)
	}
	w := httptest.NewRecorder()
	b.handler.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		if b.cookies[c.Name] = c.Value; c.MaxAge < 0 {
			delete(b.cookies, c.Name)
		}
	}
	return w
}

// read reads an answer that must be of a status.
func read[T any](t *testing.T, w *httptest.ResponseRecorder, status int) (out T) {
	t.Helper()
	if w.Code != status {
		t.Fatalf("%d, want %d: %s", w.Code, status, w.Body)
	}
	d := json.NewDecoder(w.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil {
		t.Fatalf("%v: %s", err, w.Body)
	}
	return out
}

// refused expects a problem.
func refused(t *testing.T, name string, w *httptest.ResponseRecorder, status int, says string) {
	t.Helper()
	var p wire.Problem
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil || w.Code != status || p.Status != status ||
		w.Header().Get("Content-Type") != "application/problem+json" ||
		!strings.Contains(p.Detail, says) {
		t.Errorf("%s: %d %s, want %d with %q", name, w.Code, w.Body, status, says)
	}
	if (status == http.StatusUnauthorized) != (w.Header().Get("WWW-Authenticate") != "") {
		t.Errorf("%s: %d with WWW-Authenticate %q", name, w.Code, w.Header().Get("WWW-Authenticate"))
	}
}

// message asks for a nonce and writes the message for a wallet to sign.
func (b *browser) message(p person) string {
	b.Helper()
	return read[wire.Invitation](b.T, b.send(http.MethodPost, "/api/v1/session/nonce?wallet="+p.wallet.String(), ""), http.StatusOK).Message
}

func quoted(text string) string {
	raw, err := json.Marshal(text)
	if err != nil {
		panic(err) // texts always encode
	}
	return string(raw)
}

func (b *browser) present(message, signature string, edit ...func(*http.Request)) *httptest.ResponseRecorder {
	b.Helper()
	return b.send(http.MethodPost, "/api/v1/session", `{"message":`+quoted(message)+`,"signature":`+quoted(signature)+`}`, edit...)
}

// signIn signs in and keeps the session's token.
func (b *browser) signIn(p person) wire.Session {
	b.Helper()
	message := b.message(p)
	s := read[wire.Session](b.T, b.present(message, p.sign(message)), http.StatusOK)
	b.csrf = s.CSRF
	return s
}
