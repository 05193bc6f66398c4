package operator_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/operator"
)

const wallet = "0x90f79bf6eb2c4f870365e785982e1f101e93b906"

var (
	noon  = time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	later = noon.Add(time.Hour)
	hash  = operator.TokenKey("nlo_" + strings.Repeat("A", 43))
)

// one expects an error of one line with a text in it, or none when the text is empty.
func one(t *testing.T, name string, err error, says string) {
	t.Helper()
	switch {
	case says == "" && err != nil:
		t.Errorf("%s: %v", name, err)
	case says != "" && (err == nil || !strings.Contains(err.Error(), says) || strings.Contains(err.Error(), "\n")):
		t.Errorf("%s: %v, want one line with %q", name, err, says)
	}
}

func TestChangesByThemselves(t *testing.T) {
	t.Parallel()
	good := operator.Change{Name: "alice", Wallet: wallet, Label: "nano", Scopes: []operator.Scope{operator.Approve, operator.Admin},
		Until: later}
	with := func(edit func(*operator.Change)) operator.Change {
		c := good
		edit(&c)
		return c
	}
	for _, c := range []struct {
		name   string
		change operator.Change
		says   string
	}{
		{"a wallet", good, ""},
		{"with capitals", with(func(c *operator.Change) { c.Wallet = "0x90F79bf6EB2c4f870365E785982E1f101E93b906" }), ""},
		{"a token", operator.Change{Name: "bot", Token: hash, Label: "ci", Scopes: []operator.Scope{operator.Record}}, ""},
		{"an operator revoked", operator.Change{Name: "alice", Revoke: true}, ""},
		{"a key revoked", operator.Change{Name: "alice", Label: "nano", Revoke: true}, ""},
		{"nothing", operator.Change{}, "the operator"},
		{"a name with a new line", with(func(c *operator.Change) { c.Name = "alice\n" }), "the operator"},
		{"a name with capitals", with(func(c *operator.Change) { c.Name = "Alice" }), "the operator"},
		{"a long name", with(func(c *operator.Change) { c.Name = strings.Repeat("a", 65) }), "the operator"},
		{"no label", with(func(c *operator.Change) { c.Label = "" }), "the label"},
		{"no key", with(func(c *operator.Change) { c.Wallet = "" }), "either a wallet or a token"},
		{"two keys", with(func(c *operator.Change) { c.Token = hash }), "either a wallet or a token"},
		{"a short wallet", with(func(c *operator.Change) { c.Wallet = wallet[:41] }), "40 hexadecimal"},
		{"a wallet without 0x", with(func(c *operator.Change) { c.Wallet = wallet[2:] }), "40 hexadecimal"},
		{"the zero wallet", with(func(c *operator.Change) { c.Wallet = "0x" + strings.Repeat("0", 40) }), "the zero address"},
		{"a secret in place of its hash", with(func(c *operator.Change) { c.Wallet, c.Token = "", "nlo_"+strings.Repeat("A", 43) }),
			"64 hexadecimal"},
		{"the zero hash", with(func(c *operator.Change) { c.Wallet, c.Token = "", strings.Repeat("0", 64) }), "all zero"},
		{"no scopes", with(func(c *operator.Change) { c.Scopes = nil }), "has no scope"},
		{"an unknown scope", with(func(c *operator.Change) { c.Scopes = []operator.Scope{"root"} }), "is not a scope"},
		{"a scope twice", with(func(c *operator.Change) { c.Scopes = []operator.Scope{"admin", "admin"} }), "twice"},
		{"part of a second", with(func(c *operator.Change) { c.Until = later.Add(1) }), "whole second"},
		{"a year that JSON cannot write", with(func(c *operator.Change) { c.Until = time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC) }),
			"1970 to 9999"},
		{"revoked with a wallet", operator.Change{Name: "alice", Wallet: wallet, Revoke: true}, "nothing else"},
		{"revoked with scopes", operator.Change{Name: "alice", Scopes: []operator.Scope{"admin"}, Revoke: true}, "nothing else"},
		{"revoked with an end", operator.Change{Name: "alice", Until: later, Revoke: true}, "nothing else"},
		{"a bad label revoked", operator.Change{Name: "alice", Label: "x y", Revoke: true}, "the label"},
	} {
		one(t, c.name, c.change.Check(), c.says)
		var r operator.Registry
		if err := r.Apply(c.change, noon); c.says != "" {
			one(t, c.name, err, c.says)
		}
	}
}

func TestChangeOnTheWire(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		change operator.Change
		want   string
	}{
		{operator.Change{Name: "alice", Wallet: wallet, Label: "nano", Scopes: []operator.Scope{"approve"}, Until: later},
			`{"name":"alice","wallet":"` + wallet + `","label":"nano","scopes":["approve"],"until":"2026-05-01T13:00:00Z"}`},
		{operator.Change{Name: "bot", Label: "ci", Revoke: true}, `{"name":"bot","label":"ci","revoke":true}`},
	} {
		raw, err := json.Marshal(c.change)
		if err != nil || string(raw) != c.want {
			t.Errorf("%s, %v, want %s", raw, err, c.want)
		}
		var back operator.Change
		if err := json.Unmarshal(raw, &back); err != nil || back.Check() != nil || !back.Until.Equal(c.change.Until) {
			t.Errorf("%s became %+v, %v", raw, back, err)
		}
	}
}

func TestScopes(t *testing.T) {
	t.Parallel()
	for _, s := range operator.Scopes() {
		if got, err := operator.ParseScope(string(s)); got != s || err != nil {
			t.Errorf("%s became %q, %v", s, got, err)
		}
	}
	_, err := operator.ParseScope("")
	one(t, "is not a scope", err, "record, prepare, approve, admin")
}
