package rewards

import (
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Progress is how far the sale and the points are, as the books say at an instant.
type Progress struct {
	At            time.Time
	Moment        program.Moment // for the cap in force
	Tiers         []TierProgress // in order
	Sold7, Sold30 uint64         // nodes sold in the 7 and 30 days before At
	Issued        money.Amount   // points that ever left issuance; the zero Amount is nothing
	Issued7       money.Amount   // in the 7 days before At
	Issued30      money.Amount
}

// TierProgress is one tier of the ladder.
type TierProgress struct {
	Size, Sold    uint64
	Sold7, Sold30 uint64    // in the 7 and 30 days before At
	SoldOut       time.Time // when the last node of it was sold; zero: not, or not known
	Closed        bool      // not on sale to the public: it can never be sold out, and is left out of the projections
}

// Readiness is how ready everything is for the TGE.
type Readiness struct {
	At                            time.Time
	Tiers, TiersSold, TiersClosed int
	Nodes, NodesSold, NodesLeft   uint64 // of all tiers; left of those that are open
	ByTier                        []TierReadiness
	SoldPerDay7, SoldPerDay30     string // decimals, cut off after 18 places
	SellOut7, SellOut30           ReachTime
	Capped                        bool
	Cap, Issued, Left             money.Amount
	IssuedPerDay7, IssuedPerDay30 money.Amount // rounded down; the zero Amount where the program has no points
	CapReached7, CapReached30     ReachTime
	Circulation                   *Circulation // nil where the program has no points
	TGE                           TGEState
}

// TierReadiness is how far one tier is. A ladder that is walked in order sells its tiers one after the other at the rate of all; tiers of
// a parallel one sell each at its own.
type TierReadiness struct {
	Size, Sold, Left    uint64 // nothing is left of a tier that is closed to the public
	Closed              bool   // to the public, and not sold out
	SoldOut             time.Time
	SellOut7, SellOut30 ReachTime
}

// TGEState is what the books know of the TGE.
type TGEState struct {
	At      time.Time // when it was, or for when it is planned; zero: neither
	Planned bool      // At is a plan
	Waits   []WaitingTime
	Report  *TGEReport // nil before it
}

// Awaited says that the planned time has come by an instant, and nobody recorded that it was.
func (s *TGEState) Awaited(now time.Time) bool { return s.Planned && !s.At.After(now) }

// WaitingTime is a time that one operator planned or recorded, and that counts once another one says the same.
type WaitingTime struct {
	Plan bool
	At   time.Time
	By   string
}

// TGEReport is how the way to the TGE went: nothing in it is a projection.
type TGEReport struct {
	TiersSold int          // that were sold out by then
	NodesSold uint64       // by then
	Days      int          // from the first day of the books to the day of the TGE
	Issued    money.Amount // points; the zero Amount where the program has none
	Capped    bool
	Cap       money.Amount // of the points at the TGE
	Converted money.Amount // tokens that points became; the zero Amount where that is not booked
	Dropped   money.Amount // tokens of the airdrop; likewise
}

// ReachTime is when something is reached at the rate of a window, rounded up to the second. Exactly one of the three
// holds: Done already, Never (the rate is zero, or the date is after the year 9999), or At.
type ReachTime struct {
	Done, Never bool
	At          time.Time
}

// String is "done", "never" or the instant.
func (p ReachTime) String() string {
	switch {
	case p.Done:
		return "done"
	case p.Never:
		return "never"
	default:
		return p.At.Format(time.RFC3339)
	}
}

// project is now + ceil(left x window / rate) in seconds, where rate is what was reached in the window.
func project(now time.Time, left, reached *big.Int, days int64) ReachTime {
	if left.Sign() == 0 {
		return ReachTime{Done: true}
	}
	if reached.Sign() == 0 {
		return ReachTime{Never: true}
	}
	n := new(big.Int).Mul(left, big.NewInt(days*86400))
	n.Add(n, reached).Sub(n, big.NewInt(1)).Quo(n, reached)
	end := time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC).Unix()
	if !n.IsInt64() || n.Int64() > end-now.Unix()-1 {
		return ReachTime{Never: true}
	}
	return ReachTime{At: time.Unix(now.Unix()+n.Int64(), 0).UTC()}
}

// perDay is reached / days as a decimal, cut off after 18 places.
func perDay(reached *big.Int, days int64) string {
	return money.Truncated(new(big.Rat).SetFrac(reached, big.NewInt(days)))
}

// issuedPerDay is issued / days, rounded down.
func issuedPerDay(issued money.Amount, days int64) (money.Amount, error) {
	return money.FromBig(issued.Asset(), new(big.Int).Quo(issued.Big(), big.NewInt(days)))
}

// Ready says how ready the program is for its token's generation. Projections are exact integer arithmetic on the rate
// of the last 7 and of the last 30 days.
func Ready(p *program.Program, g Progress) (Readiness, error) {
	if err := CheckInstant("the readiness", g.At); err != nil {
		return Readiness{}, err
	}
	if g.Sold7 > g.Sold30 {
		return Readiness{}, fmt.Errorf("%d nodes were sold in 7 days and %d in 30; count both windows up to the same instant", g.Sold7, g.Sold30)
	}
	r := Readiness{At: g.At, Tiers: len(g.Tiers)}
	for i, t := range g.Tiers {
		if t.Sold > t.Size {
			return Readiness{}, fmt.Errorf("tier %d has %d nodes and %d are sold; check the ladder", i+1, t.Size, t.Sold)
		}
		one := TierReadiness{Size: t.Size, Sold: t.Sold, Left: t.Size - t.Sold, SoldOut: t.SoldOut}
		r.Nodes, r.NodesSold = r.Nodes+t.Size, r.NodesSold+t.Sold
		switch {
		case one.Left == 0:
			r.TiersSold++
		case t.Closed:
			r.TiersClosed++
			one.Closed, one.Left, one.SoldOut = true, 0, time.Time{}
		default:
			one.SoldOut = time.Time{}
		}
		r.NodesLeft += one.Left
		one.project(p.Sale.Mode, &g, &t, r.NodesLeft)
		r.ByTier = append(r.ByTier, one)
	}
	open, sold7, sold30 := whole(r.NodesLeft), whole(g.Sold7), whole(g.Sold30)
	r.SoldPerDay7, r.SoldPerDay30 = perDay(sold7, 7), perDay(sold30, 30)
	r.SellOut7, r.SellOut30 = project(g.At, open, sold7, 7), project(g.At, open, sold30, 30)
	if p.Points == nil {
		return r, nil
	}
	return r, r.points(p.Points, g)
}

func whole(n uint64) *big.Int { return new(big.Int).SetUint64(n) }

// project dates a tier. upTo is what is left up to and with it.
func (t *TierReadiness) project(mode program.Mode, g *Progress, of *TierProgress, upTo uint64) {
	left, sold7, sold30 := t.Left, of.Sold7, of.Sold30
	switch {
	case t.Closed:
		t.SellOut7, t.SellOut30 = ReachTime{Never: true}, ReachTime{Never: true}
		return
	case t.Left == 0:
		t.SellOut7, t.SellOut30 = ReachTime{Done: true}, ReachTime{Done: true}
		return
	case mode == program.Sequential:
		left, sold7, sold30 = upTo, g.Sold7, g.Sold30
	}
	t.SellOut7, t.SellOut30 = project(g.At, whole(left), whole(sold7), 7), project(g.At, whole(left), whole(sold30), 30)
}

func (r *Readiness) points(points *program.Points, g Progress) error {
	for _, a := range []*money.Amount{&g.Issued, &g.Issued7, &g.Issued30} {
		if *a == (money.Amount{}) {
			*a = money.Zero(points.Asset)
		}
		if a.Asset() != points.Asset {
			return fmt.Errorf("%s are not points; give amounts in %s", *a, points.Asset)
		}
	}
	if g.Issued7.Cmp(g.Issued30) > 0 || g.Issued30.Cmp(g.Issued) > 0 {
		return errors.New("more points were issued in a window than in a longer one; count all up to the same instant")
	}
	r.Issued = g.Issued
	var err error
	if r.IssuedPerDay7, err = issuedPerDay(g.Issued7, 7); err != nil {
		return err
	}
	if r.IssuedPerDay30, err = issuedPerDay(g.Issued30, 30); err != nil {
		return err
	}
	r.Cap, r.Left = money.Zero(points.Asset), money.Zero(points.Asset)
	limit, ok := points.Cap.At(g.Moment)
	if r.Capped = ok; !ok {
		r.CapReached7, r.CapReached30 = ReachTime{Never: true}, ReachTime{Never: true}
		return nil
	}
	r.Cap = limit
	if left, err := limit.Sub(g.Issued); err == nil { // a cap below what was issued is reached
		r.Left = left
	}
	r.CapReached7 = project(g.At, r.Left.Big(), g.Issued7.Big(), 7)
	r.CapReached30 = project(g.At, r.Left.Big(), g.Issued30.Big(), 30)
	return nil
}
