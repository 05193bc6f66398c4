package fold

import (
	"context"
	"regexp"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
)

// GrantTerms are those of a vesting grant as an operator writes them. Amounts are tokens such as 1250.50; durations are those of
// the program file ("6mo", "2y", "90d"). Schedule names a schedule of the program file in place of the terms below it.
type GrantTerms struct {
	Name     string    `json:"name"`
	Wallet   string    `json:"wallet"`
	Total    string    `json:"total"`
	Bucket   string    `json:"bucket,omitempty"` // the part of the allocation; without it that of the schedule, or the only one
	Schedule string    `json:"schedule,omitempty"`
	Start    time.Time `json:"start"`
	AtStart  string    `json:"at_start,omitempty"`
	Cliff    string    `json:"cliff,omitempty"`
	Duration string    `json:"duration,omitempty"`
	Step     string    `json:"step,omitempty"`   // linear (the default) or monthly
	Begins   string    `json:"begins,omitempty"` // after_cliff (the default) or accrue
}

var grantForm = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$`)

// grantEntry: a vesting grant.
var grantEntry = entry[GrantTerms]{
	scope: always[GrantTerms](operator.Record),
	check: func(_ context.Context, p *Proposal, t *GrantTerms) error {
		switch f := p.fold; {
		case f.program.Token == nil:
			return f.program.Lacks("token")
		case f.schedule.vesting.named(t.Name) != nil:
			return problem.Conflictf("there is a grant %s already: give this one another name", t.Name)
		case !grantForm.MatchString(t.Name): // its slots of vesting could not be booked
			return problem.Invalidf("the grant's name %q must be made of letters, digits and ._-, 64 at most, a letter or digit first", t.Name)
		}
		if _, err := ledger.ParseWallet(t.Wallet); err != nil {
			return err
		}
		return p.fold.checkNamesBucket(t, p.ahead)
	},
	draft: func(_ context.Context, p *Proposal, t *GrantTerms) ([]ledger.Draft, error) {
		g, err := p.fold.readGrant(t)
		if err != nil {
			return nil, problem.As(problem.Invalid, "", err)
		}
		if err := p.fold.checkBucket(&g, p.ahead); err != nil {
			return nil, err
		}
		d, err := g.Book(p.booking())
		if err != nil {
			return nil, err
		}
		return p.fold.allocated(d, p.ahead...)
	},
	apply: func(p *Proposal, t *GrantTerms, _ *ledger.Draft) error {
		g, err := p.fold.readGrant(t)
		if err != nil {
			return err
		}
		v := &p.fold.schedule.vesting
		*v = append(*v, GrantInForce{Grant: g, recorded: p.fact.When()})
		p.fold.schedule.allocated = true
		return nil
	},
}

// RevokeBody ends a grant at an instant.
type RevokeBody struct {
	Grant string    `json:"grant"`
	At    time.Time `json:"at"`
}

// revokeEntry: what of a grant is not vested by an instant goes back.
var revokeEntry = entry[RevokeBody]{
	scope: always[RevokeBody](operator.Record),
	check: func(_ context.Context, p *Proposal, b *RevokeBody) error {
		g, err := p.fold.grant(b.Grant)
		switch {
		case err != nil:
		case b.At.Before(g.recorded):
			err = problem.Invalidf("grant %s was recorded at %s: revoke it from then on", b.Grant, g.recorded.Format(time.RFC3339))
		case b.At.Before(g.movedUntil):
			err = problem.Invalidf("what grant %s vested up to %s is the holder's already: revoke it from then on", b.Grant,
				g.movedUntil.Format(time.RFC3339))
		}
		return err
	},
	draft: func(_ context.Context, p *Proposal, b *RevokeBody) ([]ledger.Draft, error) {
		g, err := p.fold.grant(b.Grant)
		if err != nil {
			return nil, err
		}
		booking := p.booking()
		booking.At = b.At.UTC()
		d, _, err := g.Revoke(booking)
		return []ledger.Draft{d}, err
	},
	apply: func(p *Proposal, b *RevokeBody, _ *ledger.Draft) error {
		g, err := p.fold.grant(b.Grant)
		if err != nil {
			return err
		}
		g.Schedule, _, err = g.Schedule.Revoke(b.At.UTC())
		return err
	},
}

// ReleaseBody is what a holder withdrew of a grant.
type ReleaseBody struct {
	Grant  string    `json:"grant"`
	Amount string    `json:"amount"`
	At     time.Time `json:"at"`
}

// releaseEntry: a holder withdrew vested tokens.
var releaseEntry = entry[ReleaseBody]{
	scope: always[ReleaseBody](operator.Record),
	check: func(ctx context.Context, p *Proposal, b *ReleaseBody) error { return p.checkHas(ctx, b.At) },
	draft: func(_ context.Context, p *Proposal, b *ReleaseBody) ([]ledger.Draft, error) {
		g, err := p.fold.grant(b.Grant)
		if err != nil {
			return nil, err
		}
		amount, err := money.Parse(g.Schedule.Granted().Asset(), b.Amount)
		if err != nil {
			return nil, problem.As(problem.Invalid, "", err)
		}
		booking := p.booking()
		booking.At = b.At.UTC()
		d, err := g.Release(booking, amount)
		return []ledger.Draft{d}, err
	},
	apply: func(p *Proposal, b *ReleaseBody, _ *ledger.Draft) error {
		g, err := p.fold.grant(b.Grant)
		if err == nil {
			p.fold.takenFrom(ledger.HolderToken(g.Wallet, g.Schedule.Granted().Asset(), ledger.Available), b.At)
		}
		return err
	},
}

func (f *Fold) grant(name string) (*GrantInForce, error) {
	g := f.schedule.vesting.named(name)
	if g == nil {
		return nil, problem.NotFoundf("there is no grant %s", name)
	}
	return g, nil
}

func (f *Fold) readGrant(t *GrantTerms) (g rewards.Grant, err error) {
	if g.Wallet, err = ledger.ReadWallet(t.Wallet); err != nil {
		return g, err
	}
	g.Name = t.Name
	if g.Bucket, err = f.bucketOf(t); err != nil {
		return g, err
	}
	asset := f.program.Token.Asset
	total, err := money.Parse(asset, t.Total)
	if err != nil {
		return g, err
	}
	if t.Schedule != "" {
		v, err := f.vestingNamed(t.Schedule)
		if err != nil {
			return g, err
		}
		if !t.Start.IsZero() {
			v.Start = t.Start.UTC()
		}
		g.Schedule, err = rewards.ScheduleOf(v, total, f.Generation())
		return g, err
	}
	terms, err := t.read(asset)
	if err != nil {
		return g, err
	}
	terms.Total = total
	g.Schedule, err = rewards.NewSchedule(terms)
	return g, err
}

func (f *Fold) vestingNamed(schedule string) (program.Vesting, error) {
	i := slices.IndexFunc(f.program.Token.Vesting, func(v program.Vesting) bool { return v.Name == schedule })
	if i < 0 {
		return program.Vesting{}, problem.Invalidf("the program file has no vesting schedule %s", schedule)
	}
	return f.program.Token.Vesting[i], nil
}

// read reads the terms of a grant that follows no schedule of the program file, all but the total.
func (t *GrantTerms) read(asset money.Asset) (terms rewards.Terms, err error) {
	terms = rewards.Terms{Start: t.Start.UTC(), Step: program.Linear, Begins: program.AfterCliff}
	if t.AtStart != "" {
		if terms.AtStart, err = money.Parse(asset, t.AtStart); err != nil {
			return terms, err
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
			return terms, err
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
	return terms, nil
}
