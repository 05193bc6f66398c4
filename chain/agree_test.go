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

// TestAgree: where two endpoints must list the same logs, what one of them leaves out, adds or alters is found at the levels that do not
// prove it, near the head as well, and what both list is stored as agreed.
func TestAgree(t *testing.T) {
	made := synth.NodeSale(6, 1)
	last := made.Blocks[len(made.Blocks)-1].Number
	at := &server.At{Block: 5}
	for name, faults := range map[string]server.Faults{
		"honest": {}, "left out": {LeaveOut: at}, "invented": {Invent: at}, "altered": {Alter: at},
		"range": {MaxRange: 2},
	} {
		for _, level := range []program.ProofLevel{program.ProofEvents, program.ProofNone} {
			for _, final := range []bool{true, false} {
				for _, liar := range []int{0, 1} {
					servers := []*server.Server{made.Serve(), made.Serve()}
					servers[liar].SetFaults(faults)
					o := options(t, made, servers[0], servers[1])
					o.Level, o.Agree = level, 2
					proven, err := dial(t, o).Prove(t.Context(), start(1), last, final)
					var d *engine.Disagreement
					var f *engine.Fault
					switch honest := name == "honest" || name == "range"; {
					case honest && (err != nil || proven.Level != "agreed 2"):
						t.Errorf("%s, %s, final %t: %q, %v", name, level, final, proven.Level, err)
					case !honest && !errors.As(err, &d) && !errors.As(err, &f):
						t.Errorf("%s, %s, final %t: %v", name, level, final, err)
					}
				}
			}
		}
	}
}

// TestTooFewAgree: where fewer endpoints answer than must agree, nothing is proven, and the error says so.
func TestTooFewAgree(t *testing.T) {
	made := synth.NodeSale(6, 1)
	s := made.Serve()
	away := made.Serve()
	o := options(t, made, s, away)
	o.Level, o.Agree = program.ProofEvents, 2
	w := dial(t, o)
	away.SetFaults(server.Faults{NotJSON: true})
	for _, final := range []bool{true, false} {
		_, err := w.Prove(t.Context(), start(1), 4, final)
		if err == nil || !strings.Contains(err.Error(), "1 of the 2 endpoints that chain.agree") {
			t.Errorf("final %t: %v", final, err)
		}
	}
	away.SetFaults(server.Faults{})
	holds(t, made, whole(t, w, 1, 8))
}
