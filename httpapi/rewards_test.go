package httpapi_test

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"net/http"
	"net/http/httptest"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/wire"
)

// listed is every epoch of the API, read in pages.
func (s *site) listed(kind string, limit int) (list []wire.Epoch) {
	s.Helper()
	for next, more := "", true; more; more = next != "" {
		var page wire.Epochs
		s.get(fmt.Sprintf("/api/v1/epochs?kind=%s&limit=%d&after=%s", kind, limit, next), &page)
		if len(page.Epochs) > limit || page.AsOf.Block == 0 {
			s.Fatalf("%+v", page)
		}
		list, next = append(list, page.Epochs...), page.Next
	}
	return list
}

// The list has every epoch of the journal, with what its transaction says, whatever the pages.
func TestEpochsAreThoseOfTheJournal(t *testing.T) {
	t.Parallel()
	e, c := samplebooks.Rewarded(t)
	s := serve(t, e, 0)
	compare := func() []wire.Epoch {
		t.Helper()
		var want []ledger.Transaction
		for tx, err := range e.History().Transactions(t.Context(), 1) {
			check(t, err)
			if _, closed := tx.Meta["file"]; closed {
				want = append(want, *tx)
			}
		}
		slices.Reverse(want)
		list := s.listed("", 4)
		if len(list) != len(want) || len(list) < 10 {
			t.Fatalf("%d epochs, the journal has %d", len(list), len(want))
		}
		for i, got := range list {
			tx := &want[i]
			issued := new(big.Int)
			for _, p := range tx.Postings {
				if p.From.Role() == ledger.IssuanceRole || p.From.Role() == ledger.BucketRole {
					issued.Add(issued, p.Amount.Big())
				}
			}
			if got.Sequence != tx.Sequence || got.Kind != string(tx.Kind) || got.File != tx.Meta["file"] || got.Job != tx.Source.Name ||
				got.Slot != tx.Source.Reference ||
				got.Start != tx.Meta["start"] || got.End != tx.Meta["end"] || fmt.Sprint(got.Block) != tx.Meta["block"] ||
				got.BlockHash != tx.Meta["block_hash"] ||
				got.UnlocksAt != tx.Meta["unlocks_at"] || got.Issued.Amount != issued.String() {
				t.Errorf("%+v is not %+v", got, tx.Draft.Meta)
			}
		}
		return list
	}
	before := compare()
	for _, kind := range []string{"points-epoch", "token-epoch", "tge-drop"} {
		only := s.listed(kind, 200)
		if want := slices.DeleteFunc(slices.Clone(before), func(e wire.Epoch) bool { return e.Kind != kind }); !reflect.DeepEqual(only, want) ||
			len(only) == 0 {
			t.Errorf("%s: %d epochs, want %d", kind, len(only), len(want))
		}
	}
	c.Until(samplebooks.Day(24).Add(time.Hour))
	samplebooks.Settle(t, e)
	if after := compare(); !reflect.DeepEqual(after[len(after)-len(before):], before) || len(after) != len(before)+2 {
		t.Errorf("two days later %d epochs follow on %d", len(after), len(before))
	}
}

// The file is the one of the journal, and everything that is said of an epoch and its holders is what the file says.
func TestEpochFilesAndExplanations(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	s := serve(t, e, 0)
	zeros := map[string]bool{}
	for _, ep := range s.listed("", 200) {
		path := "/api/v1/epochs/" + ep.Job + "/" + ep.Slot
		w := s.ask(http.MethodGet, path+"/file")
		digest := sha256.Sum256(w.Body.Bytes())
		tag := w.Header().Get("ETag")
		if w.Code != http.StatusOK || "0x"+hex.EncodeToString(digest[:]) != ep.File || tag != `"`+strings.TrimPrefix(ep.File, "0x")+`"` ||
			w.Header().Get("Content-Type") != "application/json" {
			t.Fatalf("%s: %d %s of %s", path, w.Code, tag, ep.File)
		}
		again := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path+"/file", nil)
		again.Header.Set("If-None-Match", `"other", W/`+tag)
		known := httptest.NewRecorder()
		s.handler.ServeHTTP(known, again)
		if known.Code != http.StatusNotModified || known.Body.Len() != 0 || known.Header().Get("ETag") != tag {
			t.Errorf("%s: %d with %d bytes", path, known.Code, known.Body.Len())
		}
		var file struct {
			Holders []struct {
				Wallet string
				Pools  map[string]struct{ Amount, Reason string }
			}
			Pools map[string]map[string]string
		}
		check(t, json.Unmarshal(w.Body.Bytes(), &file))
		var one wire.EpochDetail
		s.get(path, &one)
		if !reflect.DeepEqual(one.Epoch, ep) || one.Holders != len(file.Holders) || len(one.Pools) != len(file.Pools) {
			t.Errorf("%+v", one)
		}
		for _, p := range one.Pools {
			f, paid := file.Pools[p.Pool], 0
			for _, h := range file.Holders {
				if h.Pools[p.Pool].Amount != "0" {
					paid++
				}
			}
			if p.Amount.Amount != f["amount"] || p.CarriedIn.Amount != f["carried_in"] || p.Paid.Amount != f["paid"] ||
				p.CarriedOut.Amount != f["carried_out"] || p.TotalScore != f["total_score"] || p.HoldersPaid != paid {
				t.Errorf("%s %s: %+v, the file has %v and pays %d", path, p.Pool, p, f, paid)
			}
			if sum(t, p.Amount, p.CarriedIn).Cmp(sum(t, p.Paid, p.CarriedOut)) != 0 {
				t.Errorf("%s %s is not conserved", path, p.Pool)
			}
		}
		for _, h := range file.Holders {
			var got wire.EpochExplanation
			s.get(path+"/holders/"+h.Wallet, &got)
			total := new(big.Int)
			for _, p := range got.Pools {
				if f := h.Pools[p.Pool]; p.Amount.Amount != f.Amount || !says(p.ZeroReason, f.Reason) {
					t.Errorf("%s of %s: %+v, the file has %v", path, h.Wallet, p, f)
				}
				total.Add(total, sum(t, p.Amount))
			}
			if total.Cmp(sum(t, got.Amount)) != 0 || (len(got.ZeroReasons) == 0) != (total.Sign() > 0) || len(got.Lines) < 5 ||
				!names(got.Lines, h.Wallet) {
				t.Errorf("%s of %s: %+v", path, h.Wallet, got)
			}
			for _, why := range got.ZeroReasons {
				zeros[why.Code] = true
			}
		}
		var stranger wire.EpochExplanation
		s.get(path+"/holders/"+samplebooks.Person(99).String(), &stranger)
		if stranger.Amount.Amount != "0" || len(stranger.ZeroReasons) != 1 || stranger.ZeroReasons[0].Code != "zero-not-included" {
			t.Errorf("a stranger gets %+v", stranger)
		}
	}
	if len(zeros) < 2 {
		t.Errorf("the only reasons of zeros are %v", slices.Sorted(maps.Keys(zeros)))
	}
}

// says whether a sentence has the reason of a file.
func says(s *wire.Sentence, reason string) bool {
	if s == nil || reason == "" {
		return s == nil && reason == ""
	}
	own := map[string]string{
		"score_zero": "zero-score", "zero-no-stake": "zero-stake-below-minimum", "zero-scaled-below-one-base-unit": "zero-below-one-base-unit",
		"zero-not-included-in-month": "zero-not-included",
	}
	code, want := cmp.Or(own[s.Code], s.Code), cmp.Or(own[reason], "zero-"+strings.ReplaceAll(reason, "_", "-"))
	return code == want && s.Text != ""
}

// names whether one of the lines is about a wallet.
func names(lines []wire.Sentence, wallet string) bool {
	return slices.ContainsFunc(lines, func(s wire.Sentence) bool { return s.Params["wallet"] == wallet && strings.Contains(s.Text, wallet) })
}

func TestEpochRefusals(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	s := serve(t, e, 0)
	for _, c := range []struct {
		path, code string
		status     int
		says       string
	}{
		{"epochs?kind=unlock", "invalid", 422, "points-epoch"},
		{"epochs?after=0", "invalid", 422, "page before"},
		{"epochs?after=x", "invalid", 422, "page before"},
		{"epochs?limit=201", "invalid", 422, "limit"},
		{"epochs/epoch/2031-01-01", "not-found", 404, "not closed"},
		{"epochs/unlock/2024-04-19", "invalid", 422, "is not one of epoch, token-epoch, tge-drop"},
		{"epochs/epoch/2031-01-01/file", "not-found", 404, "not closed"},
		{"epochs/epoch/2024-04-14/holders/alice", "invalid", 422, "wallet"},
		{"epochs/epoch/" + strings.Repeat("9", 60), "invalid", 422, "slot"},
		{"holders/alice/tokens", "invalid", 422, "wallet"},
		{"holders/alice/referrals", "invalid", 422, "wallet"},
		{"holders/" + samplebooks.Person(1).String() + "/referrals?after=1", "invalid", 422, "page before"},
		{"holders/" + samplebooks.Person(1).String() + "/referrals?after=1.0", "invalid", 422, "begin again"},
		{"holders/" + samplebooks.Person(1).String() + "/statement?from=x", "invalid", 422, "not a time"},
		{"holders/" + samplebooks.Person(1).String() + "/statement?from=2024-05-01&to=2024-05-01", "invalid", 422, "not before"},
		{"holders/" + samplebooks.Person(1).String() + "/statement?from=1969-05-01", "invalid", 422, "1971"},
		{"holders/" + samplebooks.Person(1).String() + "/statement?to=2024-05-01T00:00:00.5Z", "invalid", 422, "whole seconds"},
		{"holders/" + samplebooks.Person(1).String() + "/statement?format=pdf", "invalid", 422, "format"},
	} {
		w := s.ask(http.MethodGet, "/api/v1/"+c.path)
		status, body := w.Code, w.Body.String()
		if p := s.problem(w); status != c.status || p.Code != c.code || !strings.Contains(p.Detail, c.says) {
			t.Errorf("%.80s: %d %s", c.path, status, body)
		}
	}
	if p := preset(t); p.problem(p.ask(http.MethodGet, "/api/v1/readiness")).Code != "nothing-booked" {
		t.Error("empty books are ready")
	}
}

func TestReadinessForTheGeneration(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	s := serve(t, e, 0)
	var got wire.Generation
	s.get("/api/v1/readiness", &got)
	want, err := e.Readiness(t.Context())
	check(t, err)
	if got.At != "2024-04-22T06:00:00Z" && got.Tiers != 1 || got.NodesSold != want.NodesSold || got.NodesSold == 0 ||
		got.NodesLeft != 1_000_000-want.NodesSold {
		t.Errorf("%+v", got)
	}
	if got.Issued.Amount != "6000000000000000000000" || got.Cap.Amount != got.Issued.Amount {
		t.Errorf("points %+v of %+v", got.Issued, got.Cap)
	}
	// The TGE was on 19 April: nothing is projected any more.
	if got.Left != nil || got.Reached7 != "" || got.SellOut7 != "" || got.ByTier[0].SellOut7 != "" || got.ByTier[0].Size != 1_000_000 {
		t.Errorf("after the TGE there are projections: %+v", got)
	}
	report := got.TGE.Report
	if got.TGE.State != "generated" || got.TGE.At != "2024-04-19T12:00:00Z" || report == nil || report.NodesSold == 0 ||
		report.NodesSold > got.NodesSold || report.Issued.Amount != got.Issued.Amount || report.Cap.Amount != got.Cap.Amount ||
		report.Days != 6 || report.Converted == nil || report.Dropped.Amount != "10000000000000000000000000" {
		t.Errorf("how it went: %+v, %+v", got.TGE, report)
	}
	c := got.Circulation // of points that were sold one sale was a slip; at the TGE all became tokens
	if c == nil || c.Emitted.Display != "5900 GPOINT" || c.Sold.Display != "100 GPOINT" || c.Burnt.Display != "12.5 GPOINT" ||
		c.Circulating.Display != "0 GPOINT" ||
		c.PerDay7 != "445.714285714285714285" || c.SoldPerDay7 != "14.285714285714285714" || c.Price != "" || c.Valuation != "" {
		t.Errorf("circulation %+v", c)
	}
	var tokens wire.Tokens
	s.get("/api/v1/holders/"+samplebooks.Person(12).String()+"/tokens", &tokens)
	if tokens.Staked.Display != "40 GPU" || tokens.Unbonding.Display != "0 GPU" || tokens.PointsStaked.Display != "0 GPOINT" {
		t.Errorf("stakes %+v %+v %+v", tokens.Staked, tokens.Unbonding, tokens.PointsStaked)
	}
	r, _ := recorded(t)
	var plain wire.Generation
	r.get("/api/v1/readiness", &plain)
	if plain.Tiers != 15 || plain.Issued != nil || plain.Cap != nil || plain.AsOf.Proof != "full" {
		t.Errorf("%+v", plain)
	}
}

// What an estimate leaves under the cap is what the books have not issued yet, unless somebody says otherwise.
func TestEstimateKnowsWhatIsIssued(t *testing.T) {
	t.Parallel()
	e, c := samplebooks.Made(t)
	s := serve(t, e, 0)
	ask := func(more string) (issued wire.Assumption, got wire.Estimate) {
		t.Helper()
		s.get("/api/v1/estimate?nodes=5&adoption-of=1000&point-days=30"+more, &got)
		for _, a := range got.Assumptions {
			if a.Name == "points_issued" {
				issued = a
			}
		}
		return issued, got
	}
	c.Mine(c.Buy(10, 0, 5))
	c.Until(samplebooks.Day(15).Add(time.Hour))
	if issued, _ := ask(""); issued.Value.Text != "0 GPOINT" || issued.Source != "chain" {
		t.Errorf("before the first epoch %+v", issued)
	}
	samplebooks.Settle(t, e)
	issued, some := ask("")
	if issued.Value.Text != "2880 GPOINT" || issued.Source != "chain" {
		t.Errorf("after two days %+v", issued)
	}
	mine, same := ask("&points-issued=2880")
	if mine.Source != "user" || same.Points != some.Points {
		t.Errorf("%+v gives %s points, the books %s", mine, same.Points, some.Points)
	}
	if _, all := ask("&points-issued=0"); all.Points == some.Points {
		t.Errorf("with nothing issued there are %s points as well", all.Points)
	}
}

// Everything about rewards can be asked while blocks are booked and epochs close.
func TestReadingWhileTheBooksGrow(t *testing.T) {
	t.Parallel()
	e, c := samplebooks.Rewarded(t)
	s := serve(t, e, 0)
	var asking sync.WaitGroup
	for i := range 4 {
		asking.Go(func() {
			for k := range 3 {
				for _, path := range []string{
					"epochs", "epochs/epoch/2024-04-14/file", "epochs/token-epoch/2024-04-20", "readiness", "leaderboard", "holders", "sale/fairness",
					"holders/" + samplebooks.Person(10).String() + "/tokens", "holders/" + samplebooks.Person(10).String() + "/statement",
					"holders/" + samplebooks.Person(1).String() + "/referrals",
					fmt.Sprintf("epochs/epoch/2024-04-1%d/holders/%s", 3+(i+k)%4, samplebooks.Person(11)),
				} {
					if w := s.ask(http.MethodGet, "/api/v1/"+path); w.Code != http.StatusOK {
						t.Errorf("%s: %d %.300s", path, w.Code, w.Body)
					}
				}
			}
		})
	}
	for n := range 5 {
		c.Mine(c.Buy(10, 1, 2))
		c.Until(samplebooks.Day(23 + n))
		samplebooks.Settle(t, e)
	}
	asking.Wait()
}
