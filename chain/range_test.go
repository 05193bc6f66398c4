package chain_test

import (
	"strings"
	"testing"
	"time"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
)

// TestRangeAdapts: whatever an endpoint refuses, the sale is proven in smaller pieces, and what it says is remembered.
func TestRangeAdapts(t *testing.T) {
	made := synth.PaymentHandler(60, 2)
	for name, one := range map[string]struct {
		faults server.Faults
		limits chain.Limits
		check  func(chain.EndpointHealth) bool
	}{
		"anything goes": {server.Faults{}, chain.Limits{}, func(h chain.EndpointHealth) bool { return h.Range == 2000 && h.Batch == 64 }},
		"range limit":   {server.Faults{MaxRange: 7}, chain.Limits{}, func(h chain.EndpointHealth) bool { return h.Range == 7 }},
		"result limit":  {server.Faults{MaxResults: 9}, chain.Limits{}, func(h chain.EndpointHealth) bool { return h.Range <= 3 }},
		"body limit":    {server.Faults{}, chain.Limits{Body: 30_000}, func(h chain.EndpointHealth) bool { return h.Range < 60 && h.Batch < 10 }},
		"many logs":     {server.Faults{}, chain.Limits{Logs: 12}, func(h chain.EndpointHealth) bool { return h.Range >= 2 && h.Range <= 6 }},
		"one block":     {server.Faults{MaxRange: 1}, chain.Limits{}, func(h chain.EndpointHealth) bool { return h.Range == 1 }},
		"small batches": {server.Faults{MaxBatch: 5}, chain.Limits{}, func(h chain.EndpointHealth) bool { return h.Batch <= 5 && h.Batch > 1 }},
		"no batches":    {server.Faults{NoBatches: true}, chain.Limits{}, func(h chain.EndpointHealth) bool { return h.Batch == 1 }},
		"no receipts":   {server.Faults{NoBlockReceipts: true}, chain.Limits{}, func(h chain.EndpointHealth) bool { return !h.BlockReceipts }},
		"nothing": {server.Faults{NoBlockReceipts: true, NoBatches: true, MaxRange: 3}, chain.Limits{},
			func(h chain.EndpointHealth) bool { return !h.BlockReceipts && h.Batch == 1 && h.Range == 3 }},
	} {
		t.Run(name, func(t *testing.T) {
			s := made.Serve()
			s.SetFaults(one.faults)
			o := options(t, made, s)
			o.Limits = one.limits
			w := dial(t, o)
			holds(t, made, whole(t, w, 1, 62))
			if h := w.Endpoints()[0]; !one.check(h) || len(w.FaultyAnswers()) != 0 {
				t.Fatalf("health %+v, faulty %v", h, w.FaultyAnswers())
			}
		})
	}
}

// TestRangeGrows: slowly, up to the limit.
func TestRangeGrows(t *testing.T) {
	made := synth.NodeSale(200, 1)
	o := options(t, made, made.Serve())
	o.Limits = chain.Limits{Range: 10, MaxRange: 14}
	w := dial(t, o)
	at := start(1)
	var lengths []uint64
	for range 6 {
		proven, err := w.Prove(t.Context(), at, 202, true)
		if err != nil {
			t.Fatal(err)
		}
		lengths = append(lengths, proven.Last.Number-at.Number)
		at = proven.Last
	}
	for i, want := range []uint64{10, 11, 12, 13, 14, 14} {
		if lengths[i] != want {
			t.Fatalf("the stretches are %v blocks", lengths)
		}
	}
}

// TestCutAnswers: an answer that ends in the middle is asked for again, a few times; it is a failure, not a lie.
func TestCutAnswers(t *testing.T) {
	made := synth.PaymentHandler(10, 2)
	s := made.Serve()
	w := dial(t, options(t, made, s))
	s.SetFaults(server.Faults{Truncate: 1}) // one is asked for again
	holds(t, made, whole(t, w, 1, 12))
	s.SetFaults(server.Faults{Truncate: 1000})
	_, err := w.Prove(t.Context(), start(1), 12, true)
	if err == nil || isFault(err) || !strings.Contains(err.Error(), "of the answer") {
		t.Fatalf("cut answers give %v", err)
	}
	both := dial(t, options(t, made, s, made.Serve()))
	holds(t, made, whole(t, both, 1, 12))
}

// TestSlow: an answer that does not come in time is not waited for, a shorter range is tried, then the next endpoint.
func TestSlow(t *testing.T) {
	made := synth.PaymentHandler(4, 2)
	s := made.Serve()
	o := options(t, made, s, made.Serve())
	o.Limits = chain.Limits{Timeout: 40 * time.Millisecond, Attempts: 1}
	w := dial(t, o)
	s.SetFaults(server.Faults{Slow: 120 * time.Millisecond})
	began := time.Now()
	holds(t, made, whole(t, w, 1, 6))
	if took := time.Since(began); took > 3*time.Second {
		t.Fatalf("it took %s", took)
	}
	if h := w.Endpoints()[0]; !strings.Contains(h.LastError, "no answer in time") {
		t.Fatalf("health %+v", h)
	}
}

// TestRetryAfter: a busy endpoint is asked again when it said, not sooner and not much later.
func TestRetryAfter(t *testing.T) {
	made := synth.PaymentHandler(4, 2)
	s := made.Serve()
	w := dial(t, options(t, made, s))
	s.SetFaults(server.Faults{Busy: 1, RetryAfter: "1"})
	began := time.Now()
	holds(t, made, whole(t, w, 1, 6))
	if took := time.Since(began); took < time.Second || took > 3*time.Second || s.Calls("429") != 1 {
		t.Fatalf("it took %s with %d refusals", took, s.Calls("429"))
	}
}
