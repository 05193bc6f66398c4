package sentence

import (
	"fmt"
	"regexp"
	"strings"
	"time"
)

// Type is what a parameter's value is. The page may format a value by its type; the templates take it as it is.
type Type string

// The types.
const (
	Text    Type = "text"    // anything, such as a name that an operator gave
	Count   Type = "count"   // a whole number in plain digits
	Wallet  Type = "wallet"  // 0x and 40 hexadecimal digits
	Day     Type = "day"     // 2006-01-02, UTC
	Month   Type = "month"   // 2006-01, UTC
	Instant Type = "instant" // RFC 3339, UTC
	Amount  Type = "amount"  // an amount as it is shown, such as "12.5 USDT"
	Ratio   Type = "ratio"   // an exact number: a decimal, or a fraction such as 28/3
	Part    Type = "part"    // a part of a whole as an exact number, such as 0.2: the page shows 20%
	Span    Type = "span"    // a length of time as the program file has it, such as 90d
	Pool    Type = "pool"    // the name of a reward pool, translated where it is one of [Pools]
)

var (
	digits  = regexp.MustCompile(`^[0-9]+$`)
	address = regexp.MustCompile(`^0x[0-9a-f]{40}$`)
	shown   = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)? \S+$`)
	length  = regexp.MustCompile(`^[1-9][0-9]*(y|mo|d|h|s)$`)
	exact   = regexp.MustCompile(`^-?[0-9]+(\.[0-9]+|/[0-9]+)?$`)
)

// check says whether a value is one of the type.
func (t Type) check(value string) error {
	ok := false
	switch t {
	case Text, Pool:
		ok = value != ""
	case Count:
		ok = digits.MatchString(value)
	case Wallet:
		ok = address.MatchString(value)
	case Day:
		ok = isTime(time.DateOnly, value)
	case Month:
		ok = isTime("2006-01", value)
	case Instant:
		ok = isTime(time.RFC3339, value) && strings.HasSuffix(value, "Z")
	case Amount:
		ok = shown.MatchString(value)
	case Span:
		ok = length.MatchString(value)
	case Ratio, Part:
		ok = exact.MatchString(value)
	}
	if !ok {
		return fmt.Errorf("%.80q is not a valid %s", value, t)
	}
	return nil
}

func isTime(layout, value string) bool {
	_, err := time.Parse(layout, value)
	return err == nil
}
