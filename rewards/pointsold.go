package rewards

import (
	"math/big"

	"github.com/nodeledger/nodeledger/ledger"
	"github.com/nodeledger/nodeledger/money"
	"github.com/nodeledger/nodeledger/problem"
	"github.com/nodeledger/nodeledger/program"
)

// The kinds of the transactions of points that were sold and spent.
const (
	PointsSoldKind  ledger.Kind = "points-sold"
	PointsSpentKind ledger.Kind = "points-spent"
)

// PointsIncome is the source of the revenue that points were sold for: income:revenue:points.
const PointsIncome = "points"

// PointsSale is points that somebody bought.
type PointsSale struct {
	Wallet   ledger.Wallet
	Points   money.Amount
	Received money.Amount
	// Price is what one point cost, in whole units of what was received. The zero Ratio is the program's price in force, which is in US
	// dollars: then the asset of the revenue was received.
	Price  money.Ratio
	Source string // of revenue, where the money is; see [ledger.SourceFunds]
	Note   string // what the operator says of it, may be empty
}

// BookPointsSale drafts points that were sold:
//
//	income:revenue:points     -> assets:source:<source>      what was received
//	register:<points>:issuance -> register:<points>:<w>       what was bought: it counts against the cap
//
// Points are units of a register that bought and earned ones cannot be told apart in, so no liability could be released when some are
// spent: what is received is income at once. It is not divided by the split of the revenue.
func BookPointsSale(p *program.Program, m program.Moment, b Booking, in PointsSale) (ledger.Draft, error) {
	if p.Points == nil {
		return ledger.Draft{}, p.Lacks("points")
	}
	if in.Points.IsZero() || in.Received.IsZero() {
		return ledger.Draft{}, problem.Invalidf("a sale of points brings money: give both amounts above zero")
	}
	price := in.Price
	if price.IsZero() {
		var dated bool
		switch price, dated = p.Points.Price.At(m); {
		case !dated:
			return ledger.Draft{}, problem.Conflictf("no price of points is in force at %s: write points.price, or give the price of this sale",
				m.Time.Format("2006-01-02"))
		case p.Revenue == nil || in.Received.Asset() != p.Revenue.Asset:
			return ledger.Draft{}, problem.Invalidf("the price of points is in US dollars, and %s was received: give the price of this sale in %s",
				in.Received.Asset(), in.Received.Asset())
		}
	}
	cost := new(big.Rat).Mul(in.Points.Rat(), price.Rat())
	if !withinUnit(cost, in.Received) {
		return ledger.Draft{}, problem.Invalidf("%s at %s %s each cost %s, and %s was received: where they were sold at another price, give it",
			in.Points, price, in.Received.Asset(), money.Truncated(cost), in.Received)
	}
	income, err := ledger.RevenueIncome(PointsIncome)
	if err != nil {
		return ledger.Draft{}, err
	}
	funds, err := ledger.SourceFunds(in.Source)
	if err != nil {
		return ledger.Draft{}, err
	}
	d := b.draft(PointsSoldKind, ledger.Meta{"price": price.String(), "source": in.Source})
	if in.Note != "" {
		d.Meta["note"] = in.Note
	}
	asset := p.Points.Asset
	d.Postings = []ledger.Posting{
		{From: income, To: funds, Amount: in.Received},
		{From: ledger.Issuance(asset), To: ledger.Holding(in.Wallet, asset), Amount: in.Points},
	}
	return d, nil
}

// withinUnit says that an amount is a price but for a fraction of a base unit, in which nobody can pay.
func withinUnit(price *big.Rat, paid money.Amount) bool {
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(paid.Asset().Decimals())), nil))
	off := new(big.Rat).Sub(price, paid.Rat())
	return off.Abs(off).Cmp(unit) < 0
}

// BookPointsSpent drafts points that were spent: register:<points>:<w> -> register:<points>:burnt. They are nobody's from then on, and
// count against the cap as before.
func BookPointsSpent(p *program.Program, b Booking, w ledger.Wallet, points money.Amount, what string) (ledger.Draft, error) {
	if p.Points == nil {
		return ledger.Draft{}, p.Lacks("points")
	}
	if points.IsZero() {
		return ledger.Draft{}, problem.Invalidf("no points were spent: give an amount above zero")
	}
	d := b.draft(PointsSpentKind, ledger.Meta{"for": what})
	d.Postings = []ledger.Posting{{From: ledger.Holding(w, p.Points.Asset), To: ledger.Burnt(p.Points.Asset), Amount: points}}
	return d, nil
}
