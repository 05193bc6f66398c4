package rewards

import (
	"time"

	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// repeat is the instant n durations after start. Calendar months are counted from start, so that they do not drift: one
// month after 31 January is the last day of February, two are 31 March. It agrees with program.Duration, which stops at
// a hundred years.
func repeat(start time.Time, d program.Duration, n int64) time.Time {
	if months := int64(d.Months()); months > 0 {
		return MonthsAfter(start, months*n)
	}
	return time.Unix(start.Unix()+int64(d.Exact()/time.Second)*n, 0).UTC()
}

// MonthsAfter is n calendar months after an instant: on the same day, or the last one of a shorter month.
func MonthsAfter(start time.Time, n int64) time.Time {
	year, month, day := start.Date()
	hour, minute, second := start.Clock()
	last := time.Date(year, month+time.Month(n)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	return time.Date(year, month+time.Month(n), min(day, last), hour, minute, second, 0, time.UTC)
}

// CheckInstant checks that a time is whole seconds UTC after 1970, as the books keep it.
func CheckInstant(what string, t time.Time) error {
	if t.Unix() <= 0 || t.Nanosecond() != 0 || t.Location() != time.UTC {
		return problem.Invalidf("%s, %s, is not in whole seconds UTC after 1970; give it in UTC without fractions", what,
			t.Format(time.RFC3339Nano))
	}
	return nil
}

// GenerationOf is the instant of the TGE: the program file's, or the one recorded as a fact where the
// file has none. It is an error when there is neither, or when the two differ.
func GenerationOf(p *program.Program, recorded time.Time) (time.Time, error) {
	if p.Token == nil {
		return time.Time{}, p.Lacks("token")
	}
	switch file := p.Token.TGE; {
	case file.IsZero() && recorded.IsZero():
		return time.Time{}, problem.Conflictf("the time of the TGE is not known: write token.tge in the program file, or record it")
	case recorded.IsZero():
		return file, nil
	case !file.IsZero() && !file.Equal(recorded):
		return time.Time{}, problem.Conflictf("the TGE is %s in the program file and was recorded as %s: correct token.tge",
			file.Format(time.RFC3339), recorded.Format(time.RFC3339))
	default:
		return recorded.UTC(), CheckInstant("the TGE", recorded.UTC())
	}
}
