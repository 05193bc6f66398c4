package httpapi_test

// What a stranger gets of wallets that are held back or on the sanctions list: nothing, and nothing to guess from.

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/wire"
)

const secretWord = "police request"

// withSecrets are books in which one wallet is held back, one is on the sanctions list, and one is owed less than the minimum.
func withSecrets(t *testing.T) (d *desk, held, listed, small ledger.Wallet) {
	t.Helper()
	held, listed, small = samplebooks.Person(1), samplebooks.Person(2), samplebooks.Person(10)
	return booksWith(t, secrets{held, []ledger.Wallet{listed}, secretWord}, true), held, listed, small
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
		if strings.Contains(readable(text), secretWord) {
			t.Errorf("%s says %q in the content of an input", path, secretWord)
		}
		all.WriteString(readable(text))
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

// What is private needs the scope private, whatever else a key may do.
func TestPrivateNeedsItsScope(t *testing.T) {
	t.Parallel()
	d, held, _, _ := withSecrets(t)
	bot := d.bot()
	for _, path := range []string{"/holds", "/audit", "/payouts/april/waiting", "/payouts/april/file"} {
		if w := d.send(bot, http.MethodGet, path, nil); w.Code != http.StatusForbidden || !strings.Contains(w.Body.String(), "private") {
			t.Errorf("%s: %d %.200s", path, w.Code, w.Body)
		}
		if w := d.send(d.ann, http.MethodGet, path, nil); w.Code != http.StatusOK {
			t.Errorf("%s: %d %.200s", path, w.Code, w.Body)
		}
	}
	// Others see that an exception was resolved, and not with which words.
	if text := d.send(d.ann, http.MethodGet, "/exceptions?all=true", nil).Body.String(); !strings.Contains(text, secretWord) {
		t.Errorf("the reason is not told: %s", text)
	}
	for _, path := range []string{"/exceptions?all=true", "/health", "/operators"} {
		w := d.send(bot, http.MethodGet, path, nil)
		if text := w.Body.String(); w.Code != http.StatusOK || strings.Contains(text, secretWord) || strings.Contains(text, held.String()) {
			t.Errorf("%s: %d %s", path, w.Code, text)
		}
	}
	d.refuses(d.ann, "/holds", map[string]any{"reference": "hold-" + samplebooks.Person(4).String(), "wallet": samplebooks.Person(4).String(),
		"reason": "x"}, http.StatusUnprocessableEntity, "invalid", "everybody can read references")
}

// Whoever approves or exports a run with a wallet that must not be paid now is told which one only with the scope private.
func TestApproversAreToldWithTheScopeOnly(t *testing.T) {
	t.Parallel()
	d := newDesk(t, fives(10))
	bot, held := d.bot(), samplebooks.Person(1)
	d.earned("7900")
	d.did(d.ann, "/payouts", map[string]any{"run": "april", "asset": "USDT"}, &wire.PayoutReceipt{})
	d.did(d.ann, "/payouts/april/propose", nil, &wire.PayoutReceipt{})
	d.did(d.ann, "/holds", map[string]any{"reference": "hold-1", "wallet": held.String(), "reason": secretWord}, &wire.Receipt{})
	d.refuses(d.bob, "/payouts/april/approve", nil, http.StatusConflict, "barred", held.String()+" has a line in run april and is held back")
	said := d.refuses(bot, "/payouts/april/approve", nil, http.StatusConflict, "barred", "cancel the run and prepare it again")
	if text := strings.Join(details(said), " "); strings.Contains(text, held.String()) || strings.Contains(text, "held") {
		t.Errorf("a key without the scope is told %q", text)
	}
}

// bot is a third operator, who may do everything but read what is private.
func (d *desk) bot() (token string) {
	d.Helper()
	token = "nlo_" + strings.Repeat("C", 42) + "A"
	d.did(d.ann, "/operators", map[string]any{
		"reference": "key-bot", "name": "bot", "label": "ci", "token": operator.TokenKey(token),
		"scopes": []string{"record", "prepare", "approve", "admin"},
	}, &wire.Receipt{})
	var all wire.Operators
	d.look("/operators", &all)
	for _, k := range all.Waiting {
		d.did(d.bob, "/operators/consent", map[string]any{"name": k.Name, "grant": k.Grant}, &wire.Receipt{})
	}
	return token
}
