package httpapi_test

// What a stranger gets of wallets that are held back or on the sanctions list: nothing, and nothing to guess from.

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/httpapi/stream"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/wire"
)

const secretWord = "police request"

// withSecrets are books in which one wallet is held back, one is on the sanctions list, and one is owed less than the minimum.
func withSecrets(t *testing.T) (d *desk, held, listed, small ledger.Wallet) {
	t.Helper()
	d = newDesk(t, fives(60))
	held, listed, small = samplebooks.Person(1), samplebooks.Person(2), samplebooks.Person(10)
	d.earned("7900")
	d.did(d.ann, "/holds", map[string]any{"reference": "hold-1", "wallet": held.String(), "reason": secretWord}, &wire.Receipt{})
	d.did(d.ann, "/sanctions", map[string]any{"reference": "list-1", "name": "list.csv", "text": listed.String() + "\n"}, &wire.Receipt{})
	d.letOut("april", "transfer")
	return d, held, listed, small
}

// public is every answer that a stranger gets about the books, by path: every operation that is for everybody, for every wallet.
func (d *desk) public() map[string]string {
	d.Helper()
	given := map[string][]string{
		"{wallet}": {deskTreasury}, "{run}": {"april"}, "{month}": {"2024-04"}, "{quarter}": {"2024-Q2"}, "{job}": {"points"},
		"{slot}": {"2024-04-20"}, "{format}": {"csv", "hledger", "safe", "airdrop"}, "{path}": {"sale:dust"}, "{sequence}": {"5", "6"},
		"{line}": {"0"},
	}
	for n := range 60 {
		given["{wallet}"] = append(given["{wallet}"], samplebooks.Person(byte(n+1)).String())
	}
	answers := map[string]string{"/": d.ask(http.MethodGet, "/").Body.String()}
	var described parameters
	check(d.T, json.Unmarshal(d.ask(http.MethodGet, "/openapi.json").Body.Bytes(), &described))
	for path, operations := range described.Paths {
		if o, reads := operations["get"]; !reads || len(o.Security) > 0 {
			continue
		}
		paths := []string{path}
		for name, values := range given {
			for i := len(paths) - 1; i >= 0; i-- {
				if p := paths[i]; strings.Contains(p, name) {
					paths = slices.Delete(paths, i, i+1)
					for _, v := range values {
						paths = append(paths, strings.Replace(p, name, v, 1))
					}
				}
			}
		}
		for _, p := range paths {
			for _, query := range []string{"", "?limit=500", "?limit=200", "?all=true", "?quantity=1"} {
				// A stream never ends by itself; what it has said by then is looked at.
				if p == stream.Route && query != "" {
					continue
				}
				ctx, cancel := context.WithTimeout(d.Context(), 2*time.Second)
				w := httptest.NewRecorder()
				d.handler.ServeHTTP(w, request(ctx, p+query))
				cancel()
				if raw, err := io.ReadAll(w.Body); err == nil && w.Code == http.StatusOK {
					answers[p+query] = string(raw)
				}
			}
		}
	}
	return answers
}

// request asks for what comes after the first transaction, when it is the stream.
func request(ctx context.Context, path string) *http.Request {
	r := httptest.NewRequestWithContext(ctx, http.MethodGet, path, nil)
	if path == stream.Route {
		r.Header.Set("Last-Event-ID", "1")
	}
	return r
}

// A stranger who knows every holder, every form of fact and the word that was used finds no wallet and no reason in anything
// that is public, and no digest that comes out of a guess.
func TestNoGuessFindsWhoIsHeldBack(t *testing.T) {
	t.Parallel()
	d, held, listed, _ := withSecrets(t)
	answers := d.public()
	if len(answers) < 200 {
		t.Fatalf("only %d answers are public", len(answers))
	}
	var all strings.Builder
	for path, text := range answers {
		for _, secret := range []string{secretWord, "held_back", "on_sanctions_list", "waiting-held-back", "waiting-on-sanctions-list"} {
			if strings.Contains(text, secret) && path != "/" {
				t.Errorf("%s says %q", path, secret)
			}
		}
		all.WriteString(text)
	}
	heard := all.String()
	found := func(digest [32]byte) bool { return strings.Contains(heard, hex.EncodeToString(digest[:])) }
	guess := func(kind string, body any) [32]byte {
		fact, err := fold.NewFact(kind, "x", body, samplebooks.Day(1))
		check(t, err)
		return fact.Digest()
	}
	// The same guess works for what is public, so it would have worked for this.
	if !found(guess(fold.PayoutStep, fold.StepBody{Run: "april", Step: payout.Propose})) {
		t.Fatal("the digest of a public fact is not where it is looked for")
	}
	words := []string{"", "fraud", "police", "police request", "sanctions", "kyc", "court order", "a question"}
	for n := range 60 {
		w := samplebooks.Person(byte(n + 1)).String()
		for _, why := range words {
			if found(guess(fold.PayoutHold, fold.HoldBody{Wallet: w, Reason: why})) {
				t.Errorf("a guess finds that %s is held back: %q", w, why)
			}
		}
		if found(guess(fold.PayoutSanction, fold.SanctionsBody{Wallets: []string{w}})) {
			t.Errorf("a guess finds that %s is on the sanctions list", w)
		}
	}
	d.guessFile(found, held, listed)
}

// guessFile makes the run's file and the list of who waits as they are, but without the salt: a stranger knows all but who waits.
func (d *desk) guessFile(found func([32]byte) bool, held, listed ledger.Wallet) {
	d.Helper()
	run, tx, err := d.engine.Run(d.Context(), "april")
	check(d.T, err)
	why := map[ledger.Wallet]payout.Reason{}
	for _, w := range run.Waiting {
		why[w.Wallet] = w.Why
	}
	if why[held] != payout.HeldBack || why[listed] != payout.OnList || len(run.Salt) < 16 {
		d.Fatalf("%+v, salt of %d bytes", run.Waiting, len(run.Salt))
	}
	hash, err := run.WriteFile(io.Discard)
	check(d.T, err)
	if !found(hash) || tx.Meta["file"] != hash.String() {
		d.Error("the run's file is not the one of the journal")
	}
	run.Salt = nil
	if hash, err = run.WriteFile(io.Discard); err != nil || found(hash) {
		d.Errorf("the hash of the run's file can be guessed: %v", err)
	}
	type row struct {
		W string        `json:"w"`
		A string        `json:"a"`
		Y payout.Reason `json:"y"`
		T string        `json:"t,omitempty"`
	}
	var rows []row
	for _, w := range run.Waiting {
		rows = append(rows, row{w.Wallet.String(), w.Amount.Digits(), w.Why, w.Public()})
	}
	raw, err := json.Marshal(rows)
	if check(d.T, err); found(sha256.Sum256(raw)) {
		d.Error("the list of who waits can be guessed")
	}
}

// No public answer about a wallet tells whether it is held back, on the sanctions list, or owed too little.
func TestWhoWaitsIsOneThing(t *testing.T) {
	t.Parallel()
	d, held, listed, small := withSecrets(t)
	amount := regexp.MustCompile(`"amount":\{[^}]*\}`)
	masked := func(w ledger.Wallet) string {
		text := d.ask(http.MethodGet, "/api/v1/holders/"+w.String()+"/payouts").Body.String()
		if !strings.Contains(text, `"state":"waiting"`) {
			t.Fatalf("%s does not wait: %s", w, text)
		}
		return amount.ReplaceAllString(strings.ReplaceAll(text, w.String(), "W"), "A")
	}
	want := masked(small)
	for _, w := range []ledger.Wallet{held, listed} {
		if got := masked(w); got != want {
			t.Errorf("%s\nanother one:\n%s", got, want)
		}
	}
}

// What is private needs the scope private, whatever else a key may do.
func TestPrivateNeedsItsScope(t *testing.T) {
	t.Parallel()
	d, _, _, _ := withSecrets(t)
	other := "nlo_" + strings.Repeat("C", 42) + "A"
	sum := sha256.Sum256([]byte(other))
	d.did(d.ann, "/operators", map[string]any{
		"reference": "key-bot", "name": "bot", "label": "ci", "token": hex.EncodeToString(sum[:]),
		"scopes": []string{"record", "prepare", "approve", "admin"},
	}, &wire.Receipt{})
	var keys wire.Operators
	d.look("/operators", &keys)
	d.did(d.bob, "/operators/consent", map[string]any{"name": "bot", "grant": keys.Waiting[0].Grant}, &wire.Receipt{})
	for _, path := range []string{"/holds", "/audit", "/payouts/april/waiting", "/payouts/april/file"} {
		if w := d.send(other, http.MethodGet, path, nil); w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), "private") {
			t.Errorf("%s: %d %.200s", path, w.Code, w.Body)
		}
		if w := d.send(d.ann, http.MethodGet, path, nil); w.Code != http.StatusOK {
			t.Errorf("%s: %d %.200s", path, w.Code, w.Body)
		}
	}
	d.refuses(d.ann, "/holds", map[string]any{"reference": "hold-" + samplebooks.Person(4).String(), "wallet": samplebooks.Person(4).String(),
		"reason": "x"}, http.StatusUnprocessableEntity, "invalid", "everybody can read references")
}
