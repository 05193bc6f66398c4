package earnings

import (
	"time"

	"github.com/nodeledger/nodeledger/problem"
)

// Step is how long a bar is.
type Step string

// The steps. Weeks begin on Monday. All are UTC.
const (
	ByDay   Step = "day"
	ByWeek  Step = "week"
	ByMonth Step = "month"
)

// Bar is what was earned from one instant to another, half-open.
type Bar struct {
	From, To time.Time
	Parts    []Part // assets of which nothing was earned are left out
}

// begin is when the bar begins that an instant is in.
func (s Step) begin(t time.Time) time.Time {
	day := midnight(t)
	switch s {
	case ByWeek:
		return day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
	case ByMonth:
		return day.AddDate(0, 0, 1-day.Day())
	}
	return day
}

// move is the beginning of the bar that is n later.
func (s Step) move(begin time.Time, n int) time.Time {
	switch s {
	case ByWeek:
		return begin.AddDate(0, 0, 7*n)
	case ByMonth:
		return begin.AddDate(0, n, 0)
	}
	return begin.AddDate(0, 0, n)
}

// MaxBars is the most bars of an answer.
const MaxBars = 400

// barsOf are the last n bars, the oldest first; the last is the one that now is in.
func barsOf(lines []line, now time.Time, step Step, n int) ([]Bar, error) {
	if n < 1 || n > MaxBars {
		return nil, problem.Invalidf("last is %d: write a number from 1 to %d", n, MaxBars)
	}
	last := step.begin(now)
	bars := make([]Bar, n)
	at := make(map[time.Time]sums, n)
	for i := range bars {
		bars[i].From = step.move(last, i-n+1)
		bars[i].To = step.move(last, i-n+2)
		at[bars[i].From] = sums{}
	}
	for i := range lines {
		l := &lines[i]
		in, ok := at[step.begin(l.when)]
		if !ok {
			continue
		}
		if err := in.add(l, l.amount); err != nil {
			return nil, err
		}
	}
	for i := range bars {
		bars[i].Parts = at[bars[i].From].parts()
	}
	return bars, nil
}
