package chain_test

import (
	"errors"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/sale"
)

// serve is the URL of a handler that lives as long as the test.
func serve(t testing.TB, handler http.Handler) string {
	t.Helper()
	web := httptest.NewServer(handler)
	t.Cleanup(web.Close)
	return web.URL
}

// options watch a made sale through servers of it.
func options(t testing.TB, s *synth.Sale, servers ...http.Handler) chain.Options {
	t.Helper()
	o := chain.Options{
		ChainID: synth.ChainID, Contract: s.Contract,
		Watch: sale.Watch{Addresses: []common.Address{s.Contract}, Topics: s.Topics, Bodies: true},
	}
	for _, one := range servers {
		o.Endpoints = append(o.Endpoints, serve(t, one))
	}
	return o
}

func dial(t testing.TB, o chain.Options) *chain.Watcher {
	t.Helper()
	w, err := chain.Dial(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	return w
}

// start is the header before a block, which links to nothing.
func start(block uint64) engine.Header { return engine.Header{Number: block - 1} }

// whole proves everything up to a block, stretch by stretch, and puts the stretches together.
func whole(t testing.TB, w *chain.Watcher, from, to uint64) engine.Proven {
	t.Helper()
	all := engine.Proven{From: from, Last: start(from)}
	for all.Last.Number != to {
		proven, err := w.Prove(t.Context(), all.Last, to, true)
		if err != nil {
			t.Fatal(err)
		}
		if proven.From != all.Last.Number+1 {
			t.Fatalf("a stretch begins at %d after one that ends at %d", proven.From, all.Last.Number)
		}
		all.Last, all.Level = proven.Last, proven.Level
		all.Blocks = append(all.Blocks, proven.Blocks...)
		all.Logs += proven.Logs
	}
	return all
}

// holds compares a proven sale with what was made: every purchase's transaction with its logs, in order.
func holds(t testing.TB, s *synth.Sale, proven engine.Proven) {
	t.Helper()
	var made, seen []common.Hash
	for _, p := range s.Purchases {
		made = append(made, p.Tx)
	}
	wanted := 0
	for _, b := range s.Blocks {
		wanted += len(b.Logs)
	}
	for _, b := range proven.Blocks {
		if b.Header.Hash != b.Facts.Hash || b.Header.Number != b.Facts.Number || b.Header.Time != b.Facts.Time {
			t.Fatalf("block %d and its facts differ in their place", b.Header.Number)
		}
		for _, tx := range b.Facts.Txs {
			if len(made) > len(seen) && made[len(seen)] == tx.Hash {
				seen = append(seen, tx.Hash)
			}
		}
	}
	if len(seen) != len(made) {
		t.Fatalf("%d purchases were made, %d are proven", len(made), len(seen))
	}
	if proven.Logs != wanted {
		t.Fatalf("%d logs were made, %d are proven", wanted, proven.Logs)
	}
}

// fault is the error as a fault, or the end of the test.
func fault(t interface{ Fatalf(string, ...any) }, err error) *engine.Fault {
	var f *engine.Fault
	if !errors.As(err, &f) {
		t.Fatalf("the error is %v, not a fault", err)
	}
	return f
}

// journal collects what is logged.
type journal struct {
	mu   sync.Mutex
	text strings.Builder
}

func (j *journal) Write(p []byte) (int, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.Write(p)
}

func (j *journal) String() string {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.text.String()
}

func (j *journal) logger() *slog.Logger { return slog.New(slog.NewTextHandler(j, nil)) }

// recorded is a server of the recorded run.
func recorded(t testing.TB) *server.Server {
	t.Helper()
	s, err := server.Load("../testdata/gpunet-sale")
	if err != nil {
		t.Fatal(err)
	}
	return s
}
