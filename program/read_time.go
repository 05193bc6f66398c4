package program

import (
	"strconv"
	"strings"
	"time"
)

// duration reads "2y", "6mo", "90d" or "none".
func (s section) duration(key string) Duration { return s.reader.length(s.get(key), s.path(key)) }

func (r *reader) length(n *node, name string) Duration {
	switch {
	case n == nil:
		return Duration{}
	case n.kind != scalarNode:
		r.fault(n.place, "%s is %s where a length of time belongs; write one such as 2y, 6mo or 90d", name, n.what())
		return Duration{}
	}
	d, err := ParseDuration(n.text)
	if err != nil {
		r.fault(n.place, "%s: %s", name, err)
	}
	return d
}

// stakes reads how long what was staked is not available yet, and which contracts hold stakes.
func (r *reader) stakes(n *node, p *Program) {
	if n == nil {
		return
	}
	s := r.open(n, "stakes", "stakes")
	p.Contracts = r.stakeContracts(s, p)
	s.noBlocks("unbonding", "the instant at which somebody unstakes")
	p.Unbonding = dated(s, "unbonding", "stakes.unbonding", func(e section) Duration {
		return r.length(e.need("time", "how long what was staked is not available yet, such as 28d"), e.path("time"))
	}, r.length)
}

// from reads when a setting begins: "2024-04-01" (midnight UTC), "2024-04-01T12:00:00Z" or "block 19600000".
func (s section) from(key string) From {
	n := s.get(key)
	if n == nil {
		return From{}
	}
	const advice = "write a date such as 2024-04-01, an instant in UTC such as 2024-04-01T12:00:00Z, or a block such as \"block 19600000\""
	if n.kind == scalarNode {
		if from, ok := ParseFrom(n.text); ok {
			return from
		}
		if strings.HasPrefix(n.text, "block ") {
			s.fault(n.place, "%s: %q is not a block; write \"block \" and a number of at least 1", s.path(key), clip(n.text))
			return From{}
		}
	}
	s.fault(n.place, "%s is %s; %s", s.path(key), n.what(), advice)
	return From{}
}

// ParseFrom reads what [From.String] writes, but for nothing.
func ParseFrom(text string) (From, bool) {
	if digits, isBlock := strings.CutPrefix(text, "block "); isBlock {
		block, err := strconv.ParseUint(digits, 10, 64)
		return From{Block: block}, err == nil && block > 0 && wholeForm.MatchString(digits)
	}
	instant, ok := parseInstant(text)
	return From{Time: instant}, ok
}

// instant reads a date or an instant in UTC where a block will not do.
func (s section) instant(key string) time.Time {
	n := s.get(key)
	if n == nil {
		return time.Time{}
	}
	if n.kind == scalarNode {
		if instant, ok := parseInstant(n.text); ok {
			return instant
		}
	}
	s.fault(n.place, "%s is %s; write a date such as 2024-04-01 or an instant in UTC such as 2024-04-01T12:00:00Z", s.path(key), n.what())
	return time.Time{}
}

func parseInstant(text string) (time.Time, bool) {
	layout := time.DateOnly
	switch {
	case instantForm.MatchString(text):
		layout = time.RFC3339
	case !dateForm.MatchString(text):
		return time.Time{}, false
	}
	t, err := time.Parse(layout, text)
	return t.UTC(), err == nil && t.Year() >= 1970
}
