package engine_test

import (
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/internal/fakechain"
)

// A node whose last final block is one before that of the books says nothing of that one, whether it has it or not; as soon as that block
// is final, another one in its place differs.
func TestANodeThatLagsDoesNotDiffer(t *testing.T) {
	t.Parallel()
	ask := func(node *fakechain.Chain, h engine.Header) (differs, later string) {
		t.Helper()
		differs, later, err := engine.AskFinals(t.Context(), node, []engine.RecordedHeader{
			{Where: "input 1", Header: node.Blocks[5].Header}, {Where: "input 2", Header: h}, {Where: "the last final block", Header: h},
		})
		fatal(t, err)
		return differs, later
	}
	node := fakechain.New(1)
	for range 20 {
		node.Mine()
	}
	last := node.Blocks[10].Header
	other := last
	other.Hash = common.Hash{1}
	for _, c := range []struct {
		final          uint64
		cut            int
		header         engine.Header
		differs, later bool
	}{
		{10, 0, last, false, false},
		{10, 0, other, true, false},
		{9, 0, last, false, true},
		{9, 0, other, false, true},
		{9, len(node.Blocks) - 10, last, false, true}, // it has no block after its last final one
		{11, 0, other, true, false},
	} {
		n := *node
		n.Cut(c.cut)
		n.Final = c.final
		differs, later := ask(&n, c.header)
		if strings.HasPrefix(differs, "input 2: ") != c.differs || (differs == "") == c.differs ||
			strings.HasPrefix(later, "input 2: ") != c.later {
			t.Errorf("%+v: differs %q, later %q", c, differs, later)
		}
	}
}
