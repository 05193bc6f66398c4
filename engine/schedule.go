package engine

import (
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// Job is a slot of the schedule that came due, and the blocks that fix its window. It is an input of the books: its
// postings are computed from the program, the facts and what was booked before it.
type Job struct {
	Name, Slot string
	Opening    uint64 // the last block at or before the window's start
	Block      uint64 // the last block before the window's end
	Hash       common.Hash
}

// day reads the slot of a daily job.
func (j *Job) day() (time.Time, error) {
	d, err := time.Parse(time.DateOnly, j.Slot)
	if err != nil {
		return d, fmt.Errorf("the slot %q of the job %s is no day", j.Slot, j.Name)
	}
	return d.UTC(), nil
}

// ofConversion says of a slot of unlocking that it is for what points became at the generation: its slot is an instant, those
// of the token's epochs are days.
func (j *Job) ofConversion() bool { return len(j.Slot) > len(time.DateOnly) }

const oneDay = 24 * time.Hour

// schedule is which slots have run. Every slot runs once, in the order in which they come due.
type schedule struct {
	program   *program.Program
	began     time.Time // midnight of the first block with facts; zero before it
	points    time.Time // the end of the last epoch of points; zero before the first
	token     time.Time // the same of the token's epochs
	dropped   bool
	converted bool
	unlocked  bool     // what points became
	locks     []string // slots of the token's epochs that were not unlocked yet, in order
}

func newSchedule(p *program.Program) schedule { return schedule{program: p} }

// ran notes that a slot has run. The error says that it was not its turn: the inputs are not in order.
func (s *schedule) ran(j *Job) error {
	switch j.Name {
	case rewards.PointsJob, rewards.TokenJob:
		d, err := j.day()
		if err != nil {
			return err
		}
		last := &s.points
		if j.Name == rewards.TokenJob {
			last = &s.token
			s.locks = append(s.locks, j.Slot)
		}
		if !last.IsZero() && !last.Equal(d) {
			return fmt.Errorf("the job %s of %s does not follow the one that ended at %s", j.Name, j.Slot, last.Format(time.RFC3339))
		}
		*last = d.Add(oneDay)
	case rewards.DropJob:
		s.dropped = true
	case rewards.ConversionJob:
		s.converted = true
	case rewards.UnlockJob:
		if j.ofConversion() {
			s.unlocked = true
			return nil
		}
		if len(s.locks) == 0 || s.locks[0] != j.Slot {
			return fmt.Errorf("the epoch of %s is not the next one to unlock", j.Slot)
		}
		s.locks = s.locks[1:]
	default:
		return fmt.Errorf("the job %q is unknown: the books were written by a newer version, use that one", j.Name)
	}
	return nil
}

// due is a slot and when it comes due.
type due struct {
	name, slot string
	at         time.Time
}

// next is the slot that comes due first among those that have not run; ok is false when there is none. Of several at
// one instant the epoch of points is first, then the drop, the conversion, the token's epoch, and the unlocking.
func (s *schedule) next(tge time.Time) (first due, ok bool) {
	consider := func(d due) {
		if !ok || d.at.Before(first.at) {
			first, ok = d, true
		}
	}
	p := s.program
	if day := s.pointsDay(); !day.IsZero() && (p.Points.AtTGE == nil || tge.IsZero() || !day.Add(oneDay).After(tge)) {
		consider(due{rewards.PointsJob, day.Format(time.DateOnly), day.Add(oneDay)})
	}
	if p.Token == nil || tge.IsZero() {
		return first, ok
	}
	if p.Token.Drop != nil && !s.dropped {
		consider(due{rewards.DropJob, tge.Format(time.RFC3339), tge})
	}
	if p.Points != nil && p.Points.AtTGE != nil && !s.converted {
		consider(due{rewards.ConversionJob, tge.Format(time.RFC3339), tge})
	}
	if s.converted && !s.unlocked && !p.Points.AtTGE.Lock.IsZero() {
		consider(due{rewards.UnlockJob, tge.Format(time.RFC3339), p.Points.AtTGE.Lock.After(tge)})
	}
	if p.Token.Emission != nil {
		day := s.token
		if day.IsZero() {
			day = tge.Truncate(oneDay)
		}
		consider(due{rewards.TokenJob, day.Format(time.DateOnly), day.Add(oneDay)})
	}
	if len(s.locks) > 0 {
		if day, err := time.Parse(time.DateOnly, s.locks[0]); err == nil {
			consider(due{rewards.UnlockJob, s.locks[0], p.Token.Lock.After(day.Add(oneDay).UTC())})
		}
	}
	return first, ok
}

// pointsDay is the day of the next epoch of points: from the first day for which the program sets an emission, or from
// the first day with an event where that setting has no instant. Zero when the program has no points, or nothing
// happened yet.
func (s *schedule) pointsDay() time.Time {
	switch {
	case s.program.Points == nil || len(s.program.Points.Emission) == 0:
		return time.Time{}
	case !s.points.IsZero():
		return s.points
	}
	if from := s.program.Points.Emission[0].From.Time; !from.IsZero() {
		return from.UTC().Truncate(oneDay)
	}
	return s.began
}
