package httpapi_test

import (
	"fmt"
	"math/big"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
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

// A month that is over, a payment that nobody explained, and what was found of it, wait for whoever may deal with them.
func TestInboxNamesMonthsAndPayments(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20, 5})
	d.earned("1000")
	d.sees(false, map[ledger.Wallet]*big.Int{samplebooks.Person(50): big.NewInt(7)})
	has := func(token, want string) {
		t.Helper()
		if got := d.inbox(token); !slices.Contains(got, want) {
			t.Errorf("%q is not in %q", want, got)
		}
	}
	has(d.bob, "inbox-suspense payouts  true")
	d.chain.Until(time.Date(2024, 6, 2, 0, 0, 0, 0, time.UTC))
	samplebooks.Settle(t, d.engine)
	has(d.bob, "inbox-month-over month 2024-05 true")
	d.engine.Found(engine.Finding{Time: d.chain.Now(), Difference: "a sum"})
	has(d.ann, "inbox-difference health  true")
	has(d.bob, "inbox-difference health  false")
}

// A month that was proposed is for another operator than the one who proposed it.
func TestInboxNamesProposedMonths(t *testing.T) {
	t.Parallel()
	c := fakechain.New(0)
	c.Mine(c.Buy(1, 0, 20), c.Buy(2, 0, 5))
	c.Until(time.Date(2024, 5, 2, 0, 0, 0, 0, time.UTC))
	d := deskOf(t, filepath.Join(t.TempDir(), "books.db"), c, strings.Replace(deskProgram, "  close_by: 1\n", "", 1))
	d.did(d.ann, "/revenue", map[string]any{"reference": "r1", "source": "dapp", "amount": "1000", "at": "2024-04-20T00:00:00Z"},
		&wire.Receipt{})
	d.did(d.ann, "/months/2024-04/close", nil, &wire.MonthClosed{})
	if got := d.inbox(d.ann); !slices.Equal(got, []string{"inbox-month-proposed month 2024-04 false"}) {
		t.Errorf("%q", got)
	}
	if got := d.inbox(d.bob); !slices.Equal(got, []string{"inbox-month-proposed month 2024-04 true"}) {
		t.Errorf("%q", got)
	}
}

// Nobody but operators is told.
func TestInboxIsForOperators(t *testing.T) {
	t.Parallel()
	d := newDesk(t, []int64{20})
	if w := d.ask(http.MethodGet, "/api/v1/operator/inbox"); w.Code != http.StatusUnauthorized {
		t.Errorf("a visitor gets %d %s", w.Code, w.Body)
	}
}
