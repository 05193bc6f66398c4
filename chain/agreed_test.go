package chain_test

import (
	"errors"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/program"
)

// TestBranchBelowTheAgreedFinalBlock: an endpoint that agrees on what is final, and then proves another branch up to there, is faulty. The
// honest one proves the stretch.
func TestBranchBelowTheAgreedFinalBlock(t *testing.T) {
	for _, level := range []program.ProofLevel{program.ProofFull, program.ProofEvents, program.ProofNone} {
		made, branch := forkedSale(t)
		lying, honest := made.Serve(), made.Serve()
		o := options(t, made, lying, honest)
		o.Level = level
		w := dial(t, o)
		final, err := w.Finalized(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		if err := lying.Swap(branch); err != nil {
			t.Fatal(err)
		}
		parent := made.Blocks[len(made.Blocks)-4]
		got, err := w.Prove(t.Context(), engine.Header{Number: parent.Number, Hash: parent.Hash}, final.Number, true)
		if err != nil || got.Last != final {
			t.Errorf("%s: proven up to %s, agreed %s: %v", level, got.Last, final, err)
		}
		if faulty := w.FaultyAnswers(); len(faulty) != 1 || faulty[0].Block != final.Number || faulty[0].Endpoint != o.Endpoints[0] {
			t.Errorf("%s: the faulty are %v", level, faulty)
		}
	}
}

// TestBranchThatAnotherEndpointDenies: below the agreed final block a stretch ends in a block that every endpoint has, whichever is asked
// first.
func TestBranchThatAnotherEndpointDenies(t *testing.T) {
	made, branch := forkedSale(t)
	for _, first := range []bool{true, false} {
		lying, honest := made.Serve(), made.Serve()
		o := options(t, made, lying, honest)
		if !first {
			o = options(t, made, honest, lying)
		}
		w := dial(t, o)
		if _, err := w.Finalized(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := lying.Swap(branch); err != nil {
			t.Fatal(err)
		}
		parent := made.Blocks[len(made.Blocks)-4]
		from := engine.Header{Number: parent.Number, Hash: parent.Hash}
		got, err := w.Prove(t.Context(), from, parent.Number+2, true)
		var c *engine.Contradiction
		if !errors.As(err, &c) || len(c.Evidence) != 2 {
			t.Errorf("proven up to %s: %v", got.Last, err)
		}
	}
}
