package rewards

import (
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// AllocationKind is the kind of the transaction that puts the token's supply into the buckets of its allocation, of the job
// AllocationJob, which has one slot.
const (
	AllocationKind ledger.Kind = "token-allocation"
	AllocationJob  string      = "allocation"
	AllocationSlot string      = "supply"
)

// Allocate drafts the supply's way into its buckets: each gets floor(supply x share), the last one what is left.
//
//	register:<token>:issuance -> register:<token>:bucket:<name>
func Allocate(p *program.Program, b Booking) (ledger.Draft, error) {
	b.Source = ledger.JobSource(AllocationJob, AllocationSlot)
	d := b.draft(AllocationKind, ledger.Meta{})
	left := p.Token.Supply
	for i, part := range p.Token.Allocation {
		amount, err := p.Token.Supply.Times(part.Share, money.Floor)
		if err != nil {
			return d, err
		}
		if i == len(p.Token.Allocation)-1 {
			amount = left
		}
		if left, err = left.Sub(amount); err != nil {
			return d, err
		}
		to, err := ledger.Bucket(p.Token.Asset, part.Name)
		if err != nil {
			return d, err
		}
		d.Postings = append(d.Postings, moves(ledger.Posting{From: ledger.Issuance(p.Token.Asset), To: to, Amount: amount})...)
	}
	return d, nil
}

// Promised is what the program promises out of a bucket besides grants: the drop, everything that the emission will ever give, and
// what points up to their highest cap become. A bucket holds at least as much, see package program.
func Promised(p *program.Program, bucket string) (money.Amount, error) {
	sum := money.Zero(p.Token.Asset)
	add := func(a money.Amount, err error) error {
		if err == nil {
			sum, err = sum.Add(a)
		}
		return err
	}
	t := p.Token
	if t.Drop != nil && t.Drop.Of == bucket {
		if err := add(t.Supply.Times(t.Drop.Share, money.Floor)); err != nil {
			return sum, err
		}
	}
	for i := range t.Emission {
		if t.Emission[i].Of != bucket {
			continue
		}
		curve, err := newSeriesCurve(t, &t.Emission[i], time.Unix(1, 0).UTC())
		if err != nil {
			return sum, err
		}
		if err := add(curve.limit(), nil); err != nil {
			return sum, err
		}
	}
	if p.Points != nil && p.Points.AtTGE != nil && p.Points.AtTGE.Of == bucket {
		most := money.Zero(p.Points.Asset)
		for _, limit := range p.Points.Cap {
			if limit.Value.Cmp(most) > 0 {
				most = limit.Value
			}
		}
		if err := add(Becomes(p.Points, most)); err != nil {
			return sum, err
		}
	}
	return sum, nil
}

// CheckBucket refuses a grant beyond what a bucket has left for grants: what it was allocated, less what is promised out of it and
// what grants in force have taken. A bucket that the allocation does not have is invalid.
func CheckBucket(p *program.Program, bucket string, granted, total money.Amount) error {
	if _, has := p.Token.Part(bucket); !has {
		names := make([]string, len(p.Token.Allocation))
		for i, a := range p.Token.Allocation {
			names[i] = a.Name
		}
		return problem.CheckWord(bucket, names...)
	}
	left, holds, err := LeftForGrants(p, bucket, granted)
	if err != nil {
		return err
	}
	if total.Cmp(left) > 0 {
		return problem.Conflictf("%s are more than the bucket %s has left for grants: %s of %s", total, bucket, left, holds)
	}
	return nil
}

// LeftForGrants is what a bucket of the allocation has left for grants, and what it holds in all. granted is what was granted out of it.
func LeftForGrants(p *program.Program, bucket string, granted money.Amount) (left, holds money.Amount, err error) {
	part, has := p.Token.Part(bucket)
	if !has {
		return left, holds, problem.Invalidf("the allocation has no bucket %s", bucket)
	}
	if holds, err = p.Token.Supply.Times(part.Share, money.Floor); err != nil {
		return left, holds, err
	}
	promised, err := Promised(p, bucket)
	if err != nil {
		return left, holds, err
	}
	taken, err := promised.Add(granted)
	if err != nil || taken.Cmp(holds) >= 0 {
		return money.Zero(p.Token.Asset), holds, err
	}
	left, err = holds.Sub(taken)
	return left, holds, err
}

// GrantBuckets are the buckets that grants can come from: those of which at least a whole token is promised to nobody; what floors leave
// of an emission is less. They are in the order of the allocation, and are the same whatever was granted.
func GrantBuckets(p *program.Program) (names []string, err error) {
	one, err := money.Parse(p.Token.Asset, "1")
	if err != nil {
		return nil, err
	}
	for _, a := range p.Token.Allocation {
		left, _, err := LeftForGrants(p, a.Name, money.Zero(p.Token.Asset))
		if err != nil {
			return nil, err
		}
		if left.Cmp(one) >= 0 {
			names = append(names, a.Name)
		}
	}
	return names, nil
}
