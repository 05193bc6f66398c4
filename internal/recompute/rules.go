package recompute

import (
	"math/big"
	"time"
)

// Entry is a setting from an instant on; the zero instant is since ever.
type Entry[T any] struct {
	From time.Time
	Is   T
}

// Dated is a setting that changes over time, in order of time.
type Dated[T any] []Entry[T]

// At is what is in force at an instant; has is false before the first entry.
func (d Dated[T]) At(t time.Time) (is T, has bool) {
	for _, e := range d {
		if !e.From.After(t) {
			is, has = e.Is, true
		}
	}
	return is, has
}

// Always is a setting that never changes.
func Always[T any](is T) Dated[T] { return Dated[T]{{Is: is}} }

// Span is calendar months and seconds.
type Span struct {
	Months  int
	Seconds int64
}

// Days is a span of days of 24 hours.
func Days(n int64) Span { return Span{Seconds: n * day} }

// After is the instant a span later. The 31st and a month is the last day of a shorter month.
func (s Span) After(t time.Time) time.Time {
	t = t.UTC()
	first := time.Date(t.Year(), t.Month()+time.Month(s.Months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	date := time.Date(first.Year(), first.Month(), min(t.Day(), last), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
	return date.Add(time.Duration(s.Seconds) * time.Second)
}

func (s Span) times(n int) Span { return Span{s.Months * n, s.Seconds * int64(n)} }

func (s Span) none() bool { return s == Span{} }

// Step is a value from a threshold on.
type Step struct{ From, Is *big.Rat }

// reached is the value of the highest step that a number reaches; nil below all of them.
func reached(steps []Step, n *big.Rat) (is *big.Rat) {
	for _, s := range steps {
		if n.Cmp(s.From) >= 0 {
			is = s.Is
		}
	}
	return is
}

// Rules are those of a sale, in base units.
type Rules struct {
	Coin, Dollar string // the assets of the sale and of the revenue
	Sale         Sale
	Score        Dated[[]Step] // factor by nodes
	Points       Points
	Token        Token
	Unbonding    Dated[Span]
	Revenue      Revenue
	Campaigns    []Campaign
	Payout       Payout
}

// Sale is the ladder and what codes do.
type Sale struct {
	Contract   string
	Parallel   bool
	Tiers      []Tier
	Codes      map[string]string // to their owners
	Settlement Settlement
	NoSelf     bool // a self-referral earns nothing where rewards accrue
	PerUnit    bool
	Discount   Dated[*big.Rat]
	Reward     Dated[Reward]
	OfCode     map[string]Own
	OfTier     map[int]Own // from 1
}

// Settlement is how a reward is settled.
type Settlement string

// The settlements.
const (
	Held    Settlement = "held"    // the contract keeps it until the referrer takes it
	AtOnce  Settlement = "at once" // the contract pays it within the purchase
	Accrues Settlement = "accrued" // the treasury owes it
)

// Tier is a price with a size and a quota; a quota below zero is none.
type Tier struct {
	Price           *big.Int
	Size, PerWallet int64
}

// Reward is what each level earns, of what was paid or of the list price.
type Reward struct {
	Levels []*big.Rat
	OfList bool
}

// Own are percentages of a code's or a tier's own; nil where it has none.
type Own struct{ Discount, Reward *big.Rat }

// Shares are the parts of the pools.
type Shares struct {
	Validators, Providers, Queens *big.Rat
	IdleCarry                     bool
}

// Eligible says who takes part in the validators' pool.
type Eligible struct {
	Stake map[string]*big.Int // at least, by asset; nil: none is asked for
	Above *big.Rat            // health; nil: none is asked for
}

// Health is what moves a provider's health.
type Health struct {
	Start, DrillFailed, DrillPassed, CheckFailed, CheckPassed *big.Rat
	InARow                                                    int
	Ratings                                                   []Step // by how much a rating from this one on moves it
}

// Points are the rules of points and of what they become.
type Points struct {
	Asset      string
	First      time.Time // the first day
	Cap        Dated[*big.Int]
	PerDay     Dated[*big.Int]
	Pools      Dated[Shares]
	Eligible   Dated[Eligible]
	StakeScore Dated[[]Step]
	Health     Dated[Health]
	Of         string // the bucket of what they become
	Rate       *big.Rat
	Lock       Span
}

// Token are the rules of the token.
type Token struct {
	Asset       string
	TGE         time.Time
	Supply      *big.Int
	Allocation  map[string]*big.Rat
	DropOf      string
	DropShare   *big.Rat
	DropByScore bool
	Emission    []Series
	Lock        Span
}

// Series is one series of emissions, from an instant.
type Series struct {
	Of          string
	From        time.Time
	First, Then *big.Rat
	Period      Span
	Pools       Dated[Shares]
}

// Revenue is how revenue is split and shared.
type Revenue struct {
	Split   Dated[map[string]*big.Rat] // the holders' share, by source; that of the empty name is of all others
	ProRata bool
	Shares  []Step // dollars by nodes
	Surplus bool   // goes to buybacks
}

// Campaign gives buyers something back.
type Campaign struct {
	Name        string
	From, Until time.Time
	Rebate      *big.Rat // of what was paid; nil: Fixed
	Fixed       *big.Int
	Per         string // wallet, purchase or node
	Asset       string
	Budget      *big.Int
}
