package rewards

import (
	"fmt"
	"sort"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/sentence"
)

// Block is a block of the chain.
type Block struct {
	Number uint64
	Hash   ledger.Hash
}

// Epoch is a UTC day, [Day, Day + 24 h), or the part of it before the TGE, and the two blocks that fix it.
type Epoch struct {
	Day time.Time // midnight UTC
	// Opening is the number of the last block at or before Day. Settings that begin at a block are looked up with it.
	Opening uint64
	// Snapshot is the last block before the day's end: holders are taken as they were after it.
	Snapshot Block
	// Until is the end of an epoch of points that the TGE ends, within the day; zero: the day's end.
	Until time.Time
}

// End is the instant after the epoch.
func (e Epoch) End() time.Time {
	if !e.Until.IsZero() {
		return e.Until
	}
	return e.Day.Add(24 * time.Hour)
}

// Moment is where the rules of the epoch are looked up: at its start.
func (e Epoch) Moment() program.Moment { return program.Moment{Block: e.Opening, Time: e.Day} }

// Slot is the epoch's name among the slots of a job, such as "2024-06-01".
func (e Epoch) Slot() string { return e.Day.Format(time.DateOnly) }

func (e Epoch) check() error {
	switch {
	case e.Day.Location() != time.UTC || !e.Day.Equal(DayOf(e.Day)) || e.Day.Unix() <= 0:
		return fmt.Errorf("the epoch's day %s is not midnight UTC after 1970; give the day's first instant in UTC",
			e.Day.Format(time.RFC3339Nano))
	case !e.Until.IsZero() && (!e.Until.After(e.Day) || !e.Until.Before(e.Day.Add(24*time.Hour)) || CheckInstant("the end", e.Until) != nil):
		return fmt.Errorf("the epoch %s cannot end at %s; give a second within the day", e.Slot(), e.Until.Format(time.RFC3339Nano))
	case e.Snapshot.Number < e.Opening:
		return fmt.Errorf("the epoch %s ends at block %d, before its opening block %d; give the last block before the day's end", e.Slot(),
			e.Snapshot.Number, e.Opening)
	}
	return nil
}

// DayOf is the midnight at or before an instant.
func DayOf(t time.Time) time.Time {
	return time.Unix(t.Unix()-((t.Unix()%86400)+86400)%86400, 0).UTC()
}

// Budget is what an epoch had to give, before it was split between pools.
type Budget struct {
	Setting    money.Amount // what the program emits in this epoch
	PerDay     money.Amount // what it would emit in the whole day, where the TGE ends the epoch; otherwise the zero Amount
	Capped     bool         // a cap was in force
	Cap        money.Amount // then: on everything that ever left issuance
	Before     money.Amount // what had left issuance before
	Issued     money.Amount // what leaves issuance in this epoch: Setting, or what is left under the cap, without Idle
	Idle       money.Amount // what would be issued if somebody took part in the pools that nobody took part in
	CarryIn    money.Amount // what splitting between pools left over before (pool "points")
	CarryOut   money.Amount // and now
	ZeroReason Reason       // why nothing is issued; zero when something is
}

// offered is what the epoch would issue if every pool had somebody in it.
func (b *Budget) offered() money.Amount {
	sum, err := b.Issued.Add(b.Idle)
	if err != nil {
		return b.Issued // both are parts of one amount
	}
	return sum
}

// capped says that the cap left less than the setting.
func (b *Budget) capped() bool { return b.Capped && b.offered() != b.Setting }

// Result is a computed epoch: what every holder gets from every pool, and why. It is never changed afterwards and may be
// shared between goroutines.
type Result struct {
	Kind       ledger.Kind
	Program    string
	Rule       string         // version of the rules in force at Moment
	Moment     program.Moment // where the rules were looked up
	Slot       string         // of the job
	Start, End time.Time      // the window, half-open; equal for a drop
	Block      Block          // the snapshot
	Asset      money.Asset
	Locked     bool      // shares are locked until UnlocksAt
	UnlocksAt  time.Time // zero when not locked
	Budget     Budget
	Series     []DaySeries // that give something: of a day of the token's emission one or several, otherwise one at most
	Pools      []Pool      // in the order of their postings
	Holders    []Holder    // in rising order of wallet; do not change them

	rules   ruleset
	job     string
	several bool // the program has several series of emissions
}

// DaySeries is what one series of emissions gives on a day.
type DaySeries struct {
	Of     string        // the part of the allocation that it is taken from; empty of points
	Issued money.Amount  // without what nobody takes part in
	Pools  program.Pools // how it is split

	amounts []money.Amount // of the pools in their order, with what is not issued because nobody takes part
}

// Find is the holder's index, for Pool's methods.
func (r *Result) Find(w ledger.Wallet) (int, bool) {
	i := sort.Search(len(r.Holders), func(i int) bool { return r.Holders[i].Wallet.Compare(w) >= 0 })
	return i, i < len(r.Holders) && r.Holders[i].Wallet == w
}

// Pool finds a pool by its name, such as Validators.
func (r *Result) Pool(name string) (*Pool, bool) {
	for i := range r.Pools {
		if r.Pools[i].Name == name {
			return &r.Pools[i], true
		}
	}
	return nil, false
}

// Amount is what a wallet gets from all pools together; zero when it takes no part.
func (r *Result) Amount(w ledger.Wallet) (money.Amount, error) {
	sum := money.Zero(r.Asset)
	i, ok := r.Find(w)
	if !ok {
		return sum, nil
	}
	var err error
	for k := range r.Pools {
		if sum, err = sum.Add(r.Pools[k].Share(i)); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// Why says why a wallet gets nothing from a pool, as files have it and for a person; zero both when it gets something.
func (r *Result) Why(pool string, w ledger.Wallet) (Reason, sentence.Sentence) {
	p, ok := r.Pool(pool)
	if !ok {
		return NoEmission, sentence.New(sentence.ZeroNoSuchPool, sentence.Params{"pool": pool})
	}
	i, ok := r.Find(w)
	if !ok {
		return NotIncluded, r.sentenceOf(p, NotIncluded, nil)
	}
	why := p.Reason(i)
	return why, r.sentenceOf(p, why, &r.Holders[i])
}
