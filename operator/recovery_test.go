package operator_test

import (
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/operator"
)

// What is signed has one form, in which every value stands.
func TestTheTextOfARecovery(t *testing.T) {
	t.Parallel()
	after := operator.After{Facts: 17, Digest: [32]byte{0xab}}
	const public = "ebc2eb04e2f37e642957cde6566780272908f072a0b5584e7beac53270df2b72"
	x := operator.Recovery{Program: "gpunet", Chain: 1, After: after, Changes: 7, Change: operator.Change{
		Name: "erin", Label: "laptop", Token: public, Scopes: []operator.Scope{operator.Private, operator.Admin},
		Until: time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)}}
	text, err := x.Text()
	if want := "nodeledger gpunet on chain 1\nrecover\nkey laptop of erin token 0x" + public +
		"\nscopes admin, private\nend 2027-01-01T00:00:00Z\nafter 7 changes of administrators\nafter 17 facts 0xab" +
		strings.Repeat("0", 62); err != nil || text != want {
		t.Errorf("%q (%v), want %q", text, err, want)
	}
	for what, change := range map[string]func(*operator.Recovery){
		"no administrator": func(x *operator.Recovery) { x.Change.Scopes = []operator.Scope{operator.Record} },
		"an approver":      func(x *operator.Recovery) { x.Change.Scopes = []operator.Scope{operator.Admin, operator.Approve} },
		"who prepares":     func(x *operator.Recovery) { x.Change.Scopes = []operator.Scope{operator.Admin, operator.Prepare} },
		"a revocation":     func(x *operator.Recovery) { x.Change = operator.Change{Name: "erin", Revoke: true} },
		"one that waits":   func(x *operator.Recovery) { x.Change.Pending = true },
		"no program":       func(x *operator.Recovery) { x.Program = "" },
		"no chain":         func(x *operator.Recovery) { x.Chain = 0 },
		"two lines":        func(x *operator.Recovery) { x.Change.Label = "a\nb" },
	} {
		other := x
		change(&other)
		if text, err := other.Text(); err == nil {
			t.Errorf("%s: %q", what, text)
		}
	}
}
