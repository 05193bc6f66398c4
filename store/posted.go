package store

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
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

// add adds an amount on one of the two sides.
func (s sums) add(p *postingRead, incoming, daily bool) (sums, error) {
	day := int64(0)
	if daily {
		day = p.day
	}
	at, found := slices.BinarySearchFunc(s, day, func(m moved, day int64) int {
		return cmp.Or(strings.Compare(m.asset.Symbol(), p.asset.Symbol()), cmp.Compare(m.asset.Decimals(), p.asset.Decimals()),
			cmp.Compare(m.day, day))
	})
	if !found {
		s = slices.Insert(s, at, moved{asset: p.asset, day: day})
	}
	side := &s[at].out
	if incoming {
		side = &s[at].in
	}
	if _, over := side.AddOverflow(side, &p.amount); over {
		return s, money.ErrOverflow
	}
	return s, nil
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
	known   [2]map[int64]sums
	size    int // how many moved are in it
}

// The two things that are remembered of an account: what it moved in all, and what on each day.
const (
	inAll = iota
	eachDay
)

// errStale says that what was remembered goes further than the state of the books that is read: look at a newer one.
var errStale = errors.New("the books that are read are older than what is remembered of them")

// reset forgets everything; mu is held.
func (p *posted) reset(through int64) {
	p.through, p.known, p.size = through, [2]map[int64]sums{{}, {}}, 0
}

// forget is reset for those who do not hold mu.
func (p *posted) forget() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.reset(0)
}

// of is what accounts have by their postings in the state of the books that tx reads, whose journal ends at head. Accounts that
// never moved anything have none. ids are in no order, each once.
func (p *posted) of(tx *gorm.DB, d dialect, head int64, ids []int64, what int) (map[int64]sums, error) {
	all := make(map[int64]sums, len(ids))
	missing, err := p.recall(tx, head, ids, what, all)
	if err != nil || len(missing) == 0 {
		return all, err
	}
	fresh, err := readSums(tx, d, missing, what)
	if err != nil {
		return nil, err
	}
	size := len(missing)
	for _, id := range missing {
		all[id] = fresh[id]
		size += len(fresh[id])
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.through != head || size > remembered {
		return all, nil
	}
	if p.size+size > remembered {
		p.reset(head)
	}
	for _, id := range missing {
		p.known[what][id] = slices.Clone(fresh[id])
	}
	p.size += size
	return all, nil
}

// recall brings what is remembered up to the journal's end, and says which accounts it does not know.
func (p *posted) recall(tx *gorm.DB, head int64, ids []int64, what int, into map[int64]sums) (missing []int64, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	switch {
	case head < p.through:
		return nil, errStale
	case p.size == 0:
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
		if s, ok := p.known[what][id]; ok {
			into[id] = slices.Clone(s) // others go on adding to it
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
	s, ok := p.known[eachDay][id]
	return slices.Clone(s), ok && p.through == head
}

// take adds a posting to what is remembered of its accounts; mu is held.
func (p *posted) take(r *postingRead) (err error) {
	for what := range p.known {
		for _, side := range []struct {
			id       int64
			incoming bool
		}{{r.from, false}, {r.to, true}} {
			s, ok := p.known[what][side.id]
			if !ok {
				continue
			}
			before := len(s)
			if s, err = s.add(r, side.incoming, what == eachDay); err != nil {
				return fmt.Errorf("account %d: %w", side.id, err)
			}
			p.known[what][side.id] = s
			p.size += len(s) - before
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
	if p.known[inAll] == nil || p.size+len(b.added)*2 > remembered {
		p.reset(before)
	}
	if len(b.added)*2 <= remembered {
		for _, a := range b.added {
			p.known[inAll][b.accounts[a]] = nil
			p.size++
		}
	}
	for _, t := range b.transactions {
		day := int64(ledger.Day(t.Effective))
		for i := range t.Postings {
			posting := &t.Postings[i]
			r := postingRead{b.accounts[posting.From], b.accounts[posting.To], posting.Amount.Asset(), day, posting.Amount.Uint256()}
			if err := p.take(&r); err != nil {
				p.reset(int64(b.head.Sequence))
				return
			}
		}
	}
	p.through = int64(b.head.Sequence)
}
