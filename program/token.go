package program

import (
	"time"

	"github.com/nodeledger/nodeledger/money"
)

// Token is the program's own token: what is made of it, for whom, and when it is available.
type Token struct {
	Asset      money.Asset
	Supply     money.Amount // fixed, above zero
	TGE        time.Time    // the generation's instant, UTC; zero: not in the file, to be recorded as a fact
	Allocation []Allocation // in the file's order; the shares sum to exactly 1
	Drop       *Drop        // nil: nothing is dropped at the generation
	Emission   []Series     // in the file's order; empty: nothing is emitted
	Lock       Duration     // of every emitted reward, from the end of its epoch
	Vesting    []Vesting    // in the file's order
}

// The parts of the allocation that are taken from where the file does not say which.
const (
	GrantsPart     = "funds"      // of grants
	ConversionPart = "foundation" // of points that become tokens
)

// Part finds a part of the allocation by its name.
func (t *Token) Part(name string) (Allocation, bool) {
	for _, a := range t.Allocation {
		if a.Name == name {
			return a, true
		}
	}
	return Allocation{}, false
}

// Allocation is one part of the supply.
type Allocation struct {
	Name  string
	Share money.Ratio // of the supply
}

// Drop is handed out at the generation, pro rata to nodes or to score.
type Drop struct {
	Of    string      // an allocation
	Share money.Ratio // of the supply
	By    Weight
}

// Weight is what a holder's part of a pool is measured by.
type Weight string

// The weights.
const (
	ByNodes Weight = "nodes"
	ByScore Weight = "score"
)

// Series is one series of emissions: a share of the supply emitted over the first period from its beginning on, and Then times as much
// in each period as in the one before it. What it ever emits stays below First / (1 - Then) of the supply.
type Series struct {
	Of     string      // an allocation
	From   time.Time   // when it begins, where the file has a date; zero: After counts
	After  Duration    // from the TGE to its beginning; zero: it begins with the TGE
	First  money.Ratio // of the supply
	Period Duration
	Then   money.Ratio // below 1: 1/2 is a halving, 0 ends the series after the first period
	// Pools is how what it emits of a day is split; empty or not begun: all of it is the validators'.
	Pools Dated[Pools]
}

// Begins is when the series begins, of a token that is generated at an instant: never before that.
func (s *Series) Begins(tge time.Time) time.Time {
	if at := s.After.After(tge); s.From.Before(at) {
		return at
	}
	return s.From
}

// Start is the beginning as the file has it, such as "2028-01-01" or "4y"; empty: the TGE.
func (s *Series) Start() string {
	if s.From.IsZero() && !s.After.IsZero() {
		return s.After.String()
	}
	return From{Time: s.From}.String()
}

// PoolsAt is how what the series emits of a day is split.
func (s *Series) PoolsAt(m Moment) Pools {
	if parts, ok := s.Pools.At(m); ok {
		return parts
	}
	return Pools{Validators: money.One(), Idle: IdleSkip}
}

// Vesting is one schedule by name. Begin is Start, or the generation when Start is zero.
type Vesting struct {
	Name     string
	Of       string       // the part of the allocation that its grants are taken from
	Total    money.Amount // zero: not in the file, each investor has an own total
	Start    time.Time    // zero: the generation
	AtStart  money.Ratio  // available at the start
	Cliff    Duration
	Duration Duration // zero when Tranches are listed
	Step     Step
	Begins   VestingStart
	Tranches []Tranche // for the step Listed, in order; with AtStart they sum to exactly 1
}

// Step is how a vesting grows.
type Step string

// The steps.
const (
	Linear  Step = "linear"   // by the second
	Monthly Step = "monthly"  // by the calendar month
	Listed  Step = "tranches" // by the listed tranches
)

// VestingStart says from where a vesting with a cliff counts.
type VestingStart string

// The starts of a vesting.
const (
	AfterCliff VestingStart = "after_cliff" // nothing until the cliff, then from zero over the duration
	AccrueTo   VestingStart = "accrue"      // nothing until the cliff, then all that accrued since the start at once
)

// Tranche is a share that becomes available a time after the start.
type Tranche struct {
	After Duration
	Share money.Ratio
}
