package httpapi_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/pgtest"
	"github.com/nodeledger/nodeledger/internal/tamper"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/sale"
)

func TestMain(m *testing.M) { pgtest.Main(m) }

// While one row of the tables of sums is not what the postings of its account say, nothing is exported, shown as owed or explained from
// it, on both databases: one line says what the table says, what the postings say, and what to do. Put back, every answer is there.
func TestNothingIsExportedOrShownFromATableOfSums(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { nothingFromSums(t, filepath.Join(t.TempDir(), "books.db")) })
	t.Run("postgres", func(t *testing.T) { nothingFromSums(t, pgtest.URL(t)) })
}

func nothingFromSums(t *testing.T, dsn string) {
	t.Helper()
	w := ledger.Wallet{19: 1}
	holder, share := "/api/v1/holders/"+w.String(), ledger.Share(w).String()
	node := ledger.Holding(w, sale.Node).String()
	line := func(run string) string {
		a, err := ledger.RunLine(run, w, ledger.Share(w))
		check(t, err)
		return a.String()
	}
	d := newDeskIn(t, unverified{booksAt(t, dsn)}, []int64{20, 5, 5})
	d.earned("10000")
	bends := func(table, path, asset string, answers ...string) {
		t.Helper()
		row := tamper.First(t, dsn, table, path, asset)
		if row == nil {
			t.Fatalf("there is no row of %s for %s", table, path)
		}
		for _, way := range tamper.Ways() {
			restore := row.Bend(t, way)
			for _, path := range answers {
				if method, path, _ := strings.Cut(path, " "); method == http.MethodPost {
					d.refuses(d.ann, path, nil, http.StatusConflict, "projection-differs", "the table "+table+" says that ")
					continue
				}
				if p := d.problem(d.ask(http.MethodGet, path)); p.Code != "projection-differs" || !strings.Contains(p.Detail, row.Path) ||
					!strings.Contains(p.Detail, "the table "+table+" says that ") || !strings.Contains(p.Detail, "nodeledger ledger verify") {
					t.Errorf("%s with %s of %s %s: %+v", path, table, row.Path, way, p)
				}
			}
			restore()
		}
		for _, path := range answers {
			if strings.HasPrefix(path, http.MethodPost) {
				continue
			}
			if w := d.ask(http.MethodGet, path); w.Code != http.StatusOK {
				t.Errorf("%s: %d %s", path, w.Code, w.Body)
			}
		}
	}
	bends("balance", share, "USDT", "/api/v1/liabilities")
	bends("balance", node, "NODE", holder)
	bends("balance", share, "USDT", holder+"/statement?from=2024-04-01&to=2024-05-01")
	bends("day_delta", share, "USDT", holder+"/statement?from=2024-04-01&to=2024-05-01")
	bends("day_delta", node, "NODE", "/api/v1/months/2024-04/holders/"+w.String())

	for _, method := range []string{"transfer", "claim"} {
		run, formats := "by-"+method, []string{"csv", "safe", "airdrop", "hledger"}
		if method == "claim" {
			formats = []string{"merkle", "propose", "activate", "safe"}
		}
		var all []string
		for _, format := range formats {
			all = append(all, "/api/v1/payouts/"+run+"/export/"+format)
		}
		d.did(d.ann, "/payouts", map[string]any{"run": run, "asset": "USDT", "method": method}, new(any))
		bends("balance", share, "USDT", "POST /payouts/"+run+"/propose", "/api/v1/payouts/"+run+"/export/csv")
		d.did(d.ann, "/payouts/"+run+"/propose", nil, new(any))
		d.did(d.bob, "/payouts/"+run+"/approve", nil, new(any))
		for _, table := range tamper.Tables() {
			bends(table, line(run), "USDT", "POST /payouts/"+run+"/export")
		}
		d.did(d.ann, "/payouts/"+run+"/export", nil, new(any))
		for _, table := range tamper.Tables() {
			bends(table, line(run), "USDT", all...)
			bends(table, share, "USDT", all...)
		}
		if method == "transfer" { // so that the other has something to pay
			d.withdraw(run, "by claim instead")
		}
	}
}
