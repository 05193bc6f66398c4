package chain_test

import (
	"context"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/sale"
)

// TestDialRefuses: one line each, which says what to do.
func TestDialRefuses(t *testing.T) {
	made := synth.NodeSale(2, 1)
	with := func(f server.Faults) func(*chain.Options) {
		s := made.Serve()
		s.SetFaults(f)
		url := serve(t, s)
		return func(o *chain.Options) { o.Endpoints = []string{url} }
	}
	missing := serve(t, http.NotFoundHandler())
	for name, one := range map[string]struct {
		change func(*chain.Options)
		says   []string
	}{
		"no endpoint": {func(o *chain.Options) { o.Endpoints = nil }, []string{"give at least one URL"}},
		"no scheme":   {func(o *chain.Options) { o.Endpoints = []string{"127.0.0.1:8545"} }, []string{"write it such as https://"}},
		"wrong scheme": {func(o *chain.Options) { o.Endpoints = []string{"ftp://host/"} },
			[]string{"ftp://host", "use http, https, ws or wss"}},
		"nothing listens": {func(o *chain.Options) { o.Endpoints = []string{"http://127.0.0.1:1/v2/SECRET-SECRET?key=SECRET"} },
			[]string{"http://127.0.0.1:1/v2/***: nothing listens there", "check the URL"}},
		"no websocket": {func(o *chain.Options) { o.Endpoints = []string{"ws://127.0.0.1:1"} },
			[]string{"ws://127.0.0.1:1: nothing listens there"}},
		"a web page":    {with(server.Faults{NotJSON: true}), []string{"not JSON-RPC", "<html>", "check the path"}},
		"not found":     {func(o *chain.Options) { o.Endpoints = []string{missing} }, []string{"HTTP 404", "check the path"}},
		"another chain": {with(server.Faults{ChainID: 5}), []string{"is on chain 5, the program is for chain 31337", "chain.id"}},
		"no contract":   {with(server.Faults{NoCode: true}), []string{"has no contract at 0x", "check sale.contract"}},
		"no watch":      {func(o *chain.Options) { o.Watch.Addresses = nil }, []string{"no contract to watch"}},
		"no such level": {func(o *chain.Options) { o.Level = "some" }, []string{"full, events and none"}},
	} {
		t.Run(name, func(t *testing.T) {
			o := options(t, made, made.Serve())
			one.change(&o)
			_, err := chain.Dial(t.Context(), o)
			if err == nil {
				t.Fatal("it was taken")
			}
			for _, text := range one.says {
				if !strings.Contains(err.Error(), text) {
					t.Errorf("%q is not in: %v", text, err)
				}
			}
			if strings.Contains(err.Error(), "\n") || strings.Contains(err.Error(), "SECRET") {
				t.Errorf("it says: %v", err)
			}
		})
	}
}

// TestDialContinues: without eth_getCode, and with an endpoint that does not answer beside one that does.
func TestDialContinues(t *testing.T) {
	made := synth.NodeSale(2, 1)
	s := made.Serve()
	s.SetFaults(server.Faults{CodeUnsupported: true})
	o := options(t, made, s)
	o.Endpoints = append([]string{"http://user:SECRET@127.0.0.1:1/"}, o.Endpoints...)
	var log journal
	o.Logger = log.logger()
	w := dial(t, o)
	holds(t, made, whole(t, w, 1, 4))
	for _, text := range []string{"cannot say whether the contract is there", "an endpoint cannot be used for now"} {
		if !strings.Contains(log.String(), text) {
			t.Errorf("%q is not in the log:\n%s", text, log.String())
		}
	}
	if h := w.Endpoints(); h[0].Ready || !h[1].Ready || !h[1].BlockReceipts || h[0].URL != "http://127.0.0.1:1" ||
		strings.Contains(log.String(), "SECRET") {
		t.Errorf("health %+v", h)
	}
}

// TestTwoKeysAtOneHost: endpoints that look alike without their keys are told apart.
func TestTwoKeysAtOneHost(t *testing.T) {
	made := synth.NodeSale(2, 1)
	url := serve(t, made.Serve())
	o := options(t, made)
	o.Endpoints = []string{url + "/v3/aaaaaaaaaaaaaaaa", url + "/v3/bbbbbbbbbbbbbbbb"}
	h := dial(t, o).Endpoints()
	if h[0].URL != url+"/v3/***" || h[1].URL != url+"/v3/*** (2)" {
		t.Fatalf("%+v", h)
	}
}

// TestContextEnds: a call ends soon after its context, and leaves nothing behind that Close would wait for.
func TestContextEnds(t *testing.T) {
	made := synth.NodeSale(50, 1)
	s := made.Serve()
	o := options(t, made, s)
	o.Limits.Batch = 4
	w := dial(t, o)
	s.SetFaults(server.Faults{Slow: 30 * time.Millisecond})
	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	defer cancel()
	began := time.Now()
	if _, err := w.Prove(ctx, start(1), 50, true); err == nil || ctx.Err() == nil {
		t.Fatalf("it ended with %v", err)
	}
	if took := time.Since(began); took > 2*time.Second {
		t.Fatalf("it took %s", took)
	}
	s.SetFaults(server.Faults{})
	holds(t, made, whole(t, w, 1, 52))
}

// TestCounter: the contract's own count, by block; unknown where it cannot be asked.
func TestCounter(t *testing.T) {
	s := recorded(t)
	o := recordedOptions(t, s)
	o.Counters = []sale.Counter{{Selector: [4]byte{0xa2, 0x30, 0x9f, 0xf8}, Contracts: []common.Address{o.Contract}}}
	w := dial(t, o)
	head, err := w.Head(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if sold, err := w.Counter(t.Context(), head); err != nil || sold.Assurance != engine.AssuranceReported || sold.Value.Uint64() != 978 {
		t.Fatal(sold, err)
	}
	before, err := w.HeaderAt(t.Context(), 68)
	if err != nil {
		t.Fatal(err)
	}
	if sold, err := w.Counter(t.Context(), before); err != nil || sold.Known() || sold.Why == "" {
		t.Fatal("an old block:", sold, err)
	}
	o.Counters = nil
	if sold, err := dial(t, o).Counter(t.Context(), head); err != nil || sold.Known() {
		t.Fatal("no counter:", sold, err)
	}
	made := synth.NodeSale(5, 3)
	of := options(t, made, made.Serve())
	of.Counters = []sale.Counter{{Selector: evm.Selector("totalSold()"), Contracts: []common.Address{of.Contract}}}
	w = dial(t, of)
	middle, err := w.HeaderAt(t.Context(), 5)
	if err != nil {
		t.Fatal(err)
	}
	sold, err := w.Counter(t.Context(), middle)
	if n := sold.Value.Uint64(); err != nil || !sold.Known() || n != made.Sold(5) || n == made.Sold(6) {
		t.Fatal(sold, err)
	}
}
