package operator

import "slices"

// Actor is who does something, how that is known, and what they may do. The zero Actor is nobody and may do nothing.
type Actor struct {
	name, how string
	scopes    []Scope
	verified  bool
}

// Unverified is a name that somebody typed, with nothing to prove it. It has no scopes.
func Unverified(name string) Actor { return Actor{name: name, how: "unverified"} }

// Name is the operator's name.
func (a Actor) Name() string { return a.name }

// How is how the name is known: "token:<label>", "wallet:0x…" or "unverified".
func (a Actor) How() string { return a.how }

// Verified says whether a key proved the name.
func (a Actor) Verified() bool { return a.verified }

// Scopes are what the key may do, in order of name. Another key of the same operator may have others.
func (a Actor) Scopes() []Scope { return slices.Clone(a.scopes) }

// May says whether the key may do it.
func (a Actor) May(s Scope) bool { return a.verified && slices.Contains(a.scopes, s) }
