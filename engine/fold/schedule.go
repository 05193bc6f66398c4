package fold

import (
	"errors"
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// schedule is which slots have run. Every slot runs once, in the order in which they come due.
type schedule struct {
	program   *program.Program
	began     time.Time // midnight of the first block with facts; zero before it
	points    time.Time // the end of the last epoch of points; zero before the first
	token     time.Time // the same of the token's epochs
	allocated bool      // the token's supply went into its buckets
	dropped   bool
	converted bool
	unlocked  bool     // what points became
	locks     []string // slots of the token's epochs that were not unlocked yet, in order
	vesting   vesting
	unbonding unbonding
	unbonded  time.Time // the last instant at which something was unbonding no more
	planned   time.Time // the TGE, by two; zero when it is not
	// pointsMoved is when points last moved by a fact, or were unbonding no more.
	pointsMoved time.Time
}

func newSchedule(p *program.Program) schedule { return schedule{program: p} }

// Due is a slot and when it comes due.
type Due struct {
	Name, Slot string
	At         time.Time
	Until      uint64 // of an epoch of points that the TGE ends: as in [Job]
}

func daily(name string, day time.Time) Due {
	return Due{Name: name, Slot: day.Format(time.DateOnly), At: day.Add(oneDay)}
}

func atInstant(name string, at time.Time) Due {
	return Due{Name: name, Slot: at.Format(time.RFC3339), At: at}
}

// next is the slot that comes due first among those that have not run; ok is false when there is none. Of several at one instant
// the lane that stands first below goes first.
func (s *schedule) next(tge time.Time) (first Due, ok bool) {
	for _, lane := range []func(tge time.Time) (Due, bool){
		s.nextPoints, s.nextConversion, s.nextDrop, s.nextConversionUnlock, s.nextToken, s.nextUnlock, s.vesting.next, s.nextUnbond,
	} {
		if due, has := lane(tge); has && (!ok || due.At.Before(first.At)) {
			first, ok = due, true
		}
	}
	return first, ok
}

// scored is up to when days are closed that scores are counted in.
func (s *schedule) scored() time.Time {
	if s.token.After(s.points) {
		return s.token
	}
	return s.points
}

// generated says that the TGE is known.
func (s *schedule) generated(tge time.Time) bool { return s.program.Token != nil && !tge.IsZero() }

// nextPoints is the next epoch of points: from the first day for which the program sets an emission, or from the first day with
// an event where that setting has no instant. None when the program has no points, or nothing happened yet. Where points become tokens,
// the TGE ends the last epoch.
func (s *schedule) nextPoints(tge time.Time) (due Due, ok bool) {
	p := s.program.Points
	if p == nil || len(p.Emission) == 0 {
		return due, false
	}
	day := s.began
	if !s.points.IsZero() {
		day = s.points
	} else if from := p.Emission[0].From.Time; !from.IsZero() {
		day = from.UTC().Truncate(oneDay)
	}
	due = daily(rewards.PointsJob, day)
	if p.AtTGE == nil || tge.IsZero() {
		waits := p.AtTGE != nil && !s.planned.IsZero() && due.At.After(s.planned) // whether the TGE ended it
		return due, !day.IsZero() && !waits
	}
	if due.At.After(tge) {
		due.At, due.Until = tge, uint64(tge.Unix())
	}
	return due, !day.IsZero() && day.Before(tge) && !s.converted && !s.dropped
}

// older says that a slot is the first one of the TGE in books of before points were issued up to it by the second: the TGE airdrop, then
// the conversion, and no epoch of points on that day.
func (s *schedule) older(due Due, j *Job) bool {
	first := rewards.ConversionJob
	if s.program.Token != nil && s.program.Token.Drop != nil {
		first = rewards.DropJob
	}
	return (due.Until > 0 || due.Name == rewards.ConversionJob) && j.Name == first && j.Slot == due.At.Format(time.RFC3339) && !s.converted
}

func (s *schedule) nextDrop(tge time.Time) (due Due, ok bool) {
	return atInstant(rewards.DropJob, tge), s.generated(tge) && s.program.Token.Drop != nil && !s.dropped
}

func (s *schedule) nextConversion(tge time.Time) (due Due, ok bool) {
	p := s.program.Points
	return atInstant(rewards.ConversionJob, tge), s.generated(tge) && p != nil && p.AtTGE != nil && !s.converted
}

func (s *schedule) nextConversionUnlock(tge time.Time) (due Due, ok bool) {
	if !s.generated(tge) || !s.converted || s.unlocked || s.program.Points.AtTGE.Lock.IsZero() {
		return due, false
	}
	due = atInstant(rewards.UnlockJob, tge)
	due.At = s.program.Points.AtTGE.Lock.After(tge)
	return due, true
}

func (s *schedule) nextToken(tge time.Time) (due Due, ok bool) {
	if !s.generated(tge) || len(s.program.Token.Emission) == 0 {
		return due, false
	}
	day := s.token
	if day.IsZero() {
		day = tge.Truncate(oneDay)
	}
	return daily(rewards.TokenJob, day), true
}

func (s *schedule) nextUnlock(tge time.Time) (due Due, ok bool) {
	if !s.generated(tge) || len(s.locks) == 0 {
		return due, false
	}
	day, err := time.Parse(time.DateOnly, s.locks[0])
	due = daily(rewards.UnlockJob, day)
	due.At = s.program.Token.Lock.After(due.At.UTC())
	return due, err == nil
}

// nextUnbond is when what was unstaked first is available. Points wait for the TGE once its time has come.
func (s *schedule) nextUnbond(tge time.Time) (due Due, ok bool) {
	if len(s.unbonding) == 0 {
		return due, false
	}
	first := &s.unbonding[0]
	waits := s.program.Points != nil && first.stake.Amount.Asset() == s.program.Points.Asset && s.waitsForTGE(first.until, tge)
	return atInstant(rewards.UnbondJob, first.until), !waits
}

// waitsForTGE says that the TGE is planned for an instant or before it, and not known: points may be tokens by then.
func (s *schedule) waitsForTGE(at, tge time.Time) bool {
	p := s.program.Points
	return p != nil && p.AtTGE != nil && tge.IsZero() && !s.planned.IsZero() && !at.Before(s.planned)
}

// moved notes that something moved, where it is points.
func (s *schedule) moved(amount money.Amount, at time.Time) {
	if p := s.program.Points; p != nil && p.Asset == amount.Asset() && at.After(s.pointsMoved) {
		s.pointsMoved = at.UTC()
	}
}

// markRun notes that a slot has run. The error says that it was not its turn: the inputs are not in order.
func (s *schedule) markRun(j *Job) error {
	switch j.Name {
	case rewards.PointsJob:
		return s.follow(&s.points, j)
	case rewards.TokenJob:
		s.allocated, s.locks = true, append(s.locks, j.Slot)
		return s.follow(&s.token, j)
	case rewards.DropJob:
		s.allocated, s.dropped = true, true
	case rewards.ConversionJob:
		s.allocated, s.converted = true, true
		var err error
		s.unbonding, err = s.unbonding.become(s.program.Points)
		return err
	case rewards.UnlockJob:
		if j.ofConversion() {
			s.unlocked = true
			return nil
		}
		if len(s.locks) == 0 || s.locks[0] != j.Slot {
			return fmt.Errorf("the epoch of %s is not the next one to unlock", j.Slot)
		}
		s.locks = s.locks[1:]
	case rewards.VestJob:
		return s.vesting.markRun(j)
	case rewards.UnbondJob:
		at, _, err := j.Window()
		if err != nil || len(s.unbonding) == 0 || !s.unbonding[0].until.Equal(at) {
			return errors.Join(err, fmt.Errorf("nothing that was unstaked is next available at %s", j.Slot))
		}
		list := s.unbonding.due(at)
		for _, stake := range list {
			s.moved(stake.Amount, at)
		}
		s.unbonding, s.unbonded = s.unbonding[len(list):], at
	default:
		return fmt.Errorf("the job %q is unknown: the books were written by a newer version, use that one", j.Name)
	}
	return nil
}

// follow brings the end of the last epoch of a lane forward by the job's day.
func (s *schedule) follow(last *time.Time, j *Job) error {
	day, err := j.day()
	if err != nil {
		return err
	}
	if !last.IsZero() && !last.Equal(day) {
		return fmt.Errorf("the job %s of %s does not follow the one that ended at %s", j.Name, j.Slot, last.Format(time.RFC3339))
	}
	_, *last, err = j.Window()
	return err
}
