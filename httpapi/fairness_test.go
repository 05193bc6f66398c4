package httpapi_test

import (
	"math/big"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/wire"
)

// The report of a public contract's recorded run is what its 41 purchases add up to.
func TestFairnessOfTheRecordedSale(t *testing.T) {
	t.Parallel()
	s, _ := recorded(t)
	var got wire.Fairness
	var board wire.Leaderboard
	s.get("/api/v1/sale/fairness", &got)
	s.get("/api/v1/leaderboard?top=20", &board)
	nodes, all, purchases := map[string]int64{}, int64(0), uint64(0)
	for _, p := range samplebooks.Purchases(t) {
		if p.Quantity > 0 {
			purchases++
			all += int64(p.Quantity)
			nodes[p.Buyer] += int64(p.Quantity)
		}
	}
	differences := int64(0)
	for _, a := range nodes {
		for _, b := range nodes {
			differences += max(a-b, b-a)
		}
	}
	gini := money.Truncated(big.NewRat(differences, 2*int64(len(nodes))*all))
	if got.Gini != gini || got.Wallets != uint64(len(nodes)) || got.Nodes != uint64(all) || got.Top[1].Nodes != got.Nodes ||
		got.Top[1].Share != "1" {
		t.Errorf("%d nodes of %d wallets, Gini %s, want %s; %+v", got.Nodes, got.Wallets, got.Gini, gini, got.Top)
	}
	if got.WithCode.Purchases+got.WithoutCode.Purchases != purchases || got.WithCode.Nodes+got.WithoutCode.Nodes != got.Nodes {
		t.Errorf("%d purchases: %+v, %+v", purchases, got.WithCode, got.WithoutCode)
	}
	if !reflect.DeepEqual(got.ByReferrer, board.Standings) || got.Referrers != 7 {
		t.Errorf("%d referrers: %+v", got.Referrers, got.ByReferrer)
	}
	if len(got.Quotas) != 15 || *got.Quotas[4].PerWallet != 0 || got.Quotas[4].UsedUp != 0 || got.Quotas[0].UsedUp != got.Quotas[0].Wallets {
		t.Errorf("quotas %+v", got.Quotas) // the first tier gives a node to each wallet
	}
	if got.Fresh != board.Fresh {
		t.Errorf("as of %+v", got.Fresh)
	}
}

// Two wallets that each buy with the other's code are named with what they saved together, which is 19% of the list price.
func TestFairnessOfWalletsThatBuyWithEachOthersCodes(t *testing.T) {
	t.Parallel()
	e, c := samplebooks.Made(t)
	s := serve(t, e, 0)
	book := func() {
		c.Finalise(0)
		samplebooks.Settle(t, e)
	}
	c.Mine(c.Buy(10, 3, 5), c.Buy(1, 2, 20), c.Buy(11, 0, 7))
	book()
	var got wire.Fairness
	s.get("/api/v1/sale/fairness", &got)
	if got.Mutual.Pairs != 0 || len(got.Mutual.Top) != 0 || got.Mutual.Share != "0" {
		t.Errorf("one way: %+v", got.Mutual)
	}
	tag := s.ask(http.MethodGet, "/api/v1/sale/fairness").Header().Get("Etag")
	c.Mine(c.Buy(2, 1, 10), c.Buy(3, 3, 1))
	book()
	s.get("/api/v1/sale/fairness", &got)
	wei := func(n int) wire.Amount {
		return wire.AmountOf(money.Units(money.MustAsset("ETH", 18), uint64(n)))
	}
	sum := wire.CodeSum{Purchases: 2, Nodes: 30, List: wei(30_000), Discount: wei(3_000), Reward: wei(2_700)}
	pair := wire.CodePair{Wallets: []string{samplebooks.Person(1).String(), samplebooks.Person(2).String()}, CodeSum: sum, Saved: wei(5_700)}
	want := wire.CodePairs{Pairs: 1, CodeSum: sum, Saved: wei(5_700), Share: "0.19", Top: []wire.CodePair{pair}}
	if !reflect.DeepEqual(got.Mutual, want) {
		t.Errorf("%+v, want %+v", got.Mutual, want)
	}
	if got.OwnCode != (wire.CodeSum{Purchases: 1, Nodes: 1, List: wei(1_000), Discount: wei(100), Reward: wei(90)}) {
		t.Errorf("the own code: %+v", got.OwnCode)
	}
	if got.Minutes[0] != (wire.FirstMinute{Minute: 1, Purchases: 3, Nodes: 32, Wallets: 3}) || got.Minutes[1].Purchases != 0 {
		t.Errorf("the first minutes: %+v", got.Minutes)
	}
	if w := s.send("/api/v1/sale/fairness", tag); w.Code != http.StatusOK {
		t.Errorf("%d after something was booked", w.Code)
	}
	tag = s.ask(http.MethodGet, "/api/v1/sale/fairness").Header().Get("Etag")
	if w := s.send("/api/v1/sale/fairness", tag); w.Code != http.StatusNotModified {
		t.Errorf("%d while nothing was booked", w.Code)
	}
	if got.Funding.Known || got.Funding.Reason.Code != "unknown-funding" || got.TwoWallets.Params["together"] != "0.19" {
		t.Errorf("%+v, %+v", got.Funding, got.TwoWallets)
	}
}

// Before anything is bought every number is zero, and every list there.
func TestFairnessOfASaleThatSoldNothing(t *testing.T) {
	t.Parallel()
	e, _ := samplebooks.Made(t)
	var got wire.Fairness
	serve(t, e, 0).get("/api/v1/sale/fairness", &got)
	if got.Opened != "" || got.Gini != "0" || got.Nodes != 0 || len(got.Minutes) != 2 || got.ByReferrer == nil || got.Mutual.Top == nil {
		t.Errorf("%+v", got)
	}
}

// However many deal with each other, an answer stays short.
func TestFairnessIsBounded(t *testing.T) {
	t.Parallel()
	e, c := samplebooks.Made(t)
	for n := range 60 {
		c.Mine(bought(c, 2*n, 2*n+1), bought(c, 2*n+1, 2*n))
	}
	c.Finalise(0)
	samplebooks.Settle(t, e)
	var got wire.Fairness
	serve(t, e, 0).get("/api/v1/sale/fairness", &got)
	if got.Mutual.Pairs != 60 || len(got.Mutual.Top) != 20 || got.Referrers != 120 || len(got.ByReferrer) != 20 || got.Mutual.Nodes != 120 {
		t.Errorf("%d of %d pairs, %d of %d referrers, %d nodes", len(got.Mutual.Top), got.Mutual.Pairs, len(got.ByReferrer), got.Referrers,
			got.Mutual.Nodes)
	}
	for _, p := range got.Mutual.Top {
		for _, w := range p.Wallets {
			if _, err := ledger.ParseWallet(w); err != nil || strings.ToLower(w) != w {
				t.Errorf("%q: %v", w, err)
			}
		}
	}
}

// send asks for an answer whose tag is known.
func (s *site) send(path, tag string) *httptest.ResponseRecorder {
	s.Helper()
	w, r := httptest.NewRecorder(), httptest.NewRequestWithContext(s.Context(), http.MethodGet, path, nil)
	r.Header.Set("If-None-Match", tag)
	s.handler.ServeHTTP(w, r)
	return w
}
