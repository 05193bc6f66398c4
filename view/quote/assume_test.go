package quote_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards/estimate"
	"github.com/nodeledger/nodeledger/view/quote"
)

var summer = time.Date(2024, 7, 1, 0, 0, 0, 0, time.UTC)

func gpunet(t testing.TB) *program.Program {
	t.Helper()
	p, err := program.Load("gpunet")
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestParseWallets(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		want := rapid.SliceOfN(rapid.Uint64(), 1, 1000).Draw(t, "nodes")
		got, err := quote.ParseWallets(strings.Trim(strings.Join(strings.Fields(fmt.Sprint(want)), ","), "[]"))
		if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Fatalf("%v is read as %v, %v", want, got, err)
		}
	})
	for _, text := range []string{"", ",", "5,", "5 20", "-1", "+1", "1.0", "1e3", "0x5", "٥", "18446744073709551616",
		strings.Repeat("1,", 1000) + "1", strings.Repeat("9", 2000)} {
		_, err := quote.ParseWallets(text)
		if got := samplebooks.RefusalCode(t, err); got != "invalid" || len(err.Error()) > 200 {
			t.Errorf("%.30q: %s, %v", text, got, err)
		}
	}
}

func TestScores(t *testing.T) {
	t.Parallel()
	p := gpunet(t)
	for _, s := range quote.Scores(p, quote.MomentOf(summer), []uint64{7, 100, 115}) {
		if want := map[uint64]string{7: "8.4", 100: "200", 115: "230"}[s.Nodes]; s.String() != want {
			t.Errorf("%d nodes score %s, want %s", s.Nodes, s, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.Uint64Range(0, 1000).Draw(t, "a"), rapid.Uint64Range(0, 1000).Draw(t, "b")
		s := quote.Scores(p, quote.MomentOf(summer), []uint64{a, b, a + b})
		if apart := new(big.Rat).Add(s[0].Value(), s[1].Value()); apart.Cmp(s[2].Value()) > 0 {
			t.Fatalf("%d and %d nodes score %s apart and %s together", a, b, apart, s[2])
		}
	})
}

// What somebody writes is what is assumed, and it is shown as theirs. Nothing else is.
func TestWhatIsWrittenIsAssumed(t *testing.T) {
	t.Parallel()
	r := quote.EstimateRequest{
		Nodes: "5,20", Months: "36", Adoption: "12.5%", AdoptionOf: "12000", NodePrice: "0.2ETH", AssetPrice: "3250.5", TokenPrice: "0.75",
		PointPrice:    "2",
		AverageFactor: "1.25", DropBy: "score", Currency: "EUR", Rate: "0.92", Coverage: "80%", HolderNodes: "9",
		PointDays: "30", PointsIssued: "5000", TGE: "2025-01-01", At: "2024-08-01",
	}
	e, err := quote.EstimateFromProgram(gpunet(t), summer, r)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"wallets": "5, 20", "months": "36", "adoption": "0.125", "adoption_of": "12000", "paid": "0.2 ETH a node",
		"asset_price": "3250.5 USD", "token_price": "0.75 USD", "point_price": "2 USD", "average_factor": "1.25", "drop_by": "score",
		"rate":     "0.92 EUR",
		"coverage": "0.8", "holder_nodes": "9 nodes in every wallet", "point_days": "30", "points_issued": "5000 GPOINT",
		"tge": "2025-01-01T00:00:00Z",
	}
	for _, a := range e.Assumed {
		value, mine := want[a.Name]
		if mine != (a.Origin == estimate.FromUser) || mine && value != a.Value.English() {
			t.Errorf("%s is assumed as %q from %s", a.Name, a.Value, a.Origin)
		}
		delete(want, a.Name)
	}
	if len(want) > 0 {
		t.Errorf("not shown: %v", want)
	}
	if e.AsOf != nil || e.Program.Name != "gpunet" {
		t.Errorf("as of %v by %s", e.AsOf, e.Program.Name)
	}
	// At chooses among dated settings: points are emitted from June on.
	r.At = "2024-05-01"
	before, err := quote.EstimateFromProgram(gpunet(t), summer, r)
	if err != nil {
		t.Fatal(err)
	}
	if before.Outcome.PointsDay != "0" || e.Outcome.PointsDay == "0" {
		t.Errorf("points a day: %s in May, %s in August", before.Outcome.PointsDay, e.Outcome.PointsDay)
	}
}

// A percentage and its decimal are one number, and where the price is written makes no difference.
func TestWaysOfWritingAgree(t *testing.T) {
	t.Parallel()
	p := gpunet(t)
	rapid.Check(t, func(t *rapid.T) {
		nodes, percent := rapid.Uint64Range(1, 100).Draw(t, "nodes"), rapid.IntRange(10, 100).Draw(t, "percent")
		price := rapid.Uint64Range(1, 1_000_000).Draw(t, "price")
		ways := []quote.EstimateRequest{
			{Adoption: fmt.Sprintf("%d%%", percent), NodePrice: fmt.Sprint(price)},
			{Adoption: fmt.Sprintf("%d.%02d", percent/100, percent%100), NodePrice: fmt.Sprintf("%d USD", price)},
			{Adoption: fmt.Sprintf("%d.0%%", percent), Paid: fmt.Sprint(price * nodes)},
			{Adoption: fmt.Sprintf("%d%%", percent), NodePrice: fmt.Sprintf("%d ETH", price), AssetPrice: "1"},
		}
		var first estimate.Outcome
		for i, r := range ways {
			r.Nodes, r.TokenPrice, r.Months = fmt.Sprint(nodes), "0.5", "6"
			r.AverageFactor = "2"
			e, err := quote.EstimateFromProgram(p, summer, r)
			if err != nil {
				t.Fatal(err)
			}
			if i == 0 {
				first = e.Outcome
			}
			if o := e.Outcome; o.FDV == "" || o.FDV != first.FDV || o.Value != first.Value || o.Cost != first.Cost ||
				o.BreakEvenDay != first.BreakEvenDay {
				t.Fatalf("%+v gives %s, %s, %s, %s and %+v gives %s, %s, %s, %s", r, o.FDV, o.Value, o.Cost, o.BreakEvenDay, ways[0], first.FDV,
					first.Value, first.Cost, first.BreakEvenDay)
			}
		}
	})
}

// Whatever is written, the answer is an estimate or a refusal in one line.
func TestEstimateNeverFallsOver(t *testing.T) {
	t.Parallel()
	p := gpunet(t)
	rapid.Check(t, func(t *rapid.T) {
		text := func(name string) string {
			return rapid.OneOf(rapid.Just(""), rapid.SampledFrom([]string{"0", "1", "5", "10%", "0.000000000000000001", "18446744073709551615",
				"ETH", "2 ETH", "sold", "score", "2025-01-01"}), rapid.String()).Draw(t, name)
		}
		r := quote.EstimateRequest{
			Nodes: text("nodes"), Months: text("months"), Adoption: text("adoption"), AdoptionOf: text("of"), NodePrice: text("node price"),
			AssetPrice: text("asset price"),
			TokenPrice: text("token price"), AverageFactor: text("factor"), DropBy: text("drop"), Coverage: text("coverage"),
			PointDays: text("days"), TGE: text("tge"),
			At: text("at"), Scenarios: text("scenarios"), Tier: text("tier"),
		}
		e, err := quote.EstimateFromProgram(p, summer, r)
		if err == nil {
			if len(e.Assumed) < 10 || len(e.Outcome.Series) == 0 {
				t.Fatalf("%+v: %+v", r, e)
			}
			return
		}
		if text := err.Error(); strings.ContainsAny(text, "\n\r") || len(text) > 400 {
			t.Fatalf("%+v: %q", r, text)
		}
	})
}
