package canonical_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

const eventSale = `program: x
schema: 1
chain: { id: 1, start_block: 0 }
sale:
  contract: "0x5FbDB2315678afecb367f032d93F642f64180aa3"
  adapter: event
  purchases:
    - { event: "Sold(address indexed by, uint256 n, uint256 paid)", buyer: by, quantity: n, paid: { field: paid } }
`

// TestEventsForLaterChangeNoEarlierVersion: contracts and events that begin later, an end to come, and counters leave what was booked.
func TestEventsForLaterChangeNoEarlierVersion(t *testing.T) {
	t.Parallel()
	const contract = "  contract: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\"\n"
	const other = "{ event: \"Other(address a, uint256 n)\", "
	before := mustRead(t, eventSale)
	booked := canonical.Booked{Moment: moments[4]}
	for name, edit := range map[string][2]string{
		"a contract": {contract, "  contracts: [{ address: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\" }, { from: 2030-01-01, address: " +
			"\"0x610178dA211FEF7D417bC0e6FeD39F05609AD788\" }]\n"},
		"an end of a contract": {contract, "  contracts: [{ address: \"0x5FbDB2315678afecb367f032d93F642f64180aa3\", until: block 30000000 }]\n"},
		"a purchase": {"{ field: paid } }\n", "{ field: paid } }\n    - " + other + "from: block 30000000, buyer: a, quantity: n, paid: moved, " +
			"asset: moved }\n"},
		"an end of a purchase": {"{ field: paid } }\n", "{ field: paid }, until: 2030-01-01 }\n"},
		"a gift":               {"  purchases:\n", "  gifts: [" + other + "from: 2030-01-01, holder: a, quantity: n }]\n  purchases:\n"},
		"a commission":         {"  purchases:\n", "  commissions: [" + other + "from: 2030-01-01, referrer: a, reward: n }]\n  purchases:\n"},
		"a withdrawal": {"  purchases:\n", "  withdrawals: [" + other + "from: 2030-01-01, wallet: a, amount: n, of: proceeds }]\n" +
			"  purchases:\n"},
		"a refund": {"  purchases:\n", "  refunds: [" + other + "from: 2030-01-01, buyer: a, amount: n }]\n  purchases:\n"},
		"a registration": {"  purchases:\n", "  registrations: [{ event: \"C(string code, address a)\", from: 2030-01-01, code: code, " +
			"wallet: a }]\n  purchases:\n"},
		"a counter": {"  purchases:\n", "  counters: [{ view: \"n() returns (uint256)\", slot: 3 }]\n  purchases:\n"},
	} {
		if strings.Count(eventSale, edit[0]) != 1 {
			t.Fatalf("%s: %q is not once in the file", name, edit[0])
		}
		after := mustRead(t, strings.Replace(eventSale, edit[0], edit[1], 1))
		for i, m := range moments {
			same := canonical.Version(before, m) == canonical.Version(after, m)
			if want := i < 5 || name == "a counter"; same != want {
				t.Errorf("%s: at %v the versions are the same: %v\n%s\n%s", name, m, same, canonical.RulesAt(before, m), canonical.RulesAt(after, m))
			}
		}
		changes := canonical.Compare(before, after, booked)
		if len(changes) == 0 {
			t.Errorf("%s: no change is found", name)
		}
		for _, c := range changes {
			if c.Verdict != canonical.Allowed {
				t.Errorf("%s: %s is %v: %s, %s", name, c.Setting, c.Verdict, c.Old, c.New)
			}
		}
	}
}

// TestEventsInForceStay: books refuse other events for what they have read.
func TestEventsInForceStay(t *testing.T) {
	t.Parallel()
	before := mustRead(t, eventSale)
	for name, edit := range map[string][2]string{
		"another contract":   {"0x5FbDB2315678afecb367f032d93F642f64180aa3", "0x610178dA211FEF7D417bC0e6FeD39F05609AD788"},
		"what was paid":      {"{ field: paid }", "moved"},
		"one more condition": {"buyer: by", "where: { n: 1 }, buyer: by"},
		"a purchase of ever": {"{ field: paid } }\n", "{ field: paid } }\n    - { event: \"O(address a)\", buyer: a, " +
			"quantity: one_per_log, paid: moved }\n"},
		"an end that has come": {"{ field: paid }", "{ field: paid }, until: block 5"},
		"prices":               {"{ field: paid }", "{ field: paid }, prices: [1]"},
	} {
		after := mustRead(t, strings.Replace(eventSale, edit[0], edit[1], 1))
		if m := moments[4]; canonical.Version(before, m) == canonical.Version(after, m) {
			t.Errorf("%s: the version did not change", name)
		}
		refused := false
		for _, c := range canonical.Compare(before, after, canonical.Booked{Moment: moments[4]}) {
			refused = refused || c.Verdict == canonical.InForce
		}
		if !refused {
			t.Errorf("%s: books that have read these events take it", name)
		}
	}
}

// TestOnlyAssetsThatCanBePaidAreOfTheRules: where whatever moved counts, the rules speak of all assets that somebody can pay with.
func TestOnlyAssetsThatCanBePaidAreOfTheRules(t *testing.T) {
	t.Parallel()
	for paid, want := range map[string]bool{"{ field: paid }": false, "moved, asset: moved": true, "moved, asset: USDT": true} {
		rules := string(canonical.RulesAt(mustRead(t, assets+strings.Replace(eventSale, "{ field: paid }", paid, 1)), moments[0]))
		if has := strings.Contains(rules, `"USDT":{`); has != want || strings.Contains(rules, `"PTS":{`) {
			t.Errorf("paid %s: %s", paid, rules)
		}
	}
}

// TestRecordedSalesAreTheirContent: the canonical content of each recorded sale's file is a file of the same digest.
func TestRecordedSalesAreTheirContent(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../testdata/programs/*.yaml")
	if err != nil || len(files) < 9 {
		t.Fatal(files, err)
	}
	for _, name := range append(files, "../testdata/event.yaml") {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		p := mustRead(t, string(src))
		again, err := program.Read(name, canonical.Text(p))
		if err != nil {
			t.Errorf("%s: %v\n%s", name, err, canonical.Text(p))
			continue
		}
		if canonical.Digest(again) != canonical.Digest(p) {
			t.Errorf("%s: the digest of the content is another\n%s\n%s", name, canonical.Text(p), canonical.Text(again))
		}
	}
}
