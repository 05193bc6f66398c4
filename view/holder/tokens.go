package holder

import (
	"context"
	"slices"
	"time"

	"github.com/nodeledger/nodeledger/engine"
	"github.com/nodeledger/nodeledger/engine/fold"
	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/view"
)

// Tokens is what a wallet has of the program's points and token, and when what is locked unlocks.
type Tokens struct {
	Wallet ledger.Wallet
	engine.Tokens
	Grants []Grant
	Curve  []Step
	AsOf   view.AsOf
}

// Grant is a vesting grant as of the newest booked block.
type Grant struct {
	Name                            string
	Total, Vested, Locked, Released money.Amount // Total is what is left of it after a revocation
	Start, CliffEnd, End            time.Time
}

// TrancheJob is the job whose epochs the tranches are of.
const TrancheJob = rewards.TokenJob

// Step is what is locked and what is available from an instant on, if nothing is added or released after now.
type Step struct {
	At                time.Time
	Locked, Available money.Amount
}

// OfTokens reads the points, the tokens, the grants of a wallet and the curve by which they unlock, all of one state of the books.
func OfTokens(ctx context.Context, e *engine.Engine, sources *view.Sources, w ledger.Wallet) (t Tokens, err error) {
	_, still, err := view.ReadConsistent(ctx, e.Reader(), 20, func() (err error) {
		t, err = tokens(ctx, e, sources, w)
		return err
	})
	if !still && err == nil {
		err = view.ErrUnsettled // while jobs run one after the other there may be no quiet moment
	}
	return t, err
}

func tokens(ctx context.Context, e *engine.Engine, sources *view.Sources, w ledger.Wallet) (t Tokens, err error) {
	t.Wallet = w
	if t.AsOf, err = view.Now(ctx, e); err != nil {
		return t, err
	}
	if t.Tokens, err = e.TokensOf(ctx, w); err != nil || e.Program().Token == nil {
		return t, err
	}
	granted := e.GrantsOf(w)
	released, err := releasedBy(ctx, e, sources, w, granted)
	if err != nil {
		return t, err
	}
	for _, g := range granted {
		terms := g.Schedule.Terms()
		t.Grants = append(t.Grants, Grant{
			Name: g.Name, Total: g.Schedule.Granted(), Vested: g.Schedule.Vested(t.AsOf.Time), Locked: g.Schedule.Locked(t.AsOf.Time),
			Released: released[g.Name],
			Start:    terms.Start, CliffEnd: terms.Cliff.After(terms.Start), End: g.Schedule.End(),
		})
	}
	if t.AsOf.Begun {
		var final time.Time
		e.View(func(f *fold.Fold, _ engine.State) { final = f.Final().When() })
		t.Curve, err = curve(&t, granted, final)
	}
	return t, err
}

// releasedBy is what the holder took of each grant. Which grant a release is of stands in its transaction; with one grant
// there is nothing to look up.
func releasedBy(ctx context.Context, e *engine.Engine, sources *view.Sources, w ledger.Wallet,
	granted []fold.GrantInForce) (map[string]money.Amount, error) {
	asset := e.Program().Token.Asset
	out := map[string]money.Amount{}
	for _, g := range granted {
		out[g.Name] = money.Zero(asset)
	}
	if len(granted) == 0 {
		return out, nil
	}
	account := ledger.HolderToken(w, asset, ledger.Released)
	for entry, err := range view.Entries(ctx, e.History(), account, time.Time{}, time.Time{}) {
		if err != nil {
			return nil, err
		}
		if entry.Kind != rewards.ReleaseKind || entry.Posting.To != account {
			continue
		}
		name := granted[0].Name
		if len(granted) > 1 {
			s, err := sources.Of(ctx, entry)
			if err != nil {
				return nil, err
			}
			name = s.Meta["grant"]
		}
		if out[name], err = out[name].Add(entry.Posting.Amount); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// curve begins with what the books have now, when the chain is final. After that it has a step for every end of a tranche's lock, and
// for grants one for the first midnight after the cliff and after the end, one for the first of every month of a linear schedule, and
// one for each day on which another schedule makes a step: grants are moved in the books at midnight.
func curve(t *Tokens, granted []fold.GrantInForce, now time.Time) ([]Step, error) {
	unlocking := map[time.Time]money.Amount{} // of tranches
	instants := []time.Time{now}
	for _, tranche := range t.Tranches {
		sum, known := unlocking[tranche.UnlocksAt]
		if !known {
			sum = money.Zero(t.Locked.Asset())
			instants = append(instants, tranche.UnlocksAt)
		}
		var err error
		if unlocking[tranche.UnlocksAt], err = sum.Add(tranche.Amount); err != nil {
			return nil, err
		}
	}
	for i := range granted {
		instants = append(instants, steps(&granted[i], now)...)
	}
	slices.SortFunc(instants, time.Time.Compare)
	instants = slices.CompactFunc(instants, time.Time.Equal)

	list := make([]Step, 0, len(instants))
	freed := money.Zero(t.Locked.Asset()) // by tranches so far
	for _, at := range instants {
		var err error
		if due, ok := unlocking[at]; ok {
			if freed, err = freed.Add(due); err != nil {
				return nil, err
			}
		}
		all := freed
		for i := range granted {
			g := &granted[i]
			if at.Equal(now) {
				continue // what vested today is moved at midnight
			}
			due, err := g.Schedule.Releasable(at.Truncate(24*time.Hour), g.Moved())
			if err != nil {
				return nil, err
			}
			if all, err = all.Add(due); err != nil {
				return nil, err
			}
		}
		s := Step{At: at}
		if s.Locked, err = t.Locked.Sub(all); err != nil {
			return nil, err
		}
		if s.Available, err = t.Available.Add(all); err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return list, nil
}

// steps are the midnights after now at which a grant makes a step of the curve.
func steps(g *fold.GrantInForce, now time.Time) (list []time.Time) {
	if g.Moved() == g.Schedule.Granted() {
		return nil
	}
	terms := g.Schedule.Terms()
	linear := terms.Step == "" || terms.Step == program.Linear
	cliff, end := midnight(terms.Cliff.After(terms.Start)), midnight(g.Schedule.End())
	before := g.Moved()
	for at := midnight(now.Add(time.Second)); ; at = at.AddDate(0, 0, 1) {
		vested := g.Schedule.Vested(at)
		if moves := vested.Cmp(before) > 0; moves &&
			(!linear || at.Day() == 1 || at.Equal(cliff) || !at.Before(end) || vested == g.Schedule.Granted()) {
			list = append(list, at)
			before = vested
		}
		if !at.Before(end) {
			return list
		}
	}
}

// midnight is the first UTC midnight at or after an instant.
func midnight(t time.Time) time.Time {
	day := t.UTC().Truncate(24 * time.Hour)
	if day.Before(t) {
		day = day.Add(24 * time.Hour)
	}
	return day
}
