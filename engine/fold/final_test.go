package fold_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

const finals = `program: finals
schema: 1
assets:
  ETH:    { decimals: 18, kind: native }
  GPOINT: { decimals: 18, kind: points }
chain: { id: 31337, start_block: 0 }
sale: { contract: "0x00000000000000000000000000000000000000aa", adapter: nodesale }
score: [{ brackets: [{ nodes: 1, factor: 1 }] }]
points:
  asset: GPOINT
  cap: 6000
  emission: [{ from: 2024-04-13, per_day: 1440 }]
  pools: { validators: 1/3, providers: 1/3, queens: 1/3 }
`

// The fold takes no final header that goes back or contradicts one, no block that does, no slot that is not over, and while it is frozen
// nothing else than a thaw: whatever takes the inputs again, a rebuild or a verification, refuses them as whoever records them does.
func TestTheFoldRefusesWhatIsNotOver(t *testing.T) {
	p, err := program.Read("finals.yaml", []byte(finals))
	if err != nil {
		t.Fatal(err)
	}
	day := uint64(time.Date(2024, 4, 13, 0, 0, 0, 0, time.UTC).Unix())
	at := func(number, second uint64) fold.Header {
		return fold.Header{Number: number, Hash: common.Hash{1, byte(number)}, Parent: common.Hash{1, byte(number - 1)}, Time: day + second}
	}
	block := func(kind fold.InputKind, h fold.Header) fold.Input {
		return fold.BlockInput(kind, h.Parent, &sale.Block{Number: h.Number, Hash: h.Hash, Time: h.Time})
	}
	other := at(10, 3600)
	other.Hash = common.Hash{2}
	begun := []fold.Input{block(fold.InputBlock, at(9, 3000)), block(fold.InputPending, at(10, 3600)), fold.FinalInput(at(10, 3600))}
	slot := fold.JobInput(&fold.Job{Name: rewards.PointsJob, Slot: "2024-04-13", Block: 10, Hash: common.Hash{1, 10}})
	incident := fold.IncidentInput(&fold.Incident{Time: time.Unix(int64(day), 0), Text: "it forked"})
	for _, c := range []struct {
		what  string
		then  []fold.Input
		wants string
	}{
		{"the same header again", []fold.Input{fold.FinalInput(at(10, 3600))}, ""},
		{"a later header", []fold.Input{fold.FinalInput(at(11, 3600))}, ""},
		{"a header after a waiting block that is above it, and older", []fold.Input{block(fold.InputPending, at(20, 3700)),
			fold.FinalInput(at(15, 3800))}, "cannot be final: block 20"},
		{"a final block after such a one", []fold.Input{block(fold.InputPending, at(20, 3700)), block(fold.InputBlock, at(15, 3800))},
			"cannot be final: block 20"},
		{"a lower number", []fold.Input{fold.FinalInput(at(8, 3600))}, "cannot be final after block 10"},
		{"an earlier time", []fold.Input{fold.FinalInput(at(11, 3599))}, "cannot be final after block 10"},
		{"another hash", []fold.Input{fold.FinalInput(other)}, "cannot be final after block 10"},
		{"a final block of that number", []fold.Input{block(fold.InputBlock, other)}, "cannot be final after block 10"},
		{"an earlier pending block", []fold.Input{block(fold.InputPending, at(10, 3600))}, "cannot come after block 10"},
		{"a pending block and another header", []fold.Input{block(fold.InputPending, at(11, 3700)), fold.FinalInput(at(11, 3800))},
			"cannot be final: block 11"},
		{"a header before what is pending", []fold.Input{block(fold.InputPending, at(11, 3700)), fold.FinalInput(at(12, 3650))},
			"cannot be final: block 11"},
		{"what is final leaves", []fold.Input{fold.DropInput(9)}, "cannot leave the chain"},
		{"a slot of today", []fold.Input{slot}, "comes due at 2024-04-14T00:00:00Z, and the newest final block is block 10"},
		{"a slot of tomorrow", []fold.Input{fold.FinalInput(at(99, 3*24*3600)),
			fold.JobInput(&fold.Job{Name: rewards.PointsJob, Slot: "2024-04-14"})}, "not the next one"},
		{"a header of frozen books", []fold.Input{incident, fold.FinalInput(at(11, 3600))}, "the books are frozen since"},
		{"another incident", []fold.Input{incident, incident}, "the books are frozen since"},
		{"a fact of frozen books", []fold.Input{incident, fold.FactInput(&fold.Fact{Kind: fold.TGE})}, "the books are frozen since"},
		{"a thaw of books that are not", []fold.Input{fold.FactInput(&fold.Fact{Kind: fold.Thaw})}, "not frozen"},
		{"a thaw", []fold.Input{incident, fold.FactInput(&fold.Fact{Kind: fold.Thaw, Body: []byte("it is over"),
			Salt: make([]byte, 32), Time: at(11, 3600).Time}),
			fold.FinalInput(at(11, 3600))}, ""},
	} {
		f, err := fold.New(p)
		if err != nil {
			t.Fatal(err)
		}
		for _, in := range append(begun, c.then...) {
			if err == nil {
				_, err = f.Apply(context.Background(), in, fold.Ground{})
			}
		}
		if (err == nil) != (c.wants == "") || err != nil && !strings.Contains(err.Error(), c.wants) {
			t.Errorf("%s: %v, want %q", c.what, err, c.wants)
		}
		if strings.Contains(c.wants, "frozen since") != errors.Is(err, fold.ErrFrozen) {
			t.Errorf("%s: %v is no refusal of frozen books", c.what, err)
		}
	}
}
