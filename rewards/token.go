package rewards

import (
	"fmt"
	"time"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
	"github.com/nodeledger/nodeledger/program/canonical"
)

// The kinds and jobs of the token's transactions.
const (
	TokenKind ledger.Kind = "token-epoch"
	TokenJob  string      = "token-epoch"
	DropKind  ledger.Kind = "tge-drop"
	DropJob   string      = "tge-drop"
)

// TokenInput is what an epoch of the token's emission is computed from.
type TokenInput struct {
	Epoch
	Curve   *Curve
	Holders []Holder // at the snapshot, in any order, each wallet once; not changed, and kept
	// Carry is the balance of ledger.PoolCarry of each name of TokenPools; what is absent is nothing.
	Carry map[string]money.Amount
}

// TokenPools are the names of the pools whose carries CloseToken needs.
func TokenPools() []string { return []string{Emission, Validators, Providers, Queens} }

// CloseToken computes a day of the token's emission under the rules in force at its start: what each series of emissions gives that day
// is split between the pools by its own parts (what that floors is carried in the pool Emission), and each pool with its carry between
// its holders, as ClosePoints does it. Shares are locked for the program's time from the epoch's end. A day that emits nothing holds no
// round: the carries stay.
func CloseToken(p *program.Program, in TokenInput) (*Result, error) {
	if p.Token == nil || len(p.Token.Emission) == 0 {
		return nil, p.Lacks("emission of a token (token.emission)")
	}
	if in.Curve == nil || in.Curve.asset != p.Token.Asset {
		return nil, fmt.Errorf("the program %s and the curve have no token in common; make the curve with NewCurve from the program's "+
			"token", p.Name)
	}
	if err := in.check(); err != nil {
		return nil, err
	}
	holders, err := inOrder(in.Holders)
	if err != nil {
		return nil, fmt.Errorf("epoch %s: %w", in.Slot(), err)
	}
	amount, err := in.Curve.Day(in.Day)
	if err != nil {
		return nil, fmt.Errorf("epoch %s: %w", in.Slot(), err)
	}
	m := in.Moment()
	r := &Result{
		Kind: TokenKind, Program: p.Name, Rule: canonical.Version(p, m), Moment: m, Slot: in.Slot(), Start: in.Day, End: in.End(),
		Block: in.Snapshot, Asset: p.Token.Asset, Holders: holders, rules: rulesAt(p, m, p.Token.Asset), job: TokenJob,
		several: len(p.Token.Emission) > 1,
	}
	if r.Series, err = in.Curve.seriesOf(p.Token, in.Day, m); err != nil {
		return nil, fmt.Errorf("epoch %s: %w", r.Slot, err)
	}
	if !p.Token.Lock.IsZero() {
		r.Locked, r.UnlocksAt = true, p.Token.Lock.After(r.End)
	}
	zero := money.Zero(r.Asset)
	r.Budget = Budget{Setting: amount, Cap: zero, Before: in.Curve.At(in.Day), Issued: amount, Idle: zero, CarryIn: zero, CarryOut: zero}
	if amount.IsZero() {
		r.Budget.ZeroReason = NoEmission
	}
	if err := r.share(Emission, p.Token.Emission[0].PoolsAt(m), in.Carry); err != nil {
		return nil, fmt.Errorf("%s %s: %w", r.Kind, r.Slot, err)
	}
	return r, nil
}

// DropInput is what the drop at the generation is computed from.
type DropInput struct {
	TGE     time.Time
	Block   Block    // the last block at or before TGE; the snapshot is taken after it
	Holders []Holder // at the snapshot, in any order, each wallet once; not changed, and kept
}

// CloseDrop computes the drop at the TGE: its share of the supply between all holders, by nodes or by
// score as the program says, available at once. What the floors leave stays in the pool Drop, as does everything when
// nobody holds a node.
func CloseDrop(p *program.Program, in DropInput) (*Result, error) {
	if p.Token == nil || p.Token.Drop == nil {
		return nil, p.Lacks("TGE airdrop (token.drop)")
	}
	if err := CheckInstant("the TGE", in.TGE); err != nil {
		return nil, err
	}
	holders, err := inOrder(in.Holders)
	if err != nil {
		return nil, fmt.Errorf("the drop: %w", err)
	}
	amount, err := p.Token.Supply.Times(p.Token.Drop.Share, money.Floor)
	if err != nil {
		return nil, fmt.Errorf("the drop: %w", err)
	}
	m := program.Moment{Block: in.Block.Number, Time: in.TGE}
	r := &Result{
		Kind: DropKind, Program: p.Name, Rule: canonical.Version(p, m), Moment: m, Slot: in.TGE.Format(time.RFC3339), Start: in.TGE, End: in.TGE,
		Block: in.Block, Asset: p.Token.Asset, Holders: holders, rules: rulesAt(p, m, p.Token.Asset), job: DropJob,
		Series: []DaySeries{{Of: p.Token.Drop.Of, Issued: amount}},
	}
	by := scorer(byNodes)
	if p.Token.Drop.By == program.ByScore {
		by = r.rules.everybody().validator
	}
	why := Reason(0)
	if amount.IsZero() {
		why = NoEmission
	}
	zero := money.Zero(r.Asset)
	r.Budget = Budget{Setting: amount, Cap: zero, Before: zero, Issued: amount, Idle: zero, CarryIn: zero, CarryOut: zero, ZeroReason: why}
	pool := Pool{Name: Drop, Part: money.One(), Amount: amount, Idle: zero, CarryIn: zero, by: p.Token.Drop.By}
	if err := pool.score(r.Holders, by); err != nil {
		return nil, fmt.Errorf("%s %s: %w", r.Kind, r.Slot, err)
	}
	if err := pool.round(why); err != nil {
		return nil, fmt.Errorf("%s %s: %w", r.Kind, r.Slot, err)
	}
	r.Pools = []Pool{pool}
	return r, nil
}
