package engine

import (
	"context"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// The kinds of facts about vesting.
const (
	GrantFact   = "grant"
	RevokeFact  = "revoke"
	ReleaseFact = "release"
)

// GrantTerms are those of a vesting grant as an operator writes them. Amounts are whole tokens; durations are those of the
// program file ("6mo", "2y", "90d"). Schedule names a schedule of the program file in place of the terms below it.
type GrantTerms struct {
	Name     string    `json:"name"`
	Wallet   string    `json:"wallet"`
	Total    string    `json:"total"`
	Schedule string    `json:"schedule,omitempty"`
	Start    time.Time `json:"start"`
	AtStart  string    `json:"at_start,omitempty"`
	Cliff    string    `json:"cliff,omitempty"`
	Duration string    `json:"duration,omitempty"`
	Step     string    `json:"step,omitempty"`   // linear (the default) or monthly
	Begins   string    `json:"begins,omitempty"` // after_cliff (the default) or accrue
}

type revokeBody struct {
	Grant string    `json:"grant"`
	At    time.Time `json:"at"`
}

type releaseBody struct {
	Grant  string    `json:"grant"`
	Amount string    `json:"amount"`
	At     time.Time `json:"at"`
}

// grant is a grant in force, and up to when what vested was moved; zero when nothing was.
type grant struct {
	rewards.Grant
	moved time.Time
}

func (g *grant) movedAmount() money.Amount {
	if g.moved.IsZero() {
		return money.Zero(g.Schedule.Granted().Asset())
	}
	return g.Schedule.Vested(g.moved)
}

var grantForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// RecordGrant records a vesting grant.
func (e *Engine) RecordGrant(ctx context.Context, by By, reference string, terms GrantTerms) (again bool, err error) {
	if e.program.Token == nil {
		return false, fmt.Errorf("the program %s has no token to grant", e.program.Name)
	}
	return e.record(ctx, by, reference, GrantFact, "", terms, func(f *Fold) error {
		if f.granted(terms.Name) != nil {
			return state(fmt.Errorf("there is a grant %s already: give this one another name", terms.Name))
		}
		if !grantForm.MatchString(terms.Name) { // its slots of vesting could not be booked
			return fmt.Errorf("the grant's name %q is not made of letters, digits and ._-, 64 at most, a letter or digit first", terms.Name)
		}
		_, err := f.readGrant(terms)
		return err
	})
}

// RecordRevocation ends a grant at an instant: what is not vested by then goes back.
func (e *Engine) RecordRevocation(ctx context.Context, by By, reference, name string, at time.Time) (again bool, err error) {
	return e.record(ctx, by, reference, RevokeFact, "", revokeBody{name, at.UTC()}, func(f *Fold) error {
		g := f.granted(name)
		if g == nil {
			return fmt.Errorf("there is no grant %s", name)
		}
		if at.Before(g.moved) {
			return fmt.Errorf("what grant %s vested up to %s is the holder's already: revoke it from then on", name, g.moved.Format(time.RFC3339))
		}
		_, _, err := g.Schedule.Revoke(at.UTC())
		return err
	})
}

// RecordRelease records that a holder took vested tokens.
func (e *Engine) RecordRelease(ctx context.Context, by By, reference, name, amount string, at time.Time) (again bool, err error) {
	return e.record(ctx, by, reference, ReleaseFact, "", releaseBody{name, amount, at.UTC()}, func(f *Fold) error {
		g := f.granted(name)
		if g == nil {
			return fmt.Errorf("there is no grant %s", name)
		}
		_, err := money.Parse(g.Schedule.Granted().Asset(), amount)
		return err
	})
}

func (f *Fold) granted(name string) *grant {
	for i := range f.grants {
		if f.grants[i].Name == name {
			return &f.grants[i]
		}
	}
	return nil
}

func (f *Fold) readGrant(t GrantTerms) (g rewards.Grant, err error) {
	if g.Wallet, err = ledger.ParseWallet(t.Wallet); err != nil {
		return g, err
	}
	if g.Name = t.Name; t.Name == "" {
		return g, fmt.Errorf("the grant has no name")
	}
	asset := f.program.Token.Asset
	total, err := money.Parse(asset, t.Total)
	if err != nil {
		return g, err
	}
	if t.Schedule != "" {
		i := slices.IndexFunc(f.program.Token.Vesting, func(v program.Vesting) bool { return v.Name == t.Schedule })
		if i < 0 {
			return g, fmt.Errorf("the program file has no vesting schedule %s", t.Schedule)
		}
		v := f.program.Token.Vesting[i]
		if !t.Start.IsZero() {
			v.Start = t.Start.UTC()
		}
		g.Schedule, err = rewards.ScheduleOf(v, total, f.generation())
		return g, err
	}
	terms := rewards.Terms{Total: total, Start: t.Start.UTC(), Step: program.Linear, Begins: program.AfterCliff}
	if t.AtStart != "" {
		if terms.AtStart, err = money.Parse(asset, t.AtStart); err != nil {
			return g, err
		}
	}
	for _, d := range []struct {
		text string
		into *program.Duration
	}{{t.Cliff, &terms.Cliff}, {t.Duration, &terms.Duration}} {
		if d.text == "" {
			continue
		}
		if *d.into, err = program.ParseDuration(d.text); err != nil {
			return g, err
		}
	}
	if t.Step != "" {
		terms.Step = program.Step(t.Step)
	}
	if t.Begins != "" {
		terms.Begins = program.VestingStart(t.Begins)
	}
	if terms.Cliff.IsZero() {
		terms.Begins = ""
	}
	g.Schedule, err = rewards.NewSchedule(terms)
	return g, err
}

// vestingFact takes a fact about vesting into the fold and drafts what it moves; ok is false for every other fact.
func (f *Fold) vestingFact(fact *Fact, b rewards.Booking) (d ledger.Draft, ok bool, err error) {
	switch fact.Kind {
	case GrantFact:
		var t GrantTerms
		if err := json.Unmarshal(fact.Body, &t); err != nil {
			return d, true, err
		}
		g, err := f.readGrant(t)
		if err != nil {
			return d, true, err
		}
		f.grants = append(f.grants, grant{Grant: g})
		return g.Book(b), true, nil
	case RevokeFact:
		var body revokeBody
		if err := json.Unmarshal(fact.Body, &body); err != nil {
			return d, true, err
		}
		g := f.granted(body.Grant)
		if g == nil {
			return d, true, fmt.Errorf("there is no grant %s", body.Grant)
		}
		b.At = body.At.UTC()
		d, g.Grant, err = g.Revoke(b)
		return d, true, err
	case ReleaseFact:
		var body releaseBody
		if err := json.Unmarshal(fact.Body, &body); err != nil {
			return d, true, err
		}
		g := f.granted(body.Grant)
		if g == nil {
			return d, true, fmt.Errorf("there is no grant %s", body.Grant)
		}
		amount, err := money.Parse(g.Schedule.Granted().Asset(), body.Amount)
		if err != nil {
			return d, true, err
		}
		b.At = body.At.UTC()
		d, err = g.Release(b, amount)
		return d, true, err
	}
	return d, false, nil
}

// vestDay is the next day at whose end something of a grant may vest; zero when every grant has vested whole.
func (f *Fold) vestDay() (day time.Time) {
	for i := range f.grants {
		g := &f.grants[i]
		if g.movedAmount() == g.Schedule.Granted() {
			continue
		}
		from := g.moved
		if from.IsZero() {
			from = g.Schedule.Terms().Start.Truncate(oneDay)
		}
		if day.IsZero() || from.Before(day) {
			day = from
		}
	}
	return day
}

// vest drafts what vested by the end of a day.
func (f *Fold) vest(j *Job) ([]ledger.Draft, error) {
	day, err := j.day()
	if err != nil {
		return nil, err
	}
	var drafts []ledger.Draft
	at := day.Add(oneDay)
	rule := f.program.Version(program.Moment{Block: j.Opening, Time: day})
	for i := range f.grants {
		g := &f.grants[i]
		if g.moved.After(at) || at.Before(g.Schedule.Terms().Start) {
			continue
		}
		d, err := g.Vest(rewards.Booking{Program: f.program.Name, Rule: rule, At: at, Source: rewards.VestSource(g.Name, at)}, g.movedAmount())
		if err != nil {
			return nil, err
		}
		if len(d.Postings) > 0 {
			drafts = append(drafts, d)
		}
	}
	return drafts, nil
}

// vested notes that a day's vesting was moved.
func (f *Fold) vested(j *Job) error {
	day, err := j.day()
	if err != nil {
		return err
	}
	at := day.Add(oneDay)
	for i := range f.grants {
		if g := &f.grants[i]; !g.moved.After(at) && !at.Before(g.Schedule.Terms().Start) {
			g.moved = at
		}
	}
	return nil
}
