package chain_test

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/chain"
	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/replay/server"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/program"
)

var (
	tether  = common.HexToAddress("0xdac17f958d2ee523a2206206994597c13d831ec7")
	payouts = synth.Payments{Token: tether, PerBlock: 2}
	levels  = []program.ProofLevel{program.ProofFull, program.ProofEvents, program.ProofNone}
)

// paid asks for a token's transfers out of the treasury of a made sale.
func paid(made *synth.Sale) evm.Filter {
	return evm.Filter{Address: tether, Topics: []common.Hash{synth.TransferTopic, common.BytesToHash(made.Treasury[:])}}
}

// paying are options that follow a made sale's payments as well.
func paying(t testing.TB, made *synth.Sale, servers ...http.Handler) chain.Options {
	o := options(t, made, servers...)
	o.Watch.Also = []evm.Filter{paid(made)}
	return o
}

// proves is a stretch of a made sale, proven near the head or far from it.
func proves(t testing.TB, w *chain.Watcher, made *synth.Sale, final bool) engine.Proven {
	t.Helper()
	last := made.Blocks[len(made.Blocks)-1].Number
	if final {
		return whole(t, w, 1, last)
	}
	proven, err := w.Prove(t.Context(), start(1), last, false)
	if err != nil {
		t.Fatal(err)
	}
	return proven
}

// pays compares what is proven with what was made: every payment and every log of the sale once, in order of the index,
// and nothing else. bodies says whether the payments' transactions are expected, too.
func pays(t testing.TB, made *synth.Sale, proven engine.Proven, bodies bool) {
	t.Helper()
	next, logs := 0, 0
	for i := range proven.Blocks {
		b := &proven.Blocks[i].Facts
		last := -1
		for _, log := range b.Logs {
			if int(log.Index) <= last {
				t.Fatalf("block %d: log %d comes after log %d", b.Number, log.Index, last)
			}
			last = int(log.Index)
			logs++
			if log.Address != tether {
				continue
			}
			p := made.Payments[next]
			if p.Block != b.Number || p.Log != uint64(log.Index) || p.Tx != log.TxHash || common.BytesToAddress(log.Topics[2][:]) != p.To ||
				p.Amount != *new(uint256.Int).SetBytes(log.Data) {
				t.Fatalf("payment %d is %+v, and proven is %+v of block %d", next, p, log, b.Number)
			}
			if (b.Tx(log.TxHash) != nil) != bodies {
				t.Fatalf("block %d: the payment's transaction is there: %t", b.Number, !bodies)
			}
			next++
		}
	}
	wanted := len(made.Payments)
	for _, b := range made.Blocks {
		for _, log := range b.Logs {
			if log.Address == made.Contract {
				wanted++
			}
		}
	}
	if next != len(made.Payments) || logs != wanted || proven.Logs != wanted {
		t.Fatalf("%d of %d payments, %d of %d logs are proven", next, len(made.Payments), logs, wanted)
	}
}

// TestPaymentsBesideTheSale: payments are proven with the sale at every level, near the head and far from it, whatever the
// endpoint can; the transactions that come with them are those that were asked for.
func TestPaymentsBesideTheSale(t *testing.T) {
	handler, nodes := payouts.PaymentHandler(8, 3), payouts.NodeSale(8, 3)
	for _, level := range levels {
		for _, final := range []bool{true, false} {
			for _, made := range []*synth.Sale{handler, nodes} {
				for _, body := range []bool{false, true} {
					s := made.Serve()
					s.SetFaults(server.Faults{NoBlockReceipts: body})
					o := paying(t, made, s)
					o.Level, o.Watch.Also[0].Body, o.Watch.Bodies = level, body, made == handler
					w := dial(t, o)
					proven := proves(t, w, made, final)
					pays(t, made, proven, body)
					bought := 0
					for _, p := range made.Purchases {
						for i := range proven.Blocks {
							if tx := proven.Blocks[i].Facts.Tx(p.Tx); tx != nil && tx.Success && tx.Value == p.Paid {
								bought++
							}
						}
					}
					if want := len(made.Purchases); made == handler && bought != want || made == nodes && bought != 0 || len(w.FaultyAnswers()) != 0 {
						t.Fatalf("%s, final %t, body %t: %d transactions of purchases, faulty %v", level, final, body, bought, w.FaultyAnswers())
					}
				}
			}
		}
	}
}

// TestFaultyAnswersAboutPayments: a payment that is left out, altered or invented is refused as a log of the sale is, and with an
// honest endpoint beside it the payments are proven.
func TestFaultyAnswersAboutPayments(t *testing.T) {
	made := payouts.NodeSale(8, 3)
	p := made.Payments[7]
	at := &server.At{Block: p.Block, Log: p.Log}
	for name, one := range map[string]struct {
		faults server.Faults
		text   string
	}{
		"left out":             {server.Faults{LeaveOut: at}, fmt.Sprintf("its eth_getLogs left out log %d", p.Log)},
		"altered":              {server.Faults{Alter: at}, fmt.Sprintf("its eth_getLogs altered the data of log %d", p.Log)},
		"invented":             {server.Faults{Invent: at}, "its eth_getLogs invented log"},
		"left out in receipts": {server.Faults{LeaveOut: at, InReceipts: true}, "its receipts rebuild receiptsRoot"},
		"altered in receipts":  {server.Faults{Alter: at, InReceipts: true}, "its receipts rebuild receiptsRoot"},
	} {
		for _, level := range []program.ProofLevel{program.ProofFull, program.ProofEvents} {
			for _, final := range []bool{true, false} {
				lying := made.Serve()
				lying.SetFaults(one.faults)
				alone := paying(t, made, lying)
				alone.Level = level
				_, err := dial(t, alone).Prove(t.Context(), start(1), made.Blocks[len(made.Blocks)-1].Number, final)
				if f := fault(t, err); f.Block != p.Block || !strings.HasPrefix(f.Text, one.text) {
					t.Errorf("%s, %s, final %t: %v", name, level, final, err)
				}
				both := paying(t, made, lying, made.Serve())
				both.Level = level
				w := dial(t, both)
				pays(t, made, proves(t, w, made, final), false)
				if faulty := w.FaultyAnswers(); len(faulty) != 1 || faulty[0].Block != p.Block || faulty[0].Endpoint != both.Endpoints[0] {
					t.Errorf("%s, %s, final %t: the faulty are %v", name, level, final, faulty)
				}
			}
		}
	}
}

// TestPaymentAlone: at level full a payment in a block without purchases cannot be left out either.
func TestPaymentAlone(t *testing.T) {
	made := payouts.NodeSale(4, 1)
	amount := uint256.NewInt(7)
	to := common.Address{19: 9}
	made.Blocks = append(made.Blocks, made.Chain.Add(synth.Tx{To: tether,
		Logs: []synth.Log{synth.TransferLog(tether, made.Treasury, to, amount)}}))
	last := made.Blocks[len(made.Blocks)-1]
	made.Payments = append(made.Payments, synth.Payment{Block: last.Number, Tx: last.Txs[0].Hash, Token: tether, To: to, Amount: *amount})
	for _, final := range []bool{true, false} {
		s := made.Serve()
		w := dial(t, paying(t, made, s))
		pays(t, made, proves(t, w, made, final), false)
		s.SetFaults(server.Faults{LeaveOut: &server.At{Block: last.Number}})
		if _, err := w.Prove(t.Context(), start(1), last.Number, final); fault(t, err).Block != last.Number {
			t.Errorf("final %t: %v", final, err)
		}
	}
}

// TestStrangersCostNothing: blocks in which others move the token, and nothing else, are ruled out by their bloom.
func TestStrangersCostNothing(t *testing.T) {
	made := synth.NodeSale(3, 1)
	for n := range byte(60) {
		made.Blocks = append(made.Blocks, made.Chain.Add(synth.Tx{To: tether, Logs: []synth.Log{
			synth.TransferLog(tether, common.Address{1, n}, common.Address{2, n}, uint256.NewInt(5)),
		}}))
	}
	last := made.Blocks[len(made.Blocks)-1].Number
	receipts := func(filters ...evm.Filter) (blocks, calls int) {
		s := made.Serve()
		o := options(t, made, s)
		o.Watch.Also = filters
		w := dial(t, o)
		before := s.Calls("eth_getBlockReceipts")
		whole(t, w, 1, last)
		return s.Calls("eth_getBlockReceipts") - before, s.Calls("eth_getLogs")
	}
	alone, once := receipts()
	with, calls := receipts(paid(made))
	if with != alone || calls != 2 || once != 1 {
		t.Errorf("receipts of %d blocks with the filter, %d without; %d eth_getLogs", with, alone, calls)
	}
	if all, _ := receipts(evm.Filter{Address: tether}); all != alone+60 {
		t.Errorf("receipts of %d blocks for every log of the token, %d without it", all, alone)
	}
}

// TestRangeAdaptsToAll: ranges shrink by what any of the selections needs, and every answer is for the same blocks.
func TestRangeAdaptsToAll(t *testing.T) {
	pay, sell := synth.Payments{Token: tether, PerBlock: 9}.NodeSale(60, 1), synth.Payments{Token: tether, PerBlock: 1}.NodeSale(60, 9)
	for name, one := range map[string]struct {
		faults server.Faults
		limits chain.Limits
		check  func(chain.EndpointHealth) bool
	}{
		"anything goes": {server.Faults{}, chain.Limits{}, func(h chain.EndpointHealth) bool { return h.Range == 2000 && h.Batch == 64 }},
		"range limit":   {server.Faults{MaxRange: 7}, chain.Limits{}, func(h chain.EndpointHealth) bool { return h.Range == 7 && h.Batch == 64 }},
		"result limit": {server.Faults{MaxResults: 36}, chain.Limits{},
			func(h chain.EndpointHealth) bool { return h.Range <= 6 && h.Batch == 64 }},
		"many logs": {server.Faults{}, chain.Limits{Logs: 40}, func(h chain.EndpointHealth) bool { return h.Range >= 2 && h.Range <= 6 }},
		"one block": {server.Faults{MaxRange: 1}, chain.Limits{}, func(h chain.EndpointHealth) bool { return h.Range == 1 }},
		"nothing": {server.Faults{NoBlockReceipts: true, NoBatches: true, MaxRange: 3}, chain.Limits{},
			func(h chain.EndpointHealth) bool { return h.Range == 3 && h.Batch == 1 }},
	} {
		for _, made := range []*synth.Sale{pay, sell} {
			s := made.Serve()
			s.SetFaults(one.faults)
			o := paying(t, made, s)
			o.Limits = one.limits
			w := dial(t, o)
			pays(t, made, whole(t, w, 1, made.Blocks[len(made.Blocks)-1].Number), false)
			if h := w.Endpoints()[0]; !one.check(h) || len(w.FaultyAnswers()) != 0 {
				t.Errorf("%s: health %+v, faulty %v", name, h, w.FaultyAnswers())
			}
		}
	}
}

// TestFilterThatCannotBe: a filter that no endpoint could be asked for is refused before any is.
func TestFilterThatCannotBe(t *testing.T) {
	made := synth.NodeSale(1, 1)
	s := made.Serve()
	o := options(t, made, s)
	o.Watch.Also = []evm.Filter{{Topics: []common.Hash{synth.TransferTopic}}}
	if _, err := chain.Dial(t.Context(), o); err == nil || !strings.HasPrefix(err.Error(), "filter 1 of the watch names no address") ||
		s.Calls("eth_chainId") != 0 {
		t.Errorf("it gives %v", err)
	}
}
