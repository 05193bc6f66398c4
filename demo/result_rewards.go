package demo

import (
	"context"
	"errors"
	"fmt"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/rewards"
	"github.com/nodeledger/nodeledger/wire"
)

// rewards adds up the accounts of points and token.
func (s *Sale) rewards(ctx context.Context) (r wire.DemonstrationRewards, err error) {
	points, token := s.Program.Points.Asset, s.Program.Token.Asset
	sums := map[string]money.Amount{}
	add := func(name string, a money.Amount) (err error) {
		sum, ok := sums[name]
		if !ok {
			sum = money.Zero(a.Asset())
		}
		sums[name], err = sum.Add(a)
		return err
	}
	count := func(p ledger.PlaceBalance) error {
		role, b := p.Account.Role(), p.Balance
		switch {
		case p.Account == ledger.Issuance(points):
			return errors.Join(add("points", b.Out), add("converted", b.In))
		case p.Account == ledger.Issuance(token):
			return add("tokens", b.Out)
		case p.Asset != token, p.Account.Class() != ledger.Register, role == ledger.MarketRole, p.Account.Name() == rewards.BoughtBack:
			// what was bought back left the holders outside the books
			return nil
		}
		held, err := b.Held()
		if err != nil {
			return err
		}
		switch {
		case role == ledger.BucketRole:
			return add("unissued", held)
		case role == ledger.PoolRole:
			return add("carried", held)
		case p.Account.Stage() == string(ledger.Locked):
			return add("locked", held)
		default:
			return add("available", held)
		}
	}
	for p, err := range s.Engine.Reader().Balances(ctx, "") {
		if err == nil {
			err = count(p)
		}
		if err != nil {
			return r, err
		}
	}
	sum, err := money.Sum(token, orZero(sums["locked"], token), orZero(sums["available"], token), orZero(sums["carried"], token))
	if err != nil {
		return r, err
	}
	all, err := money.Sum(token, sum, orZero(sums["unissued"], token))
	if err != nil {
		return r, err
	}
	if all != orZero(sums["tokens"], token) {
		return r, fmt.Errorf("%s of tokens were issued, and holders, pools and buckets have %s", orZero(sums["tokens"], token), all)
	}
	r = wire.DemonstrationRewards{
		Points: wire.AmountOf(orZero(sums["points"], points)), Converted: wire.AmountOf(orZero(sums["converted"], points)),
		Tokens: wire.AmountOf(sum),
		Locked: wire.AmountOf(orZero(sums["locked"], token)), Available: wire.AmountOf(orZero(sums["available"], token)),
		Carried: wire.AmountOf(orZero(sums["carried"], token)),
	}
	r.Epochs, err = s.epochs(ctx)
	return r, err
}

// epochs counts those that were closed.
func (s *Sale) epochs(ctx context.Context) (n int, err error) {
	for t, err := range s.Engine.History().Transactions(ctx, 1) {
		if err != nil {
			return n, err
		}
		if t.Kind == rewards.PointsKind || t.Kind == rewards.TokenKind {
			n++
		}
	}
	return n, nil
}

// orZero is the amount, or none of the asset where there is none.
func orZero(a money.Amount, asset money.Asset) money.Amount {
	if a == (money.Amount{}) {
		return money.Zero(asset)
	}
	return a
}
