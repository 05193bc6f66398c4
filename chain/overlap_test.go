package chain_test

import (
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/internal/synth"
	"github.com/nodeledger/nodeledger/program"
)

// TestFiltersThatOverlap: a log that several selections take is there once; order and completeness are those of all.
func TestFiltersThatOverlap(t *testing.T) {
	made := payouts.PaymentHandler(8, 3)
	for _, level := range levels {
		for _, final := range []bool{true, false} {
			s := made.Serve()
			o := paying(t, made, s)
			o.Level = level
			to := made.Payments[5].To
			o.Watch.Also = append(o.Watch.Also,
				evm.Filter{Address: tether, Topics: []common.Hash{{}, common.BytesToHash(made.Treasury[:])}},
				evm.Filter{Address: tether, Topics: []common.Hash{synth.TransferTopic, common.BytesToHash(made.Treasury[:]),
					common.BytesToHash(to[:])}, Body: true},
				evm.Filter{Address: made.Contract, Topics: made.Topics[:1]},
				evm.Filter{Address: made.Contract},
			)
			w := dial(t, o)
			proven := proves(t, w, made, final)
			pays := func() (logs, bodies int) {
				for i := range proven.Blocks {
					for _, log := range proven.Blocks[i].Facts.Logs {
						if log.Address == tether {
							logs++
							if proven.Blocks[i].Facts.Tx(log.TxHash) != nil {
								bodies++
							}
						}
					}
				}
				return logs, bodies
			}
			want := 0
			for _, p := range made.Payments {
				if p.To == to {
					want++
				}
			}
			if logs, bodies := pays(); logs != len(made.Payments) || bodies != want || want == 0 {
				t.Errorf("%s, final %t: %d payments, %d with their transactions of %d", level, final, logs, bodies, want)
			}
			if proven.Logs != len(made.Payments)+2*len(made.Purchases) {
				t.Errorf("%s, final %t: %d logs", level, final, proven.Logs)
			}
		}
	}
}

// TestTwoAnswersAboutOneLog: an endpoint that alters a log in one of the answers that have it is caught, even where
// nothing is proven; what it adds to one of them is, too, where something is.
func TestTwoAnswersAboutOneLog(t *testing.T) {
	made := payouts.NodeSale(6, 2)
	p := made.Payments[4]
	second := 0
	in := func(change func([]any) []any) http.Handler {
		return &alteringServer{made.Serve(), func(method string, params []any, result any) any {
			logs, ok := result.([]any)
			if method != "eth_getLogs" || !ok || len(params[0].(map[string]any)["topics"].([]any)) != 3 {
				return result
			}
			for i, log := range logs {
				if log.(map[string]any)["transactionHash"] == p.Tx.Hex() {
					second = i
					return change(logs)
				}
			}
			return result
		}}
	}
	for name, one := range map[string]struct {
		change func([]any) []any
		text   string
		none   bool // noticed without a proof
	}{
		"altered": {func(logs []any) []any { logs[second].(map[string]any)["data"] = "0x12"; return logs },
			fmt.Sprintf("its eth_getLogs tells log %d in two ways", p.Log), true},
		"elsewhere": {func(logs []any) []any { logs[second].(map[string]any)["transactionIndex"] = "0x0"; return logs },
			fmt.Sprintf("its eth_getLogs tells log %d in two ways", p.Log), true},
		"twice": {func(logs []any) []any { return slices.Insert(logs, second, logs[second]) }, "its eth_getLogs invented log", false},
		"another index": {func(logs []any) []any { logs[second].(map[string]any)["logIndex"] = "0x63"; return logs },
			"its eth_getLogs invented log", false},
	} {
		for _, level := range levels {
			for _, final := range []bool{true, false} {
				o := paying(t, made, in(one.change))
				o.Level = level
				o.Watch.Also = append(o.Watch.Also, evm.Filter{Address: tether,
					Topics: append(slices.Clone(o.Watch.Also[0].Topics), common.BytesToHash(p.To[:]))})
				_, err := dial(t, o).Prove(t.Context(), start(1), made.Blocks[len(made.Blocks)-1].Number, final)
				if level == program.ProofNone && !one.none {
					if err != nil {
						t.Errorf("%s, %s, final %t: %v", name, level, final, err)
					}
					continue
				}
				if f := fault(t, err); f.Block != p.Block || !strings.HasPrefix(f.Text, one.text) {
					t.Errorf("%s, %s, final %t: %v", name, level, final, err)
				}
			}
		}
	}
}
