package httpapi_test

import (
	"fmt"
	"net/http"
	"slices"
	"testing"

	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/wire"
)

// inbox is what waits for whoever has a token, as code, place, name and whether it is for them.
func (d *desk) inbox(token string) (list []string) {
	d.Helper()
	var in wire.Inbox
	d.decode(d.send(token, http.MethodGet, "/inbox", nil), "/inbox", &in)
	yours := 0
	for _, i := range in.Items {
		list = append(list, fmt.Sprintf("%s %s %s %t", i.Text.Code, i.Place, i.Name, i.Yours))
		if i.Yours {
			yours++
		}
	}
	if yours != in.Yours {
		d.Errorf("%d are for the key, and it says %d", yours, in.Yours)
	}
	return list
}

// Each step of a month is in the inbox of whoever can take the next one, and of nobody who took the one before.
func TestInboxSaysWhoseTurnItIs(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	is := func(token string, want ...string) {
		t.Helper()
		if got := d.inbox(token); !slices.Equal(got, want) {
			t.Errorf("what waits: %q, not %q", got, want)
		}
	}
	is(d.ann)
	d.earned("1000")
	d.did(d.ann, "/payouts", map[string]any{"run": "april", "asset": "USDT"}, &wire.PayoutReceipt{})
	is(d.bob, "inbox-run-draft payouts april true")
	d.did(d.ann, "/payouts/april/propose", nil, &wire.PayoutReceipt{})
	is(d.ann, "inbox-run-proposed payouts april false")
	is(d.bob, "inbox-run-proposed payouts april true")
	d.did(d.bob, "/payouts/april/approve", nil, &wire.PayoutReceipt{})
	is(d.ann, "inbox-run-approved payouts april true")
	d.did(d.ann, "/payouts/april/export", nil, &wire.PayoutReceipt{})
	is(d.ann)

	d.did(d.ann, "/operators", newKey("carl-1", "carl", "C", operator.Approve), &wire.Receipt{})
	is(d.ann, "inbox-key audit carl false")
	is(d.bob, "inbox-key audit carl true")

	freeze(t, d.engine, "two final blocks")
	is(d.ann, "inbox-frozen health  true", "inbox-key audit carl false")
	is(d.bob, "inbox-frozen health  false", "inbox-key audit carl true")
}

// Nobody but operators is told.
func TestInboxIsForOperators(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20})
	if w := d.ask(http.MethodGet, "/api/v1/operator/inbox"); w.Code != http.StatusUnauthorized {
		t.Errorf("a visitor gets %d %s", w.Code, w.Body)
	}
}
