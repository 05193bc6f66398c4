package chain_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/program"
)

func isFault(err error) bool {
	var f *engine.Fault
	return errors.As(err, &f)
}

// TestFaultyAnswers: what an endpoint alters, leaves out or invents is a fault that names the block and the endpoint; with an
// honest endpoint beside it the same stretch is proven and the faulty one is named.
func TestFaultyAnswers(t *testing.T) {
	made := synth.PaymentHandler(8, 3)
	last := made.Blocks[len(made.Blocks)-1].Number
	at := &server.At{Block: 6, Log: 3}
	for name, one := range map[string]struct {
		faults server.Faults
		text   string
	}{
		"left out":             {server.Faults{LeaveOut: at}, "its eth_getLogs left out log 3"},
		"left out, last one":   {server.Faults{LeaveOut: &server.At{Block: 6, Log: 5}}, "its eth_getLogs left out log 5"},
		"altered":              {server.Faults{Alter: at}, "its eth_getLogs altered the data of log 3"},
		"invented":             {server.Faults{Invent: at}, "its eth_getLogs invented log 6"},
		"left out in receipts": {server.Faults{LeaveOut: at, InReceipts: true}, "its receipts rebuild receiptsRoot"},
		"altered in receipts":  {server.Faults{Alter: at, InReceipts: true}, "its receipts rebuild receiptsRoot"},
		"invented in receipts": {server.Faults{Invent: at, InReceipts: true}, "its receipts rebuild receiptsRoot"},
		"header":               {server.Faults{WrongHeader: 6}, "the header hashes to"},
		"transaction":          {server.Faults{WrongTx: 6}, "its transactions do not rebuild transactionsRoot"},
	} {
		t.Run(name, func(t *testing.T) {
			lying, honest := made.Serve(), made.Serve()
			lying.SetFaults(one.faults)
			alone := options(t, made, lying)
			_, err := dial(t, alone).Prove(t.Context(), start(1), last, true)
			f := fault(t, err)
			if f.Block != 6 || f.Endpoint != alone.Endpoints[0] || !strings.HasPrefix(f.Text, one.text) {
				t.Fatalf("alone: %v", err)
			}
			both := options(t, made, lying, honest)
			var log journal
			both.Logger = log.logger()
			w := dial(t, both)
			holds(t, made, whole(t, w, 1, last))
			faulty := w.FaultyAnswers()
			if len(faulty) != 1 || faulty[0].Block != 6 || faulty[0].Endpoint != both.Endpoints[0] || !strings.HasPrefix(faulty[0].Text, one.text) {
				t.Fatalf("the faulty answers are %v", faulty)
			}
			if !strings.Contains(log.String(), both.Endpoints[0]) || !strings.Contains(log.String(), "block=6") {
				t.Fatalf("the log says %s", log.String())
			}
			if h := w.Endpoints(); h[0].Score > 50 || h[0].LastError == "" || h[1].Score < 90 {
				t.Fatalf("health %+v", h)
			}
		})
	}
}

// TestFaultyAnswersAtLevelEvents: at this level what is altered or invented is noticed, and what is left out of a block that has
// other logs; a block of which every log is left out is not.
func TestFaultyAnswersAtLevelEvents(t *testing.T) {
	made := synth.NodeSale(6, 2)
	last := made.Blocks[len(made.Blocks)-1].Number
	single := synth.NodeSale(6, 1)
	for name, one := range map[string]struct {
		sale    *synth.Sale
		faults  server.Faults
		noticed bool
	}{
		"altered":           {made, server.Faults{Alter: &server.At{Block: 5}}, true},
		"one of two is out": {made, server.Faults{LeaveOut: &server.At{Block: 5}}, true},
		"the only one":      {single, server.Faults{LeaveOut: &server.At{Block: 5}}, false},
	} {
		lying := one.sale.Serve()
		lying.SetFaults(one.faults)
		o := options(t, one.sale, lying)
		o.Level = program.ProofEvents
		_, err := dial(t, o).Prove(t.Context(), start(1), last, true)
		if isFault(err) != one.noticed {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestEveryEndpointIsFaulty: when no endpoint's answer holds, the first fault is the error.
func TestEveryEndpointIsFaulty(t *testing.T) {
	made := synth.PaymentHandler(4, 2)
	first, second := made.Serve(), made.Serve()
	first.SetFaults(server.Faults{LeaveOut: &server.At{Block: 4}})
	second.SetFaults(server.Faults{Alter: &server.At{Block: 5}})
	o := options(t, made, first, second)
	w := dial(t, o)
	_, err := w.Prove(t.Context(), start(1), 6, true)
	if f := fault(t, err); f.Block != 4 || f.Endpoint != o.Endpoints[0] || len(w.FaultyAnswers()) != 2 {
		t.Fatalf("%v, faulty %v", err, w.FaultyAnswers())
	}
}

// TestForkedFinal: a final stretch that does not follow the parent is a fork only if every endpoint says so.
func TestForkedFinal(t *testing.T) {
	made := synth.NodeSale(5, 1)
	last := made.Blocks[len(made.Blocks)-1].Number
	parent := engine.Header{Number: 3, Hash: made.Blocks[3].Hash}
	elsewhere := made.Serve()
	other := made.Chain.Fork(made.Blocks[2], 7)
	if err := elsewhere.Swap([]*server.Block{other.Add(), other.Add(), other.Add(), other.Add(), other.Add()}); err != nil {
		t.Fatal(err)
	}
	o := options(t, made, elsewhere)
	if _, err := dial(t, o).Prove(t.Context(), parent, last, true); !errors.Is(err, engine.ErrForked) {
		t.Fatalf("alone: %v", err)
	}
	both := options(t, made, elsewhere, made.Serve())
	w := dial(t, both)
	proven, err := w.Prove(t.Context(), parent, last, true)
	if err != nil || proven.Last.Hash != made.Blocks[last].Hash {
		t.Fatal(err)
	}
	if faulty := w.FaultyAnswers(); len(faulty) != 1 || faulty[0].Block != 4 || faulty[0].Endpoint != both.Endpoints[0] {
		t.Fatalf("the faulty answers are %v", faulty)
	}
}
