package engine_test

import (
	"context"
	"crypto/ecdsa"
	"crypto/ed25519"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/payout"
	"github.com/nodeledger/nodeledger/problem"
)

func operatorGoes(name string) operator.Change { return operator.Change{Name: name, Revoke: true} }

// wallet is an operator's key of their own.
type wallet struct {
	t    *testing.T
	name string
	key  *ecdsa.PrivateKey
}

func newWallet(t *testing.T, name string, seed byte) wallet {
	t.Helper()
	key, err := crypto.ToECDSA(append(make([]byte, 31), seed))
	if err != nil {
		t.Fatal(err)
	}
	return wallet{t, name, key}
}

func (w wallet) address() string {
	return ledger.Wallet(crypto.PubkeyToAddress(w.key.PublicKey)).String()
}

// sign asks for the text of something, signs it as personal_sign does (EIP-191), and says it again with the signature.
func (w wallet) sign(say func(engine.By) (engine.Receipt, error)) (engine.Receipt, error) {
	w.t.Helper()
	_, err := say(engine.By{Name: w.name, StatementOnly: true})
	var unsigned *engine.Unsigned
	if !errors.As(err, &unsigned) {
		w.t.Fatalf("no text to sign: %v", err)
	}
	return say(engine.By{Name: w.name, Signature: w.signature(unsigned.Text), After: unsigned.After})
}

// by is the wallet with its signature of a text.
func (w wallet) by(text string) engine.By {
	return engine.By{Name: w.name, Signature: w.signature(text), After: afterOf(text)}
}

// afterOf is how many facts a text names.
func afterOf(text string) (facts uint64) {
	_, _ = fmt.Sscanf(text[strings.LastIndex(text, "\nafter ")+1:], "after %d facts", &facts) // 0 where it names none
	return facts
}

// session is a sign-in of the wallet at an instant, by the key that it lets sign for it.
func (w wallet) session(e *engine.Engine, at time.Time) engine.By {
	w.t.Helper()
	p := e.Program()
	public, key, err := ed25519.GenerateKey(nil)
	if err != nil {
		w.t.Fatal(err)
	}
	m := operator.SignIn{Domain: "books.example", Wallet: ledger.Wallet(crypto.PubkeyToAddress(w.key.PublicKey)),
		Statement: operator.SignInStatement(p.Name), URI: "https://books.example", Chain: p.Chain.ID, Nonce: operator.SessionNonce(public),
		IssuedAt: at}
	return engine.By{Name: w.name, Session: &operator.SignedIn{Wallet: m.Wallet, Issued: at, Key: key,
		Session: operator.Session{Message: m.Text(), Signature: w.signature(m.Text())}}}
}

// signature is the wallet's signature of a text.
func (w wallet) signature(text string) []byte {
	w.t.Helper()
	hash := crypto.Keccak256([]byte("\x19Ethereum Signed Message:\n"+strconv.Itoa(len(text))), []byte(text))
	signature, err := crypto.Sign(hash, w.key)
	if err != nil {
		w.t.Fatal(err)
	}
	return signature
}

// turned is a clock that a test turns.
type turned struct{ now time.Time }

func (c *turned) Now() time.Time { return c.now }

// What was signed while a key counted stays good permanently: after the key ended, after it was revoked, in books that are made
// of their inputs years later. After that it records nothing.
func TestSignedFactsOutliveTheirKeys(t *testing.T) {
	ctx := context.Background()
	_, s, _ := funded(t)
	clock := &turned{time.Date(2024, 6, 1, 12, 0, 0, 0, time.UTC)}
	e, err := engine.Open(ctx, paying(t), s, nil, clock, silent())
	if err != nil {
		t.Fatal(err)
	}
	carol, dave := newWallet(t, "carol", 1), newWallet(t, "dave", 2)
	give(t, e, "carol",
		operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: operator.Scopes(), Until: clock.now.Add(time.Hour)})
	give(t, e, "dave",
		operator.Change{Name: "dave", Label: "nano", Wallet: dave.address(), Scopes: []operator.Scope{operator.Record, operator.Approve}})
	hold := func(reference string) func(engine.By) (engine.Receipt, error) {
		return func(by engine.By) (engine.Receipt, error) {
			return e.Hold(ctx, by, reference, ledger.Wallet{19: 51}.String(), "a question")
		}
	}
	revenue := func(reference string) func(engine.By) (engine.Receipt, error) {
		return func(by engine.By) (engine.Receipt, error) {
			return e.RecordRevenue(ctx, by, reference,
				fold.RevenueRow{Source: "dapp", Amount: "1", At: time.Date(2024, 4, 22, 0, 0, 0, 0, time.UTC)})
		}
	}
	done(t)(carol.sign(hold("hold")))
	done(t)(dave.sign(revenue("dave")))
	if again, err := dave.sign(revenue("dave")); !again.AlreadyRecorded || err != nil {
		t.Errorf("the same once more: again %v, %v", again, err)
	}
	refusal(t, problem.Forbidden, "lacks the scope admin")(dave.sign(hold("another")))
	stranger := newWallet(t, "dave", 3)
	refusal(t, problem.NotAuthenticated, "not known")(stranger.sign(revenue("stranger")))
	clock.now = clock.now.Add(-30 * time.Minute) // a clock that was set back
	done(t)(carol.sign(hold("earlier")))
	clock.now = clock.now.Add(2 * time.Hour)
	refusal(t, problem.NotAuthenticated, "has ended")(carol.sign(hold("late")))
	done(t)(e.RecordOperator(ctx, ann, "dave-goes", operatorGoes("dave")))
	refusal(t, problem.NotAuthenticated, "revoked")(dave.sign(revenue("gone")))
	clock.now = clock.now.AddDate(5, 0, 0)
	livedOn(t, e, paying(t), s)
	rebuilt(t, s)
	verified(t, s)
}

// Somebody who signed in, or gave a token to a server, is asked again when it is their turn to write.
func TestWhoProvedThemselvesBeforeIsLookedUpAgain(t *testing.T) {
	ctx := context.Background()
	w, s, e := funded(t)
	carol := newWallet(t, "carol", 1)
	token := "nlo_" + "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCA"[:43]
	nano := operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: []operator.Scope{operator.Record}}
	give(t, e, "wallet", nano)
	done(t)(carol.sign(func(by engine.By) (engine.Receipt, error) {
		return e.RecordOperator(ctx, by, "token", operator.Change{Name: "carol", Label: "ci", Token: operator.TokenKey(token),
			Scopes: []operator.Scope{operator.Record}})
	}))
	now := w.Now()
	bySession, byToken := carol.session(e, now), engine.By{Token: token}
	record := func(reference string, by engine.By) (engine.Receipt, error) {
		return e.RecordRevenue(ctx, by, reference, fold.RevenueRow{Source: "dapp", Amount: "1", At: now})
	}
	done(t)(record("session-1", bySession))
	done(t)(record("token-1", byToken))
	nano.Scopes = []operator.Scope{operator.Approve}
	give(t, e, "less", nano)
	refusal(t, problem.Forbidden, "lacks the scope record")(record("session-2", bySession))
	done(t)(e.RecordOperator(ctx, ann, "ci-goes", operator.Change{Name: "carol", Label: "ci", Revoke: true}))
	refusal(t, problem.NotAuthenticated, "revoked")(record("token-2", byToken))
	// Of two proofs the token counts, and the signature is not kept as one.
	refusal(t, problem.NotAuthenticated, "")(record("both", engine.By{Name: "carol", Token: token, Signature: make([]byte, 65)}))
	done(t)(record("both", engine.By{Name: "ann", Token: ann.Token, Signature: make([]byte, 65)}))
	livedOn(t, e, paying(t), s)
	rebuilt(t, s)
}

// Every kind of fact needs one scope, and no other one does.
func TestEveryFactNeedsItsScope(t *testing.T) {
	ctx := context.Background()
	w, _, e := funded(t)
	keys := map[operator.Scope]engine.By{}
	for i, scope := range operator.Scopes() {
		name := fmt.Sprintf("only-%s", scope)
		key := newWallet(t, name, byte(10+i))
		hire(t, e, operator.Change{Name: name, Label: "nano", Wallet: key.address(), Scopes: []operator.Scope{scope}})
		keys[scope] = key.session(e, w.Now())
	}
	for _, scope := range []operator.Scope{operator.Record, operator.Approve, operator.Admin} {
		refusal(t, problem.Forbidden, "lacks the scope prepare")(e.CloseMonth(ctx, keys[scope], "2024-04"))
	}
	refusal(t, problem.NotAuthenticated, "is not authenticated")(e.CloseMonth(ctx, engine.By{Name: "ann"}, "2024-04"))
	done(t)(e.CloseMonth(ctx, keys[operator.Prepare], "2024-04"))
	at := w.Now()
	for what, one := range map[string]struct {
		needs operator.Scope
		say   func(engine.By) (engine.Receipt, error)
	}{
		"revenue": {operator.Record, func(by engine.By) (engine.Receipt, error) {
			return e.RecordRevenue(ctx, by, "r", fold.RevenueRow{Source: "dapp", Amount: "1", At: at})
		}},
		"buyback": {operator.Record, func(by engine.By) (engine.Receipt, error) {
			return e.RecordBuyback(ctx, by, "b", fold.BuybackRow{Spent: "1", Tokens: "1", Source: "dapp", At: at})
		}},
		"prepare": {operator.Prepare, func(by engine.By) (engine.Receipt, error) {
			return e.PreparePayout(ctx, by, "r", "USDT", payout.Transfer)
		}},
		"propose": {operator.Prepare, func(by engine.By) (engine.Receipt, error) { return e.StepPayout(ctx, by, "r", payout.Propose, "") }},
		"approve": {operator.Approve, func(by engine.By) (engine.Receipt, error) { return approve(e, by, "r") }},
		"export": {operator.Prepare, func(by engine.By) (engine.Receipt, error) {
			return e.ExportPayout(ctx, by, "r", ledger.Hash{}, ledger.Hash{})
		}},
		"cancel": {operator.Prepare, func(by engine.By) (engine.Receipt, error) { return e.StepPayout(ctx, by, "r", payout.Cancel, "why") }},
		"resolve": {operator.Prepare, func(by engine.By) (engine.Receipt, error) {
			return e.ResolvePayment(ctx, by, fold.ResolveBody{Exception: "0x1:1", Reason: "why", Nature: payout.Withdrawal})
		}},
		"hold":      {operator.Admin, func(by engine.By) (engine.Receipt, error) { return e.Hold(ctx, by, "h", "0x1", "why") }},
		"sanctions": {operator.Admin, func(by engine.By) (engine.Receipt, error) { return e.RecordSanctions(ctx, by, "s", []string{"0x1"}) }},
		"operator": {operator.Admin, func(by engine.By) (engine.Receipt, error) {
			return e.RecordOperator(ctx, by, "o", operatorGoes("nobody"))
		}},
	} {
		for scope, by := range keys {
			if _, err := one.say(by); (problem.KindOf(err) == problem.Forbidden) != (scope != one.needs) {
				t.Errorf("%s with the scope %s: %v", what, scope, err)
			}
		}
		if _, err := one.say(engine.By{Name: "ann"}); problem.KindOf(err) != problem.NotAuthenticated {
			t.Errorf("%s by a name alone: %v", what, err)
		}
	}
}

// Frozen books are thawed by a wallet as well: the text to sign is the same until they are thawed, however long that takes.
func TestAWalletThawsTheBooks(t *testing.T) {
	ctx := context.Background()
	w := newWorld(1)
	w.grow(10)
	w.Finalise(2)
	s := open(t, "books.db")
	clock := &turned{time.Date(2024, 6, 1, 12, 0, 0, 0, time.UTC)}
	e, err := engine.Open(ctx, paying(t), s, w, clock, silent())
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Sync(ctx, nil); err != nil {
		t.Fatal(err)
	}
	staff(t, e)
	carol := newWallet(t, "carol", 1)
	give(t, e, "carol",
		operator.Change{Name: "carol", Label: "nano", Wallet: carol.address(), Scopes: operator.Scopes()})
	w.Final -= 4
	w.reorganise(6)
	w.Finalise(0)
	for range 2 { // books that freeze twice are thawed twice
		if err := e.Sync(ctx, nil); !errors.Is(err, engine.ErrFrozen) {
			t.Fatal(err)
		}
		done(t)(carol.sign(func(by engine.By) (engine.Receipt, error) {
			clock.now = clock.now.Add(time.Minute)
			return e.Thaw(ctx, by, "the endpoint was on a test network")
		}))
	}
	rebuilt(t, s)
}
