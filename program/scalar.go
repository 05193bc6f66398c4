package program

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/ethereum/go-ethereum/common"
)

var (
	wholeForm   = regexp.MustCompile(`^(0|[1-9][0-9]*)$`)
	decimalForm = regexp.MustCompile(`^(0|[1-9][0-9]*)(\.[0-9]+)?$`)
	addressForm = regexp.MustCompile(`^0x[0-9a-fA-F]{40}$`)
	hashForm    = regexp.MustCompile(`^0x[0-9a-f]{64}$`)
	dateForm    = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	instantForm = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$`)
)

// text reads one line of printable text.
func (r *reader) text(n *node, name string) string {
	switch {
	case n == nil:
		return ""
	case n.kind != scalarNode:
		r.fault(n.place, "%s is %s where a text belongs; write one text", name, n.what())
	case strings.TrimSpace(n.text) == "":
		r.fault(n.place, "%s is an empty text; write one or remove the key", name)
	case strings.ContainsFunc(n.text, unicode.IsControl):
		r.fault(n.place, "%s has line breaks or control characters in it; write it on one line", name)
	case len(n.text) > 256:
		r.fault(n.place, "%s is longer than 256 bytes; write a shorter text", name)
	default:
		return n.text
	}
	return ""
}

// address reads a quoted EVM address: all in lower case, or with a correct EIP-55 checksum.
func (r *reader) address(n *node, name string) common.Address {
	switch {
	case n == nil:
		return common.Address{}
	case n.kind != scalarNode || !addressForm.MatchString(n.text):
		advice := "write 0x and 40 hexadecimal digits in quotes"
		if n.kind == scalarNode && strings.HasPrefix(n.text, "0x") && len(n.text) != 42 {
			r.fault(n.place, "%s: %s has %d characters instead of 42; %s", name, clip(n.text), len([]rune(n.text)), advice)
		} else {
			r.fault(n.place, "%s is %s where an address belongs; %s", name, n.what(), advice)
		}
	case !n.quoted:
		r.fault(n.place, "%s is not in quotes, so YAML reads it as a number; write \"%s\"", name, n.text)
	default:
		address := common.HexToAddress(n.text)
		if n.text == strings.ToLower(n.text) || n.text == address.Hex() {
			return address
		}
		r.fault(n.place, "%s: the checksum of %s is wrong, so a digit may be; compare it with its source, then write it all in lower case",
			name, n.text)
	}
	return common.Address{}
}

// yes reads true or false.
func (s section) yes(key string, fallback bool) bool {
	n := s.get(key)
	if n == nil {
		return fallback
	}
	if n.kind == scalarNode && !n.quoted && (n.text == "true" || n.text == "false") {
		return n.text == "true"
	}
	s.fault(n.place, "%s is %s; write true or false", s.path(key), n.what())
	return fallback
}
