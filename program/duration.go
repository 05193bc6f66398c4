package program

import (
	"regexp"
	"strconv"
	"time"

	"github.com/nodeledger/nodeledger/problem"
)

// Duration is a length of time: either calendar months (years are twelve of them), whose days depend on where they
// begin, or an exact time. The zero Duration is none. Durations are comparable with ==.
type Duration struct {
	months int
	exact  time.Duration
}

// maxMonths and maxExact bound a duration to a hundred years, so that no date computed from one can overflow.
const (
	maxMonths = 1200
	maxExact  = 36525 * 24 * time.Hour
)

var durationForm = regexp.MustCompile(`^([1-9][0-9]{0,9})(y|mo|d|h|s)$`)

// ParseDuration reads "2y" or "6mo" (calendar years and months), "90d", "12h" or "30s" (exact), or "none".
func ParseDuration(text string) (Duration, error) {
	if text == "none" {
		return Duration{}, nil
	}
	part := durationForm.FindStringSubmatch(text)
	if part == nil {
		return Duration{}, problem.Invalidf("%q is not a length of time; write a whole number and a unit, such as 2y, 6mo, 90d, 12h or 30s, "+
			"or none", clip(text))
	}
	n, err := strconv.ParseInt(part[1], 10, 64)
	if err != nil {
		return Duration{}, problem.Invalidf("%q is not a length of time: %w", text, err)
	}
	unit := map[string]time.Duration{"d": 24 * time.Hour, "h": time.Hour, "s": time.Second}[part[2]]
	limit := int64(maxMonths)
	switch part[2] {
	case "y":
		limit = maxMonths / 12
	case "d", "h", "s":
		limit = int64(maxExact / unit)
	}
	switch {
	case n > limit:
		return Duration{}, problem.Invalidf("%q is longer than a hundred years; write a shorter time", text)
	case part[2] == "y":
		return Duration{months: int(n) * 12}, nil
	case part[2] == "mo":
		return Duration{months: int(n)}, nil
	default:
		return Duration{exact: time.Duration(n) * unit}, nil
	}
}

// IsZero says that the duration is none.
func (d Duration) IsZero() bool { return d == Duration{} }

// Months is the number of calendar months, 0 for an exact duration.
func (d Duration) Months() int { return d.months }

// Exact is the exact time, 0 for a duration in calendar months.
func (d Duration) Exact() time.Duration { return d.exact }

// After is the instant at the end of the duration when it begins at start, in UTC. Calendar months keep the day of the
// month and the time of day; where the month is too short its last day is taken (31 January + 1mo is 28 or 29
// February). To walk several months always count from the first start: n months after it is Times(n).After(start).
func (d Duration) After(start time.Time) time.Time {
	start = start.UTC()
	if d.months == 0 {
		return start.Add(d.exact)
	}
	year, month, day := start.Date()
	last := time.Date(year, month+time.Month(d.months)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	hour, minute, second := start.Clock()
	return time.Date(year, month+time.Month(d.months), min(day, last), hour, minute, second, start.Nanosecond(), time.UTC)
}

// Times is the duration n times over. It is an error when that is longer than a hundred years.
func (d Duration) Times(n int) (Duration, error) {
	if n < 0 || (d.months > 0 && n > maxMonths/d.months) || (d.exact > 0 && int64(n) > int64(maxExact/d.exact)) {
		return Duration{}, problem.Invalidf("%d times %s is not between none and a hundred years", n, d)
	}
	return Duration{d.months * n, d.exact * time.Duration(n)}, nil
}

// String is the form of the program file, in the largest unit that fits: "2y", "6mo", "90d", "none".
func (d Duration) String() string {
	count, unit := int64(d.exact/time.Second), "s"
	switch {
	case d.IsZero():
		return "none"
	case d.months > 0 && d.months%12 == 0:
		count, unit = int64(d.months/12), "y"
	case d.months > 0:
		count, unit = int64(d.months), "mo"
	case d.exact%(24*time.Hour) == 0:
		count, unit = int64(d.exact/(24*time.Hour)), "d"
	case d.exact%time.Hour == 0:
		count, unit = int64(d.exact/time.Hour), "h"
	}
	return strconv.FormatInt(count, 10) + unit
}
