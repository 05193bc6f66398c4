package chain_test

import (
	"errors"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/program"
)

// forkedSale is a made sale and another branch of its last three blocks: the purchase of the first of them is mined one
// block later, the others are not mined again.
func forkedSale(t *testing.T) (made *synth.Sale, branch []*server.Block) {
	t.Helper()
	made = synth.NodeSale(8, 1)
	n := len(made.Blocks)
	fork := made.Chain.Fork(made.Blocks[n-4], 1)
	log := made.Blocks[n-3].Logs[0]
	branch = append(branch, fork.Add())
	branch = append(branch, fork.Add(synth.Tx{
		To: made.Contract, Logs: []synth.Log{{Address: log.Address, Topics: log.Topics, Data: []byte{1, 2, 3}}},
	}))
	return made, append(branch, fork.Add(), fork.Add())
}

// TestReorg: near the head a branch that is gone is a fork, and the new one is proven from where they part.
func TestReorg(t *testing.T) {
	for _, level := range []program.ProofLevel{program.ProofFull, program.ProofEvents, program.ProofNone} {
		made, branch := forkedSale(t)
		s := made.Serve()
		last := made.Blocks[len(made.Blocks)-1]
		s.SetFinalized(last.Number - 4)
		o := options(t, made, s)
		o.Level = level
		w := dial(t, o)
		final, err := w.Finalized(t.Context())
		if err != nil || final.Number != last.Number-4 {
			t.Fatal(final, err)
		}
		first, err := w.Prove(t.Context(), final, last.Number, false)
		if err != nil {
			t.Fatal(err)
		}
		checkBranch(t, first, made.Blocks[final.Number+1:])
		if first.Logs != 4 || len(first.Blocks) != 4 {
			t.Fatalf("%d logs in %d blocks", first.Logs, len(first.Blocks))
		}
		if err := s.Swap(branch); err != nil {
			t.Fatal(err)
		}
		head, err := w.Head(t.Context())
		if err != nil || head.Number != last.Number+1 {
			t.Fatal(head, err)
		}
		if _, err = w.Prove(t.Context(), first.Last, head.Number, false); !errors.Is(err, engine.ErrForked) {
			t.Fatalf("%s: the next stretch gives %v", level, err)
		}
		apart, err := w.HeaderAt(t.Context(), branch[0].Number-1)
		if err != nil || apart.Hash != first.Headers[0].Hash {
			t.Fatal(apart, err)
		}
		second, err := w.Prove(t.Context(), apart, head.Number, false)
		if err != nil {
			t.Fatal(err)
		}
		checkBranch(t, second, branch)
		if second.Logs != 1 || second.Blocks[0].Header.Number != branch[1].Number ||
			string(second.Blocks[0].Facts.Logs[0].Data) != "\x01\x02\x03" {
			t.Fatalf("the new branch has %+v", second.Blocks)
		}
	}
}

func checkBranch(t *testing.T, proven engine.Proven, blocks []*server.Block) {
	t.Helper()
	if len(proven.Headers) != len(blocks) || proven.Last != proven.Headers[len(blocks)-1] {
		t.Fatalf("%d headers for %d blocks, the last one is %v", len(proven.Headers), len(blocks), proven.Last)
	}
	for i, h := range proven.Headers {
		if h.Hash != blocks[i].Hash || h.Parent != blocks[i].Parent || h.Number != blocks[i].Number {
			t.Fatalf("header %d is %v", i, h)
		}
	}
}

// TestLiesNearTheHead: the proof is the same there.
func TestLiesNearTheHead(t *testing.T) {
	made := synth.PaymentHandler(6, 2)
	last := made.Blocks[len(made.Blocks)-1].Number
	for name, f := range map[string]server.Faults{
		"left out":    {LeaveOut: &server.At{Block: 7, Log: 1}},
		"altered":     {Alter: &server.At{Block: 7, Log: 1}},
		"invented":    {Invent: &server.At{Block: 7, Log: 1}},
		"in receipts": {Alter: &server.At{Block: 7, Log: 1}, InReceipts: true},
		"header":      {WrongHeader: 7},
		"transaction": {WrongTx: 7},
	} {
		lying := made.Serve()
		lying.SetFaults(f)
		o := options(t, made, lying, made.Serve())
		w := dial(t, o)
		proven, err := w.Prove(t.Context(), start(1), last, false)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		holds(t, made, proven)
		if faulty := w.FaultyAnswers(); len(faulty) != 1 || faulty[0].Block != 7 || faulty[0].Endpoint != o.Endpoints[0] {
			t.Errorf("%s: the faulty are %v", name, faulty)
		}
	}
}

// TestNearIsBounded: one stretch near the head has at most so many blocks, and a block above the head is not there.
func TestNearIsBounded(t *testing.T) {
	made := synth.NodeSale(20, 1)
	o := options(t, made, made.Serve())
	o.Limits.Near = 7
	w := dial(t, o)
	proven, err := w.Prove(t.Context(), start(1), 22, false)
	if err != nil || proven.Last.Number != 7 || len(proven.Headers) != 7 {
		t.Fatal(proven.Last, err)
	}
	if _, err := w.Prove(t.Context(), engine.Header{Number: 20, Hash: made.Blocks[20].Hash}, 24, false); !errors.Is(err, engine.ErrNoBlock) {
		t.Fatalf("above the head: %v", err)
	}
	if _, err := w.Prove(t.Context(), engine.Header{Number: 20, Hash: common.Hash{1}}, 22, false); !errors.Is(err, engine.ErrForked) {
		t.Fatalf("another parent: %v", err)
	}
	if _, err := w.HeaderAt(t.Context(), 23); !errors.Is(err, engine.ErrNoBlock) {
		t.Fatalf("a header above the head: %v", err)
	}
	if _, err := w.Prove(t.Context(), engine.Header{Number: 20}, 20, false); err == nil {
		t.Fatal("an empty stretch is proven")
	}
}

// TestLowerHead: an endpoint whose head went back without another branch is not a reorganisation.
func TestLowerHead(t *testing.T) {
	made := synth.NodeSale(6, 1)
	s := made.Serve()
	w := dial(t, options(t, made, s))
	proven, err := w.Prove(t.Context(), start(1), 8, false)
	if err != nil {
		t.Fatal(err)
	}
	s.SetHead(5)
	if head, err := w.Head(t.Context()); err != nil || head.Number != 5 {
		t.Fatal(head, err)
	}
	if _, err := w.Prove(t.Context(), proven.Last, 9, false); !errors.Is(err, engine.ErrNoBlock) || errors.Is(err, engine.ErrForked) {
		t.Fatalf("it gives %v", err)
	}
}

var _ engine.Chain = (*chain.Watcher)(nil)
