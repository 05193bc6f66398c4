package httpapi_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"runtime"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
)

// The load of a benchmark: requests come when they are due, whether or not those before them have been answered, and a
// block with purchases is booked every second meanwhile.
const (
	perSecond = 200
	seconds   = 10
)

// BenchmarkHolderPage asks for pages of the list of 1,000,000 holders from anywhere in it, and for single holders.
func BenchmarkHolderPage(b *testing.B) {
	c := crowded(b, 1_000_000, 0)
	after := func(r *rand.Rand) string {
		return "/api/v1/holders?limit=100&after=" + samplebooks.Numbered(r.IntN(1_000_000)).String()
	}
	one := func(r *rand.Rand) string {
		return "/api/v1/holders/" + samplebooks.Numbered(r.IntN(1_000_000)).String()
	}
	b.Run("list", func(b *testing.B) { c.load(b, after) })
	b.Run("holder", func(b *testing.B) { c.load(b, one) })
}

// BenchmarkLeaderboard asks for the first 50 of 100,000 referrers, in books with 1,000,000 holders.
func BenchmarkLeaderboard(b *testing.B) {
	c := crowded(b, 1_000_000, 100_000)
	c.load(b, func(*rand.Rand) string { return "/api/v1/leaderboard?top=50" })
}

// busy are books with many holders behind a handler.
type busy struct {
	engine  *engine.Engine
	chain   *fakechain.Chain
	handler http.Handler
	sold    int
}

// bought is a purchase of one node by a holder, with the code of another.
func bought(c *fakechain.Chain, buyer, referrer int) evm.Log {
	return c.Purchase(common.Address(samplebooks.Numbered(buyer)), common.Address(samplebooks.Numbered(referrer)),
		fmt.Sprintf("C%d", referrer), 1)
}

// crowded makes books in which each holder has 1 to 120 nodes and the first of them referred somebody.
func crowded(b *testing.B, holders, referrers int) *busy {
	b.Helper()
	e, c := samplebooks.Made(b)
	c.Uncounted = true // the holders of the opening bought nothing
	d := ledger.Draft{
		Kind: "opening", Program: e.Program().Name, Rule: "1", Effective: samplebooks.Day(12), Booked: samplebooks.Day(12),
		Source:   ledger.OperatorSource("bench", "opening"),
		Postings: make([]ledger.Posting, holders),
	}
	for i := range d.Postings {
		d.Postings[i] = ledger.Posting{From: ledger.Issuance(sale.Node), To: ledger.Holding(samplebooks.Numbered(i), sale.Node),
			Amount: money.Units(sale.Node, uint64(1+i%120))}
	}
	samplebooks.Book(b, e, d)
	const batch = 2000
	for first := 0; first < referrers; first += batch {
		var logs []evm.Log
		for n := first; n < min(first+batch, referrers); n++ {
			who := samplebooks.Numbered(n)
			logs = append(logs, c.Log("CodeSet(string,address,bool)", []common.Hash{common.BytesToHash(who[:])}, fmt.Sprintf("C%d", n), true),
				bought(c, n+1, n))
		}
		c.Mine(logs...)
	}
	c.Mine()
	c.Finalise(0)
	check(b, e.Sync(context.Background(), nil))
	h, err := httpapi.New(httpapi.Options{Engine: e, Clock: samplebooks.Soon})
	check(b, err)
	return &busy{engine: e, chain: c, handler: h, sold: holders}
}

// load measures how long answers take at a fixed rate. What the first request prepares is not measured: it is made once
// while the server starts.
func (c *busy) load(b *testing.B, path func(*rand.Rand) string) {
	r := rand.New(rand.NewPCG(1, 2))
	ask := func(path string) {
		w := httptest.NewRecorder()
		c.handler.ServeHTTP(w, httptest.NewRequestWithContext(context.Background(), http.MethodGet, path, nil))
		if w.Code != http.StatusOK {
			b.Errorf("%s: %d %.200s", path, w.Code, w.Body)
		}
	}
	begun := time.Now()
	ask(path(r))
	first := time.Since(begun)
	runtime.GC() // what filling the books left behind
	var took []time.Duration
	for b.Loop() {
		ctx, stop := context.WithCancel(context.Background())
		var booking, asking sync.WaitGroup
		booking.Go(func() { c.sell(ctx, b) })
		took = make([]time.Duration, perSecond*seconds)
		start := time.Now()
		for i := range took {
			due := start.Add(time.Duration(i) * time.Second / perSecond)
			time.Sleep(time.Until(due))
			what := path(r)
			asking.Go(func() {
				ask(what)
				took[i] = time.Since(due) // waiting for a turn counts
			})
		}
		asking.Wait()
		stop()
		booking.Wait()
	}
	slices.Sort(took)
	b.ReportMetric(float64(first.Milliseconds()), "first-ms")
	for name, at := range map[string]int{"p50-ms": len(took) / 2, "p99-ms": len(took) * 99 / 100, "max-ms": len(took) - 1} {
		b.ReportMetric(float64(took[at].Microseconds())/1000, name)
	}
}

// sell books a block with purchases every second.
func (c *busy) sell(ctx context.Context, b *testing.B) {
	every := time.NewTicker(time.Second)
	defer every.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-every.C:
		}
		var logs []evm.Log
		for range 10 {
			c.sold++
			logs = append(logs, bought(c.chain, c.sold, c.sold%1000))
		}
		c.chain.Mine(logs...)
		c.chain.Finalise(0)
		if err := c.engine.Sync(context.Background(), nil); err != nil {
			b.Error(err)
			return
		}
	}
}
