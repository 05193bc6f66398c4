package payout

import (
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/ledger"
)

// A tree's file that is not the one that was recorded at the export is not given out.
func TestAnotherFileThanWasExportedIsRefused(t *testing.T) {
	for _, c := range []struct {
		recorded, file ledger.Hash
		refused        bool
	}{{ledger.Hash{}, ledger.Hash{1}, false}, {ledger.Hash{1}, ledger.Hash{1}, false}, {ledger.Hash{2}, ledger.Hash{1}, true}} {
		err := (&Tree{Run: "april", recorded: c.recorded}).same(c.file)
		if (err != nil) != c.refused || err != nil && !strings.Contains(err.Error(), "do not use it") {
			t.Errorf("recorded %s, made %s: %v", c.recorded, c.file, err)
		}
	}
}
