package fold

import (
	"context"
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
)

// PointsSoldBody is points that somebody bought, as an operator writes it. Amounts are such as 1250.50 (not base units).
type PointsSoldBody struct {
	Wallet   string `json:"wallet"`
	Points   string `json:"points"`
	Received string `json:"received"`
	Asset    string `json:"asset,omitempty"` // that was received; empty: that of the revenue
	// Price is what one point cost in what was received, where that was not the program's price in force.
	Price  string    `json:"price,omitempty"`
	Source string    `json:"source"` // of revenue, where the money is
	At     time.Time `json:"at"`
	Note   string    `json:"note,omitempty"`
}

// Sold is points that were sold, or given back because their sale was recorded by mistake.
type Sold struct {
	At       time.Time
	Points   money.Amount
	Returned bool
}

// Sold are the sales of points, in the order in which they were recorded.
func (f *Fold) Sold() []Sold { return slices.Clone(f.sold) }

// TradesPoints says that a wallet ever bought or spent points.
func (f *Fold) TradesPoints(w ledger.Wallet) bool { return f.traders[w] }

// pointsSoldEntry: points were sold. They count against the cap, so no more are sold than it leaves.
var pointsSoldEntry = entry[PointsSoldBody]{
	scope: always[PointsSoldBody](operator.Record), once: true,
	check: func(ctx context.Context, p *Proposal, b *PointsSoldBody) error {
		f := p.fold
		if f.program.Points == nil {
			return f.program.Lacks("points")
		}
		if err := f.checkInstant(b.At, p.fact.When()); err != nil {
			return err
		}
		if err := p.checkMoves(b.At, f.program.Points.Asset); err != nil {
			return err
		}
		if err := f.checkOpen(b.At); err != nil {
			return err
		}
		if f.program.Revenue != nil {
			if err := f.program.Revenue.CheckSource(b.Source); err != nil {
				return err
			}
		}
		return p.checkCap(ctx, b)
	},
	draft: func(_ context.Context, p *Proposal, b *PointsSoldBody) ([]ledger.Draft, error) {
		in, err := b.read(p.fold.program)
		if err != nil {
			return nil, problem.As(problem.Invalid, "", err)
		}
		moment := revenueMoment(b.At)
		booking := p.bookingAt(b.At)
		d, err := rewards.BookPointsSale(p.fold.program, moment, booking, in)
		return []ledger.Draft{d}, err
	},
	apply: func(p *Proposal, b *PointsSoldBody, _ *ledger.Draft) error {
		in, err := b.read(p.fold.program)
		if err != nil {
			return err
		}
		p.fold.traders[in.Wallet] = true
		p.moves(in.Points, ledger.Holding(in.Wallet, in.Points.Asset()), b.At, true)
		p.fold.sold = append(p.fold.sold, Sold{At: b.At.UTC(), Points: in.Points})
		return nil
	},
}

func (b *PointsSoldBody) read(p *program.Program) (in rewards.PointsSale, err error) {
	in.Source, in.Note = b.Source, b.Note
	if in.Wallet, err = ledger.ReadWallet(b.Wallet); err != nil {
		return in, err
	}
	if in.Points, err = money.Parse(p.Points.Asset, b.Points); err != nil {
		return in, err
	}
	var asset money.Asset
	switch use, known := p.AssetUse(b.Asset); {
	case b.Asset == "" && p.Revenue != nil:
		asset = p.Revenue.Asset
	case b.Asset == "":
		return in, problem.Invalidf("the program has no revenue, whose asset it would be: say what was received")
	case !known:
		return in, problem.Invalidf("%s is not an asset of the program", b.Asset)
	case use.Kind == program.Credit || use.Kind == program.Coin:
		return in, problem.Invalidf("%s is not money: points are sold for money", b.Asset)
	default:
		asset = use.Asset
	}
	if b.Price != "" {
		if in.Price, err = money.ParseRatio(b.Price); err != nil {
			return in, err
		}
	}
	in.Received, err = money.Parse(asset, b.Received)
	return in, err
}

// checkCap refuses to sell more points than the cap leaves, then and now.
func (p *Proposal) checkCap(ctx context.Context, b *PointsSoldBody) error {
	points := p.fold.program.Points
	limit, capped := points.Cap.At(revenueMoment(b.At))
	if !capped {
		return nil
	}
	sold, err := money.Parse(points.Asset, b.Points)
	if err != nil {
		return problem.As(problem.Invalid, "", err)
	}
	place := ledger.Place{Account: ledger.Issuance(points.Asset), Asset: points.Asset}
	now, err := BalanceNow(ctx, p.ground, place)
	if err != nil {
		return err
	}
	issued, err := now.Owed()
	if err != nil {
		return err
	}
	left, err := limit.Sub(issued)
	if err != nil { // a cap below what was issued leaves nothing
		left = money.Zero(points.Asset)
	}
	open, until, err := p.fold.openPoints(b.At)
	if err != nil {
		return err
	}
	if left, err = left.Sub(open); err != nil {
		left = money.Zero(points.Asset)
	}
	switch {
	case sold.Cmp(left) <= 0:
		return nil
	case open.IsZero():
		return problem.Conflictf("the cap of %s leaves %s: %s cannot have been sold", limit, left, sold)
	}
	return problem.Conflictf("the cap of %s leaves %s: %s cannot have been sold (%s are for days up to %s that are not closed yet)", limit,
		left, sold, open, until.Format(time.DateOnly))
}

// openPoints is the most that days of points issue which are over at an instant and are not closed, and the end of the last of them: it
// leaves the cap before what is sold at that instant.
func (f *Fold) openPoints(at time.Time) (sum money.Amount, until time.Time, err error) {
	points := f.program.Points
	sum = money.Zero(points.Asset)
	due, ok := f.schedule.nextPoints(f.Generation())
	for end := due.At; ok && !end.After(at); end = end.Add(oneDay) {
		until = end
		if perDay, emits := points.Emission.At(revenueMoment(end.Add(-oneDay))); emits {
			if sum, err = sum.Add(perDay); err != nil {
				return sum, until, err
			}
		}
	}
	return sum, until, nil
}

// PointsSpentBody is points that somebody spent, and for what.
type PointsSpentBody struct {
	Wallet string    `json:"wallet"`
	Points string    `json:"points"`
	For    string    `json:"for"`
	At     time.Time `json:"at"`
}

// pointsSpentEntry: points were spent, and are burnt: never more than the holder has and has not staked.
var pointsSpentEntry = entry[PointsSpentBody]{
	scope: always[PointsSpentBody](operator.Record), once: true,
	check: func(ctx context.Context, p *Proposal, b *PointsSpentBody) error {
		f := p.fold
		if f.program.Points == nil {
			return f.program.Lacks("points")
		}
		if strings.TrimSpace(b.For) == "" || utf8.RuneCountInString(b.For) > maxReason {
			return problem.Invalidf("say what the points were spent for, in 1 to %d letters", maxReason)
		}
		if err := p.checkMoves(b.At, f.program.Points.Asset); err != nil {
			return err
		}
		return p.checkHas(ctx, b.At)
	},
	draft: func(_ context.Context, p *Proposal, b *PointsSpentBody) ([]ledger.Draft, error) {
		w, points, err := b.read(p.fold.program)
		if err != nil {
			return nil, problem.As(problem.Invalid, "", err)
		}
		d, err := rewards.BookPointsSpent(p.fold.program, p.bookingAt(b.At), w, points, b.For)
		return []ledger.Draft{d}, err
	},
	apply: func(p *Proposal, b *PointsSpentBody, _ *ledger.Draft) error {
		w, points, err := b.read(p.fold.program)
		if err != nil {
			return err
		}
		p.fold.traders[w] = true
		p.fold.takenFrom(ledger.Holding(w, points.Asset()), b.At)
		p.moves(points, ledger.Burnt(points.Asset()), b.At, false)
		return nil
	},
}

func (b *PointsSpentBody) read(p *program.Program) (w ledger.Wallet, points money.Amount, err error) {
	if w, err = ledger.ReadWallet(b.Wallet); err != nil {
		return w, points, err
	}
	points, err = money.Parse(p.Points.Asset, b.Points)
	return w, points, err
}

// bookingAt is the booking of what happened at an instant that the fact names.
func (p *Proposal) bookingAt(at time.Time) rewards.Booking {
	b := p.booking()
	b.At, b.Rule = at.UTC(), p.fold.versions.At(revenueMoment(at))
	return b
}

// checkOpen refuses an instant in a day whose epoch is closed: what is staked then, and what left the cap, was counted.
func (f *Fold) checkOpen(at time.Time) error {
	if closed := f.schedule.scored(); at.Before(closed) {
		return problem.Invalidf("%s is before %s, up to which epochs are closed: date it from then on", at.Format(time.RFC3339),
			closed.Format(time.RFC3339))
	}
	return nil
}

// checkMoves refuses an instant at which nothing of an asset can be recorded to have moved: in the future or, of points, when they are
// tokens, or will be once the TGE that was planned is recorded.
func (p *Proposal) checkMoves(at time.Time, asset money.Asset) error {
	f := p.fold
	if err := checkSecond(at); err != nil {
		return err
	}
	if _, used := f.moved[p.fact.Reference]; used {
		return problem.Conflictf("the reference %q is that of something else that moved: choose another", p.fact.Reference)
	}
	if at.After(p.fact.When()) {
		return problem.Invalidf("the instant %s is in the future", at.Format(time.RFC3339))
	}
	points, tge := f.program.Points, f.Generation()
	if points == nil || points.Asset != asset || points.AtTGE == nil {
		return nil
	}
	if f.schedule.waitsForTGE(at, tge) {
		return problem.Conflictf("the TGE is planned for %s, which has come: record it, or plan it anew, before %s move at %s",
			f.schedule.planned.Format(time.RFC3339), asset, at.Format(time.RFC3339))
	}
	if tge.IsZero() {
		return nil
	}
	if f.schedule.converted || !at.Before(tge) {
		return problem.Conflictf("there are no %s any more: at the TGE, %s, they became %s", asset, tge.Format(time.RFC3339),
			points.AtTGE.Becomes)
	}
	return nil
}

// checkHas refuses to take more from a holder than they have at an instant, and now. What left the account in between and came back is in
// neither balance, so nothing is taken before what left it last.
func (p *Proposal) checkHas(ctx context.Context, at time.Time) error {
	drafts, err := p.Drafts(ctx)
	if err != nil {
		return err
	}
	from, amount := drafts[0].Postings[0].From, drafts[0].Postings[0].Amount
	place := ledger.Place{Account: from, Asset: amount.Asset()}
	then, err := p.ground.BalanceAt(ctx, place, at.Add(time.Second))
	if err != nil {
		return err
	}
	now, err := BalanceNow(ctx, p.ground, place)
	if err != nil {
		return err
	}
	for _, b := range []money.Balance{then, now} {
		if has, err := b.Held(); err != nil || has.Cmp(amount) < 0 {
			short := problem.New(problem.Conflict, problem.Overdrawn, "%s has %s, less than %s, which would bring it below zero", from, b, amount)
			short.Cause = ledger.ErrTurned
			return short
		}
	}
	return p.fold.checkOrder(from, at, p.fold.taken)
}

// checkOrder refuses that something leaves an account before what left it last.
func (f *Fold) checkOrder(account ledger.Account, at time.Time, last map[ledger.Account]time.Time) error {
	if last := last[account]; at.Before(last) {
		return problem.Invalidf("something left %s at %s: date what leaves it now from then on", account, last.Format(time.RFC3339))
	}
	return nil
}

// takenFrom takes note of when something left what a holder has, by a fact.
func (f *Fold) takenFrom(account ledger.Account, at time.Time) {
	if at.After(f.taken[account]) {
		f.taken[account] = at.UTC()
	}
}
