package describe_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/describe"
)

// TestNotesOfEvents: what easily goes wrong where the file describes the events is noted, and nothing else.
func TestNotesOfEvents(t *testing.T) {
	t.Parallel()
	const burns, uncounted = "burns and resales count as purchases: write where: { source: zero }", "no counter is named"
	const nft, coin = "Transfer(address indexed source, address indexed to, uint256 indexed id)",
		"Transfer(address indexed source, address indexed to, uint256 value)"
	const counters = "  counters: [{ view: \"totalSupply() returns (uint256)\" }]\n"
	for name, c := range map[string]struct {
		event, where, rest string
		want               []string
	}{
		"every transfer":      {nft, "", "", []string{burns, uncounted}},
		"mints":               {nft, "where: { source: zero }, ", "", []string{uncounted}},
		"counted":             {nft, "where: { source: zero }, ", counters, nil},
		"transfers of a coin": {coin, "", counters, nil},
	} {
		p, err := program.Read(name, []byte("program: x\nschema: 1\nchain: { id: 1, start_block: 1 }\nsale:\n"+
			"  contract: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\"\n  adapter: event\n  purchases:\n    - { event: \""+c.event+"\", "+c.where+
			"buyer: to, quantity: one_per_log, paid: moved }\n"+c.rest))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		notes := describe.Notes(p)
		if len(notes) != len(c.want) {
			t.Errorf("%s: notes %q", name, notes)
		}
		for _, want := range c.want {
			if !slices.ContainsFunc(notes, func(note string) bool { return strings.Contains(note, want) }) {
				t.Errorf("%s: no note has %q: %q", name, want, notes)
			}
		}
	}
}
