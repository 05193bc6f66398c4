package probe

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/program"
)

// TestEveryKnownDeclarationIsReadOnce: each line of the table parses, stands in the spacing of a program file, and no two lines are of one
// log.
func TestEveryKnownDeclarationIsReadOnce(t *testing.T) {
	t.Parallel()
	section, seen, events := "", map[any]string{}, 0
	for i, line := range strings.Split(known, "\n") {
		var id any
		var declaration string
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, "["):
			if section = strings.Trim(line, "[]"); section != ofToken && section != housekeeping && section != ofSale && section != ofCalls {
				t.Errorf("line %d: there is no section %q", i+1, section)
			}
			continue
		case section == ofCalls:
			call, err := program.ParseCall(line)
			if err != nil {
				t.Errorf("line %d: %v", i+1, err)
				continue
			}
			id, declaration = call.Selector, call.Declaration
			if codeField(&call) == "" {
				t.Errorf("line %d: %s names no code", i+1, line)
			}
		default:
			sig, err := program.ParseEvent(line)
			if err != nil {
				t.Errorf("line %d: %v", i+1, err)
				continue
			}
			events++
			topics := 1
			for _, in := range sig.ABI.Inputs {
				if in.Indexed {
					topics++
				}
			}
			id, declaration = shape{sig.Topic, topics}, sig.Declaration
		}
		if declaration != line {
			t.Errorf("line %d: write %s", i+1, declaration)
		}
		if seen[id] != "" {
			t.Errorf("line %d: %s has the topic of %s", i+1, line, seen[id])
		}
		seen[id] = line
	}
	if events < 100 {
		t.Errorf("only %d events are known: was the table read?", events)
	}
}

// TestEventsOfRecordedSalesAreKnown: every event of the recorded sales that a program file could name.
func TestEventsOfRecordedSalesAreKnown(t *testing.T) {
	t.Parallel()
	table, err := Known()
	if err != nil {
		t.Fatal(err)
	}
	for _, recording := range recordings {
		var m struct {
			Events []struct{ Contract, Declaration string }
		}
		if err := json.Unmarshal(open(t, recording, "meta.json"), &m); err != nil {
			t.Fatal(err)
		}
		for _, e := range m.Events {
			sig, err := program.ParseEvent(e.Declaration)
			if err != nil {
				continue // it has a struct
			}
			l := evm.Log{Topics: []common.Hash{sig.Topic}}
			for _, in := range sig.ABI.Inputs {
				if in.Indexed {
					l.Topics = append(l.Topics, common.Hash{})
				}
			}
			if d, guessed, ok := table.Of(&l); !ok || guessed || d.Canonical != sig.Canonical {
				t.Errorf("%s: %s is not known", recording, e.Declaration)
			}
		}
	}
}

// TestAddedDeclarationsAreUsed: what a person adds is known, from an ABI and as lines, and what is none of either is refused.
func TestAddedDeclarationsAreUsed(t *testing.T) {
	t.Parallel()
	table, err := Known()
	if err != nil {
		t.Fatal(err)
	}
	abi := []byte(`[{"type":"event","name":"Shipped","anonymous":false,"inputs":[{"name":"who","type":"address","indexed":true},` +
		`{"name":"","type":"uint256","indexed":false}]},{"type":"event","name":"Odd","inputs":[{"name":"s","type":"tuple","components":` +
		`[{"name":"a","type":"uint256"}],"indexed":false}]}]`)
	if err := table.AddABI(abi); err != nil {
		t.Fatal(err)
	}
	if err := table.Add("# mine\nShopped(address indexed by, uint256 n)\n"); err != nil {
		t.Fatal(err)
	}
	l := evm.Log{Topics: []common.Hash{evm.Topic("Shipped(address,uint256)"), {}}}
	if d, _, ok := table.Of(&l); !ok || d.Declaration != "Shipped(address indexed who, uint256 arg1)" {
		t.Errorf("an event of the ABI: %q, known %t", d.Declaration, ok)
	}
	l = evm.Log{Topics: []common.Hash{evm.Topic("Shopped(address,uint256)"), {}}}
	if d, guessed, ok := table.Of(&l); !ok || guessed || d.Section != ofSale {
		t.Errorf("a declaration that was added: known %t, guessed %t, section %q", ok, guessed, d.Section)
	}
	l.Topics = l.Topics[:1]
	if d, guessed, ok := table.Of(&l); !ok || !guessed || d.Declaration != "Shopped(address by, uint256 n)" {
		t.Errorf("with another number of topics: %q, known %t, guessed %t", d.Declaration, ok, guessed)
	}
	for _, text := range []string{"Shopped(address indexed by", "Shopped"} {
		if err := table.Add(text); err == nil {
			t.Errorf("%q is taken for a declaration", text)
		}
	}
	if err := table.AddABI([]byte("{}")); err == nil {
		t.Error("an object without an ABI is taken for one")
	}
}
