package quote_test

import (
	"context"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards/estimate"
	"github.com/nodeledger/nodeledger/view"
	"github.com/nodeledger/nodeledger/view/quote"
)

// demoLadder is a program with the ladder of the demonstration at the end of its year: the development chain's fifteen tiers, of which the
// last rose by a tenth in each of twelve months.
func demoLadder(t testing.TB) *program.Program {
	t.Helper()
	tiers := devnet.LadderOf15(false)
	last := tiers[14].Price
	for range 12 {
		last = new(big.Int).Div(new(big.Int).Mul(last, big.NewInt(11)), big.NewInt(10))
	}
	tiers[14].Price = last
	text := strings.Builder{}
	text.WriteString(`program: ladder
schema: 1
assets: { ETH: { decimals: 18, kind: native } }
chain: { id: 1337, start_block: 0 }
referral: { discount: 10%, reward: 10% }
sale:
  contract: "0x5FbDB2315678afecb367f032d93F642f64180aa3"
  adapter: nodesale
  mode: parallel
  tiers:
`)
	eth := money.MustAsset("ETH", 18)
	for _, tier := range tiers {
		price, err := money.ParseUnits(eth, tier.Price.String())
		if err != nil {
			t.Fatal(err)
		}
		_, _ = text.WriteString("    - { size: 1000, price: " + price.Decimal().String() + ", per_wallet: " + count(tier.PerWallet) + " }\n")
	}
	p, err := program.Read("ladder.yaml", []byte(text.String()))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func count(n uint64) string { return new(big.Int).SetUint64(n).String() }

func assumed(t testing.TB, e *quote.Estimate, name string) (text string, from estimate.Origin) {
	t.Helper()
	for _, a := range e.Assumed {
		if a.Name == name {
			return a.Value.English(), a.Origin
		}
	}
	t.Fatalf("%s is not among the assumptions", name)
	return "", ""
}

// 115 nodes are one of the first tier, two of the second and so on, and cost that: not 115 times the first tier's price, 34,500 dollars.
func TestTheCostIsWhatTheLadderAsks(t *testing.T) {
	t.Parallel()
	p := demoLadder(t)
	e, err := quote.EstimateFromProgram(p, summer, quote.EstimateRequest{Nodes: "115", AssetPrice: "3000"})
	if err != nil {
		t.Fatal(err)
	}
	if e.Outcome.Cost != "156727.478438536825626" {
		t.Errorf("115 nodes cost %s USD", e.Outcome.Cost)
	}
	text, from := assumed(t, &e, "paid")
	if text != "52.242492812845608542 ETH, quote of the program file as if nothing were sold: 115 nodes" || from != estimate.FromProgram {
		t.Errorf("paid is %q from %s", text, from)
	}
	if e.Limits != (quote.Limits{Nodes: 115, Sale: 15_000, Months: 600}) {
		t.Errorf("limits %+v", e.Limits)
	}
	for nodes, want := range map[string]string{"7": "2522.4384", "1": "300", "1,1": "600"} {
		if e, err = quote.EstimateFromProgram(p, summer, quote.EstimateRequest{Nodes: nodes, AssetPrice: "3000"}); err != nil ||
			e.Outcome.Cost != want {
			t.Errorf("%s nodes cost %s USD, %v", nodes, e.Outcome.Cost, err)
		}
	}
	if e, err = quote.EstimateFromProgram(p, summer, quote.EstimateRequest{Nodes: "7", Code: "ALPHA", AssetPrice: "3000"}); err != nil ||
		e.Outcome.Cost != "2270.19456" {
		t.Errorf("7 nodes with a code cost %s USD, %v", e.Outcome.Cost, err)
	}
	// Without the price of an ether the quote is there and its value is not known.
	if e, err = quote.EstimateFromProgram(p, summer, quote.EstimateRequest{Nodes: "7"}); err != nil || e.Outcome.Cost != "" {
		t.Errorf("7 nodes cost %s USD, %v", e.Outcome.Cost, err)
	}
	if text, _ = assumed(t, &e, "paid"); !strings.HasPrefix(text, "0.8408128 ETH, ") {
		t.Errorf("paid is %q", text)
	}
}

// The books quote for whoever asks: what the wallet has counts, and so does what others bought.
func TestTheBooksQuoteTheCost(t *testing.T) {
	t.Parallel()
	e, chain := samplebooks.Days(t)
	ctx, costs := context.Background(), map[string]bool{}
	buyer, _ := chain.Wallet(0)
	for _, r := range []quote.EstimateRequest{{Nodes: "3", AssetPrice: "2"}, {Nodes: "3", AssetPrice: "2", Wallet: buyer.Hex()}} {
		q := quote.Request{Quantity: 3}
		if r.Wallet != "" {
			var err error
			if q.Wallet, err = view.ParseWallet(r.Wallet); err != nil {
				t.Fatal(err)
			}
		}
		want, err := quote.FromBooks(ctx, e, q)
		if err != nil {
			t.Fatal(err)
		}
		got, err := quote.EstimateFromBooks(ctx, e, samplebooks.Soon.At, nobody, r)
		if err != nil {
			t.Fatal(err)
		}
		usd := want.Paid.Rat()
		if usd.Mul(usd, big.NewRat(2, 1)); got.Outcome.Cost != money.Truncated(usd) || costs[got.Outcome.Cost] {
			t.Errorf("%+v costs %s, and the quote is %s", r, got.Outcome.Cost, want.Paid)
		}
		costs[got.Outcome.Cost] = true // whoever has bought pays another price than whoever has not
		if text, from := assumed(t, &got, "paid"); from != estimate.FromQuote || text != want.Paid.String()+", quote of the books: 3 nodes" {
			t.Errorf("paid is %q from %s", text, from)
		}
	}
}

func nobody(context.Context) (map[uint64]uint64, error) { return nil, nil }

// More than a wallet can buy is refused with how many it can, and what it is that is asked for twice.
func TestMoreThanCanBeBoughtNamesTheLimit(t *testing.T) {
	t.Parallel()
	p := demoLadder(t)
	for _, c := range []struct {
		r    quote.EstimateRequest
		says string
	}{
		{quote.EstimateRequest{Nodes: "116"}, "one wallet can buy 115 at most now"},
		{quote.EstimateRequest{Nodes: "5,5", Wallet: "0x00000000000000000000000000000000000000a1"}, "the nodes of 2 wallets"},
	} {
		if _, err := quote.EstimateFromProgram(p, summer, c.r); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%+v: %v", c.r, err)
		}
	}
	// What was paid is then theirs to say.
	if _, err := quote.EstimateFromProgram(p, summer, quote.EstimateRequest{Nodes: "116", Paid: "1000"}); err != nil {
		t.Error(err)
	}
}

// Of a sale that is sold out nothing is quoted, and the estimate says why there is no cost.
func TestASoldOutSaleHasNoCost(t *testing.T) {
	t.Parallel()
	p := *demoLadder(t)
	none := []program.Tier{{Price: money.Units(p.Sale.Asset, 1), Size: 10}}
	p.Sale.Tiers = program.Dated[[]program.Tier]{{Value: none}}
	e, err := quote.EstimateFromProgram(&p, summer, quote.EstimateRequest{Nodes: "5", AssetPrice: "3000"})
	if err != nil || e.Outcome.Cost != "" || len(e.Notes) != 1 || e.Notes[0].English() != "No node can be bought now, so no cost is quoted" {
		t.Errorf("cost %q, notes %v, %v", e.Outcome.Cost, e.Notes, err)
	}
}

// After the TGE there is no drop to come, and nothing that was emitted before the books' day.
func TestAfterTheTGETheEstimateBeginsAtTheBooks(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Rewarded(t)
	r := quote.EstimateRequest{Nodes: "5", TokenPrice: "1", Months: "1", AdoptionOf: "1000"}
	got, err := quote.EstimateFromBooks(t.Context(), e, samplebooks.Soon.At, nobody, r)
	if err != nil {
		t.Fatal(err)
	}
	start, tge := samplebooks.Day(22), "2024-04-19T12:00:00Z"
	if first := got.Outcome.Series[0]; !first.At.Equal(start) || first.Available != "0" || first.Locked != "0" || first.Value != "0" {
		t.Errorf("at the start %+v", first)
	}
	// The first two years emit 30 million over 730 days; 6 / 1,000 of a day are this holder's.
	if o := got.Outcome; o.Drop != "0" || o.Converted != "0" || o.PointsDay != "0" || o.TokensDay != "246.575342465753424657" {
		t.Errorf("%+v", o)
	}
	if text, from := assumed(t, &got, "start"); text != start.Format(time.RFC3339) || from != estimate.FromChain {
		t.Errorf("start %s from %s", text, from)
	}
	if text, from := assumed(t, &got, "tge"); text != tge || from != estimate.FromProgram {
		t.Errorf("TGE %s from %s", text, from)
	}
	if len(got.Notes) != 1 || !strings.Contains(got.Notes[0].English(), "The TGE was at "+tge) ||
		!strings.Contains(got.Notes[0].Chinese(), "均不计入") {
		t.Errorf("notes %v", got.Notes)
	}
	for says, r := range map[string]quote.EstimateRequest{
		"leave it out": {Nodes: "5", AdoptionOf: "1000", TGE: "2025-01-01"}, "no points": {Nodes: "5", AdoptionOf: "1000", PointDays: "5"},
	} {
		if _, err := quote.EstimateFromBooks(t.Context(), e, samplebooks.Soon.At, nobody, r); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%+v: %v", r, err)
		}
	}
}

// Where somebody says what a dollar is in their currency, cost, value and valuation are in it, too.
func TestValuesAreInTheReadersCurrency(t *testing.T) {
	t.Parallel()
	r := quote.EstimateRequest{Nodes: "3", Paid: "6500", TokenPrice: "0.5", Adoption: "10%", Months: "12", TGE: "2025-01-01"}
	r.Currency, r.Rate = "EUR", "0.92"
	e, err := quote.EstimateFromProgram(gpunet(t), summer, r)
	if err != nil {
		t.Fatal(err)
	}
	want := estimate.Local{Cost: "5980", Value: "23000", FDV: "23920000"}
	if e.Outcome.Local != want || e.Scenarios[1].Outcome.Local.FDV != "47840000" {
		t.Errorf("%+v and %+v", e.Outcome.Local, e.Scenarios[1].Outcome.Local)
	}
	if text, from := assumed(t, &e, "rate"); text != "0.92 EUR" || from != estimate.FromUser {
		t.Errorf("rate %s from %s", text, from)
	}
	for _, wrong := range [][2]string{{"EUR", ""}, {"", "0.92"}, {"EUR", "0"}, {"euro", "0.92"}, {"EUR", "x"}} {
		r.Currency, r.Rate = wrong[0], wrong[1]
		if _, err := quote.EstimateFromProgram(gpunet(t), summer, r); err == nil {
			t.Errorf("%v is taken", wrong)
		}
	}
}
