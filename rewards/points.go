package rewards

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// PointsKind is the kind of the transaction that books an epoch of points, of the job PointsJob.
const (
	PointsKind ledger.Kind = "points-epoch"
	PointsJob  string      = "epoch"
)

// PointsInput is what an epoch of points is computed from.
type PointsInput struct {
	Epoch
	// TGE is the instant of the TGE where it was recorded as a fact; zero when it is in the program file
	// or not known.
	TGE     time.Time
	Holders []Holder // at the snapshot, in any order, each wallet once; not changed, and kept
	// Issued is what left issuance of the points and did not come back, before this epoch, carries included: minus the
	// net balance of ledger.Issuance. The zero Amount is nothing.
	Issued money.Amount
	// Carry is the balance of ledger.PoolCarry of each name of PointsPools; what is absent is nothing.
	Carry map[string]money.Amount
}

// PointsPools are the names of the pools whose carries ClosePoints needs.
func PointsPools() []string { return []string{PointsDay, Validators, Providers, Queens} }

// ClosePoints computes an epoch of points under the rules in force at its start.
//
// What is issued is the day's setting, or what is left under the cap when that is less. It is split between the pools by their parts (what
// that floors is carried in the pool PointsDay), and each pool with its carry between its holders. An epoch that issues nothing holds no
// round: carries stay where they are. The part of a pool whose holders all score zero is not issued, or carried whole where the program
// says so. Where points become tokens at the generation, the last epoch of points ends there: what that part of a day issues is
// floor(setting x seconds / 86400), and the fraction of a base unit beyond it is never issued.
func ClosePoints(p *program.Program, in PointsInput) (*Result, error) {
	if p.Points == nil {
		return nil, p.Lacks("points")
	}
	if err := in.check(); err != nil {
		return nil, err
	}
	holders, err := inOrder(in.Holders)
	if err != nil {
		return nil, fmt.Errorf("epoch %s: %w", in.Slot(), err)
	}
	m := in.Moment()
	r := &Result{
		Kind: PointsKind, Program: p.Name, Rule: canonical.Version(p, m), Moment: m, Slot: in.Slot(), Start: in.Day, End: in.End(),
		Block: in.Snapshot, Asset: p.Points.Asset, Holders: holders, rules: rulesAt(p, m, p.Points.Asset), job: PointsJob,
	}
	if err := r.budget(p, in); err != nil {
		return nil, fmt.Errorf("epoch %s: %w", r.Slot, err)
	}
	parts, _ := p.Points.Pools.At(m)
	r.Series = []DaySeries{{Issued: r.Budget.Issued, Pools: parts}}
	if err := r.share(PointsDay, parts, in.Carry); err != nil {
		return nil, fmt.Errorf("epoch %s: %w", r.Slot, err)
	}
	return r, nil
}

const secondsOfDay = 24 * 60 * 60

// budget says what the epoch issues.
func (r *Result) budget(p *program.Program, in PointsInput) error {
	b, m, zero := &r.Budget, r.Moment, money.Zero(r.Asset)
	*b = Budget{Setting: zero, Cap: zero, Before: in.Issued, Issued: zero, Idle: zero, CarryIn: zero, CarryOut: zero}
	if b.Before == (money.Amount{}) {
		b.Before = zero
	}
	if b.Before.Asset() != r.Asset {
		return fmt.Errorf("what was issued is given in %s, not in %s; read the balance of that asset's issuance", b.Before.Asset(), r.Asset)
	}
	if amount, ok := p.Points.Emission.At(m); ok {
		b.Setting = amount
	}
	if seconds := r.End.Unix() - r.Start.Unix(); seconds < secondsOfDay {
		part, err := money.NewRatio(uint64(seconds), secondsOfDay)
		if err != nil {
			return err
		}
		b.PerDay = b.Setting
		if b.Setting, err = b.PerDay.Times(part, money.Floor); err != nil {
			return err
		}
	}
	tge := in.TGE
	if tge.IsZero() && p.Token != nil {
		tge = p.Token.TGE
	}
	_, split := p.Points.Pools.At(m)
	b.Issued = b.Setting
	switch {
	case p.Points.AtTGE != nil && !tge.IsZero() && r.End.After(tge):
		b.Issued, b.ZeroReason = zero, AfterTGE
	case b.Setting.IsZero() || !split:
		b.Issued, b.ZeroReason = zero, NoEmission
	}
	limit, ok := p.Points.Cap.At(m)
	if !ok {
		return nil
	}
	b.Capped, b.Cap = true, limit
	left, err := limit.Sub(b.Before)
	if err != nil { // a cap below what was issued leaves nothing
		left = zero
	}
	if b.Issued.Cmp(left) > 0 {
		if b.Issued = left; left.IsZero() {
			b.ZeroReason = CapReached
		}
	}
	return nil
}
