package chain_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// TestCounterIsProven: with one endpoint, also when it forges what the contract answers; and at an older block.
func TestCounterIsProven(t *testing.T) {
	l := newLive(t)
	w, at := l.watch(nil, l.honest())
	f, err := w.Counter(t.Context(), at)
	is(t, f, err, bought, engine.AssuranceProven)
	before, err := w.HeaderAt(t.Context(), l.DeployBlock())
	if err != nil {
		t.Fatal(err)
	}
	f, err = w.Counter(t.Context(), before)
	is(t, f, err, 0, engine.AssuranceProven)
	blamed(t, w, -1)

	w, at = l.watch(nil, l.reporting(bought+1))
	f, err = w.Counter(t.Context(), at)
	is(t, f, err, bought, engine.AssuranceProven)
	blamed(t, w, 0)

	w, at = l.watch(nil, without(l.honest(), "eth_call"))
	f, err = w.Counter(t.Context(), at)
	is(t, f, err, bought, engine.AssuranceProven)
	blamed(t, w, -1)
}

// TestForgedCounterOfOneOfTwo: whichever of two endpoints forges the counter or its proof, it is named, and the counter is the
// honest one's.
func TestForgedCounterOfOneOfTwo(t *testing.T) {
	l := newLive(t)
	state := func(change func(proof map[string]any)) http.Handler {
		return l.changing("eth_getProof", func(result any) any { change(result.(map[string]any)); return result })
	}
	slot := func(proof map[string]any) map[string]any { return proof["storageProof"].([]any)[0].(map[string]any) }
	for name, forging := range map[string]http.Handler{
		"the call":              l.reporting(bought + 1),
		"the stated value":      state(func(p map[string]any) { slot(p)["value"] = "0x1" }),
		"the stated balance":    state(func(p map[string]any) { p["balance"] = "0x1" }),
		"a node of the slot":    state(func(p map[string]any) { flip(slot(p)["proof"].([]any)) }),
		"a node of the account": state(func(p map[string]any) { flip(p["accountProof"].([]any)) }),
		"a slot left out":       state(func(p map[string]any) { p["storageProof"] = []any{} }),
		"no node":               state(func(p map[string]any) { slot(p)["proof"] = []any{} }),
		"another block's root": l.changing("eth_getBlockByHash", func(result any) any {
			result.(map[string]any)["stateRoot"] = common.Hash{1}.Hex()
			return result
		}),
	} {
		for n, handlers := range [][]http.Handler{{forging, l.honest()}, {l.honest(), forging}} {
			w, at := l.watch(nil, handlers...)
			f, err := w.Counter(t.Context(), at)
			is(t, f, err, bought, engine.AssuranceProven)
			if n == 0 || name == "the call" {
				blamed(t, w, n)
			}
			if t.Failed() {
				t.Fatalf("%s, endpoint %d", name, n+1)
			}
		}
	}
}

// flip alters the last byte of the last node.
func flip(nodes []any) {
	text := nodes[len(nodes)-1].(string)
	last := "0"
	if strings.HasSuffix(text, last) {
		last = "1"
	}
	nodes[len(nodes)-1] = text[:len(text)-1] + last
}

// TestCounterThatCannotBeProven: it is what every endpoint reports, an error that names them when they differ, and unknown
// when none answers.
func TestCounterThatCannotBeProven(t *testing.T) {
	l := newLive(t)
	forging := without(l.reporting(bought+1), "eth_getProof")
	w, at := l.watch(nil, l.noProofs())
	f, err := w.Counter(t.Context(), at)
	is(t, f, err, bought, engine.AssuranceReported)

	w, at = l.watch(nil, l.noProofs(), without(l.honest(), "eth_getProof", "eth_call"))
	f, err = w.Counter(t.Context(), at)
	is(t, f, err, bought, engine.AssuranceReported)

	w, at = l.watch(nil, forging, l.noProofs())
	_, err = w.Counter(t.Context(), at)
	var apart *engine.Disagreement
	if !errors.As(err, &apart) || len(apart.Answers) != 2 {
		t.Fatal(err)
	}
	for i, says := range []string{"reports 301", "reports 300"} {
		if named := w.Endpoints()[i].URL + " " + says; !strings.Contains(err.Error(), named) {
			t.Errorf("%q is not in: %v", named, err)
		}
	}
	blamed(t, w, -1)

	w, at = l.watch(nil, without(l.honest(), "eth_getProof", "eth_call"))
	f, err = w.Counter(t.Context(), at)
	is(t, f, err, 0, engine.AssuranceUnknown)

	w, at = l.watch(func(o *chain.Options) { o.Level = program.ProofNone }, l.honest())
	f, err = w.Counter(t.Context(), at)
	is(t, f, err, bought, engine.AssuranceReported)

	// No proof holds, as on a chain with another tree of state: reported, and no endpoint is called faulty.
	w, at = l.watch(nil, l.changing("eth_getProof", func(r any) any { flip(r.(map[string]any)["accountProof"].([]any)); return r }))
	f, err = w.Counter(t.Context(), at)
	is(t, f, err, bought, engine.AssuranceReported)
	blamed(t, w, -1)
}

// TestCounterSlots: a slot that the program file names, right and wrong, and the usual one of a contract with other code.
func TestCounterSlots(t *testing.T) {
	l := newLive(t)
	at := func(slot byte, code common.Hash) func(*chain.Options) {
		return func(o *chain.Options) {
			o.Counters[0].Slot = &common.Hash{31: slot}
			if o.Known = nil; code != (common.Hash{}) {
				o.Known = &chain.Known{Selector: o.Counters[0].Selector, Slot: common.Hash{31: slot}, Codes: []common.Hash{{2}, code}}
			}
		}
	}
	unnamed := func(o *chain.Options) { o.Known = nil }
	for name, one := range map[string]struct {
		change    func(*chain.Options)
		handlers  []http.Handler
		assurance engine.Assurance
		blamed    int
	}{
		"named":                        {at(7, common.Hash{}), []http.Handler{l.honest()}, engine.AssuranceProven, -1},
		"named, without a call":        {at(7, common.Hash{}), []http.Handler{without(l.honest(), "eth_call")}, engine.AssuranceProven, -1},
		"named, forged":                {at(7, common.Hash{}), []http.Handler{l.reporting(5), l.honest()}, engine.AssuranceProven, 0},
		"wrongly named":                {at(4, common.Hash{}), []http.Handler{l.honest()}, engine.AssuranceReported, -1},
		"of other code":                {at(7, common.Hash{1}), []http.Handler{l.honest()}, engine.AssuranceProven, -1},
		"of other code, another slot":  {at(4, common.Hash{1}), []http.Handler{l.honest()}, engine.AssuranceReported, -1},
		"of other code, an empty slot": {at(99, common.Hash{1}), []http.Handler{l.honest()}, engine.AssuranceReported, -1},
		"no slot":                      {unnamed, []http.Handler{l.honest()}, engine.AssuranceReported, -1},
	} {
		t.Run(name, func(t *testing.T) {
			w, head := l.watch(one.change, one.handlers...)
			f, err := w.Counter(t.Context(), head)
			is(t, f, err, bought, one.assurance)
			blamed(t, w, one.blamed)
		})
	}
	w, head := l.watch(at(7, common.Hash{1}), l.honest(), l.reporting(5))
	var apart *engine.Disagreement
	if _, err := w.Counter(t.Context(), head); !errors.As(err, &apart) {
		t.Errorf("a slot of other code decides between two endpoints: %v", err)
	}
	w, head = l.watch(at(7, common.Hash{1}), without(l.honest(), "eth_call"))
	f, err := w.Counter(t.Context(), head)
	is(t, f, err, 0, engine.AssuranceUnknown)
}

// TestAProofIsNotWaitedForLong: where one endpoint has no proofs and the other one hangs when it is asked for one, that one is waited for
// as long as a survey waits, and then left alone, however long a request may take.
func TestAProofIsNotWaitedForLong(t *testing.T) {
	l := newLive(t)
	var asked atomic.Int32
	honest := l.honest()
	hangs := http.HandlerFunc(func(out http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		if bytes.Contains(body, []byte("eth_getProof")) {
			asked.Add(1)
			<-r.Context().Done()
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		honest.ServeHTTP(out, r)
	})
	w, at := l.watch(func(o *chain.Options) {
		o.Limits.Timeout, o.Limits.Survey, o.Limits.Rest = time.Hour, 2*time.Second, time.Hour
	}, l.noProofs(), hangs)
	ctx, end := context.WithTimeout(t.Context(), time.Minute)
	defer end()
	for range 3 {
		f, err := w.Counter(ctx, at)
		is(t, f, err, bought, engine.AssuranceReported)
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("the endpoint that hangs was asked for %d proofs, want 1", n)
	}
}
