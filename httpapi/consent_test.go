package httpapi_test

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/wire"
)

// deskToken is a token that a letter makes.
func deskToken(letter string) string { return "nlo_" + strings.Repeat(letter, 42) + "A" }

// newKey is the request that gives somebody a token.
func newKey(reference, name, letter string, scopes ...operator.Scope) map[string]any {
	return map[string]any{"reference": reference, "name": name, "label": "key-" + strings.ToLower(letter),
		"token": operator.TokenKey(deskToken(letter)), "scopes": scopes}
}

// who is the session of whoever has a token; of a key that does not count, the refusal.
func (d *desk) who(token string, into *wire.Session) wire.Problem {
	d.Helper()
	r := httptest.NewRequestWithContext(d.Context(), http.MethodGet, "/api/v1/session", nil)
	r.Header.Set("Authorization", "Bearer "+token)
	w := httptest.NewRecorder()
	d.handler.ServeHTTP(w, r)
	if w.Code != http.StatusOK {
		return d.problem(w)
	}
	d.decode(w, "session", into)
	return wire.Problem{}
}

// Ann closes the month, prepares and proposes the run. Whatever keys she asks for, under her name, under bob's or under somebody's
// whom she made up: the run is not approved.
func TestFourEyesAreTwoPeople(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	d.earned("1000")
	d.did(d.ann, "/payouts", map[string]any{"run": "april", "asset": "USDT"}, &wire.PayoutReceipt{})
	d.did(d.ann, "/payouts/april/propose", nil, &wire.PayoutReceipt{})

	d.did(d.ann, "/operators", newKey("carl-1", "carl", "C", operator.Approve), &wire.Receipt{})
	for _, spare := range [][]operator.Scope{{operator.Approve, operator.Prepare}, {operator.Record}} {
		d.refuses(d.ann, "/operators", newKey("spare", "bob", "S", spare...), 403, "forbidden", "only bob can add another one")
	}
	own := newKey("own", "ann", "O", operator.Approve)
	d.did(d.ann, "/operators", own, &wire.Receipt{}) // ann may approve already, and gives herself nothing

	for _, letter := range []string{"C", "S"} {
		if p := d.who(deskToken(letter), &wire.Session{}); p.Status != http.StatusUnauthorized || !strings.Contains(p.Detail, "is not known") {
			t.Errorf("the key %s: %+v", letter, p)
		}
		d.refuses(deskToken(letter), "/payouts/april/approve", nil, 401, "not-authenticated", "is not known")
	}
	d.refuses(d.ann, "/payouts/april/approve", nil, 409, "conflict", "another operator must approve")
	d.refuses(deskToken("O"), "/payouts/april/approve", nil, 409, "conflict", "another operator must approve")

	// What waits is in the list, for bob to look at; ann and carl cannot consent to it.
	var list wire.Operators
	d.look("/operators", &list)
	if len(list.Waiting) != 1 {
		t.Fatalf("%+v", list.Waiting)
	}
	waits := list.Waiting[0]
	if waits.Name != "carl" || waits.Label != "key-c" || waits.By != "ann" || waits.At == "" ||
		!slices.Equal(waits.Scopes, []operator.Scope{operator.Approve}) {
		t.Errorf("%+v", waits)
	}
	if slices.ContainsFunc(list.Operators, func(o wire.Operator) bool { return o.Name == "carl" }) {
		t.Error("carl is an operator before bob consents")
	}
	grant := map[string]any{"name": "carl", "grant": waits.Grant}
	d.refuses(d.ann, "/operators/consent", grant, 403, "forbidden", "ann gave this key")
	d.refuses(deskToken("O"), "/operators/consent", grant, 403, "forbidden", "ann gave this key")
	d.refuses(deskToken("C"), "/operators/consent", grant, 401, "not-authenticated", "is not known")
	d.refuses(d.bob, "/operators/consent", map[string]any{"name": "carl", "grant": strings.Repeat("ab", 32)}, 404, "not-found",
		"no key of carl waits")

	// Bob consents: carl is somebody from then on, and approves runs from then on.
	d.did(d.bob, "/operators/consent", grant, &wire.Receipt{})
	var carl wire.Session
	if p := d.who(deskToken("C"), &carl); p.Status != 0 || carl.Operator != "carl" || !slices.Equal(carl.Scopes, waits.Scopes) {
		t.Errorf("%+v, %+v", carl, p)
	}
	d.refuses(deskToken("C"), "/payouts/april/approve", nil, 403, "forbidden", "was made at")
	d.did(d.bob, "/operators", newKey("spare", "bob", "S", operator.Approve), &wire.Receipt{})
	var spare wire.Session
	if p := d.who(deskToken("S"), &spare); p.Status != 0 || spare.Operator != "bob" || spare.How != "token:key-s" {
		t.Errorf("%+v, %+v", spare, p)
	}
	list = wire.Operators{}
	if d.look("/operators", &list); len(list.Waiting) != 0 || len(list.Operators) != 3 {
		t.Errorf("%+v", list)
	}
	d.did(d.bob, "/payouts/april/approve", nil, &wire.PayoutReceipt{})
}

// A run that was exported is cancelled by ann, who says with which nonce the Safe rejected it, and bob, who consents to just that. What it
// gathered goes into the next run, and whoever approves that is told.
func TestACancellationAfterTheExport(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	d.earned("1000")
	d.letOut("april", "transfer")
	path := "/payouts/april/cancel"
	d.refuses(d.ann, path, map[string]any{"reason": "the wrong Safe"}, 409, "conflict", "it takes two operators, and evidence")
	d.refuses(d.ann, path, map[string]any{"reason": "the wrong Safe", "transaction": "0x12", "nonce": 3}, 422, "invalid", "transaction")
	d.chain.Use(common.HexToAddress(deskTreasury), 3)
	evidence := map[string]any{"reason": "the wrong Safe", "transaction": "0x" + strings.Repeat("ab", 32), "nonce": 3}
	d.refuses(d.ann, path, evidence, 409, "conflict", "can still be executed")
	d.chain.Use(common.HexToAddress(deskTreasury), 4)
	d.refuses(d.ann, path+"/consent", map[string]any{"sha256": "0x" + strings.Repeat("ab", 32)}, 409, "conflict", "nobody asked to cancel")
	var asked wire.PayoutReceipt
	d.did(d.ann, path, evidence, &asked)
	r := asked.Payout.Rejection
	if asked.Payout.State != "exported" || r == nil || r.Operator != "ann" || r.Key != "token:laptop" ||
		r.Transaction != evidence["transaction"] ||
		*r.Nonce != 3 || r.Used != 4 || r.Block == 0 || r.How != "proven" || r.Reason != "the wrong Safe" {
		t.Fatalf("%+v", r)
	}
	consent := map[string]any{"sha256": r.SHA256}
	d.refuses(d.ann, path+"/consent", consent, 409, "conflict", "another operator must consent")
	d.refuses(d.bob, path+"/consent", map[string]any{"sha256": "0x" + strings.Repeat("ab", 32)}, 412, "precondition-failed",
		"look at it again")
	var done wire.PayoutReceipt
	d.did(d.bob, path+"/consent", consent, &done)
	last := done.Payout.Steps[len(done.Payout.Steps)-1]
	if done.Payout.State != "cancelled" || done.Payout.Rejection != nil || last.Operator != "bob" || last.Rejection == nil ||
		last.Rejection.Operator != "ann" || last.Reason != "the wrong Safe" {
		t.Errorf("%+v", done.Payout)
	}
	if first := done.Payout.Steps[0]; first.State != "draft" || first.Operator != "ann" || first.Key != "token:laptop" {
		t.Errorf("%+v", first)
	}
	var again wire.PayoutReceipt
	d.did(d.ann, "/payouts", map[string]any{"run": "april-2", "asset": "USDT"}, &again)
	if w := again.Payout.Warnings; len(w) != 1 || w[0].Code != "run-repeats-cancelled-run" || w[0].Params["run"] != "april" {
		t.Errorf("%+v", w)
	}
}

// Whoever is handed a file of a run reads in it who prepared, proposed and approved it, with which keys and when, and which bytes.
func TestFilesSayWhoApprovedThem(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	d.earned("1000")
	run := d.letOut("april", "transfer").Payout
	for _, format := range []string{"safe", "hledger"} {
		text, _ := d.export("april", format, 1)
		for i, what := range []string{"prepared by ann (token:laptop)", "proposed by ann (token:laptop)", "approved by bob (token:phone)"} {
			if want := what + " at " + run.Steps[i].At; !strings.Contains(text, want) {
				t.Errorf("%s does not say %q:\n%.800s", format, want, text)
			}
		}
		if want := "file " + run.File + ", total " + run.Total.Display; !strings.Contains(text, want) {
			t.Errorf("%s does not say %q:\n%.800s", format, want, text)
		}
	}
}
