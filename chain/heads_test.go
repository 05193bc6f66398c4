package chain_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
)

// TestFinalized: the lowest of what the endpoints call final, or the depth below the lowest head.
func TestFinalized(t *testing.T) {
	made := synth.NodeSale(10, 1)
	first, second := made.Serve(), made.Serve()
	first.SetFinalized(9)
	second.SetFinalized(6)
	o := options(t, made, first, second)
	if h, err := dial(t, o).Finalized(t.Context()); err != nil || h.Number != 6 || h.Hash != made.Blocks[6].Hash ||
		h.Time != synth.Genesis+6*synth.Interval || h.Parent != made.Blocks[5].Hash {
		t.Fatal(h, err)
	}
	first.SetHead(11)
	o.Depth = 4
	if h, err := dial(t, o).Finalized(t.Context()); err != nil || h.Number != 7 {
		t.Fatal(h, err)
	}
	o.Depth = 400
	if h, err := dial(t, o).Finalized(t.Context()); err != nil || h.Number != 0 {
		t.Fatal(h, err)
	}
}

// TestContradiction: two endpoints with different blocks where both call the chain final.
func TestContradiction(t *testing.T) {
	made, branch := forkedSale(t)
	first, second := made.Serve(), made.Serve()
	if err := second.Swap(branch); err != nil {
		t.Fatal(err)
	}
	second.SetFinalized(branch[3].Number)
	o := options(t, made, first, second)
	_, err := dial(t, o).Finalized(t.Context())
	var c *engine.Contradiction
	last := made.Blocks[len(made.Blocks)-1]
	if !errors.As(err, &c) || c.Block != last.Number || len(c.Evidence) != 2 {
		t.Fatal(err)
	}
	if c.Evidence[o.Endpoints[0]] != last.Hash.Hex() || c.Evidence[o.Endpoints[1]] != branch[2].Hash.Hex() {
		t.Fatalf("the evidence is %v", c.Evidence)
	}
	w := dial(t, o)
	if _, err := w.FinalAt(t.Context(), last.Number); !errors.As(err, &c) || len(c.Evidence) != 2 {
		t.Error(err)
	}
	if h, err := w.FinalAt(t.Context(), 0); err != nil || h.Hash != made.Blocks[0].Hash {
		t.Error(h, err)
	}
	if _, err := w.FinalAt(t.Context(), last.Number+1000); !errors.Is(err, engine.ErrNoBlock) {
		t.Error(err)
	}
}

// TestForgedFinalHeader: a header that does not hash to what it is called is no evidence, only a fault of its endpoint.
func TestForgedFinalHeader(t *testing.T) {
	made := synth.NodeSale(4, 1)
	lying, honest := made.Serve(), made.Serve()
	last := made.Blocks[len(made.Blocks)-1]
	lying.SetFaults(server.Faults{WrongHeader: last.Number})
	w := dial(t, options(t, made, lying, honest))
	h, err := w.Finalized(t.Context())
	if err != nil || h.Hash != last.Hash || len(w.FaultyAnswers()) != 1 {
		t.Fatal(h, err, w.FaultyAnswers())
	}
	alone := dial(t, options(t, made, lying))
	if _, err := alone.Finalized(t.Context()); fault(t, err).Block != last.Number {
		t.Fatal(err)
	}
}

// TestNothingFinal: a chain that calls nothing final has block 0 as its final block, and the log says what to do.
func TestNothingFinal(t *testing.T) {
	made := synth.NodeSale(4, 1)
	s := made.Serve()
	s.SetFaults(server.Faults{NoFinalized: true})
	var log journal
	o := options(t, made, s)
	o.Logger = log.logger()
	w := dial(t, o)
	for range 2 {
		if h, err := w.Finalized(t.Context()); err != nil || h.Hash != made.Blocks[0].Hash {
			t.Fatal(h, err)
		}
	}
	if strings.Count(log.String(), "set chain.finality to a depth") != 1 {
		t.Fatalf("the log says %s", log.String())
	}
}

// TestHead: an endpoint that is behind does not lead, and its lag is shown.
func TestHead(t *testing.T) {
	made := synth.NodeSale(10, 1)
	slow, fast := made.Serve(), made.Serve()
	slow.SetHead(4)
	w := dial(t, options(t, made, slow, fast))
	if h, err := w.Head(t.Context()); err != nil || h.Number != 12 {
		t.Fatal(h, err)
	}
	if h := w.Endpoints(); h[0].Lag != 8 || h[1].Lag != 0 || h[0].Head != 4 || h[1].Head != 12 || h[1].Counts.Requests == 0 {
		t.Fatalf("health %+v", h)
	}
	slow.SetHead(11) // near enough now, but the leader stays
	if h, err := w.Head(t.Context()); err != nil || h.Number != 12 {
		t.Fatal(h, err)
	}
	if h, err := w.HeaderAt(t.Context(), 12); err != nil || h.Hash != made.Blocks[12].Hash {
		t.Fatal(h, err)
	}
}

// TestEndpointGone: one that stops answering is passed over, and comes back.
func TestEndpointGone(t *testing.T) {
	made := synth.NodeSale(10, 1)
	flaky := made.Serve()
	o := options(t, made, flaky, made.Serve())
	o.Limits.Rest = 1 // it is asked again at once
	w := dial(t, o)
	flaky.SetFaults(server.Faults{NotJSON: true})
	holds(t, made, whole(t, w, 1, 12))
	if h := w.Endpoints(); !strings.Contains(h[0].LastError, "not JSON-RPC") || h[0].Score >= 100 || len(w.FaultyAnswers()) != 0 ||
		h[0].Counts.Failed == 0 || h[1].Counts.Failed != 0 {
		t.Fatalf("health %+v", h)
	}
	flaky.SetFaults(server.Faults{})
	if _, err := w.Finalized(t.Context()); err != nil {
		t.Fatal(err)
	}
	if h := w.Endpoints(); h[0].LastError != "" {
		t.Fatalf("health %+v", h)
	}
}
