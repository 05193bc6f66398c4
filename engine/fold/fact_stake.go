package fold

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/operator"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/sale"
)

// StakeBody is points or tokens that a holder stakes, or stakes no longer. The amount is such as 1250.50 (not base units).
type StakeBody struct {
	Wallet string    `json:"wallet"`
	Amount string    `json:"amount"`
	Asset  string    `json:"asset"`
	At     time.Time `json:"at"`
}

func (b *StakeBody) read(p *program.Program) (s rewards.Stake, err error) {
	if s.Wallet, err = ledger.ReadWallet(b.Wallet); err != nil {
		return s, err
	}
	use, _ := p.AssetUse(b.Asset)
	if p.Points == nil || p.Points.Asset != use.Asset {
		if p.Token == nil || p.Token.Asset != use.Asset {
			return s, problem.Invalidf("%q is neither the points nor the token of the program", b.Asset)
		}
	}
	if s.Amount, err = money.Parse(use.Asset, b.Amount); err == nil && s.Amount.IsZero() {
		err = problem.Invalidf("a stake of nothing: give an amount above zero")
	}
	return s, err
}

// check refuses an instant and an amount that cannot be.
func (b *StakeBody) check(ctx context.Context, p *Proposal) error {
	s, err := b.read(p.fold.program)
	if err != nil {
		return problem.As(problem.Invalid, "", err)
	}
	if err := p.checkMoves(b.At, s.Amount.Asset()); err != nil {
		return err
	}
	if err := p.fold.checkOpen(b.At); err != nil {
		return err
	}
	if err := p.checkHas(ctx, b.At); err != nil {
		return err
	}
	return p.fold.checkOrder(rewards.Free(p.fold.program, s.Wallet, s.Amount.Asset()), b.At, p.fold.gathered)
}

// stakeEntry: a holder stakes what they have; what is locked cannot be staked.
var stakeEntry = entry[StakeBody]{
	scope: always[StakeBody](operator.Record), once: true,
	check: func(ctx context.Context, p *Proposal, b *StakeBody) error { return b.check(ctx, p) },
	draft: func(_ context.Context, p *Proposal, b *StakeBody) ([]ledger.Draft, error) {
		s, err := b.read(p.fold.program)
		if err != nil {
			return nil, problem.As(problem.Invalid, "", err)
		}
		return []ledger.Draft{s.Book(p.fold.program, p.bookingAt(b.At))}, nil
	},
	apply: func(p *Proposal, b *StakeBody, _ *ledger.Draft) error {
		s, err := b.read(p.fold.program)
		if err != nil {
			return err
		}
		f := p.fold
		f.staking = true
		f.takenFrom(rewards.Free(f.program, s.Wallet, s.Amount.Asset()), b.At)
		p.moves(s.Amount, ledger.HolderToken(s.Wallet, s.Amount.Asset(), ledger.Staked), b.At, false)
		return nil
	},
}

// unstakeEntry: a holder stakes something no longer. It counts no more from then on, and is available when its time is over.
var unstakeEntry = entry[StakeBody]{
	scope: always[StakeBody](operator.Record), once: true,
	check: func(ctx context.Context, p *Proposal, b *StakeBody) error {
		if err := b.check(ctx, p); err != nil {
			return err
		}
		until := p.fold.bondedUntil(b.At)
		if last := p.fold.schedule.unbonded; !until.IsZero() && !until.After(last) {
			return problem.Invalidf("it would be available from %s on, which is over: date it later", until.Format(time.RFC3339))
		}
		return nil
	},
	draft: func(_ context.Context, p *Proposal, b *StakeBody) ([]ledger.Draft, error) {
		s, err := b.read(p.fold.program)
		if err != nil {
			return nil, problem.As(problem.Invalid, "", err)
		}
		return []ledger.Draft{s.End(p.fold.program, p.bookingAt(b.At), p.fold.bondedUntil(b.At))}, nil
	},
	apply: func(p *Proposal, b *StakeBody, _ *ledger.Draft) error {
		s, err := b.read(p.fold.program)
		if err != nil {
			return err
		}
		f := p.fold
		f.takenFrom(ledger.HolderToken(s.Wallet, s.Amount.Asset(), ledger.Staked), b.At)
		f.schedule.moved(s.Amount, b.At)
		if until := f.bondedUntil(b.At); !until.IsZero() {
			f.schedule.unbonding.add(until, s)
		}
		return nil
	},
}

// deposits books what a final block says of stakes on contracts. What was staked before the books followed the contract is not in them, so
// no more ends than began.
func (f *Fold) deposits(b *sale.Block, rule string) (drafts []ledger.Draft, err error) {
	list, err := sale.StakesIn(f.program, b)
	if err != nil {
		return nil, fmt.Errorf("block %d: %w", b.Number, err)
	}
	for i := range list {
		e := &list[i]
		s := rewards.Stake{Wallet: e.Wallet, Amount: e.Amount}
		has, ok := f.deposited[e.Wallet]
		if !ok {
			has = money.Zero(e.Amount.Asset())
		}
		draft, leg := s.Deposit, "stake"
		if e.Ends {
			if has.Cmp(s.Amount) < 0 {
				s.Amount = has
			}
			if s.Amount.IsZero() {
				continue
			}
			draft, leg = s.Withdraw, "unstake"
			has, err = has.Sub(s.Amount)
		} else {
			has, err = has.Add(s.Amount)
		}
		if err != nil {
			return nil, err
		}
		f.staking, f.deposited[e.Wallet] = true, has
		at := f.paymentDraft("", leg, b, e.Place, rule, nil)
		drafts = append(drafts, draft(rewards.Booking{Program: at.Program, Rule: rule, At: at.Effective, Source: at.Source}))
	}
	return drafts, nil
}

// bondedUntil is when what is unstaked at an instant is available; zero: at once.
func (f *Fold) bondedUntil(at time.Time) time.Time {
	if d, ok := f.program.Unbonding.At(revenueMoment(at)); ok && !d.IsZero() {
		return d.After(at.UTC())
	}
	return time.Time{}
}

// unbonding is what is staked no longer and not available yet, in order of when it will be.
type unbonding []bonded

type bonded struct {
	until time.Time
	stake rewards.Stake
}

func (u *unbonding) add(until time.Time, s rewards.Stake) {
	*u = append(*u, bonded{until, s})
	slices.SortStableFunc(*u, func(a, b bonded) int { return a.until.Compare(b.until) })
}

// due is what is available from an instant on, of those that stand first.
func (u unbonding) due(at time.Time) (list []rewards.Stake) {
	for _, b := range u {
		if b.until.Equal(at) {
			list = append(list, b.stake)
		}
	}
	return list
}

// become is what it is after points became tokens: where these are locked it is not unbonding any more.
func (u unbonding) become(points *program.Points) (tokens unbonding, err error) {
	for _, b := range u {
		if b.stake.Amount.Asset() == points.Asset {
			if !points.AtTGE.Lock.IsZero() {
				continue
			}
			if b.stake.Amount, err = rewards.Becomes(points, b.stake.Amount); err != nil {
				return nil, err
			}
		}
		if !b.stake.Amount.IsZero() {
			tokens = append(tokens, b)
		}
	}
	return tokens, nil
}

// MoveReversalBody takes back what a fact of another reference moved by mistake, and why: points sold or spent, or a stake.
type MoveReversalBody struct {
	Reverses string `json:"reverses"` // the reference
	Reason   string `json:"reason"`
}

// moveReversalEntry: what was recorded by mistake is booked the other way round, in effect when that is recorded.
var moveReversalEntry = entry[MoveReversalBody]{
	scope: always[MoveReversalBody](operator.Record),
	form:  `reverse:.*`, reference: func(b *MoveReversalBody) string { return "reverse:" + b.Reverses },
	check: func(ctx context.Context, p *Proposal, b *MoveReversalBody) error {
		if strings.TrimSpace(b.Reason) == "" || utf8.RuneCountInString(b.Reason) > maxReason {
			return problem.Invalidf("the reason must have 1 to %d letters", maxReason)
		}
		m, err := p.fold.reversible(b.Reverses)
		if err != nil {
			return err
		}
		if err := p.checkMoves(p.fact.When(), m.amount.Asset()); err != nil {
			return err
		}
		return p.fold.checkOpen(p.fact.When())
	},
	draft: func(ctx context.Context, p *Proposal, b *MoveReversalBody) ([]ledger.Draft, error) {
		m, err := p.fold.reversible(b.Reverses)
		if err != nil {
			return nil, err
		}
		tx, err := p.ground.Keyed(ctx, m.source.Key())
		if err != nil {
			return nil, err
		}
		if tx == nil {
			return nil, problem.Conflictf("%s is not in the journal: run `nodeledger ledger verify`", m.source.Key())
		}
		d := ledger.Reverse(tx, p.fact.When(), b.Reason)
		d.Effective = p.fact.When()
		return []ledger.Draft{d}, nil
	},
	apply: func(p *Proposal, b *MoveReversalBody, _ *ledger.Draft) error {
		m, err := p.fold.reversible(b.Reverses)
		if err != nil {
			return err
		}
		m.reversed = true
		p.fold.takenFrom(m.into, p.fact.When())
		p.fold.schedule.moved(m.amount, p.fact.When())
		if m.sold {
			p.fold.sold = append(p.fold.sold, Sold{p.fact.When(), m.amount, true})
		}
		return nil
	},
}

// moved is what a fact moved that may be taken back.
type moved struct {
	source   ledger.Source
	amount   money.Amount
	into     ledger.Account // that it came to
	sold     bool
	reversed bool
}

// moves takes note of what a fact moved.
func (p *Proposal) moves(amount money.Amount, into ledger.Account, at time.Time, sold bool) {
	p.fold.schedule.moved(amount, at)
	p.fold.moved[p.fact.Reference] = &moved{source: p.fact.Source(), amount: amount, into: into, sold: sold}
}

func (f *Fold) reversible(reference string) (*moved, error) {
	m := f.moved[reference]
	switch {
	case m == nil:
		return nil, problem.NotFoundf("no points that were sold or spent, and no stake, were recorded as %q", reference)
	case m.reversed:
		return nil, problem.Conflictf("%s was taken back before", reference)
	}
	return m, nil
}
