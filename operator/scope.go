package operator

import (
	"slices"
	"strings"

	"github.com/nodeledger/nodeledger/problem"
)

// Scope is something that an operator may do.
type Scope string

// The scopes. None includes another.
const (
	Record  Scope = "record"  // facts: revenue, scores, grants and the like
	Prepare Scope = "prepare" // close months; prepare, propose, export and cancel payouts
	Approve Scope = "approve" // approve payouts that somebody else proposed
	Admin   Scope = "admin"   // operators, holds, thawing frozen books
	Private Scope = "private" // read what is not for everybody: holds and their reasons, who a run leaves waiting, the audit trail
)

// Scopes are all of them.
func Scopes() []Scope { return []Scope{Record, Prepare, Approve, Admin, Private} }

// ParseScope reads a scope's name.
func ParseScope(text string) (Scope, error) {
	if s := Scope(text); slices.Contains(Scopes(), s) {
		return s, nil
	}
	return "", problem.Invalidf("%q is not a scope: give one or more of %s", text, list(Scopes()))
}

// list writes scopes as a sentence needs them.
func list(scopes []Scope) string {
	var names []string
	for _, s := range scopes {
		names = append(names, string(s))
	}
	return strings.Join(names, ", ")
}
