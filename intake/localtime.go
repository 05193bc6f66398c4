package intake

import (
	"time"

	"github.com/nodeledger/nodeledger/intake/sheet"
	"github.com/nodeledger/nodeledger/problem"
)

// stripeInstant reads the forms of an instant in Stripe's exports; those without a zone are of the one given.
func stripeInstant(text string, zone *time.Location) (at time.Time, err error) {
	if at, err = time.Parse(time.RFC3339, text); err == nil {
		return at.UTC(), nil
	}
	for _, form := range []string{time.DateTime, "2006-01-02 15:04"} {
		if at, err = time.Parse(form, text); err == nil {
			return localTime(at, zone)
		}
	}
	return at, problem.Invalidf("%q is not a timestamp such as 2024-06-30 12:00:00", sheet.Clip(text))
}

// localTime is the instant at which the clocks of a zone show what clocks of UTC show at clock. There is none in the hour that is left out
// when clocks are put forward, and there are two in the hour that comes twice when they are put back:
//
//	America/Chicago 2026-03-08   01:59:59 CST, 03:00:00 CDT     02:30 is none
//	America/Chicago 2026-11-01   01:59:59 CDT, 01:00:00 CST     01:30 is two
func localTime(clock time.Time, zone *time.Location) (at time.Time, err error) {
	const most = 26 * time.Hour // no zone is further from UTC
	found := 0
	for t := clock.Add(-most); ; {
		begins, ends := t.In(zone).ZoneBounds()
		_, offset := t.In(zone).Zone()
		one := clock.Add(-time.Duration(offset) * time.Second)
		if !one.Before(begins) && (ends.IsZero() || one.Before(ends)) {
			at = one.UTC()
			found++
		}
		if ends.IsZero() || ends.After(clock.Add(most)) {
			break
		}
		t = ends
	}
	const instead = "export the report with created_utc, which says the instant"
	switch found {
	case 0:
		return at, problem.Invalidf("%s does not exist in %s, where clocks were put forward over it: %s", clock.Format(time.DateTime), zone,
			instead)
	case 1:
		return at, nil
	}
	return at, problem.Invalidf("%s was twice in %s, where clocks were put back over it: %s", clock.Format(time.DateTime), zone, instead)
}
