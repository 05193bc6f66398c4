package httpapi_test

import (
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/httpapi"
	"github.com/nodeledger/nodeledger/internal/samplebooks"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/sale"
)

// The crowd of BenchmarkSaleBesideHeavy.
const (
	heavyClients = 60
	heavyTime    = 10 * time.Second
	saleEvery    = 20 * time.Millisecond
)

// heaviest are the dearest answers that everybody may ask for, of different days so that few of them are the same.
var heaviest = map[string]func(*rand.Rand) string{
	"trial": func(r *rand.Rand) string {
		return "/api/v1/ledger/trial?at=" + samplebooks.Day(1+r.IntN(365)).Format(time.DateOnly)
	},
	"transactions": func(r *rand.Rand) string {
		return fmt.Sprintf("/api/v1/ledger/transactions?limit=500&after=%d", r.IntN(900))
	},
	"openapi": func(*rand.Rand) string { return "/openapi.json" },
	"tiles": func(r *rand.Rand) string {
		return [...]string{"/tile/entries/000", "/tile/entries/001", "/tile/0/000", "/tile/0/001",
			fmt.Sprintf("/tile/0/002.p/%d", 1+r.IntN(255)), fmt.Sprintf("/tile/entries/002.p/%d", 1+r.IntN(255))}[r.IntN(6)]
	},
	"holders": func(r *rand.Rand) string { return "/api/v1/holders/" + samplebooks.Numbered(r.IntN(76)).String() },
	"tokens": func(r *rand.Rand) string {
		return "/api/v1/holders/" + samplebooks.Numbered(r.IntN(76)).String() + "/tokens"
	},
	"mixed": func(r *rand.Rand) string {
		day := samplebooks.Day(1 + r.IntN(365)).Format(time.DateOnly)
		return [...]string{
			"/api/v1/ledger/trial?at=" + day, fmt.Sprintf("/api/v1/ledger/transactions?limit=500&after=%d", r.IntN(900)),
			"/api/v1/ledger/balance-sheet?at=" + day, "/api/v1/ledger/income-statement?from=" + day,
			"/api/v1/ledger/accounts/" + ledger.Issuance(sale.Node).String() + "?limit=500",
		}[r.IntN(5)]
	},
}

// BenchmarkSaleBesideHeavy asks for the sale every 20 ms while 60 clients, each at an address of its own, ask for the dearest
// answers as fast as they get them: over TCP, on books of 29,000 postings. Those who are refused ask again at once.
func BenchmarkSaleBesideHeavy(b *testing.B) {
	e := yearOfBooks(b)
	for _, what := range []string{"trial", "transactions", "mixed", "openapi", "tiles", "holders", "tokens"} {
		b.Run(what, func(b *testing.B) {
			h, err := httpapi.New(httpapi.Options{Engine: e, Clock: engine.Clock(now{}), Rate: 50,
				TrustedProxies: []netip.Prefix{netip.MustParsePrefix("127.0.0.0/8")}})
			check(b, err)
			s := httptest.NewUnstartedServer(nil)
			s.Config = httpapi.Server(h)
			s.Start()
			defer s.Close()
			for b.Loop() {
				besideHeavy(b, s.URL, heaviest[what])
			}
		})
	}
}

// now is the time as it is: buckets of requests fill again.
type now struct{}

func (now) Now() time.Time { return time.Now() }

// yearOfBooks are books with an epoch a day over 76 holders, and a thousand transfers of points.
func yearOfBooks(b *testing.B) *engine.Engine {
	b.Helper()
	e, _ := samplebooks.Made(b)
	var drafts []ledger.Draft
	entry := func(n int, day int, postings ...ledger.Posting) {
		at := samplebooks.Day(12 + day)
		drafts = append(drafts, ledger.Draft{Kind: "opening", Effective: at, Booked: at,
			Source: ledger.OperatorSource("bench", fmt.Sprintf("entry-%d", n)), Postings: postings})
	}
	for day := range 365 {
		postings := make([]ledger.Posting, 76)
		for i := range postings {
			postings[i] = ledger.Posting{From: ledger.Issuance(sale.Node), To: ledger.Holding(samplebooks.Numbered(i), sale.Node),
				Amount: money.Units(sale.Node, uint64(1+i))}
		}
		entry(len(drafts), day, postings...)
		for n := range 3 {
			entry(len(drafts), day, ledger.Posting{From: ledger.Issuance(sale.Node),
				To: ledger.Holding(samplebooks.Numbered(1000+day*3+n), sale.Node), Amount: money.Units(sale.Node, 1)})
		}
	}
	samplebooks.Book(b, e, drafts...)
	return e
}

func besideHeavy(b *testing.B, base string, path func(*rand.Rand) string) {
	ctx, stop := context.WithTimeout(context.Background(), heavyTime)
	defer stop()
	var answered, refused, slowest atomic.Int64
	var crowd sync.WaitGroup
	for n := range heavyClients {
		crowd.Go(func() {
			r := rand.New(rand.NewPCG(1, uint64(n)))
			client := http.Client{Transport: &http.Transport{DisableCompression: true}} // it would take a core to uncompress
			for ctx.Err() == nil {
				begun := time.Now()
				switch status := askAs(ctx, &client, base+path(r), n); {
				case ctx.Err() != nil:
				case status == http.StatusOK:
					answered.Add(1)
					slowest.Store(max(slowest.Load(), int64(time.Since(begun))))
				case status == http.StatusTooManyRequests, status == http.StatusServiceUnavailable:
					refused.Add(1)
				default:
					b.Errorf("status %d", status)
				}
			}
		})
	}
	var took []time.Duration
	var one http.Client
	for due := time.Now(); ctx.Err() == nil; due = due.Add(saleEvery) {
		time.Sleep(time.Until(due))
		if status := askAs(ctx, &one, base+"/api/v1/sale", heavyClients); status != http.StatusOK && ctx.Err() == nil {
			b.Errorf("the sale answered %d", status)
		}
		took = append(took, time.Since(due)) // waiting for the one before counts
	}
	crowd.Wait()
	slices.Sort(took)
	for name, at := range map[string]int{"sale-p50-ms": len(took) / 2, "sale-p99-ms": len(took) * 99 / 100, "sale-max-ms": len(took) - 1} {
		b.ReportMetric(float64(took[at].Microseconds())/1000, name)
	}
	b.ReportMetric(float64(answered.Load())/heavyTime.Seconds(), "heavy/s")
	b.ReportMetric(float64(refused.Load())/heavyTime.Seconds(), "refused/s")
	b.ReportMetric(time.Duration(slowest.Load()).Seconds(), "heavy-max-s")
}

// askAs asks as the client with a number and throws the answer away; 0 when it broke off.
func askAs(ctx context.Context, client *http.Client, url string, n int) int {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return 0
	}
	r.Header.Set("X-Forwarded-For", fmt.Sprintf("203.0.113.%d", n))
	if n%2 == 0 {
		r.Header.Set("Accept-Encoding", "gzip")
	}
	w, err := client.Do(r)
	if err != nil {
		return 0
	}
	defer w.Body.Close()
	if _, err := io.Copy(io.Discard, w.Body); err != nil {
		return 0
	}
	return w.StatusCode
}
