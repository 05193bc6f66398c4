package program

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi"

	"github.com/nodeledger/nodeledger/problem"
)

// maxParameters bounds an event; Solidity's stack does not take more than about as many. maxDeclaration bounds its text.
const (
	maxParameters  = 32
	maxDeclaration = 2048
)

var (
	signatureForm = regexp.MustCompile(`^([A-Za-z_$][A-Za-z0-9_$]*) ?\((.*)\)$`)
	counterForm   = regexp.MustCompile(`^([A-Za-z_$][A-Za-z0-9_$]*) ?\( ?\)(?: (?:external|public|view))* returns ?\( ?(\w+)(?: \w+)? ?\)$`)
	nameForm      = regexp.MustCompile(`^[A-Za-z_$][A-Za-z0-9_$]*$`)
	typeForm      = regexp.MustCompile(`^(address|bool|string|bytes|u?int|(?:u?int|bytes)[1-9][0-9]{0,2})((?:\[[1-9]?[0-9]{0,3}\]){0,2})$`)
	sizedForm     = regexp.MustCompile(`^(u?int|bytes)([0-9]+)$`)
)

// ParseEvent reads an event's declaration in Solidity's words, such as "Bought(address indexed account, uint256 count)",
// with or without a leading "event" and a closing semicolon. Structs are not read. Parameters without a name are called
// arg0, arg1 and so on by their place; no name may repeat.
func ParseEvent(text string) (EventSignature, error) {
	name, inputs, err := parseSignature(text, "event", "an event", "Bought(address indexed account, uint256 count)")
	if err != nil {
		return EventSignature{}, err
	}
	indexed := 0
	for _, input := range inputs {
		if input.Indexed {
			indexed++
		}
	}
	if indexed > 3 {
		return EventSignature{}, problem.Invalidf("event %s has %d indexed parameters; the most is 3", name, indexed)
	}
	return eventOf(name, inputs), nil
}

// ParseCall reads a function's declaration, such as "mint(address to, string code)", with or without a leading "function". What it
// returns, and whether it is payable, is not part of it.
func ParseCall(text string) (CallSignature, error) {
	name, inputs, err := parseSignature(text, "function", "a function", "mint(address to, string code)")
	if err != nil {
		return CallSignature{}, err
	}
	for _, input := range inputs {
		if input.Indexed {
			return CallSignature{}, problem.Invalidf("function %s has the indexed parameter %s; only events have those", name, input.Name)
		}
	}
	method := abi.NewMethod(name, name, abi.Function, "nonpayable", false, false, inputs, nil)
	return CallSignature{declaration(name, inputs), method.Sig, [4]byte(method.ID), method}, nil
}

// parseSignature reads a name and parameters in brackets, after a word that may be left out.
func parseSignature(text, word, what, example string) (string, abi.Arguments, error) {
	if len(text) > maxDeclaration {
		return "", nil, problem.Invalidf("the %s is longer than %d bytes; write a shorter declaration", word, maxDeclaration)
	}
	line := strings.Join(strings.Fields(text), " ")
	line = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(line, word+" "), ";"))
	part := signatureForm.FindStringSubmatch(line)
	if part == nil {
		return "", nil, problem.Invalidf("%q is not %s; write its name and its parameters, such as %q", text, what, example)
	}
	var inputs abi.Arguments
	var words []string
	if list := strings.TrimSpace(part[2]); list != "" {
		words = strings.Split(list, ",")
	}
	if len(words) > maxParameters {
		return "", nil, problem.Invalidf("%s %s has %d parameters; the most is %d", word, part[1], len(words), maxParameters)
	}
	named := map[string]bool{}
	for i, one := range words {
		input, err := parseParameter(one)
		if err != nil {
			return "", nil, problem.Invalidf("%s %s, parameter %d: %w", word, part[1], i+1, err)
		}
		if input.Name == "" {
			input.Name = fmt.Sprintf("arg%d", i)
		}
		if named[input.Name] {
			return "", nil, problem.Invalidf("%s %s has two parameters %q; name each its own way", word, part[1], input.Name)
		}
		named[input.Name] = true
		inputs = append(inputs, input)
	}
	return part[1], inputs, nil
}

func eventOf(name string, inputs abi.Arguments) EventSignature {
	event := abi.NewEvent(name, name, false, inputs)
	return EventSignature{Declaration: declaration(name, inputs), Canonical: event.Sig, Topic: event.ID, ABI: event}
}

// declaration writes a name and its parameters in one spacing.
func declaration(name string, inputs abi.Arguments) string {
	declared := make([]string, len(inputs))
	for i, input := range inputs {
		declared[i] = input.Type.String()
		if input.Indexed {
			declared[i] += " indexed"
		}
		declared[i] += " " + input.Name
	}
	return name + "(" + strings.Join(declared, ", ") + ")"
}

// parseParameter reads "address indexed account", "uint256 count" or "uint256".
func parseParameter(text string) (abi.Argument, error) {
	words := strings.Fields(text)
	if len(words) == 0 {
		return abi.Argument{}, problem.Invalidf("there is nothing between the commas; write a type and a name")
	}
	kind, err := parseType(words[0])
	if err != nil {
		return abi.Argument{}, err
	}
	arg := abi.Argument{Type: kind}
	rest := words[1:]
	if len(rest) > 0 && rest[0] == "indexed" {
		arg.Indexed, rest = true, rest[1:]
	}
	switch {
	case len(rest) > 1 || (len(rest) == 1 && !nameForm.MatchString(rest[0])):
		return abi.Argument{}, problem.Invalidf("%q is not a parameter; write a type, perhaps indexed, and a name", strings.TrimSpace(text))
	case len(rest) == 1:
		arg.Name = rest[0]
	}
	return arg, nil
}

// parseType checks what abi.NewType lets pass (uint7, bytes33) and gives uint and int their full name.
func parseType(text string) (abi.Type, error) {
	part := typeForm.FindStringSubmatch(text)
	if part == nil {
		return abi.Type{}, problem.Invalidf("%q is not a type that is read here; write an elementary type such as address, uint256, string or "+
			"bytes32", text)
	}
	base := part[1]
	if base == "uint" || base == "int" {
		base += "256"
	}
	if sized := sizedForm.FindStringSubmatch(base); sized != nil {
		size, err := strconv.Atoi(sized[2])
		isBytes := sized[1] == "bytes"
		if err != nil || (isBytes && size > 32) || (!isBytes && (size > 256 || size%8 != 0)) {
			return abi.Type{}, problem.Invalidf("there is no type %q; integers have 8 to 256 bits in steps of 8, bytes are 1 to 32", text)
		}
	}
	if strings.Contains(part[2], "[0") {
		return abi.Type{}, problem.Invalidf("there is no type %q; an array has at least one element", text)
	}
	kind, err := abi.NewType(base+part[2], "", nil)
	if err != nil {
		return abi.Type{}, problem.Invalidf("the type %q cannot be read: %w", text, err)
	}
	return kind, nil
}

// ParseCounter reads the declaration of a view that returns one unsigned integer: "totalSold() returns (uint256)".
func ParseCounter(text string) (Counter, error) {
	if len(text) > maxDeclaration {
		return Counter{}, problem.Invalidf("the counter is longer than %d bytes; write a shorter declaration", maxDeclaration)
	}
	line := strings.Join(strings.Fields(text), " ")
	line = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(line, "function "), ";"))
	part := counterForm.FindStringSubmatch(line)
	if part == nil {
		return Counter{}, problem.Invalidf("%q is not a counter; write a view without arguments, such as \"totalSold() returns (uint256)\"", text)
	}
	kind, err := parseType(part[2])
	if err != nil {
		return Counter{}, err
	}
	if kind.T != abi.UintTy {
		return Counter{}, problem.Invalidf("%q returns %s; a counter returns an unsigned integer such as uint256", text, kind.String())
	}
	method := abi.NewMethod(part[1], part[1], abi.Function, "view", false, false, nil, abi.Arguments{{Type: kind}})
	return Counter{
		Declaration: part[1] + "() returns (" + kind.String() + ")",
		Canonical:   method.Sig,
		Selector:    [4]byte(method.ID),
		ABI:         method,
	}, nil
}
