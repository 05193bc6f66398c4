package audit

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/fakechain"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/program"
)

// liar is an endpoint that proves one chain, and says something else of single blocks. Its last final block is the consensus's.
type liar struct {
	*fakechain.Chain
	says   map[uint64]engine.Header // where it is asked for a number
	apart  bool                     // it does not give the headers in between
	report bool                     // it proves no state
	words  map[common.Address]bool  // what contracts say
}

func (l *liar) FinalAt(ctx context.Context, number uint64) (engine.Header, error) {
	if h, ok := l.says[number]; ok {
		return h, nil
	}
	return l.Chain.FinalAt(ctx, number)
}

func (l *liar) Prove(ctx context.Context, parent engine.Header, to uint64, final bool) (engine.Proven, error) {
	p, err := l.Chain.Prove(ctx, parent, min(to, parent.Number+4), final) // four blocks a stretch
	if l.apart {
		p.Headers = nil
	}
	return p, err
}

func (l *liar) FinalityOf(engine.Header) engine.Finality { return engine.FinalityConsensus }

func (l *liar) Balance(context.Context, engine.Header, common.Address) (engine.Figure, error) {
	f := engine.Figure{Value: *uint256.NewInt(7), Assurance: engine.AssuranceProven}
	if l.report {
		f.Assurance = engine.AssuranceReported
	}
	return f, nil
}

func (l *liar) ContractSigned(_ context.Context, _ engine.Header, contract common.Address, _ common.Hash, _ []byte) (bool, error) {
	return l.words[contract], nil
}

// chains are a chain of thirty blocks, and another one of the same length.
func chains() (c *fakechain.Chain, other *fakechain.Chain) {
	c, other = fakechain.New(1), fakechain.New(1)
	other.Mine() // from here on its blocks are other ones
	other.Cut(1)
	for range 29 {
		c.Mine()
		other.Mine()
	}
	c.Finalise(0)
	other.Finalise(0)
	return c, other
}

func linkedTo(l *liar) *linked {
	level := program.ProofFull
	if l.apart {
		level = program.ProofEvents
	}
	c := link(l, level)
	c.upTo(l.Blocks[len(l.Blocks)-1].Header)
	return c
}

func none(*engine.Proven) error { return nil }

// Which block is at a number is what the proven blocks have there, whatever an endpoint says of the number alone: before they were proven
// it must be the same, and afterwards nobody is asked.
func TestBlocksAreThoseThatAreLinked(t *testing.T) {
	t.Parallel()
	honest, other := chains()
	here, there := honest.Blocks, other.Blocks
	lie := map[uint64]engine.Header{9: there[9].Header}
	for name, c := range map[string]struct {
		says  map[uint64]engine.Header
		ask   []uint64 // before anything is proven
		from  engine.Header
		fails string
	}{
		"nobody lies":                {nil, []uint64{2, 5, 9}, here[5].Header, ""},
		"asked afterwards alone":     {lie, nil, here[5].Header, ""},
		"asked before":               {lie, []uint64{9}, here[5].Header, "the blocks that they prove have block 9"},
		"of before the first block":  {map[uint64]engine.Header{2: there[2].Header}, []uint64{2}, here[5].Header, "does not follow it"},
		"of the first block":         {map[uint64]engine.Header{5: there[5].Header}, []uint64{5}, there[5].Header, "does not follow it"},
		"blocks that lead elsewhere": {nil, nil, there[5].Header, "does not follow it"},
	} {
		l := &liar{Chain: honest, says: c.says}
		chain := linkedTo(l)
		chain.wanted[9] = true
		for _, n := range c.ask {
			if _, err := chain.FinalAt(t.Context(), n); err != nil {
				t.Fatal(name, err)
			}
		}
		err := chain.toFinal(t.Context(), c.from, none)
		if (err == nil) != (c.fails == "") || err != nil && !strings.Contains(err.Error(), c.fails) {
			t.Errorf("%s: %v; want %q", name, err, c.fails)
		}
		if err != nil {
			continue
		}
		h, err := chain.FinalAt(t.Context(), 9)
		if err != nil || h != honest.Blocks[9].Header {
			t.Errorf("%s: %v %v", name, h, err)
		}
		if _, err := chain.FinalAt(t.Context(), 31); !errors.Is(err, engine.ErrNoBlock) {
			t.Errorf("%s: past the last final block: %v", name, err)
		}
		if _, err := chain.FinalAt(t.Context(), 12); err == nil {
			t.Errorf("%s: block 12 was passed, and nobody asked for it", name)
		}
	}
}

// A difference stands when the blocks on which it was found lead to the last final one. Where they do not it is the endpoint that errs.
func TestALieIsNoDifference(t *testing.T) {
	t.Parallel()
	honest, other := chains()
	found := ledger.Differs("input", "block 9", "the books have nothing of it")
	for name, c := range map[string]struct {
		proves *fakechain.Chain // that was compared
		stands bool
	}{"on the chain": {honest, true}, "on another one": {other, false}} {
		l := &liar{Chain: c.proves}
		chain := linkedTo(l)
		if _, err := chain.Prove(t.Context(), c.proves.Blocks[5].Header, 9, true); err != nil {
			t.Fatal(err)
		}
		l.Chain = honest // the one that the consensus has
		chain.upTo(honest.Blocks[30].Header)
		err := chain.stands(t.Context(), found)
		var differs *ledger.Difference
		if errors.As(err, &differs) != c.stands || err == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	l := &liar{Chain: honest, apart: true} // at a level that links nothing there is nothing to look at
	chain := linkedTo(l)
	if _, err := chain.Prove(t.Context(), honest.Blocks[5].Header, 9, true); err != nil {
		t.Fatal(err)
	}
	if err := chain.stands(t.Context(), found); !errors.Is(err, found) {
		t.Errorf("%v", err)
	}
	if err := chain.stands(t.Context(), context.Canceled); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

// Under the consensus what endpoints only report is neither true nor false.
func TestReportsAreNoProof(t *testing.T) {
	t.Parallel()
	honest, _ := chains()
	for _, report := range []bool{false, true} {
		chain := linkedTo(&liar{Chain: honest, report: report})
		f, err := chain.Balance(t.Context(), honest.Blocks[5].Header, common.Address{1})
		if err != nil || f.Known() == report || chain.unproven != map[bool]uint64{true: 1}[report] {
			t.Errorf("reported %t: %+v %v; %d are not proven", report, f, err, chain.unproven)
		}
	}
	yes, no := common.Address{1}, common.Address{2}
	chain := linkedTo(&liar{Chain: honest, words: map[common.Address]bool{yes: true}})
	if said, err := chain.ContractSigned(t.Context(), honest.Blocks[5].Header, yes, common.Hash{}, nil); err != nil || !said {
		t.Errorf("%t %v", said, err)
	}
	if _, err := chain.ContractSigned(t.Context(), honest.Blocks[5].Header, no, common.Hash{}, nil); err == nil {
		t.Error("the word of an endpoint against the books'")
	}
}
