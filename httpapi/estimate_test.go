package httpapi_test

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/store"
	"github.com/nodeledger/nodeledger/wire"
)

// preset is a dashboard of the preset before anything is booked.
func preset(t *testing.T) *site {
	t.Helper()
	p, err := program.Load("gpunet")
	check(t, err)
	books, err := store.Connect(t.Context(), filepath.Join(t.TempDir(), "books.db"))
	check(t, err)
	t.Cleanup(func() { _ = books.Close() })
	e, err := engine.Open(t.Context(), p, books, nil, samplebooks.Soon, slog.New(slog.DiscardHandler))
	check(t, err)
	return serve(t, e, time.Hour)
}

func TestScore(t *testing.T) {
	t.Parallel()
	s := preset(t)
	var one, many wire.Scores
	s.get("/api/v1/score?nodes=5", &one)
	if len(one.Scores) != 1 || one.Scores[0] != (wire.Score{Nodes: 5, Factor: "1.2", Score: "6"}) || len(one.Rule) != 16 ||
		one.AsOf.Proof != "" {
		t.Errorf("%+v", one)
	}
	s.get("/api/v1/score?nodes=1,4,5,7,19,20,45,49,50,99,100,115", &many)
	var texts []string
	for _, score := range many.Scores {
		texts = append(texts, score.Score)
	}
	if got := strings.Join(texts, " "); got != "1 4 6 8.4 22.8 30 67.5 73.5 80 158.4 200 230" {
		t.Errorf("the table is %s", got)
	}
}

func TestEstimate(t *testing.T) {
	t.Parallel()
	s := preset(t)
	for adoption, fdv := range map[string]string{"10%": "26000000", "0.2": "52000000", "40%": "104000000"} {
		var got wire.Estimate
		s.get("/api/v1/estimate?nodes=3&paid=2ETH&eth-price=3250&token-price=0.5&months=12"+
			"&tge=2025-01-01T00:00:00Z&adoption="+url.QueryEscape(adoption), &got)
		if got.FDV != fdv {
			t.Errorf("at %s the valuation is %s, want %s", adoption, got.FDV, fdv)
		}
		var side []string
		for _, sc := range got.Scenarios {
			side = append(side, sc.Name+" "+sc.FDV)
		}
		if strings.Join(side, ", ") != "adoption 10% 26000000, adoption 20% 52000000, adoption 40% 104000000" {
			t.Errorf("scenarios %v", side)
		}
		if len(got.Series) != 13 || got.Series[12].At != "2026-01-01T00:00:00Z" || got.BreakEvenMonth == nil || got.BreakEven != "reached" ||
			got.Cost != "6500" {
			t.Errorf("%d months, %v, %s, cost %s", len(got.Series), got.BreakEvenMonth, got.BreakEven, got.Cost)
		}
		if got.Units != (wire.Units{Tokens: "GPU", Points: "GPOINT", USDT: "USDT", Money: "USD", Asset: "ETH"}) {
			t.Errorf("units %+v", got.Units)
		}
		for _, a := range got.Assumptions {
			if a.Name == "" || !whole(a.Value) || a.Source == "" {
				t.Errorf("an assumption is %+v", a)
			}
		}
	}
}

// Of a sale that only its chain knows, the books say how many nodes are sold.
func TestEstimateOfWhatIsSold(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	var got wire.Estimate
	s.get("/api/v1/estimate?nodes=5&adoption=50%25&adoption-of=sold", &got)
	if got.ActiveNodes != "489" || got.AsOf.Block != 69 || got.AsOf.Proof != "full" || got.BreakEven != "unknown" || got.BreakEvenDay != nil ||
		got.Units.Tokens != "" {
		t.Errorf("%+v", got)
	}
	found := false
	for _, a := range got.Assumptions {
		found = found || a.Name == "adoption_of" && a.Value.Text == "978" && a.Source == "chain"
	}
	if !found {
		t.Errorf("the assumptions are %v", got.Assumptions)
	}
}

func TestEstimateRefusals(t *testing.T) {
	t.Parallel()
	s := preset(t)
	for _, c := range []struct {
		query, code string
		status      int
		says        string
	}{
		{"score", "invalid", 422, "nodes"},
		{"score?nodes=five", "invalid", 422, "plain digits"},
		{"score?nodes=" + strings.Repeat("1", 30), "invalid", 422, "plain digits"},
		{"score?nodes=5&at=now", "invalid", 422, "is not a parameter of this request: remove it"},
		{"estimate", "invalid", 422, "nodes"},
		{"estimate?nodes=0", "invalid", 422, "at least one node"},
		{"estimate?nodes=" + strings.Repeat("1,", 1100), "too-large", 413, "URL"},
		{"estimate?nodes=5&months=601", "invalid", 422, "0 to 600"},
		{"estimate?nodes=5&months=1e9", "invalid", 422, "plain digits"},
		{"estimate?nodes=5&adoption=1.5", "invalid", 422, "at most 1"},
		{"estimate?nodes=5&adoption=NaN", "invalid", 422, "exact number"},
		{"estimate?nodes=5&token-price=1e300", "invalid", 422, "exact number"},
		{"estimate?nodes=5&token-price=" + strings.Repeat("9", 100), "invalid", 422, "is too long"},
		{"estimate?nodes=5&node-price=0.1ETH", "invalid", 422, "eth-price"},
		{"estimate?nodes=5&price=1", "invalid", 422, "is not a parameter of this request: remove it"},
		{"estimate?nodes=5&adoption-of=sold", "not-found", 404, "write a number"},
		{"estimate?nodes=20000", "not-enough", 409, "one wallet can buy 115 at most now"},
		{"estimate?nodes=20000&paid=1", "invalid", 422, "raise the adoption"},
	} {
		w := s.ask(http.MethodGet, "/api/v1/"+c.query)
		status, body := w.Code, w.Body.String()
		if p := s.problem(w); status != c.status || p.Code != c.code || !strings.Contains(p.Detail, c.says) {
			t.Errorf("%.80s: %d %s", c.query, status, body)
		}
	}
	r, _ := recorded(t)
	if p := r.problem(r.ask(http.MethodGet, "/api/v1/estimate?nodes=5&adoption-of=sold&tier=1")); p.Code != "no-ladder" ||
		p.Status != http.StatusConflict {
		t.Errorf("%+v", p)
	}
}

// The largest question that is let in is answered within the time of an answer: the server would refuse it after that.
func TestLargestEstimate(t *testing.T) {
	t.Parallel()
	s := preset(t)
	var got wire.Estimate
	s.get(fmt.Sprintf("/api/v1/estimate?nodes=%s5&months=600&node-price=%s&token-price=%[2]s&point-days=%[2]s"+
		"&average-factor=1.234567890123456789&scenarios=%s",
		strings.Repeat("5,", 800), "0.123456789012345678", url.QueryEscape("91%,92%,93%,94%,95%,96%,97%,98%,99%,100%")), &got)
	if len(got.Series) != 601 || len(got.Scenarios) != 10 {
		t.Errorf("%d months, %d scenarios", len(got.Series), len(got.Scenarios))
	}
}
