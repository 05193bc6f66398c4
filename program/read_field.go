package program

import (
	"math/big"
	"regexp"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/problem"
)

// fieldKind is what a field must be in the event or call that has it.
type fieldKind int

const (
	addressField fieldKind = iota
	countField
	countsField // a list of numbers
	codeField
	valueField // anything of which a log holds the value
)

// declared is an event or a function whose fields are named.
type declared struct {
	what, text string
	inputs     abi.Arguments
}

func (e EventSignature) declared() declared {
	return declared{"the event " + e.ABI.Name, e.Declaration, e.ABI.Inputs}
}

// event reads an event's declaration.
func (r *reader) event(s section, key string, required bool) EventSignature {
	n := s.get(key)
	if required {
		n = s.need(key, "the event's declaration, such as \"Bought(address indexed account, uint256 count)\"")
	}
	if n == nil {
		return EventSignature{}
	}
	if n.kind != scalarNode {
		r.fault(n.place, "%s is %s where an event's declaration belongs; write it in quotes", s.path(key), n.what())
		return EventSignature{}
	}
	event, err := ParseEvent(n.text)
	if err != nil {
		r.fault(n.place, "%s: %s", s.path(key), err)
	}
	return event
}

// parameter reads the name of a field of an event.
func (r *reader) parameter(s section, key string, event EventSignature, kind fieldKind) string {
	return r.field(s.get(key), s.path(key), event.declared(), kind)
}

// field reads the name of a field and checks its type. A declaration that did not parse says nothing more.
func (r *reader) field(n *node, path string, of declared, kind fieldKind) string {
	name := r.text(n, path)
	if name == "" || of.text == "" {
		return name
	}
	input, found := r.input(n.place, path, name, of)
	if found {
		if want := misfit(input, kind); want != "" {
			r.fault(n.place, "%s is the parameter %q of type %s; %s", path, name, input.Type.String(), want)
		}
	}
	return name
}

// input finds a field by its name.
func (r *reader) input(at place, path, name string, of declared) (abi.Argument, bool) {
	var names []string
	for _, input := range of.inputs {
		if input.Name == name {
			return input, true
		}
		names = append(names, input.Name)
	}
	if guess := problem.Nearest(name, names); guess != "" {
		r.fault(at, "%s: %s has no parameter %q; did you mean %q?", path, of.what, clip(name), guess)
	} else {
		r.fault(at, "%s: %s has no parameter %q; write one of the names in %s", path, of.what, clip(name), clip(of.text))
	}
	return abi.Argument{}, false
}

// misfit says what kind of field would fit, or nothing when this one does.
func misfit(input abi.Argument, kind fieldKind) string {
	t := input.Type
	list := t.T == abi.SliceTy || t.T == abi.ArrayTy
	switch {
	case kind == addressField && t.T != abi.AddressTy:
		return "name one of type address"
	case kind == countField && list && t.Elem.T == abi.UintTy:
		return "name one of an unsigned integer type such as uint256, or write { sum: " + input.Name + " } where its numbers are counted together"
	case kind == countField && t.T != abi.UintTy:
		return "name one of an unsigned integer type such as uint256"
	case kind == countsField && (!list || t.Elem.T != abi.UintTy):
		return "name a list of unsigned integers such as uint256[]"
	case kind == valueField && (list || input.Indexed && (t.T == abi.StringTy || t.T == abi.BytesTy)),
		kind == countsField && input.Indexed, kind == codeField && t.T == abi.StringTy && input.Indexed:
		if list && kind == valueField {
			return "name one that is not a list"
		}
		return "it is indexed, so the log holds only its hash: name one that is not indexed"
	case kind == codeField && t.T != abi.StringTy && !(t.T == abi.FixedBytesTy && t.Size == 32):
		return "name one of type string or bytes32"
	default:
		return ""
	}
}

// zeroWord is the value zero, of addresses, numbers and bytes32.
const zeroWord = "zero"

var (
	signedForm = regexp.MustCompile(`^-?(0|[1-9][0-9]*)$`)
	bytesForm  = regexp.MustCompile(`^0x([0-9a-f]{2})*$`)
)

// value reads a text as a value of a field, and writes it as [FieldText] writes what a log holds.
func (r *reader) value(at place, path, text string, of abi.Argument) (string, bool) {
	want := ""
	switch t := of.Type; t.T {
	case abi.AddressTy:
		address := common.HexToAddress(text)
		switch {
		case text == zeroWord:
			return FieldText(common.Address{}), true
		case !addressForm.MatchString(text):
			want = "an address in quotes, or zero"
		case text != strings.ToLower(text) && text != address.Hex():
			want = "the address with a correct checksum, or all in lower case"
		default:
			return FieldText(address), true
		}
	case abi.BoolTy:
		if text == "true" || text == "false" {
			return text, true
		}
		want = "true or false"
	case abi.UintTy, abi.IntTy:
		if text == zeroWord {
			return "0", true
		}
		if number, ok := new(big.Int).SetString(text, 10); ok && signedForm.MatchString(text) && fits(number, t) {
			return number.String(), true
		}
		want = "a whole number that it can hold, or zero"
	case abi.FixedBytesTy:
		switch {
		case t.Size != 32:
			r.fault(at, "%s is of type %s, which is not compared here; name a field of another type", path, t.String())
			return "", false
		case text == zeroWord:
			return FieldText(common.Hash{}), true
		case hashForm.MatchString(text):
			return text, true
		}
		want = "0x and 64 lower-case hexadecimal digits in quotes, or zero"
	case abi.BytesTy:
		if bytesForm.MatchString(text) {
			return text, true
		}
		want = "0x and lower-case hexadecimal digits in quotes"
	default:
		return text, true
	}
	r.fault(at, "%s is %q, and the field is of type %s; write %s", path, clip(text), of.Type.String(), want)
	return "", false
}

func fits(number *big.Int, t abi.Type) bool {
	if t.T == abi.UintTy {
		return number.Sign() >= 0 && number.BitLen() <= t.Size
	}
	return new(big.Int).Abs(number).BitLen() < t.Size
}

// where reads conditions on fields: the value that each has.
func (r *reader) where(n *node, path string, event EventSignature) (list []FieldIs) {
	if n == nil {
		return nil
	}
	s := r.group(n, path)
	for _, name := range s.order {
		v, one := s.get(name), s.path(clip(name))
		input, found := abi.Argument{}, event.Canonical != ""
		if found {
			input, found = r.input(s.keyAt[name], path, name, event.declared())
		}
		if !found {
			continue
		}
		if want := misfit(input, valueField); want != "" {
			r.fault(s.keyAt[name], "%s is a condition on the parameter %q of type %s; %s", path, name, input.Type.String(), want)
			continue
		}
		text := ""
		if !(v.kind == scalarNode && v.quoted && v.text == "" && input.Type.T == abi.StringTy) {
			if text = r.text(v, one); text == "" {
				continue
			}
		}
		if is, ok := r.value(v.place, one, text, input); ok {
			list = append(list, FieldIs{name, is})
		}
	}
	return list
}

// byValue reads a table of what the values of a field mean.
func byValue[T any](r *reader, n *node, path, name string, of declared, mean func(*node, string) T) map[string]T {
	table := map[string]T{}
	s := r.group(n, path)
	if !s.broken && len(s.fields) == 0 {
		r.fault(n.place, "%s is empty; write what each value means", path)
	}
	for _, key := range s.order {
		meaning := mean(s.get(key), s.path(clip(key)))
		for _, input := range of.inputs {
			if input.Name != name || misfit(input, valueField) != "" {
				continue
			}
			text, ok := r.value(s.keyAt[key], "a key of "+path, key, input)
			if _, twice := table[text]; ok && twice {
				r.fault(s.keyAt[key], "%s has the value %s twice; keep one of them", path, clip(text))
			}
			if ok {
				table[text] = meaning
			}
		}
	}
	return table
}
