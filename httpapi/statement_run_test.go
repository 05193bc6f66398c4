package httpapi_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/wire"
)

// ranTwice are books of a month of 2,000, 250 and 250 USDT whose run for all three was cancelled after its export. The second one pays
// the first two and keeps the third's line open.
func ranTwice(t *testing.T) *desk {
	t.Helper()
	d := newDesk(t, []int64{20, 5, 5})
	d.earned("5000")
	d.letOut("one", "transfer")
	d.withdraw("one", "the wrong Safe")
	d.letOut("two", "transfer")
	d.sees(false, map[ledger.Wallet]*big.Int{samplebooks.Person(1): big.NewInt(2_000_000_000), samplebooks.Person(2): big.NewInt(250_000_000)})
	return d
}

// TestARunInAStatement has every entry of the month's money by hand: it is earned once, on 30 April, goes into a run, comes back when
// the run is cancelled, goes into the next one, and leaves when the chain shows the payment. Only the first is income.
func TestARunInAStatement(t *testing.T) {
	t.Parallel()
	d := ranTwice(t)
	const gone, back, again = "payout-run -250 transfer", "reversal 250 transfer undone-run-cancelled", "payout-run -250 transfer"
	owed := []string{"month 250 transfer", gone, back, again}
	first := []string{"payout-run 250 transfer", "reversal -250 transfer undone-run-cancelled"}
	for n, want := range map[byte]map[string][]string{
		2: {
			"expenses:share": {"month 250 income"}, "liabilities:share": owed, "liabilities:payout:one": first,
			"liabilities:payout:two": {"payout-run 250 transfer", "payout-settlement -250 transfer"},
		},
		3: {
			"expenses:share": {"month 250 income"}, "liabilities:share": owed, "liabilities:payout:one": first,
			"liabilities:payout:two": {"payout-run 250 transfer"},
		},
	} {
		w := samplebooks.Person(n)
		var st wire.Statement
		d.get("/api/v1/holders/"+w.String()+"/statement", &st)
		for _, a := range st.Accounts {
			path := strings.TrimSuffix(a.Account, ":"+w.String())
			if a.Opening.Asset != "USDT" {
				continue
			}
			var got []string
			for _, l := range a.Entries {
				line := fmt.Sprintf("%s %s %s", l.Kind, strings.TrimSuffix(l.Amount.Display, " USDT"), l.Nature)
				if l.Undone != nil {
					line += " " + l.Undone.Code
				}
				if !whole(l.Reason) {
					t.Errorf("%s: nobody knows why: %+v", path, l)
				}
				got = append(got, line)
			}
			if fmt.Sprint(got) != fmt.Sprint(want[path]) {
				t.Errorf("wallet %d, %s: %q, want %q", n, path, got, want[path])
			}
			delete(want, path)
			closing := map[string]string{"expenses:share": "250 USDT"}[path]
			if n == 3 && path == "liabilities:payout:two" {
				closing = "250 USDT"
			}
			if closing == "" {
				closing = "0 USDT"
			}
			if a.Closing.Display != closing {
				t.Errorf("wallet %d, %s: %s are left, want %s", n, path, a.Closing.Display, closing)
			}
		}
		if len(want) > 0 {
			t.Errorf("wallet %d: there is nothing of %v", n, want)
		}
		if len(st.Totals) != 3 { // nodes paid in ETH, the share, and the tokens
			t.Errorf("%+v", st.Totals)
		}
		for _, total := range st.Totals {
			if total.Amount.Asset == "USDT" && (total.Amount.Display != "250 USDT" || total.Lines != 1 || total.Nature != "income") {
				t.Errorf("%+v", total)
			}
		}
		// A tax program is told of the share, and of no run.
		file := d.ask("GET", "/api/v1/holders/"+w.String()+"/statement?format=koinly").Body.String()
		if n := strings.Count(file, "USDT"); n != 1 || !strings.Contains(file, "2024-04-30 23:59:59 UTC,,,250,USDT,,,,,income,") {
			t.Errorf("USDT stands there %d times:\n%s", n, file)
		}
	}
}
