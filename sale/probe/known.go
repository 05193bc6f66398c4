package probe

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/evm"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

//go:embed known.txt
var known string

// Sections of the table of declarations.
const (
	housekeeping = "housekeeping"
	ofToken      = "token"
	ofSale       = "sale"
	ofCalls      = "calls" // functions that buy, whose calldata names a code
)

// Declared is an event whose declaration is known.
type Declared struct {
	program.EventSignature
	Section string // of the table
}

// shape is what a log tells of its declaration: the first topic, and how many topics there are.
type shape struct {
	topic  common.Hash
	topics int
}

// Table is the declarations that are known, by what logs tell of them.
type Table struct {
	byShape map[shape]Declared
	byTopic map[common.Hash]Declared
	calls   map[[4]byte]program.CallSignature
}

// Known is the table that comes with the program.
func Known() (*Table, error) {
	t := &Table{map[shape]Declared{}, map[common.Hash]Declared{}, map[[4]byte]program.CallSignature{}}
	return t, t.Add(known)
}

// Add takes in more declarations, one a line. Lines that are empty or begin with # are left out; a heading in brackets says what the
// lines below it are. A declaration that is there already is replaced.
func (t *Table) Add(text string) error {
	section := ofSale
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
			continue
		case strings.HasPrefix(line, "["):
			section = strings.Trim(line, "[]")
			continue
		}
		if section == ofCalls {
			call, err := program.ParseCall(line)
			if err != nil {
				return problem.Invalidf("line %d of the declarations: %w", i+1, err)
			}
			t.calls[call.Selector] = call
			continue
		}
		sig, err := program.ParseEvent(line)
		if err != nil {
			return problem.Invalidf("line %d of the declarations: %w", i+1, err)
		}
		t.add(Declared{sig, section})
	}
	return nil
}

func (t *Table) add(d Declared) {
	topics := 1
	for _, input := range d.ABI.Inputs {
		if input.Indexed {
			topics++
		}
	}
	t.byShape[shape{d.Topic, topics}] = d
	t.byTopic[d.Topic] = d
}

// AddABI takes in the events and functions of a contract's ABI (JSON), as compilers and block explorers write it. Those with structs are
// left out: a program file cannot name their fields.
func (t *Table) AddABI(text []byte) error {
	var wrapped struct{ ABI json.RawMessage }
	if json.Unmarshal(text, &wrapped) == nil && len(wrapped.ABI) > 0 {
		text = wrapped.ABI
	}
	parsed, err := abi.JSON(bytes.NewReader(text))
	if err != nil {
		return problem.Invalidf("this is not the ABI of a contract: %w", err)
	}
	var names []string
	for name := range parsed.Events {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		event := parsed.Events[name]
		if event.Anonymous {
			continue
		}
		fields := make([]string, len(event.Inputs))
		for i, input := range event.Inputs {
			fields[i] = input.Type.String() + map[bool]string{true: " indexed"}[input.Indexed] + " " + input.Name
		}
		sig, err := program.ParseEvent(event.RawName + "(" + strings.Join(fields, ", ") + ")")
		if err != nil || sig.Topic != event.ID {
			continue
		}
		section := ofSale
		if old, is := t.byTopic[sig.Topic]; is {
			section = old.Section
		}
		t.add(Declared{sig, section})
	}
	for _, method := range parsed.Methods {
		fields := make([]string, len(method.Inputs))
		for i, input := range method.Inputs {
			fields[i] = input.Type.String() + " " + input.Name
		}
		call, err := program.ParseCall(method.RawName + "(" + strings.Join(fields, ", ") + ")")
		if err == nil && call.Selector == [4]byte(method.ID) {
			t.calls[call.Selector] = call
		}
	}
	return nil
}

// Of is the declaration of a log. It is guessed where the table has it with another number of indexed fields: then the first fields
// are taken to be the indexed ones.
func (t *Table) Of(l *evm.Log) (d Declared, guessed, ok bool) {
	if len(l.Topics) == 0 {
		return d, false, false
	}
	if d, ok = t.byShape[shape{l.Topics[0], len(l.Topics)}]; ok {
		return d, false, true
	}
	if d, ok = t.byTopic[l.Topics[0]]; !ok || len(l.Topics)-1 > len(d.ABI.Inputs) {
		return d, false, false
	}
	fields := make([]string, len(d.ABI.Inputs))
	for i, input := range d.ABI.Inputs {
		fields[i] = input.Type.String() + map[bool]string{true: " indexed"}[i < len(l.Topics)-1] + " " + input.Name
	}
	sig, err := program.ParseEvent(d.ABI.RawName + "(" + strings.Join(fields, ", ") + ")")
	return Declared{sig, d.Section}, true, err == nil
}

// values are the fields of a log by name; ok is false where the log does not fit the declaration.
func values(l *evm.Log, sig *program.EventSignature) (v map[string]any, ok bool) {
	v = map[string]any{}
	var indexed abi.Arguments
	for _, input := range sig.ABI.Inputs {
		if input.Indexed {
			indexed = append(indexed, input)
		}
	}
	if len(l.Topics) != len(indexed)+1 || l.Topics[0] != sig.Topic {
		return nil, false
	}
	if abi.ParseTopicsIntoMap(v, indexed, l.Topics[1:]) != nil {
		return nil, false
	}
	if len(indexed) < len(sig.ABI.Inputs) && sig.ABI.Inputs.NonIndexed().UnpackIntoMap(v, l.Data) != nil {
		return nil, false
	}
	return v, true
}
