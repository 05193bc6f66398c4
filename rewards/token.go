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
	Holders []Holder     // at the snapshot, in any order, each wallet once; not changed, and kept
	Carry   money.Amount // the balance of ledger.PoolCarry of Emission; the zero Amount is nothing
}

// CloseToken computes a day of the token's emission under the rules in force at its start: what the curve emits that
// day, with the carry, between the eligible holders by node score. Shares are locked for the program's time from the
// epoch's end. A day that emits nothing holds no round: the carry stays.
func CloseToken(p *program.Program, in TokenInput) (*Result, error) {
	if p.Token == nil || p.Token.Emission == nil {
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
		Block: in.Snapshot, Asset: p.Token.Asset, Holders: holders, rules: rulesAt(p, m), job: TokenJob,
		bucket: p.Token.Emission.Of,
	}
	if !p.Token.Lock.IsZero() {
		r.Locked, r.UnlocksAt = true, p.Token.Lock.After(r.End)
	}
	why := Reason(0)
	if amount.IsZero() {
		why = NoEmission
	}
	return r, r.single(Emission, amount, in.Curve.At(in.Day), in.Carry, program.ByScore, r.rules.validator, why)
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
		Block: in.Block, Asset: p.Token.Asset, Holders: holders, rules: rulesAt(p, m), job: DropJob,
		bucket: p.Token.Drop.Of,
	}
	by := scorer(byNodes)
	if p.Token.Drop.By == program.ByScore {
		by = r.rules.everybody().validator
	}
	why := Reason(0)
	if amount.IsZero() {
		why = NoEmission
	}
	return r, r.single(Drop, amount, money.Zero(r.Asset), money.Zero(r.Asset), p.Token.Drop.By, by, why)
}

// single runs an epoch that has one pool.
func (r *Result) single(name string, amount, before, carry money.Amount, counts program.Weight, by scorer, why Reason) error {
	zero := money.Zero(r.Asset)
	r.Budget = Budget{Setting: amount, Cap: zero, Before: before, Issued: amount, CarryIn: zero, CarryOut: zero, ZeroReason: why}
	in, err := carried(r.Asset, name, carry)
	if err != nil {
		return err
	}
	pool := Pool{Name: name, Part: money.One(), Amount: amount, CarryIn: in, by: counts}
	if err := pool.score(r.Holders, by); err != nil {
		return fmt.Errorf("%s %s: %w", r.Kind, r.Slot, err)
	}
	if err := pool.round(why); err != nil {
		return fmt.Errorf("%s %s: %w", r.Kind, r.Slot, err)
	}
	r.Pools = []Pool{pool}
	return nil
}
