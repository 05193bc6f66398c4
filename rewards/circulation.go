package rewards

import (
	"math/big"

	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/program"
)

// Circulation is where points are, how fast they leave the cap, and what their price says of the token.
type Circulation struct {
	Emitted, Sold             money.Amount // left the cap by emission, and by sale; less what was given back
	Burnt                     money.Amount // spent
	Circulating               money.Amount // holders have, staked or not
	PerDay7, PerDay30         string       // that left the cap, as decimals cut off after 18 places; below zero where more was given back
	SoldPerDay7, SoldPerDay30 string       // of that by sale
	Price                     string       // US dollars for one point, in force; empty: there is none
	Valuation                 string       // Price x the token's supply, in US dollars; empty without either
}

// Flow is points that left the cap up to an instant and in the 7 and 30 days before it, in base units; below zero: came back.
type Flow struct{ All, In7, In30 *big.Int }

// Circulate says where points are: issued is what left the cap, sold what of it by sale, burnt what was spent, and held what holders have.
func Circulate(p *program.Program, m program.Moment, issued, sold Flow, burnt, held money.Amount) (c Circulation, err error) {
	asset := p.Points.Asset
	c = Circulation{Burnt: burnt, Circulating: held,
		PerDay7: pointsPerDay(asset, issued.In7, 7), PerDay30: pointsPerDay(asset, issued.In30, 30),
		SoldPerDay7: pointsPerDay(asset, sold.In7, 7), SoldPerDay30: pointsPerDay(asset, sold.In30, 30)}
	if c.Sold, err = money.FromBig(asset, sold.All); err != nil {
		return c, err
	}
	if c.Emitted, err = money.FromBig(asset, new(big.Int).Sub(issued.All, sold.All)); err != nil {
		return c, err
	}
	if price, ok := p.Points.Price.At(m); ok {
		c.Price = price.String()
		if p.Token != nil {
			c.Valuation = money.Truncated(new(big.Rat).Mul(price.Rat(), p.Token.Supply.Rat()))
		}
	}
	return c, nil
}

// pointsPerDay is so many base units / days, in points.
func pointsPerDay(asset money.Asset, units *big.Int, days int64) string {
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(asset.Decimals())), nil)
	return money.Truncated(new(big.Rat).SetFrac(units, unit.Mul(unit, big.NewInt(days))))
}
