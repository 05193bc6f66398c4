package operator

import (
	"slices"
	"time"
)

// Key is one key of an operator, without anything that could be used in its place.
type Key struct {
	Label    string
	Wallet   string // an address, or empty when the key is a token
	Contract bool   // the wallet is one
	Scopes   []Scope
	Until    time.Time // zero: no end
	Revoked  bool
}

// Operator is an operator with every key that they ever had.
type Operator struct {
	Name string
	Keys []Key // in order of label
}

// List is every operator in order of name. Hashes of tokens are left out.
func (r *Registry) List() []Operator {
	out := []Operator{}
	for i := range r.keys {
		k := &r.keys[i]
		if len(out) == 0 || out[len(out)-1].Name != k.operator {
			out = append(out, Operator{Name: k.operator})
		}
		shown := Key{Label: k.label, Contract: k.contract, Scopes: slices.Clone(k.scopes), Until: k.until, Revoked: k.revoked}
		if !k.isToken() {
			shown.Wallet = k.wallet.String()
		}
		last := &out[len(out)-1]
		last.Keys = append(last.Keys, shown)
	}
	return out
}
