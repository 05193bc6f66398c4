package httpapi_test

import (
	"encoding/json"
	"flag"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/wire"
)

var update = flag.Bool("update", false, "write the golden files")

// site is a dashboard over books.
type site struct {
	*testing.T
	handler http.Handler
	log     *strings.Builder
}

func serve(t *testing.T, e *engine.Engine, maxLag time.Duration) *site {
	t.Helper()
	log := new(strings.Builder)
	h, err := httpapi.New(httpapi.Options{Engine: e, Clock: samplebooks.Soon, Logger: slog.New(slog.NewTextHandler(log, nil)),
		Version: "v1.2.3",
		MaxLag:  maxLag, Operators: e.Operators})
	if err != nil {
		t.Fatal(err)
	}
	return &site{t, &checked{T: t, handler: h}, log}
}

func recorded(t *testing.T) (*site, *engine.Engine) {
	t.Helper()
	e, _ := samplebooks.Recorded(t)
	if err := e.Sync(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	return serve(t, e, time.Hour), e
}

func (s *site) ask(method, path string) *httptest.ResponseRecorder {
	s.Helper()
	w := httptest.NewRecorder()
	s.handler.ServeHTTP(w, httptest.NewRequestWithContext(s.Context(), method, path, nil))
	return w
}

// get reads an answer into a value, which must know every field of it.
func (s *site) get(path string, into any) {
	s.Helper()
	w := s.ask(http.MethodGet, path)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "application/json" {
		s.Fatalf("%s: %d %s: %s", path, w.Code, w.Header().Get("Content-Type"), w.Body)
	}
	d := json.NewDecoder(w.Body)
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		s.Fatalf("%s: %v", path, err)
	}
}

func sum(t *testing.T, amounts ...wire.Amount) *big.Int {
	t.Helper()
	total := new(big.Int)
	for _, a := range amounts {
		n, ok := new(big.Int).SetString(a.Amount, 10)
		if !ok {
			t.Fatalf("%q is no amount", a.Amount)
		}
		total.Add(total, n)
	}
	return total
}

func TestSale(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	var got wire.Sale
	s.get("/api/v1/sale", &got)
	list, paid, nodes := new(big.Int), new(big.Int), uint64(0)
	for _, p := range samplebooks.Purchases(t) {
		list.Add(list, p.List)
		paid.Add(paid, p.Paid)
		nodes += p.Quantity
	}
	totals := got.Totals
	if totals.Purchases != 41 || totals.Nodes != nodes || totals.List.Amount != list.String() || totals.Gross.Amount != paid.String() {
		t.Errorf("totals %+v", totals)
	}
	if sum(t, totals.Treasury, totals.Referral, totals.Dust).Cmp(paid) != 0 {
		t.Errorf("%v, %v and %v are not what was paid", totals.Treasury, totals.Referral, totals.Dust)
	}
	if totals.Dust != (wire.Amount{Asset: "ETH", Amount: "22", Decimals: 18, Display: "0.000000000000000022 ETH"}) {
		t.Errorf("dust %+v", totals.Dust)
	}
	sold := uint64(0)
	for _, tier := range got.Tiers {
		sold += tier.Sold
		if tier.Sold+tier.Left != tier.Size {
			t.Errorf("tier %d: %d sold and %d left of %d", tier.Tier, tier.Sold, tier.Left, tier.Size)
		}
	}
	if sold != nodes || len(got.Tiers) != 15 || *got.Tiers[4].PerWallet != 0 || got.Next == nil || *got.Next != got.Tiers[got.Open-1].Price {
		t.Errorf("%d nodes sold in %d tiers, next %+v", sold, len(got.Tiers), got.Next)
	}
	want := wire.Fresh{AsOf: wire.AsOf{Block: 69, Time: "2024-04-16T00:13:48Z", Final: 69, Proof: "full", Finality: "told"}}
	if got.Fresh != want || got.Frozen || got.Pending != 0 {
		t.Errorf("fresh %+v, frozen %t, pending %d", got.Fresh, got.Frozen, got.Pending)
	}
}

func TestQuote(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	var got wire.Quote
	s.get("/api/v1/quote?quantity=7&code=ALPHA&wallet=0x00000000000000000000000000000000000000aa", &got)
	if got.Quantity != 7 || got.Code != "ALPHA" || got.Transaction == nil || got.Transaction.Value != got.Paid.Amount ||
		got.Transaction.ChainID != 31337 {
		t.Errorf("%+v", got)
	}
	if !strings.HasPrefix(got.Transaction.Data, "0x77097fc8") || got.Transaction.To != "0x5FbDB2315678afecb367f032d93F642f64180aa3" {
		t.Errorf("transaction %+v", got.Transaction)
	}
	if sum(t, got.Paid, got.Discount).Cmp(sum(t, got.List)) != 0 || sum(t, got.Treasury, got.Referral, got.Dust).Cmp(sum(t, got.Paid)) != 0 {
		t.Errorf("the amounts do not add up: %+v", got)
	}
}

func TestHolders(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	want := map[string]uint64{}
	for _, p := range samplebooks.Purchases(t) {
		if p.Quantity > 0 {
			want[strings.ToLower(p.Buyer)] += p.Quantity
		}
	}
	seen, next := 0, ""
	for more := true; more; more = next != "" {
		var page wire.Holders
		s.get("/api/v1/holders?limit=7&after="+next, &page)
		for _, h := range page.Holders {
			if want[h.Wallet] != h.Nodes {
				t.Errorf("%s has %d nodes, want %d", h.Wallet, h.Nodes, want[h.Wallet])
			}
			seen++
			var st wire.Holder
			s.get("/api/v1/holders/"+h.Wallet, &st)
			if st.Nodes != h.Nodes || len(st.Entries) == 0 {
				t.Errorf("the statement of %s: %+v", h.Wallet, st)
			}
		}
		next = page.Next
	}
	if seen != len(want) {
		t.Errorf("%d holders, want %d", seen, len(want))
	}
}

func TestLeaderboard(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	var all, top wire.Leaderboard
	s.get("/api/v1/leaderboard", &all)
	s.get("/api/v1/leaderboard?top=2", &top)
	if len(all.Standings) != 7 || len(top.Standings) != 2 || all.Standings[0] != top.Standings[0] ||
		all.Standings[0].Referrer != "0x90f79bf6eb2c4f870365e785982e1f101e93b906" {
		t.Errorf("%+v", all.Standings)
	}
	var earned []wire.Amount
	for i, st := range all.Standings {
		earned = append(earned, st.Earned)
		if st.Rank != i+1 || (i > 0 && sum(t, st.Earned).Cmp(sum(t, all.Standings[i-1].Earned)) > 0) {
			t.Errorf("place %d: %+v", i+1, st)
		}
	}
	if sum(t, earned...).String() != "11026125000000002689" {
		t.Errorf("together they earned %s", sum(t, earned...))
	}
}

func TestJournalInPages(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	var head wire.Ledger
	s.get("/api/v1/ledger", &head)
	previous, sequence, next := "0x"+strings.Repeat("0", 64), uint64(0), ""
	for more := true; more; more = next != "" {
		var page wire.Transactions
		s.get("/api/v1/ledger/transactions?limit=10&after="+next, &page)
		for _, tx := range page.Transactions {
			if sequence++; tx.Sequence != sequence || tx.Previous != previous {
				t.Errorf("transaction %d follows %d with %s", tx.Sequence, sequence-1, tx.Previous)
			}
			previous = tx.Hash
		}
		next = page.Next
	}
	if head.Sequence != sequence || head.Head != previous || sequence != 41 {
		t.Errorf("the head is %d %s, the last transaction %d %s", head.Sequence, head.Head, sequence, previous)
	}
}

// treasury is the account of the wallet to which the recorded sale paid from its second third on.
const treasury = "assets:wallet:0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc"

func TestAccount(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	var now, before wire.Account
	s.get("/api/v1/ledger/accounts/"+treasury+"?limit=20", &now)
	s.get("/api/v1/ledger/accounts/"+treasury+"?at=2024-04-16", &before)
	if now.Balances[0].Balance.Amount != "115003000000000027717" || len(now.Entries) != 20 || now.Next == "" {
		t.Errorf("%+v, %d entries, next %q", now.Balances, len(now.Entries), now.Next)
	}
	if before.Balances[0].Balance.Amount != "0" || before.At != "2024-04-16T00:00:00Z" {
		t.Errorf("before the sale %+v", before.Balances)
	}
	var rest wire.Account
	s.get("/api/v1/ledger/accounts/"+treasury+"?limit=20&after="+now.Next, &rest)
	if rest.Next != "" || rest.Entries[0].Sequence >= now.Entries[19].Sequence {
		t.Errorf("the rest begins at %d", rest.Entries[0].Sequence)
	}
	var unused, encoded wire.Account
	s.get("/api/v1/ledger/accounts/equity:fund:share", &unused)
	s.get("/api/v1/ledger/accounts/equity%3Afund%3Ashare", &encoded)
	if encoded.Account != unused.Account {
		t.Errorf("an encoded account is read as %q", encoded.Account)
	}
	if len(unused.Balances) != 0 || len(unused.Entries) != 0 {
		t.Errorf("%+v", unused)
	}
}

func TestTrial(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	var got wire.Trial
	s.get("/api/v1/ledger/trial", &got)
	for _, sum := range got.Sums {
		if sum.Balance.Amount != "0" || sum.Debit.Amount != sum.Credit.Amount {
			t.Errorf("%+v", sum)
		}
	}
	income := slices.IndexFunc(got.Rows, func(r wire.TrialRow) bool { return r.Kind == "income:sale:*" })
	if len(got.Rows) != 7 || len(got.Sums) != 2 || got.Rows[0].Kind != treasury || income != 2 || got.Rows[income].Accounts != 36 ||
		got.Rows[income].Class != "income" || got.Rows[income].Side != "credit" || got.Rows[income].Debit.Amount != "0" ||
		got.Rows[income].Credit.Amount != "151986250000000036997" || got.Rows[income].Balance.Balance.Amount != "151986250000000036997" {
		t.Errorf("%+v", got.Rows)
	}
}

func TestGoldenOpenAPI(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	w := s.ask(http.MethodGet, "/openapi.json")
	var api any
	if err := json.Unmarshal(w.Body.Bytes(), &api); err != nil {
		t.Fatal(err)
	}
	got, err := json.MarshalIndent(api, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "openapi.json")
	if *update {
		if err := os.WriteFile(golden, append(got, '\n'), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if string(got)+"\n" != string(want) {
		t.Errorf("the API is not the one in %s any more; when that is meant, run `go test ./httpapi -update` and say so in the release "+
			"notes", golden)
	}
	if strings.Contains(string(got), "ErrorModel") {
		t.Error("it speaks of the framework's own errors")
	}
}

func TestPageListsWhatIsThere(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	w := s.ask(http.MethodGet, "/")
	if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/html") {
		t.Fatalf("%d %s", w.Code, w.Header())
	}
	links := regexp.MustCompile(`href="([^"]+)"`).FindAllStringSubmatch(w.Body.String(), -1)
	if len(links) < 10 {
		t.Errorf("%d links", len(links))
	}
	for _, link := range links {
		if code := s.ask(http.MethodGet, link[1]).Code; code == http.StatusNotFound || code >= 500 {
			t.Errorf("%s leads to %d", link[1], code)
		}
	}
}

func TestMetrics(t *testing.T) {
	t.Parallel()
	s, e := recorded(t)
	for range 3 {
		s.ask(http.MethodGet, "/api/v1/holders/0x00000000000000000000000000000000000000aa")
	}
	if w := s.ask(http.MethodGet, "/metrics"); w.Code != http.StatusNotFound {
		t.Errorf("the metrics are for everybody: %d", w.Code)
	}
	beside := httpapi.Metrics(s.handler.(*checked).handler)
	read := func() string {
		w := httptest.NewRecorder()
		beside.ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/metrics", nil))
		return w.Body.String()
	}
	before := read()
	for _, line := range []string{
		"nodeledger_block_height 69", "nodeledger_final_block_height 69", "nodeledger_lag_seconds 60", "nodeledger_purchases 41",
		"nodeledger_nodes 978", "nodeledger_events 74", "nodeledger_frozen 0", `nodeledger_proof_level{level="full"} 1`,
		`nodeledger_covered_blocks{level="full"} 70`, "nodeledger_database_up 1", "nodeledger_streams 0", "nodeledger_job_due_seconds 0",
		"nodeledger_reorganisations_total 0", "nodeledger_jobs_failed_total 0", `nodeledger_payout_runs{state="approved"} 0`,
		`nodeledger_payout_exceptions{kind="unexplained_receipt"} 0`, `nodeledger_finality_level{level="told"} 1`,
		`nodeledger_build_info{version="v1.2.3"} 1`,
		`nodeledger_http_request_duration_seconds_count{route="/api/v1/holders/:wallet",status="200"} 3`,
	} {
		if !strings.Contains(before, "\n"+line+"\n") {
			t.Errorf("the metrics lack %q", line)
		}
	}
	freeze(t, e, "two final blocks")
	if !strings.Contains(read(), "\nnodeledger_frozen 1\n") {
		t.Error("frozen books do not show")
	}
	if strings.Contains(before, "0x0000") {
		t.Error("wallets became labels")
	}
	if s.log.Len() > 0 {
		t.Errorf("the log has %s", s.log)
	}
}
