package program

import (
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/money"
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

// numberAdvice says why a text is not a number in the one form that is read, and what to write.
func numberAdvice(text string) string {
	body := strings.TrimLeft(text, "+-")
	digits := strings.TrimPrefix(body, ".")
	numeric := digits != "" && digits[0] >= '0' && digits[0] <= '9'
	switch {
	case numeric && text[0] == '-':
		return "is negative; write a number of at least 0"
	case !numeric:
		return "is not a number; write digits and at most one point, such as 12.5"
	case text[0] == '+':
		return "has a plus sign; write the digits only"
	case len(body) > 1 && body[0] == '0' && strings.ContainsRune("xXoObB", rune(body[1])):
		return "is not a decimal number; write it in digits from 0 to 9"
	case strings.Contains(text, "_"):
		return "has underscores; write " + clip(strings.ReplaceAll(text, "_", ""))
	case strings.Contains(text, ","):
		return "has a comma; write digits and at most one point, such as 1000.5"
	case strings.ContainsAny(text, "eE"):
		return "has an exponent; write all its digits, such as 0.001 for 1e-3"
	case text[0] == '.':
		return "begins with a point; write 0" + clip(text)
	case strings.HasSuffix(text, "."):
		return "ends with a point; write " + clip(strings.TrimSuffix(text, "."))
	case len(body) > 1 && body[0] == '0' && body[1] >= '0' && body[1] <= '9':
		return "begins with a needless zero; write it without"
	default:
		return "is not a number; write digits and at most one point, such as 12.5"
	}
}

// number reads a node as an exact decimal in plain digits.
func (r *reader) number(n *node, name, advice string) (string, bool) {
	switch {
	case n == nil:
		return "", false
	case n.kind != scalarNode:
		r.fault(n.place, "%s is %s where a number belongs; write %s", name, n.what(), advice)
	case !decimalForm.MatchString(n.text):
		r.fault(n.place, "%s: %s %s", name, clip(n.text), numberAdvice(n.text))
	default:
		return n.text, true
	}
	return "", false
}

// count reads a whole number within [least, most]; an absent key is the fallback.
func (s section) count(key string, fallback, least, most uint64) uint64 {
	if value, ok := s.whole(s.get(key), s.path(key), least, most); ok {
		return value
	}
	return fallback
}

// whole reads a node as a whole number within [least, most].
func (r *reader) whole(n *node, name string, least, most uint64) (uint64, bool) {
	text, ok := r.number(n, name, "a whole number")
	if !ok {
		return 0, false
	}
	if !wholeForm.MatchString(text) {
		r.fault(n.place, "%s: %s is not a whole number; write it without a point", name, clip(text))
		return 0, false
	}
	value, err := strconv.ParseUint(text, 10, 64)
	switch {
	case err != nil || value > most:
		r.fault(n.place, "%s: %s is too large; the most is %d", name, clip(text), most)
	case value < least:
		r.fault(n.place, "%s: %s is too small; the least is %d", name, text, least)
	default:
		return value, true
	}
	return 0, false
}

// ratio reads a percentage ("10%"), a fraction ("1/3") or a decimal ("1.2"), all exactly. When whole is set it may not
// be above 1.
func (r *reader) ratio(n *node, name string, whole bool) money.Ratio {
	if n == nil {
		return money.Ratio{}
	}
	if n.kind != scalarNode {
		r.fault(n.place, "%s is %s where a number belongs; write a percentage such as 10%%, a fraction such as 1/3 or a decimal such as "+
			"1.2", name, n.what())
		return money.Ratio{}
	}
	value, advice := parseRatio(n.text)
	if advice != "" {
		r.fault(n.place, "%s: %s %s", name, clip(n.text), advice)
		return money.Ratio{}
	}
	if whole && value.Num() > value.Den() {
		r.fault(n.place, "%s: %s is more than the whole; write at most 100%%", name, clip(n.text))
		return money.Ratio{}
	}
	return value
}

func parseRatio(text string) (money.Ratio, string) {
	if top, bottom, fraction := strings.Cut(text, "/"); fraction {
		num, err := strconv.ParseUint(top, 10, 64)
		den, err2 := strconv.ParseUint(bottom, 10, 64)
		if err != nil || err2 != nil || den == 0 || !wholeForm.MatchString(top) || !wholeForm.MatchString(bottom) {
			return money.Ratio{}, "is not a fraction; write two whole numbers, such as 1/3"
		}
		value, err := money.NewRatio(num, den)
		if err != nil {
			return money.Ratio{}, "is not a fraction; write two whole numbers, such as 1/3"
		}
		return value, ""
	}
	if digits := strings.TrimSuffix(text, "%"); !decimalForm.MatchString(digits) {
		return money.Ratio{}, numberAdvice(digits)
	}
	value, err := money.ParseRatio(text)
	if err != nil {
		return money.Ratio{}, "has too many digits to be kept exactly; write at most 19 of them, or a fraction such as 1/3"
	}
	return value, ""
}

// amount reads whole units of an asset, such as 0.075, exactly.
func (r *reader) amount(n *node, name string, asset money.Asset) money.Amount {
	text, ok := r.number(n, name, "an amount in the asset, such as 0.075 (not base units)")
	if !ok {
		return money.Amount{}
	}
	return r.exactly(n, name, text, asset)
}

// exactly makes an amount of digits; an asset that could not be read says nothing more about its amounts.
func (r *reader) exactly(n *node, name, text string, asset money.Asset) money.Amount {
	if asset.IsZero() {
		return money.Amount{}
	}
	if _, places, _ := strings.Cut(text, "."); len(places) > int(asset.Decimals()) {
		r.fault(n.place, "%s: %s has %d decimal places and %s has %d; write no more places than that",
			name, clip(text), len(places), asset, asset.Decimals())
		return money.Amount{}
	}
	value, err := money.Parse(asset, text)
	if err != nil {
		r.fault(n.place, "%s: %s is too large an amount of %s; write a smaller one", name, clip(text), asset)
		return money.Amount{}
	}
	return value
}

// amountOf reads "100 GPOINT", or plain digits of the fallback asset.
func (r *reader) amountOf(n *node, name string, fallback money.Asset) money.Amount {
	if n != nil && n.kind == scalarNode {
		if digits, symbol, named := strings.Cut(n.text, " "); named {
			use := r.assetNamed(n.place, name, strings.TrimSpace(symbol))
			if !decimalForm.MatchString(digits) {
				r.fault(n.place, "%s: %s %s", name, clip(digits), numberAdvice(digits))
				return money.Amount{}
			}
			return r.exactly(n, name, digits, use.Asset)
		}
	}
	return r.amount(n, name, fallback)
}

// wholeSum adds ratios exactly.
type wholeSum struct{ big.Rat }

func (w *wholeSum) add(r money.Ratio) { w.Add(&w.Rat, r.Rat()) }

func (w *wholeSum) isOne() bool { return w.Cmp(big.NewRat(1, 1)) == 0 }

// String is the sum as a percentage where one of at most 6 places is exact, otherwise as a fraction.
func (w *wholeSum) String() string { return money.Percent(&w.Rat) }
