package operator_test

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
)

func apply(t *testing.T, r *operator.Registry, changes ...operator.Change) {
	t.Helper()
	for _, c := range changes {
		if err := r.Apply(c, noon); err != nil {
			t.Fatalf("%+v: %v", c, err)
		}
	}
}

func scopes(s ...operator.Scope) []operator.Scope { return s }

func token(t *testing.T, seed byte) (secret, hash string) {
	t.Helper()
	secret, hash, err := operator.NewToken(bytes.NewReader(bytes.Repeat([]byte{seed}, 32)))
	if err != nil {
		t.Fatal(err)
	}
	return secret, hash
}

func TestChangesThatDoNotFit(t *testing.T) {
	t.Parallel()
	_, ci := token(t, 1)
	var r operator.Registry
	apply(t, &r,
		operator.Change{Name: "alice", Label: "nano", Wallet: wallet, Scopes: scopes("approve")},
		operator.Change{Name: "bot", Label: "ci", Token: ci, Scopes: scopes("record")},
		operator.Change{Name: "old", Label: "ci", Token: hash, Scopes: scopes("record")},
		operator.Change{Name: "old", Revoke: true},
	)
	before := r.List()
	other := "0x" + strings.Repeat("11", 20)
	for _, c := range []struct {
		name   string
		change operator.Change
		says   string
	}{
		{"somebody else's wallet", operator.Change{Name: "mallory", Label: "x", Wallet: wallet, Scopes: scopes("admin")},
			"belongs permanently to the operator alice"},
		{"in capitals", operator.Change{Name: "mallory", Label: "x", Wallet: "0x" + strings.ToUpper(wallet[2:]), Scopes: scopes("admin")},
			"belongs permanently to the operator alice"},
		{"somebody else's token", operator.Change{Name: "mallory", Label: "ci", Token: ci, Scopes: scopes("admin")},
			"belongs permanently to the operator bot"},
		{"a revoked key of somebody else", operator.Change{Name: "mallory", Label: "ci", Token: hash, Scopes: scopes("admin")},
			"belongs permanently to the operator old"},
		{"a revoked token again", operator.Change{Name: "old", Label: "ci", Token: hash, Scopes: scopes("record")}, "cannot be used again"},
		{"another key under a label", operator.Change{Name: "alice", Label: "nano", Wallet: other, Scopes: scopes("approve")}, "another label"},
		{"another kind of key under a label", operator.Change{Name: "alice", Label: "nano",
			Token:  "c9b5684db63ebee1e553678327c576a4c6da3692aea0cd3af8d12fa2a1ca7b35",
			Scopes: scopes("approve")}, "another label"},
		{"a key under two labels", operator.Change{Name: "alice", Label: "second", Wallet: wallet, Scopes: scopes("approve")},
			"is already nano of alice"},
		{"a key that has ended", operator.Change{Name: "alice", Label: "x", Wallet: other, Scopes: scopes("approve"), Until: noon},
			"never be valid"},
		{"nobody to revoke", operator.Change{Name: "nobody", Revoke: true}, "no nobody"},
		{"no key to revoke", operator.Change{Name: "alice", Label: "x", Revoke: true}, "no x of alice"},
		{"revoked twice", operator.Change{Name: "old", Revoke: true}, "is already revoked"},
	} {
		one(t, c.name, r.Check(c.change, noon), c.says)
		one(t, c.name, r.Apply(c.change, noon), c.says)
		if after := r.List(); !reflect.DeepEqual(before, after) {
			t.Fatalf("%s was refused and changed %v to %v", c.name, before, after)
		}
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	secret, ci := token(t, 1)
	gone, goneHash := token(t, 2)
	unknown, _ := token(t, 3)
	weak := operator.TokenKey("guess") // somebody's own idea of a token
	var r operator.Registry
	apply(t, &r,
		operator.Change{Name: "bot", Label: "ci", Token: ci, Scopes: scopes("record", "prepare"), Until: later},
		operator.Change{Name: "bot", Label: "gone", Token: goneHash, Scopes: scopes("admin")},
		operator.Change{Name: "bot", Label: "gone", Revoke: true},
		operator.Change{Name: "bot", Label: "weak", Token: weak, Scopes: scopes("admin")},
		operator.Change{Name: "carol", Label: "nano", Wallet: wallet, Scopes: scopes("admin")},
	)
	actor, err := r.Token(secret, later.Add(-time.Second))
	if err != nil || actor.Name() != "bot" || actor.How() != "token:ci" || !actor.Verified() {
		t.Fatalf("%+v, %v", actor, err)
	}
	if got := fmt.Sprint(actor.Scopes()); got != "[prepare record]" || !actor.May("record") || !actor.May("prepare") ||
		actor.May("approve") || actor.May("admin") {
		t.Errorf("it may %s", got)
	}
	actor.Scopes()[0] = "admin"
	if actor.May("admin") {
		t.Error("a list of scopes that was handed out is the actor's own")
	}
	for name, c := range map[string]struct {
		secret string
		now    time.Time
	}{
		"ended": {secret, later}, "revoked": {gone, noon}, "unknown": {unknown, noon}, "empty": {"", noon}, "its hash": {ci, noon},
		"cut": {secret[:46], noon}, "longer": {secret + "A", noon}, "with a new line": {secret + "\n", noon}, "weak": {"guess", noon},
		"in capitals": {strings.ToUpper(secret), noon}, "with blanks": {" " + secret, noon},
	} {
		if actor, err := r.Token(c.secret, c.now); !errors.Is(err, operator.ErrRefused) || err.Error() != operator.ErrRefused.Error() ||
			actor.Verified() || actor.Name() != "" {
			t.Errorf("%s: %+v, %v", name, actor, err)
		}
	}
}

func TestNewToken(t *testing.T) {
	t.Parallel()
	secret, ci := token(t, 255)
	if secret != "nlo_"+strings.Repeat("_", 42)+"8" || len(secret) != 47 || ci != operator.TokenKey(secret) || len(ci) != 64 {
		t.Errorf("%s, %s", secret, ci)
	}
	if _, _, err := operator.NewToken(bytes.NewReader(make([]byte, 31))); err == nil {
		t.Error("a token was made of too few random bytes")
	}
}

func TestWallets(t *testing.T) {
	t.Parallel()
	w := ledger.Wallet{0: 0x90, 19: 6}
	var r operator.Registry
	if !r.Empty() {
		t.Error("the zero registry is not empty")
	}
	grant := operator.Change{Name: "alice", Label: "nano", Wallet: w.String(), Scopes: scopes("approve")}
	apply(t, &r, grant)
	copied := r
	actor, err := r.Wallet(w, noon)
	if err != nil || actor.Name() != "alice" || actor.How() != "wallet:"+w.String() || !actor.May("approve") {
		t.Errorf("%+v, %v", actor, err)
	}
	for _, other := range []ledger.Wallet{{}, {1}} {
		if _, err := r.Wallet(other, noon); !errors.Is(err, operator.ErrRefused) {
			t.Errorf("%s: %v", other, err)
		}
	}
	apply(t, &r, operator.Change{Name: "alice", Revoke: true})
	if _, err := r.Wallet(w, noon); !errors.Is(err, operator.ErrRefused) {
		t.Errorf("a revoked wallet: %v", err)
	}
	if _, err := copied.Wallet(w, noon); err != nil {
		t.Errorf("what was applied to the original changed the copy: %v", err)
	}
	if r.Empty() {
		t.Error("a registry whose keys are revoked counts as one that nobody set up")
	}
	// A wallet may come back to its own operator, with other scopes.
	grant.Scopes = scopes("record")
	apply(t, &r, grant)
	if actor, err = r.Wallet(w, noon); err != nil || actor.May("approve") || !actor.May("record") {
		t.Errorf("%+v, %v", actor, err)
	}
}

func TestListHasNoSecrets(t *testing.T) {
	t.Parallel()
	_, ci := token(t, 1)
	var r operator.Registry
	apply(t, &r,
		operator.Change{Name: "a-b", Label: "x", Wallet: wallet, Scopes: scopes("prepare", "admin")},
		operator.Change{Name: "a", Label: "y", Token: ci, Scopes: scopes("record"), Until: later},
		operator.Change{Name: "a", Label: "x", Token: hash, Scopes: scopes("record")},
		operator.Change{Name: "a", Label: "x", Revoke: true},
	)
	want := []operator.Operator{
		{Name: "a", Keys: []operator.Key{
			{Label: "x", Scopes: scopes("record"), Revoked: true}, {Label: "y", Scopes: scopes("record"), Until: later},
		}},
		{Name: "a-b", Keys: []operator.Key{{Label: "x", Wallet: wallet, Scopes: scopes("admin", "prepare", "private")}}},
	}
	if got := r.List(); !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
	if text := fmt.Sprint(r.List()); strings.Contains(text, ci) || strings.Contains(text, hash) {
		t.Errorf("%s has a token's public key", text)
	}
	var none operator.Registry
	if got := none.List(); got == nil || len(got) != 0 {
		t.Errorf("%v", got)
	}
}

func TestActorsThatProvedNothing(t *testing.T) {
	t.Parallel()
	typed := operator.Unverified("alice")
	if typed.Name() != "alice" || typed.How() != "unverified" || typed.Verified() || len(typed.Scopes()) != 0 {
		t.Errorf("%+v", typed)
	}
	for _, s := range operator.Scopes() {
		if typed.May(s) || (operator.Actor{}).May(s) {
			t.Errorf("somebody who proved nothing may %s", s)
		}
	}
}
