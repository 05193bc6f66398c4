package store

import (
	"cmp"
	"errors"
	"slices"
	"sync"

	"github.com/holiman/uint256"
	"gorm.io/gorm"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
)

// moved is what came into an account and what went out of it by its postings, of one asset and on one day, in base units.
type moved struct {
	asset   money.Asset
	day     int64 // since 1970-01-01; 0 where days are not told apart
	in, out uint256.Int
}

func (m *moved) balance() money.Balance {
	return money.Balance{In: money.FromUint256(m.asset, &m.in), Out: money.FromUint256(m.asset, &m.out)}
}

// sums is what one account moved, in order of asset and day.
type sums []moved

// plus adds what was moved elsewhere; m is added to what there is of its asset and day.
func (s sums) plus(m *moved) (sums, error) {
	at, found := slices.BinarySearchFunc(s, m, compareMoved)
	if !found {
		return slices.Insert(s, at, *m), nil
	}
	_, in := s[at].in.AddOverflow(&s[at].in, &m.in)
	_, out := s[at].out.AddOverflow(&s[at].out, &m.out)
	if in || out {
		return s, money.ErrOverflow
	}
	return s, nil
}

func compareMoved(x moved, y *moved) int {
	return cmp.Or(compareAssets(x.asset, y.asset), cmp.Compare(x.day, y.day))
}

// before adds up what was moved of an asset before a day.
func (s sums) before(asset money.Asset, day int64) moved {
	sum := moved{asset: asset}
	for i := range s {
		if s[i].asset == asset && s[i].day < day {
			sum.in.Add(&sum.in, &s[i].in) // parts of sums that were made without overflow
			sum.out.Add(&sum.out, &s[i].out)
		}
	}
	return sum
}

// posted remembers what accounts have by their postings, so that what the tables balance and day_delta say can be compared with
// them without reading every posting each time. Postings never change, so what it knows stays true whoever writes; what was booked
// since is read from the journal's end. It forgets everything when it grows too large. It is safe for concurrent use.
type posted struct {
	mu      sync.Mutex
	through int64 // the transaction up to which everything in it goes
	known   [2]*tally
}

// The two things that are remembered of an account: what it moved in all, and what on each day.
const (
	inAll = iota
	eachDay
)

// rememberedSums bounds what is remembered of postings, accounts and sums together: about 400 MB.
const rememberedSums = 5_000_000

// errStale says that what was remembered goes further than the state of the books that is read: look at a newer one.
var errStale = errors.New("the books that are read are older than what is remembered of them")

// reset forgets everything; mu is held.
func (p *posted) reset(through int64) {
	p.through, p.known = through, [2]*tally{{}, {daily: true}}
}

// forget is reset for those who do not hold mu.
func (p *posted) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.reset(0)
}

// room says that so many more sums may be remembered; mu is held.
func (p *posted) room(more int) bool {
	return p.known[inAll].size()+p.known[eachDay].size()+more <= rememberedSums
}

// of is what accounts have by their postings in the state of the books that tx reads, whose journal ends at head. Accounts that
// never moved anything have none. ids are in no order, each once.
func (p *posted) of(tx *gorm.DB, d dialect, head int64, ids []int64, what int) (*tally, error) {
	all := tallyOf(len(ids), what == eachDay)
	missing, err := p.recall(tx, head, ids, what, all)
	if err != nil || len(missing) == 0 {
		return all, err
	}
	fresh := tallyOf(len(missing), all.daily)
	if err := readSums(tx, d, missing, fresh); err != nil {
		return nil, err
	}
	p.keep(head, missing, what, fresh)
	if all.size() == 0 {
		return fresh, nil
	}
	for _, id := range missing {
		all.take(fresh, id)
	}
	return all, nil
}

// keep remembers what was read of accounts, when nothing was booked meanwhile.
func (p *posted) keep(head int64, ids []int64, what int, fresh *tally) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.through != head || fresh.size() > rememberedSums {
		return
	}
	if !p.room(fresh.size()) {
		p.reset(head)
	}
	for _, id := range ids {
		p.known[what].take(fresh, id)
	}
}

// recall brings what is remembered up to the journal's end, and says which accounts it does not know.
func (p *posted) recall(tx *gorm.DB, head int64, ids []int64, what int, into *tally) (missing []int64, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case p.known[what] == nil:
		p.reset(head)
	case head < p.through:
		return nil, errStale
	case p.known[inAll].size()+p.known[eachDay].size() == 0:
		p.reset(head)
	case head > p.through:
		if err := readPostings(tx.Raw("SELECT from_id, to_id, asset, decimals, amount, effective FROM posting WHERE sequence > ?", p.through),
			p.take); err != nil {
			p.reset(head)
			return nil, err
		}
		p.through = head
	}
	for _, id := range ids {
		if p.known[what].knows(id) {
			into.take(p.known[what], id) // others go on adding to it
		} else {
			missing = append(missing, id)
		}
	}
	return missing, nil
}

// recalled is what is remembered of an account day by day, when it goes to the journal's end and no further.
func (p *posted) recalled(head, id int64) (sums, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.through != head || p.known[eachDay] == nil || !p.known[eachDay].knows(id) {
		return nil, false
	}
	return p.known[eachDay].of(id), true
}

// take adds a posting to what is remembered of its accounts; mu is held.
func (p *posted) take(r *postingRead) error {
	for _, t := range p.known {
		if err := t.add(r); err != nil {
			return err
		}
	}
	return nil
}

// committed takes in what a batch booked, when it is what follows upon what is remembered. The accounts that the batch made are
// known from their beginning.
func (p *posted) committed(before int64, b *batch) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.through != before || len(b.transactions) == 0 {
		return // the next who asks reads it
	}
	if p.known[inAll] == nil || !p.room(len(b.added)*2) {
		p.reset(before)
	}
	if p.room(len(b.added) * 2) {
		for _, at := range b.added {
			p.known[inAll].begin(b.ids[at])
		}
		for i := range b.transactions {
			p.beginGivers(b, &b.transactions[i])
		}
	}
	for _, t := range b.transactions {
		day := int64(ledger.Day(t.Effective))
		for i := range t.Postings {
			amount := t.Postings[i].Amount
			r := postingRead{b.ids[t.ends[2*i]], b.ids[t.ends[2*i+1]], amount.Asset(), day, amount.Uint256()}
			if err := p.take(&r); err != nil {
				p.reset(int64(b.head.Sequence))
				return
			}
		}
	}
	p.through = int64(b.head.Sequence)
}

// fewGivers is how many accounts a wide transaction gives from when they are pools.
const fewGivers = 16

// beginGivers makes the pools known day by day that a batch made and that a wide transaction of it gives from: the next one asks what they
// had at an instant, and would read all of its postings for that. mu is held.
func (p *posted) beginGivers(b *batch, t *sealedDraft) {
	if !t.Wide() {
		return
	}
	var made []int64
	for i := 0; i < len(t.ends); i += 2 {
		if id := b.ids[t.ends[i]]; id > b.knownID && (i == 0 || t.ends[i] != t.ends[i-2]) {
			if made = append(made, id); len(made) > fewGivers {
				return
			}
		}
	}
	for _, id := range made {
		p.known[eachDay].begin(id)
	}
}
