package operator

import (
	"cmp"
	"crypto/subtle"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/problem"
)

// ErrRefused is the one answer to a key that does not count, whatever the reason.
var ErrRefused error = problem.New(problem.NotAuthenticated, "",
	"this key is not known, has ended or was revoked: ask an operator with the scope admin for another one")

// key is a way for an operator to prove themselves: wallet or token is set.
type key struct {
	operator, label string
	wallet          ledger.Wallet
	contract        bool      // the wallet is one
	token           [32]byte  // its public key
	scopes          []Scope   // in order of name
	until           time.Time // zero: no end
	revoked         bool
	made            Made // when it got what it may do
	founding        bool // the first key of all
}

// Made is when a key got what it may do: the instant, and how many changes the registry had seen with the one that gave it.
type Made struct {
	At      time.Time
	Changes uint64
}

// found makes a key the first one of all. Whoever may make operators could give themselves the scope private, so the first one
// has it: books whose first key was made before there was that scope have somebody who reads what is private.
func (k *key) found() {
	k.founding = true
	if slices.Contains(k.scopes, Admin) && !slices.Contains(k.scopes, Private) {
		k.scopes = slices.Sorted(slices.Values(append(k.scopes, Private)))
	}
}

func (k *key) live(now time.Time) bool {
	return !k.revoked && (k.until.IsZero() || now.Before(k.until))
}

// covers says whether the key may do everything that scopes name.
func (k *key) covers(scopes []Scope) bool {
	return !slices.ContainsFunc(scopes, func(s Scope) bool { return !slices.Contains(k.scopes, s) })
}

func (k *key) isToken() bool { return k.token != [32]byte{} }

func (k *key) how() string {
	if k.isToken() {
		return "token:" + k.label
	}
	return howOfWallet(k.wallet)
}

// IsToken says that somebody proved who they are by a token, as [Actor.How] says it.
func IsToken(how string) bool { return strings.HasPrefix(how, "token:") }

func howOfWallet(w ledger.Wallet) string { return "wallet:" + w.String() }

// kind says what was said of the wallet.
func (k *key) kind() string {
	if k.contract {
		return "as a contract"
	}
	return "as a wallet with a key of its own"
}

func (k *key) actor() Actor {
	return Actor{name: k.operator, how: k.how(), scopes: k.scopes, verified: true}
}

// Registry is who the operators are. The zero value has none.
type Registry struct {
	keys    []key // in order of operator and label; never changed in place, so that copies of a registry stand still
	changes uint64
	// adminChanges are those of them that gave or took a key with the scope admin.
	adminChanges uint64
	shared       bool      // two operators had a scope with which money moves; stays so when one of them loses it
	waiting      []Waiting // never changed in place either
}

// Check says in one line why a change cannot be applied; nil when it can. at is when it is made: what it gives may not have
// ended by then.
func (r *Registry) Check(c Change, at time.Time) error {
	_, err := r.after(c, at)
	return err
}

// Apply applies a change, or leaves the registry as it was and says why as Check does.
func (r *Registry) Apply(c Change, at time.Time) error {
	keys, err := r.after(c, at)
	if err != nil {
		return err
	}
	if administers(keys) != administers(r.keys) {
		r.adminChanges++
	}
	r.keys, r.shared = keys, r.shared || shared(keys)
	r.changes++
	if c.Revoke {
		r.waiting = r.without(c)
	}
	return nil
}

// without are the keys that wait once a revocation took away those that it names.
func (r *Registry) without(c Change) []Waiting {
	return slices.DeleteFunc(slices.Clone(r.waiting), func(w Waiting) bool {
		return w.Change.Name == c.Name && (c.Label == "" || w.Change.Label == c.Label)
	})
}

// Changes is how many changes were applied.
func (r *Registry) Changes() uint64 { return r.changes }

// AdminChanges is how many of them gave or took a key with the scope admin: whoever may do less cannot add to it.
func (r *Registry) AdminChanges() uint64 { return r.adminChanges }

// administers is every key with the scope admin that was not revoked, as a text.
func administers(keys []key) string {
	var all strings.Builder
	for i := range keys {
		if k := &keys[i]; !k.revoked && slices.Contains(k.scopes, Admin) {
			fmt.Fprintf(&all, "%s %s %s %d\n", k.operator, k.label, k.until, k.made.Changes)
		}
	}
	return all.String()
}

// Made is when the key by which an actor is known got what it may do; ok is false when there is no such key.
func (r *Registry) Made(name, how string) (label string, made Made, ok bool) {
	for i := range r.keys {
		if k := &r.keys[i]; k.operator == name && k.how() == how {
			return k.label, k.made, true
		}
	}
	return "", Made{}, false
}

// after is what the keys are once the change is applied.
func (r *Registry) after(c Change, at time.Time) ([]key, error) {
	given, err := c.key()
	if err != nil {
		return nil, err
	}
	keys := slices.Clone(r.keys)
	if c.Revoke {
		return keys, revoke(keys, c, len(r.without(c)) < len(r.waiting))
	}
	if !given.live(at) {
		return nil, problem.Invalidf("the end %s is not after %s, so the key would never be valid: give a later end",
			given.until.Format(time.RFC3339), at.UTC().Format(time.RFC3339))
	}
	place := -1
	for i := range keys {
		k := &keys[i]
		named := k.operator == given.operator && k.label == given.label
		same := k.wallet == given.wallet && k.token == given.token
		switch {
		case named && !same:
			return nil, problem.Conflictf("%s of %s is another key, and permanently: choose another label", k.label, k.operator)
		case same && k.operator != given.operator:
			return nil, problem.Conflictf("this key belongs permanently to the operator %s: %s needs another key", k.operator, given.operator)
		case same && !named:
			return nil, problem.Conflictf("this key is already %s of %s: change it under that label", k.label, k.operator)
		case same && k.contract != given.contract && k.live(at):
			return nil, problem.Conflictf("%s of %s was given %s: revoke it first, and give it again", k.label, k.operator, k.kind())
		case same && k.revoked && k.isToken():
			return nil, problem.Conflictf("the token %s of %s was revoked and cannot be used again: make a new one", k.label, k.operator)
		case same:
			place = i
		}
	}
	given.made = Made{at, r.changes + 1}
	if len(keys) == 0 || keys[max(place, 0)].founding && place >= 0 {
		given.found()
	}
	if place >= 0 {
		if old := &keys[place]; old.live(at) && old.covers(given.scopes) {
			given.made = old.made
		}
		keys[place] = given
		return keys, nil
	}
	place, _ = slices.BinarySearchFunc(keys, &given, func(a key, b *key) int {
		return cmp.Or(strings.Compare(a.operator, b.operator), strings.Compare(a.label, b.label))
	})
	return slices.Insert(keys, place, given), nil
}

// revoke takes away what c names; it is an error when there is nothing to take. waits says that it names a key that waits.
func revoke(keys []key, c Change, waits bool) error {
	known, done := waits, waits
	for i := range keys {
		if keys[i].operator != c.Name || (c.Label != "" && keys[i].label != c.Label) {
			continue
		}
		known, done = true, done || !keys[i].revoked
		keys[i].revoked = true
	}
	what := c.Name
	if c.Label != "" {
		what = c.Label + " of " + c.Name
	}
	switch {
	case !known:
		return problem.NotFoundf("there is no %s to revoke; `nodeledger operator list` shows the operators and their keys", what)
	case !done:
		return problem.Conflictf("%s is already revoked", what)
	}
	return nil
}

// Empty says whether nobody was ever given a key. A registry whose keys are all revoked is not empty: nobody may do
// anything then.
func (r *Registry) Empty() bool { return len(r.keys) == 0 }

// Token is who proves themselves with the secret of a token; ErrRefused when nobody does. Every public key is compared, so the
// time that it takes says nothing.
func (r *Registry) Token(secret string, now time.Time) (Actor, error) {
	public, found := publicOf(secret), -1
	for i := range r.keys {
		if subtle.ConstantTimeCompare(public[:], r.keys[i].token[:]) == 1 {
			found = i
		}
	}
	if found < 0 || !isSecret(secret) || !r.keys[found].live(now) {
		return Actor{}, ErrRefused
	}
	return r.keys[found].actor(), nil
}

// Signature is the operator of that name, when a live wallet of theirs signed the text (EIP-191, personal_sign). A signature
// that has not the one form that counts is an error of its own; every other refusal is ErrRefused.
func (r *Registry) Signature(name, text string, signature []byte, now time.Time) (Actor, error) {
	wallet, err := Signer(text, signature)
	if err != nil {
		return Actor{}, err
	}
	actor, err := r.Wallet(wallet, now)
	if err != nil || actor.name != name {
		return Actor{}, ErrRefused
	}
	return actor, nil
}

// Wallet is whose wallet it is; ErrRefused when it does not count now. It asks for no proof: give it a wallet that proved
// itself before, such as one that signed in.
func (r *Registry) Wallet(wallet ledger.Wallet, now time.Time) (Actor, error) {
	for i := range r.keys {
		if k := &r.keys[i]; !k.isToken() && k.wallet == wallet && k.live(now) {
			return k.actor(), nil
		}
	}
	return Actor{}, ErrRefused
}
