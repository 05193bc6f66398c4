package chain_test

import (
	"bytes"
	"io"
	"log/slog"
	"math/big"
	"net/http"
	"net/http/httputil"
	"net/url"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/chain/devnet"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// A devnet with a sale, on which a wallet bought 300 nodes and others hold tokens; endpoints of it that answer honestly, or
// with changes, or not at all to some methods.

// live is a running chain whose state can be proven.
type live struct {
	*devnet.Chain
	t *testing.T
}

const bought = 300

func newLive(t *testing.T) *live {
	t.Helper()
	c, err := devnet.Start(t.Context(), devnet.Options{
		Seed: 3, Wallets: 4, Tiers: []devnet.Tier{{Price: big.NewInt(1e15), Size: 1000, PerWallet: devnet.NoQuota}},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	l := &live{c, t}
	if _, err := c.Buy(t.Context(), 1, bought, ""); err != nil {
		t.Fatal(err)
	}
	return l
}

func (l *live) wallet(n int) common.Address {
	address, _ := l.Wallet(n)
	return address
}

// mint gives a wallet tokens.
func (l *live) mint(n int, units int64) {
	l.t.Helper()
	if err := l.Mint(l.t.Context(), l.wallet(n), big.NewInt(units)); err != nil {
		l.t.Fatal(err)
	}
}

// honest passes everything on.
func (l *live) honest() http.Handler {
	to, err := url.Parse(l.URL())
	if err != nil {
		l.t.Fatal(err)
	}
	proxy := httputil.NewSingleHostReverseProxy(to)
	proxy.ErrorLog = slog.NewLogLogger(slog.DiscardHandler, slog.LevelError)
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding") // so that answers can be read on the way
		proxy.ServeHTTP(out, r)
	})
}

// changing changes the results of one method.
func (l *live) changing(method string, change func(result any) any) http.Handler {
	return &alteringServer{l.honest(), func(asked string, _ []any, result any) any {
		if asked == method {
			return change(result)
		}
		return result
	}}
}

// without does not know some methods.
func without(behind http.Handler, methods ...string) http.Handler {
	return http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		for _, method := range methods {
			body = bytes.ReplaceAll(body, []byte(`"`+method+`"`), []byte(`"no_such"`))
		}
		r.Body, r.ContentLength = io.NopCloser(bytes.NewReader(body)), int64(len(body))
		behind.ServeHTTP(out, r)
	})
}

// noProofs is an honest endpoint that proves nothing.
func (l *live) noProofs() http.Handler { return without(l.honest(), "eth_getProof") }

// reporting is an endpoint whose calls of contracts return a number.
func (l *live) reporting(n int64) http.Handler {
	return l.changing("eth_call", func(any) any { return common.BigToHash(big.NewInt(n)).Hex() })
}

// watch is a watcher of the sale through some endpoints, and the block that it is asked about.
func (l *live) watch(change func(*chain.Options), handlers ...http.Handler) (*chain.Watcher, engine.Header) {
	l.t.Helper()
	p, err := program.Read("live.yaml", []byte("program: live\nschema: 1\nchain: { id: 1337, start_block: 1 }\n"+
		"sale: { contract: \""+l.Sale().Hex()+"\", adapter: nodesale }\n"))
	if err != nil {
		l.t.Fatal(err)
	}
	var urls []string
	for _, h := range handlers {
		urls = append(urls, serve(l.t, h))
	}
	o, err := chain.OptionsOf(p, urls, nil)
	if err != nil {
		l.t.Fatal(err)
	}
	o.ChainID = l.ChainID()
	if change != nil {
		change(&o)
	}
	w := dial(l.t, o)
	at, err := w.Head(l.t.Context())
	if err != nil {
		l.t.Fatal(err)
	}
	return w, at
}

// is checks a figure.
func is(t *testing.T, f engine.Figure, err error, value uint64, assurance engine.Assurance) {
	t.Helper()
	if err != nil || f.Value.CmpUint64(value) != 0 || f.Assurance != assurance || (f.Why == "") != (assurance == engine.AssuranceProven) {
		t.Errorf("it is %s, %s (%s), error %v; want %d, %s", &f.Value, f.Assurance, f.Why, err, value, assurance)
	}
}

// blamed checks which endpoint was named as faulty, by its place among the options; -1 is none.
func blamed(t *testing.T, w *chain.Watcher, n int) {
	t.Helper()
	faults := w.FaultyAnswers()
	if n < 0 {
		if len(faults) > 0 {
			t.Errorf("faults: %v", faults)
		}
		return
	}
	if len(faults) == 0 {
		t.Error("no endpoint was named")
	}
	for _, f := range faults {
		if want := w.Endpoints()[n].URL; f.Endpoint != want {
			t.Errorf("%s was named, and not %s: %v", f.Endpoint, want, f)
		}
	}
}
