package rewards

import (
	"fmt"
	"sort"
	"time"

	"github.com/holiman/uint256"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// Terms are those of a vesting schedule.
type Terms struct {
	Total    money.Amount
	Start    time.Time
	AtStart  money.Amount // available at the start; the zero Amount is nothing
	Cliff    program.Duration
	Duration program.Duration // none where tranches are listed
	Step     program.Step
	Begins   program.VestingStart // for a schedule with a cliff
	Tranches []program.Tranche    // for the step Listed, in order; with AtStart they make up the total
}

// Schedule is a vesting schedule. The zero Schedule is refused; schedules come from NewSchedule and ScheduleOf. It is
// never changed: Revoke gives another one.
type Schedule struct {
	terms   Terms
	gate    int64 // nothing but AtStart before it; seconds since 1970
	from    int64 // where vesting counts from
	end     int64
	revoked int64 // 0: not revoked
	ends    []int64
	amounts []money.Amount // vested at ends, for tranches and for months
}

// ScheduleOf is a schedule of the program file: its total, or the given one where the file has none, from its start, or
// from the TGE where the file has none. Both given, or neither, is an error.
func ScheduleOf(v program.Vesting, total money.Amount, tge time.Time) (Schedule, error) {
	if !v.Total.IsZero() && !total.IsZero() && v.Total != total {
		return Schedule{}, problem.Invalidf("the vesting %s has the total %s in the program file and %s was given; make them agree", v.Name,
			v.Total, total)
	}
	if total.IsZero() {
		total = v.Total
	}
	start := v.Start
	if start.IsZero() {
		start = tge
	}
	atStart, err := total.Times(v.AtStart, money.Floor)
	if err != nil {
		return Schedule{}, err
	}
	s, err := NewSchedule(Terms{total, start, atStart, v.Cliff, v.Duration, v.Step, v.Begins, v.Tranches})
	if err != nil {
		return s, fmt.Errorf("the vesting %s: %w", v.Name, err)
	}
	return s, nil
}

// NewSchedule makes a schedule. Calendar months are counted from the start, and after a cliff in calendar months still
// from the start, so that they do not drift: from 31 January with a cliff of 1mo the months after it end on 31 March, 30
// April and so on.
func NewSchedule(t Terms) (Schedule, error) {
	if t.AtStart == (money.Amount{}) {
		t.AtStart = money.Zero(t.Total.Asset())
	}
	switch {
	case t.Total.IsZero():
		return Schedule{}, problem.Invalidf("the vesting has no total; give one above zero")
	case t.AtStart.Asset() != t.Total.Asset() || t.AtStart.Cmp(t.Total) > 0:
		return Schedule{}, problem.Invalidf("%s at the start is not a part of %s", t.AtStart, t.Total)
	}
	if err := CheckInstant("the start of the vesting", t.Start); err != nil {
		return Schedule{}, err
	}
	s := Schedule{terms: t}
	if t.Step == program.Listed {
		return s, s.list()
	}
	if t.Duration.IsZero() {
		return Schedule{}, problem.Invalidf("the vesting has no duration; give one such as 24mo, or list tranches")
	}
	s.gate = t.Cliff.After(t.Start).Unix()
	s.from = t.Start.Unix()
	if t.Begins != program.AccrueTo {
		s.from = s.gate
	}
	s.end = s.after(t.Duration, 1)
	switch t.Step {
	case program.Linear:
	case program.Monthly:
		return s, s.months()
	default:
		return Schedule{}, problem.Invalidf("the step %q is not one of linear, monthly, tranches", t.Step)
	}
	return s, nil
}

// after is n durations after where vesting counts from.
func (s *Schedule) after(d program.Duration, n int64) int64 {
	t := &s.terms
	if cliff := int64(t.Cliff.Months()); d.Months() > 0 && t.Begins != program.AccrueTo {
		if t.Cliff.Exact() == 0 {
			return MonthsAfter(t.Start, cliff+int64(d.Months())*n).Unix()
		}
		return MonthsAfter(t.Cliff.After(t.Start), int64(d.Months())*n).Unix()
	}
	return repeat(time.Unix(s.from, 0).UTC(), d, n).Unix()
}

// months lists what is vested after each month: AtStart + floor(rest x month / months).
func (s *Schedule) months() error {
	n := s.terms.Duration.Months()
	if n == 0 {
		return problem.Invalidf("monthly steps need a duration in calendar months, not %s", s.terms.Duration)
	}
	month, err := program.ParseDuration("1mo")
	if err != nil {
		return err
	}
	for i := 1; i <= n; i++ {
		s.step(s.after(month, int64(i)), s.part(uint64(i), uint64(n)))
	}
	return nil
}

// list lists what is vested with each tranche: floor(total x the sum of shares so far), so that the last one ends exact.
func (s *Schedule) list() error {
	t := &s.terms
	if len(t.Tranches) == 0 {
		return problem.Invalidf("the vesting has no tranches; list some, or give a duration")
	}
	s.gate, s.from = t.Start.Unix(), t.Start.Unix()
	shares := make([]money.Ratio, len(t.Tranches))
	for i, tranche := range t.Tranches {
		shares[i] = tranche.Share
	}
	column, err := weighRatios(shares)
	if err != nil {
		return err
	}
	rest, err := t.Total.Sub(t.AtStart)
	if err != nil {
		return err
	}
	var sum uint256.Int
	for i, tranche := range t.Tranches {
		at := tranche.After.After(t.Start).Unix()
		if i > 0 && at < s.ends[i-1] {
			return problem.Invalidf("the tranche %d is before the one above it; list them in order of time", i+1)
		}
		sum.Add(&sum, &column.weights[i])
		units := rest.Uint256()
		if column.total.IsZero() {
			return problem.Invalidf("the tranches share nothing; give shares that sum with the part at the start to 1")
		}
		part, _ := new(uint256.Int).MulDivOverflow(&units, &sum, &column.total) // at most rest
		s.step(at, money.FromUint256(t.Total.Asset(), part))
	}
	s.end = s.ends[len(s.ends)-1]
	return nil
}

func (s *Schedule) step(at int64, part money.Amount) {
	s.ends, s.amounts = append(s.ends, at), append(s.amounts, part)
}

// part is floor((total - at start) x elapsed / length), the only rounding there is.
func (s *Schedule) part(elapsed, length uint64) money.Amount {
	total, first := s.terms.Total.Uint256(), s.terms.AtStart.Uint256()
	total.Sub(&total, &first)
	part, _ := new(uint256.Int).MulDivOverflow(&total, uint256.NewInt(elapsed), uint256.NewInt(length)) // elapsed <= length
	return money.FromUint256(s.terms.Total.Asset(), part)
}

// Vested is what the schedule has made available up to an instant, released or not. It never falls, and is the total
// from the end on; after a revocation it stays what it was then.
func (s Schedule) Vested(t time.Time) money.Amount {
	at := t.Unix()
	if s.revoked != 0 && at > s.revoked {
		at = s.revoked
	}
	none := money.Zero(s.terms.Total.Asset())
	switch {
	case at < s.terms.Start.Unix():
		return none
	case at < s.gate:
		return s.terms.AtStart
	case at >= s.end:
		return s.terms.Total
	}
	part := none
	if s.ends != nil {
		if done := sort.Search(len(s.ends), func(i int) bool { return s.ends[i] > at }); done > 0 {
			part = s.amounts[done-1]
		}
	} else if at > s.from {
		part = s.part(uint64(at-s.from), uint64(s.end-s.from))
	}
	sum, _ := part.Add(s.terms.AtStart) // at most the total
	return sum
}

// Granted is the total, or after a revocation what was vested then.
func (s Schedule) Granted() money.Amount {
	if s.revoked != 0 {
		return s.Vested(time.Unix(s.revoked, 0))
	}
	return s.terms.Total
}

// Locked is what is granted and not vested at an instant.
func (s Schedule) Locked(t time.Time) money.Amount {
	rest, _ := s.Granted().Sub(s.Vested(t)) // never below zero, since Vested never passes Granted
	return rest
}

// Releasable is what is vested and was not released; an error when more was released than is vested.
func (s Schedule) Releasable(t time.Time, released money.Amount) (money.Amount, error) {
	rest, err := s.Vested(t).Sub(released)
	if err != nil {
		return rest, fmt.Errorf("%s were released and %s are vested at %s: %w", released, s.Vested(t), t.Format(time.RFC3339), err)
	}
	return rest, nil
}

// Revoke ends the schedule at an instant: what is vested by then stays the holder's, the rest is returned.
func (s Schedule) Revoke(at time.Time) (Schedule, money.Amount, error) {
	if s.revoked != 0 {
		return s, money.Amount{}, problem.Conflictf("the vesting was already revoked at %s", time.Unix(s.revoked, 0).UTC().Format(time.RFC3339))
	}
	if err := CheckInstant("the revocation", at); err != nil {
		return s, money.Amount{}, err
	}
	returned := s.Locked(at)
	s.revoked = at.Unix()
	return s, returned, nil
}

// Terms are the terms that the schedule was made of.
func (s Schedule) Terms() Terms { return s.terms }

// End is when everything is vested: at the cliff, where that is later than the duration.
func (s Schedule) End() time.Time { return time.Unix(max(s.end, s.gate), 0).UTC() }
