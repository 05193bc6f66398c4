package operator_test

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/operator"
)

// made is a key in the model: the first change that gave it decides whose it is.
type made struct {
	owner, label string
	live         bool
	until        time.Time
	scopes       []operator.Scope
}

// Random changes against a model that knows keys by what they are, while the registry knows them by whose they are.
func TestRegistryAgainstAModel(t *testing.T) {
	t.Parallel()
	wallets := []ledger.Wallet{{1}, {2}, {3}}
	var secrets, hashes []string
	for i := range 3 {
		secret, hash := token(t, byte(i))
		secrets, hashes = append(secrets, secret), append(hashes, hash)
	}
	rapid.Check(t, func(t *rapid.T) {
		var r operator.Registry
		var history []operator.Change
		var times []time.Time
		model, first := map[string]*made{}, ""
		now := noon
		for range rapid.IntRange(1, 40).Draw(t, "changes") {
			now = now.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, "hours")) * time.Hour)
			c := operator.Change{
				Name:   rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "name"),
				Label:  rapid.SampledFrom([]string{"x", "y"}).Draw(t, "label"),
				Revoke: rapid.IntRange(0, 3).Draw(t, "revoke") == 0,
			}
			which := rapid.IntRange(0, 2).Draw(t, "key")
			key := ""
			switch {
			case c.Revoke && rapid.Bool().Draw(t, "all"):
				c.Label = ""
			case c.Revoke:
			case rapid.Bool().Draw(t, "wallet"):
				c.Wallet = wallets[which].String()
				key = c.Wallet
			default:
				c.Token = hashes[which]
				key = c.Token
			}
			if !c.Revoke {
				c.Scopes = rapid.SliceOfNDistinct(rapid.SampledFrom(operator.Scopes()), 1, 5, rapid.ID[operator.Scope]).Draw(t, "scopes")
				if rapid.Bool().Draw(t, "ends") {
					c.Until = now.Add(time.Duration(rapid.IntRange(-1, 5).Draw(t, "left")) * time.Hour)
				}
			}
			may := true
			if c.Revoke {
				may = false
				for _, m := range model {
					may = may || (m.owner == c.Name && m.live && (c.Label == "" || m.label == c.Label))
				}
			} else {
				m := model[key]
				for other, o := range model {
					may = may && (other == key || o.owner != c.Name || o.label != c.Label)
				}
				may = may && (c.Until.IsZero() || c.Until.After(now))
				may = may && (m == nil || (m.owner == c.Name && m.label == c.Label && (m.live || c.Token == "")))
			}
			checked, applied := r.Check(c, now), r.Apply(c, now)
			if (applied == nil) != may || (checked == nil) != may {
				t.Fatalf("%+v: %v, %v, the model says %t", c, checked, applied, may)
			}
			if !may {
				continue
			}
			history, times = append(history, c), append(times, now)
			if !c.Revoke {
				if len(model) == 0 {
					first = key
				}
				// The first key of all may read what is private, when it may make operators.
				if key == first && slices.Contains(c.Scopes, operator.Admin) && !slices.Contains(c.Scopes, operator.Private) {
					c.Scopes = append(slices.Clone(c.Scopes), operator.Private)
				}
				model[key] = &made{c.Name, c.Label, true, c.Until, c.Scopes}
				continue
			}
			for _, m := range model {
				if m.owner == c.Name && (c.Label == "" || m.label == c.Label) {
					m.live = false
				}
			}
		}
		now = now.Add(time.Duration(rapid.IntRange(0, 3).Draw(t, "hours")) * time.Hour)
		expect := func(key string, got operator.Actor, err error) {
			m := model[key]
			if m == nil || !m.live || (!m.until.IsZero() && !now.Before(m.until)) {
				if !errors.Is(err, operator.ErrRefused) || got.Verified() {
					t.Fatalf("%s counts: %+v, %v", key, got, err)
				}
				return
			}
			if err != nil || got.Name() != m.owner || len(got.Scopes()) != len(m.scopes) {
				t.Fatalf("%s is %+v, %v, want %+v", key, got, err, m)
			}
			for _, s := range m.scopes {
				if !got.May(s) {
					t.Fatalf("%s may not %s", key, s)
				}
			}
		}
		for i := range 3 {
			actor, err := r.Wallet(wallets[i], now)
			expect(wallets[i].String(), actor, err)
			actor, err = r.Token(secrets[i], now)
			expect(hashes[i], actor, err)
		}
		var again operator.Registry
		for i, c := range history {
			if err := again.Apply(c, times[i]); err != nil {
				t.Fatal(err)
			}
		}
		if !reflect.DeepEqual(again, r) || fmt.Sprint(again.List()) != fmt.Sprint(r.List()) {
			t.Fatal("the same changes make another registry")
		}
		if r.Empty() != (len(model) == 0) {
			t.Fatal("it is not known whether somebody has a key")
		}
	})
}
